/** cr-convert --to core: one ELF core file for each process, which debuggers open. */
import { basename } from 'node:path';
import { coreDiagnostic } from '../../convert/core/codes.ts';
import {
  type CoreFile,
  type CoreSummary,
  coresOf,
  type FileContent,
  missingText,
  noCoreWords,
  writeCore,
} from '../../convert/core/index.ts';
import { BoundedReport, type Diagnostic, formatDiagnostic, type Report } from '../../diagnostic.ts';
import type { Missing } from '../../memory/plan.ts';
import type { Checkpoint, OpenFile } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import { imageOf, type OpenedImage } from '../../open-image.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { DirectoryOutput } from '../../parse/bytes/output/directory-output.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import { buildIdOf } from '../../restore-sim/host/build-id.ts';
import { exitCode } from '../exit-codes.ts';
import { openWhole } from '../open.ts';
import { type Arguments, refuseOptions, UsageError } from '../options.ts';
import { directoryRoot } from '../root-view.ts';
import { type Terminal, visible } from '../terminal.ts';
import type { ConvertJob } from './job.ts';
import { pageWords } from './spec.ts';

/** Options of other ways. */
const foreign = [
  ...['from', 'strict', 'allow', 'start-time', 'hz', 'end-futex-waits', 'inline-payload', 'check-root'],
  ...['restore-on', 'no-injected-code', ...pageWords, 'no-verify', 'plan'],
];

interface Written {
  readonly pid: number;
  readonly comm: string;
  readonly file: string;
  readonly threads: number;
  readonly summary: CoreSummary;
}

export async function convertToCore({ args, terminal, input, output }: ConvertJob): Promise<number> {
  refuseOptions(args, foreign, 'to core files');
  if (output === undefined) throw new UsageError('an output name is missing');
  const problems: Diagnostic[] = [];
  const { report } = new BoundedReport((found) => void problems.push(found));
  const opened = await openWhole(input, args, terminal, report);
  const image = await imageOf(opened.image, opened.close);
  try {
    const checkpoint = image.checkpoint(report);
    const pids = pidsOf(args, checkpoint);
    const directory = image.content.form === 'directory' ? image.content.directory : undefined;
    const cores: { readonly comm: string; readonly core: CoreFile }[] = [];
    const without: string[] = [];
    if (checkpoint.processes.length === 0)
      without.push('no core: the image has no processes, as a pre-dump has memory alone');
    for (const { pid, comm, core } of coresOf({ checkpoint, source: image.source, directory }, pids)) {
      if (typeof core === 'string') without.push(`no core of ${pid} ${comm}: ${noCoreWords[core]}`);
      else cores.push({ comm, core });
    }
    const root = args.value('root');
    const fill = root === undefined ? undefined : fillFrom(root, checkpoint, report);
    const written = writeAll({ args, input, output, image, checkpoint, cores, fill });
    show(args, terminal, { written, without, problems, output });
    const isDamaged = problems.some(({ severity }) => severity === 'error');
    return isDamaged || written.length === 0 ? exitCode.findings : exitCode.ok;
  } finally {
    image.close();
  }
}

