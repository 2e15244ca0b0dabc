/** Tasks, their registers, signals and timers. */
import { carried, defaulted, derived, lost, lostAlways, lostByCode, refused } from './fate.ts';

const kernelOwn = 'state of the kernel that wrote it, which means nothing to another';
const notLeader = 0xffffffff;
const sigChld = 17;

const usage = [
  ...(['utime', 'stime', 'cutime', 'cstime', 'nvcsw', 'nivcsw', 'cnvcsw', 'cnivcsw'] as const),
  ...(['minFlt', 'majFlt', 'cminFlt', 'cmajFlt'] as const),
];
/** User and kernel time are used besides: what is left of timers of CPU time follows from them. */
const otherUsage = usage.filter((name) => name !== 'utime' && name !== 'stime') as Exclude<
  (typeof usage)[number],
  'utime' | 'stime'
>[];

export const taskFields = {
  ...carried({
    pid: 'pstree_entry.pid, threads; names of files',
    pgrp: 'pstree_entry.pgid',
    session: 'pstree_entry.sid',
    comm: 'task_core_entry.comm, thread_core_entry.comm',
    staticPrio: 'thread_core_entry.sched_nice',
    policy: 'thread_core_entry.sched_policy',
    rtPriority: 'thread_core_entry.sched_prio',
    personality: 'task_core_entry.personality',
    sigblocked: 'thread_core_entry.blk_sigset',
    sigrblocked: 'thread_core_entry.blk_sigset, inside sigtimedwait(2)',
    sigsuspendBlocked: 'thread_core_entry.blk_sigset, inside sigsuspend(2)',
    sigpending: 'thread_core_entry.signals_p',
    clearTid: 'thread_info_x86.clear_tid_addr',
    exitCode: 'task_core_entry.exit_code',
    pdeathSignal: 'thread_core_entry.pdeath_sig',
    uid: 'creds_entry.uid',
    euid: 'creds_entry.euid',
    suid: 'creds_entry.suid',
    fsuid: 'creds_entry.fsuid',
    gid: 'creds_entry.gid',
    egid: 'creds_entry.egid',
    sgid: 'creds_entry.sgid',
    fsgid: 'creds_entry.fsgid',
    gids: 'creds_entry.groups',
    keepcap: 'creds_entry.secbits',
    ecap: 'creds_entry.cap_eff',
    icap: 'creds_entry.cap_inh',
    pcap: 'creds_entry.cap_prm',
    bcap: 'creds_entry.cap_bnd',
    tls: 'thread_info_x86.tls, or user_x86_regs_entry.fs_base and gs_base',
    itRealValue: 'task_timers_entry.real',
    itRealIncr: 'task_timers_entry.real',
    itVirtValue: 'task_timers_entry.virt, as time left',
    itVirtIncr: 'task_timers_entry.virt',
    itProfValue: 'task_timers_entry.prof, as time left',
    itProfIncr: 'task_timers_entry.prof',
  }),
  ...derived('task_core_entry.task_state', ['state']),
  ...derived('which process a thread is of, and who is whose parent', ['tgid', 'rppid']),
  ...derived('which objects a process has: kobj ids, numbers in names of files', [
    ...(['mm', 'files', 'fs', 'signal', 'sighand', 'posixTimers'] as const),
  ]),
  ...derived('which mounts are written', ['namespace']),
  ...derived('code that makes the adjustments of semaphores again', ['sysvsemUndo']),
  ...derived('how many groups count', ['ngids']),
  ...derived('a call that the dump interrupted: code that goes on with it, or its result', ['restart']),
  ...derived('whether the task is inside sigsuspend(2), by kernel', ['thrflags', 'sigsuspendState']),
  ...lostByCode('ptrace', ['ptrace']),
  ...lost('ptrace', ['ptraceMessage']),
  ...lost('exit-signal', ['exitSignal'], { usual: [sigChld, notLeader] }),
  ...lost('did-exec', ['didExec']),
  ...lostAlways('cpu-usage', [...otherUsage]),
  ...derived('what is left of timers of CPU time; itself lost (cpu-usage)', ['utime', 'stime']),
  ...lostAlways('start-times', ['starttime']),
  ...defaulted('beancounters, which are lost as a whole, say who pays', [
    'taskUb',
    'execUb',
    'mmUb',
    'forkSub',
  ]),
  ...defaulted('the limits of SIGNAL_STRUCT, of which these are a copy', ['rlimCur', 'rlimMax']),
  ...defaulted('the same as in other fields', ['ppid', 'leader', 'is64bit', 'usedMath']),
  ...defaulted('was of use when the thread started', ['setTid']),
  ...defaulted('the process pays for its own user id', ['user']),
  ...defaulted('a terminal that was given up', ['oldPgrp']),
  ...defaulted('of tracing and stopping, which are made again or lost as a whole', [
    'pnState',
    'stoppedState',
  ]),
  ...defaulted('of other machines', ['prctlUac', 'prctlFpemu']),
  ...defaulted(kernelOwn, ['flags', 'prio', 'execDomain', 'thrstatus', 'addrLimit']),
};

