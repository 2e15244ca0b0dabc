/** What goes wrong with an output, named by the path that the user gave and never by a temporary name. */

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the file system or a limit allows',
  EIO: 'the device reports an error',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long for the file system',
  ENOENT: 'a part of the path does not exist',
  ENOSPC: 'no space is left on the device',
  ENOTDIR: 'a part of the path is not a directory',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};

/** `code` is an errno, for programs; the message is a whole sentence, for people. */
export class OutputError extends Error {
  readonly code: string;
  readonly path: string;

  constructor(code: string, path: string, why: string) {
    super(`${path === '' ? 'the output' : path} cannot be written: ${why}`);
    this.name = 'OutputError';
    this.code = code;
    this.path = path;
  }
}

/** Runs one step of writing `path`; what the system refuses is said of that path. */
export function writing<Result>(path: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw outputError(path, error);
  }
}

export function outputError(path: string, error: unknown): unknown {
  if (error instanceof OutputError) return error;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return error;
  // A source that fails while it is copied has a path of its own.
  if ((error as NodeJS.ErrnoException).syscall === 'read') return error;
  return new OutputError(code, path, reasons[code] ?? (error as Error).message.replace(/^\w+: |, .*$/g, ''));
}
