/**
 * The diagnostic codes of the CRIU family. Only what can be said of bytes:
 * whether files fit together, or would restore, is said elsewhere.
 */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const criuCodes = {
  'criu-unknown-file': { severity: 'note', meaning: 'The name belongs to no image type; carried as bytes.' },
  'criu-truncated-magic': { severity: 'error', meaning: 'The file ends inside its magic numbers.' },
  'criu-wrong-magic': { severity: 'error', meaning: 'The magic numbers are not those of the image type.' },
  'criu-truncated-record': { severity: 'error', meaning: 'A record promises more bytes than the file has.' },
  'criu-record-too-large': { severity: 'error', meaning: 'A message is larger than any that CRIU writes.' },
  'criu-malformed-message': { severity: 'error', meaning: 'The bytes of a message are not protobuf.' },
  'criu-truncated-payload': { severity: 'error', meaning: 'The data after a message is cut short.' },
  'criu-trailing-bytes': { severity: 'warning', meaning: 'Bytes follow the only record of the file.' },
  'criu-odd-padding': { severity: 'note', meaning: 'Padding that CRIU writes as zeros holds other bytes.' },
  'criu-wire-type': {
    severity: 'error',
    meaning: 'A field is encoded as another kind of value than it has; CRIU refuses the message.',
  },
  'criu-unknown-field': {
    severity: 'warning',
    meaning: 'A field that this tool does not know, of a newer CRIU or a fork; carried unchanged.',
  },
  'criu-unknown-enum-value': { severity: 'warning', meaning: 'A number that the field has no name for.' },
  'criu-missing-field': { severity: 'error', meaning: 'A field that every release writes is absent.' },
  'criu-missing-newer-field': {
    severity: 'note',
    meaning: 'A field that newer releases require is absent, as older releases write it.',
  },
  'criu-bad-json': { severity: 'error', meaning: 'A JSON document does not describe a CRIU file.' },
  'criu-not-crit': { severity: 'error', meaning: "The file is of a kind that crit's JSON has no form for." },
  'criu-crit-loss': {
    severity: 'warning',
    meaning: "Something that crit's JSON has no place for is left out.",
  },
  'criu-no-inventory': { severity: 'error', meaning: 'No directory with an inventory was found.' },
  'criu-older-image-apart': {
    severity: 'warning',
    meaning: 'An image builds on an older one, which the JSON form of it does not hold.',
  },
  'criu-bad-parent': { severity: 'warning', meaning: 'The parent link does not lead to a directory.' },
} as const satisfies CodeTable;

export const criuDiagnostic = diagnosticMaker(criuCodes);
