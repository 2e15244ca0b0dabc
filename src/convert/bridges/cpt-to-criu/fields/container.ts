/** The image itself, the container around the processes, and System V IPC. */
import { carried, defaulted, derived, lost, lostAlways, lostByCode } from './fate.ts';

const none = 0xffffffff;
const hostDecides = 'the host decides what a container may do';

export const imageHeaderFields = {
  ...derived('the meaning of fields that changed between versions', ['imageVersion']),
  ...derived('the form of memory limits and stored vectors', ['osArch']),
  ...derived('ticks as time', ['hz']),
  ...carried({ startJiffies64: 'timens_entry.monotonic, boottime; tcp_stream_entry.timestamp' }),
  ...defaulted('the clocks of the host go on', ['startSec', 'startNsec']),
  ...defaulted('of the kernel that wrote it', ['pagesize', 'cpuCaps', 'kernelConfig']),
  ...defaulted(hostDecides, ['veFeatures', 'veFeatures2', 'iptablesMask']),
};

export const majorTailFields = defaulted('the index of a file in one piece', [
  ...(['lazypages', 'num64bit', 'sections', 'nsect', 'signature'] as const),
]);

/** What a kernel of RHEL 6 starts with: address randomisation 2, stored one higher, and these limits. */
const usual = { randomize: 3, pids: 32768, aio: 65536 } as const;

export const veinfoFields = {
  ...carried({
    shmCtlMax: 'ipc_var_entry.shm_ctlmax, where it is known and large enough',
    shmCtlAll: 'ipc_var_entry.shm_ctlall, where it is known and large enough',
    shmCtlMni: 'ipc_var_entry.shm_ctlmni',
    msgCtlMax: 'ipc_var_entry.msg_ctlmax',
    msgCtlMni: 'ipc_var_entry.msg_ctlmni',
    msgCtlMnb: 'ipc_var_entry.msg_ctlmnb',
    semCtlArr: 'ipc_var_entry.sem_ctls',
    veBcap: 'creds_entry.cap_bnd, of tasks without one of their own',
  }),
  ...lostAlways('start-times', ['startTimespecDelta', 'startJiffiesDelta', 'realStartTimespecDelta']),
  ...lostAlways('last-pid', ['lastPid']),
  ...lost('container-settings', ['rndVaSpace'], { usual: [0, usual.randomize] }),
  ...lost('container-settings', ['vpidMax'], { usual: [0, usual.pids] }),
  ...lost('container-settings', ['aioMaxNr'], { usual: [0, usual.aio] }),
  ...defaulted('for later use', ['reserved']),
};

export const ubparmFields = lostByCode('beancounters', [
  ...(['barrier', 'limit', 'held', 'maxheld', 'minheld', 'failcnt'] as const),
]);
export const ubcFields = lostByCode('beancounters', ['parent', 'id', 'ubResources', 'ubFlags', 'parms']);

export const cgroupFields = lostByCode('cgroups', ['index', 'parent', 'flags']);

export const slmGroupFields = lostByCode('unknown-record', ['size', 'id', 'resource', 'regname']);
export const slmObjectFields = lostByCode('unknown-record', ['size']);

const descriptor = {
  ...carried({
    key: 'ipc_desc_entry.key',
    uid: 'ipc_desc_entry.uid',
    gid: 'ipc_desc_entry.gid',
    cuid: 'ipc_desc_entry.cuid',
    cgid: 'ipc_desc_entry.cgid',
    mode: 'ipc_desc_entry.mode',
    id: 'ipc_desc_entry.id',
  }),
  ...defaulted('a part of the id', ['seq']),
};

export const shmFields = {
  ...descriptor,
  ...carried({
    mode: 'ipc_desc_entry.mode; the marks above it are lost (shm-destroy, segment-lock)',
    segsz: 'ipc_shm_entry.size',
  }),
  ...lost('segment-lock', ['mlockuser'], { usual: [none] }),
  ...lostAlways('ipc-metadata', ['atime', 'ctime', 'dtime', 'creator', 'last']),
};

export const semFields = { ...descriptor, ...lostAlways('ipc-metadata', ['otime', 'ctime']) };

export const undoFields = derived('code that makes the adjustments again', ['id', 'nsem']);

export const msgFields = {
  ...descriptor,
  ...lostAlways('ipc-metadata', ['stime', 'rtime', 'ctime', 'lastSender', 'lastReceiver']),
  ...lostByCode('message-limit', ['qbytes']),
};

export const messageFields = carried({ type: 'ipc_msg.mtype', size: 'ipc_msg.msize' });
