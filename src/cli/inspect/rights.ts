/** cr-inspect IMAGE rights: who runs as what, what is mounted and written, what the spec says beside it. */

import { wrap } from '../../inspect/lay-out-table.ts';
import { type GivenGrants, readGrants } from '../../validate/trust/grants/read.ts';
import { rightsAround, rightsIn } from '../../validate/trust/rights/in-archive.ts';
import type { ContainerRights } from '../../validate/trust/rights/rights.ts';
import { rightsText } from '../../validate/trust/rights/text.ts';
import { exitCode } from '../exit-codes.ts';
import { openOne } from '../open.ts';
import { type Arguments, UsageError } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';
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
  const problem = (text: string) => problems.push(text);
  const containers =
    args.value('container') === undefined
      ? await rightsAt(path, { given, problem })
      : await rightsOfOne(path, args, terminal, { given, problem });
  if (containers.length === 0) {
    terminal.err(`cr-inspect: ${visible(path)}: no CRIU image, and only these have rights to show\n`);
    return exitCode.findings;
  }
  for (const problem of problems) terminal.err(`cr-inspect: not read to its end: ${visible(problem)}\n`);
  terminal.out(
    args.flag('json')
      ? `${JSON.stringify({ schemaVersion: 1, containers }, undefined, 2)}\n`
      : wrapped(rightsText(containers), terminal),
  );
  return problems.length > 0 ? exitCode.findings : exitCode.ok;
}

/** As wide as the terminal; what goes on stands two columns further in. A pipe gets lines as they are. */
function wrapped(text: string, { isOutTty, columns }: Terminal): string {
  if (!isOutTty) return text;
  const lines = text.split('\n').flatMap((line) => {
    const words = line.trimStart();
    const before = line.length - words.length;
    return wrap(words, columns - before - 2).map((part, at) => ' '.repeat(before + (at && 2)) + part);
  });
  return lines.join('\n');
}

interface Asked {
  readonly given: readonly GivenGrants[];
  readonly problem: (text: string) => void;
}

/** Those of every container at a path; none for an image of another family. */
const rightsAt = async (path: string, { given, problem }: Asked): Promise<readonly ContainerRights[]> =>
  (await withTrustInput(path, new Map(), (input) => rightsIn(input, given, problem))) ?? [];

/** Those of the container that is named. */
async function rightsOfOne(
  path: string,
  args: Arguments,
  terminal: Terminal,
  { given, problem }: Asked,
): Promise<readonly ContainerRights[]> {
  const { image, input, close } = await openOne(path, args, terminal, () => {});
  try {
    if (image.content.form !== 'directory') return [];
    const images = image.content.directory;
    const { tree, archive } = image.around ?? { tree: images };
    const inside = tree.name.startsWith(`${input.name}/`) ? `${tree.name.slice(input.name.length + 1)}/` : '';
    const place = { images, tree, archive, prefix: inside, name: image.container };
    return [await rightsAround(place, given, problem)];
  } finally {
    close();
  }
}

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
