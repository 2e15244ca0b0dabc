/**
 * CPT → CRIU. Reads a checkpoint of any version, works out the repairs, and writes a directory of images.
 * Knows nothing of files and terminals. Versions differ in the checkpoint already: there is no chain to go.
 */
import type { Diagnostic, Report } from '../../../diagnostic.ts';
import type { Checkpoint } from '../../../model/checkpoint.ts';
import { type CptModelOptions, checkpointFromCpt } from '../../../model/from-cpt/checkpoint-from-cpt.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { AnyRecord } from '../../../parse/cpt/record.ts';
import { memoryFaults } from '../memory-check.ts';
import { areasOf } from './areas.ts';
import { reportContainer } from './container-losses.ts';
import { type Conversion, type Default, type InjectedCode, type RestoringSide, refuse } from './context.ts';
import { writeCores } from './core.ts';
import { writeFdinfo } from './fdinfo.ts';
import { addLossesOf } from './fields/losses-by-field.ts';
import { FileBook } from './file-book.ts';
import { writeFs } from './fs.ts';
import { writeIds } from './ids.ts';
import { writeInventory } from './inventory.ts';
import { writeLocks } from './locks.ts';
import { type Loss, Losses } from './losses.ts';
import { writeMm } from './mm.ts';
import { placeMounts, writeMounts } from './mounts.ts';
import { writeNetwork } from './network.ts';
import { Numbers } from './numbers.ts';
import { type CriuOutput, nullOutput } from './output.ts';
import { writePages } from './pages.ts';
import { writePstree } from './pstree.ts';
import { planRepairs } from './repairs/repairs.ts';
import { writeSharedAnonymous } from './shared-memory.ts';
import { reportSharing } from './sharing.ts';
import { checkIpc, writeIpc } from './sysv-ipc.ts';
import { writeTimens } from './timens.ts';
import { type TreeProcess, treeOf } from './tree.ts';
import { writeUts } from './uts.ts';

export interface CptToCriuOptions extends CptModelOptions {
  /** Repairs that put code or pages into a process. Default: on. */
  readonly injectedCode?: boolean;
  /** The machine that will restore; what is absent is taken to be without limit. */
  readonly side?: RestoringSide;
}

export interface CptToCriuResult {
  /** False when the image cannot be expressed: the output must not be used. */
  readonly ok: boolean;
  readonly checkpoint: Checkpoint;
  readonly injected: readonly InjectedCode[];
  readonly losses: readonly Loss[];
  readonly defaults: readonly Default[];
  /** Options of `criu restore` besides the directories. */
  readonly criuOptions: readonly string[];
  /** Files that were written. */
  readonly files: readonly string[];
}

/** Processes done of all. */
export type CptToCriuProgress = (done: number, total: number) => void;

/**
 * Converts an image. What has no counterpart is reported as `criu-state-lost`, what cannot be expressed as
 * an error. The images are in the form of CRIU 4.2. Throws ImageError for a file that is no CPT image.
 */
export function convertCptToCriu(
  source: ByteSource,
  output: CriuOutput,
  options: CptToCriuOptions,
  report: Report,
  progress: CptToCriuProgress = () => {},
): CptToCriuResult {
  const read: ReadCheckpoint = (heard, losses) => {
    const onRecord = (record: AnyRecord, isRead: boolean) => {
      if (isRead) addLossesOf(record, (name, example, place) => losses.add(name, example, place));
    };
    return checkpointFromCpt(source, heard, { ...options, onRecord });
  };
  return writeAsCriu({ source, read }, output, options, report, progress);
}

/** Reads a checkpoint of any family, and says what of the image has no place in it. */
export type ReadCheckpoint = (report: Report, losses: Losses) => Checkpoint;

