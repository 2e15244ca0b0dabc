/** For tests only: the usual changes to an image, and rows of what becomes of it. */
import { expect, test } from 'vitest';
import type { AnyRecord } from '../../../../parse/cpt/record.ts';
import type { ChangedImage, Values } from './change-image.ts';
import { type Change, restored } from './check.ts';

export type Row = readonly [title: string, change: Change, expected: string];

/** One test a row: `restores`, `fails EINVAL code`, `crashes code`. */
export const check = (sample: string, rows: readonly Row[], kernel?: string) =>
  test.each(rows)('%s', (_title, change, expected) => {
    expect(restored(sample, change, kernel)).toBe(expected);
  });

/** A position in the middle of some object, and one beyond any file. */
export const bogus = 0x1238n;
export const beyond = 0x10000000000n;

type Kind = AnyRecord['kind'];
type HeaderParts = Parameters<ChangedImage['setHeader']>[1];

export const header =
  (values: Values): Change =>
  (image) =>
    image.set(image.find('image'), values);

export const first =
  (kind: Kind, values: Values): Change =>
  (image) =>
    image.set(image.find(kind), values);

export const last =
  (kind: Kind, values: Values): Change =>
  (image) =>
    image.set(image.all(kind).at(-1)!, values);

/** The 16 bytes in front of the first record of that kind, or of a section. */
export const frame =
  (kind: Kind, parts: HeaderParts): Change =>
  (image) =>
    image.setHeader(image.find(kind), parts);

export const section =
  (type: number, parts: HeaderParts): Change =>
  (image) =>
    image.setHeader(image.section(type), parts);

export const task =
  (pid: number, values: Values): Change =>
  (image) =>
    image.set(image.find('task', { pid }), values);

/** An object inside the task with that pid. */
export const partOf = (image: ChangedImage, kind: Kind, pid: number): AnyRecord =>
  image.all(kind).find(({ parent }) => parent?.kind === 'task' && parent.fields.pid === pid)!;
