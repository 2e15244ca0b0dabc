/**
 * What kind of image directory it is: the one place that says so, for every command. A kind decides what can be asked
 * of a directory at all (a pre-dump has memory and no tasks; the pages of a lazy dump are with its source), so it is
 * told first, and what follows from it is no finding of its own. Reads names, the inventory and pagemaps.
 */
import { type CodeTable, type Diagnostic, diagnosticMaker } from '../../diagnostic.ts';
import { fileName, type ImageDirectory } from '../../parse/criu/index.ts';
import {
  arePlain,
  blockProblems,
  type CompressedPages,
  compressedOf,
  newestVersion,
} from './compressed-pages.ts';
import { type FilesByType, fileSizes, filesByType } from './files-by-type.ts';
import { firstOf, openCriuImage } from './image.ts';
import { type ImageLayout, type LostLink, layOut, parentPrefix, whereTo } from './image-source.ts';
import { leftOverFiles, sharedPagesFiles } from './left-over.ts';
import { pageBytesOf } from './page-size.ts';
import { compressedName, type PagemapFacts, type PagemapType, pagemapFacts } from './pagemap-facts.ts';

export type KindName =
  | 'full-dump'
  /** Some of its memory is in older images, which the link `parent` leads to. */
  | 'incremental-dump'
  /** Made with --lazy-pages: memory stayed with the source. */
  | 'lazy-dump'
  /** Memory of `criu pre-dump`, or what a page server received. */
  | 'pre-dump'
  /** Image files without the process tree. */
  | 'partial-dump';

export const kindCodes = {
  'criu-pre-dump': {
    severity: 'note',
    meaning: 'The directory holds memory without processes: it is restored through a later dump only.',
  },
  'criu-lazy-dump': {
    severity: 'note',
    meaning: 'Memory stayed with the source of a lazy migration: a restore needs its page server.',
  },
  'criu-unknown-pages': {
    severity: 'warning',
    meaning:
      'Pages are stored in a form of a newer CRIU or a fork: their sizes, places and contents cannot be judged.',
  },
  'criu-compressed-pages': {
    severity: 'note',
    meaning:
      "Pages are compressed as CRIU's development branch of 2026 does it: no release reads them, this project does.",
  },
  'criu-page-blocks': {
    severity: 'error',
    meaning:
      'The blocks of compressed pages contradict themselves: their bytes, and those behind them, are lost.',
  },
  'criu-lost-parent': {
    severity: 'error',
    meaning: 'The link to older images leads nowhere: the memory in them is missing.',
  },
  'criu-left-over': {
    severity: 'note',
    meaning: 'Files of an older dump lie in the directory; nothing refers to them.',
  },
  'criu-pages-shared': {
    severity: 'warning',
    meaning: 'Two pagemaps claim one file of pages: one of them is of another dump.',
  },
} as const satisfies CodeTable;

export type KindCode = keyof typeof kindCodes;

const kindDiagnostic = diagnosticMaker(kindCodes);

/** A form of pages that no release up to 4.2 writes. */
export interface UnknownPages {
  /** In words: `field 6 of pagemap_entry`. */
  readonly what: string;
  /** Who wrote it: `a newer CRIU`. */
  readonly writer: string;
  readonly at: { readonly file: string; readonly offset: number };
  /** Whether the files of pages have just the sizes that they would have if all were plain: CRIU 4.2 reads it so. */
  readonly isPlausible: boolean;
  /** Pagemaps, and files of pages, that cannot be judged. */
  readonly files: ReadonlySet<string>;
}

export interface LostParent {
  /** `parent/parent` for the link of the older image. */
  readonly file: string;
  /** What it is; undefined where there is no link. */
  readonly link: LostLink | undefined;
}

export interface DirectoryKind {
  readonly name: KindName;
  /** For the first line of an answer. */
  readonly title: string;
  /** A full dump of which there is nothing more to say. */
  readonly isPlain: boolean;
  readonly pagemaps: readonly PagemapFacts[];
  /** Bytes that only a page server has. */
  readonly lazyBytes: bigint;
  readonly unknownPages: UnknownPages | undefined;
  /** A form that is known here and to no release. */
  readonly compressed: CompressedPages | undefined;
  /** Why older images that are needed are not there: where the link leads, or that there is none. */
  readonly lostParent: LostParent | undefined;
  readonly leftOver: ReadonlySet<string>;
  /** What there is to say of the kind, the causes of what else is found. */
  readonly findings: readonly Diagnostic[];
}