export const restartFields = derived('code that sleeps or polls for the time left', [
  ...(['fn', 'arg0', 'arg1', 'arg2', 'arg3'] as const),
]);

export const x86Fields = {
  ...carried({
    ebx: 'user_x86_regs_entry.bx',
    ecx: 'user_x86_regs_entry.cx',
    edx: 'user_x86_regs_entry.dx',
    esi: 'user_x86_regs_entry.si',
    edi: 'user_x86_regs_entry.di',
    ebp: 'user_x86_regs_entry.bp',
    eax: 'user_x86_regs_entry.ax',
    eip: 'user_x86_regs_entry.ip',
    esp: 'user_x86_regs_entry.sp',
    eflags: 'user_x86_regs_entry.flags',
    fs: 'user_x86_regs_entry.fs',
    gs: 'user_x86_regs_entry.gs, before 0x800',
    ugs: 'user_x86_regs_entry.gs, from 0x800 on',
    xds: 'user_x86_regs_entry.ds',
    xes: 'user_x86_regs_entry.es',
    xcs: 'user_x86_regs_entry.cs',
  }),
  ...derived('whether a call is made again', ['origEax']),
  ...lostByCode('debug-registers', ['debugreg']),
  ...defaulted('there is one stack segment for programs', ['xss']),
};

export const x86_64Fields = {
  ...carried({
    r15: 'user_x86_regs_entry.r15',
    r14: 'user_x86_regs_entry.r14',
    r13: 'user_x86_regs_entry.r13',
    r12: 'user_x86_regs_entry.r12',
    rbp: 'user_x86_regs_entry.bp',
    rbx: 'user_x86_regs_entry.bx',
    r11: 'user_x86_regs_entry.r11',
    r10: 'user_x86_regs_entry.r10',
    r9: 'user_x86_regs_entry.r9',
    r8: 'user_x86_regs_entry.r8',
    rax: 'user_x86_regs_entry.ax',
    rcx: 'user_x86_regs_entry.cx',
    rdx: 'user_x86_regs_entry.dx',
    rsi: 'user_x86_regs_entry.si',
    rdi: 'user_x86_regs_entry.di',
    rip: 'user_x86_regs_entry.ip',
    rsp: 'user_x86_regs_entry.sp',
    eflags: 'user_x86_regs_entry.flags',
    cs: 'user_x86_regs_entry.cs',
    ds: 'user_x86_regs_entry.ds',
    es: 'user_x86_regs_entry.es',
    fsbase: 'user_x86_regs_entry.fs_base',
    gsbase: 'user_x86_regs_entry.gs_base',
  }),
  ...derived('which descriptor gives the base', ['fsindex', 'gsindex']),
  ...derived('whether a call is made again', ['origRax']),
  ...lostByCode('debug-registers', ['debugreg']),
  ...defaulted('there is one stack segment for programs', ['ss']),
};

