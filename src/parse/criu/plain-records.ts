/** Records of a document that are plain, a batch of its list at a time, straight to the bytes of a file. */
import { ImageError } from '../../diagnostic.ts';
import type { ByteSink } from '../bytes/byte-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { JsonBatch, JsonPart, JsonRange } from '../json/split-json.ts';
import { type Json, valueFromJson } from './fields-json.ts';
import { critMessage, valueFromCrit } from './from-crit-json.ts';
import { type ImageTypeName, imageType, type MessageName } from './image-types.ts';
import { type FieldLayout, type MessageLayout, messageLayout, messageLayouts } from './layouts.ts';
import { type FormTraits, nameBytes, PlainForm, type PlainMessage } from './plain-form.ts';
import { PlainJson } from './plain-json.ts';
import { WireWriter } from './wire-writer.ts';

/** Reads a record; false if it is not plain. `index` is its place among the others. */
type TakesRecord = (json: PlainJson, index: number) => boolean;

/** What the general reader does with elements that are not plain. */
export interface OtherRecords {
  readonly parse: (batch: JsonPart) => readonly Json[];
  readonly write: (json: Json, index: number) => void;
}

export class PlainRecords {
  readonly #json: PlainJson;
  readonly #takesRecord: TakesRecord;

  constructor(source: ByteSource, { traits }: PlainForm, takesRecord: TakesRecord) {
    this.#json = new PlainJson(source, traits, new WireWriter());
    this.#takesRecord = takesRecord;
  }

  /** Writes the records of a batch, the first of which is number `index`; returns the number of the next batch's. */
  writeBatch(batch: JsonBatch, index: number, sink: ByteSink, others: OtherRecords): number {
    const { count, isWhole } = this.write(batch, index, sink);
    const elements = isWhole ? [] : others.parse(batch).slice(count);
    for (const [at, json] of elements.entries()) others.write(json, index + count + at);
    return index + count + elements.length;
  }

  /** Writes the records that are plain, up to the first other one. */
  write({ start, end }: JsonRange, index: number, sink: ByteSink): { count: number; isWhole: boolean } {
    const { writer } = this.#json;
    this.#json.begin(start, end);
    let count = 0;
    let length = 0;
    let isWhole = false;
    try {
      do {
        const size = writer.beginSized();
        if (!this.#takesRecord(this.#json, index + count)) break;
        writer.endSized(size);
        length = writer.length;
        count += 1;
        isWhole = this.#json.isAtEnd();
      } while (this.#json.takesComma());
    } catch (error) {
      // What does not fit its field, or is no text: all other readers say it better.
      if (!(error instanceof ImageError || error instanceof SyntaxError)) throw error;
    }
    writer.cut(length);
    sink.write(writer.written());
    writer.cut(0);
    return { count, isWhole };
  }
}

const losslessForm = new PlainForm({
  valueOf: valueFromJson,
  hasLongNumbers: false,
  isOdd: () => false,
  nameOf: ({ name }) => name,
});

/** Members of a record as decode writes them, which has no others if it is plain. */
const names = {
  kind: nameBytes('kind'),
  message: nameBytes('message'),
  offset: nameBytes('offset'),
  length: nameBytes('length'),
  fields: nameBytes('fields'),
};

/** Of a document in the lossless form. */
export function plainLosslessRecords(source: ByteSource): PlainRecords {
  let last: { readonly name: Uint8Array; readonly message: PlainMessage } | undefined;
  const messageAt = (json: PlainJson): PlainMessage | undefined => {
    if (last !== undefined && json.takesWord(last.name)) return last.message;
    const name = json.takeText();
    if (name === undefined || !messageLayouts().has(name)) return undefined;
    const message = losslessForm.message(messageLayout(name as MessageName));
    last = { name: nameBytes(name), message };
    return message;
  };
  const takesCount = (json: PlainJson, name: Uint8Array): boolean =>
    !json.takesName(name) || (json.takesCount() && json.takesComma());
  return new PlainRecords(source, losslessForm, (json) => {
    if (!json.takesObject() || !json.takesName(names.kind) || !json.takesWord(names.message)) return false;
    if (!json.takesComma() || !takesCount(json, names.offset) || !takesCount(json, names.length))
      return false;
    if (!json.takesName(names.message)) return false;
    const message = messageAt(json);
    if (message === undefined || !json.takesComma() || !json.takesName(names.fields)) return false;
    return json.takesFields(message) && json.takesEnd();
  });
}

const critTraits: FormTraits = {
  valueOf: valueFromCrit,
  hasLongNumbers: true,
  // Addresses are one text for several words; names of sockets depend on what stands behind them.
  isOdd: ({ note, kind }, { name }) => note.ipadd === true || (kind === 'bytes' && name === 'unix_sk_entry'),
  nameOf: ({ name }) => name,
};

const isFormerName = ({ name }: FieldLayout, { fields }: MessageLayout): boolean =>
  fields.some(({ note }) => note.formerName === name);

const critForm = new PlainForm(critTraits);
/** As crit called fields before another had their name. */
const formerCritForm = new PlainForm({
  ...critTraits,
  isOdd: (field, layout) => critTraits.isOdd(field, layout) || isFormerName(field, layout),
  nameOf: ({ name, note }) => note.formerName ?? name,
});

/** Of a document in crit's form. What lies behind the messages of some types is for the general reader. */
export function plainCritRecords(source: ByteSource, type: ImageTypeName): PlainRecords {
  const hasPayload = imageType(type).payload !== undefined;
  // Most likely it is the one that the last entry had.
  let [likely, other] = [critForm, formerCritForm];
  return new PlainRecords(source, critForm, (json, index) => {
    if (hasPayload) return false;
    const layout = messageLayout(critMessage(type, index));
    const { position, writer } = json;
    const { length } = writer;
    if (json.takesFields(likely.message(layout))) return true;
    if (!layout.fields.some(({ note }) => note.formerName !== undefined)) return false;
    json.return(position);
    writer.cut(length);
    [likely, other] = [other, likely];
    return json.takesFields(likely.message(layout));
  });
}
