// Made by "npm run generate" from formats/linux-cr/*.ksy. Do not edit.

import type { FieldWriter } from '../bytes/field-writer.ts';
import { LinuxCrOld, LinuxCrRecords } from './linux-cr-readers.ts';

/** What the fields of a record depend on: the day of the headers as a number, and the bytes of an unsigned long. */
export interface LinuxCrContext {
  readonly layout: number;
  readonly word: number;
}

// biome-ignore lint/suspicious/noExplicitAny: what the compiled readers return has no types.
type Read = any;

/** Sizes that the kernel was built with. A restoring kernel refuses any difference. */
export interface ConstantsFields {
  readonly taskCommLen: number;
  readonly atVectorSize: number;
  readonly signalNsig: number;
  readonly utsSysnameLen: number;
  readonly utsNodenameLen: number;
  readonly utsReleaseLen: number;
  readonly utsVersionLen: number;
  readonly utsMachineLen: number;
  readonly utsDomainnameLen: number;
  readonly rlimitNlimits: number;
  readonly nTtyBufSize: number;
  readonly ttyTermiosNccs: number;
}

function pickConstantsFields(read: Read): ConstantsFields {
  return {
    taskCommLen: read.taskCommLen,
    atVectorSize: read.atVectorSize,
    signalNsig: read.signalNsig,
    utsSysnameLen: read.utsSysnameLen,
    utsNodenameLen: read.utsNodenameLen,
    utsReleaseLen: read.utsReleaseLen,
    utsVersionLen: read.utsVersionLen,
    utsMachineLen: read.utsMachineLen,
    utsDomainnameLen: read.utsDomainnameLen,
    rlimitNlimits: read.rlimitNlimits,
    nTtyBufSize: read.nTtyBufSize,
    ttyTermiosNccs: read.ttyTermiosNccs,
  };
}

function writeConstantsFields(writer: FieldWriter, fields: ConstantsFields): void {
  writer.u2(fields.taskCommLen);
  writer.u2(fields.atVectorSize);
  writer.u2(fields.signalNsig);
  writer.u2(fields.utsSysnameLen);
  writer.u2(fields.utsNodenameLen);
  writer.u2(fields.utsReleaseLen);
  writer.u2(fields.utsVersionLen);
  writer.u2(fields.utsMachineLen);
  writer.u2(fields.utsDomainnameLen);
  writer.u2(fields.rlimitNlimits);
  writer.u2(fields.nTtyBufSize);
  writer.u2(fields.ttyTermiosNccs);
}

/** Capability sets, low and high word each, see capabilities(7). */
export interface CapabilitiesFields {
  readonly capI0: number;
  readonly capI1: number;
  readonly capP0: number;
  readonly capP1: number;
  readonly capE0: number;
  readonly capE1: number;
  readonly capB0: number;
  readonly capB1: number;
  readonly securebits: number;
  readonly pad1: number;
}

function pickCapabilitiesFields(read: Read): CapabilitiesFields {
  return {
    capI0: read.capI0,
    capI1: read.capI1,
    capP0: read.capP0,
    capP1: read.capP1,
    capE0: read.capE0,
    capE1: read.capE1,
    capB0: read.capB0,
    capB1: read.capB1,
    securebits: read.securebits,
    pad1: read.pad1,
  };
}

function writeCapabilitiesFields(writer: FieldWriter, fields: CapabilitiesFields): void {
  writer.u4(fields.capI0);
  writer.u4(fields.capI1);
  writer.u4(fields.capP0);
  writer.u4(fields.capP1);
  writer.u4(fields.capE0);
  writer.u4(fields.capE1);
  writer.u4(fields.capB0);
  writer.u4(fields.capB1);
  writer.u4(fields.securebits);
  writer.u4(fields.pad1);
}

/** See sysvipc(7); has a record header of its own inside, which is not used. */
export interface IpcPermsFields {
  readonly pad1: bigint;
  readonly id: number;
  readonly key: number;
  readonly uid: number;
  readonly gid: number;
  readonly cuid: number;
  readonly cgid: number;
  readonly mode: number;
  readonly pad2: number;
  readonly seq: bigint;
  readonly secRef?: number | undefined;
  readonly pad3?: number | undefined;
}

function pickIpcPermsFields(read: Read): IpcPermsFields {
  return {
    pad1: read.pad1,
    id: read.id,
    key: read.key,
    uid: read.uid,
    gid: read.gid,
    cuid: read.cuid,
    cgid: read.cgid,
    mode: read.mode,
    pad2: read.pad2,
    seq: read.seq,
    secRef: read.secRef,
    pad3: read.pad3,
  };
}

function writeIpcPermsFields(writer: FieldWriter, fields: IpcPermsFields): void {
  writer.u8(fields.pad1);
  writer.s4(fields.id);
  writer.u4(fields.key);
  writer.u4(fields.uid);
  writer.u4(fields.gid);
  writer.u4(fields.cuid);
  writer.u4(fields.cgid);
  writer.u4(fields.mode);
  writer.u4(fields.pad2);
  writer.u8(fields.seq);
  if (fields.secRef !== undefined) writer.s4(fields.secRef);
  if (fields.pad3 !== undefined) writer.u4(fields.pad3);
}

/** See getrlimit(2). */
export interface RlimitFields {
  readonly rlimCur: bigint;
  readonly rlimMax: bigint;
}

function pickRlimitFields(read: Read): RlimitFields {
  return {
    rlimCur: read.rlimCur,
    rlimMax: read.rlimMax,
  };
}

function writeRlimitFields(writer: FieldWriter, fields: RlimitFields): void {
  writer.u8(fields.rlimCur);
  writer.u8(fields.rlimMax);
}

/** One signal handler; SIGHAND holds one for each signal from 1 on. */
export interface SigactionFields {
  readonly saHandler: bigint;
  readonly saFlags: bigint;
  readonly saRestorer: bigint;
  readonly saMask: bigint;
}

function pickSigactionFields(read: Read): SigactionFields {
  return {
    saHandler: read.saHandler,
    saFlags: read.saFlags,
    saRestorer: read.saRestorer,
    saMask: read.saMask,
  };
}

function writeSigactionFields(writer: FieldWriter, fields: SigactionFields): void {
  writer.u8(fields.saHandler);
  writer.u8(fields.saFlags);
  writer.u8(fields.saRestorer);
  writer.u8(fields.saMask);
}

/** One queued signal, see sigaction(2). */
export interface SiginfoFields {
  readonly signo: number;
  readonly errno: number;
  readonly code: number;
  readonly pid: number;
  readonly uid: number;
  readonly fd?: number | undefined;
  readonly tid?: number | undefined;
  readonly band?: number | undefined;
  readonly overrun?: number | undefined;
  readonly trapno?: number | undefined;
  readonly status?: number | undefined;
  readonly sigvalInt: number;
  readonly sigvalPtr: bigint;
  readonly utime: bigint;
  readonly stime: bigint;
  readonly addr?: bigint | undefined;
  readonly sysPrivate?: number | undefined;
  readonly pad1?: number | undefined;
}

function pickSiginfoFields(read: Read): SiginfoFields {
  return {
    signo: read.signo,
    errno: read.errno,
    code: read.code,
    pid: read.pid,
    uid: read.uid,
    fd: read.fd,
    tid: read.tid,
    band: read.band,
    overrun: read.overrun,
    trapno: read.trapno,
    status: read.status,
    sigvalInt: read.sigvalInt,
    sigvalPtr: read.sigvalPtr,
    utime: read.utime,
    stime: read.stime,
    addr: read.addr,
    sysPrivate: read.sysPrivate,
    pad1: read.pad1,
  };
}

function writeSiginfoFields(writer: FieldWriter, fields: SiginfoFields): void {
  writer.u4(fields.signo);
  writer.s4(fields.errno);
  writer.s4(fields.code);
  writer.u4(fields.pid);
  writer.u4(fields.uid);
  if (fields.fd !== undefined) writer.s4(fields.fd);
  if (fields.tid !== undefined) writer.u4(fields.tid);
  if (fields.band !== undefined) writer.u4(fields.band);
  if (fields.overrun !== undefined) writer.u4(fields.overrun);
  if (fields.trapno !== undefined) writer.u4(fields.trapno);
  if (fields.status !== undefined) writer.s4(fields.status);
  writer.u4(fields.sigvalInt);
  writer.u8(fields.sigvalPtr);
  writer.u8(fields.utime);
  writer.u8(fields.stime);
  if (fields.addr !== undefined) writer.u8(fields.addr);
  if (fields.sysPrivate !== undefined) writer.s4(fields.sysPrivate);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
}

/** One watched descriptor, see epoll_ctl(2). */
export interface EpollItemFields {
  readonly data: bigint;
  readonly fd: number;
  readonly fileObjref: number;
  readonly events: number;
  readonly pad1: number;
}

function pickEpollItemFields(read: Read): EpollItemFields {
  return {
    data: read.data,
    fd: read.fd,
    fileObjref: read.fileObjref,
    events: read.events,
    pad1: read.pad1,
  };
}

function writeEpollItemFields(writer: FieldWriter, fields: EpollItemFields): void {
  writer.u8(fields.data);
  writer.u4(fields.fd);
  writer.s4(fields.fileObjref);
  writer.u4(fields.events);
  writer.u4(fields.pad1);
}

/** One task of the tree. From 2011-01-25 on the five ids refer to pid objects, before they are numbers in the pid namespace of the root task; 0 is outside. */
export interface TreeEntryFields {
  readonly vpid: number;
  readonly vppid: number;
  readonly vtgid: number;
  readonly vpgid: number;
  readonly vsid: number;
  readonly pad1?: number | undefined;
  readonly rsid?: number | undefined;
  readonly depth?: number | undefined;
  readonly pad2?: number | undefined;
}

function pickTreeEntryFields(read: Read): TreeEntryFields {
  return {
    vpid: read.vpid,
    vppid: read.vppid,
    vtgid: read.vtgid,
    vpgid: read.vpgid,
    vsid: read.vsid,
    pad1: read.pad1,
    rsid: read.rsid,
    depth: read.depth,
    pad2: read.pad2,
  };
}

function writeTreeEntryFields(writer: FieldWriter, fields: TreeEntryFields): void {
  writer.s4(fields.vpid);
  writer.s4(fields.vppid);
  writer.s4(fields.vtgid);
  writer.s4(fields.vpgid);
  writer.s4(fields.vsid);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
  if (fields.rsid !== undefined) writer.s4(fields.rsid);
  if (fields.depth !== undefined) writer.s4(fields.depth);
  if (fields.pad2 !== undefined) writer.u4(fields.pad2);
}

/** An address of a network device. */
export interface NetdevAddrFields {
  readonly type: number;
  readonly pad1: Uint8Array;
  readonly inet4Local: number;
  readonly inet4Address: number;
  readonly inet4Mask: number;
  readonly inet4Broadcast: number;
}

function pickNetdevAddrFields(read: Read): NetdevAddrFields {
  return {
    type: read.type,
    pad1: read.pad1,
    inet4Local: read.inet4Local,
    inet4Address: read.inet4Address,
    inet4Mask: read.inet4Mask,
    inet4Broadcast: read.inet4Broadcast,
  };
}

function writeNetdevAddrFields(writer: FieldWriter, fields: NetdevAddrFields): void {
  writer.u2(fields.type);
  writer.bytes(fields.pad1, 6);
  writer.u4(fields.inet4Local);
  writer.u4(fields.inet4Address);
  writer.u4(fields.inet4Mask);
  writer.u4(fields.inet4Broadcast);
}

/** One pid: its number in every pid namespace, the outermost known one first. */
export interface PidObjectFields {
  readonly depth: number;
  readonly numbers: readonly number[];
}

function pickPidObjectFields(read: Read): PidObjectFields {
  return {
    depth: read.depth,
    numbers: read.numbers,
  };
}

function writePidObjectFields(writer: FieldWriter, fields: PidObjectFields): void {
  writer.u4(fields.depth);
  for (const element of fields.numbers) writer.s4(element);
}

/** One semaphore. */
export interface SemValueFields {
  readonly semval: number;
  readonly sempid: number;
}

function pickSemValueFields(read: Read): SemValueFields {
  return {
    semval: read.semval,
    sempid: read.sempid,
  };
}

function writeSemValueFields(writer: FieldWriter, fields: SemValueFields): void {
  writer.u4(fields.semval);
  writer.u4(fields.sempid);
}

/** First record of a stream. Followed by three BUFFER records with release, version and machine of utsname, then HEADER_ARCH. */
export interface HeaderFields {
  readonly magic: bigint;
  readonly archId: number;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly rev: number;
  readonly pad1: Uint8Array;
  readonly constants: ConstantsFields;
  readonly time: bigint;
  readonly uflags: bigint;
}

function pickHeaderFields(read: Read): HeaderFields {
  return {
    magic: read.magic,
    archId: read.archId,
    major: read.major,
    minor: read.minor,
    patch: read.patch,
    rev: read.rev,
    pad1: read.pad1,
    constants: pickConstantsFields(read.constants),
    time: read.time,
    uflags: read.uflags,
  };
}

function writeHeaderFields(writer: FieldWriter, fields: HeaderFields): void {
  writer.u8(fields.magic);
  writer.u2(fields.archId);
  writer.u2(fields.major);
  writer.u2(fields.minor);
  writer.u2(fields.patch);
  writer.u2(fields.rev);
  writer.bytes(fields.pad1, 6);
  writeConstantsFields(writer, fields.constants);
  writer.u8(fields.time);
  writer.u8(fields.uflags);
}

/** What the machine needs to know beforehand; on x86 the form of the floating-point state. */
export interface HeaderArchFields {
  readonly hasFxsr: number;
  readonly hasXsave: number;
  readonly xstateSize: number;
  readonly pad1: number;
}

function pickHeaderArchFields(read: Read): HeaderArchFields {
  return {
    hasFxsr: read.hasFxsr,
    hasXsave: read.hasXsave,
    xstateSize: read.xstateSize,
    pad1: read.pad1,
  };
}

function writeHeaderArchFields(writer: FieldWriter, fields: HeaderArchFields): void {
  writer.u2(fields.hasFxsr);
  writer.u2(fields.hasXsave);
  writer.u2(fields.xstateSize);
  writer.u2(fields.pad1);
}

/** Announces a new shared object: the records that describe it follow at once. May stand before any record that a reader expects. */
export interface ObjrefFields {
  readonly objtype: number;
  readonly objref: number;
}

function pickObjrefFields(read: Read): ObjrefFields {
  return {
    objtype: read.objtype,
    objref: read.objref,
  };
}

function writeObjrefFields(writer: FieldWriter, fields: ObjrefFields): void {
  writer.u4(fields.objtype);
  writer.s4(fields.objref);
}

/** A security label, followed by a STRING with its text. */
export interface SecurityFields {
  readonly ptrref: number;
  readonly sectype: number;
  readonly pad1: Uint8Array;
}

function pickSecurityFields(read: Read): SecurityFields {
  return {
    ptrref: read.ptrref,
    sectype: read.sectype,
    pad1: read.pad1,
  };
}

function writeSecurityFields(writer: FieldWriter, fields: SecurityFields): void {
  writer.s4(fields.ptrref);
  writer.u1(fields.sectype);
  writer.bytes(fields.pad1, 3);
}

/** Number of pid objects; the BUFFER behind it holds them, packed, 8 + 4 * depth bytes each. */
export interface PidsFields {
  readonly nrPids: number;
  readonly nrVpids: number;
  readonly offset: number;
  readonly pad1: number;
}

function pickPidsFields(read: Read): PidsFields {
  return {
    nrPids: read.nrPids,
    nrVpids: read.nrVpids,
    offset: read.offset,
    pad1: read.pad1,
  };
}

function writePidsFields(writer: FieldWriter, fields: PidsFields): void {
  writer.u4(fields.nrPids);
  writer.u4(fields.nrVpids);
  writer.u4(fields.offset);
  writer.u4(fields.pad1);
}

/** Number of tasks; the BUFFER behind it holds their entries, depth first from the root. */
export interface TreeFields {
  readonly nrTasks: number;
  readonly pad1: number;
}

function pickTreeFields(read: Read): TreeFields {
  return {
    nrTasks: read.nrTasks,
    pad1: read.pad1,
  };
}

function writeTreeFields(writer: FieldWriter, fields: TreeFields): void {
  writer.s4(fields.nrTasks);
  writer.u4(fields.pad1);
}

/** Number of inner pids of nested pid namespaces; a BUFFER of 32-bit numbers follows. */
export interface VpidsFields {
  readonly nrVpids: number;
  readonly pad1: number;
}

function pickVpidsFields(read: Read): VpidsFields {
  return {
    nrVpids: read.nrVpids,
    pad1: read.pad1,
  };
}

function writeVpidsFields(writer: FieldWriter, fields: VpidsFields): void {
  writer.s4(fields.nrVpids);
  writer.u4(fields.pad1);
}

/** State of one task, followed by a STRING with its name. Of a zombie nothing more follows. As from 2009-10-03 on. */
export interface TaskForm1Fields {
  readonly state: number;
  readonly exitState: number;
  readonly exitCode: number;
  readonly exitSignal: number;
  readonly pdeathSignal: number;
  readonly pad1?: number | undefined;
  readonly setChildTid: bigint;
  readonly clearChildTid: bigint;
  readonly compatRobustFutexHeadLen: number;
  readonly compatRobustFutexList: number;
  readonly robustFutexHeadLen: number;
  readonly pad2?: number | undefined;
  readonly robustFutexList: bigint;
}

function pickTaskForm1Fields(read: Read): TaskForm1Fields {
  return {
    state: read.state,
    exitState: read.exitState,
    exitCode: read.exitCode,
    exitSignal: read.exitSignal,
    pdeathSignal: read.pdeathSignal,
    pad1: read.pad1,
    setChildTid: read.setChildTid,
    clearChildTid: read.clearChildTid,
    compatRobustFutexHeadLen: read.compatRobustFutexHeadLen,
    compatRobustFutexList: read.compatRobustFutexList,
    robustFutexHeadLen: read.robustFutexHeadLen,
    pad2: read.pad2,
    robustFutexList: read.robustFutexList,
  };
}

function writeTaskForm1Fields(writer: FieldWriter, fields: TaskForm1Fields): void {
  writer.u4(fields.state);
  writer.u4(fields.exitState);
  writer.u4(fields.exitCode);
  writer.u4(fields.exitSignal);
  writer.u4(fields.pdeathSignal);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
  writer.u8(fields.setChildTid);
  writer.u8(fields.clearChildTid);
  writer.u4(fields.compatRobustFutexHeadLen);
  writer.u4(fields.compatRobustFutexList);
  writer.u4(fields.robustFutexHeadLen);
  if (fields.pad2 !== undefined) writer.u4(fields.pad2);
  writer.u8(fields.robustFutexList);
}

/** State of one task, followed by a STRING with its name. Of a zombie nothing more follows. As from 2010-02-22 on. */
export interface TaskForm2Fields {
  readonly state: number;
  readonly exitState: number;
  readonly exitCode: number;
  readonly exitSignal: number;
  readonly pdeathSignal: number;
  readonly compatRobustFutexHeadLen: number;
  readonly compatRobustFutexList: number;
  readonly robustFutexHeadLen: number;
  readonly robustFutexList: bigint;
  readonly setChildTid: bigint;
  readonly clearChildTid: bigint;
  readonly sasSsSp?: bigint | undefined;
  readonly sasSsSize?: number | undefined;
  readonly pad1?: number | undefined;
}

function pickTaskForm2Fields(read: Read): TaskForm2Fields {
  return {
    state: read.state,
    exitState: read.exitState,
    exitCode: read.exitCode,
    exitSignal: read.exitSignal,
    pdeathSignal: read.pdeathSignal,
    compatRobustFutexHeadLen: read.compatRobustFutexHeadLen,
    compatRobustFutexList: read.compatRobustFutexList,
    robustFutexHeadLen: read.robustFutexHeadLen,
    robustFutexList: read.robustFutexList,
    setChildTid: read.setChildTid,
    clearChildTid: read.clearChildTid,
    sasSsSp: read.sasSsSp,
    sasSsSize: read.sasSsSize,
    pad1: read.pad1,
  };
}

function writeTaskForm2Fields(writer: FieldWriter, fields: TaskForm2Fields): void {
  writer.u4(fields.state);
  writer.u4(fields.exitState);
  writer.u4(fields.exitCode);
  writer.u4(fields.exitSignal);
  writer.u4(fields.pdeathSignal);
  writer.u4(fields.compatRobustFutexHeadLen);
  writer.u4(fields.compatRobustFutexList);
  writer.u4(fields.robustFutexHeadLen);
  writer.u8(fields.robustFutexList);
  writer.u8(fields.setChildTid);
  writer.u8(fields.clearChildTid);
  if (fields.sasSsSp !== undefined) writer.u8(fields.sasSsSp);
  if (fields.sasSsSize !== undefined) writer.u4(fields.sasSsSize);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
}

