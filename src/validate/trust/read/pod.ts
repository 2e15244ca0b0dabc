/** The checkpoint of a pod as the rules see it: its manifest, and each of its archives. */

import { type ImageDirectory, treeDirectory } from '../../../parse/archive/image-directory.ts';
import { isTarHeader, tarMembers } from '../../../parse/archive/tar.ts';
import { unpack } from '../../../parse/archive/unpack.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import { sha256Of } from '../../../parse/bytes/sha256.ts';
import { grantsOfCriConfig } from '../grants/pod.ts';
import { list, member, text } from '../json.ts';
import { hasDotDot } from '../paths.ts';
import type { ContainerSubject, Json, LayoutProblem, PodFacts } from '../subject.ts';
import { containerName, readContainer } from './container.ts';
import { readDocument } from './documents.ts';
import { isOciLayout, type LayoutInput, readLayout } from './oci.ts';

const manifestName = 'checkpoint-manifest.json';
/** As many as containerd allows. */
const containersMax = 1024;

export const isPodCheckpoint = (root: ImageDirectory): boolean =>
  root.list().some(({ name, kind }) => name === manifestName && kind === 'file');

export async function readPod(input: LayoutInput): Promise<{
  readonly pod: PodFacts;
  readonly containers: readonly ContainerSubject[];
  readonly layouts: readonly ContainerSubject[];
}> {
  const { root, prefix } = input;
  const manifest = readDocument(root, manifestName, prefix);
  const config = readDocument(root, 'pod-config.json', prefix);
  const problems: LayoutProblem[] = [];
  const containers: ContainerSubject[] = [];
  const layouts: ContainerSubject[] = [];
  const seen = { names: new Set<string>(), archives: new Set<string>(), ids: new Set<string>() };
  const items = list(member(manifest?.value, 'containers')).slice(0, containersMax);
  for (const [index, entry] of items.entries()) {
    const say = (kind: LayoutProblem['kind'], part: string, message: string) =>
      problems.push({
        kind,
        member: `${prefix}${manifestName}`,
        field: `containers[${index}].${part}`,
        message,
      });
    judgeEntry(entry, seen, say);
    const archive = text(member(entry, 'archive')) ?? '';
    const file = openInside(root, archive);
    if (file === undefined) {
      if (archive !== '' && !archive.startsWith('/') && !hasDotDot(archive))
        say('absent', 'archive', `archive not there: ${archive}`);
      continue;
    }
    input.opened.push(file);
    const digest = text(member(entry, 'sha256'));
    if (digest !== undefined && sha256Of(file) !== digest.toLowerCase())
      say('mismatch', 'sha256', `digest mismatch: ${archive} has another SHA-256 than the manifest says`);
    const found = await readArchive(input, file, archive, entry, index);
    for (const one of found.containers) containers.push({ ...one, podEntry: { index, value: entry } });
    if (found.layout !== undefined) layouts.push(found.layout);
  }
  return { pod: { member: `${prefix}${manifestName}`, config, problems }, containers, layouts };
}

function judgeEntry(
  entry: Json,
  seen: { readonly names: Set<string>; readonly archives: Set<string>; readonly ids: Set<string> },
  say: (kind: LayoutProblem['kind'], part: string, message: string) => void,
): void {
  const archive = text(member(entry, 'archive')) ?? '';
  const name = text(member(entry, 'name')) ?? '';
  const id = text(member(entry, 'id')) ?? '';
  if (hasDotDot(archive)) say('escape', 'archive', `path with ..: the archive ${archive}`);
  else if (archive.startsWith('/')) say('escape', 'archive', `absolute path: the archive ${archive}`);
  if (seen.names.has(name)) say('twice', 'name', `duplicate container name: ${name}`);
  if (id !== '' && seen.ids.has(id)) say('twice', 'id', `duplicate container id: ${id}`);
  if (archive !== '' && seen.archives.has(archive))
    say('twice', 'archive', `one archive for two containers: ${archive}`);
  seen.names.add(name);
  seen.ids.add(id);
  seen.archives.add(archive);
  const inner = text(member(entry, 'config', 'metadata', 'name'));
  if (inner !== undefined && name !== '' && inner !== name)
    say(
      'differs',
      'config.metadata.name',
      `name and config disagree: the container ${name} has the config of ${inner}`,
    );
}

/** Below the directory of the manifest; links and `..` lead nowhere. */
function openInside(root: ImageDirectory, path: string): ByteSource | undefined {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  let at: ImageDirectory | undefined = root;
  for (const part of parts)
    at = part === '' || part === '.' || part === '..' ? undefined : at?.directory(part);
  return name === '' || name === '..' ? undefined : at?.open(name);
}

async function readArchive(
  input: LayoutInput,
  file: ByteSource,
  name: string,
  entry: Json,
  index: number,
): Promise<{ readonly containers: readonly ContainerSubject[]; readonly layout?: ContainerSubject }> {
  const { problem, budget, opened } = input;
  const shown = `${input.prefix}${name}`;
  const archive = await unpack(file, { report: ({ message }) => problem(shown, message), budget });
  if (archive !== file) opened.push(archive);
  if (!isTarHeader(archive.view(0, Math.min(512, archive.size)))) {
    problem(shown, 'it is no tar archive');
    return { containers: [] };
  }
  const root = treeDirectory(
    shown,
    tarMembers(archive, () => {}, budget.lists),
  );
  const asked = (
    engine: Parameters<LayoutInput['grants']>[0],
    documents: Parameters<LayoutInput['grants']>[1],
  ) => {
    const source = `${manifestName} (containers[${index}].config)`;
    const own = grantsOfCriConfig(member(entry, 'config') ?? null, source, engine ?? 'unknown');
    return [
      ...(own === undefined ? [] : [own]),
      ...input.grants(engine, documents, text(member(entry, 'name')) ?? containerName(documents)),
    ];
  };
  const prefix = `${shown}/`;
  if (!isOciLayout(root))
    return { containers: [await readContainer({ root, archive, prefix, grants: asked, problem, budget })] };
  const { layout, containers } = await readLayout({ ...input, root, prefix, grants: asked });
  const outer = await readContainer({
    root,
    archive,
    prefix,
    grants: () => [],
    problem,
    budget,
    isOuter: true,
  });
  return { containers, layout: { ...outer, layout } };
}
