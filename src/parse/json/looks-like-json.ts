/** Whether bytes may be a JSON document. */
import { latin1Text } from '../../byte-text.ts';

const startBytes = 64;

/** An object starts with a brace, after a byte order mark and white space at most. */
export const startsLikeJson = (start: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?[ \t\r\n]*\{/.test(latin1Text(start.subarray(0, startBytes)));