const kinds = new WeakMap<ImageDirectory, DirectoryKind>();

/** The same answer for every layer that asks: it is found out once. */
export function kindOfDirectory(directory: ImageDirectory): DirectoryKind {
  const known = kinds.get(directory) ?? findKind(directory);
  kinds.set(directory, known);
  return known;
}

function findKind(directory: ImageDirectory): DirectoryKind {
  const layout = layOut(directory);
  const names = filesByType(directory);
  const all = factsOf(directory, names);
  const leftOver = new Set(leftOverFiles(directory, all));
  const pagemaps = all.filter(({ file }) => !leftOver.has(file));
  const sizes = fileSizes(directory);
  const unknownPages = unknownPagesOf(directory, pagemaps, sizes);
  const compressed = unknownPages === undefined ? compressedOf(directory, pagemaps, sizes) : undefined;
  const lazyBytes = lazyBytesOf(BigInt(pageBytesOf(directory)), pagemaps, sizes);
  const lostParent = lostParentOf(layout, pagemaps);
  const isIncremental = lostParent !== undefined || pagemaps.some(({ parentPages }) => parentPages > 0n);
  const name = nameOf(names, isPreDump(directory, names), lazyBytes > 0n, isIncremental);
  const known = { name, pagemaps, lazyBytes, unknownPages, compressed, lostParent, leftOver };
  const title = titleOf(known, layout);
  const findings = [
    ...findingsOf(known, names),
    ...blockProblems(directory, pagemaps).map(({ message, at }) =>
      kindDiagnostic('criu-page-blocks', message, at),
    ),
    ...leftOverFindings(leftOver, all),
  ];
  return { ...known, title, isPlain: title === titles['full-dump'], findings };
}

function factsOf(directory: ImageDirectory, names: FilesByType): PagemapFacts[] {
  const types: readonly PagemapType[] = ['PAGEMAP', 'SHMEM_PAGEMAP'];
  return types.flatMap((type) =>
    (names.get(type) ?? []).flatMap(({ id }) => pagemapFacts(directory, type, id ?? 0) ?? []),
  );
}

/**
 * No release leaves the tree out of a dump. A pre-dump has an inventory of its own since 3.10 (img_version 0,
 * pre_dump_mode), and nothing but memory before; so has the directory of a page server.
 */
function isPreDump(directory: ImageDirectory, names: FilesByType): boolean {
  if (names.has('PSTREE') || names.has('CORE')) return false;
  const inventory = firstOf(
    openCriuImage(directory, () => {}),
    'INVENTORY',
    'inventory_entry',
  )?.fields;
  if (inventory?.img_version === 0 || inventory?.pre_dump_mode !== undefined) return true;
  return inventory === undefined && names.has('PAGEMAP') && !names.has('MM');
}

function lostParentOf(
  { chain, lostParent }: ImageLayout,
  pagemaps: readonly PagemapFacts[],
): LostParent | undefined {
  const file = `${parentPrefix(chain.length - 1)}parent`;
  // The link of an older image counts only where that image is asked for pages.
  const isAsked = chain.length === 1 || pagemaps.some(({ parentPages }) => parentPages > 0n);
  if (lostParent !== undefined && isAsked) return { file, link: lostParent };
  const isNeeded = chain.length === 1 && pagemaps.some(({ parentPages }) => parentPages > 0n);
  return isNeeded ? { file, link: undefined } : undefined;
}

function nameOf(names: FilesByType, preDump: boolean, isLazy: boolean, isIncremental: boolean): KindName {
  if (preDump) return 'pre-dump';
  if (!names.has('PSTREE')) return 'partial-dump';
  if (isLazy) return 'lazy-dump';
  return isIncremental ? 'incremental-dump' : 'full-dump';
}

/**
 * Memory that was left behind (criu/page-xfer.c: PE_LAZY instead of PE_PRESENT). The file of pages has nothing in its
 * place; where it has, the entry was changed, and the bytes are there.
 */
function lazyBytesOf(
  pageBytes: bigint,
  pagemaps: readonly PagemapFacts[],
  sizes: ReadonlyMap<string, number>,
): bigint {
  let lazy = 0n;
  for (const { pagesId, storedPages, lazyPages, compressedAt } of pagemaps) {
    if (lazyPages === 0n) continue;
    if (compressedAt !== undefined) {
      lazy += lazyPages * pageBytes;
      continue;
    }
    const size = sizes.get(fileName('PAGES', pagesId)) ?? 0;
    if (BigInt(size) > storedPages * pageBytes) return 0n;
    lazy += lazyPages * pageBytes;
  }
  return lazy;
}

