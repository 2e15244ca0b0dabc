/**
 * cr-crit: which verb, on what. The verbs are in crit-*.ts; each loads only when it is used, because most
 * images take less time to read than the program to start.
 */

import { ImageError } from '../../diagnostic.ts';
import { didYouMean } from '../../did-you-mean.ts';
import type { FoundImage } from '../../open/open.ts';
import { openAt } from '../../parse/archive/documents.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import { stdinName } from '../../parse/archive/open-bytes.ts';
import { openTree } from '../../parse/archive/open-tree.ts';
import type { OpenedTree } from '../../parse/archive/tree.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { inputDiagnostic } from '../../parse/input-codes.ts';
import { baseName } from '../../path-name.ts';
import { openOne, openWhole } from '../open.ts';
import { type Arguments, refuseOptions, UsageError } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import type { NamedImage } from './named-image.ts';
import { critSpec } from './spec.ts';

const verbs = Object.keys(critSpec.words ?? {});

const repacking = ['in-place'];

/** What each verb takes besides the options of every command. A regular file is always replaced: `--force` adds nothing. */
const optionsOf = {
  decode: ['in', 'out', 'pretty', 'lossless', 'refs', 'name', 'force', 'container'],
  encode: ['in', 'out', 'image', 'name', 'force'],
  show: ['nopl', 'name', 'container'],
  info: ['name', 'container', 'json'],
  set: ['out', 'name', 'force', 'container'],
  compress: repacking,
  decompress: repacking,
  x: ['container', 'json'],
} as const satisfies Record<string, readonly string[]>;

type Verb = keyof typeof optionsOf;

const isVerb = (word: string): word is Verb => Object.hasOwn(optionsOf, word);

/** Options of other verbs than this one. */
function optionsBeside(verb: Verb): readonly string[] {
  const own: readonly string[] = optionsOf[verb];
  return [...new Set(Object.values(optionsOf).flat())].filter((name) => !own.includes(name));
}

