/** Bytes → records → bytes and JSON → records, the same; and the unmodified Kaitai reader sees what ours does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { projectRoot } from '../../test-support/images.ts';
import { compileKsy, loadCompiled } from '../../test-support/kaitai.ts';
import { MemorySink } from '../bytes/byte-sink.ts';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
import { readJsonHead } from '../json/record-document.ts';
import { type ImageContext, numberOfArch, wordOf } from './context.ts';
import { detectLinuxCr } from './detect.ts';
import { contextOfJson, readLinuxCrJson } from './json-read.ts';
import { linuxCrToJson } from './json-write.ts';
import { readLinuxCrRecords } from './read.ts';
import type { AnyRecord } from './record.ts';
import { randomImage, randomNumbers } from './testing/random-image.ts';
import { type LinuxCrVariantId, linuxCrVariant, linuxCrVariantIds } from './variants.ts';
import { LinuxCrWriter } from './write.ts';

const samples = join(projectRoot, 'samples', 'linux-cr');
const sampleNames = readdirSync(samples).filter((name) => name.endsWith('.ckpt'));
const schema = JSON.parse(
  readFileSync(join(projectRoot, 'formats/linux-cr/linux-cr-record.schema.json'), 'utf8'),
) as object;

const contextsOf = (variant: LinuxCrVariantId): ImageContext[] => {
  const { layout } = linuxCrVariant(variant);
  return (['x86_32', 'x86_64'] as const)
    .filter((arch) => numberOfArch(layout, arch) !== undefined || (layout < 20090101 && arch === 'x86_32'))
    .map((arch) => ({ layout, arch, word: wordOf(arch) }));
};
const layouts = linuxCrVariantIds.flatMap((variant) =>
  contextsOf(variant).map((context) => [variant, context.arch, context] as const),
);

function readAll(bytes: Uint8Array, context: ImageContext) {
  const problems: Diagnostic[] = [];
  const records = [...readLinuxCrRecords(memorySource(bytes), context, (problem) => problems.push(problem))];
  return { records, problems };
}

function written(records: Iterable<AnyRecord>, source: ByteSource, context: ImageContext): Uint8Array {
  const sink = new MemorySink();
  const writer = new LinuxCrWriter(sink, source, context, (problem) => {
    throw new Error(problem.message);
  });
  for (const record of records) writer.write(record);
  return sink.result();
}

function checkRoundTrips(bytes: Uint8Array, variant: LinuxCrVariantId, context: ImageContext): void {
  const { records, problems } = readAll(bytes, context);
  expect(problems).toEqual([]);
  const source = memorySource(bytes);
  expect(Buffer.compare(written(records, source, context), bytes)).toBe(0);
  for (const image of [undefined, { name: 'x.ckpt', sha256: '0'.repeat(64) }]) {
    const text = [...linuxCrToJson(records, source, { variant, context, image })].join('');
    const document = memorySource(Buffer.from(text));
    expect(readJsonHead(document)).toEqual({ family: 'linux-cr', variant, image: image ?? null });
    expect(contextOfJson(document, variant, schema)).toEqual(context);
    const again = [...readLinuxCrJson(document, bytes.length, schema, context)];
    expect(Buffer.compare(written(again, source, context), bytes)).toBe(0);
  }
}

test.each(sampleNames)('%s is of 2011 and round-trips', (name) => {
  const bytes = Uint8Array.from(readFileSync(join(samples, name)));
  const { variant, context } = detectLinuxCr(memorySource(bytes));
  expect(variant).toBe('linux-cr-2011-04-16');
  expect(context.arch).toBe('x86_64');
  checkRoundTrips(bytes, variant, context);
});

test.each(layouts)(
  '%s %s: records of every kind round-trip, and are recognised',
  (variant, _arch, context) => {
    for (let seed = 1; seed <= 3; seed++) {
      const bytes = randomImage(context, seed);
      checkRoundTrips(bytes, variant, context);
      const detected = detectLinuxCr(memorySource(bytes));
      expect(readAll(bytes, detected.context).problems).toEqual([]);
    }
  },
);

test('layouts that records tell apart are told apart', () => {
  const told = layouts.map(([variant, , context]) => {
    return [variant, detectLinuxCr(memorySource(randomImage(context, 7))).variant] as const;
  });
  const confused = new Set(
    told.filter(([made, found]) => made !== found).map(([made, found]) => `${made} as ${found}`),
  );
  // Each holds every record of the former; the kernel version, by which they differ, is random here.
  expect([...confused]).toEqual([
    'linux-cr-2009-10-03 as linux-cr-2009-11-04',
    'linux-cr-2009-12-01 as linux-cr-2009-12-06',
    'linux-cr-2011-04-16 as linux-cr-2012-03-17',
  ]);
});

interface KaitaiRecord {
  readonly number: { readonly number: number; readonly kind: number };
  readonly len: number;
  readonly body?: Readonly<Record<string, unknown>>;
}

describe('linux_cr_image.ksy, compiled as it is, sees the same records', async () => {
  const files = await compileKsy(join(projectRoot, 'formats', 'linux-cr'), 'linux_cr_image');
  type Image = { readonly records?: readonly KaitaiRecord[]; readonly oldRecords?: readonly KaitaiRecord[] };
  const LinuxCrImage = loadCompiled<
    new (
      stream: unknown,
      parent: null,
      root: null,
      layout: number,
      word: number,
    ) => Image
  >(files, 'LinuxCrImage');

  test.each(layouts)('%s %s', (_variant, _arch, context) => {
    const bytes = randomImage(context, 11);
    const stream = new (KaitaiStream as unknown as new (buffer: ArrayBuffer) => unknown)(
      Uint8Array.from(bytes).buffer,
    );
    const image = new LinuxCrImage(stream, null, null, context.layout, context.word);
    const seen = (image.records ?? image.oldRecords ?? []).map(({ number, len, body }) => [
      number.number,
      len,
      numbersOf(body),
    ]);
    const read = readAll(bytes, context).records.flatMap((record) =>
      record.kind === 'raw'
        ? []
        : [
            [
              record.number,
              record.hdrlen + record.payload.length - (context.layout < 20090101 ? 8 : 0),
              numbersOf(record.fields),
            ],
          ],
    );
    expect(seen).toEqual(read);
  });
});

/** Plain numbers by name; of choices those of the form that was chosen. 64-bit ones are not exact in Kaitai. */
function numbersOf(body: object | undefined): Readonly<Record<string, number>> {
  if (body === undefined || body instanceof Uint8Array) return {};
  const { form } = body as { form?: object };
  const found = Object.entries(form ?? body).flatMap(([name, value]) => {
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    const isPlain = isNumber && !name.startsWith('_') && !parameters.has(name);
    return isPlain && Math.abs(Number(value)) < 2 ** 32 ? [[name, Number(value)] as const] : [];
  });
  return Object.fromEntries(found);
}

const parameters: ReadonlySet<string> = new Set(['layout', 'word']);

test('damage anywhere is a diagnostic, and every byte is still accounted for', () => {
  for (const [variant, , context] of layouts) {
    const bytes = randomImage(context, 5);
    const random = randomNumbers(variant.length + context.word);
    for (let round = 0; round < 10; round++) {
      const damaged = bytes.slice(0, round % 2 === 0 ? bytes.length : random() % bytes.length);
      const at = random() % damaged.length;
      damaged[at] = random() & 0xff;
      const { records } = readAll(damaged, context);
      expect(Buffer.compare(writtenLoosely(records, memorySource(damaged), context), damaged)).toBe(0);
    }
  }
});

function writtenLoosely(records: Iterable<AnyRecord>, source: ByteSource, context: ImageContext): Uint8Array {
  const sink = new MemorySink();
  const writer = new LinuxCrWriter(sink, source, context, () => {});
  for (const record of records) writer.write(record);
  return sink.result();
}
