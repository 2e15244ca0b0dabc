/** crit's notations, one row each, and what its JSON cannot say. */
import { describe, expect, test } from 'vitest';
import { ImageError } from '../../diagnostic.ts';
import { MemorySink } from '../bytes/byte-sink.ts';
import { memorySource } from '../bytes/byte-source.ts';
import { formatCritJson, parseCritJson, writeCritJson } from './crit-text.ts';
import { addressText, addressWords, bytesFromCrit, bytesToCrit } from './crit-values.ts';
import { decodeFile } from './decode-file.ts';
import { encodeFile } from './encode-file.ts';
import { fromCritJson } from './from-crit-json.ts';
import type { ImageTypeName, MessageName } from './image-types.ts';
import { messageLayout } from './layouts.ts';
import type { CriuRecord, Fields, MessageRecord } from './record.ts';
import { toCritJson } from './to-crit-json.ts';

function entry(type: ImageTypeName, message: MessageName, fields: Fields, pretty: boolean) {
  const record: CriuRecord = { kind: 'message', offset: 0, length: 0, message, fields };
  return toCritJson({ name: 'x', type, magics: [] }, [record], { pretty }).entries[0];
}

const vma = {
  start: 0x7f00n,
  end: 0x8f00n,
  pgoff: 0n,
  shmid: 0n,
  prot: 3,
  flags: 0x40022,
  status: 0x80000201,
  fd: -1n,
};

describe('pretty values', () => {
  test.each([
    ['hex', entry('VMAS', 'vma_entry', vma, true), 'start', '0x7f00'],
    ['flags', entry('VMAS', 'vma_entry', vma, true), 'prot', 'PROT_READ | PROT_WRITE'],
    ['flags with a rest', entry('VMAS', 'vma_entry', vma, true), 'flags', 'MAP_PRIVATE | MAP_ANON | 0x40000'],
    [
      'the top flag',
      entry('VMAS', 'vma_entry', vma, true),
      'status',
      'VMA_AREA_REGULAR | VMA_ANON_PRIVATE | VMA_UNSUPP',
    ],
    ['plain', entry('VMAS', 'vma_entry', vma, false), 'start', 0x7f00n],
    ['negative', entry('VMAS', 'vma_entry', vma, true), 'fd', -1n],
    [
      'a device',
      entry('GHOST_FILE', 'ghost_file_entry', { dev: 0x800003, rdev: 0x12345678 }, true),
      'dev',
      '8:3',
    ],
    [
      'a C library device',
      entry('GHOST_FILE', 'ghost_file_entry', { dev: 0, rdev: 0x12345678 }, true),
      'rdev',
      '1110:74616',
    ],
    ['an enum', entry('FDINFO', 'fdinfo_entry', { type: 1 }, false), 'type', 'REG'],
    ['a named number', entry('INETSK', 'inet_sk_entry', { family: 2, state: 10 }, true), 'state', 'LISTEN'],
    ['an unnamed number', entry('INETSK', 'inet_sk_entry', { family: 99 }, true), 'family', 99],
  ])('%s', (_what, found, name, expected) => {
    expect((found as Record<string, unknown>)[name]).toEqual(expected);
  });
});

test('a C library device number comes back', () => {
  const json = { magic: 'GHOST_FILE', entries: [{ uid: 0, gid: 0, mode: 0, rdev: '1110:74616', extra: '' }] };
  const [record] = fromCritJson(json, 'ghost-file-1.img').records;
  expect(record).toMatchObject({ fields: { rdev: 0x12345678 } });
});

describe('addresses', () => {
  const words = (hex: string) => {
    const bytes = Buffer.from(hex, 'hex');
    return Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32LE(4 * i));
  };
  test.each([
    ['7f000001', '127.0.0.1'],
    ['00000000', '0.0.0.0'],
    ['00000000000000000000000000000000', '::'],
    ['00000000000000000000000000000001', '::1'],
    ['20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
    ['fe800000000000000000000000000000', 'fe80::'],
    ['20010db8000100010001000100010000', '2001:db8:1:1:1:1:1:0'],
    ['100010000000000000000000f0010000', '1000:1000::f001:0'],
  ])('%s is %s', (hex, address) => {
    expect(addressText(words(hex))).toBe(address);
    expect(addressWords(address, '$')).toEqual(words(hex));
  });

  test.each(['1.2.3', '1.2.3.256', ':::', '1:2', 'g::1'])('%s is none', (text) => {
    expect(() => addressWords(text, '$')).toThrow(ImageError);
  });
});

describe('quoted-printable socket names', () => {
  const field = messageLayout('unix_sk_entry').byName.get('name');
  if (field === undefined) throw new Error('no field');
  test.each([
    ['an abstract name', '\0/tmp/x', '=00/tmp/x'],
    ['an equals sign', 'a=b', 'a=3Db'],
    ['a blank at the end', 'a ', 'a=20'],
    ['a high byte', 'ü', '=C3=BC'],
    ['a long name', 'x'.repeat(100), `${'x'.repeat(75)}=\n${'x'.repeat(25)}`],
    ['nothing', '', ''],
  ])('%s', (_what, name, quoted) => {
    const bytes = new Uint8Array(Buffer.from(name));
    expect(bytesToCrit(field, bytes)).toBe(quoted);
    expect(bytesFromCrit(field, quoted, '$')).toEqual(bytes);
  });
});

