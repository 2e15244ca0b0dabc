/** The library: everything that the commands use. */

export { codeTables } from './codes.ts';
export {
  type CptToCriuResult,
  convertCptToCriu,
  planCptToCriu,
} from './convert/bridges/cpt-to-criu/index.ts';
export type { Plan } from './convert/cpt/convert.ts';
export { imageInput, planConversion, runConversion } from './convert/cpt/convert.ts';

export { convertCriu } from './convert/criu/convert.ts';
export { type ConversionReport, type ConvertOptions, convertImage } from './convert-image.ts';
export type { Diagnostic, Location, Report, Severity } from './diagnostic.ts';
export { formatDiagnostic, ImageError } from './diagnostic.ts';
export type { Checkpoint } from './model/checkpoint.ts';
export { ipcJson } from './model/ipc.ts';
export { checkpointJson } from './model/json.ts';
export { psJson } from './model/ps.ts';
export {
  type OpenedImage,
  type OpenImageOptions,
  openImage,
  openImages,
  validateImage,
} from './open-image.ts';
export { type ByteSource, memorySource } from './parse/bytes/byte-source.ts';
export { fileSource } from './parse/bytes/file-source.ts';
export { readCptRecords } from './parse/cpt/read.ts';
export type { AnyRecord, Patch, Payload } from './parse/cpt/record.ts';
export { type CptVariant, type CptVariantId, cptVariants, parseCptVariant } from './parse/cpt/variants.ts';
export { CptWriter } from './parse/cpt/write.ts';
export * as criu from './parse/criu/index.ts';
export { type Rehearsal, type RestoreImage, rehearse as simulateRestore } from './restore-sim/plan/index.ts';
export { replayTrace } from './restore-sim/replay/replay.ts';
export { checkRules } from './restore-sim/rules/index.ts';
export { UsageError } from './usage-error.ts';
export { makeEngine as makeValidator } from './validate/cpt/engine.ts';
export type { ImageReport } from './validate/validate.ts';
