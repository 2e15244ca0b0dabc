// Made by "npm run generate" from formats/cpt/*.ksy with kaitai-struct-compiler. Do not edit.
// @ts-nocheck
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';

const modules = {};
const require = (name) => (name === 'kaitai-struct/KaitaiStream' ? KaitaiStream : modules[name.replace('./', '')]);
const define = undefined;
const load = (name, run) => {
  modules[name] = {};
  run(modules[name]);
};

load('CptCommon', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.CptCommon || (root.CptCommon = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (CptCommon_, KaitaiStream) {
var CptCommon = (function() {
  CptCommon.Capability = Object.freeze({
    CHOWN: 0,
    DAC_OVERRIDE: 1,
    DAC_READ_SEARCH: 2,
    FOWNER: 3,
    FSETID: 4,
    KILL: 5,
    SETGID: 6,
    SETUID: 7,
    SETPCAP: 8,
    LINUX_IMMUTABLE: 9,
    NET_BIND_SERVICE: 10,
    NET_BROADCAST: 11,
    NET_ADMIN: 12,
    NET_RAW: 13,
    IPC_LOCK: 14,
    IPC_OWNER: 15,
    SYS_MODULE: 16,
    SYS_RAWIO: 17,
    SYS_CHROOT: 18,
    SYS_PTRACE: 19,
    SYS_PACCT: 20,
    SYS_ADMIN: 21,
    SYS_BOOT: 22,
    SYS_NICE: 23,
    SYS_RESOURCE: 24,
    SYS_TIME: 25,
    SYS_TTY_CONFIG: 26,
    MKNOD: 27,
    LEASE: 28,
    AUDIT_WRITE: 29,
    AUDIT_CONTROL: 30,
    SETFCAP: 31,
    MAC_OVERRIDE: 32,
    MAC_ADMIN: 33,

    0: "CHOWN",
    1: "DAC_OVERRIDE",
    2: "DAC_READ_SEARCH",
    3: "FOWNER",
    4: "FSETID",
    5: "KILL",
    6: "SETGID",
    7: "SETUID",
    8: "SETPCAP",
    9: "LINUX_IMMUTABLE",
    10: "NET_BIND_SERVICE",
    11: "NET_BROADCAST",
    12: "NET_ADMIN",
    13: "NET_RAW",
    14: "IPC_LOCK",
    15: "IPC_OWNER",
    16: "SYS_MODULE",
    17: "SYS_RAWIO",
    18: "SYS_CHROOT",
    19: "SYS_PTRACE",
    20: "SYS_PACCT",
    21: "SYS_ADMIN",
    22: "SYS_BOOT",
    23: "SYS_NICE",
    24: "SYS_RESOURCE",
    25: "SYS_TIME",
    26: "SYS_TTY_CONFIG",
    27: "MKNOD",
    28: "LEASE",
    29: "AUDIT_WRITE",
    30: "AUDIT_CONTROL",
    31: "SETFCAP",
    32: "MAC_OVERRIDE",
    33: "MAC_ADMIN",
  });

  CptCommon.CgroupFlag = Object.freeze({
    NOTIFY_ON_RELEASE: 1,
    SELF_DESTRUCTION: 2,

    1: "NOTIFY_ON_RELEASE",
    2: "SELF_DESTRUCTION",
  });

  CptCommon.ClockId = Object.freeze({
    REALTIME: 0,
    MONOTONIC: 1,
    PROCESS_CPUTIME_ID: 2,
    THREAD_CPUTIME_ID: 3,
    MONOTONIC_RAW: 4,
    REALTIME_COARSE: 5,
    MONOTONIC_COARSE: 6,
    BOOTTIME: 7,

    0: "REALTIME",
    1: "MONOTONIC",
    2: "PROCESS_CPUTIME_ID",
    3: "THREAD_CPUTIME_ID",
    4: "MONOTONIC_RAW",
    5: "REALTIME_COARSE",
    6: "MONOTONIC_COARSE",
    7: "BOOTTIME",
  });

  CptCommon.ContentType = Object.freeze({
    VOID: 0,
    ARRAY: 1,
    DATA: 2,
    NAME: 3,
    STACK: 4,
    X86_FPUSTATE_OLD: 5,
    X86_FPUSTATE: 6,
    MM_CONTEXT: 7,
    SEMARRAY: 8,
    SEMUNDO: 9,
    NLMARRAY: 10,
    X86_XSAVE: 11,
    PRAM: 12,

    0: "VOID",
    1: "ARRAY",
    2: "DATA",
    3: "NAME",
    4: "STACK",
    5: "X86_FPUSTATE_OLD",
    6: "X86_FPUSTATE",
    7: "MM_CONTEXT",
    8: "SEMARRAY",
    9: "SEMUNDO",
    10: "NLMARRAY",
    11: "X86_XSAVE",
    12: "PRAM",
  });

  CptCommon.DentryFlag = Object.freeze({
    DELETED: 1,
    ROOT: 2,
    CLONING: 4,
    PROC: 8,
    EPOLL: 16,
    REPLACED: 32,
    INOTIFY: 64,
    FUTEX: 128,
    TUNTAP: 256,
    PROCPID_DEAD: 512,
    HARDLINKED: 1024,
    SIGNALFD: 2048,
    TIMERFD: 4096,
    EVENTFD: 8192,
    FAKEFILE: 16384,
    SILLYRENAME: 131072,

    1: "DELETED",
    2: "ROOT",
    4: "CLONING",
    8: "PROC",
    16: "EPOLL",
    32: "REPLACED",
    64: "INOTIFY",
    128: "FUTEX",
    256: "TUNTAP",
    512: "PROCPID_DEAD",
    1024: "HARDLINKED",
    2048: "SIGNALFD",
    4096: "TIMERFD",
    8192: "EVENTFD",
    16384: "FAKEFILE",
    131072: "SILLYRENAME",
  });

  CptCommon.EpollEvent = Object.freeze({
    IN: 1,
    PRI: 2,
    OUT: 4,
    ERR: 8,
    HUP: 16,
    RDNORM: 64,
    RDBAND: 128,
    WRNORM: 256,
    WRBAND: 512,
    MSG: 1024,
    RDHUP: 8192,
    ONESHOT: 1073741824,
    ET: 2147483648,

    1: "IN",
    2: "PRI",
    4: "OUT",
    8: "ERR",
    16: "HUP",
    64: "RDNORM",
    128: "RDBAND",
    256: "WRNORM",
    512: "WRBAND",
    1024: "MSG",
    8192: "RDHUP",
    1073741824: "ONESHOT",
    2147483648: "ET",
  });

  CptCommon.FdFlag = Object.freeze({
    CLOSEEXEC: 1,

    1: "CLOSEEXEC",
  });

  CptCommon.FileMode = Object.freeze({
    READ: 1,
    WRITE: 2,
    LSEEK: 4,
    PREAD: 8,
    PWRITE: 16,
    EXEC: 32,

    1: "READ",
    2: "WRITE",
    4: "LSEEK",
    8: "PREAD",
    16: "PWRITE",
    32: "EXEC",
  });

  CptCommon.FlockFlag = Object.freeze({
    POSIX: 1,
    FLOCK: 2,
    ACCESS: 8,
    LEASE: 32,
    CLOSE: 64,
    SLEEP: 128,
    DELAYED: 65536,

    1: "POSIX",
    2: "FLOCK",
    8: "ACCESS",
    32: "LEASE",
    64: "CLOSE",
    128: "SLEEP",
    65536: "DELAYED",
  });

  CptCommon.FlockType = Object.freeze({
    RDLCK: 0,
    WRLCK: 1,
    UNLCK: 2,

    0: "RDLCK",
    1: "WRLCK",
    2: "UNLCK",
  });

  CptCommon.ImageVersion = Object.freeze({
    V2_6_8: 0,
    V2_6_9: 256,
    V2_6_9_1: 257,
    V2_6_9_2: 258,
    V2_6_16: 512,
    V2_6_18: 768,
    V2_6_18_1: 769,
    V2_6_18_2: 770,
    V2_6_18_3: 771,
    V2_6_18_4: 772,
    V2_6_20: 1024,
    V2_6_24: 1280,
    V2_6_26: 1536,
    V2_6_27: 1792,
    V2_6_27_3: 1795,
    V2_6_32: 2048,
    V2_6_32_1: 2049,
    V2_6_32_2: 2050,
    V2_6_32_3: 2051,

    0: "V2_6_8",
    256: "V2_6_9",
    257: "V2_6_9_1",
    258: "V2_6_9_2",
    512: "V2_6_16",
    768: "V2_6_18",
    769: "V2_6_18_1",
    770: "V2_6_18_2",
    771: "V2_6_18_3",
    772: "V2_6_18_4",
    1024: "V2_6_20",
    1280: "V2_6_24",
    1536: "V2_6_26",
    1792: "V2_6_27",
    1795: "V2_6_27_3",
    2048: "V2_6_32",
    2049: "V2_6_32_1",
    2050: "V2_6_32_2",
    2051: "V2_6_32_3",
  });

  CptCommon.InotifyEventBit = Object.freeze({
    ACCESS: 1,
    MODIFY: 2,
    ATTRIB: 4,
    CLOSE_WRITE: 8,
    CLOSE_NOWRITE: 16,
    OPEN: 32,
    MOVED_FROM: 64,
    MOVED_TO: 128,
    CREATE: 256,
    DELETE: 512,
    DELETE_SELF: 1024,
    MOVE_SELF: 2048,
    UNMOUNT: 8192,
    Q_OVERFLOW: 16384,
    IGNORED: 32768,
    ONLYDIR: 16777216,
    DONT_FOLLOW: 33554432,
    EVENT_ON_CHILD: 134217728,
    MASK_ADD: 536870912,
    ISDIR: 1073741824,
    ONESHOT: 2147483648,

    1: "ACCESS",
    2: "MODIFY",
    4: "ATTRIB",
    8: "CLOSE_WRITE",
    16: "CLOSE_NOWRITE",
    32: "OPEN",
    64: "MOVED_FROM",
    128: "MOVED_TO",
    256: "CREATE",
    512: "DELETE",
    1024: "DELETE_SELF",
    2048: "MOVE_SELF",
    8192: "UNMOUNT",
    16384: "Q_OVERFLOW",
    32768: "IGNORED",
    16777216: "ONLYDIR",
    33554432: "DONT_FOLLOW",
    134217728: "EVENT_ON_CHILD",
    536870912: "MASK_ADD",
    1073741824: "ISDIR",
    2147483648: "ONESHOT",
  });

  CptCommon.MmFlag = Object.freeze({
    DUMPABLE: 1,
    DUMP_SECURELY: 2,
    DUMP_ANON_PRIVATE: 4,
    DUMP_ANON_SHARED: 8,
    DUMP_MAPPED_PRIVATE: 16,
    DUMP_MAPPED_SHARED: 32,
    DUMP_ELF_HEADERS: 64,
    DUMP_HUGETLB_PRIVATE: 128,
    DUMP_HUGETLB_SHARED: 256,
    VM_MERGEABLE: 65536,
    VM_HUGEPAGE: 131072,
    EXE_FILE_CHANGED: 262144,

    1: "DUMPABLE",
    2: "DUMP_SECURELY",
    4: "DUMP_ANON_PRIVATE",
    8: "DUMP_ANON_SHARED",
    16: "DUMP_MAPPED_PRIVATE",
    32: "DUMP_MAPPED_SHARED",
    64: "DUMP_ELF_HEADERS",
    128: "DUMP_HUGETLB_PRIVATE",
    256: "DUMP_HUGETLB_SHARED",
    65536: "VM_MERGEABLE",
    131072: "VM_HUGEPAGE",
    262144: "EXE_FILE_CHANGED",
  });

  CptCommon.MountFlag = Object.freeze({
    NOSUID: 1,
    NODEV: 2,
    NOEXEC: 4,
    NOATIME: 8,
    NODIRATIME: 16,
    RELATIME: 32,
    READONLY: 64,
    SHARED: 4096,
    UNBINDABLE: 8192,
    PLOOP: 268435456,
    DELAYFS: 536870912,
    EXT: 1073741824,
    BIND: 2147483648,

    1: "NOSUID",
    2: "NODEV",
    4: "NOEXEC",
    8: "NOATIME",
    16: "NODIRATIME",
    32: "RELATIME",
    64: "READONLY",
    4096: "SHARED",
    8192: "UNBINDABLE",
    268435456: "PLOOP",
    536870912: "DELAYFS",
    1073741824: "EXT",
    2147483648: "BIND",
  });

  CptCommon.MulticastFilterMode = Object.freeze({
    EXCLUDE: 0,
    INCLUDE: 1,

    0: "EXCLUDE",
    1: "INCLUDE",
  });

  CptCommon.NetDeviceFlag = Object.freeze({
    UP: 1,
    BROADCAST: 2,
    DEBUG: 4,
    LOOPBACK: 8,
    POINTOPOINT: 16,
    NOTRAILERS: 32,
    RUNNING: 64,
    NOARP: 128,
    PROMISC: 256,
    ALLMULTI: 512,
    MASTER: 1024,
    SLAVE: 2048,
    MULTICAST: 4096,
    PORTSEL: 8192,
    AUTOMEDIA: 16384,
    DYNAMIC: 32768,
    LOWER_UP: 65536,
    DORMANT: 131072,
    ECHO: 262144,

    1: "UP",
    2: "BROADCAST",
    4: "DEBUG",
    8: "LOOPBACK",
    16: "POINTOPOINT",
    32: "NOTRAILERS",
    64: "RUNNING",
    128: "NOARP",
    256: "PROMISC",
    512: "ALLMULTI",
    1024: "MASTER",
    2048: "SLAVE",
    4096: "MULTICAST",
    8192: "PORTSEL",
    16384: "AUTOMEDIA",
    32768: "DYNAMIC",
    65536: "LOWER_UP",
    131072: "DORMANT",
    262144: "ECHO",
  });

  CptCommon.ObjectType = Object.freeze({
    TASK: 0,
    MM: 1,
    FS: 2,
    FILES: 3,
    FILE: 4,
    SIGHAND_STRUCT: 5,
    SIGNAL_STRUCT: 6,
    TTY: 7,
    SOCKET: 8,
    SYSVSEM_UNDO: 9,
    NAMESPACE: 10,
    SYSV_SHM: 11,
    INODE: 12,
    UBC: 13,
    SLM_SGREG: 14,
    SLM_REGOBJ: 15,
    SLM_MM: 16,
    VFSMOUNT_REF: 17,
    CGROUP: 18,
    CGROUPS: 19,
    POSIX_TIMER_LIST: 20,
    VFSMOUNT_MISSED_REF: 21,
    VMA: 1024,
    FILEDESC: 1025,
    SIGHANDLER: 1026,
    SIGINFO: 1027,
    LASTSIGINFO: 1028,
    SYSV_SEM: 1029,
    SKB: 1030,
    FLOCK: 1031,
    OPENREQ: 1032,
    VFSMOUNT: 1033,
    TRAILER: 1034,
    SYSVSEM_UNDO_REC: 1035,
    NET_DEVICE: 1036,
    NET_IFADDR: 1037,
    NET_ROUTE: 1038,
    NET_CONNTRACK: 1039,
    NET_CONNTRACK_EXPECT: 1040,
    AIO_CONTEXT: 1041,
    VEINFO: 1042,
    EPOLL: 1043,
    EPOLL_FILE: 1044,
    SKFILTER: 1045,
    SIGALTSTACK: 1046,
    SOCK_MCADDR: 1047,
    BIND_MNT: 1048,
    SYSVMSG: 1049,
    SYSVMSG_MSG: 1050,
    MM_AUXV: 1051,
    NET_IDEV_CNF: 1052,
    X86_REGS: 4096,
    X86_64_REGS: 4097,
    PAGES: 4098,
    COPYPAGES: 4099,
    REMAPPAGES: 4100,
    LAZYPAGES: 4101,
    NAME: 4102,
    BITS: 4103,
    REF: 4104,
    ITERPAGES: 4105,
    ITERYOUNGPAGES: 4106,
    VSYSCALL: 4107,
    IA64_REGS: 4108,
    INOTIFY: 4109,
    INOTIFY_WATCH: 4110,
    INOTIFY_EVENT: 4111,
    TASK_AUX: 4112,
    NET_TUNTAP: 4113,
    NET_HWADDR: 4114,
    NET_VETH: 4115,
    NET_STATS: 4116,
    NET_IPIP_TUNNEL: 4117,
    TIMERFD: 4118,
    EVENTFD: 4119,
    NET_BR: 4120,
    NET_BR_DEV: 4121,
    MOUNT_DATA: 4122,
    POSIX_TIMER: 4123,
    SOCK_PACKET: 4124,
    SOCK_PACKET_MC: 4125,
    NET_TAP_FILTER: 16777216,

    0: "TASK",
    1: "MM",
    2: "FS",
    3: "FILES",
    4: "FILE",
    5: "SIGHAND_STRUCT",
    6: "SIGNAL_STRUCT",
    7: "TTY",
    8: "SOCKET",
    9: "SYSVSEM_UNDO",
    10: "NAMESPACE",
    11: "SYSV_SHM",
    12: "INODE",
    13: "UBC",
    14: "SLM_SGREG",
    15: "SLM_REGOBJ",
    16: "SLM_MM",
    17: "VFSMOUNT_REF",
    18: "CGROUP",
    19: "CGROUPS",
    20: "POSIX_TIMER_LIST",
    21: "VFSMOUNT_MISSED_REF",
    1024: "VMA",
    1025: "FILEDESC",
    1026: "SIGHANDLER",
    1027: "SIGINFO",
    1028: "LASTSIGINFO",
    1029: "SYSV_SEM",
    1030: "SKB",
    1031: "FLOCK",
    1032: "OPENREQ",
    1033: "VFSMOUNT",
    1034: "TRAILER",
    1035: "SYSVSEM_UNDO_REC",
    1036: "NET_DEVICE",
    1037: "NET_IFADDR",
    1038: "NET_ROUTE",
    1039: "NET_CONNTRACK",
    1040: "NET_CONNTRACK_EXPECT",
    1041: "AIO_CONTEXT",
    1042: "VEINFO",
    1043: "EPOLL",
    1044: "EPOLL_FILE",
    1045: "SKFILTER",
    1046: "SIGALTSTACK",
    1047: "SOCK_MCADDR",
    1048: "BIND_MNT",
    1049: "SYSVMSG",
    1050: "SYSVMSG_MSG",
    1051: "MM_AUXV",
    1052: "NET_IDEV_CNF",
    4096: "X86_REGS",
    4097: "X86_64_REGS",
    4098: "PAGES",
    4099: "COPYPAGES",
    4100: "REMAPPAGES",
    4101: "LAZYPAGES",
    4102: "NAME",
    4103: "BITS",
    4104: "REF",
    4105: "ITERPAGES",
    4106: "ITERYOUNGPAGES",
    4107: "VSYSCALL",
    4108: "IA64_REGS",
    4109: "INOTIFY",
    4110: "INOTIFY_WATCH",
    4111: "INOTIFY_EVENT",
    4112: "TASK_AUX",
    4113: "NET_TUNTAP",
    4114: "NET_HWADDR",
    4115: "NET_VETH",
    4116: "NET_STATS",
    4117: "NET_IPIP_TUNNEL",
    4118: "TIMERFD",
    4119: "EVENTFD",
    4120: "NET_BR",
    4121: "NET_BR_DEV",
    4122: "MOUNT_DATA",
    4123: "POSIX_TIMER",
    4124: "SOCK_PACKET",
    4125: "SOCK_PACKET_MC",
    16777216: "NET_TAP_FILTER",
  });

  CptCommon.OpenFlag = Object.freeze({
    WRONLY: 1,
    RDWR: 2,
    EXEC: 32,
    CREAT: 64,
    EXCL: 128,
    NOCTTY: 256,
    TRUNC: 512,
    APPEND: 1024,
    NONBLOCK: 2048,
    DSYNC: 4096,
    FASYNC: 8192,
    DIRECT: 16384,
    LARGEFILE: 32768,
    DIRECTORY: 65536,
    NOFOLLOW: 131072,
    NOATIME: 262144,
    CLOEXEC: 524288,

    1: "WRONLY",
    2: "RDWR",
    32: "EXEC",
    64: "CREAT",
    128: "EXCL",
    256: "NOCTTY",
    512: "TRUNC",
    1024: "APPEND",
    2048: "NONBLOCK",
    4096: "DSYNC",
    8192: "FASYNC",
    16384: "DIRECT",
    32768: "LARGEFILE",
    65536: "DIRECTORY",
    131072: "NOFOLLOW",
    262144: "NOATIME",
    524288: "CLOEXEC",
  });

  CptCommon.OsArch = Object.freeze({
    I386: 0,
    EMT64: 1,
    IA64: 2,

    0: "I386",
    1: "EMT64",
    2: "IA64",
  });

  CptCommon.PacketMembership = Object.freeze({
    MULTICAST: 0,
    PROMISC: 1,
    ALLMULTI: 2,
    UNICAST: 3,

    0: "MULTICAST",
    1: "PROMISC",
    2: "ALLMULTI",
    3: "UNICAST",
  });

  CptCommon.PgrpType = Object.freeze({
    NORMAL: 0,
    ORPHAN: 1,
    STRAY: 2,

    0: "NORMAL",
    1: "ORPHAN",
    2: "STRAY",
  });

  CptCommon.RestartBlockKind = Object.freeze({
    NONE: 0,
    NANOSLEEP: 1,
    COMPAT_NANOSLEEP: 2,
    POLL: 3,
    FUTEX_WAIT: 4,
    POSIX_CPU_NSLEEP: 5,

    0: "NONE",
    1: "NANOSLEEP",
    2: "COMPAT_NANOSLEEP",
    3: "POLL",
    4: "FUTEX_WAIT",
    5: "POSIX_CPU_NSLEEP",
  });

  CptCommon.Rlimit = Object.freeze({
    CPU: 0,
    FSIZE: 1,
    DATA: 2,
    STACK: 3,
    CORE: 4,
    RSS: 5,
    NPROC: 6,
    NOFILE: 7,
    MEMLOCK: 8,
    AS: 9,
    LOCKS: 10,
    SIGPENDING: 11,
    MSGQUEUE: 12,
    NICE: 13,
    RTPRIO: 14,
    RTTIME: 15,

    0: "CPU",
    1: "FSIZE",
    2: "DATA",
    3: "STACK",
    4: "CORE",
    5: "RSS",
    6: "NPROC",
    7: "NOFILE",
    8: "MEMLOCK",
    9: "AS",
    10: "LOCKS",
    11: "SIGPENDING",
    12: "MSGQUEUE",
    13: "NICE",
    14: "RTPRIO",
    15: "RTTIME",
  });

  CptCommon.SaFlag = Object.freeze({
    NOCLDSTOP: 1,
    NOCLDWAIT: 2,
    SIGINFO: 4,
    RESTORER: 67108864,
    ONSTACK: 134217728,
    RESTART: 268435456,
    NODEFER: 1073741824,
    RESETHAND: 2147483648,

    1: "NOCLDSTOP",
    2: "NOCLDWAIT",
    4: "SIGINFO",
    67108864: "RESTORER",
    134217728: "ONSTACK",
    268435456: "RESTART",
    1073741824: "NODEFER",
    2147483648: "RESETHAND",
  });

  CptCommon.SchedPolicy = Object.freeze({
    NORMAL: 0,
    FIFO: 1,
    RR: 2,
    BATCH: 3,
    IDLE: 5,

    0: "NORMAL",
    1: "FIFO",
    2: "RR",
    3: "BATCH",
    5: "IDLE",
  });

  CptCommon.SectionType = Object.freeze({
    ERROR: 0,
    VEINFO: 1,
    FILES: 2,
    TASKS: 3,
    MM: 4,
    FILES_STRUCT: 5,
    FS: 6,
    SIGHAND_STRUCT: 7,
    TTY: 8,
    SOCKET: 9,
    NAMESPACE: 10,
    SYSVSEM_UNDO: 11,
    INODE: 12,
    SYSV_SHM: 13,
    SYSV_SEM: 14,
    ORPHANS: 15,
    NET_DEVICE: 16,
    NET_IFADDR: 17,
    NET_ROUTE: 18,
    NET_IPTABLES: 19,
    NET_CONNTRACK: 20,
    NET_CONNTRACK_VE0: 21,
    UTSNAME: 22,
    TRAILER: 23,
    UBC: 24,
    SLM_SGREGS: 25,
    SLM_REGOBJS: 26,
    EPOLL: 27,
    VSYSCALL: 28,
    INOTIFY: 29,
    SYSV_MSG: 30,
    SNMP_STATS: 31,
    CGROUPS: 32,
    POSIX_TIMERS: 33,
    NET_IP6TABLES: 34,

    0: "ERROR",
    1: "VEINFO",
    2: "FILES",
    3: "TASKS",
    4: "MM",
    5: "FILES_STRUCT",
    6: "FS",
    7: "SIGHAND_STRUCT",
    8: "TTY",
    9: "SOCKET",
    10: "NAMESPACE",
    11: "SYSVSEM_UNDO",
    12: "INODE",
    13: "SYSV_SHM",
    14: "SYSV_SEM",
    15: "ORPHANS",
    16: "NET_DEVICE",
    17: "NET_IFADDR",
    18: "NET_ROUTE",
    19: "NET_IPTABLES",
    20: "NET_CONNTRACK",
    21: "NET_CONNTRACK_VE0",
    22: "UTSNAME",
    23: "TRAILER",
    24: "UBC",
    25: "SLM_SGREGS",
    26: "SLM_REGOBJS",
    27: "EPOLL",
    28: "VSYSCALL",
    29: "INOTIFY",
    30: "SYSV_MSG",
    31: "SNMP_STATS",
    32: "CGROUPS",
    33: "POSIX_TIMERS",
    34: "NET_IP6TABLES",
  });

  CptCommon.Segment = Object.freeze({
    ZERO: 0,
    TLS1: 1,
    TLS2: 2,
    TLS3: 3,
    USER32_DS: 4,
    USER32_CS: 5,
    USER64_DS: 6,
    USER64_CS: 7,
    LDT: 256,

    0: "ZERO",
    1: "TLS1",
    2: "TLS2",
    3: "TLS3",
    4: "USER32_DS",
    5: "USER32_CS",
    6: "USER64_DS",
    7: "USER64_CS",
    256: "LDT",
  });

  CptCommon.ShutdownFlag = Object.freeze({
    RCV: 1,
    SEND: 2,

    1: "RCV",
    2: "SEND",
  });

  CptCommon.SigevNotify = Object.freeze({
    SIGNAL: 0,
    NONE: 1,
    THREAD: 2,
    THREAD_ID: 4,

    0: "SIGNAL",
    1: "NONE",
    2: "THREAD",
    4: "THREAD_ID",
  });

  CptCommon.SignalFlag = Object.freeze({
    STOP_STOPPED: 1,
    STOP_CONTINUED: 2,
    CLD_STOPPED: 4,
    CLD_CONTINUED: 8,

    1: "STOP_STOPPED",
    2: "STOP_CONTINUED",
    4: "CLD_STOPPED",
    8: "CLD_CONTINUED",
  });

  CptCommon.SkFlag = Object.freeze({
    DEAD: 1,
    DONE: 2,
    URGINLINE: 4,
    KEEPOPEN: 8,
    LINGER: 16,
    DESTROY: 32,
    BROADCAST: 64,
    TIMESTAMP: 128,
    ZAPPED: 256,
    USE_WRITE_QUEUE: 512,
    DBG: 1024,
    RCVTSTAMP: 2048,

    1: "DEAD",
    2: "DONE",
    4: "URGINLINE",
    8: "KEEPOPEN",
    16: "LINGER",
    32: "DESTROY",
    64: "BROADCAST",
    128: "TIMESTAMP",
    256: "ZAPPED",
    512: "USE_WRITE_QUEUE",
    1024: "DBG",
    2048: "RCVTSTAMP",
  });

  CptCommon.SkbQueue = Object.freeze({
    NQ: 0,
    RQ: 1,
    WQ: 2,
    OFOQ: 3,

    0: "NQ",
    1: "RQ",
    2: "WQ",
    3: "OFOQ",
  });

  CptCommon.SockFlag = Object.freeze({
    DELETED: 1,
    DELAYED: 2,

    1: "DELETED",
    2: "DELAYED",
  });

  CptCommon.SockUserlock = Object.freeze({
    SNDBUF_LOCK: 1,
    RCVBUF_LOCK: 2,
    BINDADDR_LOCK: 4,
    BINDPORT_LOCK: 8,

    1: "SNDBUF_LOCK",
    2: "RCVBUF_LOCK",
    4: "BINDADDR_LOCK",
    8: "BINDPORT_LOCK",
  });

  CptCommon.SocketFamily = Object.freeze({
    UNSPEC: 0,
    UNIX: 1,
    INET: 2,
    INET6: 10,
    NETLINK: 16,
    PACKET: 17,

    0: "UNSPEC",
    1: "UNIX",
    2: "INET",
    10: "INET6",
    16: "NETLINK",
    17: "PACKET",
  });

  CptCommon.SocketState = Object.freeze({
    FREE: 0,
    UNCONNECTED: 1,
    CONNECTING: 2,
    CONNECTED: 3,
    DISCONNECTING: 4,

    0: "FREE",
    1: "UNCONNECTED",
    2: "CONNECTING",
    3: "CONNECTED",
    4: "DISCONNECTING",
  });

  CptCommon.SocketType = Object.freeze({
    STREAM: 1,
    DGRAM: 2,
    RAW: 3,
    RDM: 4,
    SEQPACKET: 5,
    DCCP: 6,
    PACKET: 10,

    1: "STREAM",
    2: "DGRAM",
    3: "RAW",
    4: "RDM",
    5: "SEQPACKET",
    6: "DCCP",
    10: "PACKET",
  });

  CptCommon.SuperFlag = Object.freeze({
    RDONLY: 1,
    NOSUID: 2,
    NODEV: 4,
    NOEXEC: 8,
    SYNCHRONOUS: 16,
    REMOUNT: 32,
    MANDLOCK: 64,
    DIRSYNC: 128,
    NOATIME: 1024,
    NODIRATIME: 2048,
    BIND: 4096,
    POSIXACL: 65536,
    RELATIME: 2097152,
    KERNMOUNT: 4194304,
    BORN: 536870912,
    ACTIVE: 1073741824,
    NOUSER: 2147483648,

    1: "RDONLY",
    2: "NOSUID",
    4: "NODEV",
    8: "NOEXEC",
    16: "SYNCHRONOUS",
    32: "REMOUNT",
    64: "MANDLOCK",
    128: "DIRSYNC",
    1024: "NOATIME",
    2048: "NODIRATIME",
    4096: "BIND",
    65536: "POSIXACL",
    2097152: "RELATIME",
    4194304: "KERNMOUNT",
    536870912: "BORN",
    1073741824: "ACTIVE",
    2147483648: "NOUSER",
  });

  CptCommon.TaskFlag = Object.freeze({
    EXITING: 4,
    FORKNOEXEC: 64,
    SUPERPRIV: 256,
    DUMPCORE: 512,
    SIGNALED: 1024,

    4: "EXITING",
    64: "FORKNOEXEC",
    256: "SUPERPRIV",
    512: "DUMPCORE",
    1024: "SIGNALED",
  });

  CptCommon.TaskState = Object.freeze({
    FROZEN: 2,
    STOPPED_OLD: 4,
    TRACED_OLD: 8,
    ZOMBIE: 16,
    DEAD: 32,
    STOPPED: 132,
    TRACED: 136,

    2: "FROZEN",
    4: "STOPPED_OLD",
    8: "TRACED_OLD",
    16: "ZOMBIE",
    32: "DEAD",
    132: "STOPPED",
    136: "TRACED",
  });

  CptCommon.TcpNagleFlag = Object.freeze({
    OFF: 1,
    CORK: 2,
    PUSH: 4,

    1: "OFF",
    2: "CORK",
    4: "PUSH",
  });

  CptCommon.TcpState = Object.freeze({
    ESTABLISHED: 1,
    SYN_SENT: 2,
    SYN_RECV: 3,
    FIN_WAIT1: 4,
    FIN_WAIT2: 5,
    TIME_WAIT: 6,
    CLOSE: 7,
    CLOSE_WAIT: 8,
    LAST_ACK: 9,
    LISTEN: 10,
    CLOSING: 11,

    1: "ESTABLISHED",
    2: "SYN_SENT",
    3: "SYN_RECV",
    4: "FIN_WAIT1",
    5: "FIN_WAIT2",
    6: "TIME_WAIT",
    7: "CLOSE",
    8: "CLOSE_WAIT",
    9: "LAST_ACK",
    10: "LISTEN",
    11: "CLOSING",
  });

  CptCommon.TtyDriverType = Object.freeze({
    SYSTEM: 1,
    CONSOLE: 2,
    SERIAL: 3,
    PTY: 4,
    SCC: 5,
    SYSCONS: 6,

    1: "SYSTEM",
    2: "CONSOLE",
    3: "SERIAL",
    4: "PTY",
    5: "SCC",
    6: "SYSCONS",
  });

  CptCommon.TunnelFlag = Object.freeze({
    FBDEV: 1,
    SIT: 2,
    GRE: 4,
    GRE_TAP: 8,

    1: "FBDEV",
    2: "SIT",
    4: "GRE",
    8: "GRE_TAP",
  });

  CptCommon.UbFlag = Object.freeze({
    NOSTORE: 1,

    1: "NOSTORE",
  });

  CptCommon.UbResource = Object.freeze({
    KMEMSIZE: 0,
    LOCKEDPAGES: 1,
    PRIVVMPAGES: 2,
    SHMPAGES: 3,
    DUMMY4: 4,
    NUMPROC: 5,
    PHYSPAGES: 6,
    VMGUARPAGES: 7,
    OOMGUARPAGES: 8,
    NUMTCPSOCK: 9,
    NUMFLOCK: 10,
    NUMPTY: 11,
    NUMSIGINFO: 12,
    TCPSNDBUF: 13,
    TCPRCVBUF: 14,
    OTHERSOCKBUF: 15,
    DGRAMRCVBUF: 16,
    NUMOTHERSOCK: 17,
    DCACHESIZE: 18,
    NUMFILE: 19,
    DUMMY20: 20,
    DUMMY21: 21,
    DUMMY22: 22,
    NUMIPTENT: 23,
    SWAPPAGES: 24,

    0: "KMEMSIZE",
    1: "LOCKEDPAGES",
    2: "PRIVVMPAGES",
    3: "SHMPAGES",
    4: "DUMMY4",
    5: "NUMPROC",
    6: "PHYSPAGES",
    7: "VMGUARPAGES",
    8: "OOMGUARPAGES",
    9: "NUMTCPSOCK",
    10: "NUMFLOCK",
    11: "NUMPTY",
    12: "NUMSIGINFO",
    13: "TCPSNDBUF",
    14: "TCPRCVBUF",
    15: "OTHERSOCKBUF",
    16: "DGRAMRCVBUF",
    17: "NUMOTHERSOCK",
    18: "DCACHESIZE",
    19: "NUMFILE",
    20: "DUMMY20",
    21: "DUMMY21",
    22: "DUMMY22",
    23: "NUMIPTENT",
    24: "SWAPPAGES",
  });

  CptCommon.VeFeature = Object.freeze({
    SYSFS: 1,
    NFS: 2,
    DEF_PERMS: 4,
    SIT: 8,
    IPIP: 16,
    PPP: 32,
    IPGRE: 64,
    BRIDGE: 128,
    NFSD: 256,

    1: "SYSFS",
    2: "NFS",
    4: "DEF_PERMS",
    8: "SIT",
    16: "IPIP",
    32: "PPP",
    64: "IPGRE",
    128: "BRIDGE",
    256: "NFSD",
  });

  CptCommon.VmFlag = Object.freeze({
    READ: 1,
    WRITE: 2,
    EXEC: 4,
    SHARED: 8,
    MAYREAD: 16,
    MAYWRITE: 32,
    MAYEXEC: 64,
    MAYSHARE: 128,
    GROWSDOWN: 256,
    GROWSUP: 512,
    PFNMAP: 1024,
    DENYWRITE: 2048,
    EXECUTABLE: 4096,
    LOCKED: 8192,
    IO: 16384,
    SEQ_READ: 32768,
    RAND_READ: 65536,
    DONTCOPY: 131072,
    DONTEXPAND: 262144,
    RESERVED: 524288,
    ACCOUNT: 1048576,
    NORESERVE: 2097152,
    HUGETLB: 4194304,
    NONLINEAR: 8388608,
    MAPPED_COPY: 16777216,
    INSERTPAGE: 33554432,
    ALWAYSDUMP: 67108864,
    CAN_NONLINEAR: 134217728,
    MIXEDMAP: 268435456,

    1: "READ",
    2: "WRITE",
    4: "EXEC",
    8: "SHARED",
    16: "MAYREAD",
    32: "MAYWRITE",
    64: "MAYEXEC",
    128: "MAYSHARE",
    256: "GROWSDOWN",
    512: "GROWSUP",
    1024: "PFNMAP",
    2048: "DENYWRITE",
    4096: "EXECUTABLE",
    8192: "LOCKED",
    16384: "IO",
    32768: "SEQ_READ",
    65536: "RAND_READ",
    131072: "DONTCOPY",
    262144: "DONTEXPAND",
    524288: "RESERVED",
    1048576: "ACCOUNT",
    2097152: "NORESERVE",
    4194304: "HUGETLB",
    8388608: "NONLINEAR",
    16777216: "MAPPED_COPY",
    33554432: "INSERTPAGE",
    67108864: "ALWAYSDUMP",
    134217728: "CAN_NONLINEAR",
    268435456: "MIXEDMAP",
  });

  CptCommon.VmaType = Object.freeze({
    ORDINARY: 0,
    SHM: 1,
    VDSO: 2,
    VDSO_OLD: 3,

    0: "ORDINARY",
    1: "SHM",
    2: "VDSO",
    3: "VDSO_OLD",
  });

  function CptCommon(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptCommon.prototype._read = function() {
  }

  var Bits = CptCommon.Bits = (function() {
    function Bits(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.size = this.pad1 = undefined;
      this._read();
    }
    Bits.prototype._read = function() {
      if (this.hdrlen >= 24) {
        this.size = this._io.readU4le();
      }
      if (this.hdrlen >= 24) {
        this.pad1 = this._io.readU4le();
      }
    }
    Object.defineProperty(Bits.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Bits;
  })();

  var Name = CptCommon.Name = (function() {
    function Name(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.len = this.pad = undefined;
      this._read();
    }
    Name.prototype._read = function() {
      if (this.hdrlen >= 24) {
        this.len = this._io.readU4le();
      }
      if (this.hdrlen >= 24) {
        this.pad = this._io.readU4le();
      }
    }
    Object.defineProperty(Name.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Name;
  })();

  var Ref = CptCommon.Ref = (function() {
    function Ref(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.pos = undefined;
      this._read();
    }
    Ref.prototype._read = function() {
      this.pos = this._io.readU8le();
    }

    return Ref;
  })();

  return CptCommon;
})();
CptCommon_.CptCommon = CptCommon;
});
});

load('CptContainer', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.CptContainer || (root.CptContainer = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (CptContainer_, KaitaiStream) {
var CptContainer = (function() {
  function CptContainer(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptContainer.prototype._read = function() {
  }

  var Cgroup = CptContainer.Cgroup = (function() {
    function Cgroup(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.index = this.parent = this.flags = this.padAt28 = undefined;
      this._read();
    }
    Cgroup.prototype._read = function() {
      this.index = this._io.readU4le();
      this.parent = this._io.readS4le();
      this.flags = this._io.readU4le();
      if (this.hdrlen >= 32) {
        this.padAt28 = this._io.readBytes(4);
      }
    }
    Object.defineProperty(Cgroup.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Cgroup;
  })();

  var SlmRegobj = CptContainer.SlmRegobj = (function() {
    function SlmRegobj(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.size = this.pad1 = undefined;
      this._read();
    }
    SlmRegobj.prototype._read = function() {
      this.size = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return SlmRegobj;
  })();

  var SlmSgreg = CptContainer.SlmSgreg = (function() {
    function SlmSgreg(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.size = this.pad1 = this.id = this.resource = this.regname = this.pad2 = undefined;
      this._read();
    }
    SlmSgreg.prototype._read = function() {
      this.size = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.id = this._io.readU4le();
      this.resource = this._io.readU2le();
      this.regname = this._io.readBytes(32);
      this.pad2 = this._io.readBytes(2);
    }

    return SlmSgreg;
  })();

  var Ubc = CptContainer.Ubc = (function() {
    function Ubc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.parent = this.id = this.ubResources = this.ubFlags = this.parms = undefined;
      this._read();
    }
    Ubc.prototype._read = function() {
      this.parent = this._io.readU8le();
      this.id = this._io.readU4le();
      this.ubResources = this._io.readU2le();
      this.ubFlags = this._io.readU2le();
      this.parms = [];
      for (var i = 0; i < 64; i++) {
        this.parms.push(new Ubparm(this._io, this, this._root));
      }
    }

    return Ubc;
  })();

  var Ubparm = CptContainer.Ubparm = (function() {
    function Ubparm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.barrier = this.limit = this.held = this.maxheld = this.minheld = this.failcnt = undefined;
      this._read();
    }
    Ubparm.prototype._read = function() {
      this.barrier = this._io.readU8le();
      this.limit = this._io.readU8le();
      this.held = this._io.readU8le();
      this.maxheld = this._io.readU8le();
      this.minheld = this._io.readU8le();
      this.failcnt = this._io.readU8le();
    }

    return Ubparm;
  })();

  var Veinfo = CptContainer.Veinfo = (function() {
    function Veinfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.shmCtlMax = this.shmCtlAll = this.shmCtlMni = this.msgCtlMax = this.msgCtlMni = this.msgCtlMnb = this.semCtlArr = this.startTimespecDelta = this.startJiffiesDelta = this.lastPid = this.rndVaSpace = this.vpidMax = this.pad1 = this.realStartTimespecDelta = this.reserved = this.aioMaxNr = this.veBcap = undefined;
      this._read();
    }
    Veinfo.prototype._read = function() {
      this.shmCtlMax = this._io.readU4le();
      this.shmCtlAll = this._io.readU4le();
      this.shmCtlMni = this._io.readU4le();
      this.msgCtlMax = this._io.readU4le();
      this.msgCtlMni = this._io.readU4le();
      this.msgCtlMnb = this._io.readU4le();
      this.semCtlArr = [];
      for (var i = 0; i < 4; i++) {
        this.semCtlArr.push(this._io.readU4le());
      }
      this.startTimespecDelta = this._io.readU8le();
      this.startJiffiesDelta = this._io.readU8le();
      if (this.hdrlen >= 144) {
        this.lastPid = this._io.readU4le();
      }
      if (this.hdrlen >= 144) {
        this.rndVaSpace = this._io.readU4le();
      }
      if (this.hdrlen >= 144) {
        this.vpidMax = this._io.readU4le();
      }
      if (this.hdrlen >= 144) {
        this.pad1 = this._io.readU4le();
      }
      if (this.hdrlen >= 144) {
        this.realStartTimespecDelta = this._io.readU8le();
      }
      if (this.hdrlen >= 144) {
        this.reserved = [];
        for (var i = 0; i < 6; i++) {
          this.reserved.push(this._io.readU8le());
        }
      }
      if (this.hdrlen >= 152) {
        this.aioMaxNr = this._io.readU8le();
      }
      if (this.hdrlen >= 160) {
        this.veBcap = this._io.readU8le();
      }
    }
    Object.defineProperty(Veinfo.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Veinfo;
  })();

  return CptContainer;
})();
CptContainer_.CptContainer = CptContainer;
});
});

load('CptFiles', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptCommon'));
  } else {
    factory(root.CptFiles || (root.CptFiles = {}), root.KaitaiStream, root.CptCommon || (root.CptCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptFiles_, KaitaiStream, CptCommon_) {
var CptFiles = (function() {
  function CptFiles(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptFiles.prototype._read = function() {
  }

  var Epoll = CptFiles.Epoll = (function() {
    function Epoll(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.file = undefined;
      this._read();
    }
    Epoll.prototype._read = function() {
      this.file = this._io.readU8le();
    }

    return Epoll;
  })();

  var EpollFile = CptFiles.EpollFile = (function() {
    function EpollFile(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.file = this.fd = this.events = this.data = this.revents = this.ready = undefined;
      this._read();
    }
    EpollFile.prototype._read = function() {
      this.file = this._io.readU8le();
      this.fd = this._io.readU4le();
      this.events = this._io.readU4le();
      this.data = this._io.readU8le();
      this.revents = this._io.readU4le();
      this.ready = this._io.readU4le();
    }

    return EpollFile;
  })();

  var Eventfd = CptFiles.Eventfd = (function() {
    function Eventfd(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.count = this.flags = this.padAt28 = undefined;
      this._read();
    }
    Eventfd.prototype._read = function() {
      this.count = this._io.readU8le();
      this.flags = this._io.readU4le();
      this.padAt28 = this._io.readBytes(4);
    }

    return Eventfd;
  })();

  var File = CptFiles.File = (function() {
    function File(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.flags = this.mode = this.pos = this.uid = this.gid = this.iMode = this.lflags = this.inode = this.priv = this.fownFd = this.fownPid = this.fownUid = this.fownEuid = this.fownSigno = this.pad1 = this.vfsmount = undefined;
      this._read();
    }
    File.prototype._read = function() {
      this.flags = this._io.readU4le();
      this.mode = this._io.readU4le();
      this.pos = this._io.readU8le();
      this.uid = this._io.readU4le();
      this.gid = this._io.readU4le();
      this.iMode = this._io.readU4le();
      this.lflags = this._io.readU4le();
      this.inode = this._io.readU8le();
      this.priv = this._io.readU8le();
      this.fownFd = this._io.readU4le();
      this.fownPid = this._io.readU4le();
      this.fownUid = this._io.readU4le();
      this.fownEuid = this._io.readU4le();
      this.fownSigno = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      if (this.hdrlen >= 96) {
        this.vfsmount = this._io.readU8le();
      }
    }
    Object.defineProperty(File.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return File;
  })();

  var Filedesc = CptFiles.Filedesc = (function() {
    function Filedesc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.fd = this.flags = this.file = undefined;
      this._read();
    }
    Filedesc.prototype._read = function() {
      this.fd = this._io.readU4le();
      this.flags = this._io.readU4le();
      this.file = this._io.readU8le();
    }

    return Filedesc;
  })();

  var Files = CptFiles.Files = (function() {
    function Files(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.index = this.maxFds = this.nextFd = this.pad1 = undefined;
      this._read();
    }
    Files.prototype._read = function() {
      this.index = this._io.readU4le();
      this.maxFds = this._io.readU4le();
      this.nextFd = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Files;
  })();

  var Flock = CptFiles.Flock = (function() {
    function Flock(_io, _parent, _root, osArch) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.osArch = osArch;

      this.owner = this.pid = this.start = this.end = this.flags = this.type = this.svid = this.pad1 = this.lsid = this.pad2 = undefined;
      this._read();
    }
    Flock.prototype._read = function() {
      this.owner = this._io.readU4le();
      this.pid = this._io.readU4le();
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.flags = this._io.readU4le();
      this.type = this._io.readU4le();
      if (this.hdrlen >= 56) {
        this.svid = this._io.readU4le();
      }
      if ( ((this.hdrlen >= 56) && ( ((this.osArch != CptCommon_.CptCommon.OsArch.I386) || (this.hdrlen < 64)) )) ) {
        this.pad1 = this._io.readU4le();
      }
      if (this.hdrlen >= 64) {
        this.lsid = this._io.readU8le();
      }
      if ( ((this.hdrlen >= 64) && (this.osArch == CptCommon_.CptCommon.OsArch.I386)) ) {
        this.pad2 = this._io.readU4le();
      }
    }
    Object.defineProperty(Flock.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Flock;
  })();

  var Fs = CptFiles.Fs = (function() {
    function Fs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.umask = this.pad1 = undefined;
      this._read();
    }
    Fs.prototype._read = function() {
      this.umask = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Fs;
  })();

  var Inode = CptFiles.Inode = (function() {
    function Inode(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.dev = this.ino = this.mode = this.nlink = this.uid = this.gid = this.rdev = this.size = this.blksize = this.atime = this.mtime = this.ctime = this.blocks = this.sb = this.pad1 = this.vfsmount = undefined;
      this._read();
    }
    Inode.prototype._read = function() {
      this.dev = this._io.readU8le();
      this.ino = this._io.readU8le();
      this.mode = this._io.readU4le();
      this.nlink = this._io.readU4le();
      this.uid = this._io.readU4le();
      this.gid = this._io.readU4le();
      this.rdev = this._io.readU8le();
      this.size = this._io.readU8le();
      this.blksize = this._io.readU8le();
      this.atime = this._io.readU8le();
      this.mtime = this._io.readU8le();
      this.ctime = this._io.readU8le();
      this.blocks = this._io.readU8le();
      this.sb = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      if (this.hdrlen >= 120) {
        this.vfsmount = this._io.readU8le();
      }
    }
    Object.defineProperty(Inode.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Inode;
  })();

  var Inotify = CptFiles.Inotify = (function() {
    function Inotify(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.file = this.user = this.maxEvents = this.lastWd = this.pad1 = undefined;
      this._read();
    }
    Inotify.prototype._read = function() {
      this.file = this._io.readU8le();
      this.user = this._io.readU4le();
      this.maxEvents = this._io.readU4le();
      this.lastWd = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Inotify;
  })();

  var InotifyEvent = CptFiles.InotifyEvent = (function() {
    function InotifyEvent(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.wd = this.mask = this.cookie = this.namelen = undefined;
      this._read();
    }
    InotifyEvent.prototype._read = function() {
      this.wd = this._io.readU4le();
      this.mask = this._io.readU4le();
      this.cookie = this._io.readU4le();
      this.namelen = this._io.readU4le();
    }

    return InotifyEvent;
  })();

  var InotifyWatch = CptFiles.InotifyWatch = (function() {
    function InotifyWatch(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.wd = this.mask = undefined;
      this._read();
    }
    InotifyWatch.prototype._read = function() {
      this.wd = this._io.readU4le();
      this.mask = this._io.readU4le();
    }

    return InotifyWatch;
  })();

  var Timerfd = CptFiles.Timerfd = (function() {
    function Timerfd(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.itValue = this.itInterval = this.ticks = this.expired = this.clockid = undefined;
      this._read();
    }
    Timerfd.prototype._read = function() {
      this.itValue = this._io.readU8le();
      this.itInterval = this._io.readU8le();
      this.ticks = this._io.readU8le();
      this.expired = this._io.readU4le();
      this.clockid = this._io.readU4le();
    }

    return Timerfd;
  })();

  var Tty = CptFiles.Tty = (function() {
    function Tty(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.flags = this.link = this.index = this.drvType = this.drvSubtype = this.drvFlags = this.packet = this.stopped = this.hwStopped = this.flowStopped = this.canonData = this.canonHead = this.canonColumn = this.column = this.ctrlStatus = this.erasing = this.lnext = this.icanon = this.raw = this.realRaw = this.closing = this.pad1 = this.minimumToWake = this.pad2 = this.pgrp = this.session = this.cLine = this.name = this.wsRow = this.wsCol = this.wsProw = this.wsPcol = this.cCc = this.cIflag = this.cOflag = this.cCflag = this.cLflag = this.readFlags = undefined;
      this._read();
    }
    Tty.prototype._read = function() {
      this.flags = this._io.readU8le();
      this.link = this._io.readU4le();
      this.index = this._io.readU4le();
      this.drvType = this._io.readU4le();
      this.drvSubtype = this._io.readU4le();
      this.drvFlags = this._io.readU4le();
      this.packet = this._io.readU1();
      this.stopped = this._io.readU1();
      this.hwStopped = this._io.readU1();
      this.flowStopped = this._io.readU1();
      this.canonData = this._io.readU4le();
      this.canonHead = this._io.readU4le();
      this.canonColumn = this._io.readU4le();
      this.column = this._io.readU4le();
      this.ctrlStatus = this._io.readU1();
      this.erasing = this._io.readU1();
      this.lnext = this._io.readU1();
      this.icanon = this._io.readU1();
      this.raw = this._io.readU1();
      this.realRaw = this._io.readU1();
      this.closing = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.minimumToWake = this._io.readU2le();
      this.pad2 = this._io.readU2le();
      this.pgrp = this._io.readU4le();
      this.session = this._io.readU4le();
      this.cLine = this._io.readU4le();
      this.name = this._io.readBytes(64);
      this.wsRow = this._io.readU2le();
      this.wsCol = this._io.readU2le();
      this.wsProw = this._io.readU2le();
      this.wsPcol = this._io.readU2le();
      this.cCc = this._io.readBytes(32);
      this.cIflag = this._io.readU4le();
      this.cOflag = this._io.readU4le();
      this.cCflag = this._io.readU4le();
      this.cLflag = this._io.readU4le();
      this.readFlags = [];
      for (var i = 0; i < 128; i++) {
        this.readFlags.push(this._io.readU4le());
      }
    }

    return Tty;
  })();

  var Vfsmount = CptFiles.Vfsmount = (function() {
    function Vfsmount(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.mntflags = this.flags = this.mntBind = this.mntParent = this.mntShared = this.mntMaster = undefined;
      this._read();
    }
    Vfsmount.prototype._read = function() {
      this.mntflags = this._io.readU4le();
      this.flags = this._io.readU4le();
      if (this.hdrlen >= 56) {
        this.mntBind = this._io.readU8le();
      }
      if (this.hdrlen >= 56) {
        this.mntParent = this._io.readU8le();
      }
      if (this.hdrlen >= 56) {
        this.mntShared = this._io.readU8le();
      }
      if (this.hdrlen >= 56) {
        this.mntMaster = this._io.readU8le();
      }
    }
    Object.defineProperty(Vfsmount.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Vfsmount;
  })();

  return CptFiles;
})();
CptFiles_.CptFiles = CptFiles;
});
});

load('CptIpc', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.CptIpc || (root.CptIpc = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (CptIpc_, KaitaiStream) {
var CptIpc = (function() {
  function CptIpc(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptIpc.prototype._read = function() {
  }

  var SysvSem = CptIpc.SysvSem = (function() {
    function SysvSem(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.key = this.uid = this.gid = this.cuid = this.cgid = this.mode = this.seq = this.id = this.pad1 = this.otime = this.ctime = undefined;
      this._read();
    }
    SysvSem.prototype._read = function() {
      this.key = this._io.readU8le();
      this.uid = this._io.readU8le();
      this.gid = this._io.readU8le();
      this.cuid = this._io.readU8le();
      this.cgid = this._io.readU8le();
      this.mode = this._io.readU8le();
      this.seq = this._io.readU8le();
      this.id = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.otime = this._io.readU8le();
      this.ctime = this._io.readU8le();
    }

    return SysvSem;
  })();

  var SysvShm = CptIpc.SysvShm = (function() {
    function SysvShm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.key = this.uid = this.gid = this.cuid = this.cgid = this.mode = this.seq = this.id = this.mlockuser = this.segsz = this.atime = this.ctime = this.dtime = this.creator = this.last = undefined;
      this._read();
    }
    SysvShm.prototype._read = function() {
      this.key = this._io.readU8le();
      this.uid = this._io.readU8le();
      this.gid = this._io.readU8le();
      this.cuid = this._io.readU8le();
      this.cgid = this._io.readU8le();
      this.mode = this._io.readU8le();
      this.seq = this._io.readU8le();
      this.id = this._io.readU4le();
      this.mlockuser = this._io.readU4le();
      this.segsz = this._io.readU8le();
      this.atime = this._io.readU8le();
      this.ctime = this._io.readU8le();
      this.dtime = this._io.readU8le();
      this.creator = this._io.readU8le();
      this.last = this._io.readU8le();
    }

    return SysvShm;
  })();

  var Sysvmsg = CptIpc.Sysvmsg = (function() {
    function Sysvmsg(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.key = this.uid = this.gid = this.cuid = this.cgid = this.mode = this.seq = this.id = this.pad1 = this.stime = this.rtime = this.ctime = this.lastSender = this.lastReceiver = this.qbytes = undefined;
      this._read();
    }
    Sysvmsg.prototype._read = function() {
      this.key = this._io.readU8le();
      this.uid = this._io.readU8le();
      this.gid = this._io.readU8le();
      this.cuid = this._io.readU8le();
      this.cgid = this._io.readU8le();
      this.mode = this._io.readU8le();
      this.seq = this._io.readU8le();
      this.id = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.stime = this._io.readU8le();
      this.rtime = this._io.readU8le();
      this.ctime = this._io.readU8le();
      this.lastSender = this._io.readU8le();
      this.lastReceiver = this._io.readU8le();
      this.qbytes = this._io.readU8le();
    }

    return Sysvmsg;
  })();

  var SysvmsgMsg = CptIpc.SysvmsgMsg = (function() {
    function SysvmsgMsg(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.type = this.size = undefined;
      this._read();
    }
    SysvmsgMsg.prototype._read = function() {
      this.type = this._io.readU8le();
      this.size = this._io.readU8le();
    }

    return SysvmsgMsg;
  })();

  var SysvsemUndoRec = CptIpc.SysvsemUndoRec = (function() {
    function SysvsemUndoRec(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.id = this.nsem = undefined;
      this._read();
    }
    SysvsemUndoRec.prototype._read = function() {
      this.id = this._io.readU4le();
      this.nsem = this._io.readU4le();
    }

    return SysvsemUndoRec;
  })();

  return CptIpc;
})();
CptIpc_.CptIpc = CptIpc;
});
});

load('CptMemory', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptCommon'));
  } else {
    factory(root.CptMemory || (root.CptMemory = {}), root.KaitaiStream, root.CptCommon || (root.CptCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptMemory_, KaitaiStream, CptCommon_) {
var CptMemory = (function() {
  function CptMemory(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptMemory.prototype._read = function() {
  }

  var AioContext = CptMemory.AioContext = (function() {
    function AioContext(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.maxReqs = this.ringPages = this.tail = this.nr = this.mmapBase = undefined;
      this._read();
    }
    AioContext.prototype._read = function() {
      this.maxReqs = this._io.readU4le();
      this.ringPages = this._io.readU4le();
      this.tail = this._io.readU4le();
      this.nr = this._io.readU4le();
      this.mmapBase = this._io.readU8le();
    }

    return AioContext;
  })();

  var Copypages = CptMemory.Copypages = (function() {
    function Copypages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.start = this.end = this.source = undefined;
      this._read();
    }
    Copypages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.source = this._io.readU8le();
    }

    return Copypages;
  })();

  var Iterpages = CptMemory.Iterpages = (function() {
    function Iterpages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.start = this.end = undefined;
      this._read();
    }
    Iterpages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
    }

    return Iterpages;
  })();

  var Lazypages = CptMemory.Lazypages = (function() {
    function Lazypages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.start = this.end = this.index = undefined;
      this._read();
    }
    Lazypages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.index = this._io.readU8le();
    }

    return Lazypages;
  })();

  var Mm = CptMemory.Mm = (function() {
    function Mm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.startCode = this.endCode = this.startData = this.endData = this.startBrk = this.brk = this.startStack = this.startArg = this.endArg = this.startEnv = this.endEnv = this.defFlags = this.mmub = this.dumpable = this.vpsDumpable = this.usedHugetlb = this.pad = this.vdso = this.mmFlags = undefined;
      this._read();
    }
    Mm.prototype._read = function() {
      this.startCode = this._io.readU8le();
      this.endCode = this._io.readU8le();
      this.startData = this._io.readU8le();
      this.endData = this._io.readU8le();
      this.startBrk = this._io.readU8le();
      this.brk = this._io.readU8le();
      this.startStack = this._io.readU8le();
      this.startArg = this._io.readU8le();
      this.endArg = this._io.readU8le();
      this.startEnv = this._io.readU8le();
      this.endEnv = this._io.readU8le();
      this.defFlags = this._io.readU8le();
      this.mmub = this._io.readU8le();
      this.dumpable = this._io.readU1();
      this.vpsDumpable = this._io.readU1();
      this.usedHugetlb = this._io.readU1();
      this.pad = this._io.readU1();
      this.vdso = this._io.readU4le();
      if (this.hdrlen >= 136) {
        this.mmFlags = this._io.readU8le();
      }
    }
    Object.defineProperty(Mm.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Mm;
  })();

  var Pages = CptMemory.Pages = (function() {
    function Pages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.start = this.end = undefined;
      this._read();
    }
    Pages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
    }

    return Pages;
  })();

  var Remappages = CptMemory.Remappages = (function() {
    function Remappages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.start = this.end = this.pgoff = undefined;
      this._read();
    }
    Remappages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.pgoff = this._io.readU8le();
    }

    return Remappages;
  })();

  var Vma = CptMemory.Vma = (function() {
    function Vma(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.file = this.type = this.anonvma = this.anonvmaid = this.start = this.end = this.flags = this.pgprot = this.pgoff = undefined;
      this._read();
    }
    Vma.prototype._read = function() {
      this.file = this._io.readU8le();
      this.type = this._io.readU4le();
      this.anonvma = this._io.readU4le();
      this.anonvmaid = this._io.readU8le();
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.flags = this._io.readU8le();
      this.pgprot = this._io.readU8le();
      this.pgoff = this._io.readU8le();
    }

    return Vma;
  })();

  return CptMemory;
})();
CptMemory_.CptMemory = CptMemory;
});
});

