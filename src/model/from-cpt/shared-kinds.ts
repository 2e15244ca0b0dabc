/** NAME and BITS: objects that lie in many places and mean what their place says. */
import { type ObjectRecord, sectionOf } from '../../parse/cpt/record.ts';
import { contentType, sectionType } from '../../parse/generated/cpt-records.ts';
import type { FpuState } from '../checkpoint.ts';
import { addUtsName, nameCgroup, nameMount } from './container.ts';
import {
  type Collect,
  type Collectors,
  type Context,
  misplaced,
  nameOf,
  parentOf,
  rangeUpTo,
} from './context.ts';
import { nameFile } from './files.ts';
import { addPacketFilter, addSnmp } from './network.ts';
import { fillBuffer } from './socket-buffers.ts';

const collectName: Collect<'name'> = (context, record) => {
  switch (record.parent?.kind) {
    case 'file':
      nameFile(context, record, nameOf(context, record));
      break;
    case 'vfsmount':
      nameMount(context, record);
      break;
    case 'cgroups':
    case 'cgroup':
      nameCgroup(context, record, nameOf(context, record));
      break;
    case 'inode': {
      const inode = parentOf(context, record, 'inode');
      if (inode) inode.otherPath = nameOf(context, record);
      break;
    }
    case 'section':
      nameInSection(context, record);
      break;
    default:
      misplaced(context, record);
  }
};

function nameInSection(context: Context, record: ObjectRecord<'name'>): void {
  const section = sectionOf(record);
  if (section === sectionType.utsname) addUtsName(context, record, nameOf(context, record));
  else if (section === sectionType.net_iptables) addPacketFilter(context, record);
  else misplaced(context, record);
}

const collectBits: Collect<'bits'> = (context, record) => {
  switch (record.parent?.kind) {
    case 'task':
      fillTask(context, record);
      break;
    case 'mm': {
      const draft = parentOf(context, record, 'mm');
      if (draft && record.content === contentType.mm_context) draft.memory.ldt = bitsOf(record);
      break;
    }
    case 'inode': {
      const inode = parentOf(context, record, 'inode');
      if (inode) inode.buffered = bitsOf(record);
      break;
    }
    case 'tty': {
      const tty = parentOf(context, record, 'tty');
      if (tty) tty.input = bitsOf(record);
      break;
    }
    case 'skb':
      fillBuffer(context, record);
      break;
    case 'section':
      if (sectionOf(record) === sectionType.snmp_stats) addSnmp(context, record);
      else misplaced(context, record);
      break;
    default:
      misplaced(context, record);
  }
};

/** The padding behind the bits is not part of them. */
const bitsOf = (record: ObjectRecord<'bits'>) => rangeUpTo(record, record.fields.size ?? 0);

const fpuFormats: ReadonlyMap<number, FpuState['format']> = new Map([
  [contentType.x86_fpustate_old, 'fsave'],
  [contentType.x86_fpustate, 'fxsave'],
  [contentType.x86_xsave, 'xsave'],
]);

function fillTask(context: Context, record: ObjectRecord<'bits'>): void {
  const task = parentOf(context, record, 'task');
  if (!task) return;
  const format = fpuFormats.get(record.content);
  if (format) task.fpu = { at: record.offset, format, content: bitsOf(record) };
  // Else it is the kernel stack, which means nothing to anybody but the kernel that wrote it.
}

export const sharedCollectors = { name: collectName, bits: collectBits } satisfies Collectors;
