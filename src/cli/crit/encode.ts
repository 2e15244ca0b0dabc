/** JSON to an image file: the lossless form, crit's, or go-crit's; which one is found out. */
import { basename } from 'node:path';
import { utf8Text } from '../../byte-text.ts';
import { ImageError } from '../../diagnostic.ts';
import { openBytes } from '../../parse/archive/open-bytes.ts';
import type { ByteSink } from '../../parse/bytes/byte-sink.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import { criuDiagnostic } from '../../parse/criu/codes.ts';
import { parseCritJson } from '../../parse/criu/crit-text.ts';
import { encodeHeader, encodeRecord } from '../../parse/criu/encode-file.ts';
import { asObject, badJson, type Json, takenList } from '../../parse/criu/fields-json.ts';
import { critHeaderFromJson, critRecordFromJson } from '../../parse/criu/from-crit-json.ts';
import { headerFromJson, recordFromJson } from '../../parse/criu/from-json.ts';
import { messageLayout } from '../../parse/criu/layouts.ts';
import { type PlainRecords, plainCritRecords, plainLosslessRecords } from '../../parse/criu/plain-records.ts';
import type { CriuRecord, FileHeader } from '../../parse/criu/record.ts';
import { missingFields } from '../../parse/criu/required-fields.ts';
import { type JsonPart, splitJson } from '../../parse/json/split-json.ts';
import { type JsonFault, parseStrictJson } from '../../parse/json/strict-json.ts';
import { exitCode } from '../exit-codes.ts';
import { keepYoungHeap } from '../heap.ts';
import { type Arguments, UsageError } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';

export function critEncode(args: Arguments, terminal: Terminal, positional: string | undefined): number {
  // Records go as they come: more room for new objects would only hold more garbage, and is no faster.
  keepYoungHeap();
  const out = args.value('out') ?? '-';
  const input = args.value('in') ?? positional ?? '-';
  const json = openBytes(input).source;
  const imagePath = args.value('image');
  try {
    // As crit does; nothing but a regular file is ever replaced.
    const output = openOutput(out, { force: true });
    const image = imagePath === undefined ? undefined : fileSource(imagePath);
    try {
      const name = args.value('name') ?? basename(out === '-' ? '' : out);
      const missing = encode({ json, image, name }, output.sink);
      output.commit();
      for (const line of missing) terminal.err(`${visible(line)}\n`);
      return missing.length > 0 ? exitCode.findings : exitCode.ok;
    } finally {
      output.discard();
      image?.close();
    }
  } finally {
    json.close();
  }
}

interface Input {
  readonly json: ByteSource;
  readonly image: ByteSource | undefined;
  readonly name: string;
}

/**
 * A few records at a time, so that neither the text nor the records are held. crit's form must be complete, as crit
 * has it; the lossless one brings back what was there, and what a record lacks is returned in words.
 */
function encode({ json, image, name }: Input, sink: ByteSink): readonly string[] {
  if (!beginsAsJson(json)) {
    const message =
      'no JSON, which encode makes an image of: if this is an image, cr-crit decode makes JSON of it';
    throw new ImageError(criuDiagnostic('criu-bad-json', message, { file: json.name, offset: 0 }));
  }
  const { frame, batches } = splitJson(json, ['records', 'entries']);
  const head = parseCritJson(frame.text, frame.locate);
  const document = asObject(head, '$');
  const isCrit = Object.hasOwn(document, 'magic') && Object.hasOwn(document, 'entries');
  if (!isCrit && !Object.hasOwn(document, 'records'))
    badJson('$', 'an image: crit\'s form has "magic" and "entries", the lossless one "file" and "records"');
  takenList(document, isCrit ? 'entries' : 'records');
  const { header, plain, parse, record, missing } = isCrit
    ? critEncoding(json, critHeaderFromJson(head, name))
    : losslessEncoding(json, headerFromJson(head), image);
  encodeHeader(header, sink);
  let index = 0;
  for (const batch of batches()) {
    index = plain.writeBatch(batch, index, sink, {
      parse,
      write: (element, at) => encodeRecord(record(element, at), sink, image),
    });
  }
  return missing;
}

/** How a form of JSON becomes records. */
interface Encoding {
  readonly header: FileHeader;
  /** Of most records nothing is made but bytes; the others, and what is wrong, are for the rest. */
  readonly plain: PlainRecords;
  readonly parse: (batch: JsonPart) => readonly Json[];
  readonly record: (json: Json, index: number) => CriuRecord;
  /** What records lack, in words. */
  readonly missing: readonly string[];
}

/** Blanks that are looked through for the first character. */
const blanksMax = 4096;

function beginsAsJson(json: ByteSource): boolean {
  const start = utf8Text(json.view(0, Math.min(blanksMax, json.size)));
  return /^\ufeff?\s*(?:[{["\-\dtfn]|$)/.test(start);
}

/** So many records are told of. */
const toldMax = 20;

function lacking(record: CriuRecord): string {
  if (record.kind !== 'message') return '';
  return missingFields(messageLayout(record.message), record.fields).join(', ');
}

function critEncoding(json: ByteSource, header: ReturnType<typeof critHeaderFromJson>): Encoding {
  return {
    header,
    plain: plainCritRecords(json, header.type),
    parse: ({ text, locate }) => parseCritJson(text, locate) as readonly Json[],
    record(entry, index) {
      const record = critRecordFromJson(header, entry, index);
      const absent = lacking(record);
      if (absent === '') return record;
      const message = `$.entries[${index}] lacks ${absent}, which ${record.message} must have`;
      throw new ImageError({ code: 'criu-bad-json', severity: 'error', message });
    },
    missing: [],
  };
}

function losslessEncoding(json: ByteSource, header: FileHeader, image: ByteSource | undefined): Encoding {
  const missing: string[] = [];
  return {
    header,
    plain: plainLosslessRecords(json),
    parse: parseRecords,
    record(element, index) {
      const record = recordFromJson(element, `$.records[${index}]`, image);
      if (image === undefined && refersToImage(record)) {
        throw new UsageError('the JSON refers to payloads of an image: name it with --image');
      }
      const absent = lacking(record);
      if (absent !== '' && missing.length < toldMax)
        missing.push(`error criu-missing-field: $.records[${index}] lacks ${absent}`);
      return record;
    },
    missing,
  };
}

/** 64-bit numbers are strings in the lossless form, so the ordinary parser is exact. */
function parseRecords({ text, locate }: JsonPart): readonly Json[] {
  try {
    return parseStrictJson(text) as readonly Json[];
  } catch (error) {
    const fault = error as JsonFault;
    throw new ImageError(criuDiagnostic('criu-bad-json', `not JSON: ${fault.message}`, locate(fault)));
  }
}

const refersToImage = (record: CriuRecord): boolean =>
  record.kind === 'opaque'
    ? !(record.data instanceof Uint8Array)
    : (record.payload ?? []).some(({ data }) => !(data instanceof Uint8Array));