/** State of one task, followed by a STRING with its name. Of a zombie nothing more follows. As from 2011-04-16 on. */
export interface TaskForm3Fields {
  readonly flags: number;
  readonly state: number;
  readonly exitState: number;
  readonly exitCode: number;
  readonly exitSignal: number;
  readonly pdeathSignal: number;
  readonly setChildTid: bigint;
  readonly clearChildTid: bigint;
  readonly sasSsSp: bigint;
  readonly sasSsSize: number;
  readonly compatRobustFutexHeadLen: number;
  readonly compatRobustFutexList: number;
  readonly robustFutexHeadLen: number;
  readonly robustFutexList: bigint;
}

function pickTaskForm3Fields(read: Read): TaskForm3Fields {
  return {
    flags: read.flags,
    state: read.state,
    exitState: read.exitState,
    exitCode: read.exitCode,
    exitSignal: read.exitSignal,
    pdeathSignal: read.pdeathSignal,
    setChildTid: read.setChildTid,
    clearChildTid: read.clearChildTid,
    sasSsSp: read.sasSsSp,
    sasSsSize: read.sasSsSize,
    compatRobustFutexHeadLen: read.compatRobustFutexHeadLen,
    compatRobustFutexList: read.compatRobustFutexList,
    robustFutexHeadLen: read.robustFutexHeadLen,
    robustFutexList: read.robustFutexList,
  };
}

function writeTaskForm3Fields(writer: FieldWriter, fields: TaskForm3Fields): void {
  writer.u4(fields.flags);
  writer.u4(fields.state);
  writer.u4(fields.exitState);
  writer.u4(fields.exitCode);
  writer.u4(fields.exitSignal);
  writer.u4(fields.pdeathSignal);
  writer.u8(fields.setChildTid);
  writer.u8(fields.clearChildTid);
  writer.u8(fields.sasSsSp);
  writer.u4(fields.sasSsSize);
  writer.u4(fields.compatRobustFutexHeadLen);
  writer.u4(fields.compatRobustFutexList);
  writer.u4(fields.robustFutexHeadLen);
  writer.u8(fields.robustFutexList);
}

/** Refers to the namespaces of a task. */
export interface TaskNsFields {
  readonly nsObjref: number;
  readonly pad1: number;
}

function pickTaskNsFields(read: Read): TaskNsFields {
  return {
    nsObjref: read.nsObjref,
    pad1: read.pad1,
  };
}

function writeTaskNsFields(writer: FieldWriter, fields: TaskNsFields): void {
  writer.s4(fields.nsObjref);
  writer.u4(fields.pad1);
}

/** What a task shares with others. The objects were announced before; but the signal struct, which follows when its id is met first. */
export interface TaskObjsFields {
  readonly filesObjref: number;
  readonly mmObjref: number;
  readonly fsObjref?: number | undefined;
  readonly semUndoObjref?: number | undefined;
  readonly sighandObjref: number;
  readonly signalObjref: number;
  readonly pad1?: number | undefined;
}

function pickTaskObjsFields(read: Read): TaskObjsFields {
  return {
    filesObjref: read.filesObjref,
    mmObjref: read.mmObjref,
    fsObjref: read.fsObjref,
    semUndoObjref: read.semUndoObjref,
    sighandObjref: read.sighandObjref,
    signalObjref: read.signalObjref,
    pad1: read.pad1,
  };
}

function writeTaskObjsFields(writer: FieldWriter, fields: TaskObjsFields): void {
  writer.s4(fields.filesObjref);
  writer.s4(fields.mmObjref);
  if (fields.fsObjref !== undefined) writer.s4(fields.fsObjref);
  if (fields.semUndoObjref !== undefined) writer.s4(fields.semUndoObjref);
  writer.s4(fields.sighandObjref);
  writer.s4(fields.signalObjref);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
}

/** What an interrupted system call goes on with. */
export interface RestartBlockFields {
  readonly functionType: bigint;
  readonly arg0: bigint;
  readonly arg1: bigint;
  readonly arg2: bigint;
  readonly arg3: bigint;
  readonly arg4: bigint;
}

function pickRestartBlockFields(read: Read): RestartBlockFields {
  return {
    functionType: read.functionType,
    arg0: read.arg0,
    arg1: read.arg1,
    arg2: read.arg2,
    arg3: read.arg3,
    arg4: read.arg4,
  };
}

function writeRestartBlockFields(writer: FieldWriter, fields: RestartBlockFields): void {
  writer.u8(fields.functionType);
  writer.u8(fields.arg0);
  writer.u8(fields.arg1);
  writer.u8(fields.arg2);
  writer.u8(fields.arg3);
  writer.u8(fields.arg4);
}

/** Thread information; the TLS segment descriptors follow in the same record. */
export interface ThreadFields {
  readonly sysenterReturn?: bigint | undefined;
  readonly threadInfoFlags: number;
  readonly gdtEntryTlsEntries: number;
  readonly sizeofTlsArray: number;
}

function pickThreadFields(read: Read): ThreadFields {
  return {
    sysenterReturn: read.sysenterReturn,
    threadInfoFlags: read.threadInfoFlags,
    gdtEntryTlsEntries: read.gdtEntryTlsEntries,
    sizeofTlsArray: read.sizeofTlsArray,
  };
}

function writeThreadFields(writer: FieldWriter, fields: ThreadFields): void {
  if (fields.sysenterReturn !== undefined) writer.u8(fields.sysenterReturn);
  writer.u4(fields.threadInfoFlags);
  writer.u2(fields.gdtEntryTlsEntries);
  writer.u2(fields.sizeofTlsArray);
}

/** Registers of x86. Segment registers are encoded: 0 null, 1 and 2 code and data of 32-bit programs, 3 and 4 of 64-bit ones, 0x4000 + n TLS, 0x8000 + n LDT. */
export interface CpuFields {
  readonly r15: bigint;
  readonly r14: bigint;
  readonly r13: bigint;
  readonly r12: bigint;
  readonly bp: bigint;
  readonly bx: bigint;
  readonly r11: bigint;
  readonly r10: bigint;
  readonly r9: bigint;
  readonly r8: bigint;
  readonly ax: bigint;
  readonly cx: bigint;
  readonly dx: bigint;
  readonly si: bigint;
  readonly di: bigint;
  readonly origAx: bigint;
  readonly ip: bigint;
  readonly sp: bigint;
  readonly flags: bigint;
  readonly fs: bigint;
  readonly gs: bigint;
  readonly fsindex: number;
  readonly gsindex: number;
  readonly cs: number;
  readonly ss: number;
  readonly ds: number;
  readonly es: number;
  readonly usedMath: number;
  readonly debugreg0?: bigint | undefined;
  readonly debugreg1?: bigint | undefined;
  readonly debugreg2?: bigint | undefined;
  readonly debugreg3?: bigint | undefined;
  readonly debugreg6?: bigint | undefined;
  readonly debugreg7?: bigint | undefined;
}

function pickCpuFields(read: Read): CpuFields {
  return {
    r15: read.r15,
    r14: read.r14,
    r13: read.r13,
    r12: read.r12,
    bp: read.bp,
    bx: read.bx,
    r11: read.r11,
    r10: read.r10,
    r9: read.r9,
    r8: read.r8,
    ax: read.ax,
    cx: read.cx,
    dx: read.dx,
    si: read.si,
    di: read.di,
    origAx: read.origAx,
    ip: read.ip,
    sp: read.sp,
    flags: read.flags,
    fs: read.fs,
    gs: read.gs,
    fsindex: read.fsindex,
    gsindex: read.gsindex,
    cs: read.cs,
    ss: read.ss,
    ds: read.ds,
    es: read.es,
    usedMath: read.usedMath,
    debugreg0: read.debugreg0,
    debugreg1: read.debugreg1,
    debugreg2: read.debugreg2,
    debugreg3: read.debugreg3,
    debugreg6: read.debugreg6,
    debugreg7: read.debugreg7,
  };
}

function writeCpuFields(writer: FieldWriter, fields: CpuFields): void {
  writer.u8(fields.r15);
  writer.u8(fields.r14);
  writer.u8(fields.r13);
  writer.u8(fields.r12);
  writer.u8(fields.bp);
  writer.u8(fields.bx);
  writer.u8(fields.r11);
  writer.u8(fields.r10);
  writer.u8(fields.r9);
  writer.u8(fields.r8);
  writer.u8(fields.ax);
  writer.u8(fields.cx);
  writer.u8(fields.dx);
  writer.u8(fields.si);
  writer.u8(fields.di);
  writer.u8(fields.origAx);
  writer.u8(fields.ip);
  writer.u8(fields.sp);
  writer.u8(fields.flags);
  writer.u8(fields.fs);
  writer.u8(fields.gs);
  writer.u2(fields.fsindex);
  writer.u2(fields.gsindex);
  writer.u2(fields.cs);
  writer.u2(fields.ss);
  writer.u2(fields.ds);
  writer.u2(fields.es);
  writer.u4(fields.usedMath);
  if (fields.debugreg0 !== undefined) writer.u8(fields.debugreg0);
  if (fields.debugreg1 !== undefined) writer.u8(fields.debugreg1);
  if (fields.debugreg2 !== undefined) writer.u8(fields.debugreg2);
  if (fields.debugreg3 !== undefined) writer.u8(fields.debugreg3);
  if (fields.debugreg6 !== undefined) writer.u8(fields.debugreg6);
  if (fields.debugreg7 !== undefined) writer.u8(fields.debugreg7);
}

/** Namespaces of a task; 0 is one that was not separate: the restarting one is kept. */
export interface NsFields {
  readonly utsObjref: number;
  readonly ipcObjref: number;
  readonly netObjref?: number | undefined;
  readonly pad1?: number | undefined;
}

function pickNsFields(read: Read): NsFields {
  return {
    utsObjref: read.utsObjref,
    ipcObjref: read.ipcObjref,
    netObjref: read.netObjref,
    pad1: read.pad1,
  };
}

function writeNsFields(writer: FieldWriter, fields: NsFields): void {
  writer.s4(fields.utsObjref);
  writer.u4(fields.ipcObjref);
  if (fields.netObjref !== undefined) writer.s4(fields.netObjref);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
}

/** See uname(2); six texts of 65 bytes. */
export interface UtsNsFields {
  readonly sysname: Uint8Array;
  readonly nodename: Uint8Array;
  readonly release: Uint8Array;
  readonly version: Uint8Array;
  readonly machine: Uint8Array;
  readonly domainname: Uint8Array;
  readonly pad1: number;
}

function pickUtsNsFields(read: Read): UtsNsFields {
  return {
    sysname: read.sysname,
    nodename: read.nodename,
    release: read.release,
    version: read.version,
    machine: read.machine,
    domainname: read.domainname,
    pad1: read.pad1,
  };
}

function writeUtsNsFields(writer: FieldWriter, fields: UtsNsFields): void {
  writer.bytes(fields.sysname, 65);
  writer.bytes(fields.nodename, 65);
  writer.bytes(fields.release, 65);
  writer.bytes(fields.version, 65);
  writer.bytes(fields.machine, 65);
  writer.bytes(fields.domainname, 65);
  writer.u2(fields.pad1);
}

/** Limits of the IPC namespace; then three IPC groups: shared memory, messages, semaphores. */
export interface IpcNsFields {
  readonly shmCtlmax: bigint;
  readonly shmCtlall: bigint;
  readonly shmCtlmni: number;
  readonly msgCtlmax: number;
  readonly msgCtlmnb: number;
  readonly msgCtlmni: number;
  readonly semCtlMsl: number;
  readonly semCtlMns: number;
  readonly semCtlOpm: number;
  readonly semCtlMni: number;
}

function pickIpcNsFields(read: Read): IpcNsFields {
  return {
    shmCtlmax: read.shmCtlmax,
    shmCtlall: read.shmCtlall,
    shmCtlmni: read.shmCtlmni,
    msgCtlmax: read.msgCtlmax,
    msgCtlmnb: read.msgCtlmnb,
    msgCtlmni: read.msgCtlmni,
    semCtlMsl: read.semCtlMsl,
    semCtlMns: read.semCtlMns,
    semCtlOpm: read.semCtlOpm,
    semCtlMni: read.semCtlMni,
  };
}

function writeIpcNsFields(writer: FieldWriter, fields: IpcNsFields): void {
  writer.u8(fields.shmCtlmax);
  writer.u8(fields.shmCtlall);
  writer.s4(fields.shmCtlmni);
  writer.s4(fields.msgCtlmax);
  writer.s4(fields.msgCtlmnb);
  writer.s4(fields.msgCtlmni);
  writer.s4(fields.semCtlMsl);
  writer.s4(fields.semCtlMns);
  writer.s4(fields.semCtlOpm);
  writer.s4(fields.semCtlMni);
}

/** A user namespace. */
export interface UserNsFields {
  readonly creatorRef: number;
  readonly pad1: number;
}

function pickUserNsFields(read: Read): UserNsFields {
  return {
    creatorRef: read.creatorRef,
    pad1: read.pad1,
  };
}

function writeUserNsFields(writer: FieldWriter, fields: UserNsFields): void {
  writer.s4(fields.creatorRef);
  writer.u4(fields.pad1);
}

/** Credentials of a task or file, see credentials(7). */
export interface CredFields {
  readonly uid: number;
  readonly suid: number;
  readonly euid: number;
  readonly fsuid: number;
  readonly gid: number;
  readonly sgid: number;
  readonly egid: number;
  readonly fsgid: number;
  readonly userRef: number;
  readonly groupinfoRef: number;
  readonly secRef?: number | undefined;
  readonly pad1?: number | undefined;
  readonly capS: CapabilitiesFields;
}

function pickCredFields(read: Read): CredFields {
  return {
    uid: read.uid,
    suid: read.suid,
    euid: read.euid,
    fsuid: read.fsuid,
    gid: read.gid,
    sgid: read.sgid,
    egid: read.egid,
    fsgid: read.fsgid,
    userRef: read.userRef,
    groupinfoRef: read.groupinfoRef,
    secRef: read.secRef,
    pad1: read.pad1,
    capS: pickCapabilitiesFields(read.capS),
  };
}

function writeCredFields(writer: FieldWriter, fields: CredFields): void {
  writer.u4(fields.uid);
  writer.u4(fields.suid);
  writer.u4(fields.euid);
  writer.u4(fields.fsuid);
  writer.u4(fields.gid);
  writer.u4(fields.sgid);
  writer.u4(fields.egid);
  writer.u4(fields.fsgid);
  writer.s4(fields.userRef);
  writer.s4(fields.groupinfoRef);
  if (fields.secRef !== undefined) writer.s4(fields.secRef);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
  writeCapabilitiesFields(writer, fields.capS);
}

/** An open file description. Its type tells which fields follow the common ones, and which records follow this one. */
export interface FileFields {
  readonly fType: number;
  readonly fMode: number;
  readonly fFlags: number;
  readonly fCredref: number;
  readonly fPos: bigint;
  readonly fVersion: bigint;
  readonly fSecref?: number | undefined;
  readonly pad1?: number | undefined;
  readonly pipeObjref?: number | undefined;
  readonly pad2?: number | undefined;
  readonly sockObjref?: number | undefined;
  readonly pad3?: number | undefined;
  readonly ttyObjref?: number | undefined;
  readonly pad4?: number | undefined;
  readonly count?: bigint | undefined;
  readonly flags?: number | undefined;
  readonly pad5?: number | undefined;
}

function pickFileFields(read: Read): FileFields {
  return {
    fType: read.fType,
    fMode: read.fMode,
    fFlags: read.fFlags,
    fCredref: read.fCredref,
    fPos: read.fPos,
    fVersion: read.fVersion,
    fSecref: read.fSecref,
    pad1: read.pad1,
    pipeObjref: read.pipeObjref,
    pad2: read.pad2,
    sockObjref: read.sockObjref,
    pad3: read.pad3,
    ttyObjref: read.ttyObjref,
    pad4: read.pad4,
    count: read.count,
    flags: read.flags,
    pad5: read.pad5,
  };
}

function writeFileFields(writer: FieldWriter, fields: FileFields): void {
  writer.u4(fields.fType);
  writer.u4(fields.fMode);
  writer.u4(fields.fFlags);
  writer.s4(fields.fCredref);
  writer.u8(fields.fPos);
  writer.u8(fields.fVersion);
  if (fields.fSecref !== undefined) writer.s4(fields.fSecref);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
  if (fields.pipeObjref !== undefined) writer.s4(fields.pipeObjref);
  if (fields.pad2 !== undefined) writer.u4(fields.pad2);
  if (fields.sockObjref !== undefined) writer.s4(fields.sockObjref);
  if (fields.pad3 !== undefined) writer.u4(fields.pad3);
  if (fields.ttyObjref !== undefined) writer.s4(fields.ttyObjref);
  if (fields.pad4 !== undefined) writer.u4(fields.pad4);
  if (fields.count !== undefined) writer.u8(fields.count);
  if (fields.flags !== undefined) writer.u4(fields.flags);
  if (fields.pad5 !== undefined) writer.u4(fields.pad5);
}

/** A user in a user namespace. */
export interface UserFields {
  readonly uid: number;
  readonly usernsRef: number;
}

function pickUserFields(read: Read): UserFields {
  return {
    uid: read.uid,
    usernsRef: read.usernsRef,
  };
}

function writeUserFields(writer: FieldWriter, fields: UserFields): void {
  writer.u4(fields.uid);
  writer.s4(fields.usernsRef);
}

/** Number of supplementary groups; their 32-bit numbers follow in the same record. */
export interface GroupinfoFields {
  readonly ngroups: number;
}

function pickGroupinfoFields(read: Read): GroupinfoFields {
  return {
    ngroups: read.ngroups,
  };
}

function writeGroupinfoFields(writer: FieldWriter, fields: GroupinfoFields): void {
  writer.u4(fields.ngroups);
}

/** Real and effective credentials of a task. */
export interface TaskCredsFields {
  readonly credRef: number;
  readonly ecredRef: number;
}

function pickTaskCredsFields(read: Read): TaskCredsFields {
  return {
    credRef: read.credRef,
    ecredRef: read.ecredRef,
  };
}

function writeTaskCredsFields(writer: FieldWriter, fields: TaskCredsFields): void {
  writer.s4(fields.credRef);
  writer.s4(fields.ecredRef);
}

/** A descriptor table; that many times FILE_DESC follows. */
export interface FileTableFields {
  readonly fdtNfds: number;
  readonly pad1: number;
}

function pickFileTableFields(read: Read): FileTableFields {
  return {
    fdtNfds: read.fdtNfds,
    pad1: read.pad1,
  };
}

function writeFileTableFields(writer: FieldWriter, fields: FileTableFields): void {
  writer.s4(fields.fdtNfds);
  writer.u4(fields.pad1);
}

/** One descriptor. */
export interface FileDescFields {
  readonly fdObjref: number;
  readonly fdDescriptor: number;
  readonly fdCloseOnExec: number;
  readonly pad1: number;
}

function pickFileDescFields(read: Read): FileDescFields {
  return {
    fdObjref: read.fdObjref,
    fdDescriptor: read.fdDescriptor,
    fdCloseOnExec: read.fdCloseOnExec,
    pad1: read.pad1,
  };
}

function writeFileDescFields(writer: FieldWriter, fields: FileDescFields): void {
  writer.s4(fields.fdObjref);
  writer.s4(fields.fdDescriptor);
  writer.u4(fields.fdCloseOnExec);
  writer.u4(fields.pad1);
}

/** One side of a terminal. As from 2009-10-03 on. */
export interface TtyForm1Fields {
  readonly driverType: number;
  readonly driverSubtype: number;
  readonly linkObjref: number;
  readonly fileObjref: number;
  readonly pad1: number;
  readonly index: number;
  readonly ldisc: number;
  readonly flags: bigint;
  readonly cIflag: number;
  readonly cOflag: number;
  readonly cCflag: number;
  readonly cLflag: number;
  readonly cLine: number;
  readonly cCc: Uint8Array;
  readonly pad2: Uint8Array;
  readonly wsRow: number;
  readonly wsCol: number;
  readonly wsXpixel: number;
  readonly wsYpixel: number;
}

function pickTtyForm1Fields(read: Read): TtyForm1Fields {
  return {
    driverType: read.driverType,
    driverSubtype: read.driverSubtype,
    linkObjref: read.linkObjref,
    fileObjref: read.fileObjref,
    pad1: read.pad1,
    index: read.index,
    ldisc: read.ldisc,
    flags: read.flags,
    cIflag: read.cIflag,
    cOflag: read.cOflag,
    cCflag: read.cCflag,
    cLflag: read.cLflag,
    cLine: read.cLine,
    cCc: read.cCc,
    pad2: read.pad2,
    wsRow: read.wsRow,
    wsCol: read.wsCol,
    wsXpixel: read.wsXpixel,
    wsYpixel: read.wsYpixel,
  };
}

function writeTtyForm1Fields(writer: FieldWriter, fields: TtyForm1Fields): void {
  writer.u2(fields.driverType);
  writer.u2(fields.driverSubtype);
  writer.s4(fields.linkObjref);
  writer.s4(fields.fileObjref);
  writer.u4(fields.pad1);
  writer.u4(fields.index);
  writer.u4(fields.ldisc);
  writer.u8(fields.flags);
  writer.u2(fields.cIflag);
  writer.u2(fields.cOflag);
  writer.u2(fields.cCflag);
  writer.u2(fields.cLflag);
  writer.u1(fields.cLine);
  writer.bytes(fields.cCc, 8);
  writer.bytes(fields.pad2, 7);
  writer.u2(fields.wsRow);
  writer.u2(fields.wsCol);
  writer.u2(fields.wsXpixel);
  writer.u2(fields.wsYpixel);
}

