/** no_new_privs and securebits: what decides whether a program may gain more. */
import { inImage, threadText, trustRule } from '../rule.ts';

const reference = 'criu/pie/restorer.c restore_creds: no_new_privs is set only if the image says so';

/** SECBIT_KEEP_CAPS lasts until the next program only (capabilities(7)). */
const keepCaps = 0x10;
const keepCapsLocked = 0x20;

const bits: readonly (readonly [mask: number, name: string])[] = [
  [0x1, 'NOROOT'],
  [0x4, 'NO_SETUID_FIXUP'],
  [0x10, 'KEEP_CAPS'],
  [0x40, 'NO_CAP_AMBIENT_RAISE'],
];

export const privilegesRule = trustRule(
  {
    'trust-no-new-privs': {
      severity: 'error',
      meaning: 'A thread is restored without no_new_privs, which the container was to have.',
      why: 'Programs with set-user-ID bits or file capabilities raise its rights again.',
      bad: 'allowPrivilegeEscalation: false, and a thread without creds.no_new_privs',
      good: 'no_new_privs 1 in every thread: nothing that runs can take it back',
      mend: 'Do not restore it; start the container anew.',
      reference,
    },
    'trust-securebits': {
      severity: 'warning',
      meaning: 'A thread has securebits set: it keeps capabilities where others lose them.',
      why: 'With NO_SETUID_FIXUP a process that changes to an ordinary user keeps all capabilities.',
      bad: 'secbits 0x0c (NO_SETUID_FIXUP, locked) in a container that never asked for it',
      good: 'secbits 0; KEEP_CAPS for a moment in programs that give up root',
      mend: 'Ask which program set them.',
      reference: 'capabilities(7), The securebits flags',
    },
  },
  ({ images, grants }, report) => {
    if (images === undefined) return;
    for (const process of images.processes) {
      for (const thread of process.threads) {
        const { credentials } = thread;
        if (credentials === undefined) continue;
        const who = threadText(process, thread.tid);
        for (const { noNewPrivileges, source } of grants) {
          if (noNewPrivileges !== true || credentials.noNewPrivileges) continue;
          const where = inImage(images, thread, images.fields.noNewPrivileges);
          const what = thread.tid === process.pid ? '' : ' in one thread';
          report(
            'trust-no-new-privs',
            where,
            `no_new_privs lost${what}: ${who} is without it, ${source} demands it`,
          );
        }
        // KEEP_CAPS alone lasts until the next program; locked it stays.
        const isMoment = (credentials.securebits & keepCapsLocked) === 0;
        const odd = isMoment ? credentials.securebits & ~keepCaps : credentials.securebits;
        if (odd === 0 || grants.length === 0) continue;
        const names = bits.filter(([mask]) => (odd & mask) !== 0 || (odd & (mask << 1)) !== 0);
        report(
          'trust-securebits',
          inImage(images, thread, images.fields.securebits),
          `securebits set: ${who} has 0x${credentials.securebits.toString(16)} (${names.map(([, name]) => name).join(', ')})`,
        );
      }
    }
  },
);
