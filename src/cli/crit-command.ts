/** cr-crit: which verb, on what. The verbs are in crit-*.ts. */
import { ImageError } from '../diagnostic.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import {
  criuCodes,
  findImageDirectories,
  type ImageDirectory,
  identifyFile,
  openTree,
} from '../parse/criu/index.ts';
import { critDecode, critInfo, critShow } from './crit-decode.ts';
import { critEncode } from './crit-encode.ts';
import { critExplore, explorerNames, isExplorer } from './crit-explore.ts';
import { openInput } from './input.ts';
import { type Arguments, UsageError } from './options.ts';
import type { Terminal } from './terminal.ts';

export async function crCrit(args: Arguments, terminal: Terminal): Promise<number> {
  const [verb, ...rest] = args.positionals;
  switch (verb) {
    case 'decode':
      return withImage(args, rest, (image) => critDecode(args, terminal, image));
    case 'show':
      return withImage(args, required(rest, 'show'), (image) => critShow(args, terminal, image));
    case 'info':
      return withImage(args, required(rest, 'info'), (image) => critInfo(args, terminal, image));
    case 'encode':
      return critEncode(args, terminal, rest[0]);
    case 'x':
      return explore(args, terminal, rest);
    case undefined:
      throw new UsageError('a verb is missing: decode, encode, show, info or x');
    default:
      throw new UsageError(`"${verb}" is no verb; there are decode, encode, show, info and x`);
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
}

async function withImage(
  args: Arguments,
  [path = args.value('in') ?? '-', member, ...more]: readonly string[],
  use: (image: NamedImage) => number,
): Promise<number> {
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const named = args.value('name');
  if (path === '-') {
    const source = openInput('-');
    try {
      return use({ source, name: named ?? 'standard input' });
    } finally {
      source.close();
    }
  }
  const root = await openTree(path, () => {});
  try {
    const source = openMember(root, path, member);
    try {
      return use({ source, name: named ?? source.name.replace(/^.*\//, '') });
    } finally {
      source.close();
    }
  } finally {
    root.close();
  }
}

/** The only file of a tree, or the one that is named: by its path, or by its name in the image directory. */
function openMember(root: ImageDirectory, path: string, member: string | undefined): ByteSource {
  const files = root.list();
  const only = files.length === 1 && files[0]?.kind === 'file' ? files[0].name : undefined;
  const name = member ?? only;
  if (name === undefined) throw new UsageError(`${path} holds many files: name one of them after it`);
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

const openInImage = (root: ImageDirectory, name: string): ByteSource | undefined =>
  identifyFile(name) && findImageDirectories(root, () => {})[0]?.open(name);

const bound = (source: ByteSource) => ({
  size: source.size,
  view: (offset: number, length: number) => source.view(offset, length),
  readInto: (target: Uint8Array, offset: number) => source.readInto(target, offset),
  close: () => source.close(),
});

async function explore(args: Arguments, terminal: Terminal, rest: readonly string[]): Promise<number> {
  const [path, what = '', ...more] = rest;
  if (path === undefined || !isExplorer(what) || more.length > 0) {
    throw new UsageError(`x takes a directory or archive and one of ${explorerNames.join(', ')}`);
  }
  const root = await openTree(path, () => {});
  try {
    const [directory] = findImageDirectories(root, () => {});
    if (directory === undefined) {
      const { severity } = criuCodes['criu-no-inventory'];
      const message = `${path} holds no CRIU images`;
      throw new ImageError({ code: 'criu-no-inventory', severity, message, at: { file: path } });
    }
    return critExplore(args, terminal, directory, what);
  } finally {
    root.close();
  }
}