/** One side of a terminal. As from 2011-01-10 on. */
export interface TtyForm2Fields {
  readonly driverType: number;
  readonly driverSubtype: number;
  readonly linkObjref: number;
  readonly fileObjref: number;
  readonly pad1: number;
  readonly index: number;
  readonly ldisc: number;
  readonly flags: bigint;
  readonly cIflag: number;
  readonly cOflag: number;
  readonly cCflag: number;
  readonly cLflag: number;
  readonly cIspeed: number;
  readonly cOspeed: number;
  readonly cLine: number;
  readonly cCc: Uint8Array;
  readonly pad2: number;
  readonly wsRow: number;
  readonly wsCol: number;
  readonly wsXpixel: number;
  readonly wsYpixel: number;
}

function pickTtyForm2Fields(read: Read): TtyForm2Fields {
  return {
    driverType: read.driverType,
    driverSubtype: read.driverSubtype,
    linkObjref: read.linkObjref,
    fileObjref: read.fileObjref,
    pad1: read.pad1,
    index: read.index,
    ldisc: read.ldisc,
    flags: read.flags,
    cIflag: read.cIflag,
    cOflag: read.cOflag,
    cCflag: read.cCflag,
    cLflag: read.cLflag,
    cIspeed: read.cIspeed,
    cOspeed: read.cOspeed,
    cLine: read.cLine,
    cCc: read.cCc,
    pad2: read.pad2,
    wsRow: read.wsRow,
    wsCol: read.wsCol,
    wsXpixel: read.wsXpixel,
    wsYpixel: read.wsYpixel,
  };
}

function writeTtyForm2Fields(writer: FieldWriter, fields: TtyForm2Fields): void {
  writer.u2(fields.driverType);
  writer.u2(fields.driverSubtype);
  writer.s4(fields.linkObjref);
  writer.s4(fields.fileObjref);
  writer.u4(fields.pad1);
  writer.u4(fields.index);
  writer.u4(fields.ldisc);
  writer.u8(fields.flags);
  writer.u4(fields.cIflag);
  writer.u4(fields.cOflag);
  writer.u4(fields.cCflag);
  writer.u4(fields.cLflag);
  writer.u4(fields.cIspeed);
  writer.u4(fields.cOspeed);
  writer.u1(fields.cLine);
  writer.bytes(fields.cCc, 19);
  writer.u4(fields.pad2);
  writer.u2(fields.wsRow);
  writer.u2(fields.wsCol);
  writer.u2(fields.wsXpixel);
  writer.u2(fields.wsYpixel);
}

/** State of the line discipline N_TTY; a BUFFER with the unread input follows where datalen is not 0. */
export interface TtyLdiscFields {
  readonly column: number;
  readonly datalen: number;
  readonly canonColumn: number;
  readonly canonDatalen: number;
  readonly canonData: number;
  readonly minimumToWake: number;
  readonly stopped: number;
  readonly hwStopped: number;
  readonly flowStopped: number;
  readonly packet: number;
  readonly ctrlStatus: number;
  readonly lnext: number;
  readonly erasing: number;
  readonly raw: number;
  readonly realRaw: number;
  readonly icanon: number;
  readonly closing: number;
  readonly pad1: Uint8Array;
  readonly readFlags: Uint8Array;
  readonly pad2: number;
}

function pickTtyLdiscFields(read: Read): TtyLdiscFields {
  return {
    column: read.column,
    datalen: read.datalen,
    canonColumn: read.canonColumn,
    canonDatalen: read.canonDatalen,
    canonData: read.canonData,
    minimumToWake: read.minimumToWake,
    stopped: read.stopped,
    hwStopped: read.hwStopped,
    flowStopped: read.flowStopped,
    packet: read.packet,
    ctrlStatus: read.ctrlStatus,
    lnext: read.lnext,
    erasing: read.erasing,
    raw: read.raw,
    realRaw: read.realRaw,
    icanon: read.icanon,
    closing: read.closing,
    pad1: read.pad1,
    readFlags: read.readFlags,
    pad2: read.pad2,
  };
}

function writeTtyLdiscFields(writer: FieldWriter, fields: TtyLdiscFields): void {
  writer.u4(fields.column);
  writer.u4(fields.datalen);
  writer.u4(fields.canonColumn);
  writer.u4(fields.canonDatalen);
  writer.u4(fields.canonData);
  writer.u2(fields.minimumToWake);
  writer.u1(fields.stopped);
  writer.u1(fields.hwStopped);
  writer.u1(fields.flowStopped);
  writer.u1(fields.packet);
  writer.u1(fields.ctrlStatus);
  writer.u1(fields.lnext);
  writer.u1(fields.erasing);
  writer.u1(fields.raw);
  writer.u1(fields.realRaw);
  writer.u1(fields.icanon);
  writer.u1(fields.closing);
  writer.bytes(fields.pad1, 3);
  writer.bytes(fields.readFlags, 512);
  writer.u4(fields.pad2);
}

/** What an epoll file watches; a BUFFER of items follows. */
export interface EpollItemsFields {
  readonly epfileObjref: number;
  readonly numItems: number;
}

function pickEpollItemsFields(read: Read): EpollItemsFields {
  return {
    epfileObjref: read.epfileObjref,
    numItems: read.numItems,
  };
}

function writeEpollItemsFields(writer: FieldWriter, fields: EpollItemsFields): void {
  writer.s4(fields.epfileObjref);
  writer.u4(fields.numItems);
}

/** An address space; the BUFFER with the auxiliary vector follows, then the areas, then MM_CONTEXT. */
export interface MmFields {
  readonly mapCount: number;
  readonly exeObjref: number;
  readonly defFlags: bigint;
  readonly flags: bigint;
  readonly startCode: bigint;
  readonly endCode: bigint;
  readonly startData: bigint;
  readonly endData: bigint;
  readonly startBrk: bigint;
  readonly brk: bigint;
  readonly startStack: bigint;
  readonly argStart: bigint;
  readonly argEnd: bigint;
  readonly envStart: bigint;
  readonly envEnd: bigint;
}

function pickMmFields(read: Read): MmFields {
  return {
    mapCount: read.mapCount,
    exeObjref: read.exeObjref,
    defFlags: read.defFlags,
    flags: read.flags,
    startCode: read.startCode,
    endCode: read.endCode,
    startData: read.startData,
    endData: read.endData,
    startBrk: read.startBrk,
    brk: read.brk,
    startStack: read.startStack,
    argStart: read.argStart,
    argEnd: read.argEnd,
    envStart: read.envStart,
    envEnd: read.envEnd,
  };
}

function writeMmFields(writer: FieldWriter, fields: MmFields): void {
  writer.u4(fields.mapCount);
  writer.s4(fields.exeObjref);
  writer.u8(fields.defFlags);
  writer.u8(fields.flags);
  writer.u8(fields.startCode);
  writer.u8(fields.endCode);
  writer.u8(fields.startData);
  writer.u8(fields.endData);
  writer.u8(fields.startBrk);
  writer.u8(fields.brk);
  writer.u8(fields.startStack);
  writer.u8(fields.argStart);
  writer.u8(fields.argEnd);
  writer.u8(fields.envStart);
  writer.u8(fields.envEnd);
}

/** One memory area. Pages follow for the types that have contents of their own. */
export interface VmaFields {
  readonly vmaType: number;
  readonly vmaObjref: number;
  readonly inoObjref: number;
  readonly pad1: number;
  readonly inoSize: bigint;
  readonly vmStart: bigint;
  readonly vmEnd: bigint;
  readonly vmPageProt: bigint;
  readonly vmFlags: bigint;
  readonly vmPgoff: bigint;
  readonly hugetlbShift?: number | undefined;
  readonly pad2?: Uint8Array | undefined;
}

function pickVmaFields(read: Read): VmaFields {
  return {
    vmaType: read.vmaType,
    vmaObjref: read.vmaObjref,
    inoObjref: read.inoObjref,
    pad1: read.pad1,
    inoSize: read.inoSize,
    vmStart: read.vmStart,
    vmEnd: read.vmEnd,
    vmPageProt: read.vmPageProt,
    vmFlags: read.vmFlags,
    vmPgoff: read.vmPgoff,
    hugetlbShift: read.hugetlbShift,
    pad2: read.pad2,
  };
}

function writeVmaFields(writer: FieldWriter, fields: VmaFields): void {
  writer.u4(fields.vmaType);
  writer.s4(fields.vmaObjref);
  writer.s4(fields.inoObjref);
  writer.u4(fields.pad1);
  writer.u8(fields.inoSize);
  writer.u8(fields.vmStart);
  writer.u8(fields.vmEnd);
  writer.u8(fields.vmPageProt);
  writer.u8(fields.vmFlags);
  writer.u8(fields.vmPgoff);
  if (fields.hugetlbShift !== undefined) writer.u2(fields.hugetlbShift);
  if (fields.pad2 !== undefined) writer.bytes(fields.pad2, 6);
}

/** Number of pages in the BUFFER that follows: first all addresses, then all pages. The last one of an area has none. */
export interface PgarrFields {
  readonly nrPages: bigint;
}

function pickPgarrFields(read: Read): PgarrFields {
  return {
    nrPages: read.nrPages,
  };
}

function writePgarrFields(writer: FieldWriter, fields: PgarrFields): void {
  writer.u8(fields.nrPages);
}

/** A huge page. */
export interface HpageFields {
  readonly vaddr: bigint;
  readonly shift: number;
  readonly pad1: Uint8Array;
}

function pickHpageFields(read: Read): HpageFields {
  return {
    vaddr: read.vaddr,
    shift: read.shift,
    pad1: read.pad1,
  };
}

function writeHpageFields(writer: FieldWriter, fields: HpageFields): void {
  writer.u8(fields.vaddr);
  writer.u2(fields.shift);
  writer.bytes(fields.pad1, 6);
}

/** Architecture part of an address space; MM_CONTEXT_LDT follows. */
export interface MmContextFields {
  readonly vdso: bigint;
  readonly ldtEntrySize: number;
  readonly nldt: number;
}

function pickMmContextFields(read: Read): MmContextFields {
  return {
    vdso: read.vdso,
    ldtEntrySize: read.ldtEntrySize,
    nldt: read.nldt,
  };
}

function writeMmContextFields(writer: FieldWriter, fields: MmContextFields): void {
  writer.u8(fields.vdso);
  writer.u4(fields.ldtEntrySize);
  writer.u4(fields.nldt);
}

/** Root and current directory follow as two FILE_NAME records. */
export interface FsFields {
  readonly umask?: number | undefined;
  readonly pad1?: number | undefined;
}

function pickFsFields(read: Read): FsFields {
  return {
    umask: read.umask,
    pad1: read.pad1,
  };
}

function writeFsFields(writer: FieldWriter, fields: FsFields): void {
  if (fields.umask !== undefined) writer.u4(fields.umask);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
}

/** Head of a group of IPC objects. */
export interface IpcFields {
  readonly ipcType: number;
  readonly ipcCount: number;
}

function pickIpcFields(read: Read): IpcFields {
  return {
    ipcType: read.ipcType,
    ipcCount: read.ipcCount,
  };
}

function writeIpcFields(writer: FieldWriter, fields: IpcFields): void {
  writer.u4(fields.ipcType);
  writer.u4(fields.ipcCount);
}

/** A shared memory segment; its pages follow. */
export interface IpcShmFields {
  readonly perms: IpcPermsFields;
  readonly shmSegsz: bigint;
  readonly shmAtim: bigint;
  readonly shmDtim: bigint;
  readonly shmCtim: bigint;
  readonly shmCprid: number;
  readonly shmLprid: number;
  readonly mlockUid: number;
  readonly flags: number;
  readonly objref: number;
  readonly shift?: number | undefined;
  readonly pad1?: number | undefined;
  readonly pad2?: number | undefined;
}

function pickIpcShmFields(read: Read): IpcShmFields {
  return {
    perms: pickIpcPermsFields(read.perms),
    shmSegsz: read.shmSegsz,
    shmAtim: read.shmAtim,
    shmDtim: read.shmDtim,
    shmCtim: read.shmCtim,
    shmCprid: read.shmCprid,
    shmLprid: read.shmLprid,
    mlockUid: read.mlockUid,
    flags: read.flags,
    objref: read.objref,
    shift: read.shift,
    pad1: read.pad1,
    pad2: read.pad2,
  };
}

function writeIpcShmFields(writer: FieldWriter, fields: IpcShmFields): void {
  writeIpcPermsFields(writer, fields.perms);
  writer.u8(fields.shmSegsz);
  writer.u8(fields.shmAtim);
  writer.u8(fields.shmDtim);
  writer.u8(fields.shmCtim);
  writer.s4(fields.shmCprid);
  writer.s4(fields.shmLprid);
  writer.u4(fields.mlockUid);
  writer.u4(fields.flags);
  writer.u4(fields.objref);
  if (fields.shift !== undefined) writer.u2(fields.shift);
  if (fields.pad1 !== undefined) writer.u2(fields.pad1);
  if (fields.pad2 !== undefined) writer.u4(fields.pad2);
}

/** A message queue; its messages follow. */
export interface IpcMsgFields {
  readonly perms: IpcPermsFields;
  readonly qStime: bigint;
  readonly qRtime: bigint;
  readonly qCtime: bigint;
  readonly qCbytes: bigint;
  readonly qQnum: bigint;
  readonly qQbytes: bigint;
  readonly qLspid: number;
  readonly qLrpid: number;
}

function pickIpcMsgFields(read: Read): IpcMsgFields {
  return {
    perms: pickIpcPermsFields(read.perms),
    qStime: read.qStime,
    qRtime: read.qRtime,
    qCtime: read.qCtime,
    qCbytes: read.qCbytes,
    qQnum: read.qQnum,
    qQbytes: read.qQbytes,
    qLspid: read.qLspid,
    qLrpid: read.qLrpid,
  };
}

function writeIpcMsgFields(writer: FieldWriter, fields: IpcMsgFields): void {
  writeIpcPermsFields(writer, fields.perms);
  writer.u8(fields.qStime);
  writer.u8(fields.qRtime);
  writer.u8(fields.qCtime);
  writer.u8(fields.qCbytes);
  writer.u8(fields.qQnum);
  writer.u8(fields.qQbytes);
  writer.s4(fields.qLspid);
  writer.s4(fields.qLrpid);
}

/** One message; its text follows in BUFFER records. As from 2009-10-03 on. */
export interface IpcMsgMsgForm1Fields {
  readonly mType: number;
  readonly mTs: number;
  readonly secRef?: number | undefined;
  readonly pad1?: number | undefined;
}

function pickIpcMsgMsgForm1Fields(read: Read): IpcMsgMsgForm1Fields {
  return {
    mType: read.mType,
    mTs: read.mTs,
    secRef: read.secRef,
    pad1: read.pad1,
  };
}

function writeIpcMsgMsgForm1Fields(writer: FieldWriter, fields: IpcMsgMsgForm1Fields): void {
  writer.s4(fields.mType);
  writer.u4(fields.mTs);
  if (fields.secRef !== undefined) writer.s4(fields.secRef);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
}

/** One message; its text follows in BUFFER records. As from 2010-02-05 on. */
export interface IpcMsgMsgForm2Fields {
  readonly mType: bigint;
  readonly mTs: number;
  readonly secRef: number;
}

function pickIpcMsgMsgForm2Fields(read: Read): IpcMsgMsgForm2Fields {
  return {
    mType: read.mType,
    mTs: read.mTs,
    secRef: read.secRef,
  };
}

function writeIpcMsgMsgForm2Fields(writer: FieldWriter, fields: IpcMsgMsgForm2Fields): void {
  writer.s8(fields.mType);
  writer.u4(fields.mTs);
  writer.s4(fields.secRef);
}

/** A set of semaphores; a BUFFER of values follows. */
export interface IpcSemFields {
  readonly perms: IpcPermsFields;
  readonly semOtime: bigint;
  readonly semCtime: bigint;
  readonly semNsems: number;
  readonly pad1: number;
}

function pickIpcSemFields(read: Read): IpcSemFields {
  return {
    perms: pickIpcPermsFields(read.perms),
    semOtime: read.semOtime,
    semCtime: read.semCtime,
    semNsems: read.semNsems,
    pad1: read.pad1,
  };
}

function writeIpcSemFields(writer: FieldWriter, fields: IpcSemFields): void {
  writeIpcPermsFields(writer, fields.perms);
  writer.u8(fields.semOtime);
  writer.u8(fields.semCtime);
  writer.u4(fields.semNsems);
  writer.u4(fields.pad1);
}

/** Number of undo records of a task. */
export interface TaskSemUndoListFields {
  readonly count: number;
  readonly pad1: number;
}

function pickTaskSemUndoListFields(read: Read): TaskSemUndoListFields {
  return {
    count: read.count,
    pad1: read.pad1,
  };
}

function writeTaskSemUndoListFields(writer: FieldWriter, fields: TaskSemUndoListFields): void {
  writer.u4(fields.count);
  writer.u4(fields.pad1);
}

/** Adjustments of one set of semaphores at exit. */
export interface TaskSemUndoFields {
  readonly semid: number;
  readonly semadjCount: number;
}

function pickTaskSemUndoFields(read: Read): TaskSemUndoFields {
  return {
    semid: read.semid,
    semadjCount: read.semadjCount,
  };
}

function writeTaskSemUndoFields(writer: FieldWriter, fields: TaskSemUndoFields): void {
  writer.u4(fields.semid);
  writer.u4(fields.semadjCount);
}

/** What the threads of a group share besides memory and files; SIGPENDING with the shared queue follows. */
export interface SignalFields {
  readonly rlim: readonly RlimitFields[];
  readonly itRealValue: bigint;
  readonly itRealIncr: bigint;
  readonly itVirtValue: bigint;
  readonly itVirtIncr: bigint;
  readonly itProfValue: bigint;
  readonly itProfIncr: bigint;
  readonly ttyObjref: number;
  readonly ttyPgrp: number;
  readonly ttyOldPgrp: number;
  readonly pad1: number;
}

function pickSignalFields(read: Read): SignalFields {
  return {
    rlim: read.rlim.map(pickRlimitFields),
    itRealValue: read.itRealValue,
    itRealIncr: read.itRealIncr,
    itVirtValue: read.itVirtValue,
    itVirtIncr: read.itVirtIncr,
    itProfValue: read.itProfValue,
    itProfIncr: read.itProfIncr,
    ttyObjref: read.ttyObjref,
    ttyPgrp: read.ttyPgrp,
    ttyOldPgrp: read.ttyOldPgrp,
    pad1: read.pad1,
  };
}

function writeSignalFields(writer: FieldWriter, fields: SignalFields): void {
  for (const element of fields.rlim) writeRlimitFields(writer, element);
  writer.u8(fields.itRealValue);
  writer.u8(fields.itRealIncr);
  writer.u8(fields.itVirtValue);
  writer.u8(fields.itVirtIncr);
  writer.u8(fields.itProfValue);
  writer.u8(fields.itProfIncr);
  writer.s4(fields.ttyObjref);
  writer.s4(fields.ttyPgrp);
  writer.s4(fields.ttyOldPgrp);
  writer.u4(fields.pad1);
}

/** Blocked signals of a task. */
export interface SignalTaskFields {
  readonly blocked: bigint;
}

function pickSignalTaskFields(read: Read): SignalTaskFields {
  return {
    blocked: read.blocked,
  };
}

function writeSignalTaskFields(writer: FieldWriter, fields: SignalTaskFields): void {
  writer.u8(fields.blocked);
}

/** Pending signals; one siginfo for each queued one follows in the same record. */
export interface SigpendingFields {
  readonly nrPending: number;
  readonly pad1: number;
  readonly signal: bigint;
}

function pickSigpendingFields(read: Read): SigpendingFields {
  return {
    nrPending: read.nrPending,
    pad1: read.pad1,
    signal: read.signal,
  };
}

function writeSigpendingFields(writer: FieldWriter, fields: SigpendingFields): void {
  writer.u4(fields.nrPending);
  writer.u4(fields.pad1);
  writer.u8(fields.signal);
}

/** A socket; SOCKET_UNIX or SOCKET_INET and the queues follow. */
export interface SocketFields {
  readonly hasBuffers?: number | undefined;
  readonly pad1?: Uint8Array | undefined;
  readonly socketFlags: bigint;
  readonly socketState: number;
  readonly pad2: Uint8Array;
  readonly commonBoundDevIf: number;
  readonly commonReuse: number;
  readonly commonFamily: number;
  readonly commonState: number;
  readonly pad3: Uint8Array;
  readonly sockRcvlowat: bigint;
  readonly sockFlags: bigint;
  readonly sockRcvtimeo: bigint;
  readonly sockSndtimeo: bigint;
  readonly sockErr: number;
  readonly sockErrSoft: number;
  readonly sockPriority: number;
  readonly sockRcvbuf: number;
  readonly sockSndbuf: number;
  readonly sockType: number;
  readonly sockBacklog: number;
  readonly sockProtocol: number;
  readonly sockState: number;
  readonly sockShutdown: number;
  readonly sockUserlocks: number;
  readonly sockNoCheck: number;
  readonly pad4: Uint8Array;
  readonly sockLingerLOnoff: number;
  readonly sockLingerLLinger: number;
}

