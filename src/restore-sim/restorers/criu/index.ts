/** The door to the rehearsal of CRIU. */

export { criuRestoreCodes } from './codes.ts';
export { neededOptions } from './options/command-line.ts';
export { criuOptions } from './options/parse-options.ts';
export { checkCriuReferences } from './references.ts';
export {
  type CriuSimulationReport,
  operationText,
  type SimulateCriuOptions,
  simulateCriuRestore,
} from './simulate.ts';
export type { CriuFailure } from './stop.ts';
