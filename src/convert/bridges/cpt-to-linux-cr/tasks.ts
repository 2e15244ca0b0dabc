/** State of one task: its own records, and its credentials and namespaces where they are met first. */

import type { Credentials, RestartBlock, Task } from '../../../model/checkpoint.ts';
import { isDead } from '../../../model/look-up.ts';
import { registerNames } from '../../../model/registers.ts';
import { imageVersion } from '../../../parse/generated/cpt-records.ts';
import { restartBlockType } from '../../../parse/generated/linux-cr-records.ts';
import { payloadOf } from '../../../parse/linux-cr/record.ts';
import type { Build, Records } from './build.ts';
import { ipcRecords } from './ipc.ts';

const commBytes = 16;
const tlsEntries = 3;
const stateBytes = 512;
/** linux/sched.h of 2.6.3x. */
const state = { running: 0, interruptible: 1, stopped: 4, traced: 8, dead: 64 } as const;
const exitZombie = 16;

export function* taskRecords(build: Build, task: Task): Records {
  const hasEnded = isDead(task);
  const isLeader = task.pid === task.tgid;
  if (task.altStack !== undefined && build.layout < 20110105) build.lose('L21', `task ${task.pid}`);
  if (task.ptrace.flags !== 0n) build.lose('L3', `task ${task.pid}`);
  if (task.scheduling !== undefined && (task.scheduling.policy !== 0 || task.scheduling.nice !== 0))
    build.lose('L2', `task ${task.pid}`);
  if (task.sigsuspend !== undefined) build.lose('L19', `task ${task.pid}`);
  if (task.posixTimers !== undefined) build.lose('L8', `task ${task.pid}`);
  const robust = task.robustList ?? 0n;
  yield build.record('task', {
    state: hasEnded ? state.dead : stateOf(task),
    exitState: hasEnded ? exitZombie : 0,
    exitCode: hasEnded ? task.exitCode : 0,
    exitSignal: isLeader ? task.exitSignal : -1,
    pdeathSignal: task.parentDeathSignal,
    setChildTid: task.setTid,
    clearChildTid: task.clearTid,
    sasSsSp: task.altStack?.address,
    sasSsSize: task.altStack?.sizeBytes,
    ...(robust !== 0n && robustFields(robust, task.is64bit || build.context.arch === 'x86_32')),
  });
  const comm = new Uint8Array(commBytes);
  comm.set(Buffer.from(task.comm, 'utf8').subarray(0, commBytes - 1));
  yield build.record('string', {}, payloadOf(comm));
}

/** sizeof(struct robust_list_head): 24, and 12 for 32-bit programs. */
const robustFields = (list: bigint, isNative: boolean) =>
  isNative
    ? { robustFutexHeadLen: 24, robustFutexList: list }
    : { compatRobustFutexHeadLen: 12, compatRobustFutexList: list };

function stateOf({ state: letter }: Task): number {
  if (letter === 'T') return state.stopped;
  if (letter === 't') return state.traced;
  return letter === 'R' ? state.running : state.interruptible;
}

export function* threadRecords(build: Build, task: Task): Records {
  const tls = new Uint8Array(8 * tlsEntries);
  const view = new DataView(tls.buffer);
  task.tls.slice(0, tlsEntries).forEach((value, index) => {
    view.setBigUint64(8 * index, value, true);
  });
  yield build.record(
    'thread',
    { threadInfoFlags: 0, gdtEntryTlsEntries: tlsEntries, sizeofTlsArray: tls.length },
    payloadOf(tls),
  );
  yield build.record('restart_block', restartFields(task.restart));
  yield build.record('cpu', cpuFields(task, userGs(build)));
  if (!hasState(task) || task.fpu === undefined) return;
  if (task.fpu.content.length > stateBytes) build.lose('L18', `task ${task.pid}`);
  yield build.record('cpu_fpu', {}, { offset: task.fpu.content.offset, length: stateBytes });
}

const hasState = ({ hasUsedFpu, fpu }: Task): boolean =>
  hasUsedFpu && fpu !== undefined && fpu.format !== 'fsave' && fpu.content.length >= stateBytes;

function restartFields(restart: RestartBlock | undefined) {
  if (restart === undefined) return { functionType: restartBlockType.none };
  switch (restart.kind) {
    case 'nanosleep':
      return {
        functionType: restart.isCompat
          ? restartBlockType.compat_nanosleep
          : restartBlockType.hrtimer_nanosleep,
        arg0: BigInt.asUintN(64, BigInt(restart.clock ?? 1)),
        arg1: restart.rmtp,
        arg4: restart.remainingNs,
      };
    case 'poll':
      return {
        functionType: restartBlockType.poll,
        arg0: restart.fds,
        arg1: BigInt(restart.count),
        arg2: restart.timeoutNs === undefined ? 0n : 1n,
        arg4: restart.timeoutNs ?? 0n,
      };
    default: {
      const [arg0, arg1, arg2, arg3, arg4] = restart.args;
      const isFutex = restart.kind === 'futex';
      if (!isFutex) return { functionType: restartBlockType.none };
      return { functionType: restartBlockType.futex, arg0, arg1, arg2, arg3, arg4 };
    }
  }
}

/** Codes of the checkpoint → those of this family. */
const userSegments: ReadonlyMap<number, number> = new Map([
  [4, 2],
  [5, 1],
  [6, 4],
  [7, 3],
]);

function segment(code: bigint): number {
  const number = Number(code);
  if (number >= 1 && number <= 3) return 0x4000 | (number - 1);
  if (number >= 256) return 0x8000 | (number - 256);
  return userSegments.get(number) ?? 0;
}

