// Made by "npm run generate" from formats/cpt/*.ksy. Do not edit.

import type { FieldWriter } from '../bytes/field-writer.ts';
import { CptCommon, CptContainer, CptFiles, CptImage, CptIpc, CptMemory, CptNetwork, CptTask } from './cpt-readers.ts';

/** What a layout depends on besides the header length: see flock, posix_timer, net_conntrack_expect. */
export interface LayoutContext {
  readonly osArch: number;
  readonly conntrackHdrlen: number;
}

type Read = any;

export interface ImageHeaderFields {
  readonly imageVersion: number;
  readonly osArch: number;
  readonly pad1: number;
  readonly veFeatures: number;
  readonly veFeatures2: number;
  readonly pagesize: number;
  readonly hz: number;
  readonly startJiffies64: bigint;
  readonly startSec: number;
  readonly startNsec: number;
  readonly cpuCaps: readonly number[];
  readonly kernelConfig: readonly number[];
  readonly iptablesMask: bigint;
}

function pickImageHeaderFields(read: Read): ImageHeaderFields {
  return {
    imageVersion: read.imageVersion,
    osArch: read.osArch,
    pad1: read.pad1,
    veFeatures: read.veFeatures,
    veFeatures2: read.veFeatures2,
    pagesize: read.pagesize,
    hz: read.hz,
    startJiffies64: read.startJiffies64,
    startSec: read.startSec,
    startNsec: read.startNsec,
    cpuCaps: read.cpuCaps,
    kernelConfig: read.kernelConfig,
    iptablesMask: read.iptablesMask,
  };
}

function writeImageHeaderFields(writer: FieldWriter, fields: ImageHeaderFields): void {
  writer.u2(fields.imageVersion);
  writer.u2(fields.osArch);
  writer.u2(fields.pad1);
  writer.u4(fields.veFeatures);
  writer.u4(fields.veFeatures2);
  writer.u2(fields.pagesize);
  writer.u2(fields.hz);
  writer.u8(fields.startJiffies64);
  writer.u4(fields.startSec);
  writer.u4(fields.startNsec);
  for (const element of fields.cpuCaps) writer.u4(element);
  for (const element of fields.kernelConfig) writer.u4(element);
  writer.u8(fields.iptablesMask);
}

/** Raw bytes, an object found in TASK (kernel stack, FPU state), MM (LDT), SKB (packet), TTY (input), INODE (pipe content) and SNMP_STATS (u32 counters). The header's content code tells the kind. The object SKFILTER inside SOCKET has the same form and holds a classic BPF program. */
export interface BitsFields {
  readonly size?: number | undefined;
  readonly pad1?: number | undefined;
}

function pickBitsFields(read: Read): BitsFields {
  return {
    size: read.size,
    pad1: read.pad1,
  };
}

function writeBitsFields(writer: FieldWriter, fields: BitsFields): void {
  if (fields.size !== undefined) writer.u4(fields.size);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
}

/** Reference from the INODE of a terminal device to its TTY object. It has no content. */
export interface RefFields {
  readonly pos: bigint;
}

function pickRefFields(read: Read): RefFields {
  return {
    pos: read.pos,
  };
}

function writeRefFields(writer: FieldWriter, fields: RefFields): void {
  writer.u8(fields.pos);
}

/** A text, usually a path. Content: the bytes, ended by a zero byte and padded with zeros to a file position that is a multiple of 8. Found in FILE, INODE, VFSMOUNT, CGROUPS, CGROUP, UTSNAME, NET_IPTABLES and INOTIFY. With content code DATA (kernels from 042stab054) the content is the tar archive of a tmpfs. */
export interface NameFields {
  readonly len?: number | undefined;
  readonly pad?: number | undefined;
}

function pickNameFields(read: Read): NameFields {
  return {
    len: read.len,
    pad: read.pad,
  };
}

function writeNameFields(writer: FieldWriter, fields: NameFields): void {
  if (fields.len !== undefined) writer.u4(fields.len);
  if (fields.pad !== undefined) writer.u4(fields.pad);
}

/** Limits and clocks of the container, the only object of the VEINFO section. It has no content. Restore fails without it. */
export interface VeinfoFields {
  readonly shmCtlMax: number;
  readonly shmCtlAll: number;
  readonly shmCtlMni: number;
  readonly msgCtlMax: number;
  readonly msgCtlMni: number;
  readonly msgCtlMnb: number;
  readonly semCtlArr: readonly number[];
  readonly startTimespecDelta: bigint;
  readonly startJiffiesDelta: bigint;
  readonly lastPid?: number | undefined;
  readonly rndVaSpace?: number | undefined;
  readonly vpidMax?: number | undefined;
  readonly pad1?: number | undefined;
  readonly realStartTimespecDelta?: bigint | undefined;
  readonly reserved?: readonly bigint[] | undefined;
  readonly aioMaxNr?: bigint | undefined;
  readonly veBcap?: bigint | undefined;
}

function pickVeinfoFields(read: Read): VeinfoFields {
  return {
    shmCtlMax: read.shmCtlMax,
    shmCtlAll: read.shmCtlAll,
    shmCtlMni: read.shmCtlMni,
    msgCtlMax: read.msgCtlMax,
    msgCtlMni: read.msgCtlMni,
    msgCtlMnb: read.msgCtlMnb,
    semCtlArr: read.semCtlArr,
    startTimespecDelta: read.startTimespecDelta,
    startJiffiesDelta: read.startJiffiesDelta,
    lastPid: read.lastPid,
    rndVaSpace: read.rndVaSpace,
    vpidMax: read.vpidMax,
    pad1: read.pad1,
    realStartTimespecDelta: read.realStartTimespecDelta,
    reserved: read.reserved,
    aioMaxNr: read.aioMaxNr,
    veBcap: read.veBcap,
  };
}

function writeVeinfoFields(writer: FieldWriter, fields: VeinfoFields): void {
  writer.u4(fields.shmCtlMax);
  writer.u4(fields.shmCtlAll);
  writer.u4(fields.shmCtlMni);
  writer.u4(fields.msgCtlMax);
  writer.u4(fields.msgCtlMni);
  writer.u4(fields.msgCtlMnb);
  for (const element of fields.semCtlArr) writer.u4(element);
  writer.u8(fields.startTimespecDelta);
  writer.u8(fields.startJiffiesDelta);
  if (fields.lastPid !== undefined) writer.u4(fields.lastPid);
  if (fields.rndVaSpace !== undefined) writer.u4(fields.rndVaSpace);
  if (fields.vpidMax !== undefined) writer.u4(fields.vpidMax);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
  if (fields.realStartTimespecDelta !== undefined) writer.u8(fields.realStartTimespecDelta);
  if (fields.reserved !== undefined) for (const element of fields.reserved) writer.u8(element);
  if (fields.aioMaxNr !== undefined) writer.u8(fields.aioMaxNr);
  if (fields.veBcap !== undefined) writer.u8(fields.veBcap);
}

/** Limits and counters of one resource in a beancounter. Resources named *pages count pages, *size and *buf count bytes, num* count objects. 2^64-1 = no limit. */
export interface UbparmFields {
  readonly barrier: bigint;
  readonly limit: bigint;
  readonly held: bigint;
  readonly maxheld: bigint;
  readonly minheld: bigint;
  readonly failcnt: bigint;
}

function pickUbparmFields(read: Read): UbparmFields {
  return {
    barrier: read.barrier,
    limit: read.limit,
    held: read.held,
    maxheld: read.maxheld,
    minheld: read.minheld,
    failcnt: read.failcnt,
  };
}

function writeUbparmFields(writer: FieldWriter, fields: UbparmFields): void {
  writer.u8(fields.barrier);
  writer.u8(fields.limit);
  writer.u8(fields.held);
  writer.u8(fields.maxheld);
  writer.u8(fields.minheld);
  writer.u8(fields.failcnt);
}

/** One beancounter, the account of a container's resources; an object of the UBC section. It has no content. Parents stand before their children. The header's content code ARRAY says that `ub_resources` and `ub_flags` are valid; with VOID (2.6.18, 2.6.26) they are stale and 24 resources are stored. Images of versions 0x000, 0x100 and 0x200 have values that restore ignores. */
export interface UbcFields {
  readonly parent: bigint;
  readonly id: number;
  readonly ubResources: number;
  readonly ubFlags: number;
  readonly parms: readonly UbparmFields[];
}

function pickUbcFields(read: Read): UbcFields {
  return {
    parent: read.parent,
    id: read.id,
    ubResources: read.ubResources,
    ubFlags: read.ubFlags,
    parms: read.parms.map(pickUbparmFields),
  };
}

function writeUbcFields(writer: FieldWriter, fields: UbcFields): void {
  writer.u8(fields.parent);
  writer.u4(fields.id);
  writer.u2(fields.ubResources);
  writer.u2(fields.ubFlags);
  for (const element of fields.parms) writeUbparmFields(writer, element);
}

/** One control group directory, an object inside CGROUPS. Content: NAME with the directory name (absent for the root), then the u32 pids of the members, ended by 0 and not padded. From kernel 042stab061. */
export interface CgroupFields {
  readonly index: number;
  readonly parent: number;
  readonly flags: number;
  readonly padAt28?: Uint8Array | undefined;
}

function pickCgroupFields(read: Read): CgroupFields {
  return {
    index: read.index,
    parent: read.parent,
    flags: read.flags,
    padAt28: read.padAt28,
  };
}

function writeCgroupFields(writer: FieldWriter, fields: CgroupFields): void {
  writer.u4(fields.index);
  writer.s4(fields.parent);
  writer.u4(fields.flags);
  if (fields.padAt28 !== undefined) writer.bytes(fields.padAt28, 4);
}

/** A group of a closed resource manager, an object of the SLM_SGREGS section. No public kernel writes or reads it; the meaning of the fields is inferred from their names. */
export interface SlmSgregFields {
  readonly size: number;
  readonly pad1: number;
  readonly id: number;
  readonly resource: number;
  readonly regname: Uint8Array;
  readonly pad2: Uint8Array;
}

function pickSlmSgregFields(read: Read): SlmSgregFields {
  return {
    size: read.size,
    pad1: read.pad1,
    id: read.id,
    resource: read.resource,
    regname: read.regname,
    pad2: read.pad2,
  };
}

function writeSlmSgregFields(writer: FieldWriter, fields: SlmSgregFields): void {
  writer.u4(fields.size);
  writer.u4(fields.pad1);
  writer.u4(fields.id);
  writer.u2(fields.resource);
  writer.bytes(fields.regname, 32);
  writer.bytes(fields.pad2, 2);
}

/** A member of a group of a closed resource manager, an object of the SLM_REGOBJS section. No public kernel writes or reads it; the meaning is inferred. */
export interface SlmRegobjFields {
  readonly size: number;
  readonly pad1: number;
}

function pickSlmRegobjFields(read: Read): SlmRegobjFields {
  return {
    size: read.size,
    pad1: read.pad1,
  };
}

function writeSlmRegobjFields(writer: FieldWriter, fields: SlmRegobjFields): void {
  writer.u4(fields.size);
  writer.u4(fields.pad1);
}

/** One open file (struct file), an object of the FILES section; also inside FS (root, current and alternative root directory) and inside INOTIFY_WATCH (the watched path). Content: NAME with the path (absent for sockets), then TIMERFD or EVENTFD, then FLOCK objects. Each object here must be used by some reference, else restore takes it for a shared memory segment. */
export interface FileFields {
  readonly flags: number;
  readonly mode: number;
  readonly pos: bigint;
  readonly uid: number;
  readonly gid: number;
  readonly iMode: number;
  readonly lflags: number;
  readonly inode: bigint;
  readonly priv: bigint;
  readonly fownFd: number;
  readonly fownPid: number;
  readonly fownUid: number;
  readonly fownEuid: number;
  readonly fownSigno: number;
  readonly pad1: number;
  readonly vfsmount?: bigint | undefined;
}

function pickFileFields(read: Read): FileFields {
  return {
    flags: read.flags,
    mode: read.mode,
    pos: read.pos,
    uid: read.uid,
    gid: read.gid,
    iMode: read.iMode,
    lflags: read.lflags,
    inode: read.inode,
    priv: read.priv,
    fownFd: read.fownFd,
    fownPid: read.fownPid,
    fownUid: read.fownUid,
    fownEuid: read.fownEuid,
    fownSigno: read.fownSigno,
    pad1: read.pad1,
    vfsmount: read.vfsmount,
  };
}

function writeFileFields(writer: FieldWriter, fields: FileFields): void {
  writer.u4(fields.flags);
  writer.u4(fields.mode);
  writer.u8(fields.pos);
  writer.u4(fields.uid);
  writer.u4(fields.gid);
  writer.u4(fields.iMode);
  writer.u4(fields.lflags);
  writer.u8(fields.inode);
  writer.u8(fields.priv);
  writer.u4(fields.fownFd);
  writer.u4(fields.fownPid);
  writer.u4(fields.fownUid);
  writer.u4(fields.fownEuid);
  writer.u4(fields.fownSigno);
  writer.u4(fields.pad1);
  if (fields.vfsmount !== undefined) writer.u8(fields.vfsmount);
}

/** One entry of a descriptor table, an object inside FILES; inside SKB a file that travels with a packet. It has no content. */
export interface FiledescFields {
  readonly fd: number;
  readonly flags: number;
  readonly file: bigint;
}

function pickFiledescFields(read: Read): FiledescFields {
  return {
    fd: read.fd,
    flags: read.flags,
    file: read.file,
  };
}

function writeFiledescFields(writer: FieldWriter, fields: FiledescFields): void {
  writer.u4(fields.fd);
  writer.u4(fields.flags);
  writer.u8(fields.file);
}

/** One descriptor table, an object of the FILES_STRUCT section. Content: its FILEDESC objects. Tasks share a table when their `files` fields hold the same position. */
export interface FilesFields {
  readonly index: number;
  readonly maxFds: number;
  readonly nextFd: number;
  readonly pad1: number;
}

function pickFilesFields(read: Read): FilesFields {
  return {
    index: read.index,
    maxFds: read.maxFds,
    nextFd: read.nextFd,
    pad1: read.pad1,
  };
}

function writeFilesFields(writer: FieldWriter, fields: FilesFields): void {
  writer.u4(fields.index);
  writer.u4(fields.maxFds);
  writer.u4(fields.nextFd);
  writer.u4(fields.pad1);
}

/** Root and current directory of tasks, an object of the FS section. Content: FILE of the root directory, FILE of the current directory and, up to 2.6.18, FILE of an alternative root. Tasks share it like a descriptor table. */
export interface FsFields {
  readonly umask: number;
  readonly pad1: number;
}

function pickFsFields(read: Read): FsFields {
  return {
    umask: read.umask,
    pad1: read.pad1,
  };
}

function writeFsFields(writer: FieldWriter, fields: FsFields): void {
  writer.u4(fields.umask);
  writer.u4(fields.pad1);
}

/** State of an inode that cannot be found again by path alone, an object of the INODE section. Content: NAME with another path of a deleted file; else SYSV_SHM for a segment, then PAGES (RHEL6 also ITERPAGES); BITS for bytes in a pipe; REF for a terminal. The content of ordinary files is not in the image. */
export interface InodeFields {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly rdev: bigint;
  readonly size: bigint;
  readonly blksize: bigint;
  readonly atime: bigint;
  readonly mtime: bigint;
  readonly ctime: bigint;
  readonly blocks: bigint;
  readonly sb: number;
  readonly pad1: number;
  readonly vfsmount?: bigint | undefined;
}

function pickInodeFields(read: Read): InodeFields {
  return {
    dev: read.dev,
    ino: read.ino,
    mode: read.mode,
    nlink: read.nlink,
    uid: read.uid,
    gid: read.gid,
    rdev: read.rdev,
    size: read.size,
    blksize: read.blksize,
    atime: read.atime,
    mtime: read.mtime,
    ctime: read.ctime,
    blocks: read.blocks,
    sb: read.sb,
    pad1: read.pad1,
    vfsmount: read.vfsmount,
  };
}

function writeInodeFields(writer: FieldWriter, fields: InodeFields): void {
  writer.u8(fields.dev);
  writer.u8(fields.ino);
  writer.u4(fields.mode);
  writer.u4(fields.nlink);
  writer.u4(fields.uid);
  writer.u4(fields.gid);
  writer.u8(fields.rdev);
  writer.u8(fields.size);
  writer.u8(fields.blksize);
  writer.u8(fields.atime);
  writer.u8(fields.mtime);
  writer.u8(fields.ctime);
  writer.u8(fields.blocks);
  writer.u4(fields.sb);
  writer.u4(fields.pad1);
  if (fields.vfsmount !== undefined) writer.u8(fields.vfsmount);
}

/** One mount, an object inside NAMESPACE; parents, peers and masters first. Content: NAME objects with device, mount point and file system type; with the flag `bind` NAME with the source; the tar archive of a tmpfs; with `delayfs` the mount data. */
export interface VfsmountFields {
  readonly mntflags: number;
  readonly flags: number;
  readonly mntBind?: bigint | undefined;
  readonly mntParent?: bigint | undefined;
  readonly mntShared?: bigint | undefined;
  readonly mntMaster?: bigint | undefined;
}

function pickVfsmountFields(read: Read): VfsmountFields {
  return {
    mntflags: read.mntflags,
    flags: read.flags,
    mntBind: read.mntBind,
    mntParent: read.mntParent,
    mntShared: read.mntShared,
    mntMaster: read.mntMaster,
  };
}

function writeVfsmountFields(writer: FieldWriter, fields: VfsmountFields): void {
  writer.u4(fields.mntflags);
  writer.u4(fields.flags);
  if (fields.mntBind !== undefined) writer.u8(fields.mntBind);
  if (fields.mntParent !== undefined) writer.u8(fields.mntParent);
  if (fields.mntShared !== undefined) writer.u8(fields.mntShared);
  if (fields.mntMaster !== undefined) writer.u8(fields.mntMaster);
}

/** One file lock, an object inside FILE. It has no content. */
export interface FlockFields {
  readonly owner: number;
  readonly pid: number;
  readonly start: bigint;
  readonly end: bigint;
  readonly flags: number;
  readonly type: number;
  readonly svid?: number | undefined;
  readonly pad1?: number | undefined;
  readonly lsid?: bigint | undefined;
  readonly pad2?: number | undefined;
}

function pickFlockFields(read: Read): FlockFields {
  return {
    owner: read.owner,
    pid: read.pid,
    start: read.start,
    end: read.end,
    flags: read.flags,
    type: read.type,
    svid: read.svid,
    pad1: read.pad1,
    lsid: read.lsid,
    pad2: read.pad2,
  };
}

function writeFlockFields(writer: FieldWriter, fields: FlockFields): void {
  writer.u4(fields.owner);
  writer.u4(fields.pid);
  writer.u8(fields.start);
  writer.u8(fields.end);
  writer.u4(fields.flags);
  writer.u4(fields.type);
  if (fields.svid !== undefined) writer.u4(fields.svid);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
  if (fields.lsid !== undefined) writer.u8(fields.lsid);
  if (fields.pad2 !== undefined) writer.u4(fields.pad2);
}

/** One end of a terminal, an object of the TTY section. Content: BITS with unread input (absent when there is none). Both ends of a pseudo terminal pair are objects. RHEL6 kernels (042stab088 and later) also store virtual consoles, which restore reopens by path without their state. */
export interface TtyFields {
  readonly flags: bigint;
  readonly link: number;
  readonly index: number;
  readonly drvType: number;
  readonly drvSubtype: number;
  readonly drvFlags: number;
  readonly packet: number;
  readonly stopped: number;
  readonly hwStopped: number;
  readonly flowStopped: number;
  readonly canonData: number;
  readonly canonHead: number;
  readonly canonColumn: number;
  readonly column: number;
  readonly ctrlStatus: number;
  readonly erasing: number;
  readonly lnext: number;
  readonly icanon: number;
  readonly raw: number;
  readonly realRaw: number;
  readonly closing: number;
  readonly pad1: number;
  readonly minimumToWake: number;
  readonly pad2: number;
  readonly pgrp: number;
  readonly session: number;
  readonly cLine: number;
  readonly name: Uint8Array;
  readonly wsRow: number;
  readonly wsCol: number;
  readonly wsProw: number;
  readonly wsPcol: number;
  readonly cCc: Uint8Array;
  readonly cIflag: number;
  readonly cOflag: number;
  readonly cCflag: number;
  readonly cLflag: number;
  readonly readFlags: readonly number[];
}