function unknownPagesOf(
  directory: ImageDirectory,
  pagemaps: readonly PagemapFacts[],
  sizes: ReadonlyMap<string, number>,
): UnknownPages | undefined {
  const odd = pagemaps.filter(({ unknown }) => unknown !== undefined);
  const compressed = pagemaps.filter(
    ({ pagesId }) =>
      pagesId !== undefined && sizes.has(compressedName(pagesId)) && !sizes.has(fileName('PAGES', pagesId)),
  );
  const files = new Set(
    [...odd, ...compressed].flatMap(({ file, pagesId = -1 }) => [
      ...[file, fileName('PAGES', pagesId), compressedName(pagesId)],
    ]),
  );
  const isPlausible = arePlain(directory, [...odd, ...compressed], sizes);
  const [first] = odd;
  if (first?.unknown !== undefined) {
    const { what, at: offset } = first.unknown;
    const at = { file: first.file, offset };
    return { what: `${what} of pagemap_entry`, writer: 'a newer CRIU', at, isPlausible, files };
  }
  const [packed] = compressed;
  if (packed !== undefined) {
    const file = compressedName(packed.pagesId ?? 0);
    const what = `${file}, compressed pages of CRaC`;
    return { what, writer: "CRaC's CRIU", at: { file, offset: 0 }, isPlausible, files };
  }
  return newerInventory(directory, pagemaps);
}

function newerInventory(
  directory: ImageDirectory,
  pagemaps: readonly PagemapFacts[],
): UnknownPages | undefined {
  const entry = firstOf(
    openCriuImage(directory, () => {}),
    'INVENTORY',
    'inventory_entry',
  );
  const version = entry?.fields.img_version ?? 0;
  if (entry === undefined || version !== newestVersion + 1) return undefined;
  const files = pagemaps.flatMap(({ file, pagesId = -1 }) => [file, fileName('PAGES', pagesId)]);
  const what = `img_version ${version} of the inventory`;
  const at = { file: entry.file, offset: entry.at };
  return { what, writer: 'a newer CRIU', at, isPlausible: false, files: new Set(files) };
}

const titles: Readonly<Record<KindName, string>> = {
  'full-dump': 'full dump',
  'incremental-dump': 'incremental dump',
  'lazy-dump': 'lazy dump',
  'pre-dump': 'memory of a pre-dump, without processes',
  'partial-dump': 'part of a dump, without its process tree',
};

type Known = Omit<DirectoryKind, 'title' | 'isPlain' | 'findings'>;

/** Pages are never smaller. */
const kibibytes = (bytes: bigint): string => `${bytes / 1024n} KiB`;

function titleOf(
  { name, lazyBytes, unknownPages, compressed, lostParent, leftOver }: Known,
  layout: ImageLayout,
): string {
  const older = layout.chain.length - 1;
  return [
    titles[name],
    ...(name === 'lazy-dump' ? [`${kibibytes(lazyBytes)} of memory stayed with the source`] : []),
    ...(lostParent === undefined
      ? []
      : [
          lostParent.link?.reason === 'unread'
            ? 'more older images than are read'
            : 'the older image that it builds on is missing',
        ]),
    ...(older > 0 && name !== 'full-dump' ? [`on top of ${older} older image${older > 1 ? 's' : ''}`] : []),
    ...(compressed === undefined ? [] : [`${compressed.what} of CRIU's development branch`]),
    ...(unknownPages === undefined ? [] : [`written by ${unknownPages.writer}: pages cannot be judged`]),
    ...(leftOver.size > 0 ? ['with files of an older dump in the same directory'] : []),
  ].join(', ');
}

/** What helps there; each is also the advice of a rehearsal. */
export const kindHelp = {
  preDump:
    'use it through the `parent` of a later dump: restore that one (with Podman, --import that one and --import-previous this one)',
  lazy: 'restore with --lazy-pages, and `criu lazy-pages --page-server` beside it, while the source still lives',
  unknownPages: 'restore with the CRIU that wrote it, or a newer one',
  compressed:
    'make plain pages of them with `cr-convert --decompress`, or restore with the CRIU that wrote it',
} as const;