function pickSocketFields(read: Read): SocketFields {
  return {
    hasBuffers: read.hasBuffers,
    pad1: read.pad1,
    socketFlags: read.socketFlags,
    socketState: read.socketState,
    pad2: read.pad2,
    commonBoundDevIf: read.commonBoundDevIf,
    commonReuse: read.commonReuse,
    commonFamily: read.commonFamily,
    commonState: read.commonState,
    pad3: read.pad3,
    sockRcvlowat: read.sockRcvlowat,
    sockFlags: read.sockFlags,
    sockRcvtimeo: read.sockRcvtimeo,
    sockSndtimeo: read.sockSndtimeo,
    sockErr: read.sockErr,
    sockErrSoft: read.sockErrSoft,
    sockPriority: read.sockPriority,
    sockRcvbuf: read.sockRcvbuf,
    sockSndbuf: read.sockSndbuf,
    sockType: read.sockType,
    sockBacklog: read.sockBacklog,
    sockProtocol: read.sockProtocol,
    sockState: read.sockState,
    sockShutdown: read.sockShutdown,
    sockUserlocks: read.sockUserlocks,
    sockNoCheck: read.sockNoCheck,
    pad4: read.pad4,
    sockLingerLOnoff: read.sockLingerLOnoff,
    sockLingerLLinger: read.sockLingerLLinger,
  };
}

function writeSocketFields(writer: FieldWriter, fields: SocketFields): void {
  if (fields.hasBuffers !== undefined) writer.u1(fields.hasBuffers);
  if (fields.pad1 !== undefined) writer.bytes(fields.pad1, 7);
  writer.u8(fields.socketFlags);
  writer.u1(fields.socketState);
  writer.bytes(fields.pad2, 7);
  writer.u4(fields.commonBoundDevIf);
  writer.u4(fields.commonReuse);
  writer.u2(fields.commonFamily);
  writer.u1(fields.commonState);
  writer.bytes(fields.pad3, 5);
  writer.s8(fields.sockRcvlowat);
  writer.u8(fields.sockFlags);
  writer.s8(fields.sockRcvtimeo);
  writer.s8(fields.sockSndtimeo);
  writer.u4(fields.sockErr);
  writer.u4(fields.sockErrSoft);
  writer.u4(fields.sockPriority);
  writer.s4(fields.sockRcvbuf);
  writer.s4(fields.sockSndbuf);
  writer.u2(fields.sockType);
  writer.s2(fields.sockBacklog);
  writer.u1(fields.sockProtocol);
  writer.u1(fields.sockState);
  writer.u1(fields.sockShutdown);
  writer.u1(fields.sockUserlocks);
  writer.u1(fields.sockNoCheck);
  writer.bytes(fields.pad4, 3);
  writer.s4(fields.sockLingerLOnoff);
  writer.s4(fields.sockLingerLLinger);
}

/** Head of a queue of socket buffers. */
export interface SocketQueueFields {
  readonly skbCount: number;
  readonly totalBytes: number;
}

function pickSocketQueueFields(read: Read): SocketQueueFields {
  return {
    skbCount: read.skbCount,
    totalBytes: read.totalBytes,
  };
}

function writeSocketQueueFields(writer: FieldWriter, fields: SocketQueueFields): void {
  writer.u4(fields.skbCount);
  writer.u4(fields.totalBytes);
}

/** One socket buffer. */
export interface SocketBufferFields {
  readonly transportHeader?: number | undefined;
  readonly networkHeader?: number | undefined;
  readonly macHeader?: number | undefined;
  readonly linLen?: number | undefined;
  readonly frgLen?: number | undefined;
  readonly skbLen?: number | undefined;
  readonly hdrLen?: number | undefined;
  readonly macLen?: number | undefined;
  readonly dataOffset?: number | undefined;
  readonly skObjref: number;
  readonly prObjref: number;
  readonly protocol?: number | undefined;
  readonly nrFrags?: number | undefined;
  readonly cb?: Uint8Array | undefined;
}

function pickSocketBufferFields(read: Read): SocketBufferFields {
  return {
    transportHeader: read.transportHeader,
    networkHeader: read.networkHeader,
    macHeader: read.macHeader,
    linLen: read.linLen,
    frgLen: read.frgLen,
    skbLen: read.skbLen,
    hdrLen: read.hdrLen,
    macLen: read.macLen,
    dataOffset: read.dataOffset,
    skObjref: read.skObjref,
    prObjref: read.prObjref,
    protocol: read.protocol,
    nrFrags: read.nrFrags,
    cb: read.cb,
  };
}

function writeSocketBufferFields(writer: FieldWriter, fields: SocketBufferFields): void {
  if (fields.transportHeader !== undefined) writer.u4(fields.transportHeader);
  if (fields.networkHeader !== undefined) writer.u4(fields.networkHeader);
  if (fields.macHeader !== undefined) writer.u4(fields.macHeader);
  if (fields.linLen !== undefined) writer.u4(fields.linLen);
  if (fields.frgLen !== undefined) writer.u4(fields.frgLen);
  if (fields.skbLen !== undefined) writer.u4(fields.skbLen);
  if (fields.hdrLen !== undefined) writer.u4(fields.hdrLen);
  if (fields.macLen !== undefined) writer.u4(fields.macLen);
  if (fields.dataOffset !== undefined) writer.u4(fields.dataOffset);
  writer.s4(fields.skObjref);
  writer.s4(fields.prObjref);
  if (fields.protocol !== undefined) writer.u2(fields.protocol);
  if (fields.nrFrags !== undefined) writer.u2(fields.nrFrags);
  if (fields.cb !== undefined) writer.bytes(fields.cb, 48);
}

/** A fragment of a socket buffer; its bytes follow in a BUFFER. */
export interface SocketFragFields {
  readonly size: number;
  readonly offset: number;
}

function pickSocketFragFields(read: Read): SocketFragFields {
  return {
    size: read.size,
    offset: read.offset,
  };
}

function writeSocketFragFields(writer: FieldWriter, fields: SocketFragFields): void {
  writer.u4(fields.size);
  writer.u4(fields.offset);
}

/** AF_UNIX part of a socket. */
export interface SocketUnixFields {
  readonly thisRef: number;
  readonly peerRef: number;
  readonly peercred?: number | undefined;
  readonly peercredUid?: number | undefined;
  readonly peercredGid?: number | undefined;
  readonly flags: number;
  readonly laddrLen: number;
  readonly raddrLen: number;
  readonly laddrFamily: number;
  readonly laddrPath: Uint8Array;
  readonly raddrFamily: number;
  readonly raddrPath: Uint8Array;
  readonly pad1?: number | undefined;
}

function pickSocketUnixFields(read: Read): SocketUnixFields {
  return {
    thisRef: read.thisRef,
    peerRef: read.peerRef,
    peercred: read.peercred,
    peercredUid: read.peercredUid,
    peercredGid: read.peercredGid,
    flags: read.flags,
    laddrLen: read.laddrLen,
    raddrLen: read.raddrLen,
    laddrFamily: read.laddrFamily,
    laddrPath: read.laddrPath,
    raddrFamily: read.raddrFamily,
    raddrPath: read.raddrPath,
    pad1: read.pad1,
  };
}

function writeSocketUnixFields(writer: FieldWriter, fields: SocketUnixFields): void {
  writer.s4(fields.thisRef);
  writer.s4(fields.peerRef);
  if (fields.peercred !== undefined) writer.s4(fields.peercred);
  if (fields.peercredUid !== undefined) writer.u4(fields.peercredUid);
  if (fields.peercredGid !== undefined) writer.u4(fields.peercredGid);
  writer.u4(fields.flags);
  writer.u4(fields.laddrLen);
  writer.u4(fields.raddrLen);
  writer.u2(fields.laddrFamily);
  writer.bytes(fields.laddrPath, 108);
  writer.u2(fields.raddrFamily);
  writer.bytes(fields.raddrPath, 108);
  if (fields.pad1 !== undefined) writer.u4(fields.pad1);
}

/** AF_INET and AF_INET6 part of a socket. Addresses and ports are in network byte order. */
export interface SocketInetFields {
  readonly daddr?: number | undefined;
  readonly rcvSaddr?: number | undefined;
  readonly saddr?: number | undefined;
  readonly dport?: number | undefined;
  readonly num?: number | undefined;
  readonly sport?: number | undefined;
  readonly ucTtl?: number | undefined;
  readonly cmsgFlags?: number | undefined;
  readonly pad1?: number | undefined;
  readonly ackTimeout?: bigint | undefined;
  readonly ackAto?: number | undefined;
  readonly ackLrcvtime?: number | undefined;
  readonly ackLastSegSize?: number | undefined;
  readonly ackRcvMss?: number | undefined;
  readonly ackPending?: number | undefined;
  readonly ackQuick?: number | undefined;
  readonly ackPingpong?: number | undefined;
  readonly ackBlocked?: number | undefined;
  readonly tcpRcvNxt?: number | undefined;
  readonly tcpCopiedSeq?: number | undefined;
  readonly tcpRcvWup?: number | undefined;
  readonly tcpSndNxt?: number | undefined;
  readonly tcpSndUna?: number | undefined;
  readonly tcpSndSml?: number | undefined;
  readonly tcpRcvTstamp?: number | undefined;
  readonly tcpLsndtime?: number | undefined;
  readonly tcpSndWl1?: number | undefined;
  readonly tcpSndWnd?: number | undefined;
  readonly tcpMaxWindow?: number | undefined;
  readonly tcpMssCache?: number | undefined;
  readonly tcpWindowClamp?: number | undefined;
  readonly tcpRcvSsthresh?: number | undefined;
  readonly tcpFrtoHighmark?: number | undefined;
  readonly tcpSrtt?: number | undefined;
  readonly tcpMdev?: number | undefined;
  readonly tcpMdevMax?: number | undefined;
  readonly tcpRttvar?: number | undefined;
  readonly tcpRttSeq?: number | undefined;
  readonly tcpPacketsOut?: number | undefined;
  readonly tcpRetransOut?: number | undefined;
  readonly tcpSndUp?: number | undefined;
  readonly tcpRcvWnd?: number | undefined;
  readonly tcpWriteSeq?: number | undefined;
  readonly tcpPushedSeq?: number | undefined;
  readonly tcpLostOut?: number | undefined;
  readonly tcpSackedOut?: number | undefined;
  readonly tcpFacketsOut?: number | undefined;
  readonly tcpTsoDeferred?: number | undefined;
  readonly tcpBytesAcked?: number | undefined;
  readonly tcpLostCntHint?: number | undefined;
  readonly tcpRetransmitHigh?: number | undefined;
  readonly tcpLostRetransLow?: number | undefined;
  readonly tcpPriorSsthresh?: number | undefined;
  readonly tcpHighSeq?: number | undefined;
  readonly tcpRetransStamp?: number | undefined;
  readonly tcpUndoMarker?: number | undefined;
  readonly tcpUndoRetrans?: number | undefined;
  readonly tcpTotalRetrans?: number | undefined;
  readonly tcpUrgSeq?: number | undefined;
  readonly tcpKeepaliveTime?: number | undefined;
  readonly tcpKeepaliveIntvl?: number | undefined;
  readonly tcpUrgData?: number | undefined;
  readonly tcpAdvmss?: number | undefined;
  readonly tcpFrtoCounter?: number | undefined;
  readonly tcpNonagle?: number | undefined;
  readonly tcpEcnFlags?: number | undefined;
  readonly tcpReordering?: number | undefined;
  readonly tcpKeepaliveProbes?: number | undefined;
  readonly pad2?: Uint8Array | undefined;
  readonly inet6Saddr?: Uint8Array | undefined;
  readonly inet6RcvSaddr?: Uint8Array | undefined;
  readonly inet6Daddr?: Uint8Array | undefined;
  readonly laddrLen: number;
  readonly raddrLen: number;
  readonly laddrFamily: number;
  readonly laddrPort: number;
  readonly laddrAddr: number;
  readonly laddrZero: Uint8Array;
  readonly raddrFamily: number;
  readonly raddrPort: number;
  readonly raddrAddr: number;
  readonly raddrZero: Uint8Array;
}

function pickSocketInetFields(read: Read): SocketInetFields {
  return {
    daddr: read.daddr,
    rcvSaddr: read.rcvSaddr,
    saddr: read.saddr,
    dport: read.dport,
    num: read.num,
    sport: read.sport,
    ucTtl: read.ucTtl,
    cmsgFlags: read.cmsgFlags,
    pad1: read.pad1,
    ackTimeout: read.ackTimeout,
    ackAto: read.ackAto,
    ackLrcvtime: read.ackLrcvtime,
    ackLastSegSize: read.ackLastSegSize,
    ackRcvMss: read.ackRcvMss,
    ackPending: read.ackPending,
    ackQuick: read.ackQuick,
    ackPingpong: read.ackPingpong,
    ackBlocked: read.ackBlocked,
    tcpRcvNxt: read.tcpRcvNxt,
    tcpCopiedSeq: read.tcpCopiedSeq,
    tcpRcvWup: read.tcpRcvWup,
    tcpSndNxt: read.tcpSndNxt,
    tcpSndUna: read.tcpSndUna,
    tcpSndSml: read.tcpSndSml,
    tcpRcvTstamp: read.tcpRcvTstamp,
    tcpLsndtime: read.tcpLsndtime,
    tcpSndWl1: read.tcpSndWl1,
    tcpSndWnd: read.tcpSndWnd,
    tcpMaxWindow: read.tcpMaxWindow,
    tcpMssCache: read.tcpMssCache,
    tcpWindowClamp: read.tcpWindowClamp,
    tcpRcvSsthresh: read.tcpRcvSsthresh,
    tcpFrtoHighmark: read.tcpFrtoHighmark,
    tcpSrtt: read.tcpSrtt,
    tcpMdev: read.tcpMdev,
    tcpMdevMax: read.tcpMdevMax,
    tcpRttvar: read.tcpRttvar,
    tcpRttSeq: read.tcpRttSeq,
    tcpPacketsOut: read.tcpPacketsOut,
    tcpRetransOut: read.tcpRetransOut,
    tcpSndUp: read.tcpSndUp,
    tcpRcvWnd: read.tcpRcvWnd,
    tcpWriteSeq: read.tcpWriteSeq,
    tcpPushedSeq: read.tcpPushedSeq,
    tcpLostOut: read.tcpLostOut,
    tcpSackedOut: read.tcpSackedOut,
    tcpFacketsOut: read.tcpFacketsOut,
    tcpTsoDeferred: read.tcpTsoDeferred,
    tcpBytesAcked: read.tcpBytesAcked,
    tcpLostCntHint: read.tcpLostCntHint,
    tcpRetransmitHigh: read.tcpRetransmitHigh,
    tcpLostRetransLow: read.tcpLostRetransLow,
    tcpPriorSsthresh: read.tcpPriorSsthresh,
    tcpHighSeq: read.tcpHighSeq,
    tcpRetransStamp: read.tcpRetransStamp,
    tcpUndoMarker: read.tcpUndoMarker,
    tcpUndoRetrans: read.tcpUndoRetrans,
    tcpTotalRetrans: read.tcpTotalRetrans,
    tcpUrgSeq: read.tcpUrgSeq,
    tcpKeepaliveTime: read.tcpKeepaliveTime,
    tcpKeepaliveIntvl: read.tcpKeepaliveIntvl,
    tcpUrgData: read.tcpUrgData,
    tcpAdvmss: read.tcpAdvmss,
    tcpFrtoCounter: read.tcpFrtoCounter,
    tcpNonagle: read.tcpNonagle,
    tcpEcnFlags: read.tcpEcnFlags,
    tcpReordering: read.tcpReordering,
    tcpKeepaliveProbes: read.tcpKeepaliveProbes,
    pad2: read.pad2,
    inet6Saddr: read.inet6Saddr,
    inet6RcvSaddr: read.inet6RcvSaddr,
    inet6Daddr: read.inet6Daddr,
    laddrLen: read.laddrLen,
    raddrLen: read.raddrLen,
    laddrFamily: read.laddrFamily,
    laddrPort: read.laddrPort,
    laddrAddr: read.laddrAddr,
    laddrZero: read.laddrZero,
    raddrFamily: read.raddrFamily,
    raddrPort: read.raddrPort,
    raddrAddr: read.raddrAddr,
    raddrZero: read.raddrZero,
  };
}

function writeSocketInetFields(writer: FieldWriter, fields: SocketInetFields): void {
  if (fields.daddr !== undefined) writer.u4(fields.daddr);
  if (fields.rcvSaddr !== undefined) writer.u4(fields.rcvSaddr);
  if (fields.saddr !== undefined) writer.u4(fields.saddr);
  if (fields.dport !== undefined) writer.u2(fields.dport);
  if (fields.num !== undefined) writer.u2(fields.num);
  if (fields.sport !== undefined) writer.u2(fields.sport);
  if (fields.ucTtl !== undefined) writer.s2(fields.ucTtl);
  if (fields.cmsgFlags !== undefined) writer.u2(fields.cmsgFlags);
  if (fields.pad1 !== undefined) writer.u2(fields.pad1);
  if (fields.ackTimeout !== undefined) writer.u8(fields.ackTimeout);
  if (fields.ackAto !== undefined) writer.u4(fields.ackAto);
  if (fields.ackLrcvtime !== undefined) writer.u4(fields.ackLrcvtime);
  if (fields.ackLastSegSize !== undefined) writer.u2(fields.ackLastSegSize);
  if (fields.ackRcvMss !== undefined) writer.u2(fields.ackRcvMss);
  if (fields.ackPending !== undefined) writer.u1(fields.ackPending);
  if (fields.ackQuick !== undefined) writer.u1(fields.ackQuick);
  if (fields.ackPingpong !== undefined) writer.u1(fields.ackPingpong);
  if (fields.ackBlocked !== undefined) writer.u1(fields.ackBlocked);
  if (fields.tcpRcvNxt !== undefined) writer.u4(fields.tcpRcvNxt);
  if (fields.tcpCopiedSeq !== undefined) writer.u4(fields.tcpCopiedSeq);
  if (fields.tcpRcvWup !== undefined) writer.u4(fields.tcpRcvWup);
  if (fields.tcpSndNxt !== undefined) writer.u4(fields.tcpSndNxt);
  if (fields.tcpSndUna !== undefined) writer.u4(fields.tcpSndUna);
  if (fields.tcpSndSml !== undefined) writer.u4(fields.tcpSndSml);
  if (fields.tcpRcvTstamp !== undefined) writer.u4(fields.tcpRcvTstamp);
  if (fields.tcpLsndtime !== undefined) writer.u4(fields.tcpLsndtime);
  if (fields.tcpSndWl1 !== undefined) writer.u4(fields.tcpSndWl1);
  if (fields.tcpSndWnd !== undefined) writer.u4(fields.tcpSndWnd);
  if (fields.tcpMaxWindow !== undefined) writer.u4(fields.tcpMaxWindow);
  if (fields.tcpMssCache !== undefined) writer.u4(fields.tcpMssCache);
  if (fields.tcpWindowClamp !== undefined) writer.u4(fields.tcpWindowClamp);
  if (fields.tcpRcvSsthresh !== undefined) writer.u4(fields.tcpRcvSsthresh);
  if (fields.tcpFrtoHighmark !== undefined) writer.u4(fields.tcpFrtoHighmark);
  if (fields.tcpSrtt !== undefined) writer.u4(fields.tcpSrtt);
  if (fields.tcpMdev !== undefined) writer.u4(fields.tcpMdev);
  if (fields.tcpMdevMax !== undefined) writer.u4(fields.tcpMdevMax);
  if (fields.tcpRttvar !== undefined) writer.u4(fields.tcpRttvar);
  if (fields.tcpRttSeq !== undefined) writer.u4(fields.tcpRttSeq);
  if (fields.tcpPacketsOut !== undefined) writer.u4(fields.tcpPacketsOut);
  if (fields.tcpRetransOut !== undefined) writer.u4(fields.tcpRetransOut);
  if (fields.tcpSndUp !== undefined) writer.u4(fields.tcpSndUp);
  if (fields.tcpRcvWnd !== undefined) writer.u4(fields.tcpRcvWnd);
  if (fields.tcpWriteSeq !== undefined) writer.u4(fields.tcpWriteSeq);
  if (fields.tcpPushedSeq !== undefined) writer.u4(fields.tcpPushedSeq);
  if (fields.tcpLostOut !== undefined) writer.u4(fields.tcpLostOut);
  if (fields.tcpSackedOut !== undefined) writer.u4(fields.tcpSackedOut);
  if (fields.tcpFacketsOut !== undefined) writer.u4(fields.tcpFacketsOut);
  if (fields.tcpTsoDeferred !== undefined) writer.u4(fields.tcpTsoDeferred);
  if (fields.tcpBytesAcked !== undefined) writer.u4(fields.tcpBytesAcked);
  if (fields.tcpLostCntHint !== undefined) writer.s4(fields.tcpLostCntHint);
  if (fields.tcpRetransmitHigh !== undefined) writer.u4(fields.tcpRetransmitHigh);
  if (fields.tcpLostRetransLow !== undefined) writer.u4(fields.tcpLostRetransLow);
  if (fields.tcpPriorSsthresh !== undefined) writer.u4(fields.tcpPriorSsthresh);
  if (fields.tcpHighSeq !== undefined) writer.u4(fields.tcpHighSeq);
  if (fields.tcpRetransStamp !== undefined) writer.u4(fields.tcpRetransStamp);
  if (fields.tcpUndoMarker !== undefined) writer.u4(fields.tcpUndoMarker);
  if (fields.tcpUndoRetrans !== undefined) writer.s4(fields.tcpUndoRetrans);
  if (fields.tcpTotalRetrans !== undefined) writer.u4(fields.tcpTotalRetrans);
  if (fields.tcpUrgSeq !== undefined) writer.u4(fields.tcpUrgSeq);
  if (fields.tcpKeepaliveTime !== undefined) writer.u4(fields.tcpKeepaliveTime);
  if (fields.tcpKeepaliveIntvl !== undefined) writer.u4(fields.tcpKeepaliveIntvl);
  if (fields.tcpUrgData !== undefined) writer.u2(fields.tcpUrgData);
  if (fields.tcpAdvmss !== undefined) writer.u2(fields.tcpAdvmss);
  if (fields.tcpFrtoCounter !== undefined) writer.u1(fields.tcpFrtoCounter);
  if (fields.tcpNonagle !== undefined) writer.u1(fields.tcpNonagle);
  if (fields.tcpEcnFlags !== undefined) writer.u1(fields.tcpEcnFlags);
  if (fields.tcpReordering !== undefined) writer.u1(fields.tcpReordering);
  if (fields.tcpKeepaliveProbes !== undefined) writer.u1(fields.tcpKeepaliveProbes);
  if (fields.pad2 !== undefined) writer.bytes(fields.pad2, 3);
  if (fields.inet6Saddr !== undefined) writer.bytes(fields.inet6Saddr, 16);
  if (fields.inet6RcvSaddr !== undefined) writer.bytes(fields.inet6RcvSaddr, 16);
  if (fields.inet6Daddr !== undefined) writer.bytes(fields.inet6Daddr, 16);
  writer.u4(fields.laddrLen);
  writer.u4(fields.raddrLen);
  writer.u2(fields.laddrFamily);
  writer.u2(fields.laddrPort);
  writer.u4(fields.laddrAddr);
  writer.bytes(fields.laddrZero, 8);
  writer.u2(fields.raddrFamily);
  writer.u2(fields.raddrPort);
  writer.u4(fields.raddrAddr);
  writer.bytes(fields.raddrZero, 8);
}

