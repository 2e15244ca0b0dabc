/** Credentials of each thread, the last thing that the restorer sets (pie/restorer.c, restore_creds). */
import { type Entry, firstOf, placeOf } from '../../../model/from-criu/image.ts';
import type { CredsEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { CriuRestore, Item } from './context.ts';
import { killed } from './fork.ts';
import { coreOf, needEntry } from './read-file.ts';
import { hangs } from './stop.ts';

/** Where each thread has its credentials; old images have those of the process only (rst_prep_creds). */
export function checkCredentials(restore: CriuRestore, item: Item): void {
  const { core, pid, threads } = item;
  const cores = threads.filter((tid) => tid !== pid).map((tid) => coreOf(restore, tid));
  const without = cores.find((thread) => thread?.fields.thread_core?.creds === undefined);
  if (core?.hasCredentials !== true) {
    const creds = needEntry(restore, 'CREDS', 'creds_entry', pid);
    if (core !== undefined) Object.assign(core, { uid: creds.fields.uid ?? 0, gid: creds.fields.gid ?? 0 });
    if (without === undefined) return;
    const message = `CRIU waits for ever: threads of ${pid} have no credentials of their own, as in images before 2.0`;
    const help = 'convert the image: the credentials of the process then stand in the core of every thread';
    hangs('criu-thread-credentials', placeOf(without as Entry<'core_entry'>), message, help);
  }
  if (without === undefined) return;
  killed(pid, placeOf(without as Entry<'core_entry'>), 'a thread has no credentials');
}

/** A thread whose credentials the kernel refuses aborts in the restorer, and CRIU never hears of it. */
// Holds for containers without capabilities, whose sets are empty.
export function setCredentials(restore: CriuRestore, { pid, threads }: Item): void {
  for (const tid of new Set([pid, ...threads])) {
    const core = coreOf(restore, tid);
    const creds =
      core?.fields.thread_core?.creds ??
      (tid === pid ? firstOf(restore.image, 'CREDS', 'creds_entry', pid)?.fields : undefined);
    const refused = creds && refusedOf(creds);
    if (core === undefined || refused === undefined) continue;
    const message = `CRIU waits for ever: "${refused.said}" in thread ${tid}; ${refused.why}`;
    hangs('criu-credentials', placeOf(core), message);
  }
}

/** SECURE_ALL_BITS, SECURE_ALL_LOCKS and SECURE_ALL_UNPRIVILEGED of linux/securebits.h. */
const secureBitsKnown = 0xfff;

/** CAP_CHECKPOINT_RESTORE, the last one that there is; the kernel leaves out higher ones (mk_kernel_cap). */
const capabilitiesKnown = (1n << 41n) - 1n;

/** security/commoncap.c: cap_task_prctl and cap_capset, as far as the image alone decides. */
function refusedOf(creds: CredsEntry): { readonly said: string; readonly why: string } | undefined {
  const { secbits = 0 } = creds;
  if ((secbits & ~secureBitsKnown) !== 0) {
    return {
      said: 'Unable to set PR_SET_SECUREBITS',
      why: `no kernel knows 0x${(secbits >>> 0).toString(16)}`,
    };
  }
  const [effective, permitted, inheritable, bounding, ambient] = [
    ...[creds.cap_eff, creds.cap_prm, creds.cap_inh, creds.cap_bnd, creds.cap_amb].map(setOf),
  ] as [bigint, bigint, bigint, bigint, bigint];
  const said = 'Unable to restore capabilities';
  if ((effective & ~permitted) !== 0n) return { said, why: 'effective capabilities are not all permitted' };
  if ((inheritable & ~bounding) !== 0n) {
    return { said, why: 'inheritable capabilities are not all in the bounding set' };
  }
  if ((ambient & ~(permitted & inheritable)) === 0n) return undefined;
  const why = 'ambient capabilities have to be permitted and inheritable';
  return { said: 'Unable to raise ambient capability', why };
}

/** Two words of 32 bits. */
const setOf = (words: readonly number[] | undefined): bigint =>
  ((BigInt((words?.[1] ?? 0) >>> 0) << 32n) | BigInt((words?.[0] ?? 0) >>> 0)) & capabilitiesKnown;