load('CptNetwork', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptCommon'));
  } else {
    factory(root.CptNetwork || (root.CptNetwork = {}), root.KaitaiStream, root.CptCommon || (root.CptCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptNetwork_, KaitaiStream, CptCommon_) {
var CptNetwork = (function() {
  function CptNetwork(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptNetwork.prototype._read = function() {
  }

  var NatManip = CptNetwork.NatManip = (function() {
    function NatManip(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.direction = this.hooknum = this.maniptype = this.pad1 = this.manipAddr = this.manipPort = this.pad2 = this.pad3 = undefined;
      this._read();
    }
    NatManip.prototype._read = function() {
      this.direction = this._io.readU1();
      this.hooknum = this._io.readU1();
      this.maniptype = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.manipAddr = this._io.readU4le();
      this.manipPort = this._io.readU2le();
      this.pad2 = this._io.readU2le();
      this.pad3 = this._io.readU4le();
    }

    return NatManip;
  })();

  var NatSeq = CptNetwork.NatSeq = (function() {
    function NatSeq(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.correctionPos = this.offsetBefore = this.offsetAfter = this.pad1 = undefined;
      this._read();
    }
    NatSeq.prototype._read = function() {
      this.correctionPos = this._io.readU4le();
      this.offsetBefore = this._io.readU4le();
      this.offsetAfter = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return NatSeq;
  })();

  var NetBr = CptNetwork.NetBr = (function() {
    function NetBr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.designatedRoot = this.bridgeId = this.rootPathCost = this.maxAge = this.helloTime = this.forwardDelay = this.bridgeMaxAge = this.bridgeHelloTime = this.bridgeForwardDelay = this.ageingTime = this.rootPort = this.stpEnabled = this.viaPhysDev = this.pad = undefined;
      this._read();
    }
    NetBr.prototype._read = function() {
      this.designatedRoot = this._io.readU8le();
      this.bridgeId = this._io.readU8le();
      this.rootPathCost = this._io.readU4le();
      this.maxAge = this._io.readU4le();
      this.helloTime = this._io.readU4le();
      this.forwardDelay = this._io.readU4le();
      this.bridgeMaxAge = this._io.readU4le();
      this.bridgeHelloTime = this._io.readU4le();
      this.bridgeForwardDelay = this._io.readU4le();
      this.ageingTime = this._io.readU4le();
      this.rootPort = this._io.readU1();
      this.stpEnabled = this._io.readU1();
      this.viaPhysDev = this._io.readU1();
      this.pad = this._io.readBytes(5);
    }

    return NetBr;
  })();

  var NetBrDev = CptNetwork.NetBrDev = (function() {
    function NetBrDev(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.name = undefined;
      this._read();
    }
    NetBrDev.prototype._read = function() {
      this.name = this._io.readBytes(16);
    }

    return NetBrDev;
  })();

  var NetConntrack = CptNetwork.NetConntrack = (function() {
    function NetConntrack(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.tuples = this.status = this.timeout = this.index = this.ctHelper = this.natHelper = this.pad1 = this.protoData = this.helpData = this.initialized = this.numManips = this.natManips = this.natSeq = this.masqIndex = this.id = this.mark = this.pad2 = undefined;
      this._read();
    }
    NetConntrack.prototype._read = function() {
      this.tuples = [];
      for (var i = 0; i < 2; i++) {
        this.tuples.push(new Tuple(this._io, this, this._root, this.hdrlen == 232));
      }
      this.status = this._io.readU8le();
      this.timeout = this._io.readU8le();
      this.index = this._io.readU4le();
      this.ctHelper = this._io.readU1();
      this.natHelper = this._io.readU1();
      this.pad1 = this._io.readU2le();
      this.protoData = [];
      for (var i = 0; i < (this.hdrlen == 232 ? 16 : 12); i++) {
        this.protoData.push(this._io.readU4le());
      }
      this.helpData = [];
      for (var i = 0; i < (this.hdrlen == 232 ? 8 : (this.hdrlen == 280 ? 4 : 6)); i++) {
        this.helpData.push(this._io.readU4le());
      }
      if (this.hdrlen != 232) {
        this.initialized = this._io.readU4le();
      }
      if (this.hdrlen != 232) {
        this.numManips = this._io.readU4le();
      }
      if (this.hdrlen != 232) {
        this.natManips = [];
        for (var i = 0; i < 6; i++) {
          this.natManips.push(new NatManip(this._io, this, this._root));
        }
      }
      this.natSeq = [];
      for (var i = 0; i < 2; i++) {
        this.natSeq.push(new NatSeq(this._io, this, this._root));
      }
      this.masqIndex = this._io.readU4le();
      if (this.hdrlen != 280) {
        this.id = this._io.readU4le();
      }
      if (this.hdrlen != 280) {
        this.mark = this._io.readU4le();
      }
      this.pad2 = this._io.readBytes(4);
    }
    Object.defineProperty(NetConntrack.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return NetConntrack;
  })();

  var NetConntrackExpect = CptNetwork.NetConntrackExpect = (function() {
    function NetConntrackExpect(_io, _parent, _root, conntrackHdrlen) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.conntrackHdrlen = conntrackHdrlen;

      this.timeout = this.siblingConntrack = this.seqNumber = this.pad1 = this.ctTuple = this.tuple = this.mask = this.help = this.manipProto = this.dir = this.flags = this.pad2 = this.class = this.pad3 = undefined;
      this._read();
    }
    NetConntrackExpect.prototype._read = function() {
      this.timeout = this._io.readU8le();
      this.siblingConntrack = this._io.readU4le();
      if (this.isOld) {
        this.seqNumber = this._io.readU4le();
      }
      if (!(this.isOld)) {
        this.pad1 = this._io.readU4le();
      }
      if (this.isOld) {
        this.ctTuple = new Tuple(this._io, this, this._root, false);
      }
      this.tuple = new Tuple(this._io, this, this._root, !(this.isOld));
      this.mask = new Tuple(this._io, this, this._root, !(this.isOld));
      if (this.isOld) {
        this.help = [];
        for (var i = 0; i < 3; i++) {
          this.help.push(this._io.readU4le());
        }
      }
      if (this.isOld) {
        this.manipProto = this._io.readU2le();
      }
      this.dir = this._io.readU1();
      this.flags = this._io.readU1();
      if (!(this.isOld)) {
        this.pad2 = this._io.readBytes(6);
      }
      if ( ((!(this.isOld)) && (this.hdrlen >= 96)) ) {
        this.class = this._io.readU4le();
      }
      if ( ((!(this.isOld)) && (this.hdrlen >= 96)) ) {
        this.pad3 = this._io.readU4le();
      }
    }
    Object.defineProperty(NetConntrackExpect.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });
    Object.defineProperty(NetConntrackExpect.prototype, 'isOld', {
      get: function() {
        if (this._m_isOld !== undefined)
          return this._m_isOld;
        this._m_isOld = this.conntrackHdrlen != 232;
        return this._m_isOld;
      }
    });

    return NetConntrackExpect;
  })();

  var NetDevice = CptNetwork.NetDevice = (function() {
    function NetDevice(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.index = this.flags = this.name = this.mtu = this.pad = undefined;
      this._read();
    }
    NetDevice.prototype._read = function() {
      this.index = this._io.readU4le();
      this.flags = this._io.readU4le();
      this.name = this._io.readBytes(16);
      if (this.hdrlen >= 48) {
        this.mtu = this._io.readU4le();
      }
      if (this.hdrlen >= 48) {
        this.pad = this._io.readU4le();
      }
    }
    Object.defineProperty(NetDevice.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return NetDevice;
  })();

  var NetHwaddr = CptNetwork.NetHwaddr = (function() {
    function NetHwaddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.devAddr = undefined;
      this._read();
    }
    NetHwaddr.prototype._read = function() {
      this.devAddr = this._io.readBytes(32);
    }

    return NetHwaddr;
  })();

  var NetIdevCnf = CptNetwork.NetIdevCnf = (function() {
    function NetIdevCnf(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.data = undefined;
      this._read();
    }
    NetIdevCnf.prototype._read = function() {
      this.data = [];
      for (var i = 0; i < 26; i++) {
        this.data.push(this._io.readU4le());
      }
    }

    return NetIdevCnf;
  })();

  var NetIfaddr = CptNetwork.NetIfaddr = (function() {
    function NetIfaddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.index = this.family = this.masklen = this.flags = this.scope = this.address = this.peer = this.broadcast = this.label = this.validLft = this.preferedLft = undefined;
      this._read();
    }
    NetIfaddr.prototype._read = function() {
      this.index = this._io.readU4le();
      this.family = this._io.readU1();
      this.masklen = this._io.readU1();
      this.flags = this._io.readU1();
      this.scope = this._io.readU1();
      this.address = [];
      for (var i = 0; i < 4; i++) {
        this.address.push(this._io.readU4le());
      }
      this.peer = [];
      for (var i = 0; i < 4; i++) {
        this.peer.push(this._io.readU4le());
      }
      this.broadcast = [];
      for (var i = 0; i < 4; i++) {
        this.broadcast.push(this._io.readU4le());
      }
      this.label = this._io.readBytes(16);
      this.validLft = this._io.readU4le();
      this.preferedLft = this._io.readU4le();
    }

    return NetIfaddr;
  })();

  var NetIpipTunnel = CptNetwork.NetIpipTunnel = (function() {
    function NetIpipTunnel(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.tnlFlags = this.iFlags = this.oFlags = this.iKey = this.oKey = this.iphdr = this.iSeqno = this.oSeqno = this.pad = this.link = this.pad1 = undefined;
      this._read();
    }
    NetIpipTunnel.prototype._read = function() {
      this.tnlFlags = this._io.readU4le();
      this.iFlags = this._io.readU2le();
      this.oFlags = this._io.readU2le();
      this.iKey = this._io.readU4le();
      this.oKey = this._io.readU4le();
      this.iphdr = [];
      for (var i = 0; i < 5; i++) {
        this.iphdr.push(this._io.readU4le());
      }
      this.iSeqno = this._io.readU4le();
      this.oSeqno = this._io.readU4le();
      this.pad = this._io.readBytes(4);
      if (this.hdrlen >= 72) {
        this.link = this._io.readU4le();
      }
      if (this.hdrlen >= 72) {
        this.pad1 = this._io.readBytes(4);
      }
    }
    Object.defineProperty(NetIpipTunnel.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return NetIpipTunnel;
  })();

  var NetStats = CptNetwork.NetStats = (function() {
    function NetStats(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.rxPackets = this.txPackets = this.rxBytes = this.txBytes = this.rxErrors = this.txErrors = this.rxDropped = this.txDropped = this.multicast = this.collisions = this.rxLengthErrors = this.rxOverErrors = this.rxCrcErrors = this.rxFrameErrors = this.rxFifoErrors = this.rxMissedErrors = this.txAbortedErrors = this.txCarrierErrors = this.txFifoErrors = this.txHeartbeatErrors = this.txWindowErrors = this.rxCompressed = this.txCompressed = this.pad = undefined;
      this._read();
    }
    NetStats.prototype._read = function() {
      this.rxPackets = this._io.readU8le();
      this.txPackets = this._io.readU8le();
      this.rxBytes = this._io.readU8le();
      this.txBytes = this._io.readU8le();
      this.rxErrors = this._io.readU8le();
      this.txErrors = this._io.readU8le();
      this.rxDropped = this._io.readU8le();
      this.txDropped = this._io.readU8le();
      this.multicast = this._io.readU8le();
      this.collisions = this._io.readU8le();
      this.rxLengthErrors = this._io.readU8le();
      this.rxOverErrors = this._io.readU8le();
      this.rxCrcErrors = this._io.readU8le();
      this.rxFrameErrors = this._io.readU8le();
      this.rxFifoErrors = this._io.readU8le();
      this.rxMissedErrors = this._io.readU8le();
      this.txAbortedErrors = this._io.readU8le();
      this.txCarrierErrors = this._io.readU8le();
      this.txFifoErrors = this._io.readU8le();
      this.txHeartbeatErrors = this._io.readU8le();
      this.txWindowErrors = this._io.readU8le();
      this.rxCompressed = this._io.readU8le();
      this.txCompressed = this._io.readU8le();
      this.pad = [];
      for (var i = 0; i < 4; i++) {
        this.pad.push(this._io.readU8le());
      }
    }

    return NetStats;
  })();

  var NetTapFilter = CptNetwork.NetTapFilter = (function() {
    function NetTapFilter(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.count = this.mask = this.addr = this.padAt76 = undefined;
      this._read();
    }
    NetTapFilter.prototype._read = function() {
      this.count = this._io.readU4le();
      this.mask = [];
      for (var i = 0; i < 2; i++) {
        this.mask.push(this._io.readU4le());
      }
      this.addr = this._io.readBytes(48);
      this.padAt76 = this._io.readBytes(4);
    }

    return NetTapFilter;
  })();

  var NetTuntap = CptNetwork.NetTuntap = (function() {
    function NetTuntap(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.owner = this.unused = this.flags = this.bindfile = this.ifFlags = this.devAddr = this.pad = this.chrFilter = this.netFilter = undefined;
      this._read();
    }
    NetTuntap.prototype._read = function() {
      this.owner = this._io.readU4le();
      this.unused = this._io.readU4le();
      this.flags = this._io.readU8le();
      this.bindfile = this._io.readU8le();
      this.ifFlags = this._io.readU8le();
      this.devAddr = this._io.readBytes(6);
      this.pad = this._io.readU2le();
      this.chrFilter = [];
      for (var i = 0; i < 2; i++) {
        this.chrFilter.push(this._io.readU4le());
      }
      this.netFilter = [];
      for (var i = 0; i < 2; i++) {
        this.netFilter.push(this._io.readU4le());
      }
    }

    return NetTuntap;
  })();

  var NetVeth = CptNetwork.NetVeth = (function() {
    function NetVeth(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.allowMacChange = this.pad = undefined;
      this._read();
    }
    NetVeth.prototype._read = function() {
      this.allowMacChange = this._io.readU4le();
      this.pad = this._io.readU4le();
    }

    return NetVeth;
  })();

  var Openreq = CptNetwork.Openreq = (function() {
    function Openreq(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.rcvIsn = this.sntIsn = this.rmtPort = this.mss = this.family = this.retrans = this.sndWscale = this.rcvWscale = this.tstampOk = this.sackOk = this.wscaleOk = this.ecnOk = this.acked = this.pad1 = this.pad2 = this.windowClamp = this.rcvWnd = this.tsRecent = this.iif = this.expires = this.locAddr = this.rmtAddr = undefined;
      this._read();
    }
    Openreq.prototype._read = function() {
      this.rcvIsn = this._io.readU4le();
      this.sntIsn = this._io.readU4le();
      this.rmtPort = this._io.readU2le();
      this.mss = this._io.readU2le();
      this.family = this._io.readU1();
      this.retrans = this._io.readU1();
      this.sndWscale = this._io.readU1();
      this.rcvWscale = this._io.readU1();
      this.tstampOk = this._io.readU1();
      this.sackOk = this._io.readU1();
      this.wscaleOk = this._io.readU1();
      this.ecnOk = this._io.readU1();
      this.acked = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.pad2 = this._io.readU2le();
      this.windowClamp = this._io.readU4le();
      this.rcvWnd = this._io.readU4le();
      this.tsRecent = this._io.readU4le();
      this.iif = this._io.readU4le();
      this.expires = this._io.readU8le();
      this.locAddr = [];
      for (var i = 0; i < 2; i++) {
        this.locAddr.push(this._io.readU8le());
      }
      this.rmtAddr = [];
      for (var i = 0; i < 2; i++) {
        this.rmtAddr.push(this._io.readU8le());
      }
    }

    return Openreq;
  })();

  var PacketRing = CptNetwork.PacketRing = (function() {
    function PacketRing(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.tpBlockSize = this.tpBlockNr = this.tpFrameSize = this.tpFrameNr = undefined;
      this._read();
    }
    PacketRing.prototype._read = function() {
      this.tpBlockSize = this._io.readU4le();
      this.tpBlockNr = this._io.readU4le();
      this.tpFrameSize = this._io.readU4le();
      this.tpFrameNr = this._io.readU4le();
    }

    return PacketRing;
  })();

  var Skb = CptNetwork.Skb = (function() {
    function Skb(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.owner = this.queue = this.stamp = this.len = this.hspace = this.tspace = this.h = this.nh = this.mac = this.cb = this.macLen = this.csum = this.localDf = this.pktType = this.ipSummed = this.pad1 = this.priority = this.protocol = this.security = this.gsoSegs = this.gsoSize = this.gsoType = this.padAt122 = undefined;
      this._read();
    }
    Skb.prototype._read = function() {
      this.owner = this._io.readU4le();
      this.queue = this._io.readU4le();
      this.stamp = this._io.readU8le();
      this.len = this._io.readU4le();
      this.hspace = this._io.readU4le();
      this.tspace = this._io.readU4le();
      this.h = this._io.readU4le();
      this.nh = this._io.readU4le();
      this.mac = this._io.readU4le();
      this.cb = [];
      for (var i = 0; i < 5; i++) {
        this.cb.push(this._io.readU8le());
      }
      this.macLen = this._io.readU4le();
      this.csum = this._io.readU4le();
      this.localDf = this._io.readU1();
      this.pktType = this._io.readU1();
      this.ipSummed = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.priority = this._io.readU4le();
      this.protocol = this._io.readU2le();
      this.security = this._io.readU2le();
      this.gsoSegs = this._io.readU2le();
      this.gsoSize = this._io.readU2le();
      if (this.hdrlen >= 128) {
        this.gsoType = this._io.readU2le();
      }
      if (this.hdrlen >= 128) {
        this.padAt122 = this._io.readBytes(6);
      }
    }
    Object.defineProperty(Skb.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Skb;
  })();

  var SockMcaddr = CptNetwork.SockMcaddr = (function() {
    function SockMcaddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.family = this.mode = this.ifindex = this.mcaddr = undefined;
      this._read();
    }
    SockMcaddr.prototype._read = function() {
      this.family = this._io.readU2le();
      this.mode = this._io.readU2le();
      this.ifindex = this._io.readU4le();
      this.mcaddr = [];
      for (var i = 0; i < 4; i++) {
        this.mcaddr.push(this._io.readU4le());
      }
    }

    return SockMcaddr;
  })();

  var SockPacket = CptNetwork.SockPacket = (function() {
    function SockPacket(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.statsTpPackets = this.statsTpDrops = this.tpLoss = this.auxdata = this.origdev = this.pad1 = this.pad2 = this.copyThresh = this.tpVersion = this.tpReserve = this.tpTstamp = this.rxRing = this.txRing = undefined;
      this._read();
    }
    SockPacket.prototype._read = function() {
      this.statsTpPackets = this._io.readU4le();
      this.statsTpDrops = this._io.readU4le();
      this.tpLoss = this._io.readU1();
      this.auxdata = this._io.readU1();
      this.origdev = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.pad2 = this._io.readU4le();
      this.copyThresh = this._io.readU4le();
      this.tpVersion = this._io.readU4le();
      this.tpReserve = this._io.readU4le();
      this.tpTstamp = this._io.readU4le();
      this.rxRing = new PacketRing(this._io, this, this._root);
      this.txRing = new PacketRing(this._io, this, this._root);
    }

    return SockPacket;
  })();

  var SockPacketMc = CptNetwork.SockPacketMc = (function() {
    function SockPacketMc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.ifindex = this.count = this.type = this.alen = this.addr = this.padAt60 = undefined;
      this._read();
    }
    SockPacketMc.prototype._read = function() {
      this.ifindex = this._io.readU4le();
      this.count = this._io.readU4le();
      this.type = this._io.readU2le();
      this.alen = this._io.readU2le();
      this.addr = this._io.readBytes(32);
      this.padAt60 = this._io.readBytes(4);
    }

    return SockPacketMc;
  })();

  var Socket = CptNetwork.Socket = (function() {
    function Socket(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.file = this.parent = this.index = this.ssflags = this.type = this.family = this.sstate = this.passcred = this.state = this.reuse = this.zapped = this.shutdown = this.userlocks = this.noCheck = this.debug = this.rcvtstamp = this.localroute = this.protocol = this.err = this.errSoft = this.maxAckBacklog = this.pad1 = this.priority = this.rcvlowat = this.boundDevIf = this.rcvtimeo = this.sndtimeo = this.rcvbuf = this.sndbuf = this.flags = this.lingertime = this.peerPid = this.peerUid = this.peerGid = this.laddrlen = this.laddr = this.raddrlen = this.raddr = this.peer = this.socketpair = this.sockflags = this.pad4 = this.pad5 = this.stamp = this.daddr = this.dport = this.sport = this.saddr = this.rcvSaddr = this.ucTtl = this.tos = this.cmsgFlags = this.mcIndex = this.mcAddr = this.hdrincl = this.mcTtl = this.mcLoop = this.pmtudisc = this.recverr = this.freebind = this.idcounter = this.corkFlags = this.corkFragsize = this.corkLength = this.corkAddr = this.corkSaddr = this.corkDaddr = this.corkOif = this.udpPending = this.udpCorkflag = this.udpEncap = this.udpLen = this.pad7 = this.saddr6 = this.rcvSaddr6 = this.daddr6 = this.flowLabel6 = this.fragSize6 = this.hopLimit6 = this.mcastHops6 = this.mcastOif6 = this.rxopt6 = this.mcLoop6 = this.recverr6 = this.sndflow6 = this.pmtudisc6 = this.ipv6only6 = this.mapped = this.pad8 = this.predFlags = this.rcvNxt = this.sndNxt = this.sndUna = this.sndSml = this.rcvTstamp = this.lsndtime = this.tcpHeaderLen = this.ackPending = this.quick = this.pingpong = this.blocked = this.pad9 = this.pad10 = this.ato = this.ackTimeout = this.lrcvtime = this.lastSegSize = this.rcvMss = this.sndWl1 = this.sndWnd = this.maxWindow = this.pmtuCookie = this.mssCache = this.mssCacheStd = this.mssClamp = this.extHeaderLen = this.ext2HeaderLen = this.caState = this.retransmits = this.reordering = this.frtoCounter = this.frtoHighmark = this.advCong = this.deferAccept = this.backoff = this.pad11 = this.srtt = this.mdev = this.mdevMax = this.rttvar = this.rttSeq = this.rto = this.packetsOut = this.leftOut = this.retransOut = this.sndSsthresh = this.sndCwnd = this.sndCwndCnt = this.sndCwndClamp = this.sndCwndUsed = this.sndCwndStamp = this.timeout = this.kaTimeout = this.rcvWnd = this.rcvWup = this.writeSeq = this.pushedSeq = this.copiedSeq = this.tstampOk = this.wscaleOk = this.sackOk = this.sawTstamp = this.sndWscale = this.rcvWscale = this.nonagle = this.keepaliveProbes = this.rcvTsval = this.rcvTsecr = this.tsRecent = this.tsRecentStamp = this.userMss = this.dsack = this.unused = this.sackArray = this.windowClamp = this.rcvSsthresh = this.probesOut = this.numSacks = this.advmss = this.synRetries = this.ecnFlags = this.priorSsthresh = this.lostOut = this.sackedOut = this.facketsOut = this.highSeq = this.retransStamp = this.undoMarker = this.undoRetrans = this.urgSeq = this.urgData = this.pending = this.unused2 = this.sndUp = this.keepaliveTime = this.keepaliveIntvl = this.linger2 = this.rcvrttRtt = this.rcvrttSeq = this.rcvrttTime = this.pad12 = this.iMode = this.pad13 = this.pad14 = this.iUid = this.iGid = this.dAlias = this.dAliaslen = this.pad15 = this.padAt1044 = undefined;
      this._read();
    }
    Socket.prototype._read = function() {
      this.file = this._io.readU8le();
      this.parent = this._io.readU4le();
      this.index = this._io.readU4le();
      this.ssflags = this._io.readU8le();
      this.type = this._io.readU2le();
      this.family = this._io.readU2le();
      this.sstate = this._io.readU1();
      this.passcred = this._io.readU1();
      this.state = this._io.readU1();
      this.reuse = this._io.readU1();
      this.zapped = this._io.readU1();
      this.shutdown = this._io.readU1();
      this.userlocks = this._io.readU1();
      this.noCheck = this._io.readU1();
      this.debug = this._io.readU1();
      this.rcvtstamp = this._io.readU1();
      this.localroute = this._io.readU1();
      this.protocol = this._io.readU1();
      this.err = this._io.readU4le();
      this.errSoft = this._io.readU4le();
      this.maxAckBacklog = this._io.readU2le();
      this.pad1 = this._io.readU2le();
      this.priority = this._io.readU4le();
      this.rcvlowat = this._io.readU4le();
      this.boundDevIf = this._io.readU4le();
      this.rcvtimeo = this._io.readU8le();
      this.sndtimeo = this._io.readU8le();
      this.rcvbuf = this._io.readU4le();
      this.sndbuf = this._io.readU4le();
      this.flags = this._io.readU8le();
      this.lingertime = this._io.readU8le();
      this.peerPid = this._io.readU4le();
      this.peerUid = this._io.readU4le();
      this.peerGid = this._io.readU4le();
      this.laddrlen = this._io.readU4le();
      this.laddr = [];
      for (var i = 0; i < 32; i++) {
        this.laddr.push(this._io.readU4le());
      }
      this.raddrlen = this._io.readU4le();
      this.raddr = [];
      for (var i = 0; i < 32; i++) {
        this.raddr.push(this._io.readU4le());
      }
      this.peer = this._io.readU4le();
      this.socketpair = this._io.readU1();
      this.sockflags = this._io.readU1();
      this.pad4 = this._io.readU2le();
      this.pad5 = this._io.readU4le();
      this.stamp = this._io.readU8le();
      this.daddr = this._io.readU4le();
      this.dport = this._io.readU2le();
      this.sport = this._io.readU2le();
      this.saddr = this._io.readU4le();
      this.rcvSaddr = this._io.readU4le();
      this.ucTtl = this._io.readU4le();
      this.tos = this._io.readU4le();
      this.cmsgFlags = this._io.readU4le();
      this.mcIndex = this._io.readU4le();
      this.mcAddr = this._io.readU4le();
      this.hdrincl = this._io.readU1();
      this.mcTtl = this._io.readU1();
      this.mcLoop = this._io.readU1();
      this.pmtudisc = this._io.readU1();
      this.recverr = this._io.readU1();
      this.freebind = this._io.readU1();
      this.idcounter = this._io.readU2le();
      this.corkFlags = this._io.readU4le();
      this.corkFragsize = this._io.readU4le();
      this.corkLength = this._io.readU4le();
      this.corkAddr = this._io.readU4le();
      this.corkSaddr = this._io.readU4le();
      this.corkDaddr = this._io.readU4le();
      this.corkOif = this._io.readU4le();
      this.udpPending = this._io.readU4le();
      this.udpCorkflag = this._io.readU4le();
      this.udpEncap = this._io.readU2le();
      this.udpLen = this._io.readU2le();
      this.pad7 = this._io.readU4le();
      this.saddr6 = [];
      for (var i = 0; i < 2; i++) {
        this.saddr6.push(this._io.readU8le());
      }
      this.rcvSaddr6 = [];
      for (var i = 0; i < 2; i++) {
        this.rcvSaddr6.push(this._io.readU8le());
      }
      this.daddr6 = [];
      for (var i = 0; i < 2; i++) {
        this.daddr6.push(this._io.readU8le());
      }
      this.flowLabel6 = this._io.readU4le();
      this.fragSize6 = this._io.readU4le();
      this.hopLimit6 = this._io.readU4le();
      this.mcastHops6 = this._io.readU4le();
      this.mcastOif6 = this._io.readU4le();
      this.rxopt6 = this._io.readU1();
      this.mcLoop6 = this._io.readU1();
      this.recverr6 = this._io.readU1();
      this.sndflow6 = this._io.readU1();
      this.pmtudisc6 = this._io.readU1();
      this.ipv6only6 = this._io.readU1();
      this.mapped = this._io.readU1();
      this.pad8 = this._io.readU1();
      this.predFlags = this._io.readU4le();
      this.rcvNxt = this._io.readU4le();
      this.sndNxt = this._io.readU4le();
      this.sndUna = this._io.readU4le();
      this.sndSml = this._io.readU4le();
      this.rcvTstamp = this._io.readU4le();
      this.lsndtime = this._io.readU4le();
      this.tcpHeaderLen = this._io.readU1();
      this.ackPending = this._io.readU1();
      this.quick = this._io.readU1();
      this.pingpong = this._io.readU1();
      this.blocked = this._io.readU1();
      this.pad9 = this._io.readU1();
      this.pad10 = this._io.readU2le();
      this.ato = this._io.readU4le();
      this.ackTimeout = this._io.readU4le();
      this.lrcvtime = this._io.readU4le();
      this.lastSegSize = this._io.readU2le();
      this.rcvMss = this._io.readU2le();
      this.sndWl1 = this._io.readU4le();
      this.sndWnd = this._io.readU4le();
      this.maxWindow = this._io.readU4le();
      this.pmtuCookie = this._io.readU4le();
      this.mssCache = this._io.readU4le();
      this.mssCacheStd = this._io.readU2le();
      this.mssClamp = this._io.readU2le();
      this.extHeaderLen = this._io.readU2le();
      this.ext2HeaderLen = this._io.readU2le();
      this.caState = this._io.readU1();
      this.retransmits = this._io.readU1();
      this.reordering = this._io.readU1();
      this.frtoCounter = this._io.readU1();
      this.frtoHighmark = this._io.readU4le();
      this.advCong = this._io.readU1();
      this.deferAccept = this._io.readU1();
      this.backoff = this._io.readU1();
      this.pad11 = this._io.readU1();
      this.srtt = this._io.readU4le();
      this.mdev = this._io.readU4le();
      this.mdevMax = this._io.readU4le();
      this.rttvar = this._io.readU4le();
      this.rttSeq = this._io.readU4le();
      this.rto = this._io.readU4le();
      this.packetsOut = this._io.readU4le();
      this.leftOut = this._io.readU4le();
      this.retransOut = this._io.readU4le();
      this.sndSsthresh = this._io.readU4le();
      this.sndCwnd = this._io.readU4le();
      this.sndCwndCnt = this._io.readU2le();
      this.sndCwndClamp = this._io.readU2le();
      this.sndCwndUsed = this._io.readU4le();
      this.sndCwndStamp = this._io.readU4le();
      this.timeout = this._io.readU4le();
      this.kaTimeout = this._io.readU4le();
      this.rcvWnd = this._io.readU4le();
      this.rcvWup = this._io.readU4le();
      this.writeSeq = this._io.readU4le();
      this.pushedSeq = this._io.readU4le();
      this.copiedSeq = this._io.readU4le();
      this.tstampOk = this._io.readU1();
      this.wscaleOk = this._io.readU1();
      this.sackOk = this._io.readU1();
      this.sawTstamp = this._io.readU1();
      this.sndWscale = this._io.readU1();
      this.rcvWscale = this._io.readU1();
      this.nonagle = this._io.readU1();
      this.keepaliveProbes = this._io.readU1();
      this.rcvTsval = this._io.readU4le();
      this.rcvTsecr = this._io.readU4le();
      this.tsRecent = this._io.readU4le();
      this.tsRecentStamp = this._io.readU8le();
      this.userMss = this._io.readU2le();
      this.dsack = this._io.readU1();
      this.unused = this._io.readU1();
      this.sackArray = [];
      for (var i = 0; i < 10; i++) {
        this.sackArray.push(this._io.readU4le());
      }
      this.windowClamp = this._io.readU4le();
      this.rcvSsthresh = this._io.readU4le();
      this.probesOut = this._io.readU1();
      this.numSacks = this._io.readU1();
      this.advmss = this._io.readU2le();
      this.synRetries = this._io.readU1();
      this.ecnFlags = this._io.readU1();
      this.priorSsthresh = this._io.readU2le();
      this.lostOut = this._io.readU4le();
      this.sackedOut = this._io.readU4le();
      this.facketsOut = this._io.readU4le();
      this.highSeq = this._io.readU4le();
      this.retransStamp = this._io.readU4le();
      this.undoMarker = this._io.readU4le();
      this.undoRetrans = this._io.readU4le();
      this.urgSeq = this._io.readU4le();
      this.urgData = this._io.readU2le();
      this.pending = this._io.readU1();
      this.unused2 = this._io.readU1();
      this.sndUp = this._io.readU4le();
      this.keepaliveTime = this._io.readU4le();
      this.keepaliveIntvl = this._io.readU4le();
      this.linger2 = this._io.readU4le();
      this.rcvrttRtt = this._io.readU4le();
      this.rcvrttSeq = this._io.readU4le();
      this.rcvrttTime = this._io.readU4le();
      this.pad12 = this._io.readU4le();
      if (this.hdrlen >= 920) {
        this.iMode = this._io.readU2le();
      }
      if (this.hdrlen >= 920) {
        this.pad13 = this._io.readU2le();
      }
      if (this.hdrlen >= 920) {
        this.pad14 = this._io.readU4le();
      }
      if (this.hdrlen >= 928) {
        this.iUid = this._io.readU4le();
      }
      if (this.hdrlen >= 928) {
        this.iGid = this._io.readU4le();
      }
      if (this.hdrlen >= 1048) {
        this.dAlias = [];
        for (var i = 0; i < 27; i++) {
          this.dAlias.push(this._io.readU4le());
        }
      }
      if (this.hdrlen >= 1048) {
        this.dAliaslen = this._io.readU4le();
      }
      if (this.hdrlen >= 1048) {
        this.pad15 = this._io.readU4le();
      }
      if (this.hdrlen >= 1048) {
        this.padAt1044 = this._io.readBytes(4);
      }
    }
    Object.defineProperty(Socket.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Socket;
  })();

  var Tuple = CptNetwork.Tuple = (function() {
    function Tuple(_io, _parent, _root, hasL3num) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.hasL3num = hasL3num;

      this.src = this.srcport = this.pad1 = this.dst = this.dstport = this.protonum = this.dir = this.l3num = this.pad2 = undefined;
      this._read();
    }
    Tuple.prototype._read = function() {
      this.src = this._io.readU4le();
      this.srcport = this._io.readU2le();
      this.pad1 = this._io.readU2le();
      this.dst = this._io.readU4le();
      this.dstport = this._io.readU2le();
      this.protonum = this._io.readU1();
      this.dir = this._io.readU1();
      if (this.hasL3num) {
        this.l3num = this._io.readU2le();
      }
      if (this.hasL3num) {
        this.pad2 = this._io.readBytes(6);
      }
    }

    return Tuple;
  })();

  return CptNetwork;
})();
CptNetwork_.CptNetwork = CptNetwork;
});
});

