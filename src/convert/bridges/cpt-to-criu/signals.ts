/** Handlers and queued signals. */
import type { QueuedSignal, SignalHandlers } from '../../../model/checkpoint.ts';
import type { SaEntry, SignalQueueEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from './context.ts';

const signalCount = 64;
const sigKill = 9;
const sigStop = 19;
export const sigChld = 17;
const saSigInfo = 4n;
const saRestorer = 0x4000000n;

/** Where handlers return to that have no place of their own: in the kernel's page of a 32-bit program. */
export interface HandlerReturns {
  readonly sigreturn?: bigint | undefined;
  readonly rtSigreturn?: bigint | undefined;
}

/** The actions of all signals but the two that have none, in order: criu/cr-restore.c reads 62. */
export function actionsOf(
  handlers: SignalHandlers | undefined,
  isCompat: boolean,
  returns: HandlerReturns,
): readonly SaEntry[] {
  const actions = new Map(handlers?.actions.map((action) => [action.signo, action]));
  const entries: SaEntry[] = [];
  for (let signo = 1; signo <= signalCount; signo++) {
    if (signo === sigKill || signo === sigStop) continue;
    const { handler = 0n, flags = 0n, restorer = 0n, mask = 0n } = actions.get(signo) ?? {};
    const place = (flags & saSigInfo) === 0n ? returns.sigreturn : returns.rtSigreturn;
    // The kernel would return through its own page, which is not in a process without one.
    const isLost = isCompat && handler > 1n && (flags & saRestorer) === 0n && place !== undefined;
    entries.push({
      sigaction: handler,
      flags: isLost ? flags | saRestorer : flags,
      restorer: isLost ? place : restorer,
      mask,
      compat_sigaction: isCompat,
    });
  }
  return entries;
}

/** SIGKILL to SIGSYS and the codes of include/uapi/asm-generic/siginfo.h that carry a value. */
const valueCodes: ReadonlySet<number> = new Set([-1, -2, -3, -4]);
const siginfoBytes = 128;
/** SI_USER and SI_TKILL: pid and user id of the sender, and nothing else. */
const plainCodes: ReadonlySet<number> = new Set([0, -6]);
/** Where the union behind the code lies in 64-bit kernels, and how many words it has. */
const unionOffset = 16;
const kernelWords = 28;

/**
 * siginfo_t, 128 bytes: signal, errno and code, then by kind. A value is written only for codes that have
 * one: for others the image holds leftovers, which would become visible (observed with CRIU 4.2). Where the
 * image holds the words of a 64-bit kernel as they were, they win, as they do at a restore by it.
 */
export function siginfoBytesOf(signal: QueuedSignal, hasKernelWords = false): Uint8Array {
  const bytes = new Uint8Array(siginfoBytes);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, signal.signo, true);
  view.setInt32(4, signal.errno, true);
  view.setInt32(8, signal.code, true);
  const { words = [], code } = signal;
  if (hasKernelWords && words.length > 0 && !plainCodes.has(code)) {
    for (const [index, word] of words.slice(0, kernelWords).entries()) {
      view.setUint32(unionOffset + index * 4, word, true);
    }
    return bytes;
  }
  view.setInt32(16, signal.pid, true);
  view.setUint32(20, signal.uid, true);
  if (signal.signo === sigChld && signal.code > 0) {
    view.setInt32(24, Number(BigInt.asIntN(32, signal.value)), true);
    view.setBigInt64(32, clockTicks(signal.utimeNs), true);
    view.setBigInt64(40, clockTicks(signal.stimeNs), true);
  } else if (valueCodes.has(signal.code)) view.setBigUint64(24, BigInt.asUintN(64, signal.value), true);
  return bytes;
}

/** USER_HZ. */
const clockTicks = (ns: bigint): bigint => ns / 10_000_000n;

/** A queue with what the pending mask has besides: a signal without details still arrives. */
export function queueOf(
  queue: readonly QueuedSignal[],
  pending: bigint,
  { checkpoint, losses }: Pick<Conversion, 'checkpoint' | 'losses'>,
  at: number,
): SignalQueueEntry {
  const hasKernelWords = checkpoint.image.architecture === 'x86_64';
  const signals = queue.filter(({ signo }) => signo >= 1 && signo <= signalCount);
  const known = new Set(signals.map(({ signo }) => signo));
  const infos = signals.map((signal) => siginfoBytesOf(signal, hasKernelWords));
  for (let signo = 1; signo <= signalCount; signo++) {
    if ((pending & (1n << BigInt(signo - 1))) === 0n || known.has(signo)) continue;
    losses.add('signal-details', `signal ${signo}`, { at });
    infos.push(siginfoBytesOf(plainSignal(signo)));
  }
  return { signals: infos.map((siginfo) => ({ siginfo })) };
}

/** As kill(2) from nobody sends it: SI_USER. */
const plainSignal = (signo: number): QueuedSignal => ({
  at: 0,
  signo,
  errno: 0,
  code: 0,
  pid: 0,
  uid: 0,
  value: 0n,
  utimeNs: 0n,
  stimeNs: 0n,
  user: 0n,
  flags: 0,
});
