/** cr-convert: from arguments to an exit code. Decides what to do and shows it; the converting is elsewhere. */
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type ConvertOptions, convertFound } from '../../convert-image.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { openImage } from '../../open-image.ts';
import { exitCode } from '../exit-codes.ts';
import { openWhole } from '../open.ts';
import { type Arguments, refuseWords, UsageError } from '../options.ts';
import { type ProgressChoice, ProgressLine } from '../progress.ts';
import { directoryRoot } from '../root-view.ts';
import { type ColorChoice, type Terminal, usesColor } from '../terminal.ts';
import type { ConvertJob } from './job.ts';
import { reportJson, reportText } from './report.ts';
import { thisMachine } from './restoring-side.ts';

export async function crConvert(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.flag('list')) {
    refuseWords(args);
    const { listJson, listText } = await import('./list.ts');
    terminal.out(args.flag('json') ? await listJson() : await listText());
    return exitCode.ok;
  }
  const [input, output, ...more] = args.positionals;
  if (input === undefined) throw new UsageError('an input image is missing');
  const isCheck = args.value('check-root') !== undefined;
  if (output === undefined && !isCheck && !args.flag('plan'))
    throw new UsageError('an output name is missing; --plan needs none');
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const job = { args, terminal, input, output };
  if (isCheck) {
    const { checkRootOf } = await import('./check-root.ts');
    return await checkRootOf(job);
  }
  return await convert(job);
}

async function convert(job: ConvertJob): Promise<number> {
  const { args, terminal, input, output } = job;
  const progress = new ProgressLine(terminal, (args.value('progress') ?? 'auto') as ProgressChoice);
  const found: Diagnostic[] = [];
  const { image, close } = await openWhole(input, args, terminal, (diagnostic) => found.push(diagnostic));
  const base = await openBase(args, output);
  try {
    const options = { ...optionsOf(args, progress), ...(base && { delta: base.delta }) };
    const report = await convertFound(image, { input, output, options, found });
    progress.clear();
    // Standard output belongs to the image when it is written there.
    const show = output === '-' ? terminal.err : terminal.out;
    if (args.flag('json')) show(reportJson(report));
    else {
      const isTty = output === '-' ? terminal.isErrTty : terminal.isOutTty;
      const color = usesColor((args.value('color') ?? 'auto') as ColorChoice, isTty, terminal.env);
      const isQuiet = args.flag('quiet');
      const { summary, problems } = reportText(report, { color, isQuiet });
      if (problems !== '') terminal.err(problems);
      if (!isQuiet) show(summary);
    }
    // The JSON form is written of a bad image, too.
    const isBad = report.diagnostics.some(({ severity }) => severity === 'error');
    return report.refused || isBad ? exitCode.findings : exitCode.ok;
  } finally {
    progress.clear();
    base?.close();
    close();
  }
}

/** The image that the result is on top of: a directory, to which it has a link. */
async function openBase(args: Arguments, output: string | undefined) {
  const path = args.value('delta');
  if (path === undefined) return undefined;
  const link = relative(resolve(output ?? '.'), resolve(path));
  // What CRIU calls a parent is found beside the images, and no other tool looks farther either.
  if (output !== undefined && !/^\.\.\/[^/]+$/.test(link))
    throw new UsageError('--delta takes a directory beside OUTPUT, to which the result has a link');
  const opened = await openImage(path);
  const { content } = opened;
  if (content.form !== 'directory' || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    opened.close();
    throw new UsageError('--delta takes a directory of CRIU images, to which the result has a link');
  }
  return { delta: { base: content, link }, close: () => opened.close() };
}

const pidsOf = (args: Arguments): readonly number[] =>
  args.values('pid').map((text) => {
    if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--pid takes a number, not "${text}"`);
    return Number(text);
  });

function optionsOf(args: Arguments, progress: ProgressLine): ConvertOptions {
  const hz = args.value('hz');
  if (hz !== undefined && !/^[1-9]\d{1,4}$/.test(hz))
    throw new UsageError(`--hz takes 10 to 99999, not "${hz}"`);
  const restoreOn = args.value('restore-on');
  const root = args.value('root');
  return {
    to: args.value('to'),
    from: args.value('from'),
    startTimes: args.value('start-time') as 'jiffies' | 'timespec' | undefined,
    hz: hz === undefined ? undefined : Number(hz),
    endFutexWaits: args.flag('end-futex-waits'),
    allow: args.values('allow'),
    flatten: args.flag('flatten'),
    compress: args.value('compress') as ConvertOptions['compress'],
    decompress: args.flag('decompress'),
    injectedCode: !args.flag('no-injected-code'),
    pids: pidsOf(args),
    root: root === undefined ? undefined : directoryRoot(root),
    side: restoreOn === undefined ? undefined : restoreOn === 'any' ? {} : (thisMachine() ?? {}),
    // By default the images are made for a machine like this one.
    defaultSide: thisMachine(),
    strict: args.flag('strict'),
    force: args.flag('force'),
    verify: !args.flag('no-verify'),
    plan: args.flag('plan'),
    inlinePayload: args.flag('inline-payload'),
    progress: progress.update,
  };
}
