/** The end of a restart before its time: thrown where the tool or the kernel gives up, caught once, in simulate.ts. */
import type { LinuxCrRestoreCode } from './codes.ts';

export class RestartStop extends Error {
  readonly code: LinuxCrRestoreCode;
  readonly errno: string | undefined;
  /** Position in the stream. */
  readonly offset: number;
  readonly path: string;

  constructor(
    code: LinuxCrRestoreCode,
    errno: string | undefined,
    message: string,
    { offset = 0, path = 'tree' }: { readonly offset?: number; readonly path?: string } = {},
  ) {
    super(message);
    this.name = 'RestartStop';
    this.code = code;
    this.errno = errno;
    this.offset = offset;
    this.path = path;
  }
}
