/**
 * Pages that lie in older images of an incremental chain: which bytes CRIU takes for them (criu/pagemap.c,
 * try_open_parent, seek_pagemap and read_parent_page). Each image has a position of its own in its pages, which
 * only goes on, so a wrong entry puts all later pages off.
 */
import type { Diagnostic, Location } from '../../../diagnostic.ts';
import { entriesOf, firstOf, openCriuImage } from '../../../model/from-criu/image.ts';
import { parentPrefix, whereTo } from '../../../model/from-criu/image-source.ts';
import { normalEntry, pageFlags } from '../../../model/from-criu/page-runs.ts';
import { fileName, type ImageDirectory } from '../../../parse/criu/index.ts';
import type { AreaOrigin } from './area-origin.ts';
import { type CriuRestore, isFatal } from './context.ts';
import { fails, Stop } from './stop.ts';

/** Bytes of a pages file. */
export interface PageBytes {
  readonly directory: ImageDirectory;
  readonly pages: string;
  readonly position: bigint;
}

interface ParentEntry {
  readonly start: bigint;
  readonly end: bigint;
  readonly flags: number;
}

export class ParentPages {
  readonly #pagemap: string;
  readonly #directory: ImageDirectory;
  readonly #pages: string;
  readonly #size: number | undefined;
  readonly #entries: readonly ParentEntry[];
  readonly #parent: ParentPages | 'unread' | undefined;
  #index = -1;
  /** Address and position in the file up to which pages were read or left out. */
  #address = 0n;
  #position = 0n;
  /** What the restore comes to when all is asked for: the bytes are read together then. */
  #stop: Stop | undefined;

  constructor(source: OpenedPagemap, parent: ParentPages | 'unread' | undefined) {
    this.#pagemap = source.pagemap;
    this.#directory = source.directory;
    this.#pages = source.pages;
    this.#size = source.size;
    this.#entries = source.entries;
    this.#parent = parent;
  }

