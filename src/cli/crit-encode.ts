/** JSON to an image file: the lossless form, crit's, or go-crit's; which one is found out. */
import { basename } from 'node:path';
import { ImageError } from '../diagnostic.ts';
import type { ByteSink } from '../parse/bytes/byte-sink.ts';
import { type ByteSource, fileSource } from '../parse/bytes/byte-source.ts';
import { openOutput } from '../parse/bytes/output/file-output.ts';
import { parseCritJson } from '../parse/criu/crit-text.ts';
import { encodeFile } from '../parse/criu/encode-file.ts';
import type { Json } from '../parse/criu/fields-json.ts';
import { critHeaderFromJson, critRecordFromJson } from '../parse/criu/from-crit-json.ts';
import { headerFromJson, recordFromJson } from '../parse/criu/from-json.ts';
import type { CriuRecord, FileHeader } from '../parse/criu/record.ts';
import { splitJson } from '../parse/json/split-json.ts';
import { parseStrictJson } from '../parse/json/strict-json.ts';
import { exitCode } from './exit-codes.ts';
import { openInput } from './input.ts';
import { type Arguments, UsageError } from './options.ts';
import type { Terminal } from './terminal.ts';

export function critEncode(args: Arguments, _terminal: Terminal, positional: string | undefined): number {
  const out = args.value('out') ?? '-';
  const input = args.value('in') ?? positional ?? '-';
  const json = openInput(input);
  const imagePath = args.value('image');
  try {
    const inputs = imagePath === undefined ? [input] : [input, imagePath];
    // As crit does; nothing but a regular file is ever replaced.
    const output = openOutput(out, { force: true, inputs });
    const image = imagePath === undefined ? undefined : fileSource(imagePath);
    try {
      const name = args.value('name') ?? basename(out === '-' ? '' : out);
      encode({ json, image, name }, output.sink);
      output.commit();
      return exitCode.ok;
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

/** A few records at a time, so that neither the text nor the records are held. */
function encode({ json, image, name }: Input, sink: ByteSink): void {
  const { frame, batches } = splitJson(json, ['records', 'entries']);
  const head = parseCritJson(frame);
  const isCrit = typeof head === 'object' && head !== null && 'magic' in head && 'entries' in head;
  if (isCrit) {
    const header = critHeaderFromJson(head, name);
    encodeFile(header, critRecords(header, batches()), sink);
    return;
  }
  const header: FileHeader = headerFromJson(head);
  encodeFile(header, losslessRecords(batches(), image), sink, image);
}

function* critRecords(
  header: ReturnType<typeof critHeaderFromJson>,
  batches: Iterable<string>,
): Generator<CriuRecord> {
  let index = 0;
  for (const batch of batches) {
    for (const entry of parseCritJson(batch) as readonly Json[]) {
      yield critRecordFromJson(header, entry, index);
      index += 1;
    }
  }
}

function* losslessRecords(batches: Iterable<string>, image: ByteSource | undefined): Generator<CriuRecord> {
  let index = 0;
  for (const batch of batches) {
    for (const json of parseRecords(batch)) {
      const record = recordFromJson(json, `$.records[${index}]`, image);
      if (image === undefined && refersToImage(record)) {
        throw new UsageError('the JSON refers to payloads of an image: name it with --image');
      }
      yield record;
      index += 1;
    }
  }
}

/** 64-bit numbers are strings in the lossless form, so the ordinary parser is exact. */
function parseRecords(batch: string): readonly Json[] {
  try {
    return parseStrictJson(batch) as readonly Json[];
  } catch (error) {
    const message = `not JSON: ${(error as Error).message}`;
    throw new ImageError({ code: 'criu-bad-json', severity: 'error', message });
  }
}

const refersToImage = (record: CriuRecord): boolean =>
  record.kind === 'opaque'
    ? !(record.data instanceof Uint8Array)
    : (record.payload ?? []).some(({ data }) => !(data instanceof Uint8Array));