function pickTtyFields(read: Read): TtyFields {
  return {
    flags: read.flags,
    link: read.link,
    index: read.index,
    drvType: read.drvType,
    drvSubtype: read.drvSubtype,
    drvFlags: read.drvFlags,
    packet: read.packet,
    stopped: read.stopped,
    hwStopped: read.hwStopped,
    flowStopped: read.flowStopped,
    canonData: read.canonData,
    canonHead: read.canonHead,
    canonColumn: read.canonColumn,
    column: read.column,
    ctrlStatus: read.ctrlStatus,
    erasing: read.erasing,
    lnext: read.lnext,
    icanon: read.icanon,
    raw: read.raw,
    realRaw: read.realRaw,
    closing: read.closing,
    pad1: read.pad1,
    minimumToWake: read.minimumToWake,
    pad2: read.pad2,
    pgrp: read.pgrp,
    session: read.session,
    cLine: read.cLine,
    name: read.name,
    wsRow: read.wsRow,
    wsCol: read.wsCol,
    wsProw: read.wsProw,
    wsPcol: read.wsPcol,
    cCc: read.cCc,
    cIflag: read.cIflag,
    cOflag: read.cOflag,
    cCflag: read.cCflag,
    cLflag: read.cLflag,
    readFlags: read.readFlags,
  };
}

function writeTtyFields(writer: FieldWriter, fields: TtyFields): void {
  writer.u8(fields.flags);
  writer.u4(fields.link);
  writer.u4(fields.index);
  writer.u4(fields.drvType);
  writer.u4(fields.drvSubtype);
  writer.u4(fields.drvFlags);
  writer.u1(fields.packet);
  writer.u1(fields.stopped);
  writer.u1(fields.hwStopped);
  writer.u1(fields.flowStopped);
  writer.u4(fields.canonData);
  writer.u4(fields.canonHead);
  writer.u4(fields.canonColumn);
  writer.u4(fields.column);
  writer.u1(fields.ctrlStatus);
  writer.u1(fields.erasing);
  writer.u1(fields.lnext);
  writer.u1(fields.icanon);
  writer.u1(fields.raw);
  writer.u1(fields.realRaw);
  writer.u1(fields.closing);
  writer.u1(fields.pad1);
  writer.u2(fields.minimumToWake);
  writer.u2(fields.pad2);
  writer.u4(fields.pgrp);
  writer.u4(fields.session);
  writer.u4(fields.cLine);
  writer.bytes(fields.name, 64);
  writer.u2(fields.wsRow);
  writer.u2(fields.wsCol);
  writer.u2(fields.wsProw);
  writer.u2(fields.wsPcol);
  writer.bytes(fields.cCc, 32);
  writer.u4(fields.cIflag);
  writer.u4(fields.cOflag);
  writer.u4(fields.cCflag);
  writer.u4(fields.cLflag);
  for (const element of fields.readFlags) writer.u4(element);
}

/** One epoll instance, an object of the EPOLL section, which is written only when there is one. Content: EPOLL_FILE objects. */
export interface EpollFields {
  readonly file: bigint;
}

function pickEpollFields(read: Read): EpollFields {
  return {
    file: read.file,
  };
}

function writeEpollFields(writer: FieldWriter, fields: EpollFields): void {
  writer.u8(fields.file);
}

/** One watched file of an epoll instance, an object inside EPOLL. It has no content. */
export interface EpollFileFields {
  readonly file: bigint;
  readonly fd: number;
  readonly events: number;
  readonly data: bigint;
  readonly revents: number;
  readonly ready: number;
}

function pickEpollFileFields(read: Read): EpollFileFields {
  return {
    file: read.file,
    fd: read.fd,
    events: read.events,
    data: read.data,
    revents: read.revents,
    ready: read.ready,
  };
}

function writeEpollFileFields(writer: FieldWriter, fields: EpollFileFields): void {
  writer.u8(fields.file);
  writer.u4(fields.fd);
  writer.u4(fields.events);
  writer.u8(fields.data);
  writer.u4(fields.revents);
  writer.u4(fields.ready);
}

/** One inotify instance, an object of the INOTIFY section, which is written only when there is one. Content: INOTIFY_WATCH objects, then (2.6.18) INOTIFY_EVENT objects. */
export interface InotifyFields {
  readonly file: bigint;
  readonly user: number;
  readonly maxEvents: number;
  readonly lastWd: number;
  readonly pad1: number;
}

function pickInotifyFields(read: Read): InotifyFields {
  return {
    file: read.file,
    user: read.user,
    maxEvents: read.maxEvents,
    lastWd: read.lastWd,
    pad1: read.pad1,
  };
}

function writeInotifyFields(writer: FieldWriter, fields: InotifyFields): void {
  writer.u8(fields.file);
  writer.u4(fields.user);
  writer.u4(fields.maxEvents);
  writer.u4(fields.lastWd);
  writer.u4(fields.pad1);
}

/** One watch of an inotify instance, an object inside INOTIFY. Content: FILE with the watched path. */
export interface InotifyWatchFields {
  readonly wd: number;
  readonly mask: number;
}

function pickInotifyWatchFields(read: Read): InotifyWatchFields {
  return {
    wd: read.wd,
    mask: read.mask,
  };
}

function writeInotifyWatchFields(writer: FieldWriter, fields: InotifyWatchFields): void {
  writer.u4(fields.wd);
  writer.u4(fields.mask);
}

/** One event that was not read yet, an object inside INOTIFY. Content: the name of the file in the watched directory. Only 2.6.18 kernels write it; RHEL6 kernels skip it. */
export interface InotifyEventFields {
  readonly wd: number;
  readonly mask: number;
  readonly cookie: number;
  readonly namelen: number;
}

function pickInotifyEventFields(read: Read): InotifyEventFields {
  return {
    wd: read.wd,
    mask: read.mask,
    cookie: read.cookie,
    namelen: read.namelen,
  };
}

function writeInotifyEventFields(writer: FieldWriter, fields: InotifyEventFields): void {
  writer.u4(fields.wd);
  writer.u4(fields.mask);
  writer.u4(fields.cookie);
  writer.u4(fields.namelen);
}

/** State of a timerfd, an object inside FILE. It has no content. From kernel 042stab061. */
export interface TimerfdFields {
  readonly itValue: bigint;
  readonly itInterval: bigint;
  readonly ticks: bigint;
  readonly expired: number;
  readonly clockid: number;
}

function pickTimerfdFields(read: Read): TimerfdFields {
  return {
    itValue: read.itValue,
    itInterval: read.itInterval,
    ticks: read.ticks,
    expired: read.expired,
    clockid: read.clockid,
  };
}

function writeTimerfdFields(writer: FieldWriter, fields: TimerfdFields): void {
  writer.u8(fields.itValue);
  writer.u8(fields.itInterval);
  writer.u8(fields.ticks);
  writer.u4(fields.expired);
  writer.u4(fields.clockid);
}

/** State of an eventfd, an object inside FILE. It has no content. From kernel 042stab061. */
export interface EventfdFields {
  readonly count: bigint;
  readonly flags: number;
  readonly padAt28: Uint8Array;
}

function pickEventfdFields(read: Read): EventfdFields {
  return {
    count: read.count,
    flags: read.flags,
    padAt28: read.padAt28,
  };
}

function writeEventfdFields(writer: FieldWriter, fields: EventfdFields): void {
  writer.u8(fields.count);
  writer.u4(fields.flags);
  writer.bytes(fields.padAt28, 4);
}

/** One System V shared memory segment, the first object inside the INODE that holds its pages. It has no content. There is no section of its own; segments that nobody has attached are stored the same way. */
export interface SysvShmFields {
  readonly key: bigint;
  readonly uid: bigint;
  readonly gid: bigint;
  readonly cuid: bigint;
  readonly cgid: bigint;
  readonly mode: bigint;
  readonly seq: bigint;
  readonly id: number;
  readonly mlockuser: number;
  readonly segsz: bigint;
  readonly atime: bigint;
  readonly ctime: bigint;
  readonly dtime: bigint;
  readonly creator: bigint;
  readonly last: bigint;
}

function pickSysvShmFields(read: Read): SysvShmFields {
  return {
    key: read.key,
    uid: read.uid,
    gid: read.gid,
    cuid: read.cuid,
    cgid: read.cgid,
    mode: read.mode,
    seq: read.seq,
    id: read.id,
    mlockuser: read.mlockuser,
    segsz: read.segsz,
    atime: read.atime,
    ctime: read.ctime,
    dtime: read.dtime,
    creator: read.creator,
    last: read.last,
  };
}

function writeSysvShmFields(writer: FieldWriter, fields: SysvShmFields): void {
  writer.u8(fields.key);
  writer.u8(fields.uid);
  writer.u8(fields.gid);
  writer.u8(fields.cuid);
  writer.u8(fields.cgid);
  writer.u8(fields.mode);
  writer.u8(fields.seq);
  writer.u4(fields.id);
  writer.u4(fields.mlockuser);
  writer.u8(fields.segsz);
  writer.u8(fields.atime);
  writer.u8(fields.ctime);
  writer.u8(fields.dtime);
  writer.u8(fields.creator);
  writer.u8(fields.last);
}

/** One set of System V semaphores, an object of the SYSV_SEM section. Content: a pair of u32 for each semaphore, its value and the pid that changed it last; next - hdrlen must be exactly 8 times their number. */
export interface SysvSemFields {
  readonly key: bigint;
  readonly uid: bigint;
  readonly gid: bigint;
  readonly cuid: bigint;
  readonly cgid: bigint;
  readonly mode: bigint;
  readonly seq: bigint;
  readonly id: number;
  readonly pad1: number;
  readonly otime: bigint;
  readonly ctime: bigint;
}

function pickSysvSemFields(read: Read): SysvSemFields {
  return {
    key: read.key,
    uid: read.uid,
    gid: read.gid,
    cuid: read.cuid,
    cgid: read.cgid,
    mode: read.mode,
    seq: read.seq,
    id: read.id,
    pad1: read.pad1,
    otime: read.otime,
    ctime: read.ctime,
  };
}

function writeSysvSemFields(writer: FieldWriter, fields: SysvSemFields): void {
  writer.u8(fields.key);
  writer.u8(fields.uid);
  writer.u8(fields.gid);
  writer.u8(fields.cuid);
  writer.u8(fields.cgid);
  writer.u8(fields.mode);
  writer.u8(fields.seq);
  writer.u4(fields.id);
  writer.u4(fields.pad1);
  writer.u8(fields.otime);
  writer.u8(fields.ctime);
}

/** Adjustments that a task makes to one semaphore set at its exit, an object inside SYSVSEM_UNDO. Content: one signed 16-bit adjustment per semaphore, not padded, so that what follows may be at any position. */
export interface SysvsemUndoRecFields {
  readonly id: number;
  readonly nsem: number;
}

function pickSysvsemUndoRecFields(read: Read): SysvsemUndoRecFields {
  return {
    id: read.id,
    nsem: read.nsem,
  };
}

function writeSysvsemUndoRecFields(writer: FieldWriter, fields: SysvsemUndoRecFields): void {
  writer.u4(fields.id);
  writer.u4(fields.nsem);
}

/** One System V message queue, an object of the SYSV_MSG section. Content: its messages in order. */
export interface SysvmsgFields {
  readonly key: bigint;
  readonly uid: bigint;
  readonly gid: bigint;
  readonly cuid: bigint;
  readonly cgid: bigint;
  readonly mode: bigint;
  readonly seq: bigint;
  readonly id: number;
  readonly pad1: number;
  readonly stime: bigint;
  readonly rtime: bigint;
  readonly ctime: bigint;
  readonly lastSender: bigint;
  readonly lastReceiver: bigint;
  readonly qbytes: bigint;
}

function pickSysvmsgFields(read: Read): SysvmsgFields {
  return {
    key: read.key,
    uid: read.uid,
    gid: read.gid,
    cuid: read.cuid,
    cgid: read.cgid,
    mode: read.mode,
    seq: read.seq,
    id: read.id,
    pad1: read.pad1,
    stime: read.stime,
    rtime: read.rtime,
    ctime: read.ctime,
    lastSender: read.lastSender,
    lastReceiver: read.lastReceiver,
    qbytes: read.qbytes,
  };
}

function writeSysvmsgFields(writer: FieldWriter, fields: SysvmsgFields): void {
  writer.u8(fields.key);
  writer.u8(fields.uid);
  writer.u8(fields.gid);
  writer.u8(fields.cuid);
  writer.u8(fields.cgid);
  writer.u8(fields.mode);
  writer.u8(fields.seq);
  writer.u4(fields.id);
  writer.u4(fields.pad1);
  writer.u8(fields.stime);
  writer.u8(fields.rtime);
  writer.u8(fields.ctime);
  writer.u8(fields.lastSender);
  writer.u8(fields.lastReceiver);
  writer.u8(fields.qbytes);
}

/** One message, an object inside SYSVMSG. Content: exactly `size` bytes of text, not padded, so that what follows may be at any position. */
export interface SysvmsgMsgFields {
  readonly type: bigint;
  readonly size: bigint;
}

function pickSysvmsgMsgFields(read: Read): SysvmsgMsgFields {
  return {
    type: read.type,
    size: read.size,
  };
}

function writeSysvmsgMsgFields(writer: FieldWriter, fields: SysvmsgMsgFields): void {
  writer.u8(fields.type);
  writer.u8(fields.size);
}

/** One address space, an object of the MM section. Content: a BITS object with the LDT (only if there is one), MM_AUXV (from kernel 042stab076), then the VMA objects in ascending order and the AIO contexts. Tasks share an address space when their `mm` fields hold the same position. */
export interface MmFields {
  readonly startCode: bigint;
  readonly endCode: bigint;
  readonly startData: bigint;
  readonly endData: bigint;
  readonly startBrk: bigint;
  readonly brk: bigint;
  readonly startStack: bigint;
  readonly startArg: bigint;
  readonly endArg: bigint;
  readonly startEnv: bigint;
  readonly endEnv: bigint;
  readonly defFlags: bigint;
  readonly mmub: bigint;
  readonly dumpable: number;
  readonly vpsDumpable: number;
  readonly usedHugetlb: number;
  readonly pad: number;
  readonly vdso: number;
  readonly mmFlags?: bigint | undefined;
}

function pickMmFields(read: Read): MmFields {
  return {
    startCode: read.startCode,
    endCode: read.endCode,
    startData: read.startData,
    endData: read.endData,
    startBrk: read.startBrk,
    brk: read.brk,
    startStack: read.startStack,
    startArg: read.startArg,
    endArg: read.endArg,
    startEnv: read.startEnv,
    endEnv: read.endEnv,
    defFlags: read.defFlags,
    mmub: read.mmub,
    dumpable: read.dumpable,
    vpsDumpable: read.vpsDumpable,
    usedHugetlb: read.usedHugetlb,
    pad: read.pad,
    vdso: read.vdso,
    mmFlags: read.mmFlags,
  };
}

function writeMmFields(writer: FieldWriter, fields: MmFields): void {
  writer.u8(fields.startCode);
  writer.u8(fields.endCode);
  writer.u8(fields.startData);
  writer.u8(fields.endData);
  writer.u8(fields.startBrk);
  writer.u8(fields.brk);
  writer.u8(fields.startStack);
  writer.u8(fields.startArg);
  writer.u8(fields.endArg);
  writer.u8(fields.startEnv);
  writer.u8(fields.endEnv);
  writer.u8(fields.defFlags);
  writer.u8(fields.mmub);
  writer.u1(fields.dumpable);
  writer.u1(fields.vpsDumpable);
  writer.u1(fields.usedHugetlb);
  writer.u1(fields.pad);
  writer.u4(fields.vdso);
  if (fields.mmFlags !== undefined) writer.u8(fields.mmFlags);
}

/** One mapped area, an object inside MM. Content: page blocks (PAGES, COPYPAGES, REMAPPAGES, LAZYPAGES, ITERPAGES) in ascending order. Addresses that no block covers are filled on demand from the mapped file or with zeros. */
export interface VmaFields {
  readonly file: bigint;
  readonly type: number;
  readonly anonvma: number;
  readonly anonvmaid: bigint;
  readonly start: bigint;
  readonly end: bigint;
  readonly flags: bigint;
  readonly pgprot: bigint;
  readonly pgoff: bigint;
}

function pickVmaFields(read: Read): VmaFields {
  return {
    file: read.file,
    type: read.type,
    anonvma: read.anonvma,
    anonvmaid: read.anonvmaid,
    start: read.start,
    end: read.end,
    flags: read.flags,
    pgprot: read.pgprot,
    pgoff: read.pgoff,
  };
}

function writeVmaFields(writer: FieldWriter, fields: VmaFields): void {
  writer.u8(fields.file);
  writer.u4(fields.type);
  writer.u4(fields.anonvma);
  writer.u8(fields.anonvmaid);
  writer.u8(fields.start);
  writer.u8(fields.end);
  writer.u8(fields.flags);
  writer.u8(fields.pgprot);
  writer.u8(fields.pgoff);
}

/** A run of pages. In VMA it covers addresses, in INODE of a deleted file or shared memory segment it covers byte offsets. Content: end - start bytes of data, or nothing where the header says VOID (zero pages). The object VSYSCALL, the only one of its section, has the same form and holds the 32-bit vdso page of the source. */
export interface PagesFields {
  readonly start: bigint;
  readonly end: bigint;
}

function pickPagesFields(read: Read): PagesFields {
  return {
    start: read.start,
    end: read.end,
  };
}

function writePagesFields(writer: FieldWriter, fields: PagesFields): void {
  writer.u8(fields.start);
  writer.u8(fields.end);
}

/** A run of pages shared copy-on-write with another address space, an object inside VMA. It has no content. */
export interface CopypagesFields {
  readonly start: bigint;
  readonly end: bigint;
  readonly source: bigint;
}

function pickCopypagesFields(read: Read): CopypagesFields {
  return {
    start: read.start,
    end: read.end,
    source: read.source,
  };
}

function writeCopypagesFields(writer: FieldWriter, fields: CopypagesFields): void {
  writer.u8(fields.start);
  writer.u8(fields.end);
  writer.u8(fields.source);
}

/** A run of a non-linear file mapping, an object inside VMA. It has no content. */
export interface RemappagesFields {
  readonly start: bigint;
  readonly end: bigint;
  readonly pgoff: bigint;
}

function pickRemappagesFields(read: Read): RemappagesFields {
  return {
    start: read.start,
    end: read.end,
    pgoff: read.pgoff,
  };
}

function writeRemappagesFields(writer: FieldWriter, fields: RemappagesFields): void {
  writer.u8(fields.start);
  writer.u8(fields.end);
  writer.u8(fields.pgoff);
}

/** A run of pages that stay on the source node and are fetched on demand, an object inside VMA. It has no content. An image with such objects is not self-contained; RHEL6 kernels refuse it. */
export interface LazypagesFields {
  readonly start: bigint;
  readonly end: bigint;
  readonly index: bigint;
}

function pickLazypagesFields(read: Read): LazypagesFields {
  return {
    start: read.start,
    end: read.end,
    index: read.index,
  };
}

function writeLazypagesFields(writer: FieldWriter, fields: LazypagesFields): void {
  writer.u8(fields.start);
  writer.u8(fields.end);
  writer.u8(fields.index);
}

/** A run of at most 16 pages sent before the freeze, an object inside VMA or (RHEL6) inside INODE of shared memory. Content: one u64 per page, the handle of the page in the side stream. The object ITERYOUNGPAGES has the same form and marks pages used recently. An image with such objects is not self-contained. */
export interface IterpagesFields {
  readonly start: bigint;
  readonly end: bigint;
}

function pickIterpagesFields(read: Read): IterpagesFields {
  return {
    start: read.start,
    end: read.end,
  };
}

function writeIterpagesFields(writer: FieldWriter, fields: IterpagesFields): void {
  writer.u8(fields.start);
  writer.u8(fields.end);
}

/** One context for asynchronous input and output, an object inside MM. It has no content; the ring is ordinary memory of the process. */
export interface AioContextFields {
  readonly maxReqs: number;
  readonly ringPages: number;
  readonly tail: number;
  readonly nr: number;
  readonly mmapBase: bigint;
}

function pickAioContextFields(read: Read): AioContextFields {
  return {
    maxReqs: read.maxReqs,
    ringPages: read.ringPages,
    tail: read.tail,
    nr: read.nr,
    mmapBase: read.mmapBase,
  };
}

function writeAioContextFields(writer: FieldWriter, fields: AioContextFields): void {
  writer.u4(fields.maxReqs);
  writer.u4(fields.ringPages);
  writer.u4(fields.tail);
  writer.u4(fields.nr);
  writer.u8(fields.mmapBase);
}

