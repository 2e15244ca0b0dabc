/** The library: everything that the commands use. */

export type { ConvertOptions, Plan } from './convert/convert.ts';
export { imageInput, planConversion, runConversion } from './convert/convert.ts';
export { type ConvertResult, convertImage } from './convert/convert-file.ts';
export type { Diagnostic, Location, Report, Severity } from './diagnostic.ts';
export { formatDiagnostic, ImageError } from './diagnostic.ts';
export { type ByteSource, fileSource, memorySource } from './parse/bytes/byte-source.ts';
export { readCptRecords } from './parse/cpt/read.ts';
export type { AnyRecord, Patch, Payload } from './parse/cpt/record.ts';
export { type CptVariant, type CptVariantId, cptVariants, parseCptVariant } from './parse/cpt/variants.ts';
export { CptWriter } from './parse/cpt/write.ts';
