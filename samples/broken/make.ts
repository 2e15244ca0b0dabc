/**
 * Makes the broken samples from the real ones: those that are kept here, or all of them into a directory.
 *
 *   npx tsx samples/broken/make.ts            the files beside this one
 *   npx tsx samples/broken/make.ts DIRECTORY  one file for each code
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBroken, recipes } from '../../src/validate/cpt/broken/index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const target = process.argv[2];
const kept = readdirSync(here)
  .filter((name) => name.endsWith('.cpt'))
  .map((name) => name.replace(/\.cpt$/, ''));
const codes = target === undefined ? kept : Object.keys(recipes);
const readSample = (name: string) => new Uint8Array(readFileSync(join(here, '..', 'cpt', `${name}.cpt`)));
if (target !== undefined) mkdirSync(target, { recursive: true });
for (const code of codes) writeFileSync(join(target ?? here, `${code}.cpt`), makeBroken(code, readSample));
console.log(`${codes.length} samples in ${target ?? here}`);
