/** What --cpu-cap has compared: each as a CRIU 4.2.1 took it, with xop and then AMX added to cpuinfo.img. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editImage } from '../../../../model/from-criu/testing/edit-image.ts';
import { shellWords } from '../../../shell-words.ts';
import { criuOptions } from '../options/parse-options.ts';
import { simulateCriuRestore } from '../simulate.ts';
import { closeBases, counter, image, openBases } from '../testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

/** By `criu cpuinfo dump` on an AMD EPYC of family 26. */
const recorded = Buffer.from(
  [
    'GUNWVBNAQGFkAAAACmIIAhAaGAIgASgCMP/3r7wBMP/3z/4CMAAwgIDEEDCD5Oj/DzAAMPOXgAIwADAAMKuP/I0PMA8wxr+BAjAA',
    'MIWAiIAFMAQwADAAMAAwkAI6CEFNRCBFUFlDQOWBGEiAE1CAEw==',
  ].join(''),
  'base64',
);

function comparedWith(options: string) {
  const edited = editImage(image(counter), { 'cpuinfo.img': new Uint8Array(recorded) });
  const given = criuOptions(shellWords(options) as readonly string[]);
  const facts = simulateCriuRestore(edited, { operations: false, given })
    .conditions.filter(({ code, at }) => code === 'cpu-features' && at.file === 'cpuinfo.img')
    .map((one) => one.facts);
  return facts.map((one) => [/\bxop\b/.test(String(one?.['features'])), one?.['states']]);
}

test.each([
  ['', []],
  ['--cpu-cap=none', []],
  ['--cpu-cap', [[true, '0x600e5']]],
  ['--cpu-cap=fpu', [[true, '0x600e5']]],
  ['--cpu-cap=ins', [[true, '0x600e5']]],
  ['--cpu-cap=^ins', [[false, '0x600e5']]],
  ['--cpu-cap=none,ins', [[true, '0x0']]],
])('%s', (options, compared) => expect(comparedWith(options)).toEqual(compared));
