/** The fast paths for pagemap entries say exactly what the general ones say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCritJson } from './crit-text.ts';
import { decodeMessage } from './decode-message.ts';
import { decodePagemapEntry } from './decode-pagemap.ts';
import { encodeMessage } from './encode-message.ts';
import { messageLayout } from './layouts.ts';
import { pagemapCritText, pagemapRecordText } from './pagemap-text.ts';
import type { Fields, MessageRecord } from './record.ts';
import { toCritJson } from './to-crit-json.ts';
import { recordToJson } from './to-json.ts';

const place = { file: 'pagemap-1.img', offset: 0, report: () => {} };
const uint32 = fc.nat(0xffff_ffff);

const entries = fc.record(
  {
    vaddr: fc.bigInt(0n, 2n ** 64n - 1n),
    compat_nr_pages: uint32,
    in_parent: fc.boolean(),
    flags: uint32,
    nr_pages: fc.bigInt(0n, 2n ** 40n),
  },
  { requiredKeys: ['vaddr', 'compat_nr_pages'] },
);

/** Ascending field order, as the decoder gives it. */
function ordered(entry: Fields): Fields {
  return Object.fromEntries(
    messageLayout('pagemap_entry')
      .fields.filter(({ name }) => entry[name] !== undefined)
      .map(({ name }) => [name, entry[name]]),
  ) as Fields;
}

test('fast and general decoding agree on what CRIU writes', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const fields = ordered(entry);
      const bytes = encodeMessage(messageLayout('pagemap_entry'), fields);
      const fast = decodePagemapEntry(bytes);
      const general = decodeMessage('pagemap_entry', bytes, place);
      expect(general).toEqual({ message: 'pagemap_entry', fields });
      if (entry.vaddr < 2n ** 49n) expect(fast).toEqual(fields);
      else expect([undefined, JSON.stringify(fields, text)]).toContain(fast && JSON.stringify(fast, text));
    }),
    { numRuns: 500, seed: 1 },
  );
});

const text = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

test('the fast decoder accepts only what encodes to the same bytes', () => {
  const bytes = fc.array(fc.constantFrom(0, 1, 4, 8, 0x10, 0x18, 0x20, 0x28, 0x7f, 0x80, 0xff), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(bytes, (list) => {
      const fields = decodePagemapEntry(Uint8Array.from(list));
      if (fields === undefined) return;
      expect([...encodeMessage(messageLayout('pagemap_entry'), fields)]).toEqual(list);
    }),
    { numRuns: 20_000, seed: 2 },
  );
});

test('fast and general JSON texts agree', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const record: MessageRecord = {
        kind: 'message',
        message: 'pagemap_entry',
        offset: 8,
        length: 20,
        fields: ordered(entry),
      };
      expect(pagemapRecordText(record)).toBe(JSON.stringify(recordToJson(record)));
      const header = { name: 'pagemap-1.img', type: 'PAGEMAP', magics: [] } as const;
      const [value] = toCritJson(header, [record]).entries;
      expect(pagemapCritText(record)).toBe(formatCritJson(value ?? null));
    }),
    { numRuns: 300, seed: 3 },
  );
});
