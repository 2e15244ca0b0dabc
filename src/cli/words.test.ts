/** Names that a way of calling has no use for are refused, not left out without a word. */
import { expect, test } from 'vitest';
import { runHere } from '../test-support/run-here.ts';
import { crConvert } from './convert/command.ts';
import { convertSpec } from './convert/spec.ts';
import { crRestoreSim } from './restore-sim/command.ts';
import { restoreSimSpec } from './restore-sim/spec.ts';
import { crValidate } from './validate/command.ts';
import { validateSpec } from './validate/spec.ts';

test.each([
  [convertSpec, crConvert, ['--list', 'old.img']],
  [restoreSimSpec, crRestoreSim, ['--list', 'old.img']],
  [validateSpec, crValidate, ['--rules', 'old.img']],
  [validateSpec, crValidate, ['--explain', 'unopened-file', 'old.img']],
  [validateSpec, crValidate, ['--init', 'old.img']],
])('%#', async (spec, main, words) => {
  const { status, out, err } = await runHere(spec, main, words);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain('unexpected argument "old.img"');
});