/** One socket, an object of the SOCKET section, or of ORPHANS for TCP connections that no file holds. Content: SKFILTER, SOCK_MCADDR, SOCK_PACKET, then SKB objects (queues) and OPENREQ objects (half-open connections). The fields of other protocols are stale. IPv4 fields, from `daddr` to `cork_oif`, count for family 2 and 10, UDP fields for UDP, fields ending in 6 for family 10, and those from `pred_flags` to `rcvrtt_time` for TCP. Addresses and ports are in network byte order. */
export interface SocketFields {
  readonly file: bigint;
  readonly parent: number;
  readonly index: number;
  readonly ssflags: bigint;
  readonly type: number;
  readonly family: number;
  readonly sstate: number;
  readonly passcred: number;
  readonly state: number;
  readonly reuse: number;
  readonly zapped: number;
  readonly shutdown: number;
  readonly userlocks: number;
  readonly noCheck: number;
  readonly debug: number;
  readonly rcvtstamp: number;
  readonly localroute: number;
  readonly protocol: number;
  readonly err: number;
  readonly errSoft: number;
  readonly maxAckBacklog: number;
  readonly pad1: number;
  readonly priority: number;
  readonly rcvlowat: number;
  readonly boundDevIf: number;
  readonly rcvtimeo: bigint;
  readonly sndtimeo: bigint;
  readonly rcvbuf: number;
  readonly sndbuf: number;
  readonly flags: bigint;
  readonly lingertime: bigint;
  readonly peerPid: number;
  readonly peerUid: number;
  readonly peerGid: number;
  readonly laddrlen: number;
  readonly laddr: readonly number[];
  readonly raddrlen: number;
  readonly raddr: readonly number[];
  readonly peer: number;
  readonly socketpair: number;
  readonly sockflags: number;
  readonly pad4: number;
  readonly pad5: number;
  readonly stamp: bigint;
  readonly daddr: number;
  readonly dport: number;
  readonly sport: number;
  readonly saddr: number;
  readonly rcvSaddr: number;
  readonly ucTtl: number;
  readonly tos: number;
  readonly cmsgFlags: number;
  readonly mcIndex: number;
  readonly mcAddr: number;
  readonly hdrincl: number;
  readonly mcTtl: number;
  readonly mcLoop: number;
  readonly pmtudisc: number;
  readonly recverr: number;
  readonly freebind: number;
  readonly idcounter: number;
  readonly corkFlags: number;
  readonly corkFragsize: number;
  readonly corkLength: number;
  readonly corkAddr: number;
  readonly corkSaddr: number;
  readonly corkDaddr: number;
  readonly corkOif: number;
  readonly udpPending: number;
  readonly udpCorkflag: number;
  readonly udpEncap: number;
  readonly udpLen: number;
  readonly pad7: number;
  readonly saddr6: readonly bigint[];
  readonly rcvSaddr6: readonly bigint[];
  readonly daddr6: readonly bigint[];
  readonly flowLabel6: number;
  readonly fragSize6: number;
  readonly hopLimit6: number;
  readonly mcastHops6: number;
  readonly mcastOif6: number;
  readonly rxopt6: number;
  readonly mcLoop6: number;
  readonly recverr6: number;
  readonly sndflow6: number;
  readonly pmtudisc6: number;
  readonly ipv6only6: number;
  readonly mapped: number;
  readonly pad8: number;
  readonly predFlags: number;
  readonly rcvNxt: number;
  readonly sndNxt: number;
  readonly sndUna: number;
  readonly sndSml: number;
  readonly rcvTstamp: number;
  readonly lsndtime: number;
  readonly tcpHeaderLen: number;
  readonly ackPending: number;
  readonly quick: number;
  readonly pingpong: number;
  readonly blocked: number;
  readonly pad9: number;
  readonly pad10: number;
  readonly ato: number;
  readonly ackTimeout: number;
  readonly lrcvtime: number;
  readonly lastSegSize: number;
  readonly rcvMss: number;
  readonly sndWl1: number;
  readonly sndWnd: number;
  readonly maxWindow: number;
  readonly pmtuCookie: number;
  readonly mssCache: number;
  readonly mssCacheStd: number;
  readonly mssClamp: number;
  readonly extHeaderLen: number;
  readonly ext2HeaderLen: number;
  readonly caState: number;
  readonly retransmits: number;
  readonly reordering: number;
  readonly frtoCounter: number;
  readonly frtoHighmark: number;
  readonly advCong: number;
  readonly deferAccept: number;
  readonly backoff: number;
  readonly pad11: number;
  readonly srtt: number;
  readonly mdev: number;
  readonly mdevMax: number;
  readonly rttvar: number;
  readonly rttSeq: number;
  readonly rto: number;
  readonly packetsOut: number;
  readonly leftOut: number;
  readonly retransOut: number;
  readonly sndSsthresh: number;
  readonly sndCwnd: number;
  readonly sndCwndCnt: number;
  readonly sndCwndClamp: number;
  readonly sndCwndUsed: number;
  readonly sndCwndStamp: number;
  readonly timeout: number;
  readonly kaTimeout: number;
  readonly rcvWnd: number;
  readonly rcvWup: number;
  readonly writeSeq: number;
  readonly pushedSeq: number;
  readonly copiedSeq: number;
  readonly tstampOk: number;
  readonly wscaleOk: number;
  readonly sackOk: number;
  readonly sawTstamp: number;
  readonly sndWscale: number;
  readonly rcvWscale: number;
  readonly nonagle: number;
  readonly keepaliveProbes: number;
  readonly rcvTsval: number;
  readonly rcvTsecr: number;
  readonly tsRecent: number;
  readonly tsRecentStamp: bigint;
  readonly userMss: number;
  readonly dsack: number;
  readonly unused: number;
  readonly sackArray: readonly number[];
  readonly windowClamp: number;
  readonly rcvSsthresh: number;
  readonly probesOut: number;
  readonly numSacks: number;
  readonly advmss: number;
  readonly synRetries: number;
  readonly ecnFlags: number;
  readonly priorSsthresh: number;
  readonly lostOut: number;
  readonly sackedOut: number;
  readonly facketsOut: number;
  readonly highSeq: number;
  readonly retransStamp: number;
  readonly undoMarker: number;
  readonly undoRetrans: number;
  readonly urgSeq: number;
  readonly urgData: number;
  readonly pending: number;
  readonly unused2: number;
  readonly sndUp: number;
  readonly keepaliveTime: number;
  readonly keepaliveIntvl: number;
  readonly linger2: number;
  readonly rcvrttRtt: number;
  readonly rcvrttSeq: number;
  readonly rcvrttTime: number;
  readonly pad12: number;
  readonly iMode?: number | undefined;
  readonly pad13?: number | undefined;
  readonly pad14?: number | undefined;
  readonly iUid?: number | undefined;
  readonly iGid?: number | undefined;
  readonly dAlias?: readonly number[] | undefined;
  readonly dAliaslen?: number | undefined;
  readonly pad15?: number | undefined;
  readonly padAt1044?: Uint8Array | undefined;
}

function pickSocketFields(read: Read): SocketFields {
  return {
    file: read.file,
    parent: read.parent,
    index: read.index,
    ssflags: read.ssflags,
    type: read.type,
    family: read.family,
    sstate: read.sstate,
    passcred: read.passcred,
    state: read.state,
    reuse: read.reuse,
    zapped: read.zapped,
    shutdown: read.shutdown,
    userlocks: read.userlocks,
    noCheck: read.noCheck,
    debug: read.debug,
    rcvtstamp: read.rcvtstamp,
    localroute: read.localroute,
    protocol: read.protocol,
    err: read.err,
    errSoft: read.errSoft,
    maxAckBacklog: read.maxAckBacklog,
    pad1: read.pad1,
    priority: read.priority,
    rcvlowat: read.rcvlowat,
    boundDevIf: read.boundDevIf,
    rcvtimeo: read.rcvtimeo,
    sndtimeo: read.sndtimeo,
    rcvbuf: read.rcvbuf,
    sndbuf: read.sndbuf,
    flags: read.flags,
    lingertime: read.lingertime,
    peerPid: read.peerPid,
    peerUid: read.peerUid,
    peerGid: read.peerGid,
    laddrlen: read.laddrlen,
    laddr: read.laddr,
    raddrlen: read.raddrlen,
    raddr: read.raddr,
    peer: read.peer,
    socketpair: read.socketpair,
    sockflags: read.sockflags,
    pad4: read.pad4,
    pad5: read.pad5,
    stamp: read.stamp,
    daddr: read.daddr,
    dport: read.dport,
    sport: read.sport,
    saddr: read.saddr,
    rcvSaddr: read.rcvSaddr,
    ucTtl: read.ucTtl,
    tos: read.tos,
    cmsgFlags: read.cmsgFlags,
    mcIndex: read.mcIndex,
    mcAddr: read.mcAddr,
    hdrincl: read.hdrincl,
    mcTtl: read.mcTtl,
    mcLoop: read.mcLoop,
    pmtudisc: read.pmtudisc,
    recverr: read.recverr,
    freebind: read.freebind,
    idcounter: read.idcounter,
    corkFlags: read.corkFlags,
    corkFragsize: read.corkFragsize,
    corkLength: read.corkLength,
    corkAddr: read.corkAddr,
    corkSaddr: read.corkSaddr,
    corkDaddr: read.corkDaddr,
    corkOif: read.corkOif,
    udpPending: read.udpPending,
    udpCorkflag: read.udpCorkflag,
    udpEncap: read.udpEncap,
    udpLen: read.udpLen,
    pad7: read.pad7,
    saddr6: read.saddr6,
    rcvSaddr6: read.rcvSaddr6,
    daddr6: read.daddr6,
    flowLabel6: read.flowLabel6,
    fragSize6: read.fragSize6,
    hopLimit6: read.hopLimit6,
    mcastHops6: read.mcastHops6,
    mcastOif6: read.mcastOif6,
    rxopt6: read.rxopt6,
    mcLoop6: read.mcLoop6,
    recverr6: read.recverr6,
    sndflow6: read.sndflow6,
    pmtudisc6: read.pmtudisc6,
    ipv6only6: read.ipv6only6,
    mapped: read.mapped,
    pad8: read.pad8,
    predFlags: read.predFlags,
    rcvNxt: read.rcvNxt,
    sndNxt: read.sndNxt,
    sndUna: read.sndUna,
    sndSml: read.sndSml,
    rcvTstamp: read.rcvTstamp,
    lsndtime: read.lsndtime,
    tcpHeaderLen: read.tcpHeaderLen,
    ackPending: read.ackPending,
    quick: read.quick,
    pingpong: read.pingpong,
    blocked: read.blocked,
    pad9: read.pad9,
    pad10: read.pad10,
    ato: read.ato,
    ackTimeout: read.ackTimeout,
    lrcvtime: read.lrcvtime,
    lastSegSize: read.lastSegSize,
    rcvMss: read.rcvMss,
    sndWl1: read.sndWl1,
    sndWnd: read.sndWnd,
    maxWindow: read.maxWindow,
    pmtuCookie: read.pmtuCookie,
    mssCache: read.mssCache,
    mssCacheStd: read.mssCacheStd,
    mssClamp: read.mssClamp,
    extHeaderLen: read.extHeaderLen,
    ext2HeaderLen: read.ext2HeaderLen,
    caState: read.caState,
    retransmits: read.retransmits,
    reordering: read.reordering,
    frtoCounter: read.frtoCounter,
    frtoHighmark: read.frtoHighmark,
    advCong: read.advCong,
    deferAccept: read.deferAccept,
    backoff: read.backoff,
    pad11: read.pad11,
    srtt: read.srtt,
    mdev: read.mdev,
    mdevMax: read.mdevMax,
    rttvar: read.rttvar,
    rttSeq: read.rttSeq,
    rto: read.rto,
    packetsOut: read.packetsOut,
    leftOut: read.leftOut,
    retransOut: read.retransOut,
    sndSsthresh: read.sndSsthresh,
    sndCwnd: read.sndCwnd,
    sndCwndCnt: read.sndCwndCnt,
    sndCwndClamp: read.sndCwndClamp,
    sndCwndUsed: read.sndCwndUsed,
    sndCwndStamp: read.sndCwndStamp,
    timeout: read.timeout,
    kaTimeout: read.kaTimeout,
    rcvWnd: read.rcvWnd,
    rcvWup: read.rcvWup,
    writeSeq: read.writeSeq,
    pushedSeq: read.pushedSeq,
    copiedSeq: read.copiedSeq,
    tstampOk: read.tstampOk,
    wscaleOk: read.wscaleOk,
    sackOk: read.sackOk,
    sawTstamp: read.sawTstamp,
    sndWscale: read.sndWscale,
    rcvWscale: read.rcvWscale,
    nonagle: read.nonagle,
    keepaliveProbes: read.keepaliveProbes,
    rcvTsval: read.rcvTsval,
    rcvTsecr: read.rcvTsecr,
    tsRecent: read.tsRecent,
    tsRecentStamp: read.tsRecentStamp,
    userMss: read.userMss,
    dsack: read.dsack,
    unused: read.unused,
    sackArray: read.sackArray,
    windowClamp: read.windowClamp,
    rcvSsthresh: read.rcvSsthresh,
    probesOut: read.probesOut,
    numSacks: read.numSacks,
    advmss: read.advmss,
    synRetries: read.synRetries,
    ecnFlags: read.ecnFlags,
    priorSsthresh: read.priorSsthresh,
    lostOut: read.lostOut,
    sackedOut: read.sackedOut,
    facketsOut: read.facketsOut,
    highSeq: read.highSeq,
    retransStamp: read.retransStamp,
    undoMarker: read.undoMarker,
    undoRetrans: read.undoRetrans,
    urgSeq: read.urgSeq,
    urgData: read.urgData,
    pending: read.pending,
    unused2: read.unused2,
    sndUp: read.sndUp,
    keepaliveTime: read.keepaliveTime,
    keepaliveIntvl: read.keepaliveIntvl,
    linger2: read.linger2,
    rcvrttRtt: read.rcvrttRtt,
    rcvrttSeq: read.rcvrttSeq,
    rcvrttTime: read.rcvrttTime,
    pad12: read.pad12,
    iMode: read.iMode,
    pad13: read.pad13,
    pad14: read.pad14,
    iUid: read.iUid,
    iGid: read.iGid,
    dAlias: read.dAlias,
    dAliaslen: read.dAliaslen,
    pad15: read.pad15,
    padAt1044: read.padAt1044,
  };
}

function writeSocketFields(writer: FieldWriter, fields: SocketFields): void {
  writer.u8(fields.file);
  writer.u4(fields.parent);
  writer.u4(fields.index);
  writer.u8(fields.ssflags);
  writer.u2(fields.type);
  writer.u2(fields.family);
  writer.u1(fields.sstate);
  writer.u1(fields.passcred);
  writer.u1(fields.state);
  writer.u1(fields.reuse);
  writer.u1(fields.zapped);
  writer.u1(fields.shutdown);
  writer.u1(fields.userlocks);
  writer.u1(fields.noCheck);
  writer.u1(fields.debug);
  writer.u1(fields.rcvtstamp);
  writer.u1(fields.localroute);
  writer.u1(fields.protocol);
  writer.u4(fields.err);
  writer.u4(fields.errSoft);
  writer.u2(fields.maxAckBacklog);
  writer.u2(fields.pad1);
  writer.u4(fields.priority);
  writer.u4(fields.rcvlowat);
  writer.u4(fields.boundDevIf);
  writer.u8(fields.rcvtimeo);
  writer.u8(fields.sndtimeo);
  writer.u4(fields.rcvbuf);
  writer.u4(fields.sndbuf);
  writer.u8(fields.flags);
  writer.u8(fields.lingertime);
  writer.u4(fields.peerPid);
  writer.u4(fields.peerUid);
  writer.u4(fields.peerGid);
  writer.u4(fields.laddrlen);
  for (const element of fields.laddr) writer.u4(element);
  writer.u4(fields.raddrlen);
  for (const element of fields.raddr) writer.u4(element);
  writer.u4(fields.peer);
  writer.u1(fields.socketpair);
  writer.u1(fields.sockflags);
  writer.u2(fields.pad4);
  writer.u4(fields.pad5);
  writer.u8(fields.stamp);
  writer.u4(fields.daddr);
  writer.u2(fields.dport);
  writer.u2(fields.sport);
  writer.u4(fields.saddr);
  writer.u4(fields.rcvSaddr);
  writer.u4(fields.ucTtl);
  writer.u4(fields.tos);
  writer.u4(fields.cmsgFlags);
  writer.u4(fields.mcIndex);
  writer.u4(fields.mcAddr);
  writer.u1(fields.hdrincl);
  writer.u1(fields.mcTtl);
  writer.u1(fields.mcLoop);
  writer.u1(fields.pmtudisc);
  writer.u1(fields.recverr);
  writer.u1(fields.freebind);
  writer.u2(fields.idcounter);
  writer.u4(fields.corkFlags);
  writer.u4(fields.corkFragsize);
  writer.u4(fields.corkLength);
  writer.u4(fields.corkAddr);
  writer.u4(fields.corkSaddr);
  writer.u4(fields.corkDaddr);
  writer.u4(fields.corkOif);
  writer.u4(fields.udpPending);
  writer.u4(fields.udpCorkflag);
  writer.u2(fields.udpEncap);
  writer.u2(fields.udpLen);
  writer.u4(fields.pad7);
  for (const element of fields.saddr6) writer.u8(element);
  for (const element of fields.rcvSaddr6) writer.u8(element);
  for (const element of fields.daddr6) writer.u8(element);
  writer.u4(fields.flowLabel6);
  writer.u4(fields.fragSize6);
  writer.u4(fields.hopLimit6);
  writer.u4(fields.mcastHops6);
  writer.u4(fields.mcastOif6);
  writer.u1(fields.rxopt6);
  writer.u1(fields.mcLoop6);
  writer.u1(fields.recverr6);
  writer.u1(fields.sndflow6);
  writer.u1(fields.pmtudisc6);
  writer.u1(fields.ipv6only6);
  writer.u1(fields.mapped);
  writer.u1(fields.pad8);
  writer.u4(fields.predFlags);
  writer.u4(fields.rcvNxt);
  writer.u4(fields.sndNxt);
  writer.u4(fields.sndUna);
  writer.u4(fields.sndSml);
  writer.u4(fields.rcvTstamp);
  writer.u4(fields.lsndtime);
  writer.u1(fields.tcpHeaderLen);
  writer.u1(fields.ackPending);
  writer.u1(fields.quick);
  writer.u1(fields.pingpong);
  writer.u1(fields.blocked);
  writer.u1(fields.pad9);
  writer.u2(fields.pad10);
  writer.u4(fields.ato);
  writer.u4(fields.ackTimeout);
  writer.u4(fields.lrcvtime);
  writer.u2(fields.lastSegSize);
  writer.u2(fields.rcvMss);
  writer.u4(fields.sndWl1);
  writer.u4(fields.sndWnd);
  writer.u4(fields.maxWindow);
  writer.u4(fields.pmtuCookie);
  writer.u4(fields.mssCache);
  writer.u2(fields.mssCacheStd);
  writer.u2(fields.mssClamp);
  writer.u2(fields.extHeaderLen);
  writer.u2(fields.ext2HeaderLen);
  writer.u1(fields.caState);
  writer.u1(fields.retransmits);
  writer.u1(fields.reordering);
  writer.u1(fields.frtoCounter);
  writer.u4(fields.frtoHighmark);
  writer.u1(fields.advCong);
  writer.u1(fields.deferAccept);
  writer.u1(fields.backoff);
  writer.u1(fields.pad11);
  writer.u4(fields.srtt);
  writer.u4(fields.mdev);
  writer.u4(fields.mdevMax);
  writer.u4(fields.rttvar);
  writer.u4(fields.rttSeq);
  writer.u4(fields.rto);
  writer.u4(fields.packetsOut);
  writer.u4(fields.leftOut);
  writer.u4(fields.retransOut);
  writer.u4(fields.sndSsthresh);
  writer.u4(fields.sndCwnd);
  writer.u2(fields.sndCwndCnt);
  writer.u2(fields.sndCwndClamp);
  writer.u4(fields.sndCwndUsed);
  writer.u4(fields.sndCwndStamp);
  writer.u4(fields.timeout);
  writer.u4(fields.kaTimeout);
  writer.u4(fields.rcvWnd);
  writer.u4(fields.rcvWup);
  writer.u4(fields.writeSeq);
  writer.u4(fields.pushedSeq);
  writer.u4(fields.copiedSeq);
  writer.u1(fields.tstampOk);
  writer.u1(fields.wscaleOk);
  writer.u1(fields.sackOk);
  writer.u1(fields.sawTstamp);
  writer.u1(fields.sndWscale);
  writer.u1(fields.rcvWscale);
  writer.u1(fields.nonagle);
  writer.u1(fields.keepaliveProbes);
  writer.u4(fields.rcvTsval);
  writer.u4(fields.rcvTsecr);
  writer.u4(fields.tsRecent);
  writer.u8(fields.tsRecentStamp);
  writer.u2(fields.userMss);
  writer.u1(fields.dsack);
  writer.u1(fields.unused);
  for (const element of fields.sackArray) writer.u4(element);
  writer.u4(fields.windowClamp);
  writer.u4(fields.rcvSsthresh);
  writer.u1(fields.probesOut);
  writer.u1(fields.numSacks);
  writer.u2(fields.advmss);
  writer.u1(fields.synRetries);
  writer.u1(fields.ecnFlags);
  writer.u2(fields.priorSsthresh);
  writer.u4(fields.lostOut);
  writer.u4(fields.sackedOut);
  writer.u4(fields.facketsOut);
  writer.u4(fields.highSeq);
  writer.u4(fields.retransStamp);
  writer.u4(fields.undoMarker);
  writer.u4(fields.undoRetrans);
  writer.u4(fields.urgSeq);
  writer.u2(fields.urgData);
  writer.u1(fields.pending);
  writer.u1(fields.unused2);
  writer.u4(fields.sndUp);
  writer.u4(fields.keepaliveTime);
  writer.u4(fields.keepaliveIntvl);
  writer.u4(fields.linger2);
  writer.u4(fields.rcvrttRtt);
  writer.u4(fields.rcvrttSeq);
  writer.u4(fields.rcvrttTime);
  writer.u4(fields.pad12);
  if (fields.iMode !== undefined) writer.u2(fields.iMode);
  if (fields.pad13 !== undefined) writer.u2(fields.pad13);
  if (fields.pad14 !== undefined) writer.u4(fields.pad14);
  if (fields.iUid !== undefined) writer.u4(fields.iUid);
  if (fields.iGid !== undefined) writer.u4(fields.iGid);
  if (fields.dAlias !== undefined) for (const element of fields.dAlias) writer.u4(element);
  if (fields.dAliaslen !== undefined) writer.u4(fields.dAliaslen);
  if (fields.pad15 !== undefined) writer.u4(fields.pad15);
  if (fields.padAt1044 !== undefined) writer.bytes(fields.padAt1044, 4);
}

