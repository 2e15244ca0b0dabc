/** The door to descriptions of hosts. */
export { answerOf, decisive, judgeAll, lossOf, noteOf, unmetText } from './answer.ts';
export { checkHost } from './check-host.ts';
export { type Host, type HostDescriptor, type Restorer, worldOf } from './host.ts';
export type { Situation } from './needs/index.ts';
export { profileOfRelease } from './profile-of-release.ts';
export type { BroughtFiles, RootEntry, RootEntryType, RootView } from './root-view.ts';
