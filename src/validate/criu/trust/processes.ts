/** Processes and threads of an image with the rights that a restore gives them. */
import { type CriuImage, entriesOf, firstOf, textOf } from '../../../model/from-criu/image.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type {
  CoreEntry,
  CredsEntry,
  SaEntry,
  TaskKobjIdsEntry,
} from '../../../parse/generated/criu-descriptors.ts';
import {
  type Credentials,
  executable,
  type Place,
  type ProcessRights,
  type SignalHandler,
  type ThreadRights,
} from '../../trust/image-facts.ts';
import { Areas } from './areas.ts';
import { allNamespaceIds, namespaceIds } from './namespaces.ts';

// AUDIT_ARCH_* by `mtype` (include/uapi/linux/audit.h).
const machines: Readonly<Record<number, number>> = {
  1: 0xc000003e,
  2: 0x40000028,
  3: 0xc00000b7,
  4: 0xc0000015,
  5: 0x80000016,
  7: 0xc0000102,
  8: 0xc00000f3,
};
const machineI386 = 0x40000003;

export interface ReadProcesses {
  /** In the order of the tree; those without a core are left out: other layers say so. */
  readonly processes: readonly ProcessRights[];
  /** Ids of namespaces of all types. */
  readonly livedIn: readonly number[];
}

export function readProcesses(image: CriuImage): ReadProcesses {
  const processes: ProcessRights[] = [];
  const livedIn = new Set<number>();
  const shared = new Map<string, Credentials>();
  for (const { fields } of entriesOf(image, 'PSTREE', 'pstree_entry')) {
    const pid = fields.pid ?? 0;
    const core = firstOf(image, 'CORE', 'core_entry', pid);
    if (core === undefined) continue;
    const areas = new Areas(image, pid);
    const old = firstOf(image, 'CREDS', 'creds_entry', pid)?.fields;
    const threads: ThreadRights[] = [];
    for (const tid of new Set([pid, ...(fields.threads ?? [])])) {
      const own = tid === pid ? core : firstOf(image, 'CORE', 'core_entry', tid);
      if (own === undefined) continue;
      threads.push(threadOf(own.fields, { tid, file: own.file, offset: own.at }, areas, shared, old));
    }
    const ids = idsOf(firstOf(image, 'IDS', 'task_kobj_ids_entry', pid), core);
    for (const id of ids === undefined ? [] : allNamespaceIds(ids.entry)) livedIn.add(id);
    const { tc } = core.fields;
    const limits =
      tc?.rlimits?.rlimits ?? [...entriesOf(image, 'RLIMIT', 'rlimit_entry', pid)].map((e) => e.fields);
    processes.push({
      pid,
      ppid: fields.ppid ?? 0,
      comm: textOf(tc?.comm) ?? '',
      threads,
      hardLimits: limits.map(({ max }) => max),
      oomScoreAdj: tc?.oom_score_adj,
      personality: Number(tc?.personality ?? 0),
      namespaces: ids && { file: ids.file, offset: ids.offset, ids: namespaceIds(ids.entry) },
      areasAt: { file: fileName('MM', pid), offset: 0 },
      pagesAt: { file: fileName('PAGEMAP', pid), offset: 0 },
      exeFileId: areas.exeFileId,
      writableCode: areas.writableCode,
      oddHandlers: areas.isKnown ? oddHandlers(handlersOf(image, core.fields, pid), areas) : [],
      machine:
        core.fields.thread_info?.gpregs?.mode === 2 ? machineI386 : (machines[core.fields.mtype ?? 0] ?? 0),
    });
  }
  return { processes, livedIn: [...livedIn] };
}

function idsOf(
  ids: { fields: TaskKobjIdsEntry; file: string; at: number } | undefined,
  core: { fields: CoreEntry; file: string; at: number },
): (Place & { readonly entry: TaskKobjIdsEntry }) | undefined {
  if (ids !== undefined) return { entry: ids.fields, file: ids.file, offset: ids.at };
  return core.fields.ids && { entry: core.fields.ids, file: core.file, offset: core.at };
}