/** One multicast group that a socket has joined, an object inside SOCKET. Content: the addresses of the source filter, 16 bytes each. */
export interface SockMcaddrFields {
  readonly family: number;
  readonly mode: number;
  readonly ifindex: number;
  readonly mcaddr: readonly number[];
}

function pickSockMcaddrFields(read: Read): SockMcaddrFields {
  return {
    family: read.family,
    mode: read.mode,
    ifindex: read.ifindex,
    mcaddr: read.mcaddr,
  };
}

function writeSockMcaddrFields(writer: FieldWriter, fields: SockMcaddrFields): void {
  writer.u2(fields.family);
  writer.u2(fields.mode);
  writer.u4(fields.ifindex);
  for (const element of fields.mcaddr) writer.u4(element);
}

/** Ring buffer of a packet socket, part of SOCK_PACKET. All 0 = no ring. */
export interface PacketRingFields {
  readonly tpBlockSize: number;
  readonly tpBlockNr: number;
  readonly tpFrameSize: number;
  readonly tpFrameNr: number;
}

function pickPacketRingFields(read: Read): PacketRingFields {
  return {
    tpBlockSize: read.tpBlockSize,
    tpBlockNr: read.tpBlockNr,
    tpFrameSize: read.tpFrameSize,
    tpFrameNr: read.tpFrameNr,
  };
}

function writePacketRingFields(writer: FieldWriter, fields: PacketRingFields): void {
  writer.u4(fields.tpBlockSize);
  writer.u4(fields.tpBlockNr);
  writer.u4(fields.tpFrameSize);
  writer.u4(fields.tpFrameNr);
}

/** State of a packet socket, an object inside SOCKET. Content: SOCK_PACKET_MC objects. From kernel 042stab092, the memberships from 042stab108. */
export interface SockPacketFields {
  readonly statsTpPackets: number;
  readonly statsTpDrops: number;
  readonly tpLoss: number;
  readonly auxdata: number;
  readonly origdev: number;
  readonly pad1: number;
  readonly pad2: number;
  readonly copyThresh: number;
  readonly tpVersion: number;
  readonly tpReserve: number;
  readonly tpTstamp: number;
  readonly rxRing: PacketRingFields;
  readonly txRing: PacketRingFields;
}

function pickSockPacketFields(read: Read): SockPacketFields {
  return {
    statsTpPackets: read.statsTpPackets,
    statsTpDrops: read.statsTpDrops,
    tpLoss: read.tpLoss,
    auxdata: read.auxdata,
    origdev: read.origdev,
    pad1: read.pad1,
    pad2: read.pad2,
    copyThresh: read.copyThresh,
    tpVersion: read.tpVersion,
    tpReserve: read.tpReserve,
    tpTstamp: read.tpTstamp,
    rxRing: pickPacketRingFields(read.rxRing),
    txRing: pickPacketRingFields(read.txRing),
  };
}

function writeSockPacketFields(writer: FieldWriter, fields: SockPacketFields): void {
  writer.u4(fields.statsTpPackets);
  writer.u4(fields.statsTpDrops);
  writer.u1(fields.tpLoss);
  writer.u1(fields.auxdata);
  writer.u1(fields.origdev);
  writer.u1(fields.pad1);
  writer.u4(fields.pad2);
  writer.u4(fields.copyThresh);
  writer.u4(fields.tpVersion);
  writer.u4(fields.tpReserve);
  writer.u4(fields.tpTstamp);
  writePacketRingFields(writer, fields.rxRing);
  writePacketRingFields(writer, fields.txRing);
}

/** One membership of a packet socket, an object inside SOCK_PACKET. It has no content. From kernel 042stab108. */
export interface SockPacketMcFields {
  readonly ifindex: number;
  readonly count: number;
  readonly type: number;
  readonly alen: number;
  readonly addr: Uint8Array;
  readonly padAt60: Uint8Array;
}

function pickSockPacketMcFields(read: Read): SockPacketMcFields {
  return {
    ifindex: read.ifindex,
    count: read.count,
    type: read.type,
    alen: read.alen,
    addr: read.addr,
    padAt60: read.padAt60,
  };
}

function writeSockPacketMcFields(writer: FieldWriter, fields: SockPacketMcFields): void {
  writer.u4(fields.ifindex);
  writer.u4(fields.count);
  writer.u2(fields.type);
  writer.u2(fields.alen);
  writer.bytes(fields.addr, 32);
  writer.bytes(fields.padAt60, 4);
}

/** One half-open incoming connection, an object inside a listening SOCKET. It has no content. 2.6.18 does not restore it because of an error in its list reader. Addresses and ports are in network byte order. */
export interface OpenreqFields {
  readonly rcvIsn: number;
  readonly sntIsn: number;
  readonly rmtPort: number;
  readonly mss: number;
  readonly family: number;
  readonly retrans: number;
  readonly sndWscale: number;
  readonly rcvWscale: number;
  readonly tstampOk: number;
  readonly sackOk: number;
  readonly wscaleOk: number;
  readonly ecnOk: number;
  readonly acked: number;
  readonly pad1: number;
  readonly pad2: number;
  readonly windowClamp: number;
  readonly rcvWnd: number;
  readonly tsRecent: number;
  readonly iif: number;
  readonly expires: bigint;
  readonly locAddr: readonly bigint[];
  readonly rmtAddr: readonly bigint[];
}

function pickOpenreqFields(read: Read): OpenreqFields {
  return {
    rcvIsn: read.rcvIsn,
    sntIsn: read.sntIsn,
    rmtPort: read.rmtPort,
    mss: read.mss,
    family: read.family,
    retrans: read.retrans,
    sndWscale: read.sndWscale,
    rcvWscale: read.rcvWscale,
    tstampOk: read.tstampOk,
    sackOk: read.sackOk,
    wscaleOk: read.wscaleOk,
    ecnOk: read.ecnOk,
    acked: read.acked,
    pad1: read.pad1,
    pad2: read.pad2,
    windowClamp: read.windowClamp,
    rcvWnd: read.rcvWnd,
    tsRecent: read.tsRecent,
    iif: read.iif,
    expires: read.expires,
    locAddr: read.locAddr,
    rmtAddr: read.rmtAddr,
  };
}

function writeOpenreqFields(writer: FieldWriter, fields: OpenreqFields): void {
  writer.u4(fields.rcvIsn);
  writer.u4(fields.sntIsn);
  writer.u2(fields.rmtPort);
  writer.u2(fields.mss);
  writer.u1(fields.family);
  writer.u1(fields.retrans);
  writer.u1(fields.sndWscale);
  writer.u1(fields.rcvWscale);
  writer.u1(fields.tstampOk);
  writer.u1(fields.sackOk);
  writer.u1(fields.wscaleOk);
  writer.u1(fields.ecnOk);
  writer.u1(fields.acked);
  writer.u1(fields.pad1);
  writer.u2(fields.pad2);
  writer.u4(fields.windowClamp);
  writer.u4(fields.rcvWnd);
  writer.u4(fields.tsRecent);
  writer.u4(fields.iif);
  writer.u8(fields.expires);
  for (const element of fields.locAddr) writer.u8(element);
  for (const element of fields.rmtAddr) writer.u8(element);
}

/** One packet in a queue, an object inside SOCKET. Content: BITS with the bytes (hspace + len of them), then FILEDESC objects for passed files. */
export interface SkbFields {
  readonly owner: number;
  readonly queue: number;
  readonly stamp: bigint;
  readonly len: number;
  readonly hspace: number;
  readonly tspace: number;
  readonly h: number;
  readonly nh: number;
  readonly mac: number;
  readonly cb: readonly bigint[];
  readonly macLen: number;
  readonly csum: number;
  readonly localDf: number;
  readonly pktType: number;
  readonly ipSummed: number;
  readonly pad1: number;
  readonly priority: number;
  readonly protocol: number;
  readonly security: number;
  readonly gsoSegs: number;
  readonly gsoSize: number;
  readonly gsoType?: number | undefined;
  readonly padAt122?: Uint8Array | undefined;
}

function pickSkbFields(read: Read): SkbFields {
  return {
    owner: read.owner,
    queue: read.queue,
    stamp: read.stamp,
    len: read.len,
    hspace: read.hspace,
    tspace: read.tspace,
    h: read.h,
    nh: read.nh,
    mac: read.mac,
    cb: read.cb,
    macLen: read.macLen,
    csum: read.csum,
    localDf: read.localDf,
    pktType: read.pktType,
    ipSummed: read.ipSummed,
    pad1: read.pad1,
    priority: read.priority,
    protocol: read.protocol,
    security: read.security,
    gsoSegs: read.gsoSegs,
    gsoSize: read.gsoSize,
    gsoType: read.gsoType,
    padAt122: read.padAt122,
  };
}

function writeSkbFields(writer: FieldWriter, fields: SkbFields): void {
  writer.u4(fields.owner);
  writer.u4(fields.queue);
  writer.u8(fields.stamp);
  writer.u4(fields.len);
  writer.u4(fields.hspace);
  writer.u4(fields.tspace);
  writer.u4(fields.h);
  writer.u4(fields.nh);
  writer.u4(fields.mac);
  for (const element of fields.cb) writer.u8(element);
  writer.u4(fields.macLen);
  writer.u4(fields.csum);
  writer.u1(fields.localDf);
  writer.u1(fields.pktType);
  writer.u1(fields.ipSummed);
  writer.u1(fields.pad1);
  writer.u4(fields.priority);
  writer.u2(fields.protocol);
  writer.u2(fields.security);
  writer.u2(fields.gsoSegs);
  writer.u2(fields.gsoSize);
  if (fields.gsoType !== undefined) writer.u2(fields.gsoType);
  if (fields.padAt122 !== undefined) writer.bytes(fields.padAt122, 6);
}

/** One network device, an object of the NET_DEVICE section. Content: an object of the driver (NET_TUNTAP, NET_VETH, NET_IPIP_TUNNEL, NET_BR) unless it is the loopback or venet device, then NET_HWADDR, NET_STATS and NET_IDEV_CNF. */
export interface NetDeviceFields {
  readonly index: number;
  readonly flags: number;
  readonly name: Uint8Array;
  readonly mtu?: number | undefined;
  readonly pad?: number | undefined;
}

function pickNetDeviceFields(read: Read): NetDeviceFields {
  return {
    index: read.index,
    flags: read.flags,
    name: read.name,
    mtu: read.mtu,
    pad: read.pad,
  };
}

function writeNetDeviceFields(writer: FieldWriter, fields: NetDeviceFields): void {
  writer.u4(fields.index);
  writer.u4(fields.flags);
  writer.bytes(fields.name, 16);
  if (fields.mtu !== undefined) writer.u4(fields.mtu);
  if (fields.pad !== undefined) writer.u4(fields.pad);
}

/** State of a tun or tap device, an object inside NET_DEVICE. Content: NET_TAP_FILTER (2.6.32). */
export interface NetTuntapFields {
  readonly owner: number;
  readonly unused: number;
  readonly flags: bigint;
  readonly bindfile: bigint;
  readonly ifFlags: bigint;
  readonly devAddr: Uint8Array;
  readonly pad: number;
  readonly chrFilter: readonly number[];
  readonly netFilter: readonly number[];
}

function pickNetTuntapFields(read: Read): NetTuntapFields {
  return {
    owner: read.owner,
    unused: read.unused,
    flags: read.flags,
    bindfile: read.bindfile,
    ifFlags: read.ifFlags,
    devAddr: read.devAddr,
    pad: read.pad,
    chrFilter: read.chrFilter,
    netFilter: read.netFilter,
  };
}

function writeNetTuntapFields(writer: FieldWriter, fields: NetTuntapFields): void {
  writer.u4(fields.owner);
  writer.u4(fields.unused);
  writer.u8(fields.flags);
  writer.u8(fields.bindfile);
  writer.u8(fields.ifFlags);
  writer.bytes(fields.devAddr, 6);
  writer.u2(fields.pad);
  for (const element of fields.chrFilter) writer.u4(element);
  for (const element of fields.netFilter) writer.u4(element);
}

/** Address filter of a tap device, an object inside NET_TUNTAP. It has no content. From 2.6.32. */
export interface NetTapFilterFields {
  readonly count: number;
  readonly mask: readonly number[];
  readonly addr: Uint8Array;
  readonly padAt76: Uint8Array;
}

function pickNetTapFilterFields(read: Read): NetTapFilterFields {
  return {
    count: read.count,
    mask: read.mask,
    addr: read.addr,
    padAt76: read.padAt76,
  };
}

function writeNetTapFilterFields(writer: FieldWriter, fields: NetTapFilterFields): void {
  writer.u4(fields.count);
  for (const element of fields.mask) writer.u4(element);
  writer.bytes(fields.addr, 48);
  writer.bytes(fields.padAt76, 4);
}

/** State of a virtual Ethernet device, an object inside NET_DEVICE. It has no content. The other end of the pair is outside the container. */
export interface NetVethFields {
  readonly allowMacChange: number;
  readonly pad: number;
}

function pickNetVethFields(read: Read): NetVethFields {
  return {
    allowMacChange: read.allowMacChange,
    pad: read.pad,
  };
}

function writeNetVethFields(writer: FieldWriter, fields: NetVethFields): void {
  writer.u4(fields.allowMacChange);
  writer.u4(fields.pad);
}

/** State of a tunnel device, an object inside NET_DEVICE. It has no content. From 2.6.32. Keys, addresses and the flags of GRE are in network byte order. */
export interface NetIpipTunnelFields {
  readonly tnlFlags: number;
  readonly iFlags: number;
  readonly oFlags: number;
  readonly iKey: number;
  readonly oKey: number;
  readonly iphdr: readonly number[];
  readonly iSeqno: number;
  readonly oSeqno: number;
  readonly pad: Uint8Array;
  readonly link?: number | undefined;
  readonly pad1?: Uint8Array | undefined;
}

function pickNetIpipTunnelFields(read: Read): NetIpipTunnelFields {
  return {
    tnlFlags: read.tnlFlags,
    iFlags: read.iFlags,
    oFlags: read.oFlags,
    iKey: read.iKey,
    oKey: read.oKey,
    iphdr: read.iphdr,
    iSeqno: read.iSeqno,
    oSeqno: read.oSeqno,
    pad: read.pad,
    link: read.link,
    pad1: read.pad1,
  };
}

function writeNetIpipTunnelFields(writer: FieldWriter, fields: NetIpipTunnelFields): void {
  writer.u4(fields.tnlFlags);
  writer.u2(fields.iFlags);
  writer.u2(fields.oFlags);
  writer.u4(fields.iKey);
  writer.u4(fields.oKey);
  for (const element of fields.iphdr) writer.u4(element);
  writer.u4(fields.iSeqno);
  writer.u4(fields.oSeqno);
  writer.bytes(fields.pad, 4);
  if (fields.link !== undefined) writer.u4(fields.link);
  if (fields.pad1 !== undefined) writer.bytes(fields.pad1, 4);
}

/** One port of a bridge, an object inside NET_BR. It has no content. From kernel 042stab061. */
export interface NetBrDevFields {
  readonly name: Uint8Array;
}

function pickNetBrDevFields(read: Read): NetBrDevFields {
  return {
    name: read.name,
  };
}

function writeNetBrDevFields(writer: FieldWriter, fields: NetBrDevFields): void {
  writer.bytes(fields.name, 16);
}

/** State of a bridge, an object inside NET_DEVICE. Content: NET_BR_DEV objects. From kernel 042stab061. No real image was seen; the fields have the names and, it is inferred, the meaning of the bridge control interface, with times in hundredths of a second. */
export interface NetBrFields {
  readonly designatedRoot: bigint;
  readonly bridgeId: bigint;
  readonly rootPathCost: number;
  readonly maxAge: number;
  readonly helloTime: number;
  readonly forwardDelay: number;
  readonly bridgeMaxAge: number;
  readonly bridgeHelloTime: number;
  readonly bridgeForwardDelay: number;
  readonly ageingTime: number;
  readonly rootPort: number;
  readonly stpEnabled: number;
  readonly viaPhysDev: number;
  readonly pad: Uint8Array;
}

function pickNetBrFields(read: Read): NetBrFields {
  return {
    designatedRoot: read.designatedRoot,
    bridgeId: read.bridgeId,
    rootPathCost: read.rootPathCost,
    maxAge: read.maxAge,
    helloTime: read.helloTime,
    forwardDelay: read.forwardDelay,
    bridgeMaxAge: read.bridgeMaxAge,
    bridgeHelloTime: read.bridgeHelloTime,
    bridgeForwardDelay: read.bridgeForwardDelay,
    ageingTime: read.ageingTime,
    rootPort: read.rootPort,
    stpEnabled: read.stpEnabled,
    viaPhysDev: read.viaPhysDev,
    pad: read.pad,
  };
}

function writeNetBrFields(writer: FieldWriter, fields: NetBrFields): void {
  writer.u8(fields.designatedRoot);
  writer.u8(fields.bridgeId);
  writer.u4(fields.rootPathCost);
  writer.u4(fields.maxAge);
  writer.u4(fields.helloTime);
  writer.u4(fields.forwardDelay);
  writer.u4(fields.bridgeMaxAge);
  writer.u4(fields.bridgeHelloTime);
  writer.u4(fields.bridgeForwardDelay);
  writer.u4(fields.ageingTime);
  writer.u1(fields.rootPort);
  writer.u1(fields.stpEnabled);
  writer.u1(fields.viaPhysDev);
  writer.bytes(fields.pad, 5);
}

/** Link layer address of a device, an object inside NET_DEVICE. It has no content. */
export interface NetHwaddrFields {
  readonly devAddr: Uint8Array;
}

function pickNetHwaddrFields(read: Read): NetHwaddrFields {
  return {
    devAddr: read.devAddr,
  };
}

function writeNetHwaddrFields(writer: FieldWriter, fields: NetHwaddrFields): void {
  writer.bytes(fields.devAddr, 32);
}

/** Counters of a device, an object inside NET_DEVICE. It has no content. Its `hdrlen` must be exactly 232, else the restoring kernel crashes. */
export interface NetStatsFields {
  readonly rxPackets: bigint;
  readonly txPackets: bigint;
  readonly rxBytes: bigint;
  readonly txBytes: bigint;
  readonly rxErrors: bigint;
  readonly txErrors: bigint;
  readonly rxDropped: bigint;
  readonly txDropped: bigint;
  readonly multicast: bigint;
  readonly collisions: bigint;
  readonly rxLengthErrors: bigint;
  readonly rxOverErrors: bigint;
  readonly rxCrcErrors: bigint;
  readonly rxFrameErrors: bigint;
  readonly rxFifoErrors: bigint;
  readonly rxMissedErrors: bigint;
  readonly txAbortedErrors: bigint;
  readonly txCarrierErrors: bigint;
  readonly txFifoErrors: bigint;
  readonly txHeartbeatErrors: bigint;
  readonly txWindowErrors: bigint;
  readonly rxCompressed: bigint;
  readonly txCompressed: bigint;
  readonly pad: readonly bigint[];
}

function pickNetStatsFields(read: Read): NetStatsFields {
  return {
    rxPackets: read.rxPackets,
    txPackets: read.txPackets,
    rxBytes: read.rxBytes,
    txBytes: read.txBytes,
    rxErrors: read.rxErrors,
    txErrors: read.txErrors,
    rxDropped: read.rxDropped,
    txDropped: read.txDropped,
    multicast: read.multicast,
    collisions: read.collisions,
    rxLengthErrors: read.rxLengthErrors,
    rxOverErrors: read.rxOverErrors,
    rxCrcErrors: read.rxCrcErrors,
    rxFrameErrors: read.rxFrameErrors,
    rxFifoErrors: read.rxFifoErrors,
    rxMissedErrors: read.rxMissedErrors,
    txAbortedErrors: read.txAbortedErrors,
    txCarrierErrors: read.txCarrierErrors,
    txFifoErrors: read.txFifoErrors,
    txHeartbeatErrors: read.txHeartbeatErrors,
    txWindowErrors: read.txWindowErrors,
    rxCompressed: read.rxCompressed,
    txCompressed: read.txCompressed,
    pad: read.pad,
  };
}