/** A network namespace. */
export interface NetNsFields {
  readonly thisRef: number;
  readonly pad1: number;
}

function pickNetNsFields(read: Read): NetNsFields {
  return {
    thisRef: read.thisRef,
    pad1: read.pad1,
  };
}

function writeNetNsFields(writer: FieldWriter, fields: NetNsFields): void {
  writer.s4(fields.thisRef);
  writer.u4(fields.pad1);
}

/** A network device; for a macvlan the first reference holds its mode instead. */
export interface NetdevFields {
  readonly netnsRef: number;
  readonly vethThisRef: number;
  readonly vethPeerRef: number;
  readonly inetAddrs: number;
  readonly type: number;
  readonly flags: number;
  readonly hwaddr: Uint8Array;
  readonly pad1: Uint8Array;
}

function pickNetdevFields(read: Read): NetdevFields {
  return {
    netnsRef: read.netnsRef,
    vethThisRef: read.vethThisRef,
    vethPeerRef: read.vethPeerRef,
    inetAddrs: read.inetAddrs,
    type: read.type,
    flags: read.flags,
    hwaddr: read.hwaddr,
    pad1: read.pad1,
  };
}

function writeNetdevFields(writer: FieldWriter, fields: NetdevFields): void {
  writer.s4(fields.netnsRef);
  writer.s4(fields.vethThisRef);
  writer.s4(fields.vethPeerRef);
  writer.u4(fields.inetAddrs);
  writer.u2(fields.type);
  writer.u2(fields.flags);
  writer.bytes(fields.hwaddr, 6);
  writer.bytes(fields.pad1, 6);
}

/** Last record of a complete stream. */
export interface TailFields {
  readonly magic: bigint;
}

function pickTailFields(read: Read): TailFields {
  return {
    magic: read.magic,
  };
}

function writeTailFields(writer: FieldWriter, fields: TailFields): void {
  writer.u8(fields.magic);
}

/** Signal handlers. */
export interface SighandFields {

}

function pickSighandFields(_read: Read): SighandFields {
  return {

  };
}

function writeSighandFields(_writer: FieldWriter, _fields: SighandFields): void {

}

/** First record; kernel release, version and machine stand in it. */
export interface OldHeaderFields {
  readonly magic: bigint;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly rev: number;
  readonly time: bigint;
  readonly uflags: bigint;
  readonly release: Uint8Array;
  readonly version: Uint8Array;
  readonly machine: Uint8Array;
}

function pickOldHeaderFields(read: Read): OldHeaderFields {
  return {
    magic: read.magic,
    major: read.major,
    minor: read.minor,
    patch: read.patch,
    rev: read.rev,
    time: read.time,
    uflags: read.uflags,
    release: read.release,
    version: read.version,
    machine: read.machine,
  };
}

function writeOldHeaderFields(writer: FieldWriter, fields: OldHeaderFields): void {
  writer.u8(fields.magic);
  writer.u2(fields.major);
  writer.u2(fields.minor);
  writer.u2(fields.patch);
  writer.u2(fields.rev);
  writer.u8(fields.time);
  writer.u8(fields.uflags);
  writer.bytes(fields.release, 64);
  writer.bytes(fields.version, 64);
  writer.bytes(fields.machine, 64);
}

/** Form of the floating-point state (from v9 on). */
export interface OldHeaderArchFields {
  readonly hasFxsr: number;
  readonly hasXsave: number;
  readonly xstateSize: number;
  readonly pad1: number;
}

function pickOldHeaderArchFields(read: Read): OldHeaderArchFields {
  return {
    hasFxsr: read.hasFxsr,
    hasXsave: read.hasXsave,
    xstateSize: read.xstateSize,
    pad1: read.pad1,
  };
}

function writeOldHeaderArchFields(writer: FieldWriter, fields: OldHeaderArchFields): void {
  writer.u2(fields.hasFxsr);
  writer.u2(fields.hasXsave);
  writer.u2(fields.xstateSize);
  writer.u2(fields.pad1);
}

/** Number of tasks. Their entries follow as bare bytes, 16 each. */
export interface OldTreeFields {
  readonly nrTasks: number;
  readonly pad1: number;
}

function pickOldTreeFields(read: Read): OldTreeFields {
  return {
    nrTasks: read.nrTasks,
    pad1: read.pad1,
  };
}

function writeOldTreeFields(writer: FieldWriter, fields: OldTreeFields): void {
  writer.u4(fields.nrTasks);
  writer.u4(fields.pad1);
}

/** One task of the tree. */
export interface OldTreeEntryFields {
  readonly vpid: number;
  readonly vtgid: number;
  readonly vppid: number;
  readonly pad1: number;
}

function pickOldTreeEntryFields(read: Read): OldTreeEntryFields {
  return {
    vpid: read.vpid,
    vtgid: read.vtgid,
    vppid: read.vppid,
    pad1: read.pad1,
  };
}

function writeOldTreeEntryFields(writer: FieldWriter, fields: OldTreeEntryFields): void {
  writer.s4(fields.vpid);
  writer.s4(fields.vtgid);
  writer.s4(fields.vppid);
  writer.u4(fields.pad1);
}

/** State of one task. */
export interface OldTaskFields {
  readonly state: number;
  readonly exitState: number;
  readonly exitCode: number;
  readonly exitSignal: number;
  readonly taskCommLen: number;
  readonly pad1: number;
}

function pickOldTaskFields(read: Read): OldTaskFields {
  return {
    state: read.state,
    exitState: read.exitState,
    exitCode: read.exitCode,
    exitSignal: read.exitSignal,
    taskCommLen: read.taskCommLen,
    pad1: read.pad1,
  };
}

function writeOldTaskFields(writer: FieldWriter, fields: OldTaskFields): void {
  writer.u4(fields.state);
  writer.u4(fields.exitState);
  writer.u4(fields.exitCode);
  writer.u4(fields.exitSignal);
  writer.s4(fields.taskCommLen);
  writer.u4(fields.pad1);
}

/** The TLS segment descriptors follow as bare bytes where ntls is not 0. */
export interface OldThreadFields {
  readonly gdtEntryTlsEntries: number;
  readonly sizeofTlsArray: number;
  readonly ntls: number;
  readonly pad1: number;
}

function pickOldThreadFields(read: Read): OldThreadFields {
  return {
    gdtEntryTlsEntries: read.gdtEntryTlsEntries,
    sizeofTlsArray: read.sizeofTlsArray,
    ntls: read.ntls,
    pad1: read.pad1,
  };
}

function writeOldThreadFields(writer: FieldWriter, fields: OldThreadFields): void {
  writer.s2(fields.gdtEntryTlsEntries);
  writer.s2(fields.sizeofTlsArray);
  writer.s2(fields.ntls);
  writer.u2(fields.pad1);
}

/** Registers of x86. Floating-point state follows as bare bytes where used_math is not 0 (inferred). */
export interface OldCpuFields {
  readonly r15: bigint;
  readonly r14: bigint;
  readonly r13: bigint;
  readonly r12: bigint;
  readonly bp: bigint;
  readonly bx: bigint;
  readonly r11: bigint;
  readonly r10: bigint;
  readonly r9: bigint;
  readonly r8: bigint;
  readonly ax: bigint;
  readonly cx: bigint;
  readonly dx: bigint;
  readonly si: bigint;
  readonly di: bigint;
  readonly origAx: bigint;
  readonly ip: bigint;
  readonly cs: bigint;
  readonly flags: bigint;
  readonly sp: bigint;
  readonly ss: bigint;
  readonly ds: bigint;
  readonly es: bigint;
  readonly fs: bigint;
  readonly gs: bigint;
  readonly debugreg0: bigint;
  readonly debugreg1: bigint;
  readonly debugreg2: bigint;
  readonly debugreg3: bigint;
  readonly debugreg4: bigint;
  readonly debugreg5: bigint;
  readonly debugreg6: bigint;
  readonly debugreg7: bigint;
  readonly usesDebug: number;
  readonly usedMath: number;
}

function pickOldCpuFields(read: Read): OldCpuFields {
  return {
    r15: read.r15,
    r14: read.r14,
    r13: read.r13,
    r12: read.r12,
    bp: read.bp,
    bx: read.bx,
    r11: read.r11,
    r10: read.r10,
    r9: read.r9,
    r8: read.r8,
    ax: read.ax,
    cx: read.cx,
    dx: read.dx,
    si: read.si,
    di: read.di,
    origAx: read.origAx,
    ip: read.ip,
    cs: read.cs,
    flags: read.flags,
    sp: read.sp,
    ss: read.ss,
    ds: read.ds,
    es: read.es,
    fs: read.fs,
    gs: read.gs,
    debugreg0: read.debugreg0,
    debugreg1: read.debugreg1,
    debugreg2: read.debugreg2,
    debugreg3: read.debugreg3,
    debugreg4: read.debugreg4,
    debugreg5: read.debugreg5,
    debugreg6: read.debugreg6,
    debugreg7: read.debugreg7,
    usesDebug: read.usesDebug,
    usedMath: read.usedMath,
  };
}

function writeOldCpuFields(writer: FieldWriter, fields: OldCpuFields): void {
  writer.u8(fields.r15);
  writer.u8(fields.r14);
  writer.u8(fields.r13);
  writer.u8(fields.r12);
  writer.u8(fields.bp);
  writer.u8(fields.bx);
  writer.u8(fields.r11);
  writer.u8(fields.r10);
  writer.u8(fields.r9);
  writer.u8(fields.r8);
  writer.u8(fields.ax);
  writer.u8(fields.cx);
  writer.u8(fields.dx);
  writer.u8(fields.si);
  writer.u8(fields.di);
  writer.u8(fields.origAx);
  writer.u8(fields.ip);
  writer.u8(fields.cs);
  writer.u8(fields.flags);
  writer.u8(fields.sp);
  writer.u8(fields.ss);
  writer.u8(fields.ds);
  writer.u8(fields.es);
  writer.u8(fields.fs);
  writer.u8(fields.gs);
  writer.u8(fields.debugreg0);
  writer.u8(fields.debugreg1);
  writer.u8(fields.debugreg2);
  writer.u8(fields.debugreg3);
  writer.u8(fields.debugreg4);
  writer.u8(fields.debugreg5);
  writer.u8(fields.debugreg6);
  writer.u8(fields.debugreg7);
  writer.u4(fields.usesDebug);
  writer.u4(fields.usedMath);
}

/** An address space. */
export interface OldMmFields {
  readonly objref: number;
  readonly mapCount: number;
  readonly startCode: bigint;
  readonly endCode: bigint;
  readonly startData: bigint;
  readonly endData: bigint;
  readonly startBrk: bigint;
  readonly brk: bigint;
  readonly startStack: bigint;
  readonly argStart: bigint;
  readonly argEnd: bigint;
  readonly envStart: bigint;
  readonly envEnd: bigint;
}

function pickOldMmFields(read: Read): OldMmFields {
  return {
    objref: read.objref,
    mapCount: read.mapCount,
    startCode: read.startCode,
    endCode: read.endCode,
    startData: read.startData,
    endData: read.endData,
    startBrk: read.startBrk,
    brk: read.brk,
    startStack: read.startStack,
    argStart: read.argStart,
    argEnd: read.argEnd,
    envStart: read.envStart,
    envEnd: read.envEnd,
  };
}

function writeOldMmFields(writer: FieldWriter, fields: OldMmFields): void {
  writer.u4(fields.objref);
  writer.u4(fields.mapCount);
  writer.u8(fields.startCode);
  writer.u8(fields.endCode);
  writer.u8(fields.startData);
  writer.u8(fields.endData);
  writer.u8(fields.startBrk);
  writer.u8(fields.brk);
  writer.u8(fields.startStack);
  writer.u8(fields.argStart);
  writer.u8(fields.argEnd);
  writer.u8(fields.envStart);
  writer.u8(fields.envEnd);
}

/** One memory area; of type 2 the FNAME of its file follows, then the pages. */
export interface OldVmaFields {
  readonly vmaType: number;
  readonly pad1: number;
  readonly vmStart: bigint;
  readonly vmEnd: bigint;
  readonly vmPageProt: bigint;
  readonly vmFlags: bigint;
  readonly vmPgoff: bigint;
}

function pickOldVmaFields(read: Read): OldVmaFields {
  return {
    vmaType: read.vmaType,
    pad1: read.pad1,
    vmStart: read.vmStart,
    vmEnd: read.vmEnd,
    vmPageProt: read.vmPageProt,
    vmFlags: read.vmFlags,
    vmPgoff: read.vmPgoff,
  };
}

function writeOldVmaFields(writer: FieldWriter, fields: OldVmaFields): void {
  writer.u4(fields.vmaType);
  writer.u4(fields.pad1);
  writer.u8(fields.vmStart);
  writer.u8(fields.vmEnd);
  writer.u8(fields.vmPageProt);
  writer.u8(fields.vmFlags);
  writer.u8(fields.vmPgoff);
}

/** Number of pages. Where it is not 0, all addresses and then all pages follow as bare bytes. */
export interface OldPgarrFields {
  readonly nrPages: bigint;
}

function pickOldPgarrFields(read: Read): OldPgarrFields {
  return {
    nrPages: read.nrPages,
  };
}

function writeOldPgarrFields(writer: FieldWriter, fields: OldPgarrFields): void {
  writer.u8(fields.nrPages);
}

/** nldt entries follow as bare bytes (inferred). */
export interface OldMmContextFields {
  readonly ldtEntrySize: number;
  readonly nldt: number;
  readonly pad1: number;
}

function pickOldMmContextFields(read: Read): OldMmContextFields {
  return {
    ldtEntrySize: read.ldtEntrySize,
    nldt: read.nldt,
    pad1: read.pad1,
  };
}

function writeOldMmContextFields(writer: FieldWriter, fields: OldMmContextFields): void {
  writer.s2(fields.ldtEntrySize);
  writer.s2(fields.nldt);
  writer.u4(fields.pad1);
}

/** A descriptor table; that many times FD_ENT follows. */
export interface OldFileTableFields {
  readonly objref: number;
  readonly fdtNfds: number;
}

function pickOldFileTableFields(read: Read): OldFileTableFields {
  return {
    objref: read.objref,
    fdtNfds: read.fdtNfds,
  };
}

function writeOldFileTableFields(writer: FieldWriter, fields: OldFileTableFields): void {
  writer.u4(fields.objref);
  writer.u4(fields.fdtNfds);
}

/** One descriptor. */
export interface OldFileDescFields {
  readonly fdObjref: number;
  readonly fdDescriptor: number;
  readonly fdCloseOnExec: number;
  readonly pad1: number;
}

function pickOldFileDescFields(read: Read): OldFileDescFields {
  return {
    fdObjref: read.fdObjref,
    fdDescriptor: read.fdDescriptor,
    fdCloseOnExec: read.fdCloseOnExec,
    pad1: read.pad1,
  };
}

function writeOldFileDescFields(writer: FieldWriter, fields: OldFileDescFields): void {
  writer.u4(fields.fdObjref);
  writer.s4(fields.fdDescriptor);
  writer.u4(fields.fdCloseOnExec);
  writer.u4(fields.pad1);
}

/** An open file; FNAME follows. */
export interface OldFileFields {
  readonly fType: number;
  readonly fMode: number;
  readonly fFlags: number;
  readonly fPos: bigint;
  readonly fVersion: bigint;
}

function pickOldFileFields(read: Read): OldFileFields {
  return {
    fType: read.fType,
    fMode: read.fMode,
    fFlags: read.fFlags,
    fPos: read.fPos,
    fVersion: read.fVersion,
  };
}

function writeOldFileFields(writer: FieldWriter, fields: OldFileFields): void {
  writer.u2(fields.fType);
  writer.u2(fields.fMode);
  writer.u4(fields.fFlags);
  writer.u8(fields.fPos);
  writer.u8(fields.fVersion);
}

/** Last record of a complete stream. */
export interface OldTailFields {
  readonly magic: bigint;
}

function pickOldTailFields(read: Read): OldTailFields {
  return {
    magic: read.magic,
  };
}

function writeOldTailFields(writer: FieldWriter, fields: OldTailFields): void {
  writer.u8(fields.magic);
}

/** What stands in the bytes of other records, one behind the other. */
export const linuxCrElements = {
  pid_object: {
    layout: 'pid_object',
    read: (stream: unknown, _context: LinuxCrContext) => pickPidObjectFields(new LinuxCrRecords.PidObject(stream, null, null)),
    write: writePidObjectFields,
  },
  tree_entry: {
    layout: 'tree_entry',
    read: (stream: unknown, context: LinuxCrContext) => pickTreeEntryFields(new LinuxCrRecords.TreeEntry(stream, null, null, context.layout)),
    write: writeTreeEntryFields,
  },
  old_tree_entry: {
    layout: 'old_tree_entry',
    read: (stream: unknown, _context: LinuxCrContext) => pickOldTreeEntryFields(new LinuxCrOld.OldTreeEntry(stream, null, null)),
    write: writeOldTreeEntryFields,
  },
  epoll_item: {
    layout: 'epoll_item',
    read: (stream: unknown, _context: LinuxCrContext) => pickEpollItemFields(new LinuxCrRecords.EpollItem(stream, null, null)),
    write: writeEpollItemFields,
  },
  sigaction: {
    layout: 'sigaction',
    read: (stream: unknown, _context: LinuxCrContext) => pickSigactionFields(new LinuxCrRecords.Sigaction(stream, null, null)),
    write: writeSigactionFields,
  },
  siginfo: {
    layout: 'siginfo',
    read: (stream: unknown, context: LinuxCrContext) => pickSiginfoFields(new LinuxCrRecords.Siginfo(stream, null, null, context.layout)),
    write: writeSiginfoFields,
  },
  sem_value: {
    layout: 'sem_value',
    read: (stream: unknown, _context: LinuxCrContext) => pickSemValueFields(new LinuxCrRecords.SemValue(stream, null, null)),
    write: writeSemValueFields,
  },
  netdev_addr: {
    layout: 'netdev_addr',
    read: (stream: unknown, _context: LinuxCrContext) => pickNetdevAddrFields(new LinuxCrRecords.NetdevAddr(stream, null, null)),
    write: writeNetdevAddrFields,
  },
};

/** Records that are a bare header, or bytes. */
export type NoFields = Readonly<Record<never, never>>;

export interface HeaderRecordFields {
  /** 0x00feed0cc0a2d200. */
  readonly magic: bigint;
  /** Architecture; the number of one differs between versions, see `arch_number`. */
  readonly archId?: number | undefined;
  /** First number of the kernel version. A kernel of another version refuses the image. */
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Format version, 3 to 6. Not enough to tell the layout: 6 covers several. */
  readonly rev: number;
  readonly pad1?: Uint8Array | undefined;
  readonly constants?: ConstantsFields | undefined;
  /** Wall clock at the checkpoint, since 1970. */
  readonly time: bigint;
  /** CHECKPOINT_* flags of checkpoint(2). Bit 1 said until 2010-03-30 that there are no network namespaces, since then that there are. */
  readonly uflags: bigint;
  readonly release?: Uint8Array | undefined;
  readonly version?: Uint8Array | undefined;
  readonly machine?: Uint8Array | undefined;
}

