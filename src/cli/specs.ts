/** All commands: from their tables come help, man pages and completions. */
import { convertSpec } from './convert/spec.ts';
import { critSpec } from './crit/spec.ts';
import { inspectSpec } from './inspect/spec.ts';
import type { CommandSpec } from './options.ts';
import { restoreSimSpec } from './restore-sim/spec.ts';
import { validateSpec } from './validate/spec.ts';

export const commandSpecs: readonly CommandSpec[] = [
  convertSpec,
  inspectSpec,
  validateSpec,
  restoreSimSpec,
  critSpec,
];
