/** The door to the rehearsal of CRIU. */

export { criuRestoreCodes } from './codes.ts';
export { type ExplainedLine, type ExplainedLog, explainLog } from './messages/explain-log.ts';
export { type Located, locator, type Rehearsed } from './messages/locate.ts';
export { leftOut } from './messages/log-lines.ts';
export {
  type CommandOptions,
  neededOptions,
  type RestoreCommand,
  restoreCommand,
} from './options/command-line.ts';
export { type Engine, type EngineName, engineNames, engines } from './options/engines.ts';
export { optionTable } from './options/option-table.ts';
export { type CriuOptions, criuOptions, shellWords } from './options/parse-options.ts';
export { checkCriuReferences } from './references.ts';
export {
  type CriuSimulationReport,
  operationText,
  type SimulateCriuOptions,
  simulateCriuRestore,
} from './simulate.ts';
export type { CriuFailure } from './stop.ts';
