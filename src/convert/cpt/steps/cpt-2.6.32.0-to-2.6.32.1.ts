/**
 * From vanilla 2.6.32 to RHEL6 2.6.32 (042stab): mounts by position, longer files, inodes, locks, sockets and
 * memory records, other restart blocks and connection tracking entries. The largest step of the chain.
 */

import { noPosition, type ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType, sectionType } from '../../../parse/generated/cpt-records.ts';
import { conntrack18To32, conntrack32To18, expect18To32, expect32To18 } from '../changes/conntrack.ts';
import { withoutFileKinds } from '../changes/files.ts';
import { xsaveToFxsave } from '../changes/fpu.ts';
import {
  forgetRestart,
  pollFromRhel6,
  pollToRhel6,
  sleepFromRhel6,
  sleepToRhel6,
} from '../changes/restart-block.ts';
import { timespecToNs } from '../facts.ts';
import { isDispensable } from '../layouts.ts';
import { cut, grown, type Hop, type HopContext, type Step, withFields } from '../step.ts';

const vdsoArea = 2;
const oldVdsoArea = 3;

const forward: Hop = {
  objects: {
    veinfo: veinfoToRhel6,
    task: (task, context) => pollToRhel6(sleepToRhel6(task, context), context),
    mm: (mm, context) => grown(mm, 136, context),
    vma: (vma, context) => {
      const is64Bit = context.facts.memory.get(vma.parent?.offset ?? -1)?.is64Bit ?? false;
      const isOld = context.facts.version === 0x303 || context.facts.version === 0x304;
      if (!isOld || !is64Bit || vma.fields.type !== vdsoArea) return vma;
      context.changed('M4', 'vdso areas of 64-bit tasks marked as those of an old kernel');
      return withFields(vma, { type: oldVdsoArea });
    },
    file: (file, context) => grown(file, 96, context),
    inode: (inode, context) => grown(inode, 120, context),
    flock: (flock, context) => grown(flock, 56, context),
    socket: (socket, context) => {
      if (socket.fields.sockflags <= 1) return grown(socket, 920, context);
      context.changed('S2', 'stale flags of unix sockets cleared');
      return grown(withFields(socket, { sockflags: socket.fields.sockflags & 1 }), 920, context);
    },
    net_conntrack: conntrack18To32,
    net_conntrack_expect: expect18To32,
  },
};

const withoutNewKinds = withoutFileKinds('timerfd', 'eventfd');

const backward: Hop = {
  section: (section, context) => {
    const { cgroups, posix_timers } = sectionType;
    if (section.fields.section !== cgroups && section.fields.section !== posix_timers) return section;
    context.changed('H2', 'sections dropped that older kernels refuse');
    // What is lost of timers is said with the task that has them.
    if (section.fields.section === cgroups) context.lost('F12', section, 'control groups have no place');
    return undefined;
  },
  objects: {
    ...withoutNewKinds,
    veinfo: veinfoToVanilla,
    task: taskToVanilla,
    signal_struct: groupsFromTask,
    bits: xsaveToFxsave,
    mm: (mm, context) => {
      const { mmFlags } = mm.fields;
      if (mmFlags === undefined) return mm;
      if (mmFlags > 0xffn)
        context.lost('M1', mm, `memory flags 0x${mmFlags.toString(16)} but for the low byte`);
      context.changed('M1', 'memory flags stored in a byte');
      return cut(
        withFields(mm, { dumpable: Number(mmFlags & 0xffn), mmFlags: undefined }),
        128,
        context,
        'M1',
      );
    },
    vma: (vma, context) => {
      if (vma.fields.type !== oldVdsoArea) return vma;
      context.changed('M4', 'vdso areas without the mark of an old kernel');
      return withFields(vma, { type: vdsoArea });
    },
    file: (file, context) => withoutNewKinds.file(withoutMount(file, 88, 'F1', context), context),
    inode: (inode, context) => withoutMount(inode, 112, 'F2', context),
    flock: (flock, context) => cut(flock, 48, context, 'F7'),
    namespace: (namespace, context) => {
      if (namespace.offset === context.facts.firstNamespace) return namespace;
      context.lost('F13', namespace, 'a second mount namespace has no place');
      return undefined;
    },
    vfsmount: mountByPath,
    name: nameToVanilla,
    socket: socketToVanilla,
    mount_data: (data, context) => {
      context.lost('F11', data, 'the data of a mount that was to be made later have no place');
      return undefined;
    },
    net_br: (bridge, context) => {
      context.lost('D3', bridge, 'the settings of a bridge have no place');
      return undefined;
    },
    net_conntrack: conntrack32To18,
    net_conntrack_expect: expect32To18,
  },
};

