#!/usr/bin/env node
/** cr-restore-sim: the command line of the rehearsal. The work is loaded only when there is some. */
import { restoreSimSpec } from './restore-sim/spec.ts';
import { runProcess } from './run.ts';

await runProcess(restoreSimSpec, async (args, terminal) => {
  const { crRestoreSim } = await import('./restore-sim/command.ts');
  return crRestoreSim(args, terminal);
});
