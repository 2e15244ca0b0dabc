/** JSON to an image file: the lossless form, crit's, or go-crit's; which one is found out. */
import { basename } from 'node:path';
import { ImageError } from '../diagnostic.ts';
import type { ByteSink } from '../parse/bytes/byte-sink.ts';
import { type ByteSource, fileSource } from '../parse/bytes/byte-source.ts';
import {
  type CriuRecord,
  critHeaderFromJson,
  critRecordFromJson,
  encodeFile,
  type FileHeader,
  headerFromJson,
  parseCritJson,
  recordFromJson,
  splitJson,
} from '../parse/criu/index.ts';
import { exitCode } from './exit-codes.ts';
import { openInput } from './input.ts';
import { type Arguments, UsageError } from './options.ts';
import { openOutput } from './output.ts';
import type { Terminal } from './terminal.ts';

export function critEncode(args: Arguments, _terminal: Terminal, positional: string | undefined): number {
  const out = args.value('out') ?? '-';
  const json = openInput(args.value('in') ?? positional ?? '-');
  const imagePath = args.value('image');
  try {
    const output = openOutput(out, { force: args.flag('force') });
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

/** One record at a time, so that neither the text nor the records are held. */
function encode({ json, image, name }: Input, sink: ByteSink): void {
  const { frame, elements } = splitJson(json, ['records', 'entries']);
  const head = parseCritJson(frame);
  const isCrit = typeof head === 'object' && head !== null && 'magic' in head && 'entries' in head;
  if (isCrit) {
    const header = critHeaderFromJson(head, name);
    const records = critRecords(header, elements());
    encodeFile(header, records, sink);
    return;
  }
  const header: FileHeader = headerFromJson(head);
  encodeFile(header, losslessRecords(elements(), image), sink, image);
}

function* critRecords(
  header: ReturnType<typeof critHeaderFromJson>,
  texts: Iterable<string>,
): Generator<CriuRecord> {
  let index = 0;
  for (const text of texts) {
    yield critRecordFromJson(header, parseCritJson(text), index);
    index += 1;
  }
}

function* losslessRecords(texts: Iterable<string>, image: ByteSource | undefined): Generator<CriuRecord> {
  let index = 0;
  for (const text of texts) {
    const record = recordFromJson(parseRecord(text), `$.records[${index}]`, image);
    if (image === undefined && refersToImage(record)) {
      throw new UsageError('the JSON refers to payloads of an image: name it with --image');
    }
    yield record;
    index += 1;
  }
}

/** 64-bit numbers are strings in the lossless form, so the ordinary parser is exact. */
function parseRecord(text: string) {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `not JSON: ${(error as Error).message}`;
    throw new ImageError({ code: 'criu-bad-json', severity: 'error', message });
  }
}

const refersToImage = (record: CriuRecord): boolean =>
  record.kind === 'opaque'
    ? !(record.data instanceof Uint8Array)
    : (record.payload ?? []).some(({ data }) => !(data instanceof Uint8Array));
