/** The table of fields is complete, and what it says is lost is reported. */
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../../../parse/cpt/record.ts';
import { cptLayouts } from '../../../../parse/generated/cpt-layouts.ts';
import { cptKinds } from '../../../../parse/generated/cpt-records.ts';
import { lossClasses } from '../losses.ts';
import { type FieldValues, fieldFates, type LostField } from './index.ts';
import { addLossesOf } from './losses-by-field.ts';

test.each(Object.entries(cptLayouts))(
  '%s: every field has a row, and no row is without a field',
  (name, layout) => {
    const fields = layout.fields.filter(({ isPad }) => !isPad).map((field) => field.name);
    expect(Object.keys(fieldFates[name] ?? {}).sort()).toEqual(fields.sort());
  },
);

test('every layout is there, and every class of a loss is one that is explained', () => {
  expect(Object.keys(fieldFates).sort()).toEqual(Object.keys(cptLayouts).sort());
  for (const fates of Object.values(fieldFates)) {
    for (const fate of Object.values(fates))
      if (fate.fate === 'lost') expect(lossClasses).toHaveProperty(fate.as);
  }
});

/** Records in which the fields of one protocol or state mean something. */
const circumstances: Readonly<Record<string, readonly FieldValues[]>> = {
  socket: [
    { family: 2, type: 2, protocol: 17 },
    { family: 2, type: 1, protocol: 6 },
    { family: 10, type: 2, protocol: 17 },
    { family: 1, type: 1, protocol: 0, sockflags: 1, dAliaslen: 4 },
  ],
  flock: [{ flags: 0x10000 }],
  net_ifaddr: [{ index: 1 }],
};

interface Case {
  readonly kind: string;
  readonly field: string;
  readonly row: LostField;
}

const cases = Object.entries(cptKinds).flatMap(([kind, { layout }]): readonly Case[] =>
  Object.entries(layout === undefined ? {} : (fieldFates[layout] ?? {})).flatMap(([field, row]) =>
    row.fate === 'lost' && row.said === 'table' ? [{ kind, field, row }] : [],
  ),
);

function lossesOf(kind: string, fields: FieldValues): readonly string[] {
  const found: string[] = [];
  addLossesOf({ kind, offset: 64, fields } as unknown as AnyRecord, (name, example, { at }) => {
    expect(at).toBe(64);
    found.push(`${name} ${example}`);
  });
  return found;
}

describe('a field that the table watches', () => {
  test.each(cases)('$field of $kind', ({ kind, field, row }) => {
    const kernelName = cptLayouts[kind]?.fields.find(({ name }) => name === field)?.kernelName ?? '';
    const all = circumstances[kind] ?? [{}];
    // No usual value has this bit.
    const unusual = row.mask === undefined ? 0x55 : Number(row.mask) & ~0x8c;
    const said = all.flatMap((circumstance) => lossesOf(kind, { ...circumstance, [field]: unusual }));
    expect(said.some((line) => line.startsWith(`${row.as} ${kernelName} `))).toBe(true);
    for (const usual of row.usual) {
      const quiet = all.flatMap((circumstance) => lossesOf(kind, { ...circumstance, [field]: usual }));
      expect(quiet.filter((line) => line.includes(`${kernelName} `))).toEqual([]);
    }
  });

  test('an absent field, an array of usual values and a field of another protocol say nothing', () => {
    expect(lossesOf('veinfo', {})).toEqual([]);
    expect(lossesOf('net_idev_cnf', { data: [0, 0] })).toEqual([]);
    expect(lossesOf('net_idev_cnf', { data: [0, 1] })).toHaveLength(1);
    expect(lossesOf('socket', { family: 1, type: 1, protocol: 0, userMss: 7, pmtudisc: 0 })).toEqual([]);
  });
});