/** A checkpoint of any family as CRIU images; its byte ranges are ranges of `source`. */
export function writeAsCriu(
  { source, read }: { readonly source: ByteSource; readonly read: ReadCheckpoint },
  output: CriuOutput,
  options: CptToCriuOptions,
  report: Report,
  progress: CptToCriuProgress = () => {},
): CptToCriuResult {
  let ok = true;
  const watched = (diagnostic: Diagnostic) => {
    if (diagnostic.severity === 'error') ok = false;
    report(diagnostic);
  };
  const files: string[] = [];
  const named: CriuOutput = {
    create(name) {
      files.push(name);
      return output.create(name);
    },
  };
  const losses = new Losses();
  const checkpoint = read(watched, losses);
  const conversion = conversionOf({ checkpoint, source, output: named, options, report: watched, losses });
  check(conversion);
  if (ok) writeAll(conversion, progress);
  conversion.losses.report(report);
  return {
    ok,
    checkpoint,
    injected: conversion.injected,
    losses: conversion.losses.list(),
    defaults: conversion.defaults,
    criuOptions: [...conversion.options],
    files: files.sort(),
  };
}

/** What a conversion would do with this image: everything is worked out, nothing is written. */
export function planCptToCriu(
  source: ByteSource,
  options: CptToCriuOptions,
  report: Report,
  progress?: CptToCriuProgress,
): CptToCriuResult {
  return convertCptToCriu(source, nullOutput, options, report, progress);
}

type ConversionInput = Pick<Conversion, 'checkpoint' | 'source' | 'output' | 'report' | 'losses'> & {
  readonly options: CptToCriuOptions;
};

function conversionOf({ checkpoint, source, output, options, report, losses }: ConversionInput): Conversion {
  const tree = treeOf(checkpoint);
  const injected: InjectedCode[] = [];
  const injectsCode = options.injectedCode ?? true;
  const input = { checkpoint, source, tree, injectsCode, losses, injected };
  const files = new FileBook();
  const conversion: Conversion = {
    checkpoint,
    source,
    report,
    output,
    tree,
    losses,
    injected,
    injectsCode,
    files,
    side: options.side ?? {},
    numbers: new Numbers(),
    defaults: [...generalDefaults],
    options: new Set(),
    mounts: placeMounts(checkpoint, losses),
    repairs: planRepairs(input),
  };
  files.open(conversion);
  return conversion;
}

/** Values that no CPT image has. */
const generalDefaults: readonly Default[] = [
  { what: 'ids of namespaces and kernel objects', value: 'running numbers' },
  { what: 'POSIX message queue limits', value: '256 queues, 10 messages of 8192 bytes' },
  { what: 'capacity of pipes', value: '65536 bytes' },
  { what: 'OOM score, login uid, control group set, seccomp, rseq', value: 'absent' },
];

/** Everything that refuses an image before its first file is written. */
function check(conversion: Conversion): void {
  const { checkpoint, tree, repairs, report } = conversion;
  if (checkpoint.image.architecture === 'ia64')
    refuse({ report }, 'an ia64 image: CRIU restores no such processes');
  for (const { message, at } of [...tree.problems, ...repairs.impossible])
    refuse({ report }, message, { at });
  for (const { message, at } of memoryFaults(conversion.checkpoint, { takesAbsent: false }))
    refuse({ report }, message, { at });
  checkIpc(conversion);
}

function writeAll(conversion: Conversion, progress: CptToCriuProgress): void {
  const { output, tree, files } = conversion;
  writeInventory(output);
  writePstree(conversion);
  const written = new Set<number>();
  tree.processes.forEach((process, index) => {
    writeProcess(conversion, process, written);
    progress(index + 1, tree.processes.length);
  });
  writeLocks(conversion);
  writeSharedAnonymous(conversion);
  writeIpc(conversion);
  writeUts(conversion);
  writeTimens(conversion);
  writeMounts(conversion);
  writeNetwork(conversion);
  files.write();
  reportSharing(conversion);
  reportContainer(conversion);
}

function writeProcess(conversion: Conversion, process: TreeProcess, written: Set<number>): void {
  writeCores(conversion, process);
  if (process.life === 'zombie') return;
  writeIds(conversion, process);
  const areas = areasOf(conversion, process);
  writeMm(conversion, process, areas);
  writePages(conversion, process, areas);
  writeFs(conversion, process);
  writeFdinfo(conversion, process, written);
}
