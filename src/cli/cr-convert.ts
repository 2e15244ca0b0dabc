#!/usr/bin/env node
/** cr-convert: the command line of the converter. The work is loaded only when there is some. */
import { convertSpec } from './convert/spec.ts';
import { runProcess } from './run.ts';

await runProcess(convertSpec, async (args, terminal) => {
  const { crConvert } = await import('./convert/command.ts');
  return crConvert(args, terminal);
});
