/**
 * From vanilla 2.6.32 to RHEL6 2.6.32 (042stab): mounts by position, longer files, inodes, locks, sockets and
 * memory records, other restart blocks and connection tracking entries. The largest step of the chain.
 */

import { noPosition, type ObjectRecord } from '../../parse/cpt/record.ts';
import { contentType, sectionType } from '../../parse/generated/cpt-records.ts';
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
import { cut, grown, type Hop, type HopContext, type Step, withFields } from '../step.ts';

const noStatus = 0xffffffff;
/** S_IFSOCK with all permissions: what a socket has whose inode is not in the image. */
const socketMode = 0o140777;
const vdsoArea = 2;
const oldVdsoArea = 3;

const forward: Hop = {
  objects: {
    veinfo: (veinfo) => {
      if (veinfo.hdrlen < 96) return veinfo;
      const { realStartTimespecDelta, startTimespecDelta } = veinfo.fields;
      // 0 means absent; the same age on both clocks is what a container has that never slept.
      return withFields(veinfo, {
        vpidMax: 0,
        realStartTimespecDelta: realStartTimespecDelta || startTimespecDelta,
      });
    },
    task: (task, context) => pollToRhel6(sleepToRhel6(task, context), context),
    mm: (mm) => grown(mm, 136, { mmFlags: BigInt(mm.fields.dumpable) }),
    vma: (vma, context) => {
      const is64Bit = context.facts.memory.get(vma.parent?.offset ?? -1)?.is64Bit ?? false;
      const isOld = context.facts.version === 0x303 || context.facts.version === 0x304;
      if (!isOld || !is64Bit || vma.fields.type !== vdsoArea) return vma;
      context.changed('M4', 'vdso areas of 64-bit tasks marked as those of an old kernel');
      return withFields(vma, { type: oldVdsoArea });
    },
    file: (file) => grown(file, 96, { vfsmount: noPosition }),
    inode: (inode) => grown(inode, 120, { vfsmount: noPosition }),
    flock: (flock) => grown(flock, 56, { svid: noStatus, pad1: 0 }),
    socket: (socket) => {
      const deletedOnly = withFields(socket, { sockflags: socket.fields.sockflags & 1 });
      return grown(deletedOnly, 920, { iMode: socketMode, pad13: 0, pad14: 0 });
    },
    net_conntrack: conntrack18To32,
    net_conntrack_expect: expect18To32,
  },
};

const backward: Hop = {
  section: (section, context) => {
    if (section.fields.section !== sectionType.cgroups) return section;
    context.changed('H2', 'sections dropped that older kernels refuse');
    context.lost('F12', section, 'control groups have no place');
    return undefined;
  },
  objects: {
    ...withoutFileKinds('timerfd', 'eventfd'),
    veinfo: (veinfo) =>
      veinfo.hdrlen < 96 ? veinfo : withFields(veinfo, { vpidMax: 0, pad1: 0, realStartTimespecDelta: 0n }),
    task: taskToVanilla,
    signal_struct: groupsFromTask,
    bits: xsaveToFxsave,
    mm: (mm, context) => {
      const { mmFlags } = mm.fields;
      if (mmFlags === undefined) return mm;
      if (mmFlags > 0xffn)
        context.lost('M1', mm, `memory flags 0x${mmFlags.toString(16)} but for the low byte`);
      return cut(withFields(mm, { dumpable: Number(mmFlags & 0xffn) }), 128, ['mmFlags']);
    },
    vma: (vma) => (vma.fields.type === oldVdsoArea ? withFields(vma, { type: vdsoArea }) : vma),
    file: (file, context) => withoutNewKind(cut(file, 88, ['vfsmount']), context),
    inode: (inode) => cut(inode, 112, ['vfsmount']),
    flock: (flock) => cut(flock, 48, ['svid', 'pad1', 'lsid', 'pad2']),
    namespace: (namespace, context) => {
      if (namespace.offset === context.facts.firstNamespace) return namespace;
      context.lost('F13', namespace, 'a second mount namespace has no place');
      return undefined;
    },
    vfsmount: mountByPath,
    name: nameToVanilla,
    socket: (socket) =>
      cut(withFields(socket, { sockflags: socket.fields.sockflags & 1 }), 912, [
        'iMode',
        'pad13',
        'pad14',
        'iUid',
        'iGid',
        'dAlias',
        'dAliaslen',
        'pad15',
      ]),
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
    'F13', 'F14', 'F15', 'S1', 'S2', 'D3', 'N1', 'H2', 'X2', 'X4', 'X5', 'X8',
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
  return withFields(awake, { policy: 0, ...(isElsewhere && { namespace: BigInt(first) }) });
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
  return cut(flagged, 24, ['mntBind', 'mntParent', 'mntShared', 'mntMaster']);
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
  return name.hdrlen < 24 ? name : { ...cut(name, 16, ['len', 'pad']), content: contentType.name };
}

function withoutNewKind(file: ObjectRecord<'file'>, context: HopContext): ObjectRecord<'file'> | undefined {
  return withoutFileKinds('timerfd', 'eventfd').file(file, context);
}
