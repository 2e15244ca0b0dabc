/** What the parts of the bridge share: numbers of shared objects, losses, and the layout that is written. */
import type { Checkpoint } from '../../../model/checkpoint.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { LinuxCrFields, LinuxCrKind } from '../../../parse/generated/linux-cr-records.ts';
import { makeRecord } from '../../../parse/linux-cr/conform.ts';
import { type ImageContext, numberOfKind, numberOfObject } from '../../../parse/linux-cr/context.ts';
import { type AnyRecord, type Payload, payloadOf } from '../../../parse/linux-cr/record.ts';
import type { LinuxCrLoss } from './rows.ts';

export type Records = Generator<AnyRecord, void>;

export class Build {
  readonly checkpoint: Checkpoint;
  /** Payload ranges are in it. */
  readonly source: ByteSource;
  readonly context: ImageContext;
  readonly losses = new Map<LinuxCrLoss, { readonly example: string; count: number }>();
  readonly #numbers = new Map<string, number>();
  #next = 1;

  constructor(checkpoint: Checkpoint, source: ByteSource, context: ImageContext) {
    this.checkpoint = checkpoint;
    this.source = source;
    this.context = context;
  }

  get layout(): number {
    return this.context.layout;
  }

  lose(row: LinuxCrLoss, example: string): void {
    const known = this.losses.get(row);
    if (known === undefined) this.losses.set(row, { example, count: 1 });
    else known.count += 1;
  }

  has(kind: LinuxCrKind): boolean {
    return numberOfKind(this.layout, kind) !== undefined;
  }

  /** A number for an object of that key, and whether it is met for the first time. One number space for all kinds. */
  number(key: string): { readonly number: number; readonly isNew: boolean } {
    const known = this.#numbers.get(key);
    if (known !== undefined) return { number: known, isNew: false };
    const number = this.#next;
    this.#next += 1;
    this.#numbers.set(key, number);
    return { number, isNew: true };
  }

  isKnown(key: string): boolean {
    return this.#numbers.has(key);
  }

  record<K extends LinuxCrKind>(
    kind: K,
    fields: Partial<Record<keyof LinuxCrFields[K], unknown>> = {},
    payload?: Payload,
  ): AnyRecord {
    return makeRecord(this.context, kind, fields, payload);
  }

  buffer(payload: Payload): AnyRecord {
    return this.record('buffer', {}, payload);
  }

  /** With its final zero. */
  text(kind: 'string' | 'file_name', text: string): AnyRecord {
    return this.record(kind, {}, payloadOf(Buffer.from(`${text}\0`, 'utf8')));
  }

  announce(object: string, number: number): AnyRecord {
    const objtype = numberOfObject(this.layout, object);
    if (objtype === undefined) throw new Error(`layout ${this.layout} has no object ${object}`);
    return this.record('objref', { objtype, objref: number });
  }

  /** Announces and describes an object where it is met first; the answer is its number. */
  *shared(object: string, key: string, describe: (number: number) => Records): Generator<AnyRecord, number> {
    const { number, isNew } = this.number(`${object} ${key}`);
    if (!isNew) return number;
    yield this.announce(object, number);
    yield* describe(number);
    return number;
  }
}
