/** The messages of a form of JSON as plain-json.ts reads them: made once of each layout, and asked for each value. */
import { tagOf } from './encode-message.ts';
import type { Json } from './fields-json.ts';
import type { FieldLayout, MessageLayout } from './layouts.ts';
import type { FieldValue } from './record.ts';
import { isRequiredAlways } from './required-fields.ts';
import { WireType } from './wire.ts';

/** Fields in the order of the protocol. */
export interface PlainMessage {
  readonly fields: readonly PlainField[];
  readonly requiredCount: number;
}

export interface PlainField {
  /** As it stands in the document, in its quotes. */
  readonly name: Uint8Array;
  readonly layout: FieldLayout;
  readonly tag: number;
  readonly shape: number;
  readonly isRequired: boolean;
  readonly isOdd: boolean;
  /** Of a message. */
  readonly message: PlainMessage | undefined;
}

/** How a number from 0 on is written; `other` is for the form to convert. */
export const shape = {
  other: 0,
  word: 1,
  signedWord: 2,
  wide: 3,
  signedWide: 4,
  fixed: 5,
  packed: 6,
} as const;

const shapeOfKind: Partial<Record<FieldLayout['kind'], number>> = {
  uint32: shape.word,
  int32: shape.signedWord,
  enum: shape.signedWord,
  uint64: shape.wide,
  int64: shape.signedWide,
  fixed64: shape.fixed,
};

/** What the forms differ in. */
export interface FormTraits {
  /** The value of a field, from a text, a number or a boolean; throws `ImageError`. */
  readonly valueOf: (field: FieldLayout, json: Json, path: string) => FieldValue;
  /** Integers that a double may not hold are texts to it. */
  readonly hasLongNumbers: boolean;
  /** Only the general reader knows such fields. */
  readonly isOdd: (field: FieldLayout, layout: MessageLayout) => boolean;
  /** What the field is called in the document. */
  readonly nameOf: (field: FieldLayout) => string;
}

export class PlainForm {
  readonly traits: FormTraits;
  readonly #known = new Map<MessageLayout, PlainMessage>();

  constructor(traits: FormTraits) {
    this.traits = traits;
  }

  message(layout: MessageLayout): PlainMessage {
    const known = this.#known.get(layout);
    if (known !== undefined) return known;
    const fields: PlainField[] = [];
    const required = layout.fields.filter((field) => isRequiredAlways(field, layout));
    const message = { fields, requiredCount: required.length };
    // Before its fields: some messages contain themselves.
    this.#known.set(layout, message);
    for (const field of layout.fields) fields.push(this.#field(field, layout, required.includes(field)));
    return message;
  }

  #field(field: FieldLayout, layout: MessageLayout, isRequired: boolean): PlainField {
    const isPacked = field.note.packed === true;
    return {
      name: nameBytes(this.traits.nameOf(field)),
      layout: field,
      tag: tagOf(field.number, isPacked ? WireType.LengthDelimited : field.wireType),
      shape: isPacked ? shape.packed : (shapeOfKind[field.kind] ?? shape.other),
      isRequired,
      isOdd: this.traits.isOdd(field, layout),
      message: field.message === undefined ? undefined : this.message(field.message),
    };
  }
}

const encoder = new TextEncoder();

/** A name as it stands in a document. */
export const nameBytes = (name: string): Uint8Array => encoder.encode(JSON.stringify(name));
