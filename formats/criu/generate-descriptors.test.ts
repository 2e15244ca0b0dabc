/** The generated descriptors are fresh, and the `.proto` parser refuses what it does not know. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messageLayout, messageLayouts } from '../../src/parse/criu/layouts.ts';
import { generateCriuDescriptors, readProtoFiles } from './generate-descriptors.ts';
import { parseProto } from './parse-proto.ts';

const generated = new URL('../../src/parse/generated/criu-descriptors.ts', import.meta.url);

test('src/parse/generated/criu-descriptors.ts is fresh; if not: npm run generate', () => {
  expect(readFileSync(generated, 'utf8') === generateCriuDescriptors()).toBe(true);
});

test('every message has a layout with its fields', () => {
  const messages = readProtoFiles().flatMap((file) => file.messages);
  expect(messages.length).toBe(messageLayouts().size);
  for (const { name, fields } of messages) {
    const layout = messageLayout(name as Parameters<typeof messageLayout>[0]);
    const expected = fields.map((field) => `${field.label} ${field.name} ${field.number}`).sort();
    const found = layout.fields.map(
      ({ name: field, number, repeated, required }) =>
        `${required ? 'required' : repeated ? 'repeated' : 'optional'} ${field} ${number}`,
    );
    expect(found.sort()).toEqual(expected);
  }
});

test('numbers and names are used once, and reserved ones never', () => {
  for (const { name, fields, reserved } of readProtoFiles().flatMap((file) => file.messages)) {
    // Two forms of compressed pages, neither of them released, use one number.
    const numbers = fields.filter((field) => field.name !== 'compressed_size').map(({ number }) => number);
    expect(new Set(numbers).size, name).toBe(numbers.length);
    expect(new Set(fields.map((field) => field.name)).size, name).toBe(fields.length);
    expect(
      fields.some(({ number }) => reserved.includes(number)),
      name,
    ).toBe(false);
  }
});

test('the parser keeps labels, options, defaults and comments', () => {
  const file = parseProto(
    'x.proto',
    `syntax = "proto2";
    import "y.proto";
    // A thing.
    message thing {
      option (note.message_since) = "1.4";
      enum kind { A = 0; B = -1; }
      reserved 7, 9;
      // What it is.
      required kind k = 1 [default = B, (note.hex) = true];
    }`,
  );
  expect(file).toMatchObject({
    imports: ['y.proto'],
    messages: [
      {
        name: 'thing',
        comment: 'A thing.',
        options: { 'note.message_since': '1.4' },
        reserved: [7, 9],
        enums: [{ name: 'kind', values: [{ name: 'A' }, { name: 'B', number: -1 }] }],
        fields: [{ label: 'required', type: 'kind', comment: 'What it is.', options: { default: 'B' } }],
      },
    ],
  });
});

test.each(['service x {}', 'message x { oneof y {} }', 'message x { required int32 a 1; }', 'message x {'])(
  'the parser refuses %s',
  (text) => expect(() => parseProto('x.proto', text)).toThrow(/^x\.proto/),
);
