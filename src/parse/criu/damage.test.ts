/**
 * Torn and overwritten files: a diagnostic with a place, never a crash, and still the same bytes when
 * encoded.
 */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Diagnostic, ImageError } from '../../diagnostic.ts';
import { isThorough, rounds } from '../../test-support/thorough.ts';
import { openTree } from '../archive/open-tree.ts';
import { MemorySink } from '../bytes/byte-sink.ts';
import { memorySource } from '../bytes/byte-source.ts';
import { criuCodes } from './codes.ts';
import { writeCritJson } from './crit-text.ts';
import { decodeFile } from './decode-file.ts';
import { encodeFile } from './encode-file.ts';
import type { Json } from './fields-json.ts';
import { findImageDirectories } from './find-images.ts';
import { fromCritJson } from './from-crit-json.ts';
import { fileFromJson } from './from-json.ts';
import { type ImageType, identifyFile, imageType, imageTypes } from './image-types.ts';
import type { CriuRecord } from './record.ts';
import { writeFileJson } from './to-json.ts';

const samples = fileURLToPath(new URL('../../../samples/criu/', import.meta.url));
const sampleLimitBytes = 6000;

const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];

beforeAll(async () => {
  for (const sample of ['counter', 'sysvipc', 'pipes', 'v1.8-sysvipc']) {
    const tree = await openTree(`${samples}${sample}.tar.gz`, () => {});
    for (const { name, size } of findImageDirectories(tree, () => {})[0]?.list() ?? []) {
      const type = identifyFile(name)?.type;
      const framed = type !== undefined && imageType(type).message !== undefined;
      if (!framed || size > sampleLimitBytes) continue;
      const source = tree.directory('img')?.open(name);
      if (source !== undefined) files.push({ name, bytes: source.view(0, source.size).slice() });
    }
    tree.close();
  }
  for (const [name, json] of madeFiles) {
    const sink = new MemorySink();
    const file = fromCritJson(json, name);
    encodeFile(file.header, file.records, sink);
    files.push({ name, bytes: sink.result() });
  }
});

const plainGhost = 'ghost-file-1.img';
const desc = { key: 1, uid: 0, gid: 0, cuid: 0, cgid: 0, mode: 384, id: 0 };
const tcp = { inq_seq: 1, outq_seq: 2, opt_mask: 0, snd_wscale: 7, mss_clamp: 1460 };

// Payloads that the small samples lack.
const madeFiles: readonly (readonly [name: string, json: Json])[] = [
  [
    'ipcns-msg-3.img',
    {
      magic: 'IPCNS_MSG',
      entries: [
        { desc, qbytes: 16384, qnum: 2, extra: [{ mtype: 1, msize: 3 }, 'YWJj', { mtype: 2, msize: 0 }, ''] },
        { desc, qbytes: 16384, qnum: 0, extra: [] },
      ],
    },
  ],
  [
    'tcp-stream-1f.img',
    {
      magic: 'TCP_STREAM',
      entries: [{ inq_len: 3, outq_len: 1, ...tcp, extra: { inq: 'YWJj', outq: 'eA==' } }],
    },
  ],
  [plainGhost, { magic: 'GHOST_FILE', entries: [{ uid: 0, gid: 0, mode: 33188, extra: 'YWJj' }] }],
  [
    'ghost-file-2.img',
    {
      magic: 'GHOST_FILE',
      entries: [
        { uid: 0, gid: 0, mode: 33188, chunks: true, size: 8200 },
        { len: 3, off: 0, extra: 'YWJj' },
        { len: 1, off: 8192, extra: 'eA==' },
      ],
    },
  ],
  [
    'bpfmap-data.img',
    {
      magic: 'BPFMAP_DATA',
      entries: [{ map_id: 1, keys_bytes: 2, values_bytes: 1, count: 1, extra: 'YWJj' }],
    },
  ],
  ['sk-queues.img', { magic: 'SK_QUEUES', entries: [{ id_for: 1, length: 3, extra: 'YWJj' }] }],
];

