/** What can be wrong with the archives around images: tar, compression, OCI layouts, documents of engines. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const archiveCodes = {
  'archive-unreadable': { severity: 'error', meaning: 'The compressed data of an archive is damaged.' },
  'archive-too-large': { severity: 'error', meaning: 'The archive unpacks to more than the limit.' },
  'archive-truncated': { severity: 'error', meaning: 'The archive ends inside a member.' },
  'archive-no-end': {
    severity: 'warning',
    meaning: 'A tar archive ends without its end mark: members may be missing.',
  },
  'archive-bad-header': { severity: 'error', meaning: 'A tar header is damaged.' },
  'archive-unsafe-name': {
    severity: 'warning',
    meaning: 'A member has an absolute name or one with "..", and is left out.',
  },
  'archive-bad-json': { severity: 'warning', meaning: 'A JSON file of the container engine is damaged.' },
  'archive-unsupported-member': { severity: 'warning', meaning: 'A member of a kind that is left out.' },
  'archive-bad-layout': {
    severity: 'error',
    meaning: 'An OCI layout or a pod checkpoint names something that it does not hold.',
  },
  'archive-layout-twice': {
    severity: 'warning',
    meaning: 'An OCI layout has the dump of a container twice: the first is taken.',
  },
} as const satisfies CodeTable;

export const archiveDiagnostic = diagnosticMaker(archiveCodes);
