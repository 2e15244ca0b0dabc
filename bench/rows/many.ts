/** Many tasks in one dump, many images below one path, many members in one archive: time grows as they do. */
import { commandRow, growthRow, ours } from '../command-row.ts';
import { archives, criuTasks, manyMembers, wideWindow } from '../inputs.ts';
import { command } from '../measure.ts';
import type { Row } from '../row.ts';

/** Ten times as many may take so many times as long. */
const growthMax = 12;

const tasks = (
  [
    ['ps', 2000, (dump: string) => command('cr-inspect', dump, 'ps', '--json')],
    ['rehearsal', 2000, (dump: string) => command('cr-restore-sim', '-q', dump)],
    ['validation', 4000, (dump: string) => command('cr-validate', '-q', dump)],
  ] as const
).map(([name, wallMs, line]) =>
  growthRow({
    name: `tasks/${name}`,
    what: `${name} of a CRIU dump`,
    unit: 'tasks',
    sizes: [1000, 10_000],
    limits: { wallMs, growth: growthMax },
    input: criuTasks,
    ours: line,
    mayFind: true,
  }),
);

const list = growthRow({
  name: 'list/archives',
  what: 'list',
  unit: 'archives',
  sizes: [500, 5000],
  rounds: 2,
  limits: { growth: growthMax, wallByCpu: 0.6 },
  input: archives,
  mayFind: true,
  ours: (path, scratch) =>
    command('cr-inspect', 'list', path, '--format', 'ndjson', '-o', scratch.fresh('rows.ndjson')),
});

const members = growthRow({
  name: 'archive/members',
  what: 'summary of an archive',
  unit: 'members',
  sizes: [90_000, 900_000],
  rounds: 2,
  limits: { growth: growthMax },
  input: manyMembers,
  mayFind: true,
  ours: (path) => command('cr-inspect', path, 'summary'),
});

const window = commandRow({
  name: 'archive/zstd-window',
  what: 'ps of 300 MiB behind a zstd window of 64 MiB',
  rounds: 3,
  inputs: [wideWindow()],
  ours: ours('cr-inspect', (scratch) => [scratch.at(wideWindow()), 'ps']),
});

export const manyRows: readonly Row[] = [...tasks, list, members, window];
