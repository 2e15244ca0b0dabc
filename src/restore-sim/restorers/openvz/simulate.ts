/**
 * Simulates the restore of a CPT image by an OpenVZ kernel: goes through the image as that kernel does, until it gives up,
 * dies, or is done. Never throws for what is in an image.
 */
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
  const stop = run(restore) ?? restore.afterwards;
  const survives = stop === undefined || stop === restore.afterwards;
  const { warnings, notes, operations, needs } = restore;
  return {
    verdict: stop?.verdict ?? 'restores',
    kernel: openvzKernelTitle(kernel),
    failures: stop === undefined ? [] : [stop.failure],
    warnings,
    notes,
    processes: survives ? processRows(restore) : [],
    ipc: survives ? ipcRows(restore) : noIpc,
    operations,
    needs: [...needs.values()],
  };
}

function run(restore: Restore): Stop | undefined {
  try {
    for (const phase of restore.line.undump) phase(restore);
    resume(restore);
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
}

/** Enough to choose a kernel by; the kernel itself checks it again. */
function peekHeader(source: ByteSource): ImageHeaderFields | undefined {
  if (source.size < imageHeaderBytes) return undefined;
  const bytes = source.view(imageHeaderPrefixBytes, imageHeaderBytes - imageHeaderPrefixBytes);
  return readImageHeader(new ExactStream().load(bytes));
}
