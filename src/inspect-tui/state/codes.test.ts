import { expect, test } from 'vitest';
import { explainAny } from '../../validate/other-codes.ts';
import { allCodes } from './codes.ts';

test('a code that a screen shows can be explained, and what is offered has a page', () => {
  // As the summary names what a restore loses, and messages of all commands.
  for (const code of ['limits-stale', 'own-parent', 'file-needed', 'json-payload'])
    expect(allCodes()).toContain(code);
  expect(allCodes().filter((code) => explainAny(code) === undefined)).toEqual([]);
});
