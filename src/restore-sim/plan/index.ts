/** The door to planned restores. What is not exported here is private to this folder. */
export { type PlanCode, planCodes } from './codes.ts';
export { compareCodes, compareRestores, type DeclaredDifferences } from './compare-restores.ts';
export {
  type IpcMechanism,
  ipcMechanismText,
  type Mechanisms,
  mechanismsOf,
  type PidMechanism,
  pidMechanismText,
  terminalMechanismText,
} from './mechanism.ts';
export { defaultTarget, type Plan, type PlanOptions, planRestore, type Target } from './plan.ts';
export { planJson } from './plan-json.ts';
export { planText } from './plan-text.ts';
export {
  isKernelName,
  planImage,
  type Rehearsal,
  type RehearsalFailure,
  type RehearseOptions,
  type RestoreImage,
  rehearse,
  rehearseAlone,
} from './rehearse.ts';
export type { PlanFailure, PlanReport } from './report.ts';
export { type PlannedRestoreOptions, simulatePlannedRestore } from './simulate.ts';
export type { Step } from './step.ts';
export { stepText } from './step-text.ts';