/** Decodes, checks every place, encodes again; the codes in order. */
function check(name: string, bytes: Uint8Array): string[] {
  const source = memorySource(bytes, name);
  const diagnostics: Diagnostic[] = [];
  const { header, records } = decodeFile(source, name, (diagnostic) => diagnostics.push(diagnostic));
  const list = [...records()];
  for (const { code, at } of diagnostics) {
    expect(code in criuCodes, code).toBe(true);
    expect(at?.file).toBe(name);
    if (at?.offset !== undefined) {
      expect(at.offset).toBeGreaterThanOrEqual(0);
      expect(at.offset).toBeLessThanOrEqual(bytes.length);
    }
  }
  const sink = new MemorySink();
  encodeFile(header, list, sink, source);
  expect(Buffer.compare(sink.result(), bytes)).toBe(0);
  const codes = diagnostics.map(({ code }) => code);
  expectJsonRoundTrip(header, list, bytes);
  return codes;
}

function expectJsonRoundTrip(
  header: ReturnType<typeof decodeFile>['header'],
  records: readonly CriuRecord[],
  bytes: Uint8Array,
): void {
  let text = '';
  const write = (piece: string): void => {
    text += piece;
  };
  const source = memorySource(bytes);
  writeFileJson(header, records, write, { inline: true, source });
  const file = fileFromJson(JSON.parse(text));
  const sink = new MemorySink();
  encodeFile(file.header, file.records, sink);
  expect(Buffer.compare(sink.result(), bytes)).toBe(0);
  try {
    writeCritJson(header, records, () => {}, { source, pretty: true });
  } catch (error) {
    expect(error).toBeInstanceOf(ImageError);
  }
}

test('there are samples of the types with payloads', () => {
  const types = new Set(files.map(({ name }) => identifyFile(name)?.type));
  for (const [type, { payload }] of Object.entries(imageTypes as Readonly<Record<string, ImageType>>)) {
    if (payload !== undefined && type !== 'PIPES_DATA') expect([...types]).toContain(type);
  }
});

test('a file cut at any byte is reported, unless it is cut between two records', () => {
  for (const { name, bytes } of files) {
    const borders = new Set<number>();
    const whole = decodeFile(memorySource(bytes), name, () => {});
    for (const record of whole.records()) borders.add(record.offset);
    const [first] = whole.records();
    const firstEnd = first?.kind === 'message' ? first.offset + first.length : 0;
    for (let length = 0; length < bytes.length; length += isThorough ? 1 : 13) {
      const codes = check(name, bytes.subarray(0, length));
      const atBorder = borders.has(length) || length === whole.header.magics.length * 4;
      // The content of a ghost file has no length of its own.
      if (name === plainGhost && length >= firstEnd) continue;
      if (!atBorder) expect(codes, `${name} cut at ${length}`).not.toEqual([]);
    }
  }
});

describe('random changes', () => {
  test('overwritten bytes never throw, and are kept', () => {
    const change = fc.tuple(fc.nat(), fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const { name, bytes } = files[(changes[0]?.[0] ?? 0) % files.length] as (typeof files)[0];
        const changed = bytes.slice();
        for (const [, at, patch] of changes) {
          const offset = at % changed.length;
          changed.set(patch.subarray(0, changed.length - offset), offset);
        }
        check(name, changed);
      }),
      { numRuns: rounds(3000), seed: 4711 },
    );
  });

  test('garbage under any name never throws', () => {
    const names = [
      'core-1.img',
      'pagemap-2.img',
      'ipcns-msg-3.img',
      'ghost-file-1f.img',
      'tcp-stream-a.img',
      'x',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.uint8Array({ maxLength: 300 }),
        fc.boolean(),
        (name, tail, head) => {
          const magic = imageType(identifyFile(name)?.type ?? 'CORE').magic ?? 0;
          const start = new Uint8Array(8);
          new DataView(start.buffer).setUint32(0, 0x54564319, true);
          new DataView(start.buffer).setUint32(4, magic, true);
          check(name, head ? Uint8Array.from([...start, ...tail]) : tail);
        },
      ),
      { numRuns: rounds(3000), seed: 42 },
    );
  });
});
