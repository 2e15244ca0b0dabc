/** Losses that a record shows by itself: fields without a place in CRIU whose values say something. */
import type { AnyRecord } from '../../../../parse/cpt/record.ts';
import { cptLayouts } from '../../../../parse/generated/cpt-layouts.ts';
import { type CptKind, cptKinds } from '../../../../parse/generated/cpt-records.ts';
import type { Place } from '../losses.ts';
import type { FieldValues, LostField } from './fate.ts';
import { fieldFates } from './index.ts';

/** Takes one loss: its class, and which field of which record has which value. */
export type AddLoss = (name: LostField['as'], example: string, place: Place) => void;

interface Watched {
  readonly name: string;
  readonly kernelName: string;
  readonly row: LostField;
}

/** By kind; only what the table can decide alone. */
const watched: ReadonlyMap<string, readonly Watched[]> = new Map(
  Object.entries(cptKinds).flatMap(([kind, { layout }]) => {
    const fates = layout === undefined ? {} : (fieldFates[layout] ?? {});
    const fields = Object.entries(fates).flatMap(([name, row]) => {
      if (row.fate !== 'lost' || row.said !== 'table') return [];
      return [{ name, kernelName: kernelNameOf(layout ?? '', name), row }];
    });
    return fields.length > 0 ? [[kind as CptKind, fields] as const] : [];
  }),
);

function kernelNameOf(layout: string, name: string): string {
  return cptLayouts[layout]?.fields.find((field) => field.name === name)?.kernelName ?? name;
}

/** Looks at one record of an image; costs nothing for kinds that lose nothing. */
export function addLossesOf(record: AnyRecord, add: AddLoss): void {
  const fields = watched.get(record.kind);
  if (!fields) return;
  const values = record.fields as FieldValues;
  for (const { name, kernelName, row } of fields) {
    const value = values[name];
    if (value === undefined || isUsual(row, value) || row.when?.(values) === false) continue;
    const shown = typeof value === 'number' || typeof value === 'bigint' ? ` = ${value}` : '';
    const pid = record.kind === 'task' ? ` ${record.fields.pid}` : '';
    add(row.as, `${kernelName}${shown} of ${record.kind}${pid}`, { at: record.offset });
  }
}

function isUsual({ usual, mask }: LostField, value: unknown): boolean {
  if (typeof value === 'object') {
    return [...(value as Iterable<number | bigint>)].every((element) =>
      isUsual({ usual } as LostField, element),
    );
  }
  const number = BigInt(value as number | bigint);
  return usual.some((known) => BigInt(known) === (mask === undefined ? number : number & mask));
}
