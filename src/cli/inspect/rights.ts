/** cr-inspect IMAGE rights: who runs as what, what is mounted and written, what the spec says beside it. */

import type { Spools } from '../../parse/archive/unpack.ts';
import { type GivenGrants, readGrants } from '../../validate/trust/grants/read.ts';
import { rightsIn } from '../../validate/trust/rights/in-archive.ts';
import type { ContainerRights } from '../../validate/trust/rights/rights.ts';
import { rightsText } from '../../validate/trust/rights/text.ts';
import { exitCode } from '../exit-codes.ts';
import { UsageError } from '../options.ts';
import { visible } from '../terminal.ts';
import { withTrustInput } from '../validate/trust-input.ts';
import type { Job } from './job.ts';

export async function showRights(
  { args, terminal }: Job,
  path: string,
  rest: readonly string[],
): Promise<number> {
  if (rest.length > 0) throw new UsageError(`unexpected argument "${rest.join(' ')}"`);
  const given = await grantsOf(args.values('spec'));
  const problems: string[] = [];
  const all = await rightsAt(path, given, (text) => problems.push(text));
  const containers = wanted(all, args.value('container'));
  if (containers.length === 0) {
    terminal.err(`cr-inspect: ${visible(path)}: no CRIU image, and only these have rights to show\n`);
    return exitCode.findings;
  }
  for (const problem of problems) terminal.err(`cr-inspect: not read to its end: ${visible(problem)}\n`);
  terminal.out(
    args.flag('json')
      ? `${JSON.stringify({ schemaVersion: 1, containers }, undefined, 2)}\n`
      : rightsText(containers),
  );
  return problems.length > 0 ? exitCode.findings : exitCode.ok;
}

/** Those of every container at a path; none for an image of another family. */
export const rightsAt = async (
  path: string,
  given: readonly GivenGrants[],
  problem: (text: string) => void,
  spools: Spools = new Map(),
): Promise<readonly ContainerRights[]> =>
  (await withTrustInput(path, spools, (input) => rightsIn(input, given, problem))) ?? [];

function wanted(all: readonly ContainerRights[], name: string | undefined): readonly ContainerRights[] {
  if (name === undefined) return all;
  const labels = labelsOf(all);
  const found = all.filter((one, index) => one.name === name || labels[index] === name);
  if (found.length > 0 || all.length === 0) return found;
  throw new UsageError(`there is no container "${name}"; there are ${labels.join(', ')}`);
}

/** Names; a number where there is none, or several have it. */
const labelsOf = (all: readonly ContainerRights[]): readonly string[] =>
  all.map(({ name }, index) =>
    name !== null && all.filter((other) => other.name === name).length === 1
      ? name
      : `${name ?? 'container'}#${index + 1}`,
  );

async function grantsOf(paths: readonly string[]): Promise<readonly GivenGrants[]> {
  if (paths.length === 0) return [];
  const { readSpecDocuments } = await import('../validate/spec-file.ts');
  return paths
    .flatMap((path) => readSpecDocuments(path))
    .map(({ source, document }) => {
      const grants = readGrants(document, source);
      if (grants !== undefined) return grants;
      throw new UsageError(`--spec ${source}: neither an OCI runtime spec nor a Kubernetes pod or container`);
    });
}
