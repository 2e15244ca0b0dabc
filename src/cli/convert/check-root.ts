/** cr-convert --check-root: whether a container root has what the restore of an image needs. Writes nothing. */
import {
  checkRoot,
  rootReportJson,
  rootReportText,
} from '../../convert/bridges/cpt-to-criu/preparation/index.ts';
import { planForRoot } from '../../convert/bridges/cpt-to-criu/runner.ts';
import { BoundedReport, type Diagnostic, formatDiagnostic } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { exitCode } from '../exit-codes.ts';
import { openOne } from '../open.ts';
import { refuseOptions, UsageError } from '../options.ts';
import { directoryRoot } from '../root-view.ts';
import { visible } from '../terminal.ts';
import type { ConvertJob } from './job.ts';
import { thisMachine } from './restoring-side.ts';
import { pageWords } from './spec.ts';

/** Of no effect here. */
const foreign = ['from', 'start-time', 'hz', 'end-futex-waits', 'inline-payload', ...pageWords, 'allow'];

export async function checkRootOf({ args, terminal, input }: ConvertJob): Promise<number> {
  refuseOptions(args, foreign, 'to the check of a root');
  const root = args.value('check-root') ?? '';
  const found: Diagnostic[] = [];
  const { report } = new BoundedReport((diagnostic) => void found.push(diagnostic), limits.diagnosticsKept);
  const { image, close } = await openOne(input, args, terminal, report);
  try {
    if (image.content.form !== 'file')
      throw new UsageError(
        `--check-root is for images on their way to CRIU; for ${input}: cr-restore-sim --root DIR`,
      );
    const side = args.value('restore-on') === 'any' ? {} : (thisMachine() ?? {});
    const { prepared, source } = planForRoot(
      image.content,
      { injectedCode: !args.flag('no-injected-code'), side },
      report,
    );
    const findings = checkRoot(prepared, directoryRoot(root), source);
    for (const problem of found.filter(({ severity }) => severity === 'error'))
      terminal.err(`${visible(formatDiagnostic(problem))}\n`);
    const whole = { root, prepared, findings };
    terminal.out(args.flag('json') ? rootReportJson(whole) : rootReportText(whole));
    const isBad = findings.some(
      ({ severity }) => severity === 'error' || (args.flag('strict') && severity === 'warning'),
    );
    return isBad ? exitCode.findings : exitCode.ok;
  } finally {
    close();
  }
}
