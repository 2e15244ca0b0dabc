/** The directories of a tree that hold CRIU images, and the older ones that they build on. Reads names only. */
import { ImageError, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { archiveDiagnostic } from '../archive/codes.ts';
import type { ImageDirectory } from '../archive/image-directory.ts';
import { criuDiagnostic } from './codes.ts';
import { identifyFile } from './image-types.ts';
import { whatInstead } from './no-image.ts';

/**
 * The directories that hold a checkpoint, best first: with a process tree before pre-dumps, shallow before
 * deep, by name. An empty list comes after a `criu-no-inventory`.
 */
export function findImageDirectories(root: ImageDirectory, report: Report): readonly ImageDirectory[] {
  const found: { directory: ImageDirectory; rank: number }[] = [];
  const visit = (directory: ImageDirectory, depth: number): void => {
    const entries = directory.list();
    const names = new Set(entries.filter(({ kind }) => kind === 'file').map(({ name }) => name));
    if (names.has('pstree.img')) found.push({ directory, rank: depth });
    else if (names.has('inventory.img') || [...names].some(isTaskFile))
      found.push({ directory, rank: depth + 10 });
    if (found.length > limits.imageDirectories) throw tooMany(root);
    if (depth >= limits.imageDirectoryDepth) return;
    for (const { name, kind } of entries) {
      const child = kind === 'directory' ? directory.directory(name) : undefined;
      if (child !== undefined) visit(child, depth + 1);
    }
  };
  visit(root, 0);
  if (found.length === 0) {
    const message = `${root.name} holds no CRIU images: ${whatInstead(root)}`;
    report(criuDiagnostic('criu-no-inventory', message, { file: root.name }));
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ directory }) => directory);
}

function tooMany({ name }: ImageDirectory): ImageError {
  const message = `${name} holds more than ${limits.imageDirectories} directories of images: name one of them`;
  return new ImageError(archiveDiagnostic('archive-too-large', message, { file: name }));
}

function isTaskFile(name: string): boolean {
  const type = identifyFile(name)?.type;
  return type === 'CORE' || type === 'PAGEMAP';
}

/** The older directory that a `parent` link leads to, of images made by pre-dumps. */
export function parentDirectory(directory: ImageDirectory, report: Report): ImageDirectory | undefined {
  const entry = directory.list().find(({ name }) => name === 'parent');
  if (entry === undefined || entry.kind === 'file' || entry.kind === 'other') return undefined;
  const parent = directory.directory('parent');
  if (parent === undefined) {
    const message = `${directory.name}/parent leads to ${entry.target}, which is not a directory here`;
    report(criuDiagnostic('criu-bad-parent', message, { file: `${directory.name}/parent` }));
  }
  return parent;
}

/** What that directory is called where it is in the same tree. */
export function parentName({ name, list }: ImageDirectory): string | undefined {
  const entry = list().find((each) => each.name === 'parent');
  if (entry?.kind === 'directory') return `${name}/parent`;
  if (entry?.target === undefined || entry.target.startsWith('/')) return undefined;
  const parts = name.split('/');
  for (const part of entry.target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
