/**
 * The Kaitai specs compile with the unmodified compiler and read every sample as our decoder does. They are
 * the specification of the frame and the payloads; the decoder is written after them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';
// @ts-expect-error: the compiler ships no types.
import KaitaiStructCompiler from 'kaitai-struct-compiler';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { memorySource } from '../../src/parse/bytes/byte-source.ts';
import {
  decodeFile,
  encodeBody,
  findImageDirectories,
  identifyFile,
  imageType,
  type MessageRecord,
  openTree,
  writeFileJson,
} from '../../src/parse/criu/index.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const samples = fileURLToPath(new URL('../../samples/criu/', import.meta.url));
const specs = readdirSync(folder).filter((name) => name.endsWith('.ksy'));

// biome-ignore lint/suspicious/noExplicitAny: what the compiler makes has no types.
type Reader = any;

async function compile(spec: string): Promise<Reader> {
  const source = parse(readFileSync(folder + spec, 'utf8'));
  const files: Readonly<Record<string, string>> = await KaitaiStructCompiler.compile(
    'javascript',
    source,
    {},
    false,
  );
  const [[file, code]] = Object.entries(files) as [[string, string]];
  const exports: Record<string, Reader> = {};
  new Function('exports', 'require', 'define', code)(exports, () => KaitaiStream, undefined);
  return exports[file.replace(/\.js$/, '')];
}

const readers = new Map<string, Reader>();
const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];

beforeAll(async () => {
  for (const spec of specs) readers.set(spec.replace('.ksy', ''), await compile(spec));
  for (const sample of readdirSync(samples).filter((name) => /\.tar\.(gz|zst)$/.test(name))) {
    const tree = await openTree(samples + sample, () => {});
    for (const directory of findImageDirectories(tree, () => {})) {
      for (const { name } of directory.list()) {
        const source = directory.open(name);
        if (source !== undefined) files.push({ name, bytes: source.view(0, source.size).slice() });
      }
    }
    tree.close();
  }
});

function read(reader: string, bytes: Uint8Array, type?: string, ...parameters: number[]): Reader {
  const buffer = bytes.slice().buffer;
  const Type = type === undefined ? readers.get(reader) : readers.get(reader)[type];
  const stream = new (KaitaiStream as Reader)(buffer);
  const value = new Type(stream, null, null, ...parameters);
  return { value, left: bytes.length - stream.pos };
}

function recordsOf(name: string, bytes: Uint8Array) {
  return [...decodeFile(memorySource(bytes, name), name, () => {}).records()];
}

test('there is a spec for each part', () => {
  expect(specs).toEqual([
    'criu_image.ksy',
    'criu_message.ksy',
    'criu_netlink_dump.ksy',
    'criu_pages.ksy',
    'criu_payloads.ksy',
  ]);
  expect(readers.size).toBe(5);
});

test('criu_image finds the records that we find', () => {
  let count = 0;
  for (const { name, bytes } of files) {
    const type = identifyFile(name)?.type;
    if (type === undefined || imageType(type).message === undefined || imageType(type).payload !== undefined)
      continue;
    const { value } = read('criu_image', bytes);
    expect(value.head.typeMagic, name).toBe(imageType(type).magic);
    const lengths = recordsOf(name, bytes).map((record) => record.kind === 'message' && record.length - 4);
    expect(
      value.records.map(({ lenMessage }: Reader) => lenMessage),
      name,
    ).toEqual(lengths);
    count += lengths.length;
  }
  expect(count).toBeGreaterThan(500);
});

test('criu_message finds the fields that we find', () => {
  for (const { name, bytes } of files) {
    for (const record of recordsOf(name, bytes)) {
      if (record.kind !== 'message') continue;
      const { value, left } = read('criu_message', encodeBody(record));
      expect(left, name).toBe(0);
      const present = Object.values(record.fields).flatMap((field) =>
        Array.isArray(field) ? field : [field],
      );
      expect(value.fields.length, name).toBe(present.length);
    }
  }
});

describe('criu_payloads', () => {
  const payloads: Readonly<Record<string, (fields: MessageRecord['fields']) => [string, ...number[]]>> = {
    pipe: ({ bytes }) => ['Plain', Number(bytes)],
    packet: ({ length }) => ['Plain', Number(length)],
    semaphores: ({ nsems }) => ['Semaphores', Number(nsems)],
    messages: ({ qnum }) => ['Messages', Number(qnum)],
    segment: ({ size, in_pagemaps }) => ['Segment', in_pagemaps === true ? 0 : Number(size)],
  };

  test('end where ours end', () => {
    const seen = new Set<string>();
    for (const { name, bytes } of files) {
      const type = identifyFile(name)?.type;
      const make = type && payloads[imageType(type).payload ?? ''];
      if (make === undefined) continue;
      for (const record of recordsOf(name, bytes)) {
        if (record.kind !== 'message') continue;
        const [payload, ...parameters] = make(record.fields);
        seen.add(payload);
        const start = record.offset + record.length;
        const { left } = read('criu_payloads', bytes.subarray(start), payload, ...parameters);
        const parts = record.payload ?? [];
        const last = parts[parts.length - 1];
        const end =
          last === undefined || last.data instanceof Uint8Array
            ? start
            : last.data.offset + last.data.length + last.padding;
        expect(bytes.length - left, name).toBe(end);
      }
    }
    expect([...seen].sort()).toEqual(['Messages', 'Plain', 'Segment', 'Semaphores']);
  });
});

test('criu_netlink_dump reads what iproute2 saved', () => {
  let messages = 0;
  for (const { name, bytes } of files) {
    if (!/^(ifaddr|route6?|rule)-/.test(name)) continue;
    const { value, left } = read('criu_netlink_dump', bytes);
    expect(left, name).toBe(0);
    messages += value.messages.length;
  }
  expect(messages).toBeGreaterThan(20);
});

test('criu_pages are whole pages', () => {
  for (const { name, bytes } of files) {
    if (!/^pages-\d+/.test(name)) continue;
    expect(read('criu_pages', bytes, undefined, 4096).left, name).toBe(0);
  }
});

test('criu-file.schema.json accepts the JSON of every sample, and not everything', () => {
  const schema = JSON.parse(readFileSync(`${folder}criu-file.schema.json`, 'utf8'));
  const validate = new Ajv2020().compile(schema);
  for (const { name, bytes } of files) {
    if (bytes.length > 100_000) continue;
    const source = memorySource(bytes, name);
    const { header, records } = decodeFile(source, name, () => {});
    for (const inline of [false, true]) {
      let text = '';
      const write = (piece: string): void => {
        text += piece;
      };
      writeFileJson(header, records(), write, { inline, source });
      expect(validate(JSON.parse(text)), `${name} ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  }
  expect(validate({ file: 'x', magics: [], records: [{ kind: 'opaque', reason: 'raw' }] })).toBe(false);
});
