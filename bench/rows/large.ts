/** Peak memory of what shows and judges images of many tasks, areas, files and sockets. */
import { commandRow } from '../command-row.ts';
import { converted, cptAreas, cptFiles, cptSockets, cptTasks } from '../inputs.ts';
import { command } from '../measure.ts';
import type { Input, Row, Words } from '../row.ts';

type Line = (path: string) => Words;

const commands: Readonly<Record<string, Line>> = {
  ids: (path) => command('cr-inspect', path, 'ids'),
  signals: (path) => command('cr-inspect', path, 'signals'),
  report: (path) => command('cr-inspect', path, 'report', '-o', '-'),
  diff: (path) => command('cr-inspect', path, path, 'diff'),
  validate: (path) => command('cr-validate', path, '--format', 'sarif'),
};

const inputs: Readonly<Record<string, Input>> = {
  'cpt-tasks': cptTasks(100_000),
  'cpt-areas': cptAreas(250_000),
  'criu-areas': converted(cptAreas(250_000), 'criu'),
  'linux-cr-areas': converted(cptAreas(250_000), 'linux-cr'),
  'cpt-files': cptFiles(20_000),
  'cpt-sockets': cptSockets(20_000),
  'criu-sockets': converted(cptSockets(20_000), 'criu'),
};

export const largeRows: readonly Row[] = Object.entries(inputs).flatMap(([what, input]) =>
  Object.entries(commands).map(([name, line]) =>
    commandRow({
      name: `large/${what}-${name}`,
      what: `${name} of ${input.name}`,
      rounds: 2,
      mayFind: true,
      inputs: [input],
      ours: (scratch) => line(scratch.at(input)),
    }),
  ),
);