function writeNetStatsFields(writer: FieldWriter, fields: NetStatsFields): void {
  writer.u8(fields.rxPackets);
  writer.u8(fields.txPackets);
  writer.u8(fields.rxBytes);
  writer.u8(fields.txBytes);
  writer.u8(fields.rxErrors);
  writer.u8(fields.txErrors);
  writer.u8(fields.rxDropped);
  writer.u8(fields.txDropped);
  writer.u8(fields.multicast);
  writer.u8(fields.collisions);
  writer.u8(fields.rxLengthErrors);
  writer.u8(fields.rxOverErrors);
  writer.u8(fields.rxCrcErrors);
  writer.u8(fields.rxFrameErrors);
  writer.u8(fields.rxFifoErrors);
  writer.u8(fields.rxMissedErrors);
  writer.u8(fields.txAbortedErrors);
  writer.u8(fields.txCarrierErrors);
  writer.u8(fields.txFifoErrors);
  writer.u8(fields.txHeartbeatErrors);
  writer.u8(fields.txWindowErrors);
  writer.u8(fields.rxCompressed);
  writer.u8(fields.txCompressed);
  for (const element of fields.pad) writer.u8(element);
}

/** IPv4 settings of a device, an object inside NET_DEVICE. It has no content. From kernel 042stab108. */
export interface NetIdevCnfFields {
  readonly data: readonly number[];
}

function pickNetIdevCnfFields(read: Read): NetIdevCnfFields {
  return {
    data: read.data,
  };
}

function writeNetIdevCnfFields(writer: FieldWriter, fields: NetIdevCnfFields): void {
  for (const element of fields.data) writer.u4(element);
}

/** One address of a device, an object of the NET_IFADDR section. It has no content. Addresses are in network byte order; IPv4 uses the first word and the others are 0. */
export interface NetIfaddrFields {
  readonly index: number;
  readonly family: number;
  readonly masklen: number;
  readonly flags: number;
  readonly scope: number;
  readonly address: readonly number[];
  readonly peer: readonly number[];
  readonly broadcast: readonly number[];
  readonly label: Uint8Array;
  readonly validLft: number;
  readonly preferedLft: number;
}

function pickNetIfaddrFields(read: Read): NetIfaddrFields {
  return {
    index: read.index,
    family: read.family,
    masklen: read.masklen,
    flags: read.flags,
    scope: read.scope,
    address: read.address,
    peer: read.peer,
    broadcast: read.broadcast,
    label: read.label,
    validLft: read.validLft,
    preferedLft: read.preferedLft,
  };
}

function writeNetIfaddrFields(writer: FieldWriter, fields: NetIfaddrFields): void {
  writer.u4(fields.index);
  writer.u1(fields.family);
  writer.u1(fields.masklen);
  writer.u1(fields.flags);
  writer.u1(fields.scope);
  for (const element of fields.address) writer.u4(element);
  for (const element of fields.peer) writer.u4(element);
  for (const element of fields.broadcast) writer.u4(element);
  writer.bytes(fields.label, 16);
  writer.u4(fields.validLft);
  writer.u4(fields.preferedLft);
}

/** One address translation of a connection, part of NET_CONNTRACK in images before 2.6.32. Not read on restore. */
export interface NatManipFields {
  readonly direction: number;
  readonly hooknum: number;
  readonly maniptype: number;
  readonly pad1: number;
  readonly manipAddr: number;
  readonly manipPort: number;
  readonly pad2: number;
  readonly pad3: number;
}

function pickNatManipFields(read: Read): NatManipFields {
  return {
    direction: read.direction,
    hooknum: read.hooknum,
    maniptype: read.maniptype,
    pad1: read.pad1,
    manipAddr: read.manipAddr,
    manipPort: read.manipPort,
    pad2: read.pad2,
    pad3: read.pad3,
  };
}

function writeNatManipFields(writer: FieldWriter, fields: NatManipFields): void {
  writer.u1(fields.direction);
  writer.u1(fields.hooknum);
  writer.u1(fields.maniptype);
  writer.u1(fields.pad1);
  writer.u4(fields.manipAddr);
  writer.u2(fields.manipPort);
  writer.u2(fields.pad2);
  writer.u4(fields.pad3);
}

/** Correction of TCP sequence numbers by address translation, part of NET_CONNTRACK. Stale when no translation is set up. */
export interface NatSeqFields {
  readonly correctionPos: number;
  readonly offsetBefore: number;
  readonly offsetAfter: number;
  readonly pad1: number;
}

function pickNatSeqFields(read: Read): NatSeqFields {
  return {
    correctionPos: read.correctionPos,
    offsetBefore: read.offsetBefore,
    offsetAfter: read.offsetAfter,
    pad1: read.pad1,
  };
}

function writeNatSeqFields(writer: FieldWriter, fields: NatSeqFields): void {
  writer.u4(fields.correctionPos);
  writer.u4(fields.offsetBefore);
  writer.u4(fields.offsetAfter);
  writer.u4(fields.pad1);
}

/** Addresses of one direction of a tracked connection, part of NET_CONNTRACK and NET_CONNTRACK_EXPECT. Addresses and ports are in network byte order. RHEL6 has 24 bytes, other kernels have 16. */
export interface TupleFields {
  readonly src: number;
  readonly srcport: number;
  readonly pad1: number;
  readonly dst: number;
  readonly dstport: number;
  readonly protonum: number;
  readonly dir: number;
  readonly l3num?: number | undefined;
  readonly pad2?: Uint8Array | undefined;
}

function pickTupleFields(read: Read): TupleFields {
  return {
    src: read.src,
    srcport: read.srcport,
    pad1: read.pad1,
    dst: read.dst,
    dstport: read.dstport,
    protonum: read.protonum,
    dir: read.dir,
    l3num: read.l3num,
    pad2: read.pad2,
  };
}

function writeTupleFields(writer: FieldWriter, fields: TupleFields): void {
  writer.u4(fields.src);
  writer.u2(fields.srcport);
  writer.u2(fields.pad1);
  writer.u4(fields.dst);
  writer.u2(fields.dstport);
  writer.u1(fields.protonum);
  writer.u1(fields.dir);
  if (fields.l3num !== undefined) writer.u2(fields.l3num);
  if (fields.pad2 !== undefined) writer.bytes(fields.pad2, 6);
}

/** One tracked connection, an object of the NET_CONNTRACK section. Content: NET_CONNTRACK_EXPECT objects. 232 bytes are the RHEL6 form, 296 that of 2.6.16 to vanilla 2.6.32 and 280 that of older kernels. */
export interface NetConntrackFields {
  readonly tuples: readonly TupleFields[];
  readonly status: bigint;
  readonly timeout: bigint;
  readonly index: number;
  readonly ctHelper: number;
  readonly natHelper: number;
  readonly pad1: number;
  readonly protoData: readonly number[];
  readonly helpData: readonly number[];
  readonly initialized?: number | undefined;
  readonly numManips?: number | undefined;
  readonly natManips?: readonly NatManipFields[] | undefined;
  readonly natSeq: readonly NatSeqFields[];
  readonly masqIndex: number;
  readonly id?: number | undefined;
  readonly mark?: number | undefined;
  readonly pad2: Uint8Array;
}

function pickNetConntrackFields(read: Read): NetConntrackFields {
  return {
    tuples: read.tuples.map(pickTupleFields),
    status: read.status,
    timeout: read.timeout,
    index: read.index,
    ctHelper: read.ctHelper,
    natHelper: read.natHelper,
    pad1: read.pad1,
    protoData: read.protoData,
    helpData: read.helpData,
    initialized: read.initialized,
    numManips: read.numManips,
    natManips: read.natManips === undefined ? undefined : read.natManips.map(pickNatManipFields),
    natSeq: read.natSeq.map(pickNatSeqFields),
    masqIndex: read.masqIndex,
    id: read.id,
    mark: read.mark,
    pad2: read.pad2,
  };
}

function writeNetConntrackFields(writer: FieldWriter, fields: NetConntrackFields): void {
  for (const element of fields.tuples) writeTupleFields(writer, element);
  writer.u8(fields.status);
  writer.u8(fields.timeout);
  writer.u4(fields.index);
  writer.u1(fields.ctHelper);
  writer.u1(fields.natHelper);
  writer.u2(fields.pad1);
  for (const element of fields.protoData) writer.u4(element);
  for (const element of fields.helpData) writer.u4(element);
  if (fields.initialized !== undefined) writer.u4(fields.initialized);
  if (fields.numManips !== undefined) writer.u4(fields.numManips);
  if (fields.natManips !== undefined) for (const element of fields.natManips) writeNatManipFields(writer, element);
  for (const element of fields.natSeq) writeNatSeqFields(writer, element);
  writer.u4(fields.masqIndex);
  if (fields.id !== undefined) writer.u4(fields.id);
  if (fields.mark !== undefined) writer.u4(fields.mark);
  writer.bytes(fields.pad2, 4);
}

/** One connection that a tracked connection is expected to open, an object inside NET_CONNTRACK. It has no content. 96 bytes are the old form and that of kernels from 042stab076 on, 88 that of 042stab061. */
export interface NetConntrackExpectFields {
  readonly timeout: bigint;
  readonly siblingConntrack: number;
  readonly seqNumber?: number | undefined;
  readonly pad1?: number | undefined;
  readonly ctTuple?: TupleFields | undefined;
  readonly tuple: TupleFields;
  readonly mask: TupleFields;
  readonly help?: readonly number[] | undefined;
  readonly manipProto?: number | undefined;
  readonly dir: number;
  readonly flags: number;
  readonly pad2?: Uint8Array | undefined;
  readonly class?: number | undefined;
  readonly pad3?: number | undefined;
}

function pickNetConntrackExpectFields(read: Read): NetConntrackExpectFields {
  return {
    timeout: read.timeout,
    siblingConntrack: read.siblingConntrack,
    seqNumber: read.seqNumber,
    pad1: read.pad1,
    ctTuple: read.ctTuple === undefined ? undefined : pickTupleFields(read.ctTuple),
    tuple: pickTupleFields(read.tuple),
    mask: pickTupleFields(read.mask),
    help: read.help,
    manipProto: read.manipProto,
    dir: read.dir,
    flags: read.flags,
    pad2: read.pad2,
    class: read.class,
    pad3: read.pad3,
  };
}

function writeNetConntrackExpectFields(writer: FieldWriter, fields: NetConntrackExpectFields): void {
  writer.u8(fields.timeout);
  writer.u4(fields.siblingConntrack);
  if (fields.seqNumber !== undefined) writer.u4(fields.seqNumber);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
  if (fields.ctTuple !== undefined) writeTupleFields(writer, fields.ctTuple);
  writeTupleFields(writer, fields.tuple);
  writeTupleFields(writer, fields.mask);
  if (fields.help !== undefined) for (const element of fields.help) writer.u4(element);
  if (fields.manipProto !== undefined) writer.u2(fields.manipProto);
  writer.u1(fields.dir);
  writer.u1(fields.flags);
  if (fields.pad2 !== undefined) writer.bytes(fields.pad2, 6);
  if (fields.class !== undefined) writer.u4(fields.class);
  if (fields.pad3 !== undefined) writer.u4(fields.pad3);
}

/** One thread, an object of the TASKS section. The order is depth first: a thread group leader, its other threads, then each child with its subtree; the first one must be pid 1. Content: BITS with the kernel stack (useless), registers, BITS with the FPU state, LASTSIGINFO, SIGALTSTACK, TASK_AUX, SIGINFO objects, and SIGNAL_STRUCT inside the last thread of the group. All pids are those that the container sees. */
export interface TaskFields {
  readonly state: bigint;
  readonly flags: bigint;
  readonly ptrace: bigint;
  readonly prio: number;
  readonly staticPrio: number;
  readonly policy: number;
  readonly rtPriority: number;
  readonly execDomain: bigint;
  readonly thrflags: bigint;
  readonly thrstatus: bigint;
  readonly addrLimit: bigint;
  readonly personality: bigint;
  readonly mm: bigint;
  readonly files: bigint;
  readonly fs: bigint;
  readonly signal: bigint;
  readonly sighand: bigint;
  readonly sigblocked: bigint;
  readonly sigrblocked: bigint;
  readonly sigpending: bigint;
  readonly namespace: bigint;
  readonly sysvsemUndo: bigint;
  readonly pid: number;
  readonly tgid: number;
  readonly ppid: number;
  readonly rppid: number;
  readonly pgrp: number;
  readonly session: number;
  readonly oldPgrp: number;
  readonly pad: number;
  readonly leader: number;
  readonly pnState: number;
  readonly stoppedState: number;
  readonly sigsuspendState: number;
  readonly is64bit: number;
  readonly setTid: bigint;
  readonly clearTid: bigint;
  readonly exitCode: number;
  readonly exitSignal: number;
  readonly pdeathSignal: number;
  readonly user: number;
  readonly uid: number;
  readonly euid: number;
  readonly suid: number;
  readonly fsuid: number;
  readonly gid: number;
  readonly egid: number;
  readonly sgid: number;
  readonly fsgid: number;
  readonly ngids: number;
  readonly gids: readonly number[];
  readonly prctlUac: number;
  readonly prctlFpemu: number;
  readonly pad1: number;
  readonly ecap: bigint;
  readonly icap: bigint;
  readonly pcap: bigint;
  readonly comm: Uint8Array;
  readonly tls: readonly bigint[];
  readonly restart: RestartBlockFields;
  readonly itRealValue: bigint;
  readonly itRealIncr: bigint;
  readonly itProfValue: bigint;
  readonly itProfIncr: bigint;
  readonly itVirtValue: bigint;
  readonly itVirtIncr: bigint;
  readonly usedMath: number;
  readonly keepcap: number;
  readonly didExec: number;
  readonly ptraceMessage: number;
  readonly utime: bigint;
  readonly stime: bigint;
  readonly starttime: bigint;
  readonly nvcsw: bigint;
  readonly nivcsw: bigint;
  readonly minFlt: bigint;
  readonly majFlt: bigint;
  readonly sigsuspendBlocked: bigint;
  readonly cutime: bigint;
  readonly cstime: bigint;
  readonly cnvcsw: bigint;
  readonly cnivcsw: bigint;
  readonly cminFlt: bigint;
  readonly cmajFlt: bigint;
  readonly rlimCur: readonly bigint[];
  readonly rlimMax: readonly bigint[];
  readonly taskUb: bigint;
  readonly execUb: bigint;
  readonly mmUb: bigint;
  readonly forkSub: bigint;
  readonly posixTimers?: bigint | undefined;
  readonly bcap?: bigint | undefined;
}

function pickTaskFields(read: Read): TaskFields {
  return {
    state: read.state,
    flags: read.flags,
    ptrace: read.ptrace,
    prio: read.prio,
    staticPrio: read.staticPrio,
    policy: read.policy,
    rtPriority: read.rtPriority,
    execDomain: read.execDomain,
    thrflags: read.thrflags,
    thrstatus: read.thrstatus,
    addrLimit: read.addrLimit,
    personality: read.personality,
    mm: read.mm,
    files: read.files,
    fs: read.fs,
    signal: read.signal,
    sighand: read.sighand,
    sigblocked: read.sigblocked,
    sigrblocked: read.sigrblocked,
    sigpending: read.sigpending,
    namespace: read.namespace,
    sysvsemUndo: read.sysvsemUndo,
    pid: read.pid,
    tgid: read.tgid,
    ppid: read.ppid,
    rppid: read.rppid,
    pgrp: read.pgrp,
    session: read.session,
    oldPgrp: read.oldPgrp,
    pad: read.pad,
    leader: read.leader,
    pnState: read.pnState,
    stoppedState: read.stoppedState,
    sigsuspendState: read.sigsuspendState,
    is64bit: read.is64bit,
    setTid: read.setTid,
    clearTid: read.clearTid,
    exitCode: read.exitCode,
    exitSignal: read.exitSignal,
    pdeathSignal: read.pdeathSignal,
    user: read.user,
    uid: read.uid,
    euid: read.euid,
    suid: read.suid,
    fsuid: read.fsuid,
    gid: read.gid,
    egid: read.egid,
    sgid: read.sgid,
    fsgid: read.fsgid,
    ngids: read.ngids,
    gids: read.gids,
    prctlUac: read.prctlUac,
    prctlFpemu: read.prctlFpemu,
    pad1: read.pad1,
    ecap: read.ecap,
    icap: read.icap,
    pcap: read.pcap,
    comm: read.comm,
    tls: read.tls,
    restart: pickRestartBlockFields(read.restart),
    itRealValue: read.itRealValue,
    itRealIncr: read.itRealIncr,
    itProfValue: read.itProfValue,
    itProfIncr: read.itProfIncr,
    itVirtValue: read.itVirtValue,
    itVirtIncr: read.itVirtIncr,
    usedMath: read.usedMath,
    keepcap: read.keepcap,
    didExec: read.didExec,
    ptraceMessage: read.ptraceMessage,
    utime: read.utime,
    stime: read.stime,
    starttime: read.starttime,
    nvcsw: read.nvcsw,
    nivcsw: read.nivcsw,
    minFlt: read.minFlt,
    majFlt: read.majFlt,
    sigsuspendBlocked: read.sigsuspendBlocked,
    cutime: read.cutime,
    cstime: read.cstime,
    cnvcsw: read.cnvcsw,
    cnivcsw: read.cnivcsw,
    cminFlt: read.cminFlt,
    cmajFlt: read.cmajFlt,
    rlimCur: read.rlimCur,
    rlimMax: read.rlimMax,
    taskUb: read.taskUb,
    execUb: read.execUb,
    mmUb: read.mmUb,
    forkSub: read.forkSub,
    posixTimers: read.posixTimers,
    bcap: read.bcap,
  };
}

function writeTaskFields(writer: FieldWriter, fields: TaskFields): void {
  writer.u8(fields.state);
  writer.u8(fields.flags);
  writer.u8(fields.ptrace);
  writer.u4(fields.prio);
  writer.u4(fields.staticPrio);
  writer.u4(fields.policy);
  writer.u4(fields.rtPriority);
  writer.u8(fields.execDomain);
  writer.u8(fields.thrflags);
  writer.u8(fields.thrstatus);
  writer.u8(fields.addrLimit);
  writer.u8(fields.personality);
  writer.u8(fields.mm);
  writer.u8(fields.files);
  writer.u8(fields.fs);
  writer.u8(fields.signal);
  writer.u8(fields.sighand);
  writer.u8(fields.sigblocked);
  writer.u8(fields.sigrblocked);
  writer.u8(fields.sigpending);
  writer.u8(fields.namespace);
  writer.u8(fields.sysvsemUndo);
  writer.u4(fields.pid);
  writer.u4(fields.tgid);
  writer.u4(fields.ppid);
  writer.u4(fields.rppid);
  writer.u4(fields.pgrp);
  writer.u4(fields.session);
  writer.u4(fields.oldPgrp);
  writer.u4(fields.pad);
  writer.u4(fields.leader);
  writer.u1(fields.pnState);
  writer.u1(fields.stoppedState);
  writer.u1(fields.sigsuspendState);
  writer.u1(fields.is64bit);
  writer.u8(fields.setTid);
  writer.u8(fields.clearTid);
  writer.u4(fields.exitCode);
  writer.u4(fields.exitSignal);
  writer.u4(fields.pdeathSignal);
  writer.u4(fields.user);
  writer.u4(fields.uid);
  writer.u4(fields.euid);
  writer.u4(fields.suid);
  writer.u4(fields.fsuid);
  writer.u4(fields.gid);
  writer.u4(fields.egid);
  writer.u4(fields.sgid);
  writer.u4(fields.fsgid);
  writer.u4(fields.ngids);
  for (const element of fields.gids) writer.u4(element);
  writer.u1(fields.prctlUac);
  writer.u1(fields.prctlFpemu);
  writer.u2(fields.pad1);
  writer.u8(fields.ecap);
  writer.u8(fields.icap);
  writer.u8(fields.pcap);
  writer.bytes(fields.comm, 16);
  for (const element of fields.tls) writer.u8(element);
  writeRestartBlockFields(writer, fields.restart);
  writer.u8(fields.itRealValue);
  writer.u8(fields.itRealIncr);
  writer.u8(fields.itProfValue);
  writer.u8(fields.itProfIncr);
  writer.u8(fields.itVirtValue);
  writer.u8(fields.itVirtIncr);
  writer.u2(fields.usedMath);
  writer.u1(fields.keepcap);
  writer.u1(fields.didExec);
  writer.u4(fields.ptraceMessage);
  writer.u8(fields.utime);
  writer.u8(fields.stime);
  writer.u8(fields.starttime);
  writer.u8(fields.nvcsw);
  writer.u8(fields.nivcsw);
  writer.u8(fields.minFlt);
  writer.u8(fields.majFlt);
  writer.u8(fields.sigsuspendBlocked);
  writer.u8(fields.cutime);
  writer.u8(fields.cstime);
  writer.u8(fields.cnvcsw);
  writer.u8(fields.cnivcsw);
  writer.u8(fields.cminFlt);
  writer.u8(fields.cmajFlt);
  for (const element of fields.rlimCur) writer.u8(element);
  for (const element of fields.rlimMax) writer.u8(element);
  writer.u8(fields.taskUb);
  writer.u8(fields.execUb);
  writer.u8(fields.mmUb);
  writer.u8(fields.forkSub);
  if (fields.posixTimers !== undefined) writer.u8(fields.posixTimers);
  if (fields.bcap !== undefined) writer.u8(fields.bcap);
}

