/** VEINFO, UTSNAME, UBC, CGROUPS and NAMESPACE sections: the container around the processes. */
import type { AnyRecord, ObjectRecord } from '../../parse/cpt/record.ts';
import { noPosition } from '../../parse/cpt/record.ts';
import { contentType, mountFlag, ubFlag } from '../../parse/generated/cpt-records.ts';
import type { Beancounter, BeancounterResource, IpcLimits, Mount } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import {
  add,
  type Collect,
  type Collectors,
  type Context,
  idAt,
  isTopLevel,
  nameOf,
  open,
  parentIf,
  parentOf,
  rangeOf,
  rangeUpTo,
  refer,
  reportAt,
} from './context.ts';
import { pick, signed32, timespecNs } from './values.ts';

const collectVeinfo: Collect<'veinfo'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { container } = context.model;
  const { fields } = record;
  if (container.at !== undefined) reportAt(context, record, 'duplicate-record', 'a second container record');
  const realAge = fields.realStartTimespecDelta;
  Object.assign(container, {
    at: record.offset,
    ageNs: timespecNs(fields.startTimespecDelta),
    ageTicks: fields.startJiffiesDelta,
    // Zero is how kernels before 042stab061 leave the place.
    bootAgeNs: realAge === undefined || realAge === 0n ? undefined : timespecNs(realAge),
    lastPid: fields.lastPid === 0 ? undefined : fields.lastPid,
    pidMax: fields.vpidMax === 0 ? undefined : fields.vpidMax,
    // Stored one higher, so that 0 can mean the default.
    randomizeVaSpace: fields.rndVaSpace ? fields.rndVaSpace - 1 : undefined,
    aioMaxNr: fields.aioMaxNr,
    capBounding: fields.veBcap,
    ipcLimits: ipcLimitsOf(context, fields),
  } satisfies Partial<typeof container>);
};

function ipcLimitsOf(context: Context, fields: ObjectRecord<'veinfo'>['fields']): IpcLimits {
  const [semMsl = 0, semMns = 0, semOpm = 0, semMni = 0] = fields.semCtlArr;
  return {
    shmMaxBytes: BigInt(fields.shmCtlMax),
    shmAllPages: BigInt(fields.shmCtlAll),
    shmMni: fields.shmCtlMni,
    msgMaxBytes: fields.msgCtlMax,
    msgMni: fields.msgCtlMni,
    msgMnbBytes: fields.msgCtlMnb,
    semMsl,
    semMns,
    semOpm,
    semMni,
    areShmLimitsReliable: context.rules.storesShmLimits,
  };
}

/** UTSNAME holds two names, and from RHEL 6 on the release as a third. */
const utsOrder = ['nodename', 'domainname', 'release'] as const;

/** A NAME of the UTSNAME section. */
export function addUtsName(context: Context, record: ObjectRecord<'name'>, name: string): void {
  const { container } = context.model;
  const key = utsOrder.find((candidate) => container.uts[candidate] === undefined);
  if (key) container.uts = { ...container.uts, [key]: name };
  else reportAt(context, record, 'duplicate-record', 'more UTS names than a kernel writes');
}

/** bc/beancounter.h, in the order of the kernel's table; numbers without a name are given as dummies. */
const resourceNames = [
  ...['kmemsize', 'lockedpages', 'privvmpages', 'shmpages', 'dummy', 'numproc', 'physpages', 'vmguarpages'],
  ...['oomguarpages', 'numtcpsock', 'numflock', 'numpty', 'numsiginfo', 'tcpsndbuf', 'tcprcvbuf'],
  ...['othersockbuf', 'dgramrcvbuf', 'numothersock', 'dcachesize', 'numfile', 'dummy', 'dummy', 'dummy'],
  ...['numiptent', 'swappages'],
];

/** What kernels wrote before the object said how many resources it has. */
const defaultResources = 24;

const collectUbc: Collect<'ubc'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { fields, offset, content } = record;
  const hasCount = content === contentType.array;
  const hasStored = !hasCount || (fields.ubFlags & ubFlag.nostore) === 0;
  const count = Math.min(hasCount ? fields.ubResources : defaultResources, fields.parms.length / 2);
  const resources = Array.from({ length: count }, (_, index): BeancounterResource => {
    // cpt_ubc.c: the value now, then a copy from before the dump lifted the limits.
    const [current, stored] = [fields.parms[index * 2]!, fields.parms[index * 2 + 1]!];
    const name = resourceNames[index] ?? `resource-${index}`;
    return { name, current: { ...current }, stored: hasStored ? { ...stored } : undefined };
  });
  const id = idAt<'beancounter'>(record);
  // Before the count came, its place and that of the flags was padding.
  const flags = hasCount ? fields.ubFlags : 0;
  const beancounter: Mutable<Beancounter> = {
    at: offset,
    id,
    uid: fields.id,
    parent: undefined,
    flags,
    resources,
  };
  refer(context, record, { target: 'beancounter', field: 'parent', position: fields.parent }, (parent) => {
    beancounter.parent = parent;
  });
  add(context, 'beancounter', beancounter, id);
};

const collectNamespace: Collect<'namespace'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const namespace = { at: record.offset, id: idAt<'mountNamespace'>(record), mounts: [] };
  add(context, 'mountNamespace', namespace, namespace.id);
  open(context, record, namespace);
};

