/** The processes of an image that a core file can be written of, and why there is none of the others. */
import type { Report } from '../../diagnostic.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { headOf } from '../../model/look-up.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { Content } from '../../parse/format.ts';
import { UsageError } from '../../usage-error.ts';
import { coreDiagnostic } from './codes.ts';
import type { CoreFile } from './core-file.ts';
import { type CoreFacts, coreOf, type NoCore } from './processes.ts';

export interface ImageOfCores {
  readonly content: Content;
  readonly source: ByteSource;
  readonly checkpoint: Checkpoint;
}

export interface ProcessCore {
  readonly comm: string;
  readonly core: CoreFile;
}

export interface Cores {
  readonly cores: readonly ProcessCore[];
  /** Processes that have ended, which have nothing that a core could hold. */
  readonly ended: readonly string[];
  /** Why each of the others has none. */
  readonly lost: readonly string[];
}

const noCoreWords: Readonly<Record<NoCore, string>> = {
  'no-memory': 'the image holds no memory of it',
  'no-registers': 'none of its threads has registers that a core can hold',
};

/** By pid; no pids are all of them. */
export function coresOf(
  image: ImageOfCores,
  facts: (image: ImageOfCores) => CoreFacts,
  wanted: readonly number[],
  report: Report,
): Cores {
  const { checkpoint, source } = image;
  const own = facts(image);
  const pids = pidsOf(checkpoint, wanted);
  const found = { cores: [] as ProcessCore[], ended: [] as string[], lost: [] as string[] };
  for (const process of [...checkpoint.processes].sort((a, b) => a.pid - b.pid)) {
    if (pids !== undefined && !pids.has(process.pid)) continue;
    const { comm, state } = headOf(process);
    const core = coreOf(checkpoint, source, process, own);
    const none = `no core of ${[process.pid, comm].join(' ').trimEnd()}`;
    if (typeof core !== 'string') found.cores.push({ comm, core });
    else if (state === 'Z') found.ended.push(`${none}: it has ended`);
    else {
      const message = `${none}: ${noCoreWords[core]}`;
      report(coreDiagnostic('core-process-lost', message));
      found.lost.push(message);
    }
  }
  return found;
}

/** A thread stands for its process. */
function pidsOf(
  { processes, tasks }: Checkpoint,
  wanted: readonly number[],
): ReadonlySet<number> | undefined {
  if (wanted.length === 0) return undefined;
  return new Set(
    wanted.map((pid) => {
      const own = tasks.find((task) => task.pid === pid)?.tgid ?? pid;
      if (!processes.some((process) => process.pid === own))
        throw new UsageError(`--pid ${pid}: the image has no such process`);
      return own;
    }),
  );
}