load('CptTask', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptCommon'));
  } else {
    factory(root.CptTask || (root.CptTask = {}), root.KaitaiStream, root.CptCommon || (root.CptCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptTask_, KaitaiStream, CptCommon_) {
var CptTask = (function() {
  function CptTask(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptTask.prototype._read = function() {
  }

  var Ia64Regs = CptTask.Ia64Regs = (function() {
    function Ia64Regs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.gr = this.fr = this.br = this.nat = this.arBspstore = this.numRegs = this.loadrs = this.arBsp = this.arUnat = this.arPfs = this.arCcv = this.arFpsr = this.arCsd = this.arSsd = this.arEc = this.arLc = this.arRsc = this.arRnat = this.crIip = this.crIpsr = this.cfm = this.pr = this.ibr = this.dbr = undefined;
      this._read();
    }
    Ia64Regs.prototype._read = function() {
      this.gr = [];
      for (var i = 0; i < 128; i++) {
        this.gr.push(this._io.readU8le());
      }
      this.fr = [];
      for (var i = 0; i < 256; i++) {
        this.fr.push(this._io.readU8le());
      }
      this.br = [];
      for (var i = 0; i < 8; i++) {
        this.br.push(this._io.readU8le());
      }
      this.nat = [];
      for (var i = 0; i < 2; i++) {
        this.nat.push(this._io.readU8le());
      }
      this.arBspstore = this._io.readU8le();
      this.numRegs = this._io.readU8le();
      this.loadrs = this._io.readU8le();
      this.arBsp = this._io.readU8le();
      this.arUnat = this._io.readU8le();
      this.arPfs = this._io.readU8le();
      this.arCcv = this._io.readU8le();
      this.arFpsr = this._io.readU8le();
      this.arCsd = this._io.readU8le();
      this.arSsd = this._io.readU8le();
      this.arEc = this._io.readU8le();
      this.arLc = this._io.readU8le();
      this.arRsc = this._io.readU8le();
      this.arRnat = this._io.readU8le();
      this.crIip = this._io.readU8le();
      this.crIpsr = this._io.readU8le();
      this.cfm = this._io.readU8le();
      this.pr = this._io.readU8le();
      this.ibr = [];
      for (var i = 0; i < 8; i++) {
        this.ibr.push(this._io.readU8le());
      }
      this.dbr = [];
      for (var i = 0; i < 8; i++) {
        this.dbr.push(this._io.readU8le());
      }
    }

    return Ia64Regs;
  })();

  var PosixTimer = CptTask.PosixTimer = (function() {
    function PosixTimer(_io, _parent, _root, osArch) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.osArch = osArch;

      this.timerId = this.timerClock = this.timerOverrun = this.timerOverrunLast = this.timerSignalPending = this.pad1 = this.timerInterval = this.timerValue = this.sigevValue = this.sigevSigno = this.sigevNotify = this.sigevNotifyTid = this.pad2 = this.dumpTime = this.padEnd = undefined;
      this._read();
    }
    PosixTimer.prototype._read = function() {
      this.timerId = this._io.readU4le();
      this.timerClock = this._io.readU4le();
      this.timerOverrun = this._io.readU4le();
      this.timerOverrunLast = this._io.readU4le();
      this.timerSignalPending = this._io.readU4le();
      if ( ((this.osArch != CptCommon_.CptCommon.OsArch.I386) || (this.hdrlen >= 88)) ) {
        this.pad1 = this._io.readU4le();
      }
      this.timerInterval = this._io.readU8le();
      this.timerValue = this._io.readU8le();
      this.sigevValue = this._io.readU8le();
      this.sigevSigno = this._io.readU4le();
      this.sigevNotify = this._io.readU4le();
      if (this.hdrlen >= 88) {
        this.sigevNotifyTid = this._io.readU4le();
      }
      if (this.hdrlen >= 88) {
        this.pad2 = this._io.readU4le();
      }
      if (this.hdrlen >= 88) {
        this.dumpTime = this._io.readU8le();
      }
      if ( ((this.hdrlen < 88) && (this.osArch == CptCommon_.CptCommon.OsArch.I386)) ) {
        this.padEnd = this._io.readU4le();
      }
    }
    Object.defineProperty(PosixTimer.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return PosixTimer;
  })();

  var RestartBlock = CptTask.RestartBlock = (function() {
    function RestartBlock(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.fn = this.arg0 = this.arg1 = this.arg2 = this.arg3 = undefined;
      this._read();
    }
    RestartBlock.prototype._read = function() {
      this.fn = this._io.readU8le();
      this.arg0 = this._io.readU8le();
      this.arg1 = this._io.readU8le();
      this.arg2 = this._io.readU8le();
      this.arg3 = this._io.readU8le();
    }

    return RestartBlock;
  })();

  var Sigaltstack = CptTask.Sigaltstack = (function() {
    function Sigaltstack(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.stack = this.stacksize = this.pad1 = undefined;
      this._read();
    }
    Sigaltstack.prototype._read = function() {
      this.stack = this._io.readU8le();
      this.stacksize = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Sigaltstack;
  })();

  var Sighandler = CptTask.Sighandler = (function() {
    function Sighandler(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.signo = this.pad1 = this.handler = this.restorer = this.flags = this.mask = undefined;
      this._read();
    }
    Sighandler.prototype._read = function() {
      this.signo = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.handler = this._io.readU8le();
      this.restorer = this._io.readU8le();
      this.flags = this._io.readU8le();
      this.mask = this._io.readU8le();
    }

    return Sighandler;
  })();

  var Siginfo = CptTask.Siginfo = (function() {
    function Siginfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.qflags = this.signo = this.errno = this.code = this.sigval = this.pid = this.uid = this.utime = this.stime = this.user = this.sifields = this.sifield28 = this.pad1 = undefined;
      this._read();
    }
    Siginfo.prototype._read = function() {
      this.qflags = this._io.readU4le();
      this.signo = this._io.readU4le();
      this.errno = this._io.readU4le();
      this.code = this._io.readU4le();
      this.sigval = this._io.readU8le();
      this.pid = this._io.readU4le();
      this.uid = this._io.readU4le();
      this.utime = this._io.readU8le();
      this.stime = this._io.readU8le();
      this.user = this._io.readU8le();
      if (this.hdrlen >= 184) {
        this.sifields = [];
        for (var i = 0; i < 28; i++) {
          this.sifields.push(this._io.readU4le());
        }
      }
      if (this.hdrlen >= 192) {
        this.sifield28 = this._io.readU4le();
      }
      if (this.hdrlen >= 192) {
        this.pad1 = this._io.readU4le();
      }
    }
    Object.defineProperty(Siginfo.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Siginfo;
  })();

  var SignalStruct = CptTask.SignalStruct = (function() {
    function SignalStruct(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.leader = this.pgrpType = this.oldPgrpType = this.sessionType = this.pad1 = this.pgrp = this.oldPgrp = this.session = this.sigpending = this.ctty = this.currTarget = this.groupExit = this.groupExitCode = this.groupExitTask = this.notifyCount = this.groupStopCount = this.stopState = this.pad2 = this.utime = this.stime = this.cutime = this.cstime = this.nvcsw = this.nivcsw = this.cnvcsw = this.cnivcsw = this.minFlt = this.majFlt = this.cminFlt = this.cmajFlt = this.rlimCur = this.rlimMax = this.flags = undefined;
      this._read();
    }
    SignalStruct.prototype._read = function() {
      this.leader = this._io.readU4le();
      this.pgrpType = this._io.readU1();
      this.oldPgrpType = this._io.readU1();
      this.sessionType = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.pgrp = this._io.readU8le();
      this.oldPgrp = this._io.readU8le();
      this.session = this._io.readU8le();
      this.sigpending = this._io.readU8le();
      this.ctty = this._io.readU8le();
      this.currTarget = this._io.readU4le();
      this.groupExit = this._io.readU4le();
      this.groupExitCode = this._io.readU4le();
      this.groupExitTask = this._io.readU4le();
      this.notifyCount = this._io.readU4le();
      this.groupStopCount = this._io.readU4le();
      this.stopState = this._io.readU4le();
      this.pad2 = this._io.readU4le();
      this.utime = this._io.readU8le();
      this.stime = this._io.readU8le();
      this.cutime = this._io.readU8le();
      this.cstime = this._io.readU8le();
      this.nvcsw = this._io.readU8le();
      this.nivcsw = this._io.readU8le();
      this.cnvcsw = this._io.readU8le();
      this.cnivcsw = this._io.readU8le();
      this.minFlt = this._io.readU8le();
      this.majFlt = this._io.readU8le();
      this.cminFlt = this._io.readU8le();
      this.cmajFlt = this._io.readU8le();
      this.rlimCur = [];
      for (var i = 0; i < 16; i++) {
        this.rlimCur.push(this._io.readU8le());
      }
      this.rlimMax = [];
      for (var i = 0; i < 16; i++) {
        this.rlimMax.push(this._io.readU8le());
      }
      if (this.hdrlen >= 456) {
        this.flags = this._io.readU8le();
      }
    }
    Object.defineProperty(SignalStruct.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return SignalStruct;
  })();

  var Task = CptTask.Task = (function() {
    function Task(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.state = this.flags = this.ptrace = this.prio = this.staticPrio = this.policy = this.rtPriority = this.execDomain = this.thrflags = this.thrstatus = this.addrLimit = this.personality = this.mm = this.files = this.fs = this.signal = this.sighand = this.sigblocked = this.sigrblocked = this.sigpending = this.namespace = this.sysvsemUndo = this.pid = this.tgid = this.ppid = this.rppid = this.pgrp = this.session = this.oldPgrp = this.pad = this.leader = this.pnState = this.stoppedState = this.sigsuspendState = this.is64bit = this.setTid = this.clearTid = this.exitCode = this.exitSignal = this.pdeathSignal = this.user = this.uid = this.euid = this.suid = this.fsuid = this.gid = this.egid = this.sgid = this.fsgid = this.ngids = this.gids = this.prctlUac = this.prctlFpemu = this.pad1 = this.ecap = this.icap = this.pcap = this.comm = this.tls = this.restart = this.itRealValue = this.itRealIncr = this.itProfValue = this.itProfIncr = this.itVirtValue = this.itVirtIncr = this.usedMath = this.keepcap = this.didExec = this.ptraceMessage = this.utime = this.stime = this.starttime = this.nvcsw = this.nivcsw = this.minFlt = this.majFlt = this.sigsuspendBlocked = this.cutime = this.cstime = this.cnvcsw = this.cnivcsw = this.cminFlt = this.cmajFlt = this.rlimCur = this.rlimMax = this.taskUb = this.execUb = this.mmUb = this.forkSub = this.posixTimers = this.bcap = undefined;
      this._read();
    }
    Task.prototype._read = function() {
      this.state = this._io.readU8le();
      this.flags = this._io.readU8le();
      this.ptrace = this._io.readU8le();
      this.prio = this._io.readU4le();
      this.staticPrio = this._io.readU4le();
      this.policy = this._io.readU4le();
      this.rtPriority = this._io.readU4le();
      this.execDomain = this._io.readU8le();
      this.thrflags = this._io.readU8le();
      this.thrstatus = this._io.readU8le();
      this.addrLimit = this._io.readU8le();
      this.personality = this._io.readU8le();
      this.mm = this._io.readU8le();
      this.files = this._io.readU8le();
      this.fs = this._io.readU8le();
      this.signal = this._io.readU8le();
      this.sighand = this._io.readU8le();
      this.sigblocked = this._io.readU8le();
      this.sigrblocked = this._io.readU8le();
      this.sigpending = this._io.readU8le();
      this.namespace = this._io.readU8le();
      this.sysvsemUndo = this._io.readU8le();
      this.pid = this._io.readU4le();
      this.tgid = this._io.readU4le();
      this.ppid = this._io.readU4le();
      this.rppid = this._io.readU4le();
      this.pgrp = this._io.readU4le();
      this.session = this._io.readU4le();
      this.oldPgrp = this._io.readU4le();
      this.pad = this._io.readU4le();
      this.leader = this._io.readU4le();
      this.pnState = this._io.readU1();
      this.stoppedState = this._io.readU1();
      this.sigsuspendState = this._io.readU1();
      this.is64bit = this._io.readU1();
      this.setTid = this._io.readU8le();
      this.clearTid = this._io.readU8le();
      this.exitCode = this._io.readU4le();
      this.exitSignal = this._io.readU4le();
      this.pdeathSignal = this._io.readU4le();
      this.user = this._io.readU4le();
      this.uid = this._io.readU4le();
      this.euid = this._io.readU4le();
      this.suid = this._io.readU4le();
      this.fsuid = this._io.readU4le();
      this.gid = this._io.readU4le();
      this.egid = this._io.readU4le();
      this.sgid = this._io.readU4le();
      this.fsgid = this._io.readU4le();
      this.ngids = this._io.readU4le();
      this.gids = [];
      for (var i = 0; i < 32; i++) {
        this.gids.push(this._io.readU4le());
      }
      this.prctlUac = this._io.readU1();
      this.prctlFpemu = this._io.readU1();
      this.pad1 = this._io.readU2le();
      this.ecap = this._io.readU8le();
      this.icap = this._io.readU8le();
      this.pcap = this._io.readU8le();
      this.comm = this._io.readBytes(16);
      this.tls = [];
      for (var i = 0; i < 3; i++) {
        this.tls.push(this._io.readU8le());
      }
      this.restart = new RestartBlock(this._io, this, this._root);
      this.itRealValue = this._io.readU8le();
      this.itRealIncr = this._io.readU8le();
      this.itProfValue = this._io.readU8le();
      this.itProfIncr = this._io.readU8le();
      this.itVirtValue = this._io.readU8le();
      this.itVirtIncr = this._io.readU8le();
      this.usedMath = this._io.readU2le();
      this.keepcap = this._io.readU1();
      this.didExec = this._io.readU1();
      this.ptraceMessage = this._io.readU4le();
      this.utime = this._io.readU8le();
      this.stime = this._io.readU8le();
      this.starttime = this._io.readU8le();
      this.nvcsw = this._io.readU8le();
      this.nivcsw = this._io.readU8le();
      this.minFlt = this._io.readU8le();
      this.majFlt = this._io.readU8le();
      this.sigsuspendBlocked = this._io.readU8le();
      this.cutime = this._io.readU8le();
      this.cstime = this._io.readU8le();
      this.cnvcsw = this._io.readU8le();
      this.cnivcsw = this._io.readU8le();
      this.cminFlt = this._io.readU8le();
      this.cmajFlt = this._io.readU8le();
      this.rlimCur = [];
      for (var i = 0; i < 16; i++) {
        this.rlimCur.push(this._io.readU8le());
      }
      this.rlimMax = [];
      for (var i = 0; i < 16; i++) {
        this.rlimMax.push(this._io.readU8le());
      }
      this.taskUb = this._io.readU8le();
      this.execUb = this._io.readU8le();
      this.mmUb = this._io.readU8le();
      this.forkSub = this._io.readU8le();
      if (this.hdrlen >= 984) {
        this.posixTimers = this._io.readU8le();
      }
      if (this.hdrlen >= 992) {
        this.bcap = this._io.readU8le();
      }
    }
    Object.defineProperty(Task.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Task;
  })();

  var TaskAux = CptTask.TaskAux = (function() {
    function TaskAux(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.robustList = this.future = undefined;
      this._read();
    }
    TaskAux.prototype._read = function() {
      this.robustList = this._io.readU8le();
      this.future = [];
      for (var i = 0; i < 16; i++) {
        this.future.push(this._io.readU8le());
      }
    }

    return TaskAux;
  })();

  var X8664Regs = CptTask.X8664Regs = (function() {
    function X8664Regs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.debugreg = this.fsbase = this.gsbase = this.fsindex = this.gsindex = this.ds = this.es = this.r15 = this.r14 = this.r13 = this.r12 = this.rbp = this.rbx = this.r11 = this.r10 = this.r9 = this.r8 = this.rax = this.rcx = this.rdx = this.rsi = this.rdi = this.origRax = this.rip = this.cs = this.eflags = this.rsp = this.ss = undefined;
      this._read();
    }
    X8664Regs.prototype._read = function() {
      this.debugreg = [];
      for (var i = 0; i < 8; i++) {
        this.debugreg.push(this._io.readU8le());
      }
      this.fsbase = this._io.readU8le();
      this.gsbase = this._io.readU8le();
      this.fsindex = this._io.readU4le();
      this.gsindex = this._io.readU4le();
      this.ds = this._io.readU4le();
      this.es = this._io.readU4le();
      this.r15 = this._io.readU8le();
      this.r14 = this._io.readU8le();
      this.r13 = this._io.readU8le();
      this.r12 = this._io.readU8le();
      this.rbp = this._io.readU8le();
      this.rbx = this._io.readU8le();
      this.r11 = this._io.readU8le();
      this.r10 = this._io.readU8le();
      this.r9 = this._io.readU8le();
      this.r8 = this._io.readU8le();
      this.rax = this._io.readU8le();
      this.rcx = this._io.readU8le();
      this.rdx = this._io.readU8le();
      this.rsi = this._io.readU8le();
      this.rdi = this._io.readU8le();
      this.origRax = this._io.readU8le();
      this.rip = this._io.readU8le();
      this.cs = this._io.readU8le();
      this.eflags = this._io.readU8le();
      this.rsp = this._io.readU8le();
      this.ss = this._io.readU8le();
    }

    return X8664Regs;
  })();

  var X86Regs = CptTask.X86Regs = (function() {
    function X86Regs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.debugreg = this.fs = this.gs = this.ebx = this.ecx = this.edx = this.esi = this.edi = this.ebp = this.eax = this.xds = this.xes = this.origEax = this.eip = this.xcs = this.eflags = this.esp = this.xss = this.ugs = undefined;
      this._read();
    }
    X86Regs.prototype._read = function() {
      this.debugreg = [];
      for (var i = 0; i < 8; i++) {
        this.debugreg.push(this._io.readU4le());
      }
      this.fs = this._io.readU4le();
      this.gs = this._io.readU4le();
      this.ebx = this._io.readU4le();
      this.ecx = this._io.readU4le();
      this.edx = this._io.readU4le();
      this.esi = this._io.readU4le();
      this.edi = this._io.readU4le();
      this.ebp = this._io.readU4le();
      this.eax = this._io.readU4le();
      this.xds = this._io.readU4le();
      this.xes = this._io.readU4le();
      this.origEax = this._io.readU4le();
      this.eip = this._io.readU4le();
      this.xcs = this._io.readU4le();
      this.eflags = this._io.readU4le();
      this.esp = this._io.readU4le();
      this.xss = this._io.readU4le();
      this.ugs = this._io.readU4le();
    }

    return X86Regs;
  })();

  return CptTask;
})();
CptTask_.CptTask = CptTask;
});
});