/** Which of two fields the user's gs is in depends on the kernel line; the other is a leftover. */
const userGs = ({ checkpoint: { image } }: Build): 'gs' | 'ugs' =>
  image.family === 'cpt' && (image.version ?? 0) >= imageVersion.v2_6_32 ? 'ugs' : 'gs';

function cpuFields(task: Task, gs: 'gs' | 'ugs') {
  const { registers } = task;
  if (registers === undefined || registers.layout === 'ia64') return {};
  const value = (name: string): bigint => {
    const index = registerNames[registers.layout].indexOf(name);
    return index === -1 ? 0n : (registers.values[index] ?? 0n);
  };
  const debug = Object.fromEntries([0, 1, 2, 3, 6, 7].map((n) => [`debugreg${n}`, value(`debugreg${n}`)]));
  const usedMath = hasState(task) ? 1 : 0;
  if (registers.layout === 'x86_64') {
    const plain = ['r15', 'r14', 'r13', 'r12', 'r11', 'r10', 'r9', 'r8'].map((name) => [name, value(name)]);
    return {
      ...Object.fromEntries(plain),
      bp: value('rbp'),
      bx: value('rbx'),
      ax: value('rax'),
      cx: value('rcx'),
      dx: value('rdx'),
      si: value('rsi'),
      di: value('rdi'),
      origAx: value('origRax'),
      ip: value('rip'),
      sp: value('rsp'),
      flags: value('eflags'),
      fs: value('fsbase'),
      gs: value('gsbase'),
      fsindex: segment(value('fsindex')),
      gsindex: segment(value('gsindex')),
      cs: segment(value('cs')),
      ss: segment(value('ss')),
      ds: segment(value('ds')),
      es: segment(value('es')),
      ...debug,
      usedMath,
    };
  }
  return {
    bp: value('ebp'),
    bx: value('ebx'),
    ax: value('eax'),
    cx: value('ecx'),
    dx: value('edx'),
    si: value('esi'),
    di: value('edi'),
    origAx: value('origEax'),
    ip: value('eip'),
    sp: value('esp'),
    flags: value('eflags'),
    fsindex: segment(value('fs')),
    gsindex: segment(value(gs)),
    cs: segment(value('xcs')),
    ss: segment(value('xss')),
    ds: segment(value('xds')),
    es: segment(value('xes')),
    ...debug,
    usedMath,
  };
}

export function* credentialRecords(build: Build, task: Task): Records {
  const number = task.credentials === undefined ? 0 : yield* credRecords(build, task.credentials);
  yield build.record('task_creds', { credRef: number, ecredRef: number });
}

/** Equal credentials are one object. */
export function* credRecords(
  build: Build,
  cred: Credentials,
): Generator<ReturnType<Build['record']>, number> {
  const { groups, ...ids } = cred;
  const key = `${Object.values(ids).join(' ')} ${groups.join(' ')}`;
  return yield* build.shared('cred', key, function* () {
    const userRef = yield* userRecords(build, cred.user ?? cred.uid);
    const groupinfoRef = yield* build.shared('groupinfo', groups.join(' '), function* () {
      // The last four bytes are the end of the C structure behind the first group.
      const bytes = new Uint8Array(4 * groups.length + 4);
      const view = new DataView(bytes.buffer);
      groups.forEach((group, index) => {
        view.setUint32(4 * index, group, true);
      });
      yield build.record('groupinfo', { ngroups: groups.length }, payloadOf(bytes));
    });
    yield build.record('cred', {
      uid: cred.uid,
      suid: cred.suid,
      euid: cred.euid,
      fsuid: cred.fsuid,
      gid: cred.gid,
      sgid: cred.sgid,
      egid: cred.egid,
      fsgid: cred.fsgid,
      userRef,
      groupinfoRef,
      capS: {
        ...halves('capI', cred.capInheritable),
        ...halves('capP', cred.capPermitted),
        ...halves('capE', cred.capEffective),
        // A kernel without a bounding set lets everything through.
        ...halves('capB', cred.capBounding ?? 0xffff_ffff_ffff_ffffn),
        securebits: cred.securebits,
      },
    });
  });
}

const halves = (name: string, set: bigint) => ({
  [`${name}0`]: set & 0xffff_ffffn,
  [`${name}1`]: set >> 32n,
});

/** The initial user namespace was made by root, in itself. */
const rootUser = 0;

function* userRecords(build: Build, uid: number): Generator<ReturnType<Build['record']>, number> {
  return yield* build.shared('user', String(uid), function* () {
    const userns = yield* build.shared('user_ns', 'initial', function* () {
      yield build.record('user_ns', { creatorRef: rootUser });
    });
    yield build.record('user', { uid, usernsRef: userns });
  });
}

export function* namespaceRecords(build: Build): Records {
  const { container } = build.checkpoint;
  const ns = yield* build.shared('ns', 'container', function* () {
    const utsObjref = yield* build.shared('uts_ns', 'container', function* () {
      const text = (value: string | undefined) => Buffer.from(value ?? '', 'utf8').subarray(0, 64);
      yield build.record('uts_ns', {
        sysname: text('Linux'),
        nodename: text(container.uts.nodename),
        release: text(container.uts.release),
        version: text('#1 SMP'),
        machine: text(build.context.arch === 'x86_64' ? 'x86_64' : 'i686'),
        domainname: text(container.uts.domainname ?? '(none)'),
      });
    });
    const ipcObjref = yield* build.shared('ipc_ns', 'container', () => ipcRecords(build));
    yield build.record('ns', { utsObjref, ipcObjref, netObjref: 0 });
  });
  yield build.record('task_ns', { nsObjref: ns });
}
