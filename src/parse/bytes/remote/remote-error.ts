/** A server could not be asked, or does not answer as it should: nothing that the image could be blamed for. */
import { shownWord } from './word.ts';

/** Has a code as errors of the system have one, so that it ends like those: exit code 3. */
export class RemoteError extends Error {
  readonly code: string;
  /** The address, without its query. */
  readonly path: string;
  /** It was tried often enough. */
  readonly isFinal: boolean;

  constructor(url: string, message: string, code = 'EREMOTE', isFinal = false) {
    super(message);
    this.name = 'RemoteError';
    this.code = code;
    this.isFinal = isFinal;
    this.path = shownWord(url);
  }
}