export interface HeaderArchRecordFields {
  readonly hasFxsr: number;
  readonly hasXsave: number;
  /** Length of the floating-point state of a task. */
  readonly xstateSize: number;
  readonly pad1: number;
}

export type ContainerRecordFields = NoFields;

export type BufferRecordFields = NoFields;

export type StringRecordFields = NoFields;

export interface ObjrefRecordFields {
  /** Kind of the object; the number of one differs between versions, see `object_number`. */
  readonly objtype: number;
  /** Identity of the object, above 0 and never used twice. */
  readonly objref: number;
}

export type LsmInfoRecordFields = NoFields;

export interface SecurityRecordFields {
  /** What `*sec_ref` fields refer to. */
  readonly ptrref: number;
  readonly sectype: number;
  readonly pad1: Uint8Array;
}

export interface PidsRecordFields {
  readonly nrPids: number;
  /** Sum of the depths. */
  readonly nrVpids: number;
  /** Identity of the first pid object; the others count on from it. */
  readonly offset: number;
  readonly pad1: number;
}

export interface TreeRecordFields {
  readonly nrTasks: number;
  readonly pad1: number;
}

export interface TaskRecordFields {
  /** PF_* in numbers of their own. */
  readonly flags?: number | undefined;
  /** State of the task in the writing kernel; DEAD for a zombie. */
  readonly state: number;
  /** Not 0 for a zombie (16). */
  readonly exitState: number;
  /** Wait status, see wait(2); 0 for living tasks. */
  readonly exitCode: number;
  /** Signal to the parent at exit; 2^32-1 for threads that are not the leader. */
  readonly exitSignal: number;
  readonly pdeathSignal?: number | undefined;
  /** User address. */
  readonly setChildTid?: bigint | undefined;
  /** User address, see set_tid_address(2). */
  readonly clearChildTid?: bigint | undefined;
  /** Alternate signal stack: user address, see sigaltstack(2). */
  readonly sasSsSp?: bigint | undefined;
  readonly sasSsSize?: number | undefined;
  readonly compatRobustFutexHeadLen?: number | undefined;
  readonly compatRobustFutexList?: number | undefined;
  readonly robustFutexHeadLen?: number | undefined;
  /** User address, see set_robust_list(2). */
  readonly robustFutexList?: bigint | undefined;
  readonly pad1?: number | undefined;
  readonly pad2?: number | undefined;
  readonly taskCommLen?: number | undefined;
}

export interface TaskNsRecordFields {
  readonly nsObjref: number;
  readonly pad1: number;
}

export interface TaskObjsRecordFields {
  readonly filesObjref: number;
  readonly mmObjref: number;
  readonly fsObjref?: number | undefined;
  readonly semUndoObjref?: number | undefined;
  readonly sighandObjref: number;
  /** Not announced by an OBJREF record. */
  readonly signalObjref: number;
  readonly pad1?: number | undefined;
}

export interface RestartBlockRecordFields {
  readonly functionType: bigint;
  readonly arg0: bigint;
  readonly arg1: bigint;
  readonly arg2: bigint;
  readonly arg3: bigint;
  /** Time left, ns, for calls with a timeout. */
  readonly arg4: bigint;
}

export interface ThreadRecordFields {
  readonly sysenterReturn?: bigint | undefined;
  readonly threadInfoFlags?: number | undefined;
  readonly gdtEntryTlsEntries: number;
  readonly sizeofTlsArray: number;
  readonly ntls?: number | undefined;
  readonly pad1?: number | undefined;
}

export interface CpuRecordFields {
  readonly r15: bigint;
  readonly r14: bigint;
  readonly r13: bigint;
  readonly r12: bigint;
  readonly bp: bigint;
  readonly bx: bigint;
  readonly r11: bigint;
  readonly r10: bigint;
  readonly r9: bigint;
  readonly r8: bigint;
  readonly ax: bigint;
  readonly cx: bigint;
  readonly dx: bigint;
  readonly si: bigint;
  readonly di: bigint;
  readonly origAx: bigint;
  readonly ip: bigint;
  readonly sp: bigint;
  readonly flags: bigint;
  readonly fs: bigint;
  readonly gs: bigint;
  readonly fsindex?: number | undefined;
  readonly gsindex?: number | undefined;
  readonly cs: number | bigint;
  readonly ss: number | bigint;
  readonly ds: number | bigint;
  readonly es: number | bigint;
  /** Not 0: CPU_FPU follows. */
  readonly usedMath: number;
  readonly debugreg0?: bigint | undefined;
  readonly debugreg1?: bigint | undefined;
  readonly debugreg2?: bigint | undefined;
  readonly debugreg3?: bigint | undefined;
  readonly debugreg6?: bigint | undefined;
  readonly debugreg7?: bigint | undefined;
  readonly debugreg4?: bigint | undefined;
  readonly debugreg5?: bigint | undefined;
  readonly usesDebug?: number | undefined;
}

export interface NsRecordFields {
  readonly utsObjref: number;
  readonly ipcObjref: number;
  readonly netObjref?: number | undefined;
  readonly pad1?: number | undefined;
}

export interface UtsNsRecordFields {
  readonly sysname: Uint8Array;
  readonly nodename: Uint8Array;
  readonly release: Uint8Array;
  readonly version: Uint8Array;
  readonly machine: Uint8Array;
  readonly domainname: Uint8Array;
  readonly pad1: number;
}

export interface IpcNsRecordFields {
  readonly shmCtlmax: bigint;
  readonly shmCtlall: bigint;
  readonly shmCtlmni: number;
  readonly msgCtlmax: number;
  readonly msgCtlmnb: number;
  readonly msgCtlmni: number;
  readonly semCtlMsl: number;
  readonly semCtlMns: number;
  readonly semCtlOpm: number;
  readonly semCtlMni: number;
}

export type MntNsRecordFields = NoFields;

export type CapabilitiesRecordFields = NoFields;

export interface UserNsRecordFields {
  readonly creatorRef: number;
  readonly pad1: number;
}

export interface CredRecordFields {
  readonly uid: number;
  readonly suid: number;
  readonly euid: number;
  readonly fsuid: number;
  readonly gid: number;
  readonly sgid: number;
  readonly egid: number;
  readonly fsgid: number;
  readonly userRef: number;
  readonly groupinfoRef: number;
  /** 0 is none. */
  readonly secRef?: number | undefined;
  readonly pad1?: number | undefined;
  readonly capS: CapabilitiesFields;
}

export interface UserRecordFields {
  readonly uid: number;
  readonly usernsRef: number;
}

export interface GroupinfoRecordFields {
  readonly ngroups: number;
}

export interface TaskCredsRecordFields {
  readonly credRef: number;
  readonly ecredRef: number;
}

export interface VpidsRecordFields {
  readonly nrVpids: number;
  readonly pad1: number;
}

export type CpuFpuRecordFields = NoFields;

export type MmContextLdtRecordFields = NoFields;

export interface FileTableRecordFields {
  /** Number of open descriptors. */
  readonly fdtNfds: number;
  readonly pad1?: number | undefined;
  readonly objref?: number | undefined;
}

export interface FileDescRecordFields {
  readonly fdObjref: number;
  readonly fdDescriptor: number;
  readonly fdCloseOnExec: number;
  readonly pad1: number;
}

export type FileNameRecordFields = NoFields;

export interface FileRecordFields {
  readonly fType: number;
  /** FMODE_* of the kernel. */
  readonly fMode: number;
  /** O_* of the architecture. */
  readonly fFlags: number;
  readonly fCredref?: number | undefined;
  readonly fPos: bigint;
  readonly fVersion: bigint;
  /** 0 is none. */
  readonly fSecref?: number | undefined;
  readonly pad1?: number | undefined;
  /** Id of the inode; PIPE_BUF follows where it is met first. */
  readonly pipeObjref?: number | undefined;
  readonly pad2?: number | undefined;
  readonly sockObjref?: number | undefined;
  readonly pad3?: number | undefined;
  readonly ttyObjref?: number | undefined;
  readonly pad4?: number | undefined;
  readonly count?: bigint | undefined;
  readonly flags?: number | undefined;
  readonly pad5?: number | undefined;
}

export type PipeBufRecordFields = NoFields;

export interface TtyRecordFields {
  readonly driverType: number;
  readonly driverSubtype: number;
  /** The other side. */
  readonly linkObjref: number;
  readonly fileObjref: number;
  readonly pad1: number;
  readonly index: number;
  readonly ldisc: number;
  readonly flags: bigint;
  readonly cIflag: number;
  readonly cOflag: number;
  readonly cCflag: number;
  readonly cLflag: number;
  readonly cIspeed?: number | undefined;
  readonly cOspeed?: number | undefined;
  readonly cLine: number;
  readonly cCc: Uint8Array;
  readonly pad2: number | Uint8Array;
  readonly wsRow: number;
  readonly wsCol: number;
  readonly wsXpixel: number;
  readonly wsYpixel: number;
}

export interface TtyLdiscRecordFields {
  readonly column: number;
  readonly datalen: number;
  readonly canonColumn: number;
  readonly canonDatalen: number;
  readonly canonData: number;
  readonly minimumToWake: number;
  readonly stopped: number;
  readonly hwStopped: number;
  readonly flowStopped: number;
  readonly packet: number;
  readonly ctrlStatus: number;
  readonly lnext: number;
  readonly erasing: number;
  readonly raw: number;
  readonly realRaw: number;
  readonly icanon: number;
  readonly closing: number;
  readonly pad1: Uint8Array;
  readonly readFlags: Uint8Array;
  readonly pad2: number;
}

export interface EpollItemsRecordFields {
  readonly epfileObjref: number;
  readonly numItems: number;
}

export interface MmRecordFields {
  /** Number of areas that follow. */
  readonly mapCount: number;
  /** The program; 0 is none. */
  readonly exeObjref?: number | undefined;
  readonly defFlags?: bigint | undefined;
  readonly flags?: bigint | undefined;
  readonly startCode: bigint;
  readonly endCode: bigint;
  readonly startData: bigint;
  readonly endData: bigint;
  readonly startBrk: bigint;
  readonly brk: bigint;
  readonly startStack: bigint;
  readonly argStart: bigint;
  readonly argEnd: bigint;
  readonly envStart: bigint;
  readonly envEnd: bigint;
  readonly objref?: number | undefined;
}

export interface VmaRecordFields {
  readonly vmaType: number;
  /** The mapped file; 0 is none. */
  readonly vmaObjref?: number | undefined;
  /** Shared memory that several areas may map; of System V memory the segment id. */
  readonly inoObjref?: number | undefined;
  readonly pad1: number;
  readonly inoSize?: bigint | undefined;
  readonly vmStart: bigint;
  readonly vmEnd: bigint;
  /** Page protection bits of the writing kernel. */
  readonly vmPageProt: bigint;
  /** VM_* of the writing kernel. */
  readonly vmFlags: bigint;
  /** Offset in the mapped file, in pages. */
  readonly vmPgoff: bigint;
  readonly hugetlbShift?: number | undefined;
  readonly pad2?: Uint8Array | undefined;
}

export interface PgarrRecordFields {
  readonly nrPages: bigint;
}

export interface MmContextRecordFields {
  /** User address. */
  readonly vdso?: bigint | undefined;
  readonly ldtEntrySize: number;
  readonly nldt: number;
  readonly pad1?: number | undefined;
}

export interface HpageRecordFields {
  readonly vaddr: bigint;
  readonly shift: number;
  readonly pad1: Uint8Array;
}

export interface FsRecordFields {
  readonly umask?: number | undefined;
  readonly pad1?: number | undefined;
}

export interface IpcRecordFields {
  /** Record number of the objects that follow. */
  readonly ipcType: number;
  readonly ipcCount: number;
}

export interface IpcShmRecordFields {
  readonly perms: IpcPermsFields;
  readonly shmSegsz: bigint;
  readonly shmAtim: bigint;
  readonly shmDtim: bigint;
  readonly shmCtim: bigint;
  readonly shmCprid: number;
  readonly shmLprid: number;
  /** 2^32-1 for nobody. */
  readonly mlockUid: number;
  readonly flags: number;
  readonly objref: number;
  readonly shift?: number | undefined;
  readonly pad1?: number | undefined;
  readonly pad2?: number | undefined;
}

export interface IpcMsgRecordFields {
  readonly perms: IpcPermsFields;
  readonly qStime: bigint;
  readonly qRtime: bigint;
  readonly qCtime: bigint;
  readonly qCbytes: bigint;
  readonly qQnum: bigint;
  readonly qQbytes: bigint;
  readonly qLspid: number;
  readonly qLrpid: number;
}

export interface IpcMsgMsgRecordFields {
  readonly mType: bigint | number;
  /** Length of the text. */
  readonly mTs: number;
  /** 0 is none. */
  readonly secRef?: number | undefined;
  readonly pad1?: number | undefined;
}

export interface IpcSemRecordFields {
  readonly perms: IpcPermsFields;
  readonly semOtime: bigint;
  readonly semCtime: bigint;
  readonly semNsems: number;
  readonly pad1: number;
}

export interface TaskSemUndoListRecordFields {
  readonly count: number;
  readonly pad1: number;
}

export interface TaskSemUndoRecordFields {
  readonly semid: number;
  readonly semadjCount: number;
}

export type SighandRecordFields = NoFields;

export interface SignalRecordFields {
  readonly rlim: readonly RlimitFields[];
  readonly itRealValue: bigint;
  readonly itRealIncr: bigint;
  readonly itVirtValue: bigint;
  readonly itVirtIncr: bigint;
  readonly itProfValue: bigint;
  readonly itProfIncr: bigint;
  /** Controlling terminal; 0 is none. */
  readonly ttyObjref: number;
  readonly ttyPgrp: number;
  readonly ttyOldPgrp: number;
  readonly pad1: number;
}

export interface SignalTaskRecordFields {
  readonly blocked: bigint;
}

export interface SigpendingRecordFields {
  readonly nrPending: number;
  readonly pad1: number;
  readonly signal: bigint;
}

export interface SocketRecordFields {
  readonly hasBuffers?: number | undefined;
  readonly pad1?: Uint8Array | undefined;
  readonly socketFlags: bigint;
  readonly socketState: number;
  readonly pad2: Uint8Array;
  readonly commonBoundDevIf: number;
  readonly commonReuse: number;
  readonly commonFamily: number;
  readonly commonState: number;
  readonly pad3: Uint8Array;
  readonly sockRcvlowat: bigint;
  readonly sockFlags: bigint;
  readonly sockRcvtimeo: bigint;
  readonly sockSndtimeo: bigint;
  readonly sockErr: number;
  readonly sockErrSoft: number;
  readonly sockPriority: number;
  readonly sockRcvbuf: number;
  readonly sockSndbuf: number;
  readonly sockType: number;
  readonly sockBacklog: number;
  readonly sockProtocol: number;
  readonly sockState: number;
  readonly sockShutdown: number;
  readonly sockUserlocks: number;
  readonly sockNoCheck: number;
  readonly pad4: Uint8Array;
  readonly sockLingerLOnoff: number;
  readonly sockLingerLLinger: number;
}

export interface SocketQueueRecordFields {
  readonly skbCount: number;
  readonly totalBytes: number;
}

export interface SocketBufferRecordFields {
  readonly transportHeader?: number | undefined;
  readonly networkHeader?: number | undefined;
  readonly macHeader?: number | undefined;
  readonly linLen?: number | undefined;
  readonly frgLen?: number | undefined;
  readonly skbLen?: number | undefined;
  readonly hdrLen?: number | undefined;
  readonly macLen?: number | undefined;
  readonly dataOffset?: number | undefined;
  readonly skObjref: number;
  readonly prObjref: number;
  readonly protocol?: number | undefined;
  readonly nrFrags?: number | undefined;
  readonly cb?: Uint8Array | undefined;
}

export interface SocketFragRecordFields {
  readonly size: number;
  readonly offset: number;
}

export interface SocketUnixRecordFields {
  readonly thisRef: number;
  /** 0 is none. */
  readonly peerRef: number;
  readonly peercred?: number | undefined;
  readonly peercredUid?: number | undefined;
  readonly peercredGid?: number | undefined;
  readonly flags: number;
  readonly laddrLen: number;
  readonly raddrLen: number;
  readonly laddrFamily: number;
  readonly laddrPath: Uint8Array;
  readonly raddrFamily: number;
  readonly raddrPath: Uint8Array;
  readonly pad1?: number | undefined;
}

export interface SocketInetRecordFields {
  readonly daddr?: number | undefined;
  readonly rcvSaddr?: number | undefined;
  readonly saddr?: number | undefined;
  readonly dport?: number | undefined;
  readonly num?: number | undefined;
  readonly sport?: number | undefined;
  readonly ucTtl?: number | undefined;
  readonly cmsgFlags?: number | undefined;
  readonly pad1?: number | undefined;
  readonly ackTimeout?: bigint | undefined;
  readonly ackAto?: number | undefined;
  readonly ackLrcvtime?: number | undefined;
  readonly ackLastSegSize?: number | undefined;
  readonly ackRcvMss?: number | undefined;
  readonly ackPending?: number | undefined;
  readonly ackQuick?: number | undefined;
  readonly ackPingpong?: number | undefined;
  readonly ackBlocked?: number | undefined;
  readonly tcpRcvNxt?: number | undefined;
  readonly tcpCopiedSeq?: number | undefined;
  readonly tcpRcvWup?: number | undefined;
  readonly tcpSndNxt?: number | undefined;
  readonly tcpSndUna?: number | undefined;
  readonly tcpSndSml?: number | undefined;
  readonly tcpRcvTstamp?: number | undefined;
  readonly tcpLsndtime?: number | undefined;
  readonly tcpSndWl1?: number | undefined;
  readonly tcpSndWnd?: number | undefined;
  readonly tcpMaxWindow?: number | undefined;
  readonly tcpMssCache?: number | undefined;
  readonly tcpWindowClamp?: number | undefined;
  readonly tcpRcvSsthresh?: number | undefined;
  readonly tcpFrtoHighmark?: number | undefined;
  readonly tcpSrtt?: number | undefined;
  readonly tcpMdev?: number | undefined;
  readonly tcpMdevMax?: number | undefined;
  readonly tcpRttvar?: number | undefined;
  readonly tcpRttSeq?: number | undefined;
  readonly tcpPacketsOut?: number | undefined;
  readonly tcpRetransOut?: number | undefined;
  readonly tcpSndUp?: number | undefined;
  readonly tcpRcvWnd?: number | undefined;
  readonly tcpWriteSeq?: number | undefined;
  readonly tcpPushedSeq?: number | undefined;
  readonly tcpLostOut?: number | undefined;
  readonly tcpSackedOut?: number | undefined;
  readonly tcpFacketsOut?: number | undefined;
  readonly tcpTsoDeferred?: number | undefined;
  readonly tcpBytesAcked?: number | undefined;
  readonly tcpLostCntHint?: number | undefined;
  readonly tcpRetransmitHigh?: number | undefined;
  readonly tcpLostRetransLow?: number | undefined;
  readonly tcpPriorSsthresh?: number | undefined;
  readonly tcpHighSeq?: number | undefined;
  readonly tcpRetransStamp?: number | undefined;
  readonly tcpUndoMarker?: number | undefined;
  readonly tcpUndoRetrans?: number | undefined;
  readonly tcpTotalRetrans?: number | undefined;
  readonly tcpUrgSeq?: number | undefined;
  readonly tcpKeepaliveTime?: number | undefined;
  readonly tcpKeepaliveIntvl?: number | undefined;
  readonly tcpUrgData?: number | undefined;
  readonly tcpAdvmss?: number | undefined;
  readonly tcpFrtoCounter?: number | undefined;
  readonly tcpNonagle?: number | undefined;
  readonly tcpEcnFlags?: number | undefined;
  readonly tcpReordering?: number | undefined;
  readonly tcpKeepaliveProbes?: number | undefined;
  readonly pad2?: Uint8Array | undefined;
  readonly inet6Saddr?: Uint8Array | undefined;
  readonly inet6RcvSaddr?: Uint8Array | undefined;
  readonly inet6Daddr?: Uint8Array | undefined;
  readonly laddrLen: number;
  readonly raddrLen: number;
  readonly laddrFamily: number;
  readonly laddrPort: number;
  readonly laddrAddr: number;
  readonly laddrZero: Uint8Array;
  readonly raddrFamily: number;
  readonly raddrPort: number;
  readonly raddrAddr: number;
  readonly raddrZero: Uint8Array;
}

export interface NetNsRecordFields {
  readonly thisRef: number;
  readonly pad1: number;
}

export interface NetdevRecordFields {
  readonly netnsRef: number;
  readonly vethThisRef: number;
  readonly vethPeerRef: number;
  readonly inetAddrs: number;
  readonly type: number;
  readonly flags: number;
  readonly hwaddr: Uint8Array;
  readonly pad1: Uint8Array;
}

