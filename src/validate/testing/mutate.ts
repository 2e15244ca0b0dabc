/**
 * Damage by seed: flips, cuts, splices, and fields overwritten. Meaningful fields are lengths, types,
 * positions, ids and bounds; what is done to them is a change that says something else, not a change of
 * padding.
 */

import type { AnyRecord } from '../../parse/cpt/record.ts';
import { cptPositions } from '../../parse/generated/cpt-records.ts';
import { recordsOf } from '../cpt/broken/edit.ts';
import { rangesOf } from '../cpt/rule.ts';

export type Category = 'length' | 'type' | 'position' | 'id' | 'bound';

export interface MeaningfulField {
  readonly category: Category;
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

const ids: Readonly<Record<string, readonly string[]>> = {
  task: ['pid', 'tgid', 'rppid', 'leader', 'pgrp', 'session'],
  sysv_sem: ['id'],
  sysv_shm: ['id'],
  sysvmsg: ['id'],
  sysvsem_undo_rec: ['id'],
  files: ['index'],
  filedesc: ['fd'],
  socket: ['index', 'peer'],
  net_device: ['index'],
  net_ifaddr: ['index'],
  sighandler: ['signo'],
  siginfo: ['signo'],
};
const bounds: Readonly<Record<string, readonly string[]>> = {
  vma: ['start', 'end'],
  pages: ['start', 'end'],
  copypages: ['start', 'end'],
  bits: ['size'],
  sysvsem_undo_rec: ['nsem'],
  sysvmsg_msg: ['size'],
  sysv_shm: ['segsz'],
  skb: ['len', 'hspace'],
};

export function meaningfulFields(image: Uint8Array): readonly MeaningfulField[] {
  const fields: MeaningfulField[] = [];
  const head = (record: AnyRecord, category: Category, at: number, length: number, name: string) =>
    fields.push({ category, name: `${record.kind}.${name}`, offset: record.offset + at, length });
  for (const record of recordsOf(image)) {
    if (record.kind === 'raw' || record.kind === 'image') continue;
    head(record, 'length', 0, 8, 'next');
    head(record, 'type', 8, 4, 'type');
    if (record.kind !== 'task') head(record, 'length', 12, 2, 'hdrlen');
    const positions =
      record.kind === 'trailer' ? [] : (cptPositions[record.kind as keyof typeof cptPositions] ?? []);
    for (const { path, offset, length } of rangesOf(record)) {
      const name = `${record.kind}.${path}`;
      const isPosition = positions.some(({ field }) => field === path) && !isUnused(record, path);
      if (isPosition) fields.push({ category: 'position', name, offset, length });
      else if (ids[record.kind]?.includes(path)) fields.push({ category: 'id', name, offset, length });
      else if (bounds[record.kind]?.includes(path)) fields.push({ category: 'bound', name, offset, length });
    }
  }
  return fields;
}

/** A position field that holds something else in this record. */
const isUnused = (record: AnyRecord, path: string): boolean =>
  (record.kind === 'file' && path === 'priv') || (record.kind === 'vfsmount' && path === 'mntBind');

export const readInteger = (image: Uint8Array, { offset, length }: MeaningfulField): bigint => {
  let value = 0n;
  for (let at = length - 1; at >= 0; at -= 1) value = (value << 8n) | BigInt(image[offset + at] ?? 0);
  return value;
};

/** A copy with one field changed to another value: a bit flipped, moved a little, an extreme, or anything. */
export function mutateField(
  image: Uint8Array,
  field: MeaningfulField,
  below: (limit: number) => number,
): Uint8Array {
  const old = readInteger(image, field);
  const bits = field.length * 8;
  const choices = [
    old ^ (1n << BigInt(below(bits))),
    old + 1n,
    old - 1n,
    old + 8n,
    0n,
    (1n << BigInt(bits)) - 1n,
    BigInt(below(0xffffffff)),
  ];
  let value = BigInt.asUintN(bits, choices[below(choices.length)] ?? 0n);
  if (value === old) value = old ^ 1n;
  const copy = image.slice();
  for (let at = 0; at < field.length; at += 1)
    copy[field.offset + at] = Number((value >> BigInt(8 * at)) & 0xffn);
  return copy;
}

/** Damage of any kind, anywhere. */
export function mutateBytes(image: Uint8Array, below: (limit: number) => number): Uint8Array {
  const at = below(image.length);
  const length = 1 + below(64);
  switch (below(5)) {
    case 0: {
      const copy = image.slice();
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
      return copy;
    }
    case 1:
      return image.slice(0, at);
    case 2:
      return Uint8Array.from([
        ...image.subarray(0, at),
        ...image.subarray(Math.min(image.length, at + length)),
      ]);
    case 3: {
      const from = below(image.length);
      const piece = image.subarray(from, from + length);
      return Uint8Array.from([...image.subarray(0, at), ...piece, ...image.subarray(at)]);
    }
    default: {
      const copy = image.slice();
      for (let index = 0; index < 8 && at + index < copy.length; index += 1) copy[at + index] = below(256);
      return copy;
    }
  }
}
