/** What each kind of damage or oddity in a file becomes: records and diagnostics, one row each. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { MemorySink } from '../bytes/byte-sink.ts';
import { memorySource } from '../bytes/byte-source.ts';
import { decodeFile } from './decode-file.ts';
import { decodeMessage } from './decode-message.ts';
import { encodeBody, encodeFile, payloadChunks } from './encode-file.ts';
import { encodeMessage } from './encode-message.ts';
import { fileFromJson } from './from-json.ts';
import { fileName, identifyFile, imageTypes, type MessageName } from './image-types.ts';
import { messageLayout, messageLayouts } from './layouts.ts';
import { type CriuRecord, fieldsOf } from './record.ts';
import { recordToJson, writeFileJson } from './to-json.ts';

const head = '19435654';

function decode(name: string, hex: string): { records: CriuRecord[]; found: string[] } {
  const source = memorySource(Buffer.from(hex.replace(/\s/g, ''), 'hex'), name);
  const found: string[] = [];
  const { records } = decodeFile(source, name, ({ code, at }) => found.push(`${code} ${at?.offset ?? '-'}`));
  const list = [...records()];
  const sink = new MemorySink();
  encodeFile(decodeFile(source, name, () => {}).header, list, sink, source);
  expect(Buffer.from(sink.result()).toString('hex')).toBe(hex.replace(/\s/g, ''));
  return { records: list, found };
}

/** Records as `message`, `message+payload names` or `reason(length)`. */
function shape(records: readonly CriuRecord[]): string {
  return records
    .map((record) => {
      if (record.kind === 'opaque') return `${record.reason}(${record.data.length})`;
      const parts = record.payload?.map(({ name, data }) => `+${name}(${data.length})`) ?? [];
      return record.message + parts.join('');
    })
    .join(' ');
}

const files: readonly (readonly [
  what: string,
  name: string,
  hex: string,
  records: string,
  found: string[],
])[] = [
  ['no records', 'pipes.img', `${head} 55355156`, '', []],
  ['an empty message', 'seccomp.img', `${head} 49304164 00000000`, 'seccomp_entry', []],
  ['an image of CRIU 1.5', 'fs-1.img', '12394051 04000000 0801 1002', 'fs_entry', []],
  ['a raw image', 'pages-1.img', '0102', 'raw(2)', []],
  ['an empty raw image', 'iptables-9.img', '', '', []],
  ['no image', 'truth.json', '7b7d', 'unreadable(2)', ['criu-unknown-file -']],
  ['the script of a conversion', 'restore.sh', '2321', 'unreadable(2)', []],
  ['a renamed image', 'backup', `${head} 12394051 04000000 0801 1002`, 'fs_entry', []],
  ['an empty file', 'fs-1.img', '', '', ['criu-truncated-magic 0']],
  ['half a magic', 'fs-1.img', '1239', 'unreadable(2)', ['criu-truncated-magic 2']],
  ['one of two magics', 'fs-1.img', head, 'unreadable(4)', ['criu-truncated-magic 4']],
  ['a foreign magic', 'fs-1.img', '01020304 00', 'unreadable(5)', ['criu-wrong-magic 0']],
  ['a foreign second magic', 'fs-1.img', `${head} 55355156`, 'unreadable(8)', ['criu-wrong-magic 4']],
  ['a head magic on inventory', 'inventory.img', `${head} 16313158`, 'unreadable(8)', ['criu-wrong-magic 0']],
  ['half a size', 'fs-1.img', `${head} 12394051 0400`, 'unreadable(2)', ['criu-truncated-record 8']],
  [
    'a size of 2^31',
    'fs-1.img',
    `${head} 12394051 00000080 00`,
    'unreadable(5)',
    ['criu-truncated-record 8'],
  ],
  [
    'bytes after',
    'fs-1.img',
    `${head} 12394051 04000000 0801 1002 ffffff`,
    'fs_entry trailing(3)',
    ['criu-trailing-bytes 16'],
  ],
  [
    'a torn message in a list',
    'pipes.img',
    `${head} 55355156 02000000 08ff 00000000`,
    'unreadable(6) pipe_entry',
    [
      'criu-malformed-message 14',
      'criu-missing-field 18',
      'criu-missing-field 18',
      'criu-missing-field 18',
      'criu-missing-field 18',
    ],
  ],
  [
    'a semaphore set',
    'ipcns-sem-3.img',
    `${head} 19305759 02000000 1003 0100 0200 0300 0000`,
    'ipc_sem_entry+values(6)',
    ['criu-missing-field 14'],
  ],
  [
    'odd padding',
    'ipcns-sem-3.img',
    `${head} 19305759 02000000 1003 0100 0200 0300 00ff`,
    'ipc_sem_entry+values(6)',
    ['criu-missing-field 14', 'criu-odd-padding 20'],
  ],
];

