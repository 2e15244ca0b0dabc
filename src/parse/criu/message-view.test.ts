/** Messages that are judged and read as their bytes, beside the general decoder, which knows nothing of either. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { random } from '../../test-support/random.ts';
import { some } from '../../test-support/thorough.ts';
import { decodeFile } from './decode-file.ts';
import { decodeMessage } from './decode-message.ts';
import { encodeMessage } from './encode-message.ts';
import { identifyFile, imageType, type MessageName } from './image-types.ts';
import { type MessageLayout, messageLayout } from './layouts.ts';
import { listLength, viewMessage } from './message-view.ts';
import { isPlainMessage } from './plain-message.ts';
import type { Fields, FieldValue } from './record.ts';

/** A view as an object, with what it has under the names of the layout. */
function listed(layout: MessageLayout, fields: Fields): Fields {
  const found: Record<string, FieldValue> = {};
  for (const { name, repeated, message } of layout.fields) {
    const value = fields[name] as FieldValue | undefined;
    if (value === undefined) continue;
    if (message === undefined) found[name] = value;
    else if (repeated) {
      expect(listLength(fields, name)).toBe((value as readonly Fields[]).length);
      found[name] = (value as readonly Fields[]).map((item) => listed(message, item));
    } else found[name] = listed(message, value as Fields);
  }
  return found;
}

/** The general decoder says nothing of what is plain, and gives what the view does. */
function compare(name: MessageName, bytes: Uint8Array): boolean {
  const layout = messageLayout(name);
  const isPlain = isPlainMessage(layout, bytes, 0, bytes.length);
  const said: Diagnostic[] = [];
  const body = decodeMessage(name, bytes, {
    file: 'x',
    offset: 0,
    report: (diagnostic) => void said.push(diagnostic),
  });
  const isGood = said.length === 0 && body !== undefined && body.raw === undefined;
  if (!isPlain) return isGood;
  expect({ said, raw: body?.raw }).toEqual({ said: [], raw: undefined });
  expect(listed(layout, viewMessage(layout, bytes, 0, bytes.length))).toEqual(body?.fields);
  return true;
}

describe.each(some([...criuArchives.keys()], 3))('%s', (name) => {
  test('what CRIU wrote is plain, and reads the same; so does what is left of it when bits are changed', async () => {
    const { root, directory } = await openCriuArchive(criuArchives.get(name)!);
    const next = random(20_261_201);
    let plain = 0;
    for (const entry of directory.list()) {
      const type = entry.kind === 'file' ? identifyFile(entry.name)?.type : undefined;
      if (type === undefined || imageType(type).message === undefined) continue;
      const source = directory.open(entry.name)!;
      for (const record of [...decodeFile(source, entry.name, () => {}).records()].slice(0, 20)) {
        if (record.kind !== 'message') continue;
        const layout = messageLayout(record.message);
        const bytes = encodeMessage(layout, record.fields);
        if (isPlainMessage(layout, bytes, 0, bytes.length)) plain += 1;
        compare(record.message, bytes);
        for (let turn = 0; turn < 8 && bytes.length > 0; turn++) {
          const changed = bytes.slice(0, turn === 7 ? next(bytes.length) : bytes.length);
          for (let flips = next(3); flips >= 0 && changed.length > 0; flips--)
            changed[next(changed.length)]! ^= 1 << next(8);
          compare(record.message, changed);
        }
      }
      source.close();
    }
    expect(plain).toBeGreaterThan(20);
    root.close();
  });
});

test('numbers at their borders: in their shortest form and one byte longer', () => {
  const field = (tag: number, ...value: readonly number[]) => Uint8Array.of(tag, ...value);
  const ones = (count: number, last: number) => [...Array(count).fill(0xff), last];
  // mm_entry.dumpable is an int32, mm_saved_auxv are uint64, exe_file_id is a uint32; required fields are lacking.
  const layout = messageLayout('mm_entry');
  const byNumber = layout.byNumber.map((known) => known && { ...known, required: false });
  const bare: MessageLayout = { ...layout, byNumber, requiredCount: 0 };
  const isPlain = (bytes: Uint8Array) => isPlainMessage(bare, bytes, 0, bytes.length);
  for (const [bytes, plain] of [
    [field(0x78, 0x7f), true],
    [field(0x78, 0x80, 0x00), false],
    [field(0x78, ...ones(4, 0x07)), true],
    [field(0x78, ...ones(4, 0x0f)), false],
    [field(0x78, ...ones(9, 0x01)), true],
    [field(0x78, ...ones(9, 0x03)), false],
    [field(0x78, 0x80, 0x80, 0x80, 0x80, 0xf8, 0xff, 0xff, 0xff, 0xff, 0x01), true],
    [field(0x78, 0x80, 0x80, 0x80, 0x80, 0xf0, 0xff, 0xff, 0xff, 0xff, 0x01), false],
    [field(0x60, ...ones(4, 0x0f)), true],
    [field(0x60, ...ones(4, 0x1f)), false],
    [field(0x60, ...ones(5, 0x01)), false],
    [field(0x68, ...ones(9, 0x01)), true],
    [field(0x68, ...ones(9, 0x02)), false],
    [field(0x68, ...ones(10, 0x01)), false],
    [field(0x68, 0xff), false],
    [field(0x68), false],
  ] as const)
    expect([[...bytes], isPlain(bytes)]).toEqual([[...bytes], plain]);
});