/** System call to be restarted, part of TASK. The order of the arguments depends on the version; a wrong order makes RHEL6 kernels panic at resume. */
export interface RestartBlockFields {
  readonly fn: bigint;
  readonly arg0: bigint;
  readonly arg1: bigint;
  readonly arg2: bigint;
  readonly arg3: bigint;
}

function pickRestartBlockFields(read: Read): RestartBlockFields {
  return {
    fn: read.fn,
    arg0: read.arg0,
    arg1: read.arg1,
    arg2: read.arg2,
    arg3: read.arg3,
  };
}

function writeRestartBlockFields(writer: FieldWriter, fields: RestartBlockFields): void {
  writer.u8(fields.fn);
  writer.u8(fields.arg0);
  writer.u8(fields.arg1);
  writer.u8(fields.arg2);
  writer.u8(fields.arg3);
}

/** Registers of a 32-bit task, an object inside TASK. It has no content. Segment registers hold abstract codes. */
export interface X86RegsFields {
  readonly debugreg: readonly number[];
  readonly fs: number;
  readonly gs: number;
  readonly ebx: number;
  readonly ecx: number;
  readonly edx: number;
  readonly esi: number;
  readonly edi: number;
  readonly ebp: number;
  readonly eax: number;
  readonly xds: number;
  readonly xes: number;
  readonly origEax: number;
  readonly eip: number;
  readonly xcs: number;
  readonly eflags: number;
  readonly esp: number;
  readonly xss: number;
  readonly ugs: number;
}

function pickX86RegsFields(read: Read): X86RegsFields {
  return {
    debugreg: read.debugreg,
    fs: read.fs,
    gs: read.gs,
    ebx: read.ebx,
    ecx: read.ecx,
    edx: read.edx,
    esi: read.esi,
    edi: read.edi,
    ebp: read.ebp,
    eax: read.eax,
    xds: read.xds,
    xes: read.xes,
    origEax: read.origEax,
    eip: read.eip,
    xcs: read.xcs,
    eflags: read.eflags,
    esp: read.esp,
    xss: read.xss,
    ugs: read.ugs,
  };
}

function writeX86RegsFields(writer: FieldWriter, fields: X86RegsFields): void {
  for (const element of fields.debugreg) writer.u4(element);
  writer.u4(fields.fs);
  writer.u4(fields.gs);
  writer.u4(fields.ebx);
  writer.u4(fields.ecx);
  writer.u4(fields.edx);
  writer.u4(fields.esi);
  writer.u4(fields.edi);
  writer.u4(fields.ebp);
  writer.u4(fields.eax);
  writer.u4(fields.xds);
  writer.u4(fields.xes);
  writer.u4(fields.origEax);
  writer.u4(fields.eip);
  writer.u4(fields.xcs);
  writer.u4(fields.eflags);
  writer.u4(fields.esp);
  writer.u4(fields.xss);
  writer.u4(fields.ugs);
}

/** Registers of a 64-bit task, an object inside TASK. It has no content. Segment registers hold abstract codes. */
export interface X8664RegsFields {
  readonly debugreg: readonly bigint[];
  readonly fsbase: bigint;
  readonly gsbase: bigint;
  readonly fsindex: number;
  readonly gsindex: number;
  readonly ds: number;
  readonly es: number;
  readonly r15: bigint;
  readonly r14: bigint;
  readonly r13: bigint;
  readonly r12: bigint;
  readonly rbp: bigint;
  readonly rbx: bigint;
  readonly r11: bigint;
  readonly r10: bigint;
  readonly r9: bigint;
  readonly r8: bigint;
  readonly rax: bigint;
  readonly rcx: bigint;
  readonly rdx: bigint;
  readonly rsi: bigint;
  readonly rdi: bigint;
  readonly origRax: bigint;
  readonly rip: bigint;
  readonly cs: bigint;
  readonly eflags: bigint;
  readonly rsp: bigint;
  readonly ss: bigint;
}

function pickX8664RegsFields(read: Read): X8664RegsFields {
  return {
    debugreg: read.debugreg,
    fsbase: read.fsbase,
    gsbase: read.gsbase,
    fsindex: read.fsindex,
    gsindex: read.gsindex,
    ds: read.ds,
    es: read.es,
    r15: read.r15,
    r14: read.r14,
    r13: read.r13,
    r12: read.r12,
    rbp: read.rbp,
    rbx: read.rbx,
    r11: read.r11,
    r10: read.r10,
    r9: read.r9,
    r8: read.r8,
    rax: read.rax,
    rcx: read.rcx,
    rdx: read.rdx,
    rsi: read.rsi,
    rdi: read.rdi,
    origRax: read.origRax,
    rip: read.rip,
    cs: read.cs,
    eflags: read.eflags,
    rsp: read.rsp,
    ss: read.ss,
  };
}

function writeX8664RegsFields(writer: FieldWriter, fields: X8664RegsFields): void {
  for (const element of fields.debugreg) writer.u8(element);
  writer.u8(fields.fsbase);
  writer.u8(fields.gsbase);
  writer.u4(fields.fsindex);
  writer.u4(fields.gsindex);
  writer.u4(fields.ds);
  writer.u4(fields.es);
  writer.u8(fields.r15);
  writer.u8(fields.r14);
  writer.u8(fields.r13);
  writer.u8(fields.r12);
  writer.u8(fields.rbp);
  writer.u8(fields.rbx);
  writer.u8(fields.r11);
  writer.u8(fields.r10);
  writer.u8(fields.r9);
  writer.u8(fields.r8);
  writer.u8(fields.rax);
  writer.u8(fields.rcx);
  writer.u8(fields.rdx);
  writer.u8(fields.rsi);
  writer.u8(fields.rdi);
  writer.u8(fields.origRax);
  writer.u8(fields.rip);
  writer.u8(fields.cs);
  writer.u8(fields.eflags);
  writer.u8(fields.rsp);
  writer.u8(fields.ss);
}

/** Registers of an ia64 task, an object inside TASK. It has no content. Restored only by ia64 kernels. No real image was seen; the meaning follows the names of the architecture. */
export interface Ia64RegsFields {
  readonly gr: readonly bigint[];
  readonly fr: readonly bigint[];
  readonly br: readonly bigint[];
  readonly nat: readonly bigint[];
  readonly arBspstore: bigint;
  readonly numRegs: bigint;
  readonly loadrs: bigint;
  readonly arBsp: bigint;
  readonly arUnat: bigint;
  readonly arPfs: bigint;
  readonly arCcv: bigint;
  readonly arFpsr: bigint;
  readonly arCsd: bigint;
  readonly arSsd: bigint;
  readonly arEc: bigint;
  readonly arLc: bigint;
  readonly arRsc: bigint;
  readonly arRnat: bigint;
  readonly crIip: bigint;
  readonly crIpsr: bigint;
  readonly cfm: bigint;
  readonly pr: bigint;
  readonly ibr: readonly bigint[];
  readonly dbr: readonly bigint[];
}

function pickIa64RegsFields(read: Read): Ia64RegsFields {
  return {
    gr: read.gr,
    fr: read.fr,
    br: read.br,
    nat: read.nat,
    arBspstore: read.arBspstore,
    numRegs: read.numRegs,
    loadrs: read.loadrs,
    arBsp: read.arBsp,
    arUnat: read.arUnat,
    arPfs: read.arPfs,
    arCcv: read.arCcv,
    arFpsr: read.arFpsr,
    arCsd: read.arCsd,
    arSsd: read.arSsd,
    arEc: read.arEc,
    arLc: read.arLc,
    arRsc: read.arRsc,
    arRnat: read.arRnat,
    crIip: read.crIip,
    crIpsr: read.crIpsr,
    cfm: read.cfm,
    pr: read.pr,
    ibr: read.ibr,
    dbr: read.dbr,
  };
}

function writeIa64RegsFields(writer: FieldWriter, fields: Ia64RegsFields): void {
  for (const element of fields.gr) writer.u8(element);
  for (const element of fields.fr) writer.u8(element);
  for (const element of fields.br) writer.u8(element);
  for (const element of fields.nat) writer.u8(element);
  writer.u8(fields.arBspstore);
  writer.u8(fields.numRegs);
  writer.u8(fields.loadrs);
  writer.u8(fields.arBsp);
  writer.u8(fields.arUnat);
  writer.u8(fields.arPfs);
  writer.u8(fields.arCcv);
  writer.u8(fields.arFpsr);
  writer.u8(fields.arCsd);
  writer.u8(fields.arSsd);
  writer.u8(fields.arEc);
  writer.u8(fields.arLc);
  writer.u8(fields.arRsc);
  writer.u8(fields.arRnat);
  writer.u8(fields.crIip);
  writer.u8(fields.crIpsr);
  writer.u8(fields.cfm);
  writer.u8(fields.pr);
  for (const element of fields.ibr) writer.u8(element);
  for (const element of fields.dbr) writer.u8(element);
}

/** Alternate signal stack, an object inside TASK, present only if one is set. It has no content. */
export interface SigaltstackFields {
  readonly stack: bigint;
  readonly stacksize: number;
  readonly pad1: number;
}

function pickSigaltstackFields(read: Read): SigaltstackFields {
  return {
    stack: read.stack,
    stacksize: read.stacksize,
    pad1: read.pad1,
  };
}

function writeSigaltstackFields(writer: FieldWriter, fields: SigaltstackFields): void {
  writer.u8(fields.stack);
  writer.u4(fields.stacksize);
  writer.u4(fields.pad1);
}

/** Further state of a task, an object inside TASK, present only if it has a robust list. It has no content. */
export interface TaskAuxFields {
  readonly robustList: bigint;
  readonly future: readonly bigint[];
}

function pickTaskAuxFields(read: Read): TaskAuxFields {
  return {
    robustList: read.robustList,
    future: read.future,
  };
}

function writeTaskAuxFields(writer: FieldWriter, fields: TaskAuxFields): void {
  writer.u8(fields.robustList);
  for (const element of fields.future) writer.u8(element);
}

/** One queued signal, an object inside TASK (signals of the thread) or inside SIGNAL_STRUCT (signals of the group), in queue order. The object LASTSIGINFO inside TASK has the same form and holds the signal of a ptrace stop. Inside TASK nothing else may follow the first SIGINFO but SIGNAL_STRUCT. Kernels from 042stab076 do not store signals of POSIX timers. */
export interface SiginfoFields {
  readonly qflags: number;
  readonly signo: number;
  readonly errno: number;
  readonly code: number;
  readonly sigval: bigint;
  readonly pid: number;
  readonly uid: number;
  readonly utime: bigint;
  readonly stime: bigint;
  readonly user: bigint;
  readonly sifields?: readonly number[] | undefined;
  readonly sifield28?: number | undefined;
  readonly pad1?: number | undefined;
}

function pickSiginfoFields(read: Read): SiginfoFields {
  return {
    qflags: read.qflags,
    signo: read.signo,
    errno: read.errno,
    code: read.code,
    sigval: read.sigval,
    pid: read.pid,
    uid: read.uid,
    utime: read.utime,
    stime: read.stime,
    user: read.user,
    sifields: read.sifields,
    sifield28: read.sifield28,
    pad1: read.pad1,
  };
}

function writeSiginfoFields(writer: FieldWriter, fields: SiginfoFields): void {
  writer.u4(fields.qflags);
  writer.u4(fields.signo);
  writer.u4(fields.errno);
  writer.u4(fields.code);
  writer.u8(fields.sigval);
  writer.u4(fields.pid);
  writer.u4(fields.uid);
  writer.u8(fields.utime);
  writer.u8(fields.stime);
  writer.u8(fields.user);
  if (fields.sifields !== undefined) for (const element of fields.sifields) writer.u4(element);
  if (fields.sifield28 !== undefined) writer.u4(fields.sifield28);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
}

/** State shared by a thread group, an object inside the TASK of its last thread. Content: SIGINFO objects that are pending for the group. */
export interface SignalStructFields {
  readonly leader: number;
  readonly pgrpType: number;
  readonly oldPgrpType: number;
  readonly sessionType: number;
  readonly pad1: number;
  readonly pgrp: bigint;
  readonly oldPgrp: bigint;
  readonly session: bigint;
  readonly sigpending: bigint;
  readonly ctty: bigint;
  readonly currTarget: number;
  readonly groupExit: number;
  readonly groupExitCode: number;
  readonly groupExitTask: number;
  readonly notifyCount: number;
  readonly groupStopCount: number;
  readonly stopState: number;
  readonly pad2: number;
  readonly utime: bigint;
  readonly stime: bigint;
  readonly cutime: bigint;
  readonly cstime: bigint;
  readonly nvcsw: bigint;
  readonly nivcsw: bigint;
  readonly cnvcsw: bigint;
  readonly cnivcsw: bigint;
  readonly minFlt: bigint;
  readonly majFlt: bigint;
  readonly cminFlt: bigint;
  readonly cmajFlt: bigint;
  readonly rlimCur: readonly bigint[];
  readonly rlimMax: readonly bigint[];
  readonly flags?: bigint | undefined;
}

function pickSignalStructFields(read: Read): SignalStructFields {
  return {
    leader: read.leader,
    pgrpType: read.pgrpType,
    oldPgrpType: read.oldPgrpType,
    sessionType: read.sessionType,
    pad1: read.pad1,
    pgrp: read.pgrp,
    oldPgrp: read.oldPgrp,
    session: read.session,
    sigpending: read.sigpending,
    ctty: read.ctty,
    currTarget: read.currTarget,
    groupExit: read.groupExit,
    groupExitCode: read.groupExitCode,
    groupExitTask: read.groupExitTask,
    notifyCount: read.notifyCount,
    groupStopCount: read.groupStopCount,
    stopState: read.stopState,
    pad2: read.pad2,
    utime: read.utime,
    stime: read.stime,
    cutime: read.cutime,
    cstime: read.cstime,
    nvcsw: read.nvcsw,
    nivcsw: read.nivcsw,
    cnvcsw: read.cnvcsw,
    cnivcsw: read.cnivcsw,
    minFlt: read.minFlt,
    majFlt: read.majFlt,
    cminFlt: read.cminFlt,
    cmajFlt: read.cmajFlt,
    rlimCur: read.rlimCur,
    rlimMax: read.rlimMax,
    flags: read.flags,
  };
}

function writeSignalStructFields(writer: FieldWriter, fields: SignalStructFields): void {
  writer.u4(fields.leader);
  writer.u1(fields.pgrpType);
  writer.u1(fields.oldPgrpType);
  writer.u1(fields.sessionType);
  writer.u1(fields.pad1);
  writer.u8(fields.pgrp);
  writer.u8(fields.oldPgrp);
  writer.u8(fields.session);
  writer.u8(fields.sigpending);
  writer.u8(fields.ctty);
  writer.u4(fields.currTarget);
  writer.u4(fields.groupExit);
  writer.u4(fields.groupExitCode);
  writer.u4(fields.groupExitTask);
  writer.u4(fields.notifyCount);
  writer.u4(fields.groupStopCount);
  writer.u4(fields.stopState);
  writer.u4(fields.pad2);
  writer.u8(fields.utime);
  writer.u8(fields.stime);
  writer.u8(fields.cutime);
  writer.u8(fields.cstime);
  writer.u8(fields.nvcsw);
  writer.u8(fields.nivcsw);
  writer.u8(fields.cnvcsw);
  writer.u8(fields.cnivcsw);
  writer.u8(fields.minFlt);
  writer.u8(fields.majFlt);
  writer.u8(fields.cminFlt);
  writer.u8(fields.cmajFlt);
  for (const element of fields.rlimCur) writer.u8(element);
  for (const element of fields.rlimMax) writer.u8(element);
  if (fields.flags !== undefined) writer.u8(fields.flags);
}

/** Action for one signal, an object inside SIGHAND_STRUCT. It has no content. Signals with the default action have none. */
export interface SighandlerFields {
  readonly signo: number;
  readonly pad1: number;
  readonly handler: bigint;
  readonly restorer: bigint;
  readonly flags: bigint;
  readonly mask: bigint;
}

function pickSighandlerFields(read: Read): SighandlerFields {
  return {
    signo: read.signo,
    pad1: read.pad1,
    handler: read.handler,
    restorer: read.restorer,
    flags: read.flags,
    mask: read.mask,
  };
}

function writeSighandlerFields(writer: FieldWriter, fields: SighandlerFields): void {
  writer.u4(fields.signo);
  writer.u4(fields.pad1);
  writer.u8(fields.handler);
  writer.u8(fields.restorer);
  writer.u8(fields.flags);
  writer.u8(fields.mask);
}

/** One timer made by timer_create, an object inside POSIX_TIMER_LIST. It has no content. From kernel 042stab076, which writes 72 bytes and no thread id and dump time. */
export interface PosixTimerFields {
  readonly timerId: number;
  readonly timerClock: number;
  readonly timerOverrun: number;
  readonly timerOverrunLast: number;
  readonly timerSignalPending: number;
  readonly pad1?: number | undefined;
  readonly timerInterval: bigint;
  readonly timerValue: bigint;
  readonly sigevValue: bigint;
  readonly sigevSigno: number;
  readonly sigevNotify: number;
  readonly sigevNotifyTid?: number | undefined;
  readonly pad2?: number | undefined;
  readonly dumpTime?: bigint | undefined;
  readonly padEnd?: number | undefined;
}

function pickPosixTimerFields(read: Read): PosixTimerFields {
  return {
    timerId: read.timerId,
    timerClock: read.timerClock,
    timerOverrun: read.timerOverrun,
    timerOverrunLast: read.timerOverrunLast,
    timerSignalPending: read.timerSignalPending,
    pad1: read.pad1,
    timerInterval: read.timerInterval,
    timerValue: read.timerValue,
    sigevValue: read.sigevValue,
    sigevSigno: read.sigevSigno,
    sigevNotify: read.sigevNotify,
    sigevNotifyTid: read.sigevNotifyTid,
    pad2: read.pad2,
    dumpTime: read.dumpTime,
    padEnd: read.padEnd,
  };
}

function writePosixTimerFields(writer: FieldWriter, fields: PosixTimerFields): void {
  writer.u4(fields.timerId);
  writer.u4(fields.timerClock);
  writer.u4(fields.timerOverrun);
  writer.u4(fields.timerOverrunLast);
  writer.u4(fields.timerSignalPending);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
  writer.u8(fields.timerInterval);
  writer.u8(fields.timerValue);
  writer.u8(fields.sigevValue);
  writer.u4(fields.sigevSigno);
  writer.u4(fields.sigevNotify);
  if (fields.sigevNotifyTid !== undefined) writer.u4(fields.sigevNotifyTid);
  if (fields.pad2 !== undefined) writer.u4(fields.pad2);
  if (fields.dumpTime !== undefined) writer.u8(fields.dumpTime);
  if (fields.padEnd !== undefined) writer.u4(fields.padEnd);
}

/** The last 248 bytes of the file. */
export interface MajorTailFields {
  readonly lazypages: number;
  readonly num64bit: number;
  readonly sections: readonly bigint[];
  readonly nsect: number;
  readonly signature: Uint8Array;
}

function pickMajorTailFields(read: Read): MajorTailFields {
  return {
    lazypages: read.lazypages,
    num64bit: read.num64bit,
    sections: read.sections,
    nsect: read.nsect,
    signature: read.signature,
  };
}

function writeMajorTailFields(writer: FieldWriter, fields: MajorTailFields): void {
  writer.u4(fields.lazypages);
  writer.u4(fields.num64bit);
  for (const element of fields.sections) writer.u8(element);
  writer.u4(fields.nsect);
  writer.bytes(fields.signature, 4);
}

/** Objects that are a bare header. */
export type NoFields = Readonly<Record<never, never>>;

