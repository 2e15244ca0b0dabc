/** The bridges between families. */
import type { Bridge } from './bridge.ts';

export const bridges: readonly Bridge[] = [
  {
    from: 'cpt',
    to: 'criu-4.2',
    summary: 'an OpenVZ container becomes a process tree that CRIU restores, with what has to be there',
    runner: async () => (await import('./cpt-to-criu/runner.ts')).cptToCriuRunner,
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
  },
];
