#!/usr/bin/env node
/** Entry of `cr-crit`; loads the command only when it runs. */
import { critSpec } from './crit/spec.ts';
import { runProcess } from './run.ts';

await runProcess(critSpec, async (args, terminal) => {
  const { crCrit } = await import('./crit/command.ts');
  return crCrit(args, terminal);
});
