/** cr-convert --check-root: whether a container root has what the restore of an image needs. Writes nothing. */
import { bridges } from '../../convert/bridges/index.ts';
import { BoundedReport, type Diagnostic, formatDiagnostic } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { exitCode } from '../exit-codes.ts';
import { openWhole } from '../open.ts';
import { parseCommandLine, refuseOptions, UsageError } from '../options.ts';
import { directoryRoot } from '../root-view.ts';
import { visible } from '../terminal.ts';
import type { ConvertJob } from './job.ts';
import { thisMachine } from './restoring-side.ts';
import { pageWords } from './spec.ts';

/** Of no effect here. */
const foreign = [
  'from',
  'start-time',
  'hz',
  'end-futex-waits',
  'inline-payload',
  ...pageWords,
  'allow',
  'pid',
  'root',
];

export async function checkRootOf({ args, terminal, input }: ConvertJob): Promise<number> {
  refuseOptions(args, foreign, 'to the check of a root');
  const root = args.value('check-root') ?? '';
  const found: Diagnostic[] = [];
  const { report } = new BoundedReport((diagnostic) => void found.push(diagnostic), limits.diagnosticsKept);
  const { image, close } = await openWhole(input, args, terminal, report);
  try {
    const bridge = bridges.find(({ from, checkRoot }) => from === image.family.id && checkRoot !== undefined);
    if (bridge?.checkRoot === undefined) return await rehearseBelow(root, { args, terminal, input });
    const side = args.value('restore-on') === 'any' ? {} : (thisMachine() ?? {});
    const checkRoot = await bridge.checkRoot();
    const { findings, text, json } = checkRoot(
      image.content,
      { view: directoryRoot(root), name: root },
      { injectedCode: !args.flag('no-injected-code'), side },
      report,
    );
    for (const problem of found.filter(({ severity }) => severity === 'error'))
      terminal.err(`${visible(formatDiagnostic(problem))}\n`);
    terminal.out(args.flag('json') ? json : text);
    const isBad = findings.some(
      ({ severity }) => severity === 'error' || (args.flag('strict') && severity === 'warning'),
    );
    return isBad ? exitCode.findings : exitCode.ok;
  } finally {
    close();
  }
}

/** Images of CRIU need no conversion: what cr-restore-sim --root says of them. */
async function rehearseBelow(
  root: string,
  { args, terminal, input }: Pick<ConvertJob, 'args' | 'terminal' | 'input'>,
): Promise<number> {
  if (input === '-') throw new UsageError('from standard input: cr-restore-sim --root DIR -');
  const [{ crRestoreSim }, { restoreSimSpec }] = await Promise.all([
    import('../restore-sim/command.ts'),
    import('../restore-sim/spec.ts'),
  ]);
  const flags = ['json', 'quiet'].filter((name) => args.flag(name)).map((name) => `--${name}`);
  const values = ['color', 'container'].flatMap((name) => {
    const value = args.value(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  const words = ['--root', root, ...flags, ...values, '--', input];
  return await crRestoreSim(parseCommandLine(restoreSimSpec, words), terminal);
}
