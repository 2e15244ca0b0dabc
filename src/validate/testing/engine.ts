/** One engine for tests, and short ways to ask it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { makeEngine } from '../cpt/engine.ts';
import type { ImageReport } from '../validate.ts';

export const formatJson = (name: string) =>
  JSON.parse(readFileSync(join(projectRoot, 'formats', name), 'utf8'));

const engine = makeEngine();

export const judge = (bytes: Uint8Array, name = 'image'): ImageReport => engine(memorySource(bytes, name));

export const readBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
export const readSample = (name: string): Uint8Array => readBytes(sample(name));

/** Codes with how often each occurs, in order of the code. */
export function codesOf({ findings }: ImageReport): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([left], [right]) => (left < right ? -1 : 1)));
}