function findingsOf(known: Known, names: FilesByType): Diagnostic[] {
  const { name, pagemaps, lazyBytes, unknownPages, compressed, lostParent } = known;
  const found: Diagnostic[] = [];
  if (name === 'pre-dump') {
    const file = fileName(names.has('INVENTORY') ? 'INVENTORY' : 'PAGEMAP', pagemaps[0]?.id);
    const server = names.has('INVENTORY') ? '' : ', or what a page server received';
    const message = `${titles[name]}${server}: by itself nothing restores it; ${kindHelp.preDump}`;
    found.push(kindDiagnostic('criu-pre-dump', message, { file, offset: 0 }));
  }
  if (lazyBytes > 0n) {
    const lazy = pagemaps.filter(({ lazyPages }) => lazyPages > 0n);
    const message = `${kibibytes(lazyBytes)} of ${nameList(lazy.map(({ file }) => file))} were never written: they stayed with the source of a lazy migration; ${kindHelp.lazy}`;
    found.push(kindDiagnostic('criu-lazy-dump', message, { file: lazy[0]?.file ?? '', offset: 0 }));
  }
  if (unknownPages !== undefined) {
    const { what, writer, at } = unknownPages;
    const message = `written by ${writer} (${what}): sizes, places and contents of pages cannot be judged`;
    found.push(kindDiagnostic('criu-unknown-pages', message, at));
  }
  if (compressed !== undefined) {
    const message = `${compressed.what} of CRIU's development branch of 2026: no release up to 4.2 restores it; \`cr-convert --decompress\` makes an image that they do`;
    found.push(kindDiagnostic('criu-compressed-pages', message, compressed.at));
  }
  if (lostParent !== undefined) {
    const needed = pagemaps.reduce((sum, { parentPages }) => sum + parentPages, 0n);
    const { file, link } = lostParent;
    const why = link === undefined ? `there is no link \`${file}\`` : `${file} ${whereTo(link)}`;
    const help =
      link?.reason === 'unread'
        ? 'what the images beyond hold is not judged; `cr-convert --flatten` one of the older images first'
        : 'put the directory of the pre-dump where the link leads, or take the whole chain';
    const message = `${why}: ${needed} pages are in older images; ${help}`;
    found.push(kindDiagnostic('criu-lost-parent', message, { file }));
  }
  for (const [pages, users] of sharedPagesFiles(pagemaps)) {
    const message = `${pages} is claimed by ${nameList(users)}: each pagemap of a dump has a file of its own`;
    found.push(kindDiagnostic('criu-pages-shared', message, { file: pages, offset: 0 }));
  }
  return found;
}

/**
 * Whether a finding follows from what the directory is, so that it says nothing new: the code of that cause.
 */
export function causeOf(
  { unknownPages, lostParent, leftOver }: DirectoryKind,
  code: string,
  file: string,
): KindCode | undefined {
  if (leftOver.has(file) && code !== 'criu-left-over') return 'criu-left-over';
  if (unknownPages !== undefined && ofUnknownPages.has(code)) {
    const isCause = unknownPages.files.has(file) || file === fileName('INVENTORY');
    if (isCause) return 'criu-unknown-pages';
  }
  return lostParent !== undefined && ofLostParent.has(code) ? 'criu-lost-parent' : undefined;
}

const ofUnknownPages: ReadonlySet<string> = new Set([
  ...['criu-unknown-field', 'criu-unknown-file', 'criu-ref-pages', 'criu-ref-pages-rest'],
]);
const ofLostParent: ReadonlySet<string> = new Set(['criu-bad-parent', 'criu-ref-parent-image']);

function leftOverFindings(leftOver: ReadonlySet<string>, all: readonly PagemapFacts[]): Diagnostic[] {
  const files = [...leftOver];
  const [first] = files;
  if (first === undefined) return [];
  // CRIU counts pages files from 1: the newest dump has written over what the older pagemap refers to.
  const twice = sharedPagesFiles(all).filter(([, users]) => users.some((user) => leftOver.has(user)));
  const claims = twice.map(
    ([pages, users]) =>
      `; ${pages} is claimed twice, and is of ${nameList(users.filter((user) => !leftOver.has(user)))}`,
  );
  const message = `${nameList(files)} ${files.length === 1 ? 'belongs' : 'belong'} to no task, area or file of this dump: left over from an older dump into the same directory${claims.join('')}. No restore reads them`;
  return [kindDiagnostic('criu-left-over', message, { file: first, offset: 0 })];
}

const shownMax = 6;

function nameList(files: readonly string[]): string {
  const shown = files.slice(0, shownMax).join(', ');
  return files.length > shownMax ? `${shown} and ${files.length - shownMax} more` : shown;
}
