/** Cores of all processes of an opened image. */
import type { Checkpoint, ImageFacts } from '../../model/checkpoint.ts';
import { headOf } from '../../model/look-up.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import type { CoreFile } from './core-file.ts';
import { cptCoreFacts } from './cpt-facts.ts';
import { criuCoreFacts } from './criu-facts.ts';
import { type CoreFacts, coreOf, type NoCore } from './processes.ts';

export {
  type CoreFile,
  type CoreSummary,
  type FileContent,
  missingText,
  type SparseSink,
  writeCore,
} from './core-file.ts';

export interface CoreInput {
  readonly checkpoint: Checkpoint;
  readonly source: ByteSource;
  /** Of CRIU images. */
  readonly directory?: ImageDirectory | undefined;
}

export const noCoreWords: Readonly<Record<NoCore, string>> = {
  'no-memory': 'the image holds no memory of it',
  'no-registers': 'none of its threads has registers that a core can hold',
};

/** By pid; a word instead of a core says why there is none. */
export function* coresOf(
  input: CoreInput,
  pids: ReadonlySet<number> | undefined,
): Generator<{ readonly pid: number; readonly comm: string; readonly core: CoreFile | NoCore }> {
  const { checkpoint, source } = input;
  const facts = factsOf(input, checkpoint.image);
  const processes = [...checkpoint.processes].sort((a, b) => a.pid - b.pid);
  for (const process of processes) {
    if (pids !== undefined && !pids.has(process.pid)) continue;
    const comm = headOf(process).comm;
    yield { pid: process.pid, comm, core: coreOf(checkpoint, source, process, facts) };
  }
}

function factsOf({ source, directory }: CoreInput, { version = 0 }: ImageFacts): CoreFacts {
  return directory === undefined ? cptCoreFacts(source, version) : criuCoreFacts(directory);
}