export type NetdevAddrRecordFields = NoFields;

export interface TailRecordFields {
  /** 0x002d2a0cc0deef00. */
  readonly magic: bigint;
}

export type ErrorRecordFields = NoFields;

/** Fields by record kind: of all layouts together, so that those which only some have are optional. */
export interface LinuxCrFields {
  readonly header: HeaderRecordFields;
  readonly header_arch: HeaderArchRecordFields;
  readonly container: ContainerRecordFields;
  readonly buffer: BufferRecordFields;
  readonly string: StringRecordFields;
  readonly objref: ObjrefRecordFields;
  readonly lsm_info: LsmInfoRecordFields;
  readonly security: SecurityRecordFields;
  readonly pids: PidsRecordFields;
  readonly tree: TreeRecordFields;
  readonly task: TaskRecordFields;
  readonly task_ns: TaskNsRecordFields;
  readonly task_objs: TaskObjsRecordFields;
  readonly restart_block: RestartBlockRecordFields;
  readonly thread: ThreadRecordFields;
  readonly cpu: CpuRecordFields;
  readonly ns: NsRecordFields;
  readonly uts_ns: UtsNsRecordFields;
  readonly ipc_ns: IpcNsRecordFields;
  readonly mnt_ns: MntNsRecordFields;
  readonly capabilities: CapabilitiesRecordFields;
  readonly user_ns: UserNsRecordFields;
  readonly cred: CredRecordFields;
  readonly user: UserRecordFields;
  readonly groupinfo: GroupinfoRecordFields;
  readonly task_creds: TaskCredsRecordFields;
  readonly vpids: VpidsRecordFields;
  readonly cpu_fpu: CpuFpuRecordFields;
  readonly mm_context_ldt: MmContextLdtRecordFields;
  readonly file_table: FileTableRecordFields;
  readonly file_desc: FileDescRecordFields;
  readonly file_name: FileNameRecordFields;
  readonly file: FileRecordFields;
  readonly pipe_buf: PipeBufRecordFields;
  readonly tty: TtyRecordFields;
  readonly tty_ldisc: TtyLdiscRecordFields;
  readonly epoll_items: EpollItemsRecordFields;
  readonly mm: MmRecordFields;
  readonly vma: VmaRecordFields;
  readonly pgarr: PgarrRecordFields;
  readonly mm_context: MmContextRecordFields;
  readonly hpage: HpageRecordFields;
  readonly fs: FsRecordFields;
  readonly ipc: IpcRecordFields;
  readonly ipc_shm: IpcShmRecordFields;
  readonly ipc_msg: IpcMsgRecordFields;
  readonly ipc_msg_msg: IpcMsgMsgRecordFields;
  readonly ipc_sem: IpcSemRecordFields;
  readonly task_sem_undo_list: TaskSemUndoListRecordFields;
  readonly task_sem_undo: TaskSemUndoRecordFields;
  readonly sighand: SighandRecordFields;
  readonly signal: SignalRecordFields;
  readonly signal_task: SignalTaskRecordFields;
  readonly sigpending: SigpendingRecordFields;
  readonly socket: SocketRecordFields;
  readonly socket_queue: SocketQueueRecordFields;
  readonly socket_buffer: SocketBufferRecordFields;
  readonly socket_frag: SocketFragRecordFields;
  readonly socket_unix: SocketUnixRecordFields;
  readonly socket_inet: SocketInetRecordFields;
  readonly net_ns: NetNsRecordFields;
  readonly netdev: NetdevRecordFields;
  readonly netdev_addr: NetdevAddrRecordFields;
  readonly tail: TailRecordFields;
  readonly error: ErrorRecordFields;
}

export type LinuxCrKind = keyof LinuxCrFields;

export interface LinuxCrForm {
  /** First layout that has the kind in this form. */
  readonly since: number;
  /** Name in the layout table; undefined when the header is all there is. */
  readonly layout: string | undefined;
  /** Bytes follow the fields in the same record. */
  readonly hasTail: boolean;
}

export interface LinuxCrKindInfo<K extends LinuxCrKind> {
  /** Newest first. */
  readonly forms: readonly LinuxCrForm[];
  read(stream: unknown, context: LinuxCrContext): LinuxCrFields[K];
  write(writer: FieldWriter, fields: LinuxCrFields[K], context: LinuxCrContext): void;
}