describe('files', () => {
  test.each(files)('%s', (_what, name, hex, expected, expectedCodes) => {
    const { records, found } = decode(name, hex);
    expect(shape(records)).toBe(expected);
    expect(found).toEqual(expectedCodes);
  });

  test('a queue that promises four billion messages ends at the end of the file', () => {
    const { records, found } = decode(
      'ipcns-msg-3.img',
      `${head} 37374555 08000000 1000 18ffffffff0f 00000000`,
    );
    expect(found).toContain('criu-truncated-payload 24');
    expect(shape(records)).toContain('ipc_msg_entry');
  });

  test('a payload of 2^64 bytes', () => {
    const hex = `${head} 44302846 0b000000 10ffffffffffffffffff01 00`;
    expect(decode('ipcns-shm-3.img', hex).found).toContain('criu-truncated-payload 23');
  });

  test('a message larger than any is not allocated', () => {
    const size = 65 * 1024 * 1024;
    const name = 'mm-1.img';
    const start = Buffer.from(`${head}2028495700001004`, 'hex');
    const source = {
      ...memorySource(new Uint8Array(0), name),
      size: size + 12,
      view: (offset: number, length: number) => start.subarray(offset, offset + length),
    };
    const codes: string[] = [];
    const records = [...decodeFile(source, name, ({ code }) => codes.push(code)).records()];
    expect(codes).toEqual(['criu-record-too-large']);
    expect(shape(records)).toBe(`unreadable(${size + 4})`);
  });
});

const messages: readonly (readonly [string, MessageName, string, object, string[]])[] = [
  ['zero is not absent', 'fs_entry', '0800 1000', { cwd_id: 0, root_id: 0 }, []],
  [
    'an unknown field',
    'fs_entry',
    '0801 1002 9a0603616263',
    { cwd_id: 1, root_id: 2, $unknown: [99] },
    ['criu-unknown-field'],
  ],
  [
    'an unknown field in the middle',
    'inventory_entry',
    '0802 3801 5001',
    { img_version: 2, tcp_close: true, $unknown: [7] },
    ['criu-unknown-field'],
  ],
  [
    'a known field of another wire type',
    'fs_entry',
    '0801 1500000000',
    { cwd_id: 1, $unknown: [2] },
    ['criu-wire-type', 'criu-missing-field'],
  ],
  [
    'a value without name',
    'fdinfo_entry',
    '0801 1000 184d 2000',
    { id: 1, flags: 0, type: 77, fd: 0 },
    ['criu-unknown-enum-value'],
  ],
  ['the largest number', 'rlimit_entry', '08ffffffffffffffffff01 1000', { cur: 2n ** 64n - 1n, max: 0n }, []],
  ['a group', 'fs_entry', '0b 0c', {}, ['criu-malformed-message']],
  ['a field number of zero', 'fs_entry', '0001', {}, ['criu-malformed-message']],
  ['a submessage beyond its parent', 'apparmor_entry', '0a05 0a00', {}, ['criu-malformed-message']],
];

describe('messages', () => {
  test.each(messages)('%s', (_what, message, hex, expected, codes) => {
    const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex');
    const found: Diagnostic[] = [];
    const body = decodeMessage(message, bytes, { file: 'f', offset: 0, report: (d) => found.push(d) });
    expect(found.map(({ code }) => code)).toEqual(codes);
    if (body === undefined) return;
    const unknown = body.fields.$unknown?.map(({ number }) => number);
    expect({ ...body.fields, ...(unknown && { $unknown: unknown }) }).toEqual(expected);
    expect(Buffer.from(encodeBody(body)).equals(bytes)).toBe(true);
  });

  const decodeHex = (message: MessageName, hex: string) =>
    decodeMessage(message, Buffer.from(hex, 'hex'), { file: 'f', offset: 0, report: () => {} });

  test.each([
    ['a packed list', 'pstree_entry', '0801 1000 1801 2001 2a020102'],
    ['fields in odd order', 'fs_entry', '1002 0801'],
    ['a long varint', 'fs_entry', '088100 1002'],
    ['a field twice', 'fs_entry', '0801 0803 1002'],
  ] as const)('%s keeps its bytes until a field changes', (_what, message, hex) => {
    const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex');
    const body = decodeHex(message, bytes.toString('hex'));
    expect(body?.raw).toEqual(bytes);
    if (body === undefined) return;
    expect(Buffer.from(encodeBody(body)).toString('hex')).toBe(bytes.toString('hex'));
    const [first] = Object.keys(body.fields) as [string];
    const changed = { ...body, fields: { ...body.fields, [first]: 5 } };
    const again = decodeHex(message, Buffer.from(encodeBody(changed)).toString('hex'));
    expect(again?.fields).toEqual(changed.fields);
    expect(again?.raw).toBeUndefined();
  });

  test('a name that is not UTF-8 stays bytes, also through JSON', () => {
    const hex = `${head} 03324754 07000000 0a02ff41 120178`;
    const { records } = decode('utsns-1.img', hex);
    const [record] = records as [CriuRecord];
    expect(fieldsOf(record, 'utsns_entry')).toEqual({
      nodename: Uint8Array.of(0xff, 0x41),
      domainname: 'x',
    });
    const json = { file: 'utsns-1.img', magics: [], records: [recordToJson(record)] };
    const sink = new MemorySink();
    const file = fileFromJson(JSON.parse(JSON.stringify(json)));
    encodeFile(file.header, file.records, sink);
    expect(Buffer.from(sink.result()).toString('hex')).toBe('070000000a02ff41120178');
  });

  test('AppArmor namespaces within namespaces end at a limit, not at the end of the stack', () => {
    let bytes = Buffer.alloc(0);
    for (let level = 0; level < 2000; level++) {
      const length: number[] = [];
      for (let rest = bytes.length; ; rest >>>= 7) {
        length.push(rest > 127 ? (rest & 127) | 128 : rest);
        if (rest <= 127) break;
      }
      bytes = Buffer.concat([Buffer.from([0x1a, ...length]), bytes]);
    }
    const codes: string[] = [];
    decodeMessage('aa_namespace', bytes, { file: 'f', offset: 0, report: ({ code }) => codes.push(code) });
    expect(codes).toEqual(['criu-malformed-message']);
  });
});