/** Decoded fields by record kind; the kind is the kernel's object name without CPT_OBJ_, in lower case. */
export interface CptFields {
  readonly task: TaskFields;
  readonly mm: MmFields;
  readonly fs: FsFields;
  readonly files: FilesFields;
  readonly file: FileFields;
  readonly sighand_struct: NoFields;
  readonly signal_struct: SignalStructFields;
  readonly tty: TtyFields;
  readonly socket: SocketFields;
  readonly sysvsem_undo: NoFields;
  readonly namespace: NoFields;
  readonly sysv_shm: SysvShmFields;
  readonly inode: InodeFields;
  readonly ubc: UbcFields;
  readonly slm_sgreg: SlmSgregFields;
  readonly slm_regobj: SlmRegobjFields;
  readonly slm_mm: NoFields;
  readonly vfsmount_ref: NoFields;
  readonly cgroup: CgroupFields;
  readonly cgroups: NoFields;
  readonly posix_timer_list: NoFields;
  readonly vfsmount_missed_ref: NoFields;
  readonly vma: VmaFields;
  readonly filedesc: FiledescFields;
  readonly sighandler: SighandlerFields;
  readonly siginfo: SiginfoFields;
  readonly lastsiginfo: SiginfoFields;
  readonly sysv_sem: SysvSemFields;
  readonly skb: SkbFields;
  readonly flock: FlockFields;
  readonly openreq: OpenreqFields;
  readonly vfsmount: VfsmountFields;
  readonly trailer: MajorTailFields;
  readonly sysvsem_undo_rec: SysvsemUndoRecFields;
  readonly net_device: NetDeviceFields;
  readonly net_ifaddr: NetIfaddrFields;
  readonly net_route: NoFields;
  readonly net_conntrack: NetConntrackFields;
  readonly net_conntrack_expect: NetConntrackExpectFields;
  readonly aio_context: AioContextFields;
  readonly veinfo: VeinfoFields;
  readonly epoll: EpollFields;
  readonly epoll_file: EpollFileFields;
  readonly skfilter: BitsFields;
  readonly sigaltstack: SigaltstackFields;
  readonly sock_mcaddr: SockMcaddrFields;
  readonly bind_mnt: NoFields;
  readonly sysvmsg: SysvmsgFields;
  readonly sysvmsg_msg: SysvmsgMsgFields;
  readonly mm_auxv: NoFields;
  readonly net_idev_cnf: NetIdevCnfFields;
  readonly x86_regs: X86RegsFields;
  readonly x86_64_regs: X8664RegsFields;
  readonly pages: PagesFields;
  readonly copypages: CopypagesFields;
  readonly remappages: RemappagesFields;
  readonly lazypages: LazypagesFields;
  readonly name: NameFields;
  readonly bits: BitsFields;
  readonly ref: RefFields;
  readonly iterpages: IterpagesFields;
  readonly iteryoungpages: IterpagesFields;
  readonly vsyscall: PagesFields;
  readonly ia64_regs: Ia64RegsFields;
  readonly inotify: InotifyFields;
  readonly inotify_watch: InotifyWatchFields;
  readonly inotify_event: InotifyEventFields;
  readonly task_aux: TaskAuxFields;
  readonly net_tuntap: NetTuntapFields;
  readonly net_hwaddr: NetHwaddrFields;
  readonly net_veth: NetVethFields;
  readonly net_stats: NetStatsFields;
  readonly net_ipip_tunnel: NetIpipTunnelFields;
  readonly timerfd: TimerfdFields;
  readonly eventfd: EventfdFields;
  readonly net_br: NetBrFields;
  readonly net_br_dev: NetBrDevFields;
  readonly mount_data: NoFields;
  readonly posix_timer: PosixTimerFields;
  readonly sock_packet: SockPacketFields;
  readonly sock_packet_mc: SockPacketMcFields;
  readonly net_tap_filter: NetTapFilterFields;
}

export type CptKind = keyof CptFields;

export interface CptKindInfo<K extends CptKind> {
  readonly object: number;
  /** Name of the fixed part in the layout table; undefined for a bare header. */
  readonly layout: string | undefined;
  readonly content: 'objects' | 'cgroup' | 'bytes';
  read(stream: unknown, context: LayoutContext): CptFields[K];
  write(writer: FieldWriter, fields: CptFields[K]): void;
}

export const cptKinds: { readonly [K in CptKind]: CptKindInfo<K> } = {
  task: { object: 0, layout: 'task', content: 'objects',
    read: (stream, _context) => pickTaskFields(new CptTask.Task(stream, null, null)),
    write: writeTaskFields },
  mm: { object: 1, layout: 'mm', content: 'objects',
    read: (stream, _context) => pickMmFields(new CptMemory.Mm(stream, null, null)),
    write: writeMmFields },
  fs: { object: 2, layout: 'fs', content: 'objects',
    read: (stream, _context) => pickFsFields(new CptFiles.Fs(stream, null, null)),
    write: writeFsFields },
  files: { object: 3, layout: 'files', content: 'objects',
    read: (stream, _context) => pickFilesFields(new CptFiles.Files(stream, null, null)),
    write: writeFilesFields },
  file: { object: 4, layout: 'file', content: 'objects',
    read: (stream, _context) => pickFileFields(new CptFiles.File(stream, null, null)),
    write: writeFileFields },
  sighand_struct: { object: 5, layout: undefined, content: 'objects', read: () => ({}), write: () => {} },
  signal_struct: { object: 6, layout: 'signal_struct', content: 'objects',
    read: (stream, _context) => pickSignalStructFields(new CptTask.SignalStruct(stream, null, null)),
    write: writeSignalStructFields },
  tty: { object: 7, layout: 'tty', content: 'objects',
    read: (stream, _context) => pickTtyFields(new CptFiles.Tty(stream, null, null)),
    write: writeTtyFields },
  socket: { object: 8, layout: 'socket', content: 'objects',
    read: (stream, _context) => pickSocketFields(new CptNetwork.Socket(stream, null, null)),
    write: writeSocketFields },
  sysvsem_undo: { object: 9, layout: undefined, content: 'objects', read: () => ({}), write: () => {} },
  namespace: { object: 10, layout: undefined, content: 'objects', read: () => ({}), write: () => {} },
  sysv_shm: { object: 11, layout: 'sysv_shm', content: 'bytes',
    read: (stream, _context) => pickSysvShmFields(new CptIpc.SysvShm(stream, null, null)),
    write: writeSysvShmFields },
  inode: { object: 12, layout: 'inode', content: 'objects',
    read: (stream, _context) => pickInodeFields(new CptFiles.Inode(stream, null, null)),
    write: writeInodeFields },
  ubc: { object: 13, layout: 'ubc', content: 'bytes',
    read: (stream, _context) => pickUbcFields(new CptContainer.Ubc(stream, null, null)),
    write: writeUbcFields },
  slm_sgreg: { object: 14, layout: 'slm_sgreg', content: 'bytes',
    read: (stream, _context) => pickSlmSgregFields(new CptContainer.SlmSgreg(stream, null, null)),
    write: writeSlmSgregFields },
  slm_regobj: { object: 15, layout: 'slm_regobj', content: 'bytes',
    read: (stream, _context) => pickSlmRegobjFields(new CptContainer.SlmRegobj(stream, null, null)),
    write: writeSlmRegobjFields },
  slm_mm: { object: 16, layout: undefined, content: 'bytes', read: () => ({}), write: () => {} },
  vfsmount_ref: { object: 17, layout: undefined, content: 'bytes', read: () => ({}), write: () => {} },
  cgroup: { object: 18, layout: 'cgroup', content: 'cgroup',
    read: (stream, _context) => pickCgroupFields(new CptContainer.Cgroup(stream, null, null)),
    write: writeCgroupFields },
  cgroups: { object: 19, layout: undefined, content: 'objects', read: () => ({}), write: () => {} },
  posix_timer_list: { object: 20, layout: undefined, content: 'objects', read: () => ({}), write: () => {} },
  vfsmount_missed_ref: { object: 21, layout: undefined, content: 'bytes', read: () => ({}), write: () => {} },
  vma: { object: 1024, layout: 'vma', content: 'objects',
    read: (stream, _context) => pickVmaFields(new CptMemory.Vma(stream, null, null)),
    write: writeVmaFields },
  filedesc: { object: 1025, layout: 'filedesc', content: 'bytes',
    read: (stream, _context) => pickFiledescFields(new CptFiles.Filedesc(stream, null, null)),
    write: writeFiledescFields },
  sighandler: { object: 1026, layout: 'sighandler', content: 'bytes',
    read: (stream, _context) => pickSighandlerFields(new CptTask.Sighandler(stream, null, null)),
    write: writeSighandlerFields },
  siginfo: { object: 1027, layout: 'siginfo', content: 'bytes',
    read: (stream, _context) => pickSiginfoFields(new CptTask.Siginfo(stream, null, null)),
    write: writeSiginfoFields },
  lastsiginfo: { object: 1028, layout: 'siginfo', content: 'bytes',
    read: (stream, _context) => pickSiginfoFields(new CptTask.Siginfo(stream, null, null)),
    write: writeSiginfoFields },
  sysv_sem: { object: 1029, layout: 'sysv_sem', content: 'bytes',
    read: (stream, _context) => pickSysvSemFields(new CptIpc.SysvSem(stream, null, null)),
    write: writeSysvSemFields },
  skb: { object: 1030, layout: 'skb', content: 'objects',
    read: (stream, _context) => pickSkbFields(new CptNetwork.Skb(stream, null, null)),
    write: writeSkbFields },
  flock: { object: 1031, layout: 'flock', content: 'bytes',
    read: (stream, context) => pickFlockFields(new CptFiles.Flock(stream, null, null, context.osArch)),
    write: writeFlockFields },
  openreq: { object: 1032, layout: 'openreq', content: 'bytes',
    read: (stream, _context) => pickOpenreqFields(new CptNetwork.Openreq(stream, null, null)),
    write: writeOpenreqFields },
  vfsmount: { object: 1033, layout: 'vfsmount', content: 'objects',
    read: (stream, _context) => pickVfsmountFields(new CptFiles.Vfsmount(stream, null, null)),
    write: writeVfsmountFields },
  trailer: { object: 1034, layout: 'major_tail', content: 'bytes',
    read: (stream, _context) => pickMajorTailFields(new CptImage.MajorTail(stream, null, null)),
    write: writeMajorTailFields },
  sysvsem_undo_rec: { object: 1035, layout: 'sysvsem_undo_rec', content: 'bytes',
    read: (stream, _context) => pickSysvsemUndoRecFields(new CptIpc.SysvsemUndoRec(stream, null, null)),
    write: writeSysvsemUndoRecFields },
  net_device: { object: 1036, layout: 'net_device', content: 'objects',
    read: (stream, _context) => pickNetDeviceFields(new CptNetwork.NetDevice(stream, null, null)),
    write: writeNetDeviceFields },
  net_ifaddr: { object: 1037, layout: 'net_ifaddr', content: 'bytes',
    read: (stream, _context) => pickNetIfaddrFields(new CptNetwork.NetIfaddr(stream, null, null)),
    write: writeNetIfaddrFields },
  net_route: { object: 1038, layout: undefined, content: 'bytes', read: () => ({}), write: () => {} },
  net_conntrack: { object: 1039, layout: 'net_conntrack', content: 'objects',
    read: (stream, _context) => pickNetConntrackFields(new CptNetwork.NetConntrack(stream, null, null)),
    write: writeNetConntrackFields },
  net_conntrack_expect: { object: 1040, layout: 'net_conntrack_expect', content: 'bytes',
    read: (stream, context) => pickNetConntrackExpectFields(new CptNetwork.NetConntrackExpect(stream, null, null, context.conntrackHdrlen)),
    write: writeNetConntrackExpectFields },
  aio_context: { object: 1041, layout: 'aio_context', content: 'bytes',
    read: (stream, _context) => pickAioContextFields(new CptMemory.AioContext(stream, null, null)),
    write: writeAioContextFields },
  veinfo: { object: 1042, layout: 'veinfo', content: 'bytes',
    read: (stream, _context) => pickVeinfoFields(new CptContainer.Veinfo(stream, null, null)),
    write: writeVeinfoFields },
  epoll: { object: 1043, layout: 'epoll', content: 'objects',
    read: (stream, _context) => pickEpollFields(new CptFiles.Epoll(stream, null, null)),
    write: writeEpollFields },
  epoll_file: { object: 1044, layout: 'epoll_file', content: 'bytes',
    read: (stream, _context) => pickEpollFileFields(new CptFiles.EpollFile(stream, null, null)),
    write: writeEpollFileFields },
  skfilter: { object: 1045, layout: 'bits', content: 'bytes',
    read: (stream, _context) => pickBitsFields(new CptCommon.Bits(stream, null, null)),
    write: writeBitsFields },
  sigaltstack: { object: 1046, layout: 'sigaltstack', content: 'bytes',
    read: (stream, _context) => pickSigaltstackFields(new CptTask.Sigaltstack(stream, null, null)),
    write: writeSigaltstackFields },
  sock_mcaddr: { object: 1047, layout: 'sock_mcaddr', content: 'bytes',
    read: (stream, _context) => pickSockMcaddrFields(new CptNetwork.SockMcaddr(stream, null, null)),
    write: writeSockMcaddrFields },
  bind_mnt: { object: 1048, layout: undefined, content: 'bytes', read: () => ({}), write: () => {} },
  sysvmsg: { object: 1049, layout: 'sysvmsg', content: 'objects',
    read: (stream, _context) => pickSysvmsgFields(new CptIpc.Sysvmsg(stream, null, null)),
    write: writeSysvmsgFields },
  sysvmsg_msg: { object: 1050, layout: 'sysvmsg_msg', content: 'bytes',
    read: (stream, _context) => pickSysvmsgMsgFields(new CptIpc.SysvmsgMsg(stream, null, null)),
    write: writeSysvmsgMsgFields },
  mm_auxv: { object: 1051, layout: undefined, content: 'bytes', read: () => ({}), write: () => {} },
  net_idev_cnf: { object: 1052, layout: 'net_idev_cnf', content: 'bytes',
    read: (stream, _context) => pickNetIdevCnfFields(new CptNetwork.NetIdevCnf(stream, null, null)),
    write: writeNetIdevCnfFields },
  x86_regs: { object: 4096, layout: 'x86_regs', content: 'bytes',
    read: (stream, _context) => pickX86RegsFields(new CptTask.X86Regs(stream, null, null)),
    write: writeX86RegsFields },
  x86_64_regs: { object: 4097, layout: 'x86_64_regs', content: 'bytes',
    read: (stream, _context) => pickX8664RegsFields(new CptTask.X8664Regs(stream, null, null)),
    write: writeX8664RegsFields },
  pages: { object: 4098, layout: 'pages', content: 'bytes',
    read: (stream, _context) => pickPagesFields(new CptMemory.Pages(stream, null, null)),
    write: writePagesFields },
  copypages: { object: 4099, layout: 'copypages', content: 'bytes',
    read: (stream, _context) => pickCopypagesFields(new CptMemory.Copypages(stream, null, null)),
    write: writeCopypagesFields },
  remappages: { object: 4100, layout: 'remappages', content: 'bytes',
    read: (stream, _context) => pickRemappagesFields(new CptMemory.Remappages(stream, null, null)),
    write: writeRemappagesFields },
  lazypages: { object: 4101, layout: 'lazypages', content: 'bytes',
    read: (stream, _context) => pickLazypagesFields(new CptMemory.Lazypages(stream, null, null)),
    write: writeLazypagesFields },
  name: { object: 4102, layout: 'name', content: 'bytes',
    read: (stream, _context) => pickNameFields(new CptCommon.Name(stream, null, null)),
    write: writeNameFields },
  bits: { object: 4103, layout: 'bits', content: 'bytes',
    read: (stream, _context) => pickBitsFields(new CptCommon.Bits(stream, null, null)),
    write: writeBitsFields },
  ref: { object: 4104, layout: 'ref', content: 'bytes',
    read: (stream, _context) => pickRefFields(new CptCommon.Ref(stream, null, null)),
    write: writeRefFields },
  iterpages: { object: 4105, layout: 'iterpages', content: 'bytes',
    read: (stream, _context) => pickIterpagesFields(new CptMemory.Iterpages(stream, null, null)),
    write: writeIterpagesFields },
  iteryoungpages: { object: 4106, layout: 'iterpages', content: 'bytes',
    read: (stream, _context) => pickIterpagesFields(new CptMemory.Iterpages(stream, null, null)),
    write: writeIterpagesFields },
  vsyscall: { object: 4107, layout: 'pages', content: 'bytes',
    read: (stream, _context) => pickPagesFields(new CptMemory.Pages(stream, null, null)),
    write: writePagesFields },
  ia64_regs: { object: 4108, layout: 'ia64_regs', content: 'bytes',
    read: (stream, _context) => pickIa64RegsFields(new CptTask.Ia64Regs(stream, null, null)),
    write: writeIa64RegsFields },
  inotify: { object: 4109, layout: 'inotify', content: 'objects',
    read: (stream, _context) => pickInotifyFields(new CptFiles.Inotify(stream, null, null)),
    write: writeInotifyFields },
  inotify_watch: { object: 4110, layout: 'inotify_watch', content: 'objects',
    read: (stream, _context) => pickInotifyWatchFields(new CptFiles.InotifyWatch(stream, null, null)),
    write: writeInotifyWatchFields },
  inotify_event: { object: 4111, layout: 'inotify_event', content: 'bytes',
    read: (stream, _context) => pickInotifyEventFields(new CptFiles.InotifyEvent(stream, null, null)),
    write: writeInotifyEventFields },
  task_aux: { object: 4112, layout: 'task_aux', content: 'bytes',
    read: (stream, _context) => pickTaskAuxFields(new CptTask.TaskAux(stream, null, null)),
    write: writeTaskAuxFields },
  net_tuntap: { object: 4113, layout: 'net_tuntap', content: 'objects',
    read: (stream, _context) => pickNetTuntapFields(new CptNetwork.NetTuntap(stream, null, null)),
    write: writeNetTuntapFields },
  net_hwaddr: { object: 4114, layout: 'net_hwaddr', content: 'bytes',
    read: (stream, _context) => pickNetHwaddrFields(new CptNetwork.NetHwaddr(stream, null, null)),
    write: writeNetHwaddrFields },
  net_veth: { object: 4115, layout: 'net_veth', content: 'bytes',
    read: (stream, _context) => pickNetVethFields(new CptNetwork.NetVeth(stream, null, null)),
    write: writeNetVethFields },
  net_stats: { object: 4116, layout: 'net_stats', content: 'bytes',
    read: (stream, _context) => pickNetStatsFields(new CptNetwork.NetStats(stream, null, null)),
    write: writeNetStatsFields },
  net_ipip_tunnel: { object: 4117, layout: 'net_ipip_tunnel', content: 'bytes',
    read: (stream, _context) => pickNetIpipTunnelFields(new CptNetwork.NetIpipTunnel(stream, null, null)),
    write: writeNetIpipTunnelFields },
  timerfd: { object: 4118, layout: 'timerfd', content: 'bytes',
    read: (stream, _context) => pickTimerfdFields(new CptFiles.Timerfd(stream, null, null)),
    write: writeTimerfdFields },
  eventfd: { object: 4119, layout: 'eventfd', content: 'bytes',
    read: (stream, _context) => pickEventfdFields(new CptFiles.Eventfd(stream, null, null)),
    write: writeEventfdFields },
  net_br: { object: 4120, layout: 'net_br', content: 'objects',
    read: (stream, _context) => pickNetBrFields(new CptNetwork.NetBr(stream, null, null)),
    write: writeNetBrFields },
  net_br_dev: { object: 4121, layout: 'net_br_dev', content: 'bytes',
    read: (stream, _context) => pickNetBrDevFields(new CptNetwork.NetBrDev(stream, null, null)),
    write: writeNetBrDevFields },
  mount_data: { object: 4122, layout: undefined, content: 'bytes', read: () => ({}), write: () => {} },
  posix_timer: { object: 4123, layout: 'posix_timer', content: 'bytes',
    read: (stream, context) => pickPosixTimerFields(new CptTask.PosixTimer(stream, null, null, context.osArch)),
    write: writePosixTimerFields },
  sock_packet: { object: 4124, layout: 'sock_packet', content: 'objects',
    read: (stream, _context) => pickSockPacketFields(new CptNetwork.SockPacket(stream, null, null)),
    write: writeSockPacketFields },
  sock_packet_mc: { object: 4125, layout: 'sock_packet_mc', content: 'bytes',
    read: (stream, _context) => pickSockPacketMcFields(new CptNetwork.SockPacketMc(stream, null, null)),
    write: writeSockPacketMcFields },
  net_tap_filter: { object: 16777216, layout: 'net_tap_filter', content: 'bytes',
    read: (stream, _context) => pickNetTapFilterFields(new CptNetwork.NetTapFilter(stream, null, null)),
    write: writeNetTapFilterFields },
};

export const readImageHeader = (stream: unknown): ImageHeaderFields =>
  pickImageHeaderFields(new CptImage.ImageHeader(stream, null, null));
export const writeImageHeader: (writer: FieldWriter, fields: ImageHeaderFields) => void = writeImageHeaderFields;

