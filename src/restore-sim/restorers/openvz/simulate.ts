/**
 * Simulates the restore of a CPT image by an OpenVZ kernel: goes through the image as that kernel does,
 * until it gives up, dies, or is done. Never throws for what is in an image.
 */

import type { PsProcess } from '../../../model/ps.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import { ExactStream } from '../../../parse/bytes/exact-stream.ts';
import { imageHeaderBytes, imageHeaderPrefixBytes } from '../../../parse/cpt/record.ts';
import { type ImageHeaderFields, readImageHeader } from '../../../parse/generated/cpt-records.ts';
import type { IpcRows, SimulationReport } from '../../report.ts';
import { defaultOpenvzKernel, type OpenvzKernel, openvzKernelTitle } from './kernels.ts';
import { Restore } from './restore.ts';
import { resume } from './resume.ts';
import { ipcRows, processRows } from './rows.ts';
import { Stop } from './stop.ts';

export interface OpenvzOptions {
  /** See `findOpenvzKernel`; default: the line that wrote the image, at the image's HZ. */
  readonly kernel?: OpenvzKernel;
  /** Whether each step is recorded; default true. */
  readonly operations?: boolean;
}

const noIpc: IpcRows = { sem: [], msg: [], shm: [] };

/** What the kernel would do with that image. */
export function simulateOpenvzRestore(source: ByteSource, options: OpenvzOptions = {}): SimulationReport {
  const kernel = options.kernel ?? defaultOpenvzKernel(peekHeader(source));
  const restore = new Restore(source, kernel.line, kernel.hz, options.operations ?? true);
  if (kernel.line.isInferred) {
    restore.say('inferred-kernel', 0, `${kernel.line.title} is taken to behave as the kernels after it`);
  }
  const end = run(restore);
  const { losses, notes, operations, conditions } = restore;
  return {
    verdict: end.stop?.verdict ?? 'restores',
    kernel: openvzKernelTitle(kernel),
    conditions: [...conditions.values()],
    failures: end.stop === undefined ? [] : [end.stop.failure],
    losses,
    notes,
    processes: end.processes,
    ipc: end.ipc,
    operations,
  };
}

interface End {
  readonly stop: Stop | undefined;
  readonly processes: readonly PsProcess[];
  readonly ipc: IpcRows;
}

/** A kernel that hangs later has restored everything; after any other stop nothing is left. */
function run(restore: Restore): End {
  try {
    for (const phase of restore.line.undump) phase(restore);
    resume(restore);
    return { stop: restore.afterwards, processes: processRows(restore), ipc: ipcRows(restore) };
  } catch (error) {
    if (error instanceof Stop) return { stop: error, processes: [], ipc: noIpc };
    throw error;
  }
}

/** Enough to choose a kernel by; the kernel itself checks it again. */
function peekHeader(source: ByteSource): ImageHeaderFields | undefined {
  if (source.size < imageHeaderBytes) return undefined;
  const bytes = source.view(imageHeaderPrefixBytes, imageHeaderBytes - imageHeaderPrefixBytes);
  return readImageHeader(new ExactStream().load(bytes));
}