export async function crCrit(args: Arguments, terminal: Terminal): Promise<number> {
  const [verb, ...rest] = args.positionals;
  if (verb !== undefined && isVerb(verb)) refuseOptions(args, optionsBeside(verb), `to ${verb}`);
  switch (verb) {
    case 'decode': {
      const { critDecode } = await import('./decode.ts');
      const one = (image: NamedImage) => critDecode(args, terminal, image);
      return withImage(args, terminal, rest, one, (directory) => decodeAll(args, terminal, directory));
    }
    case 'show': {
      const { critShow } = await import('./decode.ts');
      return withImage(args, terminal, required(rest, 'show'), (image) => critShow(args, terminal, image));
    }
    case 'info': {
      const { critInfo } = await import('./decode.ts');
      return withImage(args, terminal, required(rest, 'info'), (image) => critInfo(args, terminal, image));
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
      const named = [path ?? '-', ...more.slice(0, at)];
      return withImage(args, terminal, named, (image) => critSet(args, terminal, image, more.slice(at)));
    }
    case 'compress':
    case 'decompress': {
      const { critRepack } = await import('./repack.ts');
      return critRepack(args, terminal, verb, rest);
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

/** Opens what the arguments name: one image, or many if there is a use for them. */
async function withImage(
  args: Arguments,
  terminal: Terminal,
  [path = args.value('in') ?? '-', member, ...more]: readonly string[],
  use: (image: NamedImage) => number,
  whenMany?: (directory: ImageDirectory) => Promise<number>,
): Promise<number> {
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const spools = new Map();
  // A path of a tree leads to any file of it, to what stands around the images, too.
  const tree = member === undefined ? undefined : await treeAt(path, spools);
  try {
    if (tree !== undefined && member !== undefined && openAt(tree, member) !== undefined)
      return withMember(tree, { path, member, isItself: false }, args, use);
    const fileName = args.value('name');
    const opened = await openOne(path, args, terminal, () => {}, { spools, fileName });
    try {
      const directory = directoryIn(opened.image);
      // The file that was named is meant, not the directory around it: an archive of a tmpfs, for one.
      const file = member ?? opened.image.startAt ?? onlyFile(directory);
      const isItself = member === undefined && opened.image.startAt !== undefined;
      if (file !== undefined) return withMember(directory, { path, member: file, isItself }, args, use);
      if (whenMany !== undefined) return await whenMany(directory);
      throw new UsageError(
        `${path === '-' ? stdinName : path} holds many files: name one of them after it: ${memberNames(directory)}`,
      );
    } finally {
      opened.close();
    }
  } finally {
    tree?.close();
  }
}

/** What is no tree, or a damaged one, is called by its name where it is opened as an image. */
async function treeAt(path: string, spools: Map<string, ByteSource>): Promise<OpenedTree | undefined> {
  try {
    return await openTree(path, () => {}, { spools });
  } catch (error) {
    if (error instanceof ImageError) return undefined;
    throw error;
  }
}

function withMember(
  tree: ImageDirectory,
  { path, member, isItself }: { readonly path: string; readonly member: string; readonly isItself: boolean },
  args: Arguments,
  use: (image: NamedImage) => number,
): number {
  const found = openAt(tree, member);
  if (found === undefined)
    throw Object.assign(new Error(`${path} has no ${member}`), {
      code: 'ENOENT',
      path: `${path}: ${member}`,
    });
  const base = baseName(member);
  try {
    return use({ source: { ...bound(found), name: base }, path, isItself, name: args.value('name') ?? base });
  } finally {
    found.close();
  }
}

/** So many names are told, one of each kind. */
const namesShown = 12;

function memberNames(directory: ImageDirectory): string {
  const names = directory.list().flatMap(({ name, kind }) => (kind === 'file' ? name : []));
  const kinds = new Map(names.map((name) => [name.replace(/\d+/g, 'N'), name]));
  const shown = [...kinds.values()].slice(0, namesShown);
  return `${shown.join(' ')}${shown.length < names.length ? ` … (${names.length} files)` : ''}`;
}

function onlyFile(directory: ImageDirectory): string | undefined {
  const files = directory.list();
  return files.length === 1 && files[0]?.kind === 'file' ? files[0].name : undefined;
}

/** Throws ImageError for images of other families. */
function directoryIn({ content, family, name }: FoundImage): ImageDirectory {
  if (content.form === 'directory') return content.directory;
  const message = `${family.format.called}, and crit reads files of CRIU images: cr-inspect shows it`;
  throw new ImageError(inputDiagnostic('not-an-image', message, { file: name }));
}

const bound = (source: ByteSource) => ({
  size: source.size,
  view: (offset: number, length: number) => source.view(offset, length),
  readInto: (target: Uint8Array, offset: number) => source.readInto(target, offset),
  close: () => source.close(),
});

async function decodeAll(args: Arguments, terminal: Terminal, directory: ImageDirectory): Promise<number> {
  const out = args.value('out') ?? '-';
  if (out === '-') {
    throw new UsageError(
      `${directory.name} holds many files: name a directory with --out, or one of them after it: ${memberNames(directory)}`,
    );
  }
  const { critDecodeAll } = await import('./decode-all.ts');
  return critDecodeAll(args, terminal, directory, out);
}

async function explore(args: Arguments, terminal: Terminal, rest: readonly string[]): Promise<number> {
  const { critExplore, explorerNamed, explorerNames } = await import('./explore.ts');
  const [path, word = '', ...more] = rest;
  const what = explorerNamed(word);
  if (path === undefined || what === undefined || more.length > 0) {
    const meant = didYouMean(word, explorerNames);
    throw new UsageError(`x takes a directory or archive and one of ${explorerNames.join(', ')}${meant}`);
  }
  const opened = await openWhole(path, args, terminal, () => {});
  try {
    return critExplore(args, terminal, directoryIn(opened.image), what);
  } finally {
    opened.close();
  }
}