export interface PositionField {
  readonly field: string;
  /** Kind of the record that lies at the position. */
  readonly target: CptKind | 'section';
  /** From the start of the object, in bytes. */
  readonly offset: number;
  readonly count: number;
}

/** Absolute file positions inside the fixed parts, by record kind. */
export const cptPositions: { readonly [K in CptKind]?: readonly PositionField[] } = {
  task: [{ field: 'mm', target: 'mm', offset: 96, count: 1 }, { field: 'files', target: 'files', offset: 104, count: 1 }, { field: 'fs', target: 'fs', offset: 112, count: 1 }, { field: 'signal', target: 'signal_struct', offset: 120, count: 1 }, { field: 'sighand', target: 'sighand_struct', offset: 128, count: 1 }, { field: 'namespace', target: 'namespace', offset: 160, count: 1 }, { field: 'sysvsemUndo', target: 'sysvsem_undo', offset: 168, count: 1 }, { field: 'taskUb', target: 'ubc', offset: 944, count: 1 }, { field: 'execUb', target: 'ubc', offset: 952, count: 1 }, { field: 'mmUb', target: 'ubc', offset: 960, count: 1 }, { field: 'forkSub', target: 'ubc', offset: 968, count: 1 }, { field: 'posixTimers', target: 'posix_timer_list', offset: 976, count: 1 }],
  mm: [{ field: 'mmub', target: 'ubc', offset: 112, count: 1 }],
  file: [{ field: 'inode', target: 'inode', offset: 48, count: 1 }, { field: 'priv', target: 'tty', offset: 56, count: 1 }, { field: 'vfsmount', target: 'vfsmount', offset: 88, count: 1 }],
  signal_struct: [{ field: 'ctty', target: 'tty', offset: 56, count: 1 }],
  socket: [{ field: 'file', target: 'file', offset: 16, count: 1 }],
  inode: [{ field: 'vfsmount', target: 'vfsmount', offset: 112, count: 1 }],
  ubc: [{ field: 'parent', target: 'ubc', offset: 16, count: 1 }],
  vma: [{ field: 'file', target: 'file', offset: 16, count: 1 }],
  filedesc: [{ field: 'file', target: 'file', offset: 24, count: 1 }],
  vfsmount: [{ field: 'mntBind', target: 'vfsmount', offset: 24, count: 1 }, { field: 'mntParent', target: 'vfsmount', offset: 32, count: 1 }, { field: 'mntShared', target: 'vfsmount', offset: 40, count: 1 }, { field: 'mntMaster', target: 'vfsmount', offset: 48, count: 1 }],
  trailer: [{ field: 'sections', target: 'section', offset: 24, count: 27 }],
  epoll: [{ field: 'file', target: 'file', offset: 16, count: 1 }],
  epoll_file: [{ field: 'file', target: 'file', offset: 16, count: 1 }],
  copypages: [{ field: 'source', target: 'mm', offset: 32, count: 1 }],
  ref: [{ field: 'pos', target: 'tty', offset: 16, count: 1 }],
  inotify: [{ field: 'file', target: 'file', offset: 16, count: 1 }],
  net_tuntap: [{ field: 'bindfile', target: 'file', offset: 32, count: 1 }],
};

export interface JiffiesField {
  readonly field: string;
  /** A signed 32-bit difference, not a count. */
  readonly isDelta: boolean;
}

/** Fields in jiffies, by record kind. */
export const cptJiffies: { readonly [K in CptKind]?: readonly JiffiesField[] } = {
  task: [{ field: 'itProfValue', isDelta: false }, { field: 'itProfIncr', isDelta: false }, { field: 'itVirtValue', isDelta: false }, { field: 'itVirtIncr', isDelta: false }, { field: 'utime', isDelta: false }, { field: 'stime', isDelta: false }, { field: 'cutime', isDelta: false }, { field: 'cstime', isDelta: false }],
  signal_struct: [{ field: 'utime', isDelta: false }, { field: 'stime', isDelta: false }, { field: 'cutime', isDelta: false }, { field: 'cstime', isDelta: false }],
  socket: [{ field: 'rcvtimeo', isDelta: false }, { field: 'sndtimeo', isDelta: false }, { field: 'lingertime', isDelta: false }, { field: 'rcvTstamp', isDelta: true }, { field: 'lsndtime', isDelta: true }, { field: 'ato', isDelta: false }, { field: 'ackTimeout', isDelta: true }, { field: 'lrcvtime', isDelta: true }, { field: 'srtt', isDelta: false }, { field: 'mdev', isDelta: false }, { field: 'mdevMax', isDelta: false }, { field: 'rttvar', isDelta: false }, { field: 'rto', isDelta: false }, { field: 'sndCwndStamp', isDelta: true }, { field: 'timeout', isDelta: true }, { field: 'kaTimeout', isDelta: true }, { field: 'keepaliveTime', isDelta: false }, { field: 'keepaliveIntvl', isDelta: false }, { field: 'linger2', isDelta: false }],
  siginfo: [{ field: 'utime', isDelta: false }, { field: 'stime', isDelta: false }],
  lastsiginfo: [{ field: 'utime', isDelta: false }, { field: 'stime', isDelta: false }],
  openreq: [{ field: 'expires', isDelta: false }],
  net_conntrack: [{ field: 'timeout', isDelta: false }],
  net_conntrack_expect: [{ field: 'timeout', isDelta: false }],
  veinfo: [{ field: 'startJiffiesDelta', isDelta: false }],
};

export const objectType = {
  task: 0,
  mm: 1,
  fs: 2,
  files: 3,
  file: 4,
  sighand_struct: 5,
  signal_struct: 6,
  tty: 7,
  socket: 8,
  sysvsem_undo: 9,
  namespace: 10,
  sysv_shm: 11,
  inode: 12,
  ubc: 13,
  slm_sgreg: 14,
  slm_regobj: 15,
  slm_mm: 16,
  vfsmount_ref: 17,
  cgroup: 18,
  cgroups: 19,
  posix_timer_list: 20,
  vfsmount_missed_ref: 21,
  vma: 1024,
  filedesc: 1025,
  sighandler: 1026,
  siginfo: 1027,
  lastsiginfo: 1028,
  sysv_sem: 1029,
  skb: 1030,
  flock: 1031,
  openreq: 1032,
  vfsmount: 1033,
  trailer: 1034,
  sysvsem_undo_rec: 1035,
  net_device: 1036,
  net_ifaddr: 1037,
  net_route: 1038,
  net_conntrack: 1039,
  net_conntrack_expect: 1040,
  aio_context: 1041,
  veinfo: 1042,
  epoll: 1043,
  epoll_file: 1044,
  skfilter: 1045,
  sigaltstack: 1046,
  sock_mcaddr: 1047,
  bind_mnt: 1048,
  sysvmsg: 1049,
  sysvmsg_msg: 1050,
  mm_auxv: 1051,
  net_idev_cnf: 1052,
  x86_regs: 4096,
  x86_64_regs: 4097,
  pages: 4098,
  copypages: 4099,
  remappages: 4100,
  lazypages: 4101,
  name: 4102,
  bits: 4103,
  ref: 4104,
  iterpages: 4105,
  iteryoungpages: 4106,
  vsyscall: 4107,
  ia64_regs: 4108,
  inotify: 4109,
  inotify_watch: 4110,
  inotify_event: 4111,
  task_aux: 4112,
  net_tuntap: 4113,
  net_hwaddr: 4114,
  net_veth: 4115,
  net_stats: 4116,
  net_ipip_tunnel: 4117,
  timerfd: 4118,
  eventfd: 4119,
  net_br: 4120,
  net_br_dev: 4121,
  mount_data: 4122,
  posix_timer: 4123,
  sock_packet: 4124,
  sock_packet_mc: 4125,
  net_tap_filter: 16777216,
} as const;

export const sectionType = {
  error: 0,
  veinfo: 1,
  files: 2,
  tasks: 3,
  mm: 4,
  files_struct: 5,
  fs: 6,
  sighand_struct: 7,
  tty: 8,
  socket: 9,
  namespace: 10,
  sysvsem_undo: 11,
  inode: 12,
  sysv_shm: 13,
  sysv_sem: 14,
  orphans: 15,
  net_device: 16,
  net_ifaddr: 17,
  net_route: 18,
  net_iptables: 19,
  net_conntrack: 20,
  net_conntrack_ve0: 21,
  utsname: 22,
  trailer: 23,
  ubc: 24,
  slm_sgregs: 25,
  slm_regobjs: 26,
  epoll: 27,
  vsyscall: 28,
  inotify: 29,
  sysv_msg: 30,
  snmp_stats: 31,
  cgroups: 32,
  posix_timers: 33,
  net_ip6tables: 34,
} as const;

export const contentType = {
  void: 0,
  array: 1,
  data: 2,
  name: 3,
  stack: 4,
  x86_fpustate_old: 5,
  x86_fpustate: 6,
  mm_context: 7,
  semarray: 8,
  semundo: 9,
  nlmarray: 10,
  x86_xsave: 11,
  pram: 12,
} as const;

export const imageVersion = {
  v2_6_8: 0,
  v2_6_9: 256,
  v2_6_9_1: 257,
  v2_6_9_2: 258,
  v2_6_16: 512,
  v2_6_18: 768,
  v2_6_18_1: 769,
  v2_6_18_2: 770,
  v2_6_18_3: 771,
  v2_6_18_4: 772,
  v2_6_20: 1024,
  v2_6_24: 1280,
  v2_6_26: 1536,
  v2_6_27: 1792,
  v2_6_27_3: 1795,
  v2_6_32: 2048,
  v2_6_32_1: 2049,
  v2_6_32_2: 2050,
  v2_6_32_3: 2051,
} as const;

export const osArch = {
  i386: 0,
  emt64: 1,
  ia64: 2,
} as const;

export const dentryFlag = {
  deleted: 1,
  root: 2,
  cloning: 4,
  proc: 8,
  epoll: 16,
  replaced: 32,
  inotify: 64,
  futex: 128,
  tuntap: 256,
  procpid_dead: 512,
  hardlinked: 1024,
  signalfd: 2048,
  timerfd: 4096,
  eventfd: 8192,
  fakefile: 16384,
  sillyrename: 131072,
} as const;

export const vmaType = {
  ordinary: 0,
  shm: 1,
  vdso: 2,
  vdso_old: 3,
} as const;

export const restartBlockKind = {
  none: 0,
  nanosleep: 1,
  compat_nanosleep: 2,
  poll: 3,
  futex_wait: 4,
  posix_cpu_nsleep: 5,
} as const;

export const skbQueue = {
  nq: 0,
  rq: 1,
  wq: 2,
  ofoq: 3,
} as const;

export const pgrpType = {
  normal: 0,
  orphan: 1,
  stray: 2,
} as const;

export const segment = {
  zero: 0,
  tls1: 1,
  tls2: 2,
  tls3: 3,
  user32_ds: 4,
  user32_cs: 5,
  user64_ds: 6,
  user64_cs: 7,
  ldt: 256,
} as const;

export const mountFlag = {
  nosuid: 1,
  nodev: 2,
  noexec: 4,
  noatime: 8,
  nodiratime: 16,
  relatime: 32,
  readonly: 64,
  shared: 4096,
  unbindable: 8192,
  ploop: 268435456,
  delayfs: 536870912,
  ext: 1073741824,
  bind: 2147483648,
} as const;

export const tunnelFlag = {
  fbdev: 1,
  sit: 2,
  gre: 4,
  gre_tap: 8,
} as const;

export const fdFlag = {
  closeexec: 1,
} as const;

export const flockFlag = {
  posix: 1,
  flock: 2,
  access: 8,
  lease: 32,
  close: 64,
  sleep: 128,
  delayed: 65536,
} as const;

export const sockFlag = {
  deleted: 1,
  delayed: 2,
} as const;

export const signalFlag = {
  stop_stopped: 1,
  stop_continued: 2,
  cld_stopped: 4,
  cld_continued: 8,
} as const;

export const cgroupFlag = {
  notify_on_release: 1,
  self_destruction: 2,
} as const;

export const ubFlag = {
  nostore: 1,
} as const;

export const veFeature = {
  sysfs: 1,
  nfs: 2,
  def_perms: 4,
  sit: 8,
  ipip: 16,
  ppp: 32,
  ipgre: 64,
  bridge: 128,
  nfsd: 256,
} as const;

export const socketFamily = {
  unspec: 0,
  unix: 1,
  inet: 2,
  inet6: 10,
  netlink: 16,
  packet: 17,
} as const;

export const socketType = {
  stream: 1,
  dgram: 2,
  raw: 3,
  rdm: 4,
  seqpacket: 5,
  dccp: 6,
  packet: 10,
} as const;

export const socketState = {
  free: 0,
  unconnected: 1,
  connecting: 2,
  connected: 3,
  disconnecting: 4,
} as const;

export const tcpState = {
  established: 1,
  syn_sent: 2,
  syn_recv: 3,
  fin_wait1: 4,
  fin_wait2: 5,
  time_wait: 6,
  close: 7,
  close_wait: 8,
  last_ack: 9,
  listen: 10,
  closing: 11,
} as const;

export const shutdownFlag = {
  rcv: 1,
  send: 2,
} as const;

export const sockUserlock = {
  sndbuf_lock: 1,
  rcvbuf_lock: 2,
  bindaddr_lock: 4,
  bindport_lock: 8,
} as const;

export const skFlag = {
  dead: 1,
  done: 2,
  urginline: 4,
  keepopen: 8,
  linger: 16,
  destroy: 32,
  broadcast: 64,
  timestamp: 128,
  zapped: 256,
  use_write_queue: 512,
  dbg: 1024,
  rcvtstamp: 2048,
} as const;

export const tcpNagleFlag = {
  off: 1,
  cork: 2,
  push: 4,
} as const;

export const multicastFilterMode = {
  exclude: 0,
  include: 1,
} as const;

export const packetMembership = {
  multicast: 0,
  promisc: 1,
  allmulti: 2,
  unicast: 3,
} as const;

export const netDeviceFlag = {
  up: 1,
  broadcast: 2,
  debug: 4,
  loopback: 8,
  pointopoint: 16,
  notrailers: 32,
  running: 64,
  noarp: 128,
  promisc: 256,
  allmulti: 512,
  master: 1024,
  slave: 2048,
  multicast: 4096,
  portsel: 8192,
  automedia: 16384,
  dynamic: 32768,
  lower_up: 65536,
  dormant: 131072,
  echo: 262144,
} as const;

export const taskState = {
  frozen: 2,
  stopped_old: 4,
  traced_old: 8,
  zombie: 16,
  dead: 32,
  stopped: 132,
  traced: 136,
} as const;

export const taskFlag = {
  exiting: 4,
  forknoexec: 64,
  superpriv: 256,
  dumpcore: 512,
  signaled: 1024,
} as const;

export const schedPolicy = {
  normal: 0,
  fifo: 1,
  rr: 2,
  batch: 3,
  idle: 5,
} as const;

export const clockId = {
  realtime: 0,
  monotonic: 1,
  process_cputime_id: 2,
  thread_cputime_id: 3,
  monotonic_raw: 4,
  realtime_coarse: 5,
  monotonic_coarse: 6,
  boottime: 7,
} as const;

export const sigevNotify = {
  signal: 0,
  none: 1,
  thread: 2,
  thread_id: 4,
} as const;

export const saFlag = {
  nocldstop: 1,
  nocldwait: 2,
  siginfo: 4,
  restorer: 67108864,
  onstack: 134217728,
  restart: 268435456,
  nodefer: 1073741824,
  resethand: 2147483648,
} as const;

export const capability = {
  chown: 0,
  dac_override: 1,
  dac_read_search: 2,
  fowner: 3,
  fsetid: 4,
  kill: 5,
  setgid: 6,
  setuid: 7,
  setpcap: 8,
  linux_immutable: 9,
  net_bind_service: 10,
  net_broadcast: 11,
  net_admin: 12,
  net_raw: 13,
  ipc_lock: 14,
  ipc_owner: 15,
  sys_module: 16,
  sys_rawio: 17,
  sys_chroot: 18,
  sys_ptrace: 19,
  sys_pacct: 20,
  sys_admin: 21,
  sys_boot: 22,
  sys_nice: 23,
  sys_resource: 24,
  sys_time: 25,
  sys_tty_config: 26,
  mknod: 27,
  lease: 28,
  audit_write: 29,
  audit_control: 30,
  setfcap: 31,
  mac_override: 32,
  mac_admin: 33,
} as const;

export const vmFlag = {
  read: 1,
  write: 2,
  exec: 4,
  shared: 8,
  mayread: 16,
  maywrite: 32,
  mayexec: 64,
  mayshare: 128,
  growsdown: 256,
  growsup: 512,
  pfnmap: 1024,
  denywrite: 2048,
  executable: 4096,
  locked: 8192,
  io: 16384,
  seq_read: 32768,
  rand_read: 65536,
  dontcopy: 131072,
  dontexpand: 262144,
  reserved: 524288,
  account: 1048576,
  noreserve: 2097152,
  hugetlb: 4194304,
  nonlinear: 8388608,
  mapped_copy: 16777216,
  insertpage: 33554432,
  alwaysdump: 67108864,
  can_nonlinear: 134217728,
  mixedmap: 268435456,
} as const;

export const mmFlag = {
  dumpable: 1,
  dump_securely: 2,
  dump_anon_private: 4,
  dump_anon_shared: 8,
  dump_mapped_private: 16,
  dump_mapped_shared: 32,
  dump_elf_headers: 64,
  dump_hugetlb_private: 128,
  dump_hugetlb_shared: 256,
  vm_mergeable: 65536,
  vm_hugepage: 131072,
  exe_file_changed: 262144,
} as const;

export const openFlag = {
  wronly: 1,
  rdwr: 2,
  exec: 32,
  creat: 64,
  excl: 128,
  noctty: 256,
  trunc: 512,
  append: 1024,
  nonblock: 2048,
  dsync: 4096,
  fasync: 8192,
  direct: 16384,
  largefile: 32768,
  directory: 65536,
  nofollow: 131072,
  noatime: 262144,
  cloexec: 524288,
} as const;

export const fileMode = {
  read: 1,
  write: 2,
  lseek: 4,
  pread: 8,
  pwrite: 16,
  exec: 32,
} as const;

export const superFlag = {
  rdonly: 1,
  nosuid: 2,
  nodev: 4,
  noexec: 8,
  synchronous: 16,
  remount: 32,
  mandlock: 64,
  dirsync: 128,
  noatime: 1024,
  nodiratime: 2048,
  bind: 4096,
  posixacl: 65536,
  relatime: 2097152,
  kernmount: 4194304,
  born: 536870912,
  active: 1073741824,
  nouser: 2147483648,
} as const;

export const flockType = {
  rdlck: 0,
  wrlck: 1,
  unlck: 2,
} as const;

export const ttyDriverType = {
  system: 1,
  console: 2,
  serial: 3,
  pty: 4,
  scc: 5,
  syscons: 6,
} as const;

export const epollEvent = {
  in: 1,
  pri: 2,
  out: 4,
  err: 8,
  hup: 16,
  rdnorm: 64,
  rdband: 128,
  wrnorm: 256,
  wrband: 512,
  msg: 1024,
  rdhup: 8192,
  oneshot: 1073741824,
  et: 2147483648,
} as const;

export const inotifyEventBit = {
  access: 1,
  modify: 2,
  attrib: 4,
  close_write: 8,
  close_nowrite: 16,
  open: 32,
  moved_from: 64,
  moved_to: 128,
  create: 256,
  delete: 512,
  delete_self: 1024,
  move_self: 2048,
  unmount: 8192,
  q_overflow: 16384,
  ignored: 32768,
  onlydir: 16777216,
  dont_follow: 33554432,
  event_on_child: 134217728,
  mask_add: 536870912,
  isdir: 1073741824,
  oneshot: 2147483648,
} as const;

export const ubResource = {
  kmemsize: 0,
  lockedpages: 1,
  privvmpages: 2,
  shmpages: 3,
  dummy4: 4,
  numproc: 5,
  physpages: 6,
  vmguarpages: 7,
  oomguarpages: 8,
  numtcpsock: 9,
  numflock: 10,
  numpty: 11,
  numsiginfo: 12,
  tcpsndbuf: 13,
  tcprcvbuf: 14,
  othersockbuf: 15,
  dgramrcvbuf: 16,
  numothersock: 17,
  dcachesize: 18,
  numfile: 19,
  dummy20: 20,
  dummy21: 21,
  dummy22: 22,
  numiptent: 23,
  swappages: 24,
} as const;

export const rlimit = {
  cpu: 0,
  fsize: 1,
  data: 2,
  stack: 3,
  core: 4,
  rss: 5,
  nproc: 6,
  nofile: 7,
  memlock: 8,
  as: 9,
  locks: 10,
  sigpending: 11,
  msgqueue: 12,
  nice: 13,
  rtprio: 14,
  rttime: 15,
} as const;
