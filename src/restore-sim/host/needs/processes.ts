/** Numbers of tasks, of terminals, and limits of whoever restores, which its tasks inherit. */
import type { HostLimit } from '../host.ts';
import {
  capability,
  hasCapability,
  hasFact,
  hasOption,
  type Judge,
  type Judgement,
  judged,
  mountOf,
  numberFact,
  type Situation,
  textFact,
} from './judge.ts';

export const pidsFreeJudge: Judge = (condition, { host }): Judgement => {
  if (host?.processes === undefined) return 'open';
  const wanted = new Set(textFact(condition, 'pids').split(' ').map(Number));
  for (const { pid, comm, threads = [], sid = 0, pgid = 0 } of host.processes) {
    const taken = [pid, ...threads, sid, pgid].find((number) => wanted.has(number));
    if (taken !== undefined) return { found: `${taken} is of ${comm}` };
  }
  return 'met';
};

/** clone3 with set_tid, else the file; CRIU needs one of both. */
export const pidsSettableJudge: Judge = (_, { host }): Judgement => {
  const denied = host?.restorer?.deniedCalls;
  const setTid = denied?.['clone3'] === undefined ? host?.features?.['set-tid'] : false;
  if (setTid === true) return 'met';
  const mount = mountOf(host, '/proc/sys/kernel/ns_last_pid');
  if (mount === undefined || setTid === undefined) return 'open';
  return judged(!hasOption(mount, 'ro'), 'no clone3, and /proc/sys is read-only');
};

/** Only of the namespace of the restorer it is known what is in it; facts: `ids`, `keys`, `isOfHost`. */
export const ipcFreeJudge: Judge = (condition, { host }): Judgement => {
  const { ipc } = host ?? {};
  if (ipc === undefined || numberFact(condition, 'isOfHost') !== 1) return 'open';
  const all = (['sem', 'msg', 'shm'] as const).flatMap((kind) =>
    (ipc[kind] ?? []).map((object) => ({ kind, ...object })),
  );
  const ids = new Set(textFact(condition, 'ids').split(' '));
  const keys = new Set(textFact(condition, 'keys').split(' '));
  const taken = all.find(
    ({ kind, id, key = '0x0' }) => ids.has(`${kind}:${id % 32768}`) || keys.has(`${kind}:${Number(key)}`),
  );
  return taken === undefined ? 'met' : { found: `${taken.kind} ${taken.id} is there` };
};

export const pidInUseJudge: Judge = (condition, { host }): Judgement => {
  if (host?.processes === undefined) return 'open';
  const pid = numberFact(condition, 'pid');
  return judged(
    host.processes.some((process) => process.pid === pid),
    'not in use',
  );
};

/** One of the restorer, for 4.2 a descriptor more than that (criu/servicefd.c, choose_service_fd_base). */
const descriptorsInBlock = 128;

/** The descriptors of CRIU lie above those of the task, at the end of a block that the kernel allocates. */
export const descriptorLimitJudge: Judge = (condition, situation): Judgement => {
  const limit = limitOf(situation, 'RLIMIT_NOFILE');
  const canRaise = hasCapability(situation, capability.sysResource);
  if (canRaise === true) {
    const most = situation.host?.sysctls?.['fs.nr_open'];
    if (most === undefined) return 'met';
    return judged(Number(most) >= numberFact(condition, 'value'), `fs.nr_open ${most}`);
  }
  if (limit === undefined || canRaise === undefined) return 'open';
  const soft = numberOf(limit.soft);
  const needed = numberFact(condition, 'value');
  const blocks = Math.floor(needed / descriptorsInBlock);
  const power = blocks === 0 ? 1 : 2 ** Math.ceil(Math.log2(blocks + 1));
  if (power * descriptorsInBlock <= soft) return 'met';
  const usable = soft - (soft % descriptorsInBlock);
  return judged(usable >= needed, `RLIMIT_NOFILE ${limit.soft}, and it may not be raised`);
};

export const limitOf = ({ host }: Situation, name: string): HostLimit | undefined => {
  const { limits = {} } = host?.restorer ?? {};
  return Object.hasOwn(limits, name) ? limits[name] : undefined;
};

const numberOf = (limit: string): number =>
  limit === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit);

/**
 * A limit of the restorer itself that is too low for what it does. Facts: `limit`, `value`; `least`, where more than
 * that may do; `bit` of a capability for whose owner it does not count.
 */
export const ownLimitJudge: Judge = (condition, situation): Judgement => {
  const name = textFact(condition, 'limit');
  const limit = limitOf(situation, name);
  const isFreed = hasFact(condition, 'bit') ? hasCapability(situation, numberFact(condition, 'bit')) : false;
  if (isFreed === true) return 'met';
  if (limit === undefined) return 'open';
  const soft = numberOf(limit.soft);
  const found = `${name} ${limit.soft}`;
  if (soft >= numberFact(condition, 'value')) return 'met';
  if (isFreed === undefined) return 'open';
  return soft >= numberFact(condition, hasFact(condition, 'least') ? 'least' : 'value')
    ? { maybe: found }
    : { found };
};

/** Tasks have the limit of the image by then, where the restorer may give it. Facts: `value`; `hard` of the image. */
export const signalCountJudge: Judge = (condition, situation): Judgement => {
  const limit = limitOf(situation, 'RLIMIT_SIGPENDING');
  const canRaise = hasCapability(situation, capability.sysResource);
  if (canRaise === true) return 'met';
  if (limit === undefined || canRaise === undefined) return 'open';
  const isGiven = hasFact(condition, 'hard') && numberOf(textFact(condition, 'hard')) <= numberOf(limit.hard);
  if (isGiven) return 'met';
  return judged(numberOf(limit.soft) >= numberFact(condition, 'value'), `RLIMIT_SIGPENDING ${limit.soft}`);
};

/** Hard limits of the image that the restorer cannot give: its own stay, without a word. Facts: limits by name. */
export const hardLimitsJudge: Judge = (condition, situation): Judgement => {
  const limits = situation.host?.restorer?.limits;
  const canRaise = hasCapability(situation, capability.sysResource);
  if (canRaise === true) return 'met';
  if (limits === undefined || canRaise === undefined) return 'open';
  const lower = Object.entries(condition.facts ?? {}).filter(([name, wanted]) => {
    const own = Object.hasOwn(limits, name) ? limits[name] : undefined;
    return own !== undefined && numberOf(own.hard) < numberOf(String(wanted));
  });
  const found = lower.map(([name]) => `${name} ${limits[name]?.hard}`).join(', ');
  return lower.length === 0 ? 'met' : { found };
};

/** From what is mounted: `max=` of devpts holds for the mount, kernel.pty.max for all. */
export const terminalCountJudge: Judge = (condition, { host }): Judgement => {
  const left = host?.terminals?.left;
  if (left === undefined) return 'open';
  return judged(left >= numberFact(condition, 'count'), `${left} more pairs can be made`);
};

/** criu/tty.c, __pty_open_ptmx_index. */
const triesMax = 32;

export const terminalNumberJudge: Judge = (condition, { host }): Judgement => {
  const numbers = host?.terminals?.numbers;
  if (numbers === undefined) return 'open';
  const index = numberFact(condition, 'index');
  if (numbers.includes(index)) return { found: `/dev/pts/${index} is in use` };
  const own = new Set(textFact(condition, 'others').split(' ').filter(Boolean).map(Number));
  let free = 0;
  for (let number = 0; number < index && free < triesMax; number++)
    if (!numbers.includes(number) && !own.has(number)) free++;
  return judged(free < triesMax, `${free} lower numbers are free`);
};
