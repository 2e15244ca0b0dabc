/**
 * cr-crit: which verb, on what. The verbs are in crit-*.ts; each loads only when it is used, because most
 * images take less time to read than the program to start.
 */
import { ImageError } from '../../diagnostic.ts';
import { didYouMean } from '../../did-you-mean.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import { findImageDirectories, openTree } from '../../parse/archive/open-tree.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { criuCodes } from '../../parse/criu/codes.ts';
import { identifyFile } from '../../parse/criu/image-types.ts';
import { type Arguments, UsageError } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { critSpec } from './spec.ts';

const verbs = Object.keys(critSpec.words ?? {});

export async function crCrit(args: Arguments, terminal: Terminal): Promise<number> {
  const [verb, ...rest] = args.positionals;
  switch (verb) {
    case 'decode': {
      const { critDecode } = await import('./decode.ts');
      const one = (image: NamedImage) => critDecode(args, terminal, image);
      return withImage(args, rest, one, (directory) => decodeAll(args, terminal, directory));
    }
    case 'show': {
      const { critShow } = await import('./decode.ts');
      return withImage(args, required(rest, 'show'), (image) => critShow(args, terminal, image));
    }
    case 'info': {
      const { critInfo } = await import('./decode.ts');
      return withImage(args, required(rest, 'info'), (image) => critInfo(args, terminal, image));
    }
    case 'encode': {
      const { critEncode } = await import('./encode.ts');
      return critEncode(args, terminal, rest[0]);
    }
    case 'set': {
      const { critSet } = await import('./set.ts');
      const [path, ...more] = required(rest, 'set');
      const at = more.findIndex((word) => word.includes('='));
      if (at < 0) throw new UsageError('set needs PATH=VALUE, as in tc.comm=sh');
      if (at > 0 && args.value('out') === undefined)
        throw new UsageError('an archive is not written to: name a file with --out');
      const named = [path ?? '-', ...more.slice(0, at)];
      return withImage(args, named, (image) => critSet(args, terminal, image, more.slice(at)));
    }
    case 'x':
      return explore(args, terminal, rest);
    case undefined:
      throw new UsageError(`a verb is missing: ${verbs.join(', ')}`);
    default:
      throw new UsageError(`"${verb}" is no verb; there are ${verbs.join(', ')}${didYouMean(verb, verbs)}`);
  }
}

function required(rest: readonly string[], verb: string): readonly string[] {
  if (rest.length === 0) throw new UsageError(`${verb} needs an image`);
  return rest;
}

/** An image file and the name that tells its type. */
export interface NamedImage {
  readonly source: ByteSource;
  readonly name: string;
  /** What the user named; `-` is standard input. */
  readonly path: string;
}

/** Opens what the arguments name: one image, or many if there is a use for them. */
async function withImage(
  args: Arguments,
  [path = args.value('in') ?? '-', member, ...more]: readonly string[],
  use: (image: NamedImage) => number,
  whenMany?: (root: ImageDirectory) => Promise<number>,
): Promise<number> {
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const named = args.value('name');
  if (path === '-') {
    const { openInput } = await import('../input.ts');
    const source = openInput('-');
    try {
      return use({ source, path, name: named ?? 'standard input' });
    } finally {
      source.close();
    }
  }
  const root = await openTree(path, () => {});
  try {
    if (whenMany !== undefined && member === undefined && onlyFile(root) === undefined)
      return await whenMany(root);
    const source = openMember(root, path, member);
    try {
      return use({ source, path, name: named ?? source.name.replace(/^.*\//, '') });
    } finally {
      source.close();
    }
  } finally {
    root.close();
  }
}

function onlyFile(root: ImageDirectory): string | undefined {
  const files = root.list();
  return files.length === 1 && files[0]?.kind === 'file' ? files[0].name : undefined;
}

/** The only file of a tree, or the one that is named: by its path, or by its name in the image directory. */
function openMember(root: ImageDirectory, path: string, member: string | undefined): ByteSource {
  const name = member ?? onlyFile(root);
  if (name === undefined)
    throw new UsageError(`${path} holds many files: name one of them after it: ${memberNames(root)}`);
  const parts = name.split('/');
  const file = parts.pop() ?? '';
  let at: ImageDirectory | undefined = root;
  for (const part of parts) at = at?.directory(part);
  const found = at?.open(file) ?? openInImage(root, name);
  if (found === undefined) {
    throw Object.assign(new Error(`${path} has no ${name}`), { code: 'ENOENT', path: `${path}: ${name}` });
  }
  return { ...bound(found), name: file };
}

/** So many names are told, one of each kind. */
const namesShown = 12;

function memberNames(root: ImageDirectory): string {
  const directory = findImageDirectories(root, () => {})[0] ?? root;
  const names = directory.list().flatMap(({ name, kind }) => (kind === 'file' ? name : []));
  const kinds = new Map(names.map((name) => [name.replace(/\d+/g, 'N'), name]));
  const shown = [...kinds.values()].slice(0, namesShown);
  return `${shown.join(' ')}${shown.length < names.length ? ` … (${names.length} files)` : ''}`;
}

const openInImage = (root: ImageDirectory, name: string): ByteSource | undefined =>
  identifyFile(name) && findImageDirectories(root, () => {})[0]?.open(name);

const bound = (source: ByteSource) => ({
  size: source.size,
  view: (offset: number, length: number) => source.view(offset, length),
  readInto: (target: Uint8Array, offset: number) => source.readInto(target, offset),
  close: () => source.close(),
});

async function decodeAll(args: Arguments, terminal: Terminal, root: ImageDirectory): Promise<number> {
  const out = args.value('out') ?? '-';
  if (out === '-') {
    throw new UsageError(
      `${root.name} holds many files: name a directory with --out, or one of them after it: ${memberNames(root)}`,
    );
  }
  const { critDecodeAll } = await import('./decode-all.ts');
  return critDecodeAll(args, terminal, imageDirectory(root), out);
}

async function explore(args: Arguments, terminal: Terminal, rest: readonly string[]): Promise<number> {
  const { critExplore, explorerNamed, explorerNames } = await import('./explore.ts');
  const [path, word = '', ...more] = rest;
  const what = explorerNamed(word);
  if (path === undefined || what === undefined || more.length > 0) {
    const meant = didYouMean(word, explorerNames);
    throw new UsageError(`x takes a directory or archive and one of ${explorerNames.join(', ')}${meant}`);
  }
  const root = await openTree(path, () => {});
  try {
    return critExplore(args, terminal, imageDirectory(root), what);
  } finally {
    root.close();
  }
}

function imageDirectory(root: ImageDirectory): ImageDirectory {
  const [directory] = findImageDirectories(root, () => {});
  if (directory !== undefined) return directory;
  const { severity } = criuCodes['criu-no-inventory'];
  const message = `${root.name} holds no CRIU images`;
  throw new ImageError({ code: 'criu-no-inventory', severity, message, at: { file: root.name } });
}
