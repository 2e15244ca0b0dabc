/** CPT images as documents in the record form, and back. */
import { limits } from '../../limits.ts';
import { SpoolSink } from '../archive/spool-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Of } from '../bytes/sha256.ts';
import type { Content, OpenBeside, RecordForm } from '../format.ts';
import { openNamed } from '../json/named-image.ts';
import { readJsonHead } from '../json/record-document.ts';
import { readCptJson } from './json-read.ts';
import { cptToJson } from './json-write.ts';
import { readCptRecords } from './read.ts';
import type { AnyRecord } from './record.ts';
import { CptWriter } from './write.ts';

/** The records of a document, with what their payloads refer to. */
export interface CptDocument {
  readonly variant: string;
  /** Starts again with each call. */
  records(): Generator<AnyRecord, void>;
  /** The image beside the document; undefined when all payloads are inside. */
  readonly payloads: ByteSource | undefined;
}

/** The caller closes `payloads`. Throws ImageError for a document or an image beside it that does not fit. */
export function openCptDocument(document: ByteSource, beside: OpenBeside | undefined): CptDocument {
  const { image, variant } = readJsonHead(document);
  const payloads = image === null ? undefined : openNamed(document, image, beside);
  const size = payloads?.size ?? 0;
  return { variant, payloads, records: () => readCptJson(document, size) };
}

export const cptRecordForm: RecordForm = {
  imageOf(document, beside, report): Content {
    const { payloads, records } = openCptDocument(document, beside);
    // References could name the same bytes again and again; real documents name each once.
    const sink = new SpoolSink(
      document.name,
      limits.unpackedFreeBytes + document.size + (payloads?.size ?? 0),
    );
    try {
      const writer = new CptWriter(sink, payloads ?? document, report);
      for (const record of records()) writer.write(record);
      writer.finish();
      return { form: 'file', source: sink.finish() };
    } catch (error) {
      sink.discard();
      throw error;
    } finally {
      payloads?.close();
    }
  },

  *write(content, { variant, imageName, report }) {
    if (content.form !== 'file') throw new Error('a CPT image is a file');
    const { source } = content;
    const image = imageName === undefined ? undefined : { name: imageName, sha256: sha256Of(source) };
    yield* cptToJson(readCptRecords(source, report), source, { variant, image });
  },
};