export const ia64Fields = refused('CRIU restores no ia64 processes', [
  ...([
    'gr',
    'fr',
    'br',
    'nat',
    'arBspstore',
    'numRegs',
    'loadrs',
    'arBsp',
    'arUnat',
    'arPfs',
    'arCcv',
  ] as const),
  ...([
    'arFpsr',
    'arCsd',
    'arSsd',
    'arEc',
    'arLc',
    'arRsc',
    'arRnat',
    'crIip',
    'crIpsr',
    'cfm',
    'pr',
  ] as const),
  ...(['ibr', 'dbr'] as const),
]);

export const sigaltstackFields = carried({
  stack: 'thread_core_entry.sas.ss_sp',
  stacksize: 'thread_core_entry.sas.ss_size',
});

export const taskAuxFields = {
  ...carried({ robustList: 'thread_core_entry.futex_rla' }),
  ...defaulted('for later use, never written', ['future']),
};

export const siginfoFields = {
  ...carried({
    signo: 'siginfo: si_signo',
    errno: 'siginfo: si_errno',
    code: 'siginfo: si_code',
    sigval: 'siginfo: si_value, for codes that have one',
    pid: 'siginfo: si_pid',
    uid: 'siginfo: si_uid',
    utime: 'siginfo: si_utime, of SIGCHLD',
    stime: 'siginfo: si_stime, of SIGCHLD',
    sifields: 'siginfo: what the kernel itself had behind si_code, for signals that are not from kill(2)',
  }),
  ...defaulted('a word that only i386 kernels have behind it', ['sifield28']),
  ...defaulted('the process pays for its own queue', ['qflags', 'user']),
};

export const signalStructFields = {
  ...carried({
    sigpending: 'task_core_entry.signals_s',
    rlimCur: 'rlimit_entry.cur',
    rlimMax: 'rlimit_entry.max',
  }),
  ...lostByCode('controlling-terminal', ['ctty']),
  ...lostByCode('group-exit', ['groupExit']),
  ...lostAlways('cpu-usage', [...otherUsage]),
  ...derived('what is left of timers of CPU time; itself lost (cpu-usage)', ['utime', 'stime']),
  ...defaulted('the same as in TASK', ['leader', 'pgrp', 'pgrpType', 'session', 'sessionType']),
  ...defaulted('a terminal that was given up', ['oldPgrp', 'oldPgrpType']),
  ...defaulted('state of a stop or an end that is made again by the state of the tasks', [
    ...(['groupExitCode', 'groupExitTask', 'notifyCount', 'groupStopCount', 'stopState', 'flags'] as const),
  ]),
  ...defaulted('who gets the next signal is up to the kernel', ['currTarget']),
};

export const sighandlerFields = {
  ...carried({
    handler: 'sa_entry.sigaction',
    restorer: 'sa_entry.restorer',
    flags: 'sa_entry.flags',
    mask: 'sa_entry.mask',
  }),
  ...derived('the place in the list', ['signo']),
};

export const posixTimerFields = {
  ...carried({
    timerId: 'posix_timer_entry.it_id',
    timerClock: 'posix_timer_entry.clock_id',
    timerOverrun: 'posix_timer_entry.overrun',
    timerInterval: 'posix_timer_entry.isec, insec',
    timerValue: 'posix_timer_entry.vsec, vnsec',
    sigevValue: 'posix_timer_entry.sival_ptr',
    sigevSigno: 'posix_timer_entry.si_signo',
    sigevNotify: 'posix_timer_entry.it_sigev_notify',
    sigevNotifyTid: 'posix_timer_entry.notify_thread_id',
  }),
  ...lost('timer-overrun', ['timerOverrunLast'], { usual: [0, notLeader] }),
  ...defaulted('the signal itself is in a queue', ['timerSignalPending']),
  ...defaulted('what is left counts from the restore on', ['dumpTime']),
};
