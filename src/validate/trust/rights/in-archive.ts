/** The rights of every container at a place. */
import type { GivenGrants } from '../grants/read.ts';
import { withSubjects } from '../read/archive.ts';
import { containerName, subjectName } from '../read/container.ts';
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
