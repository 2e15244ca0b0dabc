#!/usr/bin/env node
/** cr-convert: the command line of the converter. The work is loaded only when there is some. */
import { startWriter } from '../parse/bytes/output/written-aside.ts';
import { isLargeInput } from './convert/large-input.ts';
import { convertSpec } from './convert/spec.ts';
import { runProcess } from './run.ts';

await runProcess(convertSpec, async (args, terminal) => {
  const [input, output] = args.positionals;
  // While the rest is loaded, it starts, too.
  if (input !== undefined && output !== undefined && isLargeInput(input)) startWriter();
  const { crConvert } = await import('./convert/command.ts');
  return crConvert(args, terminal);
});
