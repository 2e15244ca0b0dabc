/** What the schema layer leaves out can never fail, and what it checks is exact beyond 2^53. */
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { ExactStream } from '../../../parse/bytes/exact-stream.ts';
import { fieldsToJson } from '../../../parse/cpt/json-fields.ts';
import { cptRecordChecks } from '../../../parse/generated/cpt-record-checks.ts';
import { type CptKind, cptKinds } from '../../../parse/generated/cpt-records.ts';
import type { Check } from '../../../parse/json/check.ts';
import { random } from '../../../test-support/random.ts';
import { formatJson, judge, readSample } from '../../testing/engine.ts';
import { setField } from '../broken/edit.ts';

const recordSchema = formatJson('cpt/cpt-record.schema.json');
const ajv = new Ajv({ strict: false });
ajv.addSchema(recordSchema, 'records');
const checked = new Set(Object.keys(cptRecordChecks));
const kinds = (Object.keys(cptKinds) as CptKind[]).filter((kind) => cptKinds[kind].layout !== undefined);

test('page blocks are not turned into JSON', () => {
  expect(['pages', 'copypages', 'filedesc'].filter((layout) => checked.has(layout))).toEqual([]);
  expect(['task', 'socket', 'sysv_sem'].filter((layout) => checked.has(layout))).toHaveLength(3);
});

test.each(kinds.filter((kind) => !checked.has(cptKinds[kind].layout ?? '')))(
  '%s has no limit narrower than its width: any bytes fit the schema',
  (kind) => {
    const { layout = '', read } = cptKinds[kind];
    const validate = ajv.compile({ $ref: `records#/$defs/${layout}` });
    const below = random(5);
    for (let count = 0; count < 20; count += 1) {
      const bytes = Uint8Array.from({ length: 4096 }, () => below(256));
      const fields = read(new ExactStream().load(bytes), { osArch: below(2), conntrackHdrlen: 232 });
      expect(validate(fieldsToJson(layout, fields as never)), JSON.stringify(validate.errors)).toBe(true);
    }
  },
);

test.each(kinds.filter((kind) => checked.has(cptKinds[kind].layout ?? '')))(
  'limits of %s hold for fields as for their JSON',
  (kind) => {
    const { layout = '', read } = cptKinds[kind];
    const check = cptRecordChecks[layout] as Check;
    const below = random(7);
    for (let count = 0; count < 50; count += 1) {
      const bytes = Uint8Array.from({ length: 4096 }, () => (count < 25 ? below(256) : below(2)));
      const fields = read(new ExactStream().load(bytes), { osArch: below(2), conntrackHdrlen: 232 });
      const errorsOf = (value: unknown) => (check(value) ? [] : check.errors);
      expect(errorsOf(fields)).toEqual(errorsOf(fieldsToJson(layout, fields as never)));
    }
  },
);

test('64-bit values are compared exactly', () => {
  const image = readSample('2.6.18-counter');
  const codes = (value: bigint) =>
    judge(setField({ kind: 'task' }, 'starttime', value)(image)).findings.map(({ code }) => code);
  const seconds = 0x00200000n << 32n;
  expect(codes(seconds + 999_999_999n)).not.toContain('time-fraction');
  expect(codes(seconds + 1_000_000_000n)).toContain('time-fraction');
});
