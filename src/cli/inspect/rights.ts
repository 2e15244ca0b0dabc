/** cr-inspect IMAGE rights: who runs as what, what is mounted and written, what the spec says beside it. */

import type { Report } from '../../diagnostic.ts';
import { ProblemList } from '../../inspect/image.ts';
import { wrap } from '../../inspect/lay-out-table.ts';
import { type GivenGrants, readGrants } from '../../validate/trust/grants/read.ts';
import { rightsAround } from '../../validate/trust/rights/in-archive.ts';
import type { ContainerRights } from '../../validate/trust/rights/rights.ts';
import { rightsText } from '../../validate/trust/rights/text.ts';
import { exitCode } from '../exit-codes.ts';
import { openWhole } from '../open.ts';
import { type Arguments, UsageError } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';
import { concluded, type Job } from './job.ts';

export async function showRights(job: Job, path: string, rest: readonly string[]): Promise<number> {
  if (rest.length > 0) throw new UsageError(`unexpected argument "${rest.join(' ')}"`);
  const { args, terminal } = job;
  const given = await grantsOf(args.values('spec'));
  const problems: string[] = [];
  const problem = (text: string) => problems.push(text);
  const found = new ProblemList();
  const rights = await rightsOfOne(path, args, terminal, { given, problem, report: found.report });
  if (rights === undefined) return exitCode.findings;
  const containers = [rights];
  for (const problem of problems) terminal.err(`cr-inspect: not read to its end: ${visible(problem)}\n`);
  terminal.out(
    args.flag('json')
      ? `${JSON.stringify({ schemaVersion: 1, containers }, undefined, 2)}\n`
      : wrapped(rightsText(containers), terminal),
  );
  return Math.max(concluded(job, found), problems.length > 0 ? exitCode.findings : exitCode.ok);
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
  /** Hears what is wrong on the way to the image. */
  readonly report: Report;
}

/** Undefined for an image of another family, which is said. */
async function rightsOfOne(
  path: string,
  args: Arguments,
  terminal: Terminal,
  { given, problem, report }: Asked,
): Promise<ContainerRights | undefined> {
  const { image, input, close } = await openWhole(path, args, terminal, report);
  try {
    const trust = await image.family.trust?.();
    if (trust === undefined || image.content.form !== 'directory') {
      const what = `${image.name} is ${image.family.format.called}; rights are read of CRIU images, and of what engines write around them`;
      terminal.err(`cr-inspect: ${visible(what)}\n`);
      return undefined;
    }
    const images = image.content.directory;
    const { tree, archive } = image.around ?? { tree: images };
    const inside = tree.name.startsWith(`${input.name}/`) ? `${tree.name.slice(input.name.length + 1)}/` : '';
    const engine = image.containerInfo?.(() => {})?.engine;
    return await rightsAround(
      { images: { directory: images, trust }, tree, archive, prefix: inside, name: image.container, engine },
      given,
      problem,
    );
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