load('CptImage', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptNetwork', './CptFiles', './CptIpc', './CptTask', './CptCommon', './CptMemory', './CptContainer'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptNetwork'), require('./CptFiles'), require('./CptIpc'), require('./CptTask'), require('./CptCommon'), require('./CptMemory'), require('./CptContainer'));
  } else {
    factory(root.CptImage || (root.CptImage = {}), root.KaitaiStream, root.CptNetwork || (root.CptNetwork = {}), root.CptFiles || (root.CptFiles = {}), root.CptIpc || (root.CptIpc = {}), root.CptTask || (root.CptTask = {}), root.CptCommon || (root.CptCommon = {}), root.CptMemory || (root.CptMemory = {}), root.CptContainer || (root.CptContainer = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptImage_, KaitaiStream, CptNetwork_, CptFiles_, CptIpc_, CptTask_, CptCommon_, CptMemory_, CptContainer_) {
var CptImage = (function() {
  function CptImage(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this.header = this.sections = undefined;
    this._read();
  }
  CptImage.prototype._read = function() {
    this.header = new MajorHeader(this._io, this, this._root);
    this.sections = [];
    var i = 0;
    while (!this._io.isEof()) {
      this.sections.push(new Section(this._io, this, this._root));
      i++;
    }
  }

  var AnyObject = CptImage.AnyObject = (function() {
    function AnyObject(_io, _parent, _root, parentObject, parentHdrlen) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.parentObject = parentObject;
      this.parentHdrlen = parentHdrlen;

      this.header = this._raw_fixed = this.fixed = this._raw_content = this.content = undefined;
      this._read();
    }
    AnyObject.prototype._read = function() {
      this.header = new ObjectHeader(this._io, this, this._root);
      switch (this.kind) {
      case CptCommon_.CptCommon.ObjectType.AIO_CONTEXT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.AioContext(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.BITS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptCommon_.CptCommon.Bits(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.CGROUP:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.Cgroup(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.COPYPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Copypages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.EPOLL:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Epoll(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.EPOLL_FILE:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.EpollFile(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.EVENTFD:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Eventfd(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.FILE:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.File(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.FILEDESC:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Filedesc(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.FILES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Files(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.FLOCK:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Flock(_io__raw_fixed, null, null, this._root.header.fixed.osArch);
        break;
      case CptCommon_.CptCommon.ObjectType.FS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Fs(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.IA64_REGS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Ia64Regs(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.INODE:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Inode(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Inotify(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY_EVENT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.InotifyEvent(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY_WATCH:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.InotifyWatch(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.ITERPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Iterpages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.ITERYOUNGPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Iterpages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.LASTSIGINFO:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Siginfo(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.LAZYPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Lazypages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.MM:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Mm(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NAME:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptCommon_.CptCommon.Name(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_BR:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetBr(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_BR_DEV:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetBrDev(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_CONNTRACK:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetConntrack(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_CONNTRACK_EXPECT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetConntrackExpect(_io__raw_fixed, null, null, this.parentHdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_DEVICE:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetDevice(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_HWADDR:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetHwaddr(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_IDEV_CNF:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetIdevCnf(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_IFADDR:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetIfaddr(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_IPIP_TUNNEL:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetIpipTunnel(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_STATS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetStats(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_TAP_FILTER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetTapFilter(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_TUNTAP:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetTuntap(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_VETH:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetVeth(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.OPENREQ:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.Openreq(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.PAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Pages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.POSIX_TIMER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.PosixTimer(_io__raw_fixed, null, null, this._root.header.fixed.osArch);
        break;
      case CptCommon_.CptCommon.ObjectType.REF:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptCommon_.CptCommon.Ref(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.REMAPPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Remappages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGALTSTACK:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Sigaltstack(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGHANDLER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Sighandler(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGINFO:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Siginfo(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGNAL_STRUCT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.SignalStruct(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SKB:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.Skb(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SKFILTER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptCommon_.CptCommon.Bits(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SLM_REGOBJ:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.SlmRegobj(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SLM_SGREG:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.SlmSgreg(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCK_MCADDR:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.SockMcaddr(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCK_PACKET:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.SockPacket(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCK_PACKET_MC:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.SockPacketMc(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCKET:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.Socket(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSV_SEM:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.SysvSem(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSV_SHM:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.SysvShm(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVMSG:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.Sysvmsg(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVMSG_MSG:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.SysvmsgMsg(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVSEM_UNDO_REC:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.SysvsemUndoRec(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.TASK:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Task(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.TASK_AUX:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.TaskAux(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.TIMERFD:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Timerfd(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.TRAILER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new MajorTail(_io__raw_fixed, this, this._root);
        break;
      case CptCommon_.CptCommon.ObjectType.TTY:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Tty(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.UBC:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.Ubc(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.VEINFO:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.Veinfo(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.VFSMOUNT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Vfsmount(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.VMA:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Vma(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.VSYSCALL:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Pages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.X86_64_REGS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.X8664Regs(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.X86_REGS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.X86Regs(_io__raw_fixed, null, null);
        break;
      default:
        this.fixed = this._io.readBytes(this.header.hdrlen - 16);
        break;
      }
      switch (this.kind) {
      case CptCommon_.CptCommon.ObjectType.CGROUP:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new CgroupContent(_io__raw_content, this, this._root);
        break;
      case CptCommon_.CptCommon.ObjectType.CGROUPS:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.EPOLL:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.FILE:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.FILES:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.FS:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.INODE:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY_WATCH:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.MM:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NAMESPACE:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_BR:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_CONNTRACK:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_DEVICE:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_TUNTAP:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.POSIX_TIMER_LIST:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGHAND_STRUCT:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGNAL_STRUCT:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SKB:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCK_PACKET:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCKET:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVMSG:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVSEM_UNDO:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.TASK:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.TTY:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.VFSMOUNT:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.VMA:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      default:
        this.content = this._io.readBytes(this.header.next - this.header.hdrlen);
        break;
      }
    }
    Object.defineProperty(AnyObject.prototype, 'kind', {
      get: function() {
        if (this._m_kind !== undefined)
          return this._m_kind;
        this._m_kind = ( ((this.header.object == CptCommon_.CptCommon.ObjectType.MOUNT_DATA) && (this.parentObject == CptCommon_.CptCommon.ObjectType.POSIX_TIMER_LIST))  ? CptCommon_.CptCommon.ObjectType.POSIX_TIMER : this.header.object);
        return this._m_kind;
      }
    });

    return AnyObject;
  })();

  var CgroupContent = CptImage.CgroupContent = (function() {
    function CgroupContent(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.name = this.pids = undefined;
      this._read();
    }
    CgroupContent.prototype._read = function() {
      if (this.startsWithName) {
        this.name = new AnyObject(this._io, this, this._root, CptCommon_.CptCommon.ObjectType.CGROUP, 0);
      }
      if (!(this._io.isEof())) {
        this.pids = [];
        var i = 0;
        do {
          var _ = this._io.readU4le();
          this.pids.push(_);
          i++;
        } while (!( ((_ == 0) || (this._io.size - this._io.pos < 4)) ));
      }
    }
    Object.defineProperty(CgroupContent.prototype, 'firstObject', {
      get: function() {
        if (this._m_firstObject !== undefined)
          return this._m_firstObject;
        if (this._io.size >= 16) {
          var _pos = this._io.pos;
          this._io.seek(8);
          this._m_firstObject = this._io.readU4le();
          this._io.seek(_pos);
        }
        return this._m_firstObject;
      }
    });
    Object.defineProperty(CgroupContent.prototype, 'startsWithName', {
      get: function() {
        if (this._m_startsWithName !== undefined)
          return this._m_startsWithName;
        this._m_startsWithName =  ((this._io.size >= 16) && (this.firstObject == CptCommon_.CptCommon.ObjectType.NAME)) ;
        return this._m_startsWithName;
      }
    });

    return CgroupContent;
  })();

  var ImageHeader = CptImage.ImageHeader = (function() {
    function ImageHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.imageVersion = this.osArch = this.pad1 = this.veFeatures = this.veFeatures2 = this.pagesize = this.hz = this.startJiffies64 = this.startSec = this.startNsec = this.cpuCaps = this.kernelConfig = this.iptablesMask = undefined;
      this._read();
    }
    ImageHeader.prototype._read = function() {
      this.imageVersion = this._io.readU2le();
      this.osArch = this._io.readU2le();
      this.pad1 = this._io.readU2le();
      this.veFeatures = this._io.readU4le();
      this.veFeatures2 = this._io.readU4le();
      this.pagesize = this._io.readU2le();
      this.hz = this._io.readU2le();
      this.startJiffies64 = this._io.readU8le();
      this.startSec = this._io.readU4le();
      this.startNsec = this._io.readU4le();
      this.cpuCaps = [];
      for (var i = 0; i < 4; i++) {
        this.cpuCaps.push(this._io.readU4le());
      }
      this.kernelConfig = [];
      for (var i = 0; i < 4; i++) {
        this.kernelConfig.push(this._io.readU4le());
      }
      this.iptablesMask = this._io.readU8le();
    }

    return ImageHeader;
  })();

  var MajorHeader = CptImage.MajorHeader = (function() {
    function MajorHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.signature = this.hdrlen = this._raw_fixed = this.fixed = undefined;
      this._read();
    }
    MajorHeader.prototype._read = function() {
      this.signature = this._io.readBytes(4);
      this.hdrlen = this._io.readU2le();
      this._raw_fixed = this._io.readBytes(this.hdrlen - 6);
      var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
      this.fixed = new ImageHeader(_io__raw_fixed, this, this._root);
    }

    return MajorHeader;
  })();

  var MajorTail = CptImage.MajorTail = (function() {
    function MajorTail(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.lazypages = this.num64bit = this.sections = this.nsect = this.signature = undefined;
      this._read();
    }
    MajorTail.prototype._read = function() {
      this.lazypages = this._io.readU4le();
      this.num64bit = this._io.readU4le();
      this.sections = [];
      for (var i = 0; i < 27; i++) {
        this.sections.push(this._io.readU8le());
      }
      this.nsect = this._io.readU4le();
      this.signature = this._io.readBytes(4);
    }

    return MajorTail;
  })();

  var ObjectHeader = CptImage.ObjectHeader = (function() {
    function ObjectHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.next = this.object = this.hdrlen = this.content = undefined;
      this._read();
    }
    ObjectHeader.prototype._read = function() {
      this.next = this._io.readU8le();
      this.object = this._io.readU4le();
      this.hdrlen = this._io.readU2le();
      this.content = this._io.readU2le();
    }

    return ObjectHeader;
  })();

  var ObjectList = CptImage.ObjectList = (function() {
    function ObjectList(_io, _parent, _root, parentObject, parentHdrlen) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.parentObject = parentObject;
      this.parentHdrlen = parentHdrlen;

      this.entries = undefined;
      this._read();
    }
    ObjectList.prototype._read = function() {
      this.entries = [];
      var i = 0;
      while (!this._io.isEof()) {
        this.entries.push(new AnyObject(this._io, this, this._root, this.parentObject, this.parentHdrlen));
        i++;
      }
    }

    return ObjectList;
  })();

  var Section = CptImage.Section = (function() {
    function Section(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.header = this._raw_objects = this.objects = undefined;
      this._read();
    }
    Section.prototype._read = function() {
      this.header = new SectionHeader(this._io, this, this._root);
      this._raw_objects = this._io.readBytes(this.header.next - this.header.hdrlen);
      var _io__raw_objects = new KaitaiStream(this._raw_objects);
      this.objects = new ObjectList(_io__raw_objects, this, this._root, 0, 0);
    }

    return Section;
  })();

  var SectionHeader = CptImage.SectionHeader = (function() {
    function SectionHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.next = this.section = this.hdrlen = this.align = this.extra = undefined;
      this._read();
    }
    SectionHeader.prototype._read = function() {
      this.next = this._io.readU8le();
      this.section = this._io.readU4le();
      this.hdrlen = this._io.readU2le();
      this.align = this._io.readU2le();
      this.extra = this._io.readBytes(this.hdrlen - 16);
    }

    return SectionHeader;
  })();

  return CptImage;
})();
CptImage_.CptImage = CptImage;
});
});

export const CptCommon: any = modules.CptCommon.CptCommon;
export const CptContainer: any = modules.CptContainer.CptContainer;
export const CptFiles: any = modules.CptFiles.CptFiles;
export const CptIpc: any = modules.CptIpc.CptIpc;
export const CptMemory: any = modules.CptMemory.CptMemory;
export const CptNetwork: any = modules.CptNetwork.CptNetwork;
export const CptTask: any = modules.CptTask.CptTask;
export const CptImage: any = modules.CptImage.CptImage;
