/** linux-cr streams as documents in the record form, and back. */
import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { SpoolSink } from '../archive/spool-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Of } from '../bytes/sha256.ts';
import type { Content, RecordForm } from '../format.ts';
import { linuxCrRecordSchema } from '../generated/linux-cr-record-schema.ts';
import { jsonDiagnostic } from '../json/codes.ts';
import { openNamed } from '../json/named-image.ts';
import { readJsonHead } from '../json/record-document.ts';
import { detectLinuxCr } from './detect.ts';
import { contextOfJson, readLinuxCrJson } from './json-read.ts';
import { linuxCrToJson } from './json-write.ts';
import { readLinuxCrRecords } from './read.ts';
import { type LinuxCrVariantId, linuxCrVariants } from './variants.ts';
import { LinuxCrWriter } from './write.ts';

export const linuxCrSource = (content: Content): ByteSource => {
  if (content.form !== 'file') throw new Error('a linux-cr image is a file');
  return content.source;
};

export const linuxCrRecordForm: RecordForm = {
  imageOf(document, beside, report): Content {
    const { image, variant } = readJsonHead(document);
    if (!isVariant(variant)) {
      const message = `"variant" must be one of ${Object.keys(linuxCrVariants).join(', ')}`;
      throw new ImageError(jsonDiagnostic('json-malformed', message, { file: document.name }));
    }
    const context = contextOfJson(document, variant, linuxCrRecordSchema);
    const payloads = image === null ? undefined : openNamed(document, image, beside);
    const size = payloads?.size ?? 0;
    // References could name the same bytes again and again; real documents name each once.
    const sink = new SpoolSink(document.name, limits.unpackedFreeBytes + document.size + size);
    try {
      const writer = new LinuxCrWriter(sink, payloads ?? document, context, report);
      for (const record of readLinuxCrJson(document, size, linuxCrRecordSchema, context))
        writer.write(record);
      return { form: 'file', source: sink.finish() };
    } catch (error) {
      sink.discard();
      throw error;
    } finally {
      payloads?.close();
    }
  },

  // What the image says of its layout counts: the caller may only have guessed.
  *write(content, { imageName, report }) {
    const source = linuxCrSource(content);
    const { variant, context } = detectLinuxCr(source);
    const image = imageName === undefined ? undefined : { name: imageName, sha256: sha256Of(source) };
    yield* linuxCrToJson(readLinuxCrRecords(source, context, report), source, { variant, context, image });
  },
};

const isVariant = (word: string): word is LinuxCrVariantId => Object.hasOwn(linuxCrVariants, word);
