#!/usr/bin/env node
/** cr-validate: the command line of the validator. The work is loaded only when there is some. */
import { runProcess } from './run.ts';
import { validateSpec } from './validate/spec.ts';

await runProcess(validateSpec, async (args, terminal) => {
  const { crValidate } = await import('./validate/command.ts');
  return crValidate(args, terminal);
});