export const linuxCrKinds: { readonly [K in LinuxCrKind]: LinuxCrKindInfo<K> } = {
  header: {
    forms: [{ since: 20090101, layout: 'header', hasTail: false }, { since: 0, layout: 'old_header', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickHeaderFields(new LinuxCrRecords.Header(stream, null, null)) : pickOldHeaderFields(new LinuxCrOld.OldHeader(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeHeaderFields(writer, fields as unknown as HeaderFields) : writeOldHeaderFields(writer, fields as unknown as OldHeaderFields),
  },
  header_arch: {
    forms: [{ since: 20090101, layout: 'header_arch', hasTail: false }, { since: 0, layout: 'old_header_arch', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickHeaderArchFields(new LinuxCrRecords.HeaderArch(stream, null, null)) : pickOldHeaderArchFields(new LinuxCrOld.OldHeaderArch(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeHeaderArchFields(writer, fields as unknown as HeaderArchFields) : writeOldHeaderArchFields(writer, fields as unknown as OldHeaderArchFields),
  },
  container: {
    forms: [{ since: 20090101, layout: undefined, hasTail: false }],
    read: () => ({}),
    write: () => {},
  },
  buffer: {
    forms: [{ since: 20090101, layout: undefined, hasTail: true }],
    read: () => ({}),
    write: () => {},
  },
  string: {
    forms: [{ since: 20090101, layout: undefined, hasTail: true }],
    read: () => ({}),
    write: () => {},
  },
  objref: {
    forms: [{ since: 20090101, layout: 'objref', hasTail: false }],
    read: (stream, _context) => pickObjrefFields(new LinuxCrRecords.Objref(stream, null, null)),
    write: (writer, fields, _context) => writeObjrefFields(writer, fields as unknown as ObjrefFields),
  },
  lsm_info: {
    forms: [{ since: 20090101, layout: undefined, hasTail: true }],
    read: () => ({}),
    write: () => {},
  },
  security: {
    forms: [{ since: 20090101, layout: 'security', hasTail: false }],
    read: (stream, _context) => pickSecurityFields(new LinuxCrRecords.Security(stream, null, null)),
    write: (writer, fields, _context) => writeSecurityFields(writer, fields as unknown as SecurityFields),
  },
  pids: {
    forms: [{ since: 20090101, layout: 'pids', hasTail: false }],
    read: (stream, _context) => pickPidsFields(new LinuxCrRecords.Pids(stream, null, null)),
    write: (writer, fields, _context) => writePidsFields(writer, fields as unknown as PidsFields),
  },
  tree: {
    forms: [{ since: 20090101, layout: 'tree', hasTail: false }, { since: 0, layout: 'old_tree', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickTreeFields(new LinuxCrRecords.Tree(stream, null, null)) : pickOldTreeFields(new LinuxCrOld.OldTree(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeTreeFields(writer, fields as unknown as TreeFields) : writeOldTreeFields(writer, fields as unknown as OldTreeFields),
  },
  task: {
    forms: [{ since: 20110416, layout: 'task_form3', hasTail: false }, { since: 20100222, layout: 'task_form2', hasTail: false }, { since: 20090101, layout: 'task_form1', hasTail: false }, { since: 0, layout: 'old_task', hasTail: false }],
    read: (stream, context) => context.layout >= 20110416 ? pickTaskForm3Fields(new LinuxCrRecords.TaskForm3(stream, null, null)) : context.layout >= 20100222 ? pickTaskForm2Fields(new LinuxCrRecords.TaskForm2(stream, null, null, context.layout)) : context.layout >= 20090101 ? pickTaskForm1Fields(new LinuxCrRecords.TaskForm1(stream, null, null, context.layout, context.word)) : pickOldTaskFields(new LinuxCrOld.OldTask(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20110416 ? writeTaskForm3Fields(writer, fields as unknown as TaskForm3Fields) : context.layout >= 20100222 ? writeTaskForm2Fields(writer, fields as unknown as TaskForm2Fields) : context.layout >= 20090101 ? writeTaskForm1Fields(writer, fields as unknown as TaskForm1Fields) : writeOldTaskFields(writer, fields as unknown as OldTaskFields),
  },
  task_ns: {
    forms: [{ since: 20090101, layout: 'task_ns', hasTail: false }],
    read: (stream, _context) => pickTaskNsFields(new LinuxCrRecords.TaskNs(stream, null, null)),
    write: (writer, fields, _context) => writeTaskNsFields(writer, fields as unknown as TaskNsFields),
  },
  task_objs: {
    forms: [{ since: 20090101, layout: 'task_objs', hasTail: false }],
    read: (stream, context) => pickTaskObjsFields(new LinuxCrRecords.TaskObjs(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeTaskObjsFields(writer, fields as unknown as TaskObjsFields),
  },
  restart_block: {
    forms: [{ since: 20090101, layout: 'restart_block', hasTail: false }],
    read: (stream, _context) => pickRestartBlockFields(new LinuxCrRecords.RestartBlock(stream, null, null)),
    write: (writer, fields, _context) => writeRestartBlockFields(writer, fields as unknown as RestartBlockFields),
  },
  thread: {
    forms: [{ since: 20090101, layout: 'thread', hasTail: true }, { since: 0, layout: 'old_thread', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickThreadFields(new LinuxCrRecords.Thread(stream, null, null, context.layout)) : pickOldThreadFields(new LinuxCrOld.OldThread(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeThreadFields(writer, fields as unknown as ThreadFields) : writeOldThreadFields(writer, fields as unknown as OldThreadFields),
  },
  cpu: {
    forms: [{ since: 20090101, layout: 'cpu', hasTail: false }, { since: 0, layout: 'old_cpu', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickCpuFields(new LinuxCrRecords.Cpu(stream, null, null, context.layout)) : pickOldCpuFields(new LinuxCrOld.OldCpu(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeCpuFields(writer, fields as unknown as CpuFields) : writeOldCpuFields(writer, fields as unknown as OldCpuFields),
  },
  ns: {
    forms: [{ since: 20090101, layout: 'ns', hasTail: false }],
    read: (stream, context) => pickNsFields(new LinuxCrRecords.Ns(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeNsFields(writer, fields as unknown as NsFields),
  },
  uts_ns: {
    forms: [{ since: 20090101, layout: 'uts_ns', hasTail: false }],
    read: (stream, _context) => pickUtsNsFields(new LinuxCrRecords.UtsNs(stream, null, null)),
    write: (writer, fields, _context) => writeUtsNsFields(writer, fields as unknown as UtsNsFields),
  },
  ipc_ns: {
    forms: [{ since: 20090101, layout: 'ipc_ns', hasTail: false }],
    read: (stream, _context) => pickIpcNsFields(new LinuxCrRecords.IpcNs(stream, null, null)),
    write: (writer, fields, _context) => writeIpcNsFields(writer, fields as unknown as IpcNsFields),
  },
  mnt_ns: {
    forms: [{ since: 20090101, layout: undefined, hasTail: false }],
    read: () => ({}),
    write: () => {},
  },
  capabilities: {
    forms: [{ since: 20090101, layout: undefined, hasTail: true }],
    read: () => ({}),
    write: () => {},
  },
  user_ns: {
    forms: [{ since: 20090101, layout: 'user_ns', hasTail: false }],
    read: (stream, _context) => pickUserNsFields(new LinuxCrRecords.UserNs(stream, null, null)),
    write: (writer, fields, _context) => writeUserNsFields(writer, fields as unknown as UserNsFields),
  },
  cred: {
    forms: [{ since: 20090101, layout: 'cred', hasTail: false }],
    read: (stream, context) => pickCredFields(new LinuxCrRecords.Cred(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeCredFields(writer, fields as unknown as CredFields),
  },
  user: {
    forms: [{ since: 20090101, layout: 'user', hasTail: false }],
    read: (stream, _context) => pickUserFields(new LinuxCrRecords.User(stream, null, null)),
    write: (writer, fields, _context) => writeUserFields(writer, fields as unknown as UserFields),
  },
  groupinfo: {
    forms: [{ since: 20090101, layout: 'groupinfo', hasTail: true }],
    read: (stream, _context) => pickGroupinfoFields(new LinuxCrRecords.Groupinfo(stream, null, null)),
    write: (writer, fields, _context) => writeGroupinfoFields(writer, fields as unknown as GroupinfoFields),
  },
  task_creds: {
    forms: [{ since: 20090101, layout: 'task_creds', hasTail: false }],
    read: (stream, _context) => pickTaskCredsFields(new LinuxCrRecords.TaskCreds(stream, null, null)),
    write: (writer, fields, _context) => writeTaskCredsFields(writer, fields as unknown as TaskCredsFields),
  },
  vpids: {
    forms: [{ since: 20090101, layout: 'vpids', hasTail: false }],
    read: (stream, _context) => pickVpidsFields(new LinuxCrRecords.Vpids(stream, null, null)),
    write: (writer, fields, _context) => writeVpidsFields(writer, fields as unknown as VpidsFields),
  },
  cpu_fpu: {
    forms: [{ since: 20090101, layout: undefined, hasTail: true }],
    read: () => ({}),
    write: () => {},
  },
  mm_context_ldt: {
    forms: [{ since: 20090101, layout: undefined, hasTail: true }],
    read: () => ({}),
    write: () => {},
  },
  file_table: {
    forms: [{ since: 20090101, layout: 'file_table', hasTail: false }, { since: 0, layout: 'old_file_table', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickFileTableFields(new LinuxCrRecords.FileTable(stream, null, null)) : pickOldFileTableFields(new LinuxCrOld.OldFileTable(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeFileTableFields(writer, fields as unknown as FileTableFields) : writeOldFileTableFields(writer, fields as unknown as OldFileTableFields),
  },
  file_desc: {
    forms: [{ since: 20090101, layout: 'file_desc', hasTail: false }, { since: 0, layout: 'old_file_desc', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickFileDescFields(new LinuxCrRecords.FileDesc(stream, null, null)) : pickOldFileDescFields(new LinuxCrOld.OldFileDesc(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeFileDescFields(writer, fields as unknown as FileDescFields) : writeOldFileDescFields(writer, fields as unknown as OldFileDescFields),
  },
  file_name: {
    forms: [{ since: 20090101, layout: undefined, hasTail: true }],
    read: () => ({}),
    write: () => {},
  },
  file: {
    forms: [{ since: 20090101, layout: 'file', hasTail: false }, { since: 0, layout: 'old_file', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickFileFields(new LinuxCrRecords.File(stream, null, null, context.layout)) : pickOldFileFields(new LinuxCrOld.OldFile(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeFileFields(writer, fields as unknown as FileFields) : writeOldFileFields(writer, fields as unknown as OldFileFields),
  },
  pipe_buf: {
    forms: [{ since: 20090101, layout: undefined, hasTail: true }],
    read: () => ({}),
    write: () => {},
  },
  tty: {
    forms: [{ since: 20110110, layout: 'tty_form2', hasTail: false }, { since: 20090101, layout: 'tty_form1', hasTail: false }],
    read: (stream, context) => context.layout >= 20110110 ? pickTtyForm2Fields(new LinuxCrRecords.TtyForm2(stream, null, null)) : pickTtyForm1Fields(new LinuxCrRecords.TtyForm1(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20110110 ? writeTtyForm2Fields(writer, fields as unknown as TtyForm2Fields) : writeTtyForm1Fields(writer, fields as unknown as TtyForm1Fields),
  },
  tty_ldisc: {
    forms: [{ since: 20090101, layout: 'tty_ldisc', hasTail: false }],
    read: (stream, _context) => pickTtyLdiscFields(new LinuxCrRecords.TtyLdisc(stream, null, null)),
    write: (writer, fields, _context) => writeTtyLdiscFields(writer, fields as unknown as TtyLdiscFields),
  },
  epoll_items: {
    forms: [{ since: 20090101, layout: 'epoll_items', hasTail: false }],
    read: (stream, _context) => pickEpollItemsFields(new LinuxCrRecords.EpollItems(stream, null, null)),
    write: (writer, fields, _context) => writeEpollItemsFields(writer, fields as unknown as EpollItemsFields),
  },
  mm: {
    forms: [{ since: 20090101, layout: 'mm', hasTail: false }, { since: 0, layout: 'old_mm', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickMmFields(new LinuxCrRecords.Mm(stream, null, null)) : pickOldMmFields(new LinuxCrOld.OldMm(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeMmFields(writer, fields as unknown as MmFields) : writeOldMmFields(writer, fields as unknown as OldMmFields),
  },
  vma: {
    forms: [{ since: 20090101, layout: 'vma', hasTail: false }, { since: 0, layout: 'old_vma', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickVmaFields(new LinuxCrRecords.Vma(stream, null, null, context.layout)) : pickOldVmaFields(new LinuxCrOld.OldVma(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeVmaFields(writer, fields as unknown as VmaFields) : writeOldVmaFields(writer, fields as unknown as OldVmaFields),
  },
  pgarr: {
    forms: [{ since: 20090101, layout: 'pgarr', hasTail: false }, { since: 0, layout: 'old_pgarr', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickPgarrFields(new LinuxCrRecords.Pgarr(stream, null, null)) : pickOldPgarrFields(new LinuxCrOld.OldPgarr(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writePgarrFields(writer, fields as unknown as PgarrFields) : writeOldPgarrFields(writer, fields as unknown as OldPgarrFields),
  },
  mm_context: {
    forms: [{ since: 20090101, layout: 'mm_context', hasTail: false }, { since: 0, layout: 'old_mm_context', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickMmContextFields(new LinuxCrRecords.MmContext(stream, null, null)) : pickOldMmContextFields(new LinuxCrOld.OldMmContext(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeMmContextFields(writer, fields as unknown as MmContextFields) : writeOldMmContextFields(writer, fields as unknown as OldMmContextFields),
  },
  hpage: {
    forms: [{ since: 20090101, layout: 'hpage', hasTail: false }],
    read: (stream, _context) => pickHpageFields(new LinuxCrRecords.Hpage(stream, null, null)),
    write: (writer, fields, _context) => writeHpageFields(writer, fields as unknown as HpageFields),
  },
  fs: {
    forms: [{ since: 20090101, layout: 'fs', hasTail: false }],
    read: (stream, context) => pickFsFields(new LinuxCrRecords.Fs(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeFsFields(writer, fields as unknown as FsFields),
  },
  ipc: {
    forms: [{ since: 20090101, layout: 'ipc', hasTail: false }],
    read: (stream, _context) => pickIpcFields(new LinuxCrRecords.Ipc(stream, null, null)),
    write: (writer, fields, _context) => writeIpcFields(writer, fields as unknown as IpcFields),
  },
  ipc_shm: {
    forms: [{ since: 20090101, layout: 'ipc_shm', hasTail: false }],
    read: (stream, context) => pickIpcShmFields(new LinuxCrRecords.IpcShm(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeIpcShmFields(writer, fields as unknown as IpcShmFields),
  },
  ipc_msg: {
    forms: [{ since: 20090101, layout: 'ipc_msg', hasTail: false }],
    read: (stream, context) => pickIpcMsgFields(new LinuxCrRecords.IpcMsg(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeIpcMsgFields(writer, fields as unknown as IpcMsgFields),
  },
  ipc_msg_msg: {
    forms: [{ since: 20100205, layout: 'ipc_msg_msg_form2', hasTail: false }, { since: 20090101, layout: 'ipc_msg_msg_form1', hasTail: false }],
    read: (stream, context) => context.layout >= 20100205 ? pickIpcMsgMsgForm2Fields(new LinuxCrRecords.IpcMsgMsgForm2(stream, null, null)) : pickIpcMsgMsgForm1Fields(new LinuxCrRecords.IpcMsgMsgForm1(stream, null, null, context.layout)),
    write: (writer, fields, context) => context.layout >= 20100205 ? writeIpcMsgMsgForm2Fields(writer, fields as unknown as IpcMsgMsgForm2Fields) : writeIpcMsgMsgForm1Fields(writer, fields as unknown as IpcMsgMsgForm1Fields),
  },
  ipc_sem: {
    forms: [{ since: 20090101, layout: 'ipc_sem', hasTail: false }],
    read: (stream, context) => pickIpcSemFields(new LinuxCrRecords.IpcSem(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeIpcSemFields(writer, fields as unknown as IpcSemFields),
  },
  task_sem_undo_list: {
    forms: [{ since: 20090101, layout: 'task_sem_undo_list', hasTail: false }],
    read: (stream, _context) => pickTaskSemUndoListFields(new LinuxCrRecords.TaskSemUndoList(stream, null, null)),
    write: (writer, fields, _context) => writeTaskSemUndoListFields(writer, fields as unknown as TaskSemUndoListFields),
  },
  task_sem_undo: {
    forms: [{ since: 20090101, layout: 'task_sem_undo', hasTail: false }],
    read: (stream, _context) => pickTaskSemUndoFields(new LinuxCrRecords.TaskSemUndo(stream, null, null)),
    write: (writer, fields, _context) => writeTaskSemUndoFields(writer, fields as unknown as TaskSemUndoFields),
  },
  sighand: {
    forms: [{ since: 20090101, layout: 'sighand', hasTail: true }],
    read: (stream, _context) => pickSighandFields(new LinuxCrRecords.Sighand(stream, null, null)),
    write: (writer, fields, _context) => writeSighandFields(writer, fields as unknown as SighandFields),
  },
  signal: {
    forms: [{ since: 20090101, layout: 'signal', hasTail: false }],
    read: (stream, _context) => pickSignalFields(new LinuxCrRecords.Signal(stream, null, null)),
    write: (writer, fields, _context) => writeSignalFields(writer, fields as unknown as SignalFields),
  },
  signal_task: {
    forms: [{ since: 20090101, layout: 'signal_task', hasTail: false }],
    read: (stream, _context) => pickSignalTaskFields(new LinuxCrRecords.SignalTask(stream, null, null)),
    write: (writer, fields, _context) => writeSignalTaskFields(writer, fields as unknown as SignalTaskFields),
  },
  sigpending: {
    forms: [{ since: 20090101, layout: 'sigpending', hasTail: true }],
    read: (stream, _context) => pickSigpendingFields(new LinuxCrRecords.Sigpending(stream, null, null)),
    write: (writer, fields, _context) => writeSigpendingFields(writer, fields as unknown as SigpendingFields),
  },
  socket: {
    forms: [{ since: 20090101, layout: 'socket', hasTail: false }],
    read: (stream, context) => pickSocketFields(new LinuxCrRecords.Socket(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeSocketFields(writer, fields as unknown as SocketFields),
  },
  socket_queue: {
    forms: [{ since: 20090101, layout: 'socket_queue', hasTail: false }],
    read: (stream, _context) => pickSocketQueueFields(new LinuxCrRecords.SocketQueue(stream, null, null)),
    write: (writer, fields, _context) => writeSocketQueueFields(writer, fields as unknown as SocketQueueFields),
  },
  socket_buffer: {
    forms: [{ since: 20090101, layout: 'socket_buffer', hasTail: false }],
    read: (stream, context) => pickSocketBufferFields(new LinuxCrRecords.SocketBuffer(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeSocketBufferFields(writer, fields as unknown as SocketBufferFields),
  },
  socket_frag: {
    forms: [{ since: 20090101, layout: 'socket_frag', hasTail: false }],
    read: (stream, _context) => pickSocketFragFields(new LinuxCrRecords.SocketFrag(stream, null, null)),
    write: (writer, fields, _context) => writeSocketFragFields(writer, fields as unknown as SocketFragFields),
  },
  socket_unix: {
    forms: [{ since: 20090101, layout: 'socket_unix', hasTail: false }],
    read: (stream, context) => pickSocketUnixFields(new LinuxCrRecords.SocketUnix(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeSocketUnixFields(writer, fields as unknown as SocketUnixFields),
  },
  socket_inet: {
    forms: [{ since: 20090101, layout: 'socket_inet', hasTail: false }],
    read: (stream, context) => pickSocketInetFields(new LinuxCrRecords.SocketInet(stream, null, null, context.layout)),
    write: (writer, fields, _context) => writeSocketInetFields(writer, fields as unknown as SocketInetFields),
  },
  net_ns: {
    forms: [{ since: 20090101, layout: 'net_ns', hasTail: false }],
    read: (stream, _context) => pickNetNsFields(new LinuxCrRecords.NetNs(stream, null, null)),
    write: (writer, fields, _context) => writeNetNsFields(writer, fields as unknown as NetNsFields),
  },
  netdev: {
    forms: [{ since: 20090101, layout: 'netdev', hasTail: false }],
    read: (stream, _context) => pickNetdevFields(new LinuxCrRecords.Netdev(stream, null, null)),
    write: (writer, fields, _context) => writeNetdevFields(writer, fields as unknown as NetdevFields),
  },
  netdev_addr: {
    forms: [{ since: 20090101, layout: undefined, hasTail: true }],
    read: () => ({}),
    write: () => {},
  },
  tail: {
    forms: [{ since: 20090101, layout: 'tail', hasTail: false }, { since: 0, layout: 'old_tail', hasTail: false }],
    read: (stream, context) => context.layout >= 20090101 ? pickTailFields(new LinuxCrRecords.Tail(stream, null, null)) : pickOldTailFields(new LinuxCrOld.OldTail(stream, null, null)),
    write: (writer, fields, context) => context.layout >= 20090101 ? writeTailFields(writer, fields as unknown as TailFields) : writeOldTailFields(writer, fields as unknown as OldTailFields),
  },
  error: {
    forms: [{ since: 20090101, layout: undefined, hasTail: false }],
    read: () => ({}),
    write: () => {},
  },
};

/** Layout → kind → number as stored. */
export const linuxCrRecordNumbers: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  20081113: { header: 1, header_arch: 2, buffer: 3, string: 4, file_name: 5, tree: 101, task: 102, thread: 103, cpu: 104, mm: 201, vma: 202, pgarr: 203, mm_context: 204, file_table: 301, file_desc: 302, file: 303, tail: 5001 },
  20091003: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, capabilities: 111, user_ns: 112, cred: 113, user: 114, groupinfo: 115, task_creds: 116, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, mm: 401, vma: 402, pgarr: 403, mm_context: 404, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_unix: 704, socket_inet: 705, tail: 9001, error: 9999 },
  20091104: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, capabilities: 111, user_ns: 112, cred: 113, user: 114, groupinfo: 115, task_creds: 116, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_unix: 704, socket_inet: 705, tail: 9001, error: 9999 },
  20091111: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, capabilities: 111, user_ns: 112, cred: 113, user: 114, groupinfo: 115, task_creds: 116, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_unix: 704, socket_inet: 705, tail: 9001, error: 9999 },
  20091201: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, capabilities: 111, user_ns: 112, cred: 113, user: 114, groupinfo: 115, task_creds: 116, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, tail: 9001, error: 9999 },
  20091206: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, capabilities: 111, user_ns: 112, cred: 113, user: 114, groupinfo: 115, task_creds: 116, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, tail: 9001, error: 9999 },
  20100205: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, mnt_ns: 111, capabilities: 112, user_ns: 113, cred: 114, user: 115, groupinfo: 116, task_creds: 117, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, tail: 9001, error: 9999 },
  20100222: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, mnt_ns: 111, capabilities: 112, user_ns: 113, cred: 114, user: 115, groupinfo: 116, task_creds: 117, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, tail: 9001, error: 9999 },
  20100323: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, mnt_ns: 111, capabilities: 112, user_ns: 113, cred: 114, user: 115, groupinfo: 116, task_creds: 117, vpids: 118, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, tail: 9001, error: 9999 },
  20100330: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, mnt_ns: 111, capabilities: 112, user_ns: 113, cred: 114, user: 115, groupinfo: 116, task_creds: 117, vpids: 118, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, net_ns: 707, netdev: 708, netdev_addr: 709, tail: 9001, error: 9999 },
  20100425: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, mnt_ns: 111, capabilities: 112, user_ns: 113, cred: 114, user: 115, groupinfo: 116, task_creds: 117, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, net_ns: 707, netdev: 708, netdev_addr: 709, tail: 9001, error: 9999 },
  20110105: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, mnt_ns: 111, capabilities: 112, user_ns: 113, cred: 114, user: 115, groupinfo: 116, task_creds: 117, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, task_sem_undo_list: 506, task_sem_undo: 507, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, net_ns: 707, netdev: 708, netdev_addr: 709, tail: 9001, error: 9999 },
  20110110: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, tree: 101, task: 102, task_ns: 103, task_objs: 104, restart_block: 105, thread: 106, cpu: 107, ns: 108, uts_ns: 109, ipc_ns: 110, mnt_ns: 111, capabilities: 112, user_ns: 113, cred: 114, user: 115, groupinfo: 116, task_creds: 117, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, task_sem_undo_list: 506, task_sem_undo: 507, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, net_ns: 707, netdev: 708, netdev_addr: 709, tail: 9001, error: 9999 },
  20110125: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, pids: 101, tree: 102, task: 103, task_ns: 104, task_objs: 105, restart_block: 106, thread: 107, cpu: 108, ns: 109, uts_ns: 110, ipc_ns: 111, mnt_ns: 112, capabilities: 113, user_ns: 114, cred: 115, user: 116, groupinfo: 117, task_creds: 118, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, mm_context: 404, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, task_sem_undo_list: 506, task_sem_undo: 507, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, net_ns: 707, netdev: 708, netdev_addr: 709, tail: 9001, error: 9999 },
  20110416: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, pids: 101, tree: 102, task: 103, task_ns: 104, task_objs: 105, restart_block: 106, thread: 107, cpu: 108, ns: 109, uts_ns: 110, ipc_ns: 111, mnt_ns: 112, capabilities: 113, user_ns: 114, cred: 115, user: 116, groupinfo: 117, task_creds: 118, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, hpage: 404, mm_context: 405, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, task_sem_undo_list: 506, task_sem_undo: 507, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, net_ns: 707, netdev: 708, netdev_addr: 709, tail: 9001, error: 9999 },
  20120317: { header: 1, header_arch: 2, container: 3, buffer: 4, string: 5, objref: 6, lsm_info: 7, security: 8, pids: 101, tree: 102, task: 103, task_ns: 104, task_objs: 105, restart_block: 106, thread: 107, cpu: 108, ns: 109, uts_ns: 110, ipc_ns: 111, mnt_ns: 112, capabilities: 113, user_ns: 114, cred: 115, user: 116, groupinfo: 117, task_creds: 118, cpu_fpu: 201, mm_context_ldt: 202, file_table: 301, file_desc: 302, file_name: 303, file: 304, pipe_buf: 305, tty: 306, tty_ldisc: 307, epoll_items: 308, mm: 401, vma: 402, pgarr: 403, hpage: 404, mm_context: 405, fs: 451, ipc: 501, ipc_shm: 502, ipc_msg: 503, ipc_msg_msg: 504, ipc_sem: 505, task_sem_undo_list: 506, task_sem_undo: 507, sighand: 601, signal: 602, signal_task: 603, sigpending: 604, socket: 701, socket_queue: 702, socket_buffer: 703, socket_frag: 704, socket_unix: 705, socket_inet: 706, net_ns: 707, netdev: 708, netdev_addr: 709, tail: 9001, error: 9999 },
};

/** Layout → kind → number as stored. */
export const linuxCrObjectNumbers: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  20081113: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, sighand: 5, signal: 6, ns: 7, uts_ns: 8, ipc_ns: 9, user_ns: 10, cred: 11, user: 12, groupinfo: 13, socket: 14, tty: 15 },
  20091003: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, sighand: 5, signal: 6, ns: 7, uts_ns: 8, ipc_ns: 9, user_ns: 10, cred: 11, user: 12, groupinfo: 13, socket: 14, tty: 15 },
  20091104: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, sighand: 5, signal: 6, ns: 7, uts_ns: 8, ipc_ns: 9, user_ns: 10, cred: 11, user: 12, groupinfo: 13, socket: 14, tty: 15 },
  20091111: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, sighand: 5, signal: 6, ns: 7, uts_ns: 8, ipc_ns: 9, user_ns: 10, cred: 11, user: 12, groupinfo: 13, socket: 14, tty: 15, security_ptr: 16, security: 17 },
  20091201: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, sighand: 5, signal: 6, ns: 7, uts_ns: 8, ipc_ns: 9, user_ns: 10, cred: 11, user: 12, groupinfo: 13, socket: 14, tty: 15, security_ptr: 16, security: 17 },
  20091206: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, sighand: 5, signal: 6, ns: 7, uts_ns: 8, ipc_ns: 9, user_ns: 10, cred: 11, user: 12, groupinfo: 13, socket: 14, tty: 15, security_ptr: 16, security: 17 },
  20100205: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, fs: 5, sighand: 6, signal: 7, ns: 8, uts_ns: 9, ipc_ns: 10, mnt_ns: 11, user_ns: 12, cred: 13, user: 14, groupinfo: 15, socket: 16, tty: 17, security_ptr: 18, security: 19 },
  20100222: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, fs: 5, sighand: 6, signal: 7, ns: 8, uts_ns: 9, ipc_ns: 10, mnt_ns: 11, user_ns: 12, cred: 13, user: 14, groupinfo: 15, socket: 16, tty: 17, security_ptr: 18, security: 19 },
  20100323: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, fs: 5, sighand: 6, signal: 7, ns: 8, uts_ns: 9, ipc_ns: 10, mnt_ns: 11, user_ns: 12, cred: 13, user: 14, groupinfo: 15, socket: 16, tty: 17, security_ptr: 18, security: 19 },
  20100330: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, fs: 5, sighand: 6, signal: 7, ns: 8, uts_ns: 9, ipc_ns: 10, mnt_ns: 11, user_ns: 12, cred: 13, user: 14, groupinfo: 15, socket: 16, tty: 17, security_ptr: 18, security: 19, net_ns: 20, netdev: 21 },
  20100425: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, fs: 5, sighand: 6, signal: 7, ns: 8, uts_ns: 9, ipc_ns: 10, mnt_ns: 11, user_ns: 12, cred: 13, user: 14, groupinfo: 15, socket: 16, tty: 17, security_ptr: 18, security: 19, net_ns: 20, netdev: 21 },
  20110105: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, fs: 5, sighand: 6, signal: 7, ns: 8, uts_ns: 9, ipc_ns: 10, mnt_ns: 11, user_ns: 12, cred: 13, user: 14, groupinfo: 15, socket: 16, tty: 17, security_ptr: 18, security: 19, net_ns: 20, netdev: 21, sem_undo: 22 },
  20110110: { ignore: 0, inode: 1, file_table: 2, file: 3, mm: 4, fs: 5, sighand: 6, signal: 7, ns: 8, uts_ns: 9, ipc_ns: 10, mnt_ns: 11, user_ns: 12, cred: 13, user: 14, groupinfo: 15, socket: 16, tty: 17, security_ptr: 18, security: 19, net_ns: 20, netdev: 21, sem_undo: 22 },
  20110125: { ignore: 0, pid: 1, inode: 2, file_table: 3, file: 4, mm: 5, fs: 6, sighand: 7, signal: 8, ns: 9, uts_ns: 10, ipc_ns: 11, mnt_ns: 12, user_ns: 13, cred: 14, user: 15, groupinfo: 16, socket: 17, tty: 18, security_ptr: 19, security: 20, net_ns: 21, netdev: 22, sem_undo: 23 },
  20110416: { ignore: 0, pid: 1, inode: 2, file_table: 3, file: 4, mm: 5, fs: 6, sighand: 7, signal: 8, ns: 9, uts_ns: 10, ipc_ns: 11, mnt_ns: 12, user_ns: 13, cred: 14, user: 15, groupinfo: 16, socket: 17, tty: 18, security_ptr: 19, security: 20, net_ns: 21, netdev: 22, sem_undo: 23 },
  20120317: { ignore: 0, pid: 1, inode: 2, file_table: 3, file: 4, mm: 5, fs: 6, sighand: 7, signal: 8, ns: 9, uts_ns: 10, ipc_ns: 11, mnt_ns: 12, user_ns: 13, cred: 14, user: 15, groupinfo: 16, socket: 17, tty: 18, security_ptr: 19, security: 20, net_ns: 21, netdev: 22, sem_undo: 23 },
};

/** Layout → kind → number as stored. */
export const linuxCrArchNumbers: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  20081113: { x86_32: 1, s390x: 2, ppc32: 3, ppc64: 4 },
  20091003: { x86_32: 1, s390x: 2, ppc32: 3, ppc64: 4 },
  20091104: { x86_32: 1, s390x: 2, ppc32: 3, ppc64: 4 },
  20091111: { x86_32: 1, s390x: 2, ppc32: 3, ppc64: 4 },
  20091201: { x86_32: 1, s390x: 2, ppc32: 3, ppc64: 4 },
  20091206: { x86_32: 1, s390x: 2, ppc32: 3, ppc64: 4, x86_64: 5 },
  20100205: { x86_32: 1, x86_64: 2, s390x: 3, ppc32: 4, ppc64: 5 },
  20100222: { x86_32: 1, x86_64: 2, s390x: 3, ppc32: 4, ppc64: 5 },
  20100323: { x86_32: 1, x86_64: 2, s390x: 3, ppc32: 4, ppc64: 5 },
  20100330: { x86_32: 1, x86_64: 2, s390x: 3, ppc32: 4, ppc64: 5 },
  20100425: { x86_32: 1, x86_64: 2, s390x: 3, ppc32: 4, ppc64: 5, arm: 6 },
  20110105: { x86_32: 1, x86_64: 2, s390x: 3, ppc32: 4, ppc64: 5, arm: 6 },
  20110110: { x86_32: 1, x86_64: 2, s390x: 3, arm: 4 },
  20110125: { x86_32: 1, x86_64: 2, s390x: 3, arm: 4 },
  20110416: { x86_32: 1, x86_64: 2, s390x: 3, arm: 4 },
  20120317: { x86_32: 1, x86_64: 2, s390x: 3, arm: 4 },
};

export const recordKind = {
  header: 1,
  header_arch: 2,
  container: 3,
  buffer: 4,
  string: 5,
  objref: 6,
  lsm_info: 7,
  security: 8,
  pids: 100,
  tree: 101,
  task: 102,
  task_ns: 103,
  task_objs: 104,
  restart_block: 105,
  thread: 106,
  cpu: 107,
  ns: 108,
  uts_ns: 109,
  ipc_ns: 110,
  mnt_ns: 111,
  capabilities: 112,
  user_ns: 113,
  cred: 114,
  user: 115,
  groupinfo: 116,
  task_creds: 117,
  vpids: 118,
  cpu_fpu: 201,
  mm_context_ldt: 202,
  file_table: 301,
  file_desc: 302,
  file_name: 303,
  file: 304,
  pipe_buf: 305,
  tty: 306,
  tty_ldisc: 307,
  epoll_items: 308,
  mm: 401,
  vma: 402,
  pgarr: 403,
  mm_context: 404,
  hpage: 409,
  fs: 451,
  ipc: 501,
  ipc_shm: 502,
  ipc_msg: 503,
  ipc_msg_msg: 504,
  ipc_sem: 505,
  task_sem_undo_list: 506,
  task_sem_undo: 507,
  sighand: 601,
  signal: 602,
  signal_task: 603,
  sigpending: 604,
  socket: 701,
  socket_queue: 702,
  socket_buffer: 703,
  socket_frag: 704,
  socket_unix: 705,
  socket_inet: 706,
  net_ns: 707,
  netdev: 708,
  netdev_addr: 709,
  tail: 9001,
  error: 9999,
} as const;

export const objectKind = {
  ignore: 0,
  inode: 1,
  file_table: 2,
  file: 3,
  mm: 4,
  fs: 5,
  sighand: 6,
  signal: 7,
  ns: 8,
  uts_ns: 9,
  ipc_ns: 10,
  mnt_ns: 11,
  user_ns: 12,
  cred: 13,
  user: 14,
  groupinfo: 15,
  socket: 16,
  tty: 17,
  security_ptr: 18,
  security: 19,
  net_ns: 20,
  netdev: 21,
  sem_undo: 22,
  pid: 100,
} as const;

export const arch = {
  x86_32: 1,
  x86_64: 2,
  s390x: 3,
  ppc32: 4,
  ppc64: 5,
  arm: 6,
} as const;

export const fileType = {
  ignore: 0,
  generic: 1,
  pipe: 2,
  fifo: 3,
  socket: 4,
  tty: 5,
  epoll: 6,
  eventfd: 7,
} as const;

export const vmaType = {
  ignore: 0,
  vdso: 1,
  anon: 2,
  file: 3,
  shm_anon: 4,
  shm_anon_skip: 5,
  shm_file: 6,
  shm_ipc: 7,
  shm_ipc_skip: 8,
  hugetlb: 9,
  hugetlb_skip: 10,
} as const;

export const restartBlockType = {
  none: 1,
  hrtimer_nanosleep: 2,
  posix_cpu_nanosleep: 3,
  compat_nanosleep: 4,
  compat_clock_nanosleep: 5,
  poll: 6,
  futex: 7,
} as const;

export const securityType = {
  msg: 1,
  ipc: 2,
  file: 3,
  cred: 4,
} as const;

export const checkpointFlag = {
  subtree: 1,
  netns: 2,
} as const;

export const taskFlag = {
  forknoexec: 1,
  superpriv: 2,
} as const;

export const netdevType = {
  lo: 0,
  veth: 1,
  sit: 2,
  macvlan: 3,
} as const;

export const oldVmaType = {
  anon: 1,
  file: 2,
} as const;

export const oldFileType = {
  file: 1,
  dir: 2,
} as const;

export const layout = {
  v9: 20081113,
  r3_2009_10: 20091003,
  r3_2009_11: 20091104,
  r4_2009_11: 20091111,
  r4_2009_12: 20091201,
  r4_x86_64: 20091206,
  r5_rc3: 20100205,
  r5_v19: 20100222,
  r6_nested: 20100323,
  r6_netns: 20100330,
  r6_v21: 20100425,
  r6_v23_rc1: 20110105,
  r6_tty: 20110110,
  r6_pids: 20110125,
  r6_v23_rc2: 20110416,
  r6_linux_3_0: 20120317,
} as const;
