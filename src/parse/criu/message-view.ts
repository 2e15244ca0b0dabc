/**
 * A message as its bytes: a field becomes a value when it is asked for. A task of an image has thousands of values, and
 * whoever looks at it wants a dozen. Only of what `isPlainMessage` says yes to: its fields ascend, and there is nothing
 * to be said of them. Reads like the object of the general decoder; there are no fields of its own to be listed or
 * copied.
 */
import { readString } from './decode-message.ts';
import type { FieldLayout, MessageLayout } from './layouts.ts';
import type { Fields, FieldValue } from './record.ts';
import { WireReader, type WireType } from './wire.ts';

/** By index of a field in its layout: where its first value begins, or the object that was made of it. */
type Slot = number | Exclude<FieldValue, number> | undefined;

// One for all: nothing is called back while it reads.
const reader = new WireReader(new Uint8Array());

/** What all messages of a layout have in common. */
interface Shape {
  readonly fields: readonly FieldLayout[];
  /** Of a field in its layout, by number. */
  readonly indexes: Uint8Array;
  readonly readers: readonly (() => FieldValue)[];
}

class MessageView {
  readonly #shape: Shape;
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #end: number;
  #slots: Slot[] | undefined;

  constructor(shape: Shape, bytes: Uint8Array, start: number, end: number) {
    this.#shape = shape;
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
  }

  static isOne(fields: object): fields is MessageView {
    return #shape in fields;
  }

  static valueOf(view: MessageView, index: number): FieldValue | undefined {
    const slots = view.#slots ?? MessageView.#find(view);
    const slot = slots[index];
    if (typeof slot !== 'number') return slot;
    const { fields, readers } = view.#shape;
    const { repeated } = fields[index] as FieldLayout;
    reader.bytes = view.#bytes;
    reader.position = slot;
    const read = readers[index] as () => FieldValue;
    const value = repeated ? MessageView.#list(view, index, read) : read();
    if (typeof value === 'object') slots[index] = value;
    return value;
  }

  /** How many values a list has, without making them. */
  static countOf(view: MessageView, name: string): number {
    const { fields } = view.#shape;
    const index = fields.findIndex((field) => field.name === name);
    const slot = (view.#slots ?? MessageView.#find(view))[index];
    if (slot === undefined) return 0;
    if (typeof slot !== 'number') return (slot as readonly FieldValue[]).length;
    const { wireType } = fields[index] as FieldLayout;
    reader.bytes = view.#bytes;
    reader.position = slot;
    return MessageView.#list(view, index, () => reader.pass(wireType)).length;
  }

  static #find(view: MessageView): Slot[] {
    const { fields, indexes } = view.#shape;
    const slots: Slot[] = [];
    for (let index = 0; index < fields.length; index++) slots.push(undefined);
    reader.bytes = view.#bytes;
    reader.position = view.#start;
    while (reader.position < view.#end) {
      const tag = reader.tag();
      const index = indexes[tag >>> 3] as number;
      slots[index] ??= reader.position;
      reader.pass((tag & 7) as WireType);
    }
    view.#slots = slots;
    return slots;
  }

  static #list<Item>(view: MessageView, index: number, read: () => Item): Item[] {
    const { number, wireType } = view.#shape.fields[index] as FieldLayout;
    const list: Item[] = [];
    do list.push(read());
    while (reader.position < view.#end && reader.takes(number * 8 + wireType));
    return list;
  }
}

/** How many values a list of a message has: of a view they need not be made for that. */
export const listLength = (fields: object, name: string): number =>
  MessageView.isOne(fields)
    ? MessageView.countOf(fields, name)
    : (((fields as Fields)[name] as readonly FieldValue[] | undefined)?.length ?? 0);

type Maker = (bytes: Uint8Array, start: number, end: number) => Fields;

const makers = new Map<MessageLayout, Maker>();

/** The message from `start` to `end`; `bytes` must not change afterwards. */
export function viewMessage(layout: MessageLayout, bytes: Uint8Array, start: number, end: number): Fields {
  const make = makers.get(layout) ?? viewMaker(layout);
  makers.set(layout, make);
  return make(bytes, start, end);
}

function viewMaker({ fields, byNumber }: MessageLayout): Maker {
  const View = class extends MessageView {};
  const indexes = new Uint8Array(byNumber.length);
  for (const [index, { name, number }] of fields.entries()) {
    indexes[number] = index;
    Object.defineProperty(View.prototype, name, {
      get(this: MessageView): FieldValue | undefined {
        return MessageView.valueOf(this, index);
      },
    });
  }
  const shape = { fields, indexes, readers: fields.map(readerOf) };
  return (bytes, start, end) => new View(shape, bytes, start, end) as unknown as Fields;
}

/** Reads one value where the reader is. */
function readerOf(field: FieldLayout): () => FieldValue {
  const { kind } = field;
  switch (kind) {
    case 'message':
      return messageReader(field.message as MessageLayout);
    case 'enum':
      return () => reader.int32();
    case 'string':
      return () => readString(reader.delimited());
    case 'bytes':
      return () => reader.delimited();
    default:
      return () => reader[kind]();
  }
}

/** Longer messages differ. */
const rememberedBytes = 1024;

/**
 * What stands in one task stands in the next: limits, credentials, timers, handlers. Equal bytes in a row are the same
 * object, so that what is made of them is made once.
 */
function messageReader(layout: MessageLayout): () => FieldValue {
  let last: Fields | undefined;
  // Of `last`.
  let bytes: Uint8Array = new Uint8Array();
  let start = 0;
  let length = 0;
  let make: Maker | undefined;
  return () => {
    const size = reader.uint32();
    const { bytes: from, position } = reader;
    if (last === undefined || size !== length || !isSame(bytes, start, from, position, size)) {
      make ??= makerOf(layout);
      const made = make(from, position, position + size);
      reader.bytes = from;
      reader.position = position + size;
      if (size > rememberedBytes) return made;
      last = made;
      bytes = from;
      start = position;
      length = size;
      return made;
    }
    reader.position = position + size;
    return last;
  };
}

function isSame(a: Uint8Array, aStart: number, b: Uint8Array, bStart: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[aStart + at] !== b[bStart + at]) return false;
  return true;
}

const flatKinds: ReadonlySet<FieldLayout['kind']> = new Set<FieldLayout['kind']>([
  ...(['bool', 'enum', 'fixed64', 'int32', 'int64', 'sint32', 'sint64', 'uint32', 'uint64'] as const),
]);
const flatFields = 12;

/** Small messages of numbers, as areas are, have nothing that is not looked at: they are objects as all others. */
function makerOf(layout: MessageLayout): Maker {
  const { fields } = layout;
  const isFlat = fields.every(({ repeated, kind }) => !repeated && flatKinds.has(kind));
  if (isFlat && fields.length <= flatFields) return flatMaker(layout);
  return viewMaker(layout);
}

/** Absent fields are there and undefined, so that all of these have one shape. */
function flatMaker({ fields, byNumber }: MessageLayout): Maker {
  const empty = Object.fromEntries(fields.map(({ name }) => [name, undefined]));
  const readers = byNumber.map((field) => field && readerOf(field));
  return (bytes, start, end) => {
    const made: Record<string, FieldValue | undefined> = { ...empty };
    reader.bytes = bytes;
    reader.position = start;
    while (reader.position < end) {
      const number = reader.tag() >>> 3;
      made[(byNumber[number] as FieldLayout).name] = (readers[number] as () => FieldValue)();
    }
    return made;
  };
}
