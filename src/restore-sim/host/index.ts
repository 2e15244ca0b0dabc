/** The door to descriptions of hosts. */
export { checkHost } from './check-host.ts';
export { type Host, worldOf } from './host.ts';
export { hostFromProc, type ProcTexts } from './parse-proc.ts';
export { profileOfRelease } from './profile-of-release.ts';
