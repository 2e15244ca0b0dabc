/** Filters as libseccomp makes them, against what the kernel does with them. */
import { expect, test } from 'vitest';
import { actions, lets, runFilter } from './bpf.ts';

/** linux/filter.h: code, jt, jf, k. */
function program(...instructions: readonly (readonly [number, number, number, number])[]): Uint8Array {
  const bytes = new Uint8Array(instructions.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [index, [code, yes, no, k]] of instructions.entries()) {
    view.setUint16(index * 8, code, true);
    view.setUint8(index * 8 + 2, yes);
    view.setUint8(index * 8 + 3, no);
    view.setUint32(index * 8 + 4, k, true);
  }
  return bytes;
}

const x86 = 0xc000003e;
const list = program(
  [0x20, 0, 0, 4],
  [0x15, 1, 0, x86],
  [0x06, 0, 0, 0x80000000],
  [0x20, 0, 0, 0],
  [0x35, 0, 1, 0x40000000],
  [0x06, 0, 0, 0x50001],
  [0x15, 1, 0, 165],
  [0x06, 0, 0, 0x7fff0000],
  [0x06, 0, 0, 0x50001],
);

test.each([
  [165, x86, actions.errno],
  [0, x86, actions.allow],
  [0x40000001, x86, actions.errno],
  [0, 0x40000003, actions.killProcess],
])('call %i of machine 0x%i', (number, machine, answer) => {
  expect(runFilter(list, { number, machine })).toBe(answer);
  expect(lets(answer)).toBe(answer === actions.allow);
});

test('what no kernel takes has no answer', () => {
  expect(runFilter(program([0x20, 0, 0, 0]), { number: 1, machine: x86 })).toBeUndefined();
  expect(
    runFilter(program([0x05, 0, 0, 0xffffffff], [6, 0, 0, 0]), { number: 1, machine: x86 }),
  ).toBeUndefined();
  expect(runFilter(new Uint8Array(3), { number: 1, machine: x86 })).toBeUndefined();
});