export const cpt26320To26321: Step = {
  from: 'cpt-2.6.32.0',
  to: 'cpt-2.6.32.1/042stab061.9',
  summary: 'mounts by position, longer records, RHEL6 restart blocks and connection tracking',
  rows: [
    'T3', 'T4', 'T5', 'T13', 'T21', 'T23', 'V4', 'V5', 'M1', 'M4', 'F1', 'F2', 'F3', 'F7', 'F8', 'F9', 'F12',
    'F10', 'F11', 'F13', 'F14', 'F15', 'T1', 'T17', 'S1', 'S2', 'D3', 'N1', 'H2', 'X2', 'X4', 'X5', 'X8',
  ], // biome-ignore format: one paragraph of ids
  forward,
  backward,
};

function taskToVanilla(task: ObjectRecord<'task'>, context: HopContext): ObjectRecord<'task'> {
  const asleep = pollFromRhel6(sleepFromRhel6(task, context), context);
  const awake = forgetRestart(asleep, context, 'T5', ['posix_cpu_nsleep']);
  const { policy, namespace } = awake.fields;
  if (policy !== 0)
    context.lost('T23', task, `scheduling policy ${policy} of task ${task.fields.pid} becomes normal`);
  const first = context.facts.firstNamespace;
  const isElsewhere = first !== undefined && namespace !== noPosition && Number(namespace) !== first;
  if (isElsewhere) context.lost('F13', task, `task ${task.fields.pid} moves to the first mount namespace`);
  const moved = withFields(awake, { policy: 0, ...(isElsewhere && { namespace: BigInt(first) }) });
  return cut(withoutTimers(moved, context), 976, context, 'T1');
}

function withoutTimers(task: ObjectRecord<'task'>, context: HopContext): ObjectRecord<'task'> {
  const { posixTimers, pid } = task.fields;
  if (posixTimers === undefined || posixTimers === noPosition) return task;
  context.lost('T17', task, `the POSIX timers of task ${pid} have no place`);
  return withFields(task, { posixTimers: undefined });
}

type Socket = ObjectRecord<'socket'>;

function socketToVanilla(socket: Socket, context: HopContext): Socket {
  const { iMode, sockflags } = socket.fields;
  let named = socket;
  if (iMode !== undefined && !isDispensable(socket, 'iMode', iMode, context.facts)) {
    const mode = (iMode & 0o7777).toString(8).padStart(4, '0');
    context.lost('S1', socket, `mode ${mode} of the file that a unix socket is bound to`);
    named = withFields(socket, { iMode: undefined });
  }
  if (sockflags > 1) {
    context.lost('S2', socket, 'a unix socket that was to be bound later is bound at once');
    named = withFields(named, { sockflags: sockflags & 1 });
  }
  return cut(named, 912, context, 'S1');
}

type VeInfo = ObjectRecord<'veinfo'>;

function veinfoToRhel6(veinfo: VeInfo, context: HopContext): VeInfo {
  if (veinfo.hdrlen < 96) return veinfo;
  const { vpidMax, realStartTimespecDelta, startTimespecDelta } = veinfo.fields;
  if (vpidMax !== 0) context.changed('V4', 'a stale limit of pids cleared');
  if (realStartTimespecDelta === 0n)
    context.changed('V5', 'the age of the container copied to the second clock');
  return withFields(veinfo, {
    vpidMax: 0,
    realStartTimespecDelta: realStartTimespecDelta || startTimespecDelta,
  });
}

function veinfoToVanilla(veinfo: VeInfo, context: HopContext): VeInfo {
  if (veinfo.hdrlen < 96) return veinfo;
  const { vpidMax, realStartTimespecDelta, startTimespecDelta } = veinfo.fields;
  if (vpidMax && !isDispensable(veinfo, 'vpidMax', vpidMax, context.facts))
    context.lost('V4', veinfo, `the limit of pids, ${vpidMax}, becomes that of the kernel`);
  else if (vpidMax) context.changed('V4', 'limits of pids left to the kernel');
  if (realStartTimespecDelta) context.changed('V5', 'the age of the container on one clock only');
  const slept = timespecToNs(realStartTimespecDelta ?? 0n) - timespecToNs(startTimespecDelta);
  if (realStartTimespecDelta && (slept > shownNs || slept < -shownNs))
    context.lost('V5', veinfo, `the age of the container leaves out ${slept} ns in which the host slept`);
  return withFields(veinfo, { vpidMax: 0, pad1: 0, realStartTimespecDelta: 0n });
}

