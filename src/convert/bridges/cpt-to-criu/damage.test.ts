/** Damaged images: refused or converted, never an exception, whatever they say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ImageError } from '../../../diagnostic.ts';
import { memorySource } from '../../../parse/bytes/byte-source.ts';
import { sample } from '../../../test-support/images.ts';
import { rounds } from '../../../test-support/thorough.ts';
import { convertSource } from './testing/converted.ts';

/** Deterministic: linear congruence of Numerical Recipes. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

const names = [
  '2.6.18-sysv-ipc',
  '2.6.18-tcp-udp',
  '2.6.32-events',
  '2.6.32-files-sockets',
  '2.6.32-tmpfs',
  '2.6.32-threads',
];

describe.each(names)('%s', (name) => {
  const original = readFileSync(sample(name));

  const attempt = (bytes: Uint8Array) => {
    try {
      return convertSource(memorySource(bytes)).result.ok;
    } catch (error) {
      if (error instanceof ImageError) return false;
      throw error;
    }
  };

  test('single bytes changed', () => {
    const next = numbers(1);
    for (let round = 0; round < rounds(60); round++) {
      const bytes = Uint8Array.from(original);
      for (let change = 0; change < 4; change++) bytes[next() % bytes.length] = next() & 0xff;
      expect(typeof attempt(bytes)).toBe('boolean');
    }
  });

  test('words set to extreme values', () => {
    const next = numbers(2);
    for (let round = 0; round < rounds(60); round++) {
      const bytes = Buffer.from(original);
      const at = (next() % (bytes.length / 4 - 1)) * 4;
      bytes.writeUInt32LE([0, 0xffffffff, 0x7fffffff, 0x80000000][round % 4] ?? 0, at);
      expect(typeof attempt(bytes)).toBe('boolean');
    }
  });

  test('cut short: refused', () => {
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      expect(attempt(original.subarray(0, Math.floor(original.length * part)))).toBe(false);
    }
  });
});