function threadOf(
  core: CoreEntry,
  place: { readonly tid: number; readonly file: string; readonly offset: number },
  areas: Areas,
  shared: Map<string, Credentials>,
  old: CredsEntry | undefined,
): ThreadRights {
  const thread = core.thread_core;
  const creds = thread?.creds ?? old;
  const ip = instructionPointer(core);
  const rseq = thread?.rseq_entry;
  const pointer = rseq?.rseq_cs_pointer ?? 0n;
  return {
    ...place,
    credentials: creds && credentialsOf(creds, shared),
    seccompMode: thread?.seccomp_mode ?? core.tc?.old_seccomp_mode ?? 0,
    seccompFilter: thread?.seccomp_filter ?? core.tc?.old_seccomp_filter,
    schedPolicy: thread?.sched_policy ?? 0,
    nice: thread?.sched_nice ?? 0,
    ip: ip && areas.isKnown ? { ...ip, area: areas.at(ip.value) } : undefined,
    rseq: rseq && {
      signature: rseq.signature,
      pointer,
      area: pointer !== 0n && areas.isKnown ? areas.at(pointer) : undefined,
    },
  };
}

const words = (set: readonly number[] | undefined): bigint =>
  (set ?? []).reduce((sum, word, index) => sum | (BigInt(word >>> 0) << BigInt(32 * index)), 0n);

/** Equal ones are one object: most threads of an image have the same. */
function credentialsOf(creds: CredsEntry, shared: Map<string, Credentials>): Credentials {
  const key = JSON.stringify(creds, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  const known = shared.get(key);
  if (known !== undefined) return known;
  const { uid = 0, euid = 0, suid = 0, fsuid = 0, gid = 0, egid = 0, sgid = 0, fsgid = 0 } = creds;
  const made: Credentials = {
    uids: [uid, euid, suid, fsuid],
    gids: [gid, egid, sgid, fsgid],
    groups: creds.groups ?? [],
    bounding: words(creds.cap_bnd),
    permitted: words(creds.cap_prm),
    effective: words(creds.cap_eff),
    inheritable: words(creds.cap_inh),
    ambient: words(creds.cap_amb),
    securebits: creds.secbits ?? 0,
    noNewPrivileges: (creds.no_new_privs ?? 0) !== 0,
    label: textOf(creds.lsm_profile),
  };
  shared.set(key, made);
  return made;
}

function instructionPointer(core: CoreEntry): { field: string; value: bigint } | undefined {
  const found = [
    ['thread_info.gpregs.ip', core.thread_info?.gpregs?.ip],
    ['ti_aarch64.gpregs.pc', core.ti_aarch64?.gpregs?.pc],
    ['ti_ppc64.gpregs.nip', core.ti_ppc64?.gpregs?.nip],
    ['ti_riscv64.gpregs.pc', core.ti_riscv64?.gpregs?.pc],
    ['ti_loongarch64.gpregs.pc', core.ti_loongarch64?.gpregs?.pc],
    ['ti_s390.gpregs.psw_addr', core.ti_s390?.gpregs?.psw_addr],
  ] as const;
  for (const [field, value] of found)
    if (value !== undefined) return { field, value: BigInt.asUintN(64, value) };
  return undefined;
}

function handlersOf(image: CriuImage, core: CoreEntry, pid: number): readonly SaEntry[] {
  const own = core.tc?.sigactions;
  return own ?? [...entriesOf(image, 'SIGACT', 'sa_entry', pid)].map(({ fields }) => fields);
}

/** Handlers and their way back that lie in executable memory without a file; 0 and 1 are SIG_DFL and SIG_IGN. */
function oddHandlers(actions: readonly SaEntry[], areas: Areas): readonly SignalHandler[] {
  const odd: SignalHandler[] = [];
  for (const [index, { sigaction = 0n, restorer = 0n }] of actions.slice(0, signalsMax).entries()) {
    if (sigaction <= 1n) continue;
    for (const address of [sigaction, restorer]) {
      if (address === 0n) continue;
      const area = areas.at(BigInt.asUintN(64, address));
      if (area.kind !== 'anonymous' || (area.protection & executable) === 0) continue;
      odd.push({ signal: signalAt(index), index, address, area });
      break;
    }
  }
  return odd;
}

/** Of MIPS; all others have 64. */
const signalsMax = 128;

/** Entries are those of signals 1 and up, without SIGKILL and SIGSTOP, which nobody handles. */
function signalAt(index: number): number {
  const number = index + 1 + (index + 1 >= 9 ? 1 : 0);
  return number + (number >= 19 ? 1 : 0);
}
