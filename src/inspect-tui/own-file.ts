/** Files that the inspector writes: never over one that is there, and never to the terminal that it draws on. */
import { type Output, openOutput } from '../parse/bytes/output/file-output.ts';
import type { FileWriter } from '../parse/bytes/output/file-writer.ts';
import { OutputError } from '../parse/bytes/output/output-error.ts';

/** Names of descriptors and devices: what is written there would stand on the screen. */
const isOfTheSystem = (path: string): boolean => path === '-' || /^\/(?:dev|proc)\//.test(path);

/** Throws an OutputError for a name that cannot be written. */
export function writeOwnFile<Result>(path: string, write: (sink: FileWriter) => Result): Result {
  if (isOfTheSystem(path)) throw new OutputError('EINVAL', path, 'only files are written from here');
  let output: Output | undefined;
  try {
    output = openOutput(path, { force: false });
    const result = write(output.sink);
    output.commit();
    return result;
  } catch (error) {
    if (error instanceof OutputError && error.code === 'EEXIST')
      throw new OutputError(error.code, path, 'there is a file already, and none is replaced from here');
    throw error;
  } finally {
    output?.discard();
  }
}