test('every message that the image types name has a layout', () => {
  for (const type of Object.values(imageTypes)) {
    if ('message' in type) expect(messageLayout(type.message).fields.length).toBeGreaterThan(0);
  }
  expect(messageLayouts().size).toBe(158);
});

test('file names and types belong to each other', () => {
  for (const type of Object.keys(imageTypes) as (keyof typeof imageTypes)[]) {
    expect(identifyFile(fileName(type, 31))?.type).toBe(type);
  }
  expect(identifyFile('ghost-file-1f.img')).toEqual({ type: 'GHOST_FILE', id: 31 });
  expect(identifyFile('pagemap-shmem-1047.img')).toEqual({ type: 'SHMEM_PAGEMAP', id: 1047 });
  expect(identifyFile('filelocks-7.img')).toEqual({ type: 'FILE_LOCKS', id: 7 });
  expect(identifyFile('core-1.img.bak')).toBeUndefined();
});

test('fieldsOf gives the fields of one message only', () => {
  const { records } = decode('fs-1.img', `${head} 12394051 04000000 0801 1002`);
  const [record] = records as [CriuRecord];
  expect(fieldsOf(record, 'fs_entry')?.root_id).toBe(2);
  expect(fieldsOf(record, 'mm_entry')).toBeUndefined();
});

test('payload chunks are at most 1 MiB', () => {
  const source = memorySource(new Uint8Array(2_500_000));
  const sizes = [...payloadChunks({ offset: 1, length: 2_400_000 }, source)].map(({ length }) => length);
  expect(sizes).toEqual([1048576, 1048576, 302848]);
});

test('inline payloads of several chunks come back whole', () => {
  const bytes = Uint8Array.from({ length: 2_100_000 }, (_, i) => i % 251);
  const source = memorySource(bytes, 'pages-1.img');
  const { header, records } = decodeFile(source, 'pages-1.img', () => {});
  let text = '';
  writeFileJson(header, records(), (piece) => (text += piece), { inline: true, source });
  const file = fileFromJson(JSON.parse(text));
  expect(file.records.length).toBe(3);
  const sink = new MemorySink();
  encodeFile(file.header, file.records, sink);
  expect(Buffer.compare(sink.result(), bytes)).toBe(0);
});

test('the JSON of a record', () => {
  const { records } = decode('ipcns-sem-3.img', `${head} 19305759 02000000 1003 0100 0200 0300 0000`);
  expect(recordToJson(records[0] as CriuRecord)).toEqual({
    kind: 'message',
    offset: 8,
    length: 6,
    message: 'ipc_sem_entry',
    fields: { nsems: 3 },
    payload: [{ name: 'values', data: { offset: 14, length: 6 }, padding: 2 }],
  });
});

test('a message without its own bytes is encoded to the same ones, whatever they were', () => {
  const word = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 8, 0x0a, 0x10, 0x12, 0x18, 0x20, 0x80, 0xff));
  // Small messages of integers, strings, lists and messages in messages.
  const names = ['pagemap_entry', 'fown_entry', 'pstree_entry', 'tty_info_entry', 'cgroup_entry'] as const;
  const noReport = { file: 'x', offset: 0, report: () => {} };
  let plain = 0;
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(word, { maxLength: 24 }), (name, list) => {
      const bytes = Uint8Array.from(list);
      const body = decodeMessage(name, bytes, noReport);
      if (body === undefined || body.raw !== undefined) return;
      plain += 1;
      expect([...encodeMessage(messageLayout(name), body.fields)]).toEqual(list);
    }),
    { numRuns: 30_000, seed: 5 },
  );
  expect(plain).toBeGreaterThan(500);
});