const collectMount: Collect<'vfsmount'> = (context, record) => {
  const namespace = parentOf(context, record, 'namespace');
  if (!namespace) return;
  const { mntflags, flags } = record.fields;
  const has = (flag: number) => (mntflags & flag) !== 0;
  const mount: Mutable<Mount> = {
    at: record.offset,
    id: idAt<'mount'>(record),
    namespace: namespace.id,
    device: '',
    mountpoint: '',
    fstype: '',
    bindSource: undefined,
    mntFlags: mntflags,
    flags,
    isBind: has(mountFlag.bind),
    isExternal: has(mountFlag.ext),
    isDelayed: has(mountFlag.delayfs),
    isPloop: has(mountFlag.ploop),
    bind: undefined,
    cgroupIndex: undefined,
    parent: undefined,
    shared: undefined,
    master: undefined,
    content: undefined,
    mountData: undefined,
  };
  referMount(context, record, mount);
  namespace.mounts.push(mount.id);
  add(context, 'mount', mount, mount.id);
  open(context, record, { mount, names: 0 });
};

function referMount(context: Context, record: ObjectRecord<'vfsmount'>, mount: Mutable<Mount>): void {
  const { mntParent, mntShared, mntMaster } = record.fields;
  refer(context, record, { target: 'mount', field: 'mntParent', position: mntParent }, (id) => {
    mount.parent = id;
  });
  refer(context, record, { target: 'mount', field: 'mntShared', position: mntShared }, (id) => {
    mount.shared = id;
  });
  refer(context, record, { target: 'mount', field: 'mntMaster', position: mntMaster }, (id) => {
    mount.master = id;
  });
}

/** The NAMEs of a mount have no mark but their order; a tmpfs has its content behind them. */
export function nameMount(context: Context, record: ObjectRecord<'name'>): void {
  const draft = parentOf(context, record, 'vfsmount');
  if (!draft) return;
  const { mount } = draft;
  const place = (['device', 'mountpoint', 'fstype'] as const)[draft.names++];
  if (place) {
    mount[place] = nameOf(context, record);
    if (place === 'fstype') referBind(context, record.parent, mount);
  } else if (mount.isBind && mount.bindSource === undefined) mount.bindSource = nameOf(context, record);
  else mount.content = tarRange(record);
}

/** The same field is a position, or the index of a control group, which only the type tells. */
function referBind(context: Context, record: AnyRecord | undefined, mount: Mutable<Mount>): void {
  if (record?.kind !== 'vfsmount') return;
  const { mntBind } = record.fields;
  if (mount.fstype === 'cgroup') {
    mount.cgroupIndex = mntBind === undefined || mntBind === noPosition ? undefined : Number(mntBind);
  } else if (mount.isBind) {
    refer(context, record, { target: 'mount', field: 'mntBind', position: mntBind }, (id) => {
      mount.bind = id;
    });
  }
}

const tarBlockBytes = 512;

/** Before 042stab054 the length of the tar stream was not stored: a NUL and padding follow its blocks. */
function tarRange(record: ObjectRecord<'name'>): { offset: number; length: number } {
  const { len } = record.fields;
  if (len !== undefined) return rangeUpTo(record, len);
  const range = rangeOf(record);
  return { offset: range.offset, length: range.length - (range.length % tarBlockBytes) };
}

const collectMountData: Collect<'mount_data'> = (context, record) => {
  const draft = parentOf(context, record, 'vfsmount');
  if (draft) draft.mount.mountData = rangeOf(record);
};

const collectCgroups: Collect<'cgroups'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const hierarchy = { at: record.offset, mountOptions: undefined, groups: [] };
  context.model.cgroups.push(hierarchy);
  open(context, record, hierarchy);
};

const collectCgroup: Collect<'cgroup'> = (context, record) => {
  const hierarchy = parentOf(context, record, 'cgroups');
  if (!hierarchy) return;
  const group = {
    at: record.offset,
    ...pick(record.fields, ['index', 'parent', 'flags']),
    name: undefined,
    pids: [],
  };
  hierarchy.groups.push(group);
  open(context, record, group);
};

/** A NAME of a hierarchy or of a group. */
export function nameCgroup(context: Context, record: ObjectRecord<'name'>, name: string): void {
  const hierarchy = parentIf(context, record, 'cgroups');
  const group = parentIf(context, record, 'cgroup');
  if (hierarchy) hierarchy.mountOptions = name;
  else if (group) group.name = name;
}

/** Larger than any pid a kernel gives out (PID_MAX_LIMIT). */
const pidsMax = 4 * 1024 * 1024;

/** The bytes behind the name of a control group: pids, ended by 0. */
export function fillCgroup(context: Context, record: AnyRecord): void {
  const group = parentIf(context, record, 'cgroup');
  if (!group) return;
  const { offset, length } = rangeUpTo(record, pidsMax * 4);
  const bytes = context.source.view(offset, length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  for (let at = 0; at + 4 <= length; at += 4) {
    const pid = signed32(view.getUint32(at, true));
    if (pid === 0) return;
    group.pids.push(pid);
  }
}

export const containerCollectors = {
  veinfo: collectVeinfo,
  ubc: collectUbc,
  namespace: collectNamespace,
  vfsmount: collectMount,
  mount_data: collectMountData,
  cgroups: collectCgroups,
  cgroup: collectCgroup,
} satisfies Collectors;
