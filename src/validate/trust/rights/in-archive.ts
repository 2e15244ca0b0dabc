/** The rights of every container at a place, and of one that the door found there. */
import type { ImageDirectory } from '../../../parse/archive/image-directory.ts';
import { budgetFor } from '../../../parse/archive/unpack.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { GivenGrants } from '../grants/read.ts';
import { withSubjects } from '../read/archive.ts';
import { containerName, readContainer, subjectName } from '../read/container.ts';
import type { TrustedDirectory } from '../read/image-directories.ts';
import type { TrustInput } from '../trust-input.ts';
import { type ContainerRights, rightsOf } from './rights.ts';

/** In the order of the containers; `problem` hears of members that could not be read. */
export const rightsIn = (
  input: TrustInput,
  given: readonly GivenGrants[] = [],
  problem: (text: string) => void = () => {},
): Promise<readonly ContainerRights[]> =>
  withSubjects(
    {
      ...input,
      grants: (engine, documents, name) =>
        given.flatMap((grants) => grants(engine, name ?? containerName(documents))),
      problem: (member, text) => problem(`${member}: ${text}`),
    },
    (subjects) =>
      subjects
        .filter(({ images }) => images !== undefined)
        .map((subject) => rightsOf(subject, subjectName(subject))),
  );

export interface ContainerPlace {
  readonly images: TrustedDirectory;
  /** What an engine wrote around them. */
  readonly tree: ImageDirectory;
  readonly archive?: ByteSource | undefined;
  /** Put before the names of members. */
  readonly prefix: string;
  /** As the door knows it, which sees what lies around the documents, too. */
  readonly engine: string | undefined;
  /** As the door calls it. */
  readonly name: string | undefined;
}

export async function rightsAround(
  { images, tree, archive, prefix, name, engine }: ContainerPlace,
  given: readonly GivenGrants[],
  problem: (text: string) => void,
): Promise<ContainerRights> {
  const subject = await readContainer({
    root: tree,
    archive,
    images,
    prefix,
    budget: budgetFor(archive?.size ?? Number.POSITIVE_INFINITY),
    grants: (engine, documents) =>
      given.flatMap((grants) => grants(engine, name ?? containerName(documents))),
    problem: (member, text) => problem(`${member}: ${text}`),
  });
  const rights = rightsOf(subject, name ?? subjectName(subject));
  return { ...rights, engine: engine ?? rights.engine };
}