  /** Reads a range, perhaps in pieces; `first` is told where the first piece comes from. */
  read(
    from: bigint,
    bytes: bigint,
    origin: AreaOrigin,
    at: Location,
    first: (bytes: PageBytes) => void,
  ): void {
    for (let address = from; address < from + bytes; ) {
      const entry = this.#seek(address);
      if (entry === undefined) {
        const message = `CRIU: "Missing ${address.toString(16)} in parent pagemap"; ${this.#pagemap} has no such page`;
        fails('criu-pages-missing', at, message);
      }
      const length = entry.end < from + bytes ? entry.end - address : from + bytes - address;
      const tell = address === from ? first : () => {};
      if ((entry.flags & pageFlags.parent) === 0) this.#take(length, origin, tell);
      else if (this.#parent === undefined) noParent(address, at);
      else if (this.#parent !== 'unread') this.#parent.read(address, length, origin, at, tell);
      this.#address += length;
      address += length;
    }
  }

  /** After the last request, when all is read together. */
  finish(): void {
    if (this.#stop !== undefined) throw this.#stop;
    if (this.#parent !== 'unread') this.#parent?.finish();
  }

  #take(length: bigint, origin: AreaOrigin, first: (bytes: PageBytes) => void): void {
    first({ directory: this.#directory, pages: this.#pages, position: this.#position });
    const isShort = this.#position + length > BigInt(this.#size ?? 0);
    this.#position += length;
    if (!isShort) return;
    const file = { file: this.#pages };
    const isInherited = origin === 'inherited';
    if (this.#size === undefined) {
      const said = isInherited ? 'Failed getting raw image fd' : "Can't read async pr bytes";
      const message = `CRIU: "${said}"; ${this.#pages} of an older image is missing`;
      if (isInherited) fails('criu-pages-missing', file, message);
      this.#stop ??= new Stop('fails', { code: 'criu-pages-missing', at: file, message });
      return;
    }
    const why = `${this.#pages} of an older image has ${this.#size} bytes, fewer than ${this.#pagemap} refers to`;
    if (isInherited) fails('criu-pages-missing', file, `CRIU: "Can't read mapping page"; ${why}`);
    const message = `CRIU waits for ever: ${why}`;
    this.#stop ??= new Stop('hangs', { code: 'criu-pages-short', at: file, message });
  }

  /** The entry that holds an address; entries before it are left out. */
  #seek(address: bigint): ParentEntry | undefined {
    for (let entry = this.#entries[this.#index] ?? this.#advance(); entry; entry = this.#advance()) {
      if (address < this.#address) return undefined;
      if (address >= entry.start && address < entry.end) {
        this.#skip(entry, address - this.#address);
        return entry;
      }
      if (entry.end <= address) this.#skip(entry, entry.end - this.#address);
    }
    return undefined;
  }

  #advance(): ParentEntry | undefined {
    const entry = this.#entries[++this.#index];
    if (entry !== undefined) this.#address = entry.start;
    return entry;
  }

  #skip({ flags }: ParentEntry, bytes: bigint): void {
    if ((flags & pageFlags.present) !== 0) this.#position += bytes;
    this.#address += bytes;
  }
}

export function noParent(address: bigint, at: Location): never {
  const message = `CRIU: "No parent for snapshot pagemap"; pages at ${address.toString(16)} are said to be in an older image, and there is none`;
  fails('criu-pages-missing', at, message);
}

interface OpenedPagemap {
  readonly pagemap: string;
  readonly directory: ImageDirectory;
  readonly pages: string;
  readonly size: number | undefined;
  readonly entries: readonly ParentEntry[];
}

/** The pages of a task in the older images; undefined if the next older one has none. */
export function openParentPages(restore: CriuRestore, pid: number): ParentPages | undefined {
  const { chain, byPath } = restore.layout;
  let parent: ParentPages | 'unread' | undefined;
  const holds = (depth: number) => byPath.has(parentPrefix(depth) + fileName('PAGEMAP', pid));
  // From the oldest that is reached: one without the pagemap ends the chain for this task.
  let last = 0;
  while (last + 1 < chain.length && holds(last + 1)) last += 1;
  if (last + 1 === chain.length) {
    // What the images beyond hold is not known, and that is told.
    if (restore.layout.lostParent?.reason === 'unread') parent = 'unread';
    else checkLink(restore, last, fileName('PAGEMAP', pid));
  }
  for (let depth = last; depth > 0; depth--) {
    parent = new ParentPages(openPagemap(restore, depth, pid), parent);
  }
  return parent === 'unread' ? undefined : parent;
}

/** criu/image.c, open_parent: a link that leads nowhere is an error, none is not; one in a circle takes all descriptors. */
function checkLink({ layout: { lostParent } }: CriuRestore, depth: number, pagemap: string): void {
  if (lostParent === undefined) return;
  const file = `${parentPrefix(depth)}parent`;
  const [said, errno] =
    lostParent.reason === 'loop'
      ? ([`Unable to open ${pagemap}: Too many open files`, 'EMFILE'] as const)
      : (["Can't open parent path", 'ENOENT'] as const);
  const message = `CRIU: "${said}"; ${file} ${whereTo(lostParent)}`;
  fails('criu-pages-missing', { file }, message, { errno });
}

function openPagemap({ layout, page }: CriuRestore, depth: number, pid: number): OpenedPagemap {
  const directory = layout.chain[depth] as ImageDirectory;
  const problems: Diagnostic[] = [];
  const image = openCriuImage(directory, (diagnostic) => {
    if (isFatal(diagnostic)) problems.push(diagnostic);
  });
  const name = fileName('PAGEMAP', pid);
  const pagemap = `${parentPrefix(depth)}${name}`;
  const head = firstOf(image, 'PAGEMAP', 'pagemap_head', pid);
  const entries = Array.from(entriesOf(image, 'PAGEMAP', 'pagemap_entry', pid), ({ fields }) => {
    const { vaddr, pages, flags } = normalEntry(fields);
    return { start: vaddr, end: vaddr + pages * page, flags };
  });
  const [problem] = problems;
  if (problem !== undefined || head === undefined) {
    const at = { ...problem?.at, file: pagemap };
    const why = problem?.message ?? 'it is empty';
    fails('criu-unreadable', at, `CRIU cannot read ${pagemap} of an older image: ${why}`);
  }
  const file = fileName('PAGES', head.fields.pages_id ?? 0);
  const size = image.sizes.get(file);
  return { pagemap, directory, pages: file, size, entries };
}
