/** Gathers needed paths: one entry for each path and type, with all its reasons. */
import type { Id } from '../../../../model/checkpoint.ts';
import type { PlaceFinder } from './place.ts';
import type {
  DeviceNumber,
  NeededPath,
  PathType,
  PathUse,
  ProgramShape,
  StoredText,
  UseKind,
} from './types.ts';

/** What is known about a path at one of its uses. */
export interface PathNeed {
  readonly path: string;
  readonly type: PathType;
  readonly mode?: number | undefined;
  readonly sizeBytes?: bigint | undefined;
  readonly device?: DeviceNumber | undefined;
  readonly positionBytes?: bigint | undefined;
  readonly mount?: Id<'mount'> | undefined;
  /** Looked up as if this mount were not there yet. */
  readonly exceptMount?: Id<'mount'> | undefined;
}

export interface Reason {
  readonly kind: UseKind;
  readonly holder?: { readonly pid: number; readonly comm: string } | undefined;
  readonly fd?: number | undefined;
  readonly detail?: string | undefined;
}

interface UseDraft {
  readonly holders: Map<number, { readonly comm: string; readonly fds: Set<number> }>;
  readonly details: Set<string>;
}

export interface PathDraft extends PathNeed {
  positionBytes: bigint;
  textEndBytes: bigint;
  shape: ProgramShape | undefined;
  readonly storedText: Map<string, StoredText>;
  readonly uses: Map<UseKind, UseDraft>;
}

export interface PathBook {
  readonly place: PlaceFinder;
  readonly drafts: Map<string, PathDraft>;
}

export const pathBook = (place: PlaceFinder): PathBook => ({ place, drafts: new Map() });

/** Undefined when the path lies in a mount that the restore makes, or is no path. */
export function need(book: PathBook, wanted: PathNeed, reason: Reason): PathDraft | undefined {
  if (!wanted.path.startsWith('/')) return undefined;
  const place = book.place(wanted.path, wanted.mount, wanted.exceptMount);
  if (place.kind === 'made') return undefined;
  const key = `${wanted.type} ${place.path}`;
  let draft = book.drafts.get(key);
  if (!draft) {
    draft = {
      ...wanted,
      path: place.path,
      positionBytes: 0n,
      textEndBytes: 0n,
      shape: undefined,
      storedText: new Map(),
      uses: new Map(),
    };
    book.drafts.set(key, draft);
  }
  if ((wanted.positionBytes ?? 0n) > draft.positionBytes) draft.positionBytes = wanted.positionBytes ?? 0n;
  addReason(draft, reason);
  return draft;
}

function addReason({ uses }: PathDraft, { kind, holder, fd, detail }: Reason): void {
  const use = uses.get(kind) ?? { holders: new Map(), details: new Set<string>() };
  uses.set(kind, use);
  if (detail !== undefined) use.details.add(detail);
  if (!holder) return;
  const held = use.holders.get(holder.pid) ?? { comm: holder.comm, fds: new Set<number>() };
  use.holders.set(holder.pid, held);
  if (fd !== undefined) held.fds.add(fd);
}

export function neededPaths({ drafts }: PathBook): readonly NeededPath[] {
  return [...drafts.values()]
    .map((draft): NeededPath => {
      const { path, type, mode, sizeBytes, device, positionBytes, textEndBytes, shape } = draft;
      const storedText = [...draft.storedText.values()];
      const uses = withoutRepeats([...draft.uses].map(([kind, use]) => useOf(kind, use)));
      const measures = { mode, sizeBytes, device, positionBytes, textEndBytes, shape };
      return { path, type, isExact: isExactName(path), ...measures, storedText, uses };
    })
    .sort((a, b) => compareText(a.path, b.path) || compareText(a.type, b.type));
}

const useOf = (kind: UseKind, { holders, details }: UseDraft): PathUse => ({
  kind,
  holders: [...holders]
    .map(([pid, { comm, fds }]) => ({ pid, comm, fds: [...fds].sort((a, b) => a - b) }))
    .sort((a, b) => a.pid - b.pid),
  details: [...details].sort(compareText),
});

/** A program maps its data besides its text: the same thing said twice. */
function withoutRepeats(uses: readonly PathUse[]): readonly PathUse[] {
  const programs = new Set(uses.find(({ kind }) => kind === 'program')?.holders.map(({ pid }) => pid));
  return uses.flatMap((use) => {
    if (use.kind !== 'mapped') return [use];
    const holders = use.holders.filter(({ pid }) => !programs.has(pid));
    return holders.length > 0 ? [{ ...use, holders }] : [];
  });
}

/** Names are bytes; reading them as UTF-8 puts U+FFFD in place of what is none. */
export const isExactName = (path: string): boolean => !path.includes('\ufffd');

/** By code unit, so that the order is the same everywhere. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
