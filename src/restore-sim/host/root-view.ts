/** The file tree that a container is to be restored in, as far as a check needs it. Opens nothing itself. */
export type RootEntryType =
  | 'file'
  | 'directory'
  | 'fifo'
  | 'character-device'
  | 'block-device'
  | 'socket'
  /** A symbolic link whose target is not there, or a loop of them. */
  | 'dangling';

export interface RootEntry {
  readonly type: RootEntryType;
  /** Bytes. */
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
  /** Zeros for what is no device. */
  readonly rdev: { readonly major: number; readonly minor: number };
  /** Decimal; absent where nobody asked, as are the next two. */
  readonly inode?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** The path inside the root after all symbolic links; for a dangling link, where its target should be. */
  readonly path: string;
}

/** Files that whoever restores puts there first, as far as somebody knows them. */
export interface BroughtFiles {
  /** Of a root that is not known: the files that are put there. */
  readonly changed?: RootView | undefined;
  /** The files of the mount that the path is on, by paths of the container; undefined for mounts that nobody knows. */
  rootOf(path: string): RootView | undefined;
}

export interface RootView {
  /** The name of the file itself is no symbolic link that is followed; absent where nobody can tell. */
  isLink?(path: string): boolean;
  /** Nobody may write it, whatever its mode (chattr +i); absent where nobody can tell. */
  isImmutable?(path: string): boolean;
  /** Follows symbolic links as a process does whose root it is: they never lead outside. */
  stat(path: string): RootEntry | undefined;
  /** Names in a directory; undefined for what is none, and absent where nobody can tell. */
  list?(path: string): readonly string[] | undefined;
  /** Fewer bytes at the end of a file; undefined for anything that is no readable file. */
  read(path: string, offset: number, length: number): Uint8Array | undefined;
}
