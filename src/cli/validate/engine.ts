/**
 * The engine for a command line, in this thread or in a worker: made from plain data that can be sent to
 * one.
 */
import { statSync } from 'node:fs';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import type { Host } from '../../restore-sim/host/index.ts';
import { kernelProfileNames } from '../../restore-sim/kernel/index.ts';
import { isKernelName, rehearseAlone } from '../../restore-sim/plan/index.ts';
import { type ConfigFile, policyFrom } from '../../validate/config.ts';
import { makeEngine } from '../../validate/cpt/engine.ts';
import { judgeCriuImage } from '../../validate/criu/judge.ts';
import type { Layer } from '../../validate/finding.ts';
import type { ImageReport } from '../../validate/validate.ts';
import { isArchive, openInput } from '../input.ts';
import { UsageError } from '../options.ts';

import { judgeArchive, judgeCriuDirectory } from './criu.ts';
import { type TrustInput, type TrustSettings, trustFindings } from './trust.ts';

/** What a worker has to know. */
export interface EngineSettings {
  readonly config: ConfigFile | undefined;
  readonly kernel: string | undefined;
  /** What is there already, for the rehearsal. */
  readonly host: Host | undefined;
  readonly layers: readonly Layer[];
  readonly trust: TrustSettings;
}

export type Progress = (phase: string, done: number, total: number) => void;

/** An archive may hold several images. */
export type JudgeFile = (path: string) => Promise<readonly ImageReport[]>;

/** A usage error for the name of a kernel that is none. */
export function checkKernel(name: string | undefined): void {
  if (name === undefined || isKernelName(name)) return;
  const names = kernelProfileNames.join(', ');
  throw new UsageError(
    `there is no kernel "${name}"; there are ${names}; openvz-… also with /hz100 or /hz250`,
  );
}

/** Throws the errors of the system calls on a file that cannot be read. */
export function engineFor(settings: EngineSettings, progress?: Progress): JudgeFile {
  const { config, layers, kernel, host } = settings;
  const options = { operations: false, ...(kernel !== undefined && { kernel }), ...(host && { host }) };
  const policies = (config?.policies ?? []).map(policyFrom);
  const judge = makeEngine({
    ...{ layers, policies, progress },
    simulate: (source) => rehearseAlone({ family: 'cpt', source }, options),
  });
  // An OpenVZ kernel restores CPT images only; it says nothing about where CRIU is to run.
  const { kernel: named, ...others } = options;
  const criuOptions = named === undefined || named.startsWith('openvz-') ? others : options;
  const judgeCriu = (directory: ImageDirectory) =>
    judgeCriuImage(directory, {
      ...{ layers, policies, progress },
      simulate: (image) => rehearseAlone({ family: 'criu', directory: image }, criuOptions),
    });
  const trust = (input: TrustInput) => trustFindings(input, settings.trust);
  return async (path) => {
    if (path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory())
      return [await judgeCriuDirectory(path, judgeCriu, trust)];
    const source = openInput(path);
    try {
      if (path !== '-' && isArchive(source)) return await judgeArchive(path, judgeCriu, trust);
      return [{ ...judge(source), path }];
    } finally {
      source.close();
    }
  };
}
