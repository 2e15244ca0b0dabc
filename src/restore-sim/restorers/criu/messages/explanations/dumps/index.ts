/**
 * Why a dump was refused. The words are those of CRIU 4.2, criu/cr-dump.c and what it calls; older releases print most
 * of them, too.
 */
import type { Explanation } from '../explanation.ts';
import { filesOfDumps } from './files.ts';
import { memoryOfDumps } from './memory.ts';
import { namespacesOfDumps } from './namespaces.ts';
import { socketsOfDumps } from './sockets.ts';
import { stepsOfDumps } from './steps.ts';
import { tasksOfDumps } from './tasks.ts';

export const dumpMessages: readonly Explanation[] = [
  ...stepsOfDumps,
  ...socketsOfDumps,
  ...filesOfDumps,
  ...memoryOfDumps,
  ...tasksOfDumps,
  ...namespacesOfDumps,
];
