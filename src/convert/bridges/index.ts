/** The bridges between families. */
import type { Bridge } from './bridge.ts';

/** No variant of a family: nothing leads on from there. */
const coreNode = 'core';
const coreSummary = 'each process becomes an ELF core file, which debuggers open';

export const bridges: readonly Bridge[] = [
  {
    from: 'cpt',
    to: 'criu-4.2',
    summary: 'an OpenVZ container becomes a process tree that CRIU restores, with what has to be there',
    runner: async () => (await import('./cpt-to-criu/runner.ts')).cptToCriuRunner,
    checkRoot: async () => (await import('./cpt-to-criu/runner.ts')).cptToCriuRoot,
  },
  {
    from: 'cpt',
    to: 'linux-cr-2012-03-17',
    summary: 'an OpenVZ container becomes a stream of the newest linux-cr layout',
    runner: async () => (await import('./cpt-to-linux-cr/runner.ts')).cptToLinuxCrRunner,
  },
  {
    from: 'linux-cr',
    to: 'criu-4.2',
    summary: 'a linux-cr stream becomes a process tree that CRIU restores, with what has to be there',
    runner: async () => (await import('./linux-cr-to-criu/runner.ts')).linuxCrToCriuRunner,
    checkRoot: async () => (await import('./linux-cr-to-criu/runner.ts')).linuxCrToCriuRoot,
  },
  {
    from: 'cpt',
    to: coreNode,
    summary: coreSummary,
    runner: async () => (await import('./cpt-to-core/runner.ts')).cptToCoreRunner,
  },
  {
    from: 'criu',
    to: coreNode,
    summary: coreSummary,
    runner: async () => (await import('./criu-to-core/runner.ts')).criuToCoreRunner,
  },
  {
    from: 'linux-cr',
    to: coreNode,
    summary: coreSummary,
    runner: async () => (await import('./linux-cr-to-core/runner.ts')).linuxCrToCoreRunner,
  },
];
