/**
 * The engine for a command line, in this thread or in a worker: made from plain data that can be sent to
 * one.
 */
import {
  findOpenvzKernel,
  type OpenvzKernel,
  openvzKernelNames,
  simulateOpenvzRestore,
} from '../restore-sim/restorers/openvz/index.ts';
import { type ConfigFile, policyFrom } from '../validate/config.ts';
import { makeEngine } from '../validate/engine.ts';
import type { Layer } from '../validate/finding.ts';
import type { ImageReport } from '../validate/validate.ts';
import { openInput } from './input.ts';
import { UsageError } from './options.ts';
import { readRecordSchema } from './validate-files.ts';

/** What a worker has to know. */
export interface EngineSettings {
  readonly config: ConfigFile | undefined;
  readonly kernel: string | undefined;
  readonly layers: readonly Layer[];
}

export type Progress = (phase: string, done: number, total: number) => void;

export type JudgeFile = (path: string) => ImageReport;

/** Undefined for the default; a usage error for a name that is none. */
export function kernelOf({ kernel }: EngineSettings): OpenvzKernel | undefined {
  const named = kernel === undefined ? undefined : findOpenvzKernel(kernel);
  if (kernel !== undefined && named === undefined) {
    throw new UsageError(
      `there is no kernel "${kernel}"; there are ${openvzKernelNames.join(', ')}, each also with /hz100 or /hz250`,
    );
  }
  return named;
}

/** Throws the errors of the system calls on a file that cannot be read. */
export function engineFor(settings: EngineSettings, progress?: Progress): JudgeFile {
  const { config, layers } = settings;
  const named = kernelOf(settings);
  const judge = makeEngine({
    recordSchema: readRecordSchema(),
    layers,
    policies: (config?.policies ?? []).map(policyFrom),
    simulate: (source) =>
      simulateOpenvzRestore(source, { operations: false, ...(named && { kernel: named }) }),
    progress,
  });
  return (path) => {
    const source = openInput(path);
    try {
      return judge(source);
    } finally {
      source.close();
    }
  };
}
