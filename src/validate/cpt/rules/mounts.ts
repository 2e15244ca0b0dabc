/** Mounts and control groups: names, order, and the indexes that join them. */
import { latin1Text } from '../../../byte-text.ts';
import { pushAll } from '../../../lists.ts';
import { recordPath } from '../../../parse/cpt/path.ts';
import { type AnyRecord, noPosition, type ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType, mountFlag } from '../../../parse/generated/cpt-records.ts';
import {
  fieldPlace,
  headerPlace,
  hex,
  type Place,
  payloadBytes,
  payloadPlace,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';

interface OpenMount {
  readonly record: ObjectRecord<'vfsmount'>;
  readonly names: string[];
  hasData: boolean;
}

const nameBytesMax = 4096;
const nameParts = 3;

export const mountRule: RecordRuleMaker = (context) => {
  const mounts = new Set<number>();
  const groups = new Set<number>();
  let open: OpenMount | undefined;
  const close = () => {
    if (open) checkMount(context, open, mounts, groups);
    if (open) mounts.add(open.record.offset);
    open = undefined;
  };
  return {
    on: {
      vfsmount: (record) => {
        close();
        open = { record, names: [], hasData: false };
      },
      mount_data: () => {
        if (open) open.hasData = true;
      },
      name: (record) => {
        if (!open || record.parent !== open.record) return;
        if (record.content === contentType.name && record.payload.length <= nameBytesMax) {
          open.names.push(textOf(payloadBytes(context, record, nameBytesMax)));
        } else open.hasData = true;
        if (open.names.length <= nameParts) return;
        // A fifth name is the archive of a tmpfs in older kernels, or the data of a delayed mount.
        open.hasData = true;
      },
      section: close,
      cgroup: (record) => {
        groups.add(record.fields.index);
      },
    },
    finish: close,
  };
};

const textOf = (bytes: Uint8Array) => {
  const end = bytes.indexOf(0);
  return latin1Text(end < 0 ? bytes : bytes.subarray(0, end));
};

function checkMount(
  { report, restorer }: RecordRuleContext,
  { record, names, hasData }: OpenMount,
  mounts: ReadonlySet<number>,
  groups: ReadonlySet<number>,
): void {
  const { mntflags, mntBind } = record.fields;
  const isBind = (mntflags & mountFlag.bind) !== 0;
  if (names.length < nameParts + (isBind ? 1 : 0)) {
    const message = `${recordPath(record)} has ${names.length} names; ${isBind ? 'a bind mount has four' : 'a mount has three'}: EINVAL`;
    report('mount-names', message, headerPlace(record));
  } else if (names.slice(1, nameParts).some((name) => name === '')) {
    report(
      'empty-name',
      `${recordPath(record)} has an empty mount point or type: EINVAL`,
      headerPlace(record),
    );
  }
  if ((mntflags & mountFlag.delayfs) !== 0 && !hasData && restorer === '2.6.32') {
    report(
      'mount-data',
      `${recordPath(record)} is mounted later, but holds no data for it: EINVAL`,
      fieldPlace(record, 'mntflags'),
    );
  }
  if (mntBind === undefined || mntBind === noPosition) return;
  if (names[2] === 'cgroup') {
    if (!groups.has(Number(mntBind)))
      report(
        'unknown-cgroup',
        `${recordPath(record)} mounts control group ${mntBind}, which does not exist: ENODEV`,
        fieldPlace(record, 'mntBind'),
      );
  } else if (isBind && !mounts.has(Number(mntBind))) {
    const message = `${recordPath(record)} binds the mount at ${hex(mntBind)}, where no earlier mount lies: ENODEV`;
    report('dangling-position', message, fieldPlace(record, 'mntBind'));
  }
}

/** rst_cgroups: parents first, one root for each hierarchy; members have to be tasks in the end. */
export const cgroupRule: RecordRuleMaker = (context) => {
  const { report } = context;
  const pids = new Set<number>();
  const members: { readonly pid: number; readonly place: Place }[] = [];
  const known = new Set<number>();
  let roots = 0;
  return {
    on: {
      cgroups: () => {
        roots = 0;
      },
      cgroup: (group) => {
        const { index, parent } = group.fields;
        if (known.has(index))
          report('duplicate-index', `a second cgroup with index ${index}`, fieldPlace(group, 'index'));
        if (parent === -1) roots += 1;
        if (roots !== 1) {
          const message = `${recordPath(group)} ${roots === 0 ? 'comes before the root' : 'is a second root'}: EINVAL`;
          report('cgroup-root', message, fieldPlace(group, 'parent'));
        } else if (parent !== -1 && !known.has(parent)) {
          const message = `${recordPath(group)} has parent ${parent}, which no earlier group has: ENOENT`;
          report('unknown-cgroup', message, fieldPlace(group, 'parent'));
        }
        known.add(index);
      },
      raw: (record) => {
        if (record.parent?.kind === 'cgroup') pushAll(members, memberPids(context, record));
      },
      task: (task) => {
        pids.add(task.fields.pid);
      },
    },
    finish: () => {
      for (const { pid, place } of members) {
        if (pids.has(pid)) continue;
        report('unknown-cgroup-member', `the group lists pid ${pid}, which no task has: ENOENT`, place);
      }
    },
  };
};

const pidBytes = 4;
const listBytesMax = 1024 * 1024;

function memberPids(context: RecordRuleContext, record: AnyRecord): { pid: number; place: Place }[] {
  const bytes = payloadBytes(context, record, listBytesMax);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, path } = payloadPlace(record);
  const list = [];
  for (let at = 0; at + pidBytes <= bytes.length; at += pidBytes) {
    const pid = view.getUint32(at, true);
    if (pid === 0) break;
    list.push({ pid, place: { offset: offset + at, length: pidBytes, path } });
  }
  return list;
}
