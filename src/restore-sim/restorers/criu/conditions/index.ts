/** All conditions of an image, and the list of where they come from. To add one: a row in conditions.ts, a source. */
import type { Condition } from '../../../conditions.ts';
import { areaConditions } from './areas.ts';
import { externalConditions } from './externals.ts';
import { ghostConditions } from './ghosts.ts';
import { givenOptionConditions } from './given-options.ts';
import { groupConditions } from './groups.ts';
import { limitConditions } from './limits.ts';
import { mountSourceConditions } from './mount-sources.ts';
import { networkConditions } from './network.ts';
import { optionConditions } from './options.ts';
import { ownerConditions } from './owners.ts';
import { pathConditions } from './paths.ts';
import { pipeDataConditions } from './pipe-data.ts';
import { processConditions } from './processes.ts';
import { processorConditions } from './processor.ts';
import { rightsConditions } from './rights.ts';
import type { ConditionSource, Scene } from './scene.ts';
import { startConditions } from './start.ts';
import { terminalConditions } from './terminals.ts';

const sources: readonly ConditionSource[] = [
  ...[startConditions, givenOptionConditions, optionConditions, externalConditions, terminalConditions],
  ...[
    processConditions,
    limitConditions,
    areaConditions,
    processorConditions,
    rightsConditions,
    groupConditions,
    networkConditions,
    pathConditions,
    mountSourceConditions,
    ghostConditions,
    ownerConditions,
    pipeDataConditions,
  ],
];

export type { Scene } from './scene.ts';

export const conditionsOf = (scene: Scene): readonly Condition[] =>
  sources.flatMap((source) => [...source(scene)]);