test('text is laid out and escaped as Python does it', () => {
  const value = { a: [1, 2n ** 64n - 1n], b: 'é"\u{1f600}', c: {}, d: [] };
  expect(formatCritJson(value)).toBe(
    '{"a": [1, 18446744073709551615], "b": "\\u00e9\\"\\ud83d\\ude00", "c": {}, "d": []}',
  );
  expect(formatCritJson({ a: [1] }, true)).toBe('{\n    "a": [\n        1\n    ]\n}');
});

test('long integers survive parsing, digits in strings are left alone', () => {
  expect(parseCritJson('{"a": 18446744073709551615, "b": "18446744073709551615", "c": 1.5}')).toEqual({
    a: '18446744073709551615',
    b: '18446744073709551615',
    c: 1.5,
  });
});

// go-crit 8.2: names of sockets in base64, 64-bit numbers as strings, no content where there is none.
test.each([
  ['go-crit', '0', 'L3RtcC9zb2NrAA=='],
  ['go-crit, a name that crit could have written', '0', 'L3RtcC9zb2Nr'],
  ['crit', 0, '/tmp/sock=00'],
])('the name of a socket in the JSON of %s', (_what, so_snd_tmo_sec, name) => {
  const { records } = fromCritJson(
    { magic: 'UNIXSK', entries: [{ id: 5, opts: { so_snd_tmo_sec }, name }] },
    'unixsk.img',
  );
  const { name: bytes } = (records[0] as MessageRecord).fields;
  expect(Buffer.from(bytes as Uint8Array).toString()).toMatch(/^\/tmp\/sock\0?$/);
});

test.each([
  ['PIPES_DATA', { pipe_id: 1, bytes: 0 }],
  ['SK_QUEUES', { id_for: 1, length: 0 }],
])('%s of go-crit without content', (magic, entry) => {
  const { records } = fromCritJson({ magic, entries: [entry] }, 'x.img');
  expect((records[0] as MessageRecord).payload).toMatchObject([{ name: 'data', data: new Uint8Array() }]);
  const full = { ...entry, ...('bytes' in entry ? { bytes: 1 } : { length: 1 }) };
  expect(() => fromCritJson({ magic, entries: [full] }, 'x.img')).toThrow('extra should be a string');
});

test('pagemaps by an older crit have the count under its old name', () => {
  const json = {
    magic: 'PAGEMAP',
    entries: [{ pages_id: 1 }, { vaddr: '0x1000', nr_pages: 2, flags: 'PE_PRESENT' }],
  };
  const { records } = fromCritJson(json, 'pagemap-shmem-1.img');
  expect(records[1]).toMatchObject({ fields: { vaddr: 0x1000n, compat_nr_pages: 2, flags: 4 } });
});

test.each([
  ['no object', 1],
  ['no magic', { entries: [] }],
  ['a foreign magic', { magic: 'NONE', entries: [] }],
  ['a foreign field', { magic: 'FS', entries: [{ nothing: 1 }] }],
  ['a number too large', { magic: 'FS', entries: [{ cwd_id: 2 ** 32 }] }],
  ['a fraction', { magic: 'FS', entries: [{ cwd_id: 1.5 }] }],
  ['an unknown flag', { magic: 'VMAS', entries: [{ prot: 'PROT_NONE | X' }] }],
  ['an unknown enum', { magic: 'FDINFO', entries: [{ type: 'NONE' }] }],
  ['half of a pair of UTF-16', { magic: 'UTSNS', entries: [{ nodename: 'a\ud800b', domainname: 'x' }] }],
  ['no base64', { magic: 'PIPES_DATA', entries: [{ pipe_id: 1, bytes: 1, extra: '*' }] }],
  [
    'a message of another length',
    { magic: 'IPCNS_MSG', entries: [{ qnum: 1, extra: [{ msize: 2 }, 'YQ=='] }] },
  ],
])('refuses %s', (_what, json) => {
  try {
    fromCritJson(json as never, 'x');
    expect.fail('accepted');
  } catch (error) {
    expect((error as ImageError).diagnostic?.code).toBe('criu-bad-json');
  }
});

test('refuses text that is not JSON', () => expect(() => parseCritJson('{')).toThrow(ImageError));

test('says what it leaves out', () => {
  const bytes = Buffer.from('1943565412394051 07000000 0801 1002 9a0600 ff'.replace(/ /g, ''), 'hex');
  const source = memorySource(bytes, 'fs-1.img');
  const { header, records } = decodeFile(source, 'fs-1.img', () => {});
  const codes: string[] = [];
  let text = '';
  writeCritJson(header, records(), (piece) => (text += piece), {
    source,
    report: ({ code }) => codes.push(code),
  });
  expect(codes).toEqual(['criu-crit-loss', 'criu-crit-loss']);
  expect(text).toBe('{"magic": "FS", "entries": [{"cwd_id": 1, "root_id": 2}]}');
});

test('has no form for raw files', () => {
  try {
    toCritJson({ name: 'pages-1.img', type: 'PAGES', magics: [] }, []);
    expect.fail('accepted');
  } catch (error) {
    expect((error as ImageError).diagnostic.code).toBe('criu-not-crit');
  }
});

test('service files get their own head', () => {
  const { header, records } = fromCritJson({ magic: 'STATS', entries: [{}] }, 'stats-dump');
  const sink = new MemorySink();
  encodeFile(header, records, sink);
  expect(Buffer.from(sink.result()).toString('hex')).toBe('405910550633095700000000');
});
