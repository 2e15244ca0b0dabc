/** What can be wrong with an image that is read over the network, beyond what stops the reading at once. */
import { type CodeTable, diagnosticMaker } from '../../../diagnostic.ts';

export const remoteCodes = {
  'remote-changed': {
    severity: 'error',
    meaning:
      'A file on a server was replaced while it was read: what was read before and after does not belong together.',
  },
  'remote-wrong-digest': {
    severity: 'error',
    meaning: 'What a registry sent is not what the digest of its manifest, or of the reference, says.',
  },
  'remote-foreign-layer': {
    severity: 'error',
    meaning: 'A manifest says that a layer lies on another server; no image makes this program ask a server.',
  },
  'remote-unverified': {
    severity: 'note',
    meaning: 'Of a layer in a registry only parts were read, so that its digest could not be checked.',
  },
  'remote-read-whole': {
    severity: 'note',
    meaning: 'A file on a server had to be fetched whole: it is packed, or the server has no ranges.',
  },
} as const satisfies CodeTable;

export const remoteDiagnostic = diagnosticMaker(remoteCodes);