/** /proc/uptime counts in these. */
const shownNs = 10_000_000n;

/** Older kernels find a file by its path from the root, whatever is mounted above it. */
function withoutMount<K extends 'file' | 'inode'>(
  record: ObjectRecord<K>,
  hdrlen: number,
  row: 'F1' | 'F2',
  context: HopContext,
): ObjectRecord<K> {
  const { vfsmount } = record.fields;
  if (vfsmount === undefined) return record;
  if (vfsmount !== noPosition)
    context.changed(row, 'files found by path from the root instead of in a mount');
  const none = { vfsmount: undefined } as Partial<ObjectRecord<K>['fields']>;
  return cut(withFields(record, none), hdrlen, context, row);
}

/** CPT_PGRP_ORPHAN: no task has the number any more; the kernel makes a placeholder. */
const orphan = 1;

/** RHEL6 leaves these fields empty and reads those of the task; 2.6.18 needs them here. */
function groupsFromTask(
  signal: ObjectRecord<'signal_struct'>,
  context: HopContext,
): ObjectRecord<'signal_struct'> {
  const groups = context.facts.groups.get(signal.offset);
  if (groups === undefined) return signal;
  context.changed('T13', 'groups and sessions copied from tasks to signal records');
  const typeOf = (id: number) => (context.facts.pids.has(id) ? 0 : orphan);
  return withFields(signal, {
    pgrp: BigInt(groups.pgrp),
    session: BigInt(groups.session),
    pgrpType: typeOf(groups.pgrp),
    sessionType: typeOf(groups.session),
  });
}

const delayedMount = 0x20000000;
const bindMount = 0x80000000;

function mountByPath(
  mount: ObjectRecord<'vfsmount'>,
  context: HopContext,
): ObjectRecord<'vfsmount'> | undefined {
  if (context.facts.cgroupMounts.has(mount.offset)) {
    context.lost('F12', mount, 'a mount of control groups has no place');
    return undefined;
  }
  context.changed('F8', 'mounts named by path instead of by position');
  const { mntflags } = mount.fields;
  if (mntflags & delayedMount) context.lost('F9', mount, 'a mount that was to be made later is made at once');
  const flagged = withFields(mount, { mntflags: (mntflags & ~delayedMount) >>> 0 });
  const none = { mntBind: undefined, mntParent: undefined, mntShared: undefined, mntMaster: undefined };
  return cut(withFields(flagged, none), 24, context, 'F8');
}

const utsNamesOfOld = 2;

/** The content of a tmpfs has a header of its own from 042stab054 on; the third UTS name came with RHEL6. */
function nameToVanilla(name: ObjectRecord<'name'>, context: HopContext): ObjectRecord<'name'> | undefined {
  const { parent } = name;
  if (parent?.kind === 'section' && parent.fields.section === sectionType.utsname) {
    if (context.siblingIndex() < utsNamesOfOld) return name;
    context.lost('N1', name, 'the kernel release shown inside the container becomes that of the target');
    return undefined;
  }
  if (parent?.kind === 'vfsmount' && isMountData(name, parent, context)) {
    context.lost('F11', name, 'the data of a mount that was to be made later have no place');
    return undefined;
  }
  if (name.hdrlen < 24) return name;
  context.changed('F10', 'contents of tmpfs stored without a length');
  return { ...cut(withFields(name, { len: undefined }), 16, context, 'F10'), content: contentType.name };
}

/** Device, mount point and type; then the source of a bind mount; then the data. */
const isMountData = (
  name: ObjectRecord<'name'>,
  { fields: { mntflags } }: ObjectRecord<'vfsmount'>,
  context: HopContext,
): boolean =>
  (mntflags & delayedMount) !== 0 &&
  name.hdrlen < 24 &&
  context.siblingIndex() === ((mntflags & bindMount) === 0 ? 3 : 4);
