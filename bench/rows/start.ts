/** How long small things take: help, a view of a small image, judging one. CPU time of one process. */
import { join } from 'node:path';
import { commandRow, ours, type Peer } from '../command-row.ts';
import { projectRoot } from '../measure.ts';
import type { Row } from '../row.ts';

const helpMs = 150;
const viewMs = 250;
const validateMs = 400;
const rounds = 7;

/** What a program of Node costs that does nothing. */
const bareNode: Peer = {
  name: 'node -e 0',
  program: process.execPath,
  words: () => [process.execPath, '-e', '0'],
};

const sample = (...names: string[]) => join(projectRoot, 'samples', ...names);

const smallImages = {
  cpt: sample('cpt', '2.6.18-tree.cpt'),
  criu: sample('criu', 'podman-tree.tar.zst'),
  'linux-cr': sample('linux-cr', 'tree-009.ckpt'),
} as const;

const help = ['cr-convert', 'cr-inspect', 'cr-validate', 'cr-restore-sim', 'cr-crit'].map((name) =>
  commandRow({
    name: `help/${name}`,
    what: `${name} --help`,
    rounds,
    limits: { cpuMs: helpMs },
    ours: ours(name, () => ['--help']),
    peers: [bareNode],
  }),
);

const views = Object.entries(smallImages).flatMap(([family, image]) =>
  ['summary', 'ps', 'fds', 'maps'].map((view) =>
    commandRow({
      name: `view/${family}-${view}`,
      what: `${view} of a small ${family} image`,
      rounds,
      limits: { cpuMs: viewMs },
      ours: ours('cr-inspect', () => [image, view]),
      // Of the sample of linux-cr only the tree is left.
      mayFind: family === 'linux-cr',
    }),
  ),
);

const validations = Object.entries(smallImages).map(([family, image]) =>
  commandRow({
    name: `validate/${family}`,
    what: `cr-validate of a small ${family} image`,
    rounds,
    limits: { cpuMs: validateMs },
    mayFind: true,
    ours: ours('cr-validate', () => ['-q', image]),
  }),
);

export const startRows: readonly Row[] = [...help, ...views, ...validations];
