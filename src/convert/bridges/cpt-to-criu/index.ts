/** CPT images as CRIU image directories: what other parts of the project may use. */
export { cptToCriuCodes } from './codes.ts';
export type { Default, InjectedCode, RestoringSide } from './context.ts';
export {
  type CptToCriuOptions,
  type CptToCriuProgress,
  type CptToCriuResult,
  convertCptToCriu,
  planCptToCriu,
} from './convert.ts';
export { type Loss, type LossClass, lossClasses } from './losses.ts';
export { type CriuOutput, type MemoryOutput, memoryOutput, nullOutput, type OutputFile } from './output.ts';
