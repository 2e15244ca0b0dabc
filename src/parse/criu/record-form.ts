/**
 * A directory of CRIU images as one document in the record form, and back. Its records are those of all files, one
 * file after the other; a record of kind `file` opens each, one of kind `link` stands for a symbolic link.
 */
import { utf8Length } from '../../byte-text.ts';
import { ImageError, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { type ImageDirectory, type TreeMember, treeDirectory } from '../archive/image-directory.ts';
import { SpoolSink } from '../archive/spool-sink.ts';
import { rangeSource } from '../archive/windowed-source.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Of } from '../bytes/sha256.ts';
import type { OpenBeside, RecordForm } from '../format.ts';
import { type JsonBatch, type JsonPart, splitJson } from '../json/split-json.ts';
import { type JsonFault, parseStrictJson } from '../json/strict-json.ts';
import { criuDiagnostic } from './codes.ts';
import { decodeFile } from './decode-file.ts';
import { encodeRecord } from './encode-file.ts';
import { asObject, asText, badJson, type Json, onlyMembers, takenList } from './fields-json.ts';
import { headerFromJson, recordFromJson } from './from-json.ts';
import { type PlainRecords, plainLosslessRecords } from './plain-records.ts';
import type { CriuRecord } from './record.ts';
import { headerToJson, recordPieces } from './to-json.ts';

const magicBytes = 4;
const listName = 'records';

export const criuRecordForm: RecordForm = {
  *write(content, { variant, imageName, report }) {
    if (content.form !== 'directory') throw new Error('a CRIU image is a directory');
    const image = imageName === undefined ? null : { name: imageName };
    const head = JSON.stringify({ schemaVersion: 1, family: 'criu', variant, image });
    yield `${head.slice(0, -1)},"records":[`;
    let separator = '\n';
    const { directory } = content;
    for (const { name, kind, target } of directory.list()) {
      if (name === 'parent') report(olderApart(target));
      if (kind === 'link') yield `${separator}${JSON.stringify({ kind, file: name, target: target ?? '' })}`;
      const source = kind === 'file' ? directory.open(name) : undefined;
      if (kind === 'link') separator = ',\n';
      if (source === undefined) continue;
      try {
        for (const text of fileTexts(source, name, imageName === undefined, report)) {
          yield separator + text;
          separator = ',\n';
        }
      } finally {
        source.close();
      }
    }
    yield '\n]}\n';
  },

  imageOf(document, beside) {
    const { frame, batches } = splitJson(document, [listName]);
    const head = asObject(parsed(frame), '$');
    onlyMembers(head, ['schemaVersion', 'family', 'variant', 'image', listName], '$');
    if (head['schemaVersion'] !== 1) badJson('$.schemaVersion', '1');
    takenList(head, listName);
    const image = imageBeside(document, head['image'], beside);
    const maker = new DirectoryMaker(document, image);
    try {
      let index = 0;
      for (const batch of batches()) index = maker.addBatch(batch, index);
      return { form: 'directory', directory: maker.finish() };
    } catch (error) {
      maker.discard();
      throw error;
    } finally {
      image?.close();
    }
  },
};

const olderApart = (target: string | undefined) =>
  criuDiagnostic(
    'criu-older-image-apart',
    `the image builds on an older one (parent → ${target ?? 'a folder inside'}), whose pages the document does not hold: what is made of it has to lie beside that one again, or is made of one image of all (--flatten)`,
    { file: 'parent' },
  );

/** The file and its records. Contents of memory are one record each. */
function* fileTexts(source: ByteSource, name: string, inline: boolean, report: Report): Generator<string> {
  const { header, records } = decodeFile(source, name, report);
  const refers = !inline && hasReferences(records());
  yield JSON.stringify({
    kind: 'file',
    ...headerToJson(header),
    ...(refers && { sha256: sha256Of(source) }),
  });
  for (const record of records()) yield* recordPieces(record, inline ? source : undefined);
}

function hasReferences(records: Iterable<CriuRecord>): boolean {
  for (const record of records) if (refersToFile(record)) return true;
  return false;
}

const refersToFile = (record: CriuRecord): boolean =>
  record.kind === 'opaque'
    ? !(record.data instanceof Uint8Array)
    : (record.payload ?? []).some(({ data }) => !(data instanceof Uint8Array));

const parsedList = (batch: JsonPart) => parsed(batch) as readonly Json[];

function parsed({ text, locate }: JsonPart): Json {
  try {
    return parseStrictJson(text) as Json;
  } catch (error) {
    const fault = error as JsonFault;
    const message = `not JSON: ${fault.message.slice(0, limits.shownText)}`;
    throw new ImageError(criuDiagnostic('criu-bad-json', message, locate(fault)));
  }
}

/** The directory beside the document that payloads refer to. */
function imageBeside(
  document: ByteSource,
  image: Json | undefined,
  beside: OpenBeside | undefined,
): ImageDirectory | undefined {
  if (image === null || image === undefined) return undefined;
  const named = asObject(image, '$.image');
  onlyMembers(named, ['name'], '$.image');
  const name = asText(named['name'], '$.image.name');
  const refuse = (message: string) =>
    new ImageError(criuDiagnostic('criu-bad-json', message, { file: document.name, path: '$.image' }));
  if (beside === undefined)
    throw refuse(`the JSON from ${document.name} refers to an image; name the JSON by its path`);
  const found = isPlainName(name) ? beside(name) : undefined;
  if (found?.form !== 'directory')
    throw refuse(`the JSON refers to ${JSON.stringify(name)}, which is not a directory beside it`);
  return found.directory;
}

const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[/\0]/.test(name) && utf8Length(name) <= limits.nameBytes;

/** Writes all files one after the other into one spool. */
class DirectoryMaker {
  readonly #document: ByteSource;
  readonly #image: ImageDirectory | undefined;
  readonly #sink: SpoolSink;
  readonly #plain: PlainRecords;
  readonly #files: { readonly name: string; readonly start: number; readonly target?: string }[] = [];
  readonly #names = new Set<string>();
  /** The file that the records of the current one refer to. */
  #source: ByteSource | undefined;

  constructor(document: ByteSource, image: ImageDirectory | undefined) {
    this.#document = document;
    this.#plain = plainLosslessRecords(document);
    this.#image = image;
    const ofImage = image?.list().reduce((sum, { size }) => sum + size, 0) ?? 0;
    // References could name the same bytes again and again; real documents name each once.
    this.#sink = new SpoolSink(document.name, limits.unpackedFreeBytes + document.size + ofImage);
  }

  /** Its first record is number `index`; returns the number of the next batch's. */
  addBatch(batch: JsonBatch, index: number): number {
    const others = {
      parse: parsedList,
      write: (json: Json, at: number) => this.#add(json, `$.records[${at}]`),
    };
    // Only records of a file may be plain.
    const { start, target } = this.#files.at(-1) ?? {};
    if (start !== undefined && target === undefined)
      return this.#plain.writeBatch(batch, index, this.#sink, others);
    const elements = others.parse(batch);
    for (const [at, json] of elements.entries()) others.write(json, index + at);
    return index + elements.length;
  }

  #add(json: Json, path: string): void {
    const object = asObject(json, path);
    const { kind } = object;
    if (kind === 'file' || kind === 'link') {
      this.#open(object, path);
      return;
    }
    if (this.#files.length === 0) badJson(path, 'a record of kind "file", which is the first');
    if (this.#files.at(-1)?.target !== undefined)
      badJson(path, 'a record of kind "file" before those of a file');
    const record = recordFromJson(json, path, this.#source);
    if (this.#source === undefined && refersToFile(record))
      badJson(path, 'its payload as base64: no image is named');
    encodeRecord(record, this.#sink, this.#source);
  }

  #open(object: { readonly [name: string]: Json }, path: string): void {
    this.#source?.close();
    this.#source = undefined;
    const name = asText(object['file'], `${path}.file`);
    if (!isPlainName(name) || this.#names.has(name))
      badJson(`${path}.file`, 'a plain name that no other file has');
    if (this.#files.length >= limits.archiveMembers) badJson(path, `at most ${limits.archiveMembers} files`);
    this.#names.add(name);
    const start = this.#sink.position;
    if (object['kind'] === 'link') {
      onlyMembers(object, ['kind', 'file', 'target'], path);
      this.#files.push({ name, start, target: asText(object['target'], `${path}.target`) });
      return;
    }
    this.#files.push({ name, start });
    const { magics } = headerFromJson(object);
    for (const magic of magics) this.#sink.write(wordOf(magic));
    const { sha256 } = object;
    if (sha256 === undefined) return;
    this.#source = this.#image?.open(name);
    if (this.#source === undefined || sha256Of(this.#source) !== asText(sha256, `${path}.sha256`))
      badJson(`${path}.sha256`, `the digest of ${JSON.stringify(name)} in the image beside the document`);
  }

  finish(): ImageDirectory {
    this.#source?.close();
    const spool = this.#sink.finish();
    const members = this.#files.map(({ name, start, target }, index): TreeMember => {
      if (target !== undefined) return { path: name, kind: 'link', size: 0, target };
      const size = (this.#files[index + 1]?.start ?? spool.size) - start;
      return { path: name, kind: 'file', size, open: () => rangeSource(spool, start, size, name) };
    });
    return treeDirectory(this.#document.name, members, () => spool.close());
  }

  discard(): void {
    this.#source?.close();
    this.#sink.discard();
  }
}

function wordOf(value: number): Uint8Array {
  const bytes = new Uint8Array(magicBytes);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
