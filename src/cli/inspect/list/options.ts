/** Options of `cr-inspect list`; apart from the rest, so that `--help` loads nothing else. */
import type { OptionSpec } from '../../options.ts';

export const listOptions = {
  format: {
    value: 'FORM',
    choices: ['table', 'ndjson', 'csv', 'parquet'],
    help: 'list: how rows are written (default: a table; by the ending of -o; parquet in a directory)',
  },
  /** With a slash at the end, `--output` is a directory with a file for each table. */
  table: {
    value: 'TABLE',
    multiple: true,
    help: 'list: checkpoints (default), processes, files, sockets, areas, findings; into a directory all',
  },
  check: { help: 'list: judge each image and rehearse its restore' },
  kernel: { value: 'KERNEL', help: 'list: rehearse on this one; see cr-restore-sim --list' },
  since: {
    value: 'TABLES',
    multiple: true,
    help: 'list: only what is new or changed since that run: its directory, or its table of checkpoints; may be repeated',
  },
  shard: { value: 'I/N', help: 'list: only the Ith of N parts of the paths' },
  jobs: { short: 'j', value: 'N', help: 'list: threads (default: as many as processors)' },
} as const satisfies Record<string, OptionSpec>;
