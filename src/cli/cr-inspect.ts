#!/usr/bin/env node
/** cr-inspect: the command line of the inspector. The work is loaded only when there is some. */
import { inspectSpec } from './inspect/spec.ts';
import { runProcess } from './run.ts';

await runProcess(inspectSpec, async (args, terminal) => {
  const { crInspect } = await import('./inspect/command.ts');
  return crInspect(args, terminal);
});
