/** The door: what has to be prepared for a restore, and whether a root has it. */

export type { RootEntry, RootEntryType, RootView } from '../../../../restore-sim/host/root-view.ts';
export { checkRoot } from './check-root.ts';
export { rootCodes } from './codes.ts';
export type { RootFinding } from './finding.ts';
export { hostDevices } from './host-devices.ts';
export { type PreparationOptions, preparation } from './preparation.ts';
export { preparationJson } from './preparation-json.ts';
export { preparationText } from './preparation-text.ts';
export { type RestoreScriptOptions, restoreScript } from './restore-script.ts';
export { type RootReport, rootReportJson, rootReportText } from './root-report.ts';
export type * from './types.ts';
