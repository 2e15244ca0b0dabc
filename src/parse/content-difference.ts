/** Whether two images are the same, byte for byte: what a lossless form has to give back. */
import type { ImageDirectory } from './archive/image-directory.ts';
import type { ByteSource } from './bytes/byte-source.ts';
import { firstDifference } from './bytes/first-difference.ts';
import type { Content } from './format.ts';

export interface ContentDifference {
  /** Of the file, in a directory. */
  readonly file?: string;
  readonly offset?: number;
  readonly what: string;
}

/** The first one; undefined for the same bytes. Of directories files and links count. */
export function contentDifference(a: Content, b: Content): ContentDifference | undefined {
  if (a.form === 'file' && b.form === 'file') return sourceDifference(a.source, b.source);
  if (a.form === 'directory' && b.form === 'directory') return directoryDifference(a.directory, b.directory);
  return { what: `a ${a.form} became a ${b.form}` };
}

function sourceDifference(a: ByteSource, b: ByteSource): ContentDifference | undefined {
  const offset = firstDifference(a, 0, b, 0, Math.min(a.size, b.size));
  if (offset !== undefined) return { offset, what: 'another byte' };
  return a.size === b.size ? undefined : { what: `${b.size} bytes instead of ${a.size}` };
}

function directoryDifference(a: ImageDirectory, b: ImageDirectory): ContentDifference | undefined {
  const counted = ({ kind }: { readonly kind: string }) => kind === 'file' || kind === 'link';
  const others = new Map(
    b
      .list()
      .filter(counted)
      .map((entry) => [entry.name, entry]),
  );
  for (const { name, kind, target } of a.list().filter(counted)) {
    const other = others.get(name);
    others.delete(name);
    if (other?.kind !== kind)
      return { file: name, what: other === undefined ? 'it is missing' : `a ${other.kind}` };
    if (kind === 'link' && other.target !== target) return { file: name, what: 'it leads elsewhere' };
    const found = kind === 'file' ? fileDifference(a, b, name) : undefined;
    if (found !== undefined) return { ...found, file: name };
  }
  const [more] = others.keys();
  return more === undefined ? undefined : { file: more, what: 'it is new' };
}

function fileDifference(a: ImageDirectory, b: ImageDirectory, name: string): ContentDifference | undefined {
  const [left, right] = [a.open(name), b.open(name)];
  try {
    return left === undefined || right === undefined ? { what: 'it is gone' } : sourceDifference(left, right);
  } finally {
    left?.close();
    right?.close();
  }
}
