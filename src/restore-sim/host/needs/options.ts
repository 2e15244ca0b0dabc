/** Options: whether one of those that do is given, with the key that the image asks for. */
import { hasFact, type Judge, type Judgement, numberFact, textFact } from './judge.ts';

/** Facts: `option`; `key` where one is needed; `either`, another option that does as well. */
export const optionJudge: Judge = (condition, { options }): Judgement => {
  if (options === undefined) return 'open';
  const names = [textFact(condition, 'option'), textFact(condition, 'either')].filter((name) => name !== '');
  const key = textFact(condition, 'key');
  for (const name of names) {
    if (!options.has(name)) continue;
    if (key === '' || options.values(name).some((value) => keyOf(value) === key)) return 'met';
  }
  const given =
    key === '' ? [] : names.flatMap((name) => options.values(name).map((value) => `${name} ${value}`));
  return { found: given.length > 0 ? given.join(', ') : 'not given' };
};

/** Memory that stayed with the source of a migration: whether that still serves it no fact of this host tells. */
export const lazyPagesJudge: Judge = (condition, situation): Judgement => {
  const judgement = optionJudge(condition, situation);
  return judgement === 'met'
    ? { maybe: 'whether the source still serves the pages cannot be seen here' }
    : judgement;
};

/** Nothing tells whether the image needs it: without the option that stays open. */
export const optionalJudge: Judge = (condition, situation): Judgement => {
  const judgement = optionJudge(condition, situation);
  return judgement === 'met' ? 'met' : 'open';
};

/** `fd[7]:extNet` → `extNet`; `mnt[volkey]:/vol` → `mnt[volkey]`. */
function keyOf(value: string): string {
  const descriptor = /^fd\[\d+\]:(.*)$/s.exec(value);
  if (descriptor !== null) return descriptor[1] ?? '';
  return /^[^[]*\[[^\]]*\]/.exec(value)?.[0] ?? value;
}

/** Whatever the host is: an option that cannot be obeyed. Fact: `found`, what is wrong. */
export const refusedJudge: Judge = (condition) => ({ found: textFact(condition, 'found') });

/** The same, where it depends on what nobody knows here unless that is said. */
export const refusedOrOpenJudge: Judge = (condition) =>
  hasFact(condition, 'found') ? { found: textFact(condition, 'found') } : 'open';

/** A descriptor of whoever restores. Facts: `fd`, and `type` where another type is refused. */
export const descriptorJudge: Judge = (condition, { host }): Judgement => {
  const { descriptors } = host?.restorer ?? {};
  if (descriptors === undefined) return 'open';
  const fd = numberFact(condition, 'fd');
  const one = descriptors.find((descriptor) => descriptor.fd === fd);
  if (one === undefined) return { found: `descriptor ${fd} is not open` };
  const name = one.name === undefined ? '' : ` (${one.name})`;
  const type = textFact(condition, 'type');
  if (type === 'namespace' && one.type !== 'namespace') return { found: `a ${one.type}${name}` };
  if (type === '' || type === 'namespace' || one.type === type)
    return one.hasPeer === false ? { found: 'a pipe whose other end is closed', otherwise: 'hangs' } : 'met';
  return { found: `a ${one.type}${name}`, otherwise: 'loses' };
};

/** --shell-job takes the terminal of whoever restores. */
export const terminalJudge: Judge = (condition, situation): Judgement => {
  const { options, host } = situation;
  if (condition.code === 'terminal-master' && options !== undefined) {
    const given = [textFact(condition, 'option'), '--orphan-pts-master'].some((name) => options.has(name));
    if (!given) return { found: 'not given' };
  }
  const isOnTerminal = host?.restorer?.isOnTerminal;
  if (isOnTerminal === undefined) return 'open';
  return isOnTerminal ? 'met' : { found: 'standard input is no terminal' };
};