/** A thread stands for its process. */
function pidsOf(args: Arguments, { processes, tasks }: Checkpoint): ReadonlySet<number> | undefined {
  const wanted = args.values('pid');
  if (wanted.length === 0) return undefined;
  return new Set(
    wanted.map((text) => {
      if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--pid takes a number, not "${text}"`);
      const own = tasks.find(({ pid }) => pid === Number(text))?.tgid ?? Number(text);
      if (!processes.some(({ pid }) => pid === own))
        throw new UsageError(`--pid ${text}: the image has no such process`);
      return own;
    }),
  );
}

interface Writing {
  readonly args: Arguments;
  readonly input: string;
  readonly output: string;
  readonly image: OpenedImage;
  readonly checkpoint: Checkpoint;
  readonly cores: readonly { readonly comm: string; readonly core: CoreFile }[];
  readonly fill: FileContent | undefined;
}

/** OUTPUT is a directory of core.PID; one process may also go to a stream or to a file that is called a core. */
function writeAll(job: Writing): readonly Written[] {
  const { args, input, output, cores } = job;
  const options = { force: args.flag('force'), inputs: input === '-' ? [] : [input] };
  const isFile = output === '-' || /(^core\.[^/]*|\.core)$/.test(basename(output));
  if (cores.length === 0) return [];
  if (isFile) {
    const [only, ...more] = cores;
    if (only === undefined || more.length > 0)
      throw new UsageError(
        `${output} is one file, and there are ${cores.length} processes: choose with --pid`,
      );
    const target = openOutput(output, options);
    try {
      const written = writeOne(job, only, output, target.sink);
      target.commit();
      return [written];
    } finally {
      target.discard();
    }
  }
  const directory = new DirectoryOutput(output, options);
  try {
    const written = cores.map((one) => {
      const name = `core.${one.core.pid}`;
      const sink = directory.create(name);
      const done = writeOne(job, one, name, sink);
      sink.close();
      return done;
    });
    directory.commit();
    return written;
  } finally {
    directory.discard();
  }
}

function writeOne(
  { checkpoint, image, fill }: Writing,
  { comm, core }: Writing['cores'][number],
  file: string,
  sink: Parameters<typeof writeCore>[3],
): Written {
  const summary = writeCore(checkpoint, image.source, core, sink, fill);
  return { pid: core.pid, comm, file, threads: core.facts.threads.length, summary };
}

/** Content of mapped files below a directory, which stands for the root of the processes. */
function fillFrom(directory: string, checkpoint: Checkpoint, report: Report): FileContent {
  const root = directoryRoot(directory);
  const known = new Map<string, ByteSource | undefined>();
  const opened = (path: string): ByteSource | undefined => {
    const found = root.stat(path);
    if (found?.type !== 'file') return undefined;
    const read = (target: Uint8Array, offset: number) => {
      const bytes = root.read(path, offset, target.length);
      if (bytes?.length !== target.length)
        throw Object.assign(new Error(`${path} became shorter while it was read`), { code: 'EIO' });
      target.set(bytes);
    };
    return {
      name: path,
      size: found.size,
      readInto: read,
      close() {},
      view(offset, length) {
        const bytes = new Uint8Array(length);
        read(bytes, offset);
        return bytes;
      },
    };
  };
  /** A program or library with another build-id is another file: its bytes would be wrong ones. */
  const isOther = ({ path = '', buildId }: OpenFile): boolean => {
    if (buildId === undefined || root.stat(path)?.type !== 'file') return false;
    const found = buildIdOf(root, path);
    if (found === buildId) return false;
    const message = `${path} below ${directory} is another file (build-id ${found ?? 'none'}, wanted ${buildId}): not used`;
    report(coreDiagnostic('core-file-differs', message));
    return true;
  };
  return ({ mapped }) => {
    const file = follow(checkpoint.files, mapped);
    if (file === undefined || file.isDeleted || !file.path) return undefined;
    if (!known.has(file.path)) known.set(file.path, isOther(file) ? undefined : opened(file.path));
    return known.get(file.path);
  };
}

interface Said {
  readonly written: readonly Written[];
  readonly without: readonly string[];
  readonly problems: readonly Diagnostic[];
  readonly output: string;
}

const shownMax = 20;

function show(args: Arguments, terminal: Terminal, said: Said): void {
  const { written, without, problems, output } = said;
  const out = output === '-' ? terminal.err : terminal.out;
  if (args.flag('json')) {
    out(`${JSON.stringify(coreJson(said), undefined, 1)}\n`);
    return;
  }
  for (const problem of problems.filter(({ severity }) => severity !== 'note').slice(0, shownMax))
    terminal.err(`${visible(formatDiagnostic(problem))}\n`);
  if (args.flag('quiet')) return;
  for (const { pid, comm, file, threads, summary } of written) {
    const { storedBytes, zeroBytes, filledBytes, missingBytes } = summary;
    const parts = [
      `${kib(storedBytes)} of the image`,
      `${kib(zeroBytes)} of zeros`,
      ...(filledBytes > 0n ? [`${kib(filledBytes)} of mapped files`] : []),
    ];
    out(
      `${visible(file)}: ${pid} ${visible(comm)}, ${threads} thread${threads === 1 ? '' : 's'}, ${parts.join(', ')}\n`,
    );
    for (const [why, bytes] of Object.entries(missingBytes) as [Missing, bigint][])
      out(`  without ${kib(bytes)}: ${missingText(why)}\n`);
  }
  for (const text of without) out(`${visible(text)}\n`);
}

const kib = (bytes: bigint): string => `${bytes / 1024n} KiB`;

const coreJson = ({ written, without, problems }: Said) => ({
  schemaVersion: 1,
  cores: written.map(({ pid, comm, file, threads, summary }) => ({
    pid,
    comm,
    file,
    threads,
    storedBytes: String(summary.storedBytes),
    zeroBytes: String(summary.zeroBytes),
    filledBytes: String(summary.filledBytes),
    missing: Object.entries(summary.missingBytes).map(([why, bytes]) => ({ why, bytes: String(bytes) })),
  })),
  without,
  diagnostics: problems,
});
