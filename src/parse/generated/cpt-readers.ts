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
/**
 * Numbers shared by all CPT objects, and the three small objects (BITS, REF, NAME) that occur in many
 * sections. Enumerations of kernel values list what all kernels have in common; other values occur.
 */

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

  /**
   * Raw bytes, an object found in TASK (kernel stack, FPU state), MM (LDT), SKB (packet), TTY (input), INODE
   * (pipe content) and SNMP_STATS (u32 counters). The header's content code tells the kind. The object
   * SKFILTER inside SOCKET has the same form and holds a classic BPF program.
   */

  var Bits = CptCommon.Bits = (function() {
    function Bits(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Number of bytes of content in use; padding to a file position that is a multiple of 8 may follow.
     * Absent in SNMP_STATS, where the content runs to the end of the object.
     */

    return Bits;
  })();

  /**
   * A text, usually a path. Content: the bytes, ended by a zero byte and padded with zeros to a file
   * position that is a multiple of 8. Found in FILE, INODE, VFSMOUNT, CGROUPS, CGROUP, UTSNAME, NET_IPTABLES
   * and INOTIFY. With content code DATA (kernels from 042stab054) the content is the tar archive of a tmpfs.
   */

  var Name = CptCommon.Name = (function() {
    function Name(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Length of the tar archive without padding. Absent (`hdrlen` 16) for texts and older archives.
     */

    return Name;
  })();

  /**
   * Reference from the INODE of a terminal device to its TTY object. It has no content.
   */

  var Ref = CptCommon.Ref = (function() {
    function Ref(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Ref.prototype._read = function() {
      this.pos = this._io.readU8le();
    }

    /**
     * Position of the TTY object.
     */

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
/**
 * Fixed parts of the container record, beancounters, control groups and the resource manager objects.
 */

var CptContainer = (function() {
  function CptContainer(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptContainer.prototype._read = function() {
  }

  /**
   * One control group directory, an object inside CGROUPS. Content: NAME with the directory name (absent for
   * the root), then the u32 pids of the members, ended by 0 and not padded. From kernel 042stab061.
   */

  var Cgroup = CptContainer.Cgroup = (function() {
    function Cgroup(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Running number of the control group in the image.
     */

    /**
     * `index` of the parent, which stands earlier; -1 for the root of a hierarchy.
     */

    /**
     * Set bits are added to uncleared memory, so other bits are stale.
     */

    return Cgroup;
  })();

  /**
   * A member of a group of a closed resource manager, an object of the SLM_REGOBJS section. No public kernel
   * writes or reads it; the meaning is inferred.
   */

  var SlmRegobj = CptContainer.SlmRegobj = (function() {
    function SlmRegobj(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SlmRegobj.prototype._read = function() {
      this.size = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    /**
     * Length of the data of the manager.
     */

    return SlmRegobj;
  })();

  /**
   * A group of a closed resource manager, an object of the SLM_SGREGS section. No public kernel writes or
   * reads it; the meaning of the fields is inferred from their names.
   */

  var SlmSgreg = CptContainer.SlmSgreg = (function() {
    function SlmSgreg(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Length of the data of the manager.
     */

    /**
     * Number of the group.
     */

    /**
     * Number of the resource.
     */

    /**
     * Name of the group, ended by a zero byte.
     */

    return SlmSgreg;
  })();

  /**
   * One beancounter, the account of a container's resources; an object of the UBC section. It has no
   * content. Parents stand before their children. The header's content code ARRAY says that `ub_resources`
   * and `ub_flags` are valid; with VOID (2.6.18, 2.6.26) they are stale and 24 resources are stored. Images
   * of versions 0x000, 0x100 and 0x200 have values that restore ignores.
   */

  var Ubc = CptContainer.Ubc = (function() {
    function Ubc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Position of the parent beancounter; 2^64-1 for the top one. A beancounter must not name itself.
     */

    /**
     * Number of the beancounter inside its parent; 0 for the top one.
     */

    /**
     * Number of resources stored; 24, or 25 from RHEL6 kernels. Stale in 2.6.18 and 2.6.26 images. A
     * kernel that knows less refuses the image.
     */

    /**
     * Bit 0 says that no stored copies are there. Stale in 2.6.18 and 2.6.26 images.
     */

    /**
     * Entry 2i is the current state and entry 2i+1 the stored copy of resource i, as numbered by the
     * enumeration `ub_resource`. Entries of unused numbers and missing stored copies are stale. 2.6.18
     * only counts physpages, so a limit of 0 there means nothing; RHEL6 enforces it.
     */

    return Ubc;
  })();

  /**
   * Limits and counters of one resource in a beancounter. Resources named *pages count pages, *size and *buf
   * count bytes, num* count objects. 2^64-1 = no limit.
   */

  var Ubparm = CptContainer.Ubparm = (function() {
    function Ubparm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Soft limit, or guarantee for the *guarpages resources.
     */

    /**
     * Hard limit.
     */

    /**
     * Amount in use; 2^64-1 in the current copy, where use starts anew with the restored objects.
     */

    /**
     * Highest amount in use so far.
     */

    /**
     * Lowest amount in use so far.
     */

    /**
     * Number of refused charges.
     */

    return Ubparm;
  })();

  /**
   * Limits and clocks of the container, the only object of the VEINFO section. It has no content. Restore
   * fails without it.
   */

  var Veinfo = CptContainer.Veinfo = (function() {
    function Veinfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Largest shared memory segment allowed (SHMMAX). 0 stands for 2^32-1, and 2^32-1 for anything above.
     * 2.6.18-028stab056 leaves it stale unless the limit is above 2^32-1, yet installs it on restore.
     */

    /**
     * Shared memory allowed in total (SHMALL). 0 stands for 2^32-1. Left stale by 2.6.18-028stab056 like
     * `shm_ctl_max`.
     */

    /**
     * Number of shared memory segments allowed (SHMMNI).
     */

    /**
     * Size of a message allowed (MSGMAX).
     */

    /**
     * Number of message queues allowed (MSGMNI).
     */

    /**
     * Default size of a message queue (MSGMNB).
     */

    /**
     * Semaphore limits in this order; semaphores per set (SEMMSL), semaphores in total (SEMMNS),
     * operations per call (SEMOPM), sets in total (SEMMNI).
     */

    /**
     * Age of the container on the monotonic clock at the dump. Restore sets the start of the container
     * this far before the moment of its creation.
     */

    /**
     * The same age in jiffies of the writing kernel.
     */

    /**
     * Pid given out last; new pids are searched from here. 0 = lowest free pid. From 2.6.26 (`hdrlen`
     * 144).
     */

    /**
     * Setting of address randomisation plus 1; 0 = keep the default of the kernel. Written by 2.6.32,
     * stale or zero before.
     */

    /**
     * Limit for pids in the container; used when it is not 0 and below the limit of the kernel. Written
     * from kernel 042stab061, 0 before.
     */

    /**
     * Age of the container on the boot time clock, which counts suspended time. 0 = absent,
     * `start_timespec_delta` counts. Written from kernel 042stab061.
     */

    /**
     * Zero, for later use.
     */

    /**
     * Limit for asynchronous requests in the container. From kernel 042stab108 (`hdrlen` 152 or more).
     */

    /**
     * Capabilities that tasks of the container can have at all. From kernel 042stab108 (`hdrlen` 160);
     * without it the effective capabilities of the init task are the bound.
     */

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
/**
 * Fixed parts of the objects in the FILES, FILES_STRUCT, FS, INODE, NAMESPACE, TTY, EPOLL and INOTIFY
 * sections.
 */

var CptFiles = (function() {
  function CptFiles(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptFiles.prototype._read = function() {
  }

  /**
   * One epoll instance, an object of the EPOLL section, which is written only when there is one. Content:
   * EPOLL_FILE objects.
   */

  var Epoll = CptFiles.Epoll = (function() {
    function Epoll(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Epoll.prototype._read = function() {
      this.file = this._io.readU8le();
    }

    /**
     * Position of the FILE of the instance.
     */

    return Epoll;
  })();

  /**
   * One watched file of an epoll instance, an object inside EPOLL. It has no content.
   */

  var EpollFile = CptFiles.EpollFile = (function() {
    function EpollFile(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Position of the watched FILE.
     */

    /**
     * Descriptor number under which the file was added.
     */

    /**
     * Events that are watched for.
     */

    /**
     * Value that epoll_wait hands to the program.
     */

    /**
     * Events that were found last; 0 in all real images.
     */

    /**
     * 1 when the file is in the list of ready files.
     */

    return EpollFile;
  })();

  /**
   * State of an eventfd, an object inside FILE. It has no content. From kernel 042stab061.
   */

  var Eventfd = CptFiles.Eventfd = (function() {
    function Eventfd(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Eventfd.prototype._read = function() {
      this.count = this._io.readU8le();
      this.flags = this._io.readU4le();
      this.padAt28 = this._io.readBytes(4);
    }

    /**
     * Current value of the counter.
     */

    /**
     * Flags of eventfd2, as open flags; bit 0 = semaphore mode.
     */

    return Eventfd;
  })();

  /**
   * One open file (struct file), an object of the FILES section; also inside FS (root, current and
   * alternative root directory) and inside INOTIFY_WATCH (the watched path). Content: NAME with the path
   * (absent for sockets), then TIMERFD or EVENTFD, then FLOCK objects. Each object here must be used by some
   * reference, else restore takes it for a shared memory segment.
   */

  var File = CptFiles.File = (function() {
    function File(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Flags of open and fcntl.
     */

    /**
     * Access mode of the open file. Bits above 0x20 are private to the writing kernel.
     */

    /**
     * Current offset in the file; a negative number in two's complement is not refused.
     */

    /**
     * User id of the opener.
     */

    /**
     * Group id of the opener.
     */

    /**
     * File type and permission bits of the inode (st_mode).
     */

    /**
     * What the path stands for and how it is restored.
     */

    /**
     * Position of the INODE for deleted files and for all but regular files and directories; 2^64-1 =
     * reopen by path.
     */

    /**
     * Depends on the file. Terminal: position of the TTY. Socket: `index` of the SOCKET. Signalfd: the
     * signal mask. Epoll and inotify: an inode number, not read on restore. Others: 2^64-1.
     */

    /**
     * Descriptor number registered for asynchronous notice (FASYNC); 2^32-1 = none.
     */

    /**
     * Pid that gets signals of this file; 0 = nobody or a task outside. 2.6.18 stores what its pid mapping
     * gives.
     */

    /**
     * User id of the task that set the owner.
     */

    /**
     * Effective user id of the task that set the owner.
     */

    /**
     * Signal sent instead of SIGIO; 0 = SIGIO.
     */

    /**
     * Position of the VFSMOUNT in which the path is looked up; 2^64-1 = from the root directory, never
     * write 0. From kernel 042stab061 (`hdrlen` 96).
     */

    return File;
  })();

  /**
   * One entry of a descriptor table, an object inside FILES; inside SKB a file that travels with a packet.
   * It has no content.
   */

  var Filedesc = CptFiles.Filedesc = (function() {
    function Filedesc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Filedesc.prototype._read = function() {
      this.fd = this._io.readU4le();
      this.flags = this._io.readU4le();
      this.file = this._io.readU8le();
    }

    /**
     * Descriptor number, must be below `max_fds` of the table (a larger one crashes the kernel). In SKB
     * the running number of the passed file.
     */

    /**
     * Bit 0 = close on exec. 0 in SKB.
     */

    /**
     * Position of the FILE.
     */

    return Filedesc;
  })();

  /**
   * One descriptor table, an object of the FILES_STRUCT section. Content: its FILEDESC objects. Tasks share
   * a table when their `files` fields hold the same position.
   */

  var Files = CptFiles.Files = (function() {
    function Files(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Files.prototype._read = function() {
      this.index = this._io.readU4le();
      this.maxFds = this._io.readU4le();
      this.nextFd = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    /**
     * Running number of the table; `owner` of POSIX locks refers to it.
     */

    /**
     * Size of the table; the restored table is grown to it.
     */

    /**
     * Lowest descriptor number that may be free.
     */

    return Files;
  })();

  /**
   * One file lock, an object inside FILE. It has no content.
   */

  var Flock = CptFiles.Flock = (function() {
    function Flock(_io, _parent, _root, osArch) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.osArch = osArch;

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

    /**
     * `index` of the descriptor table that owns a POSIX lock; 2^32-1 for a lock of flock(2).
     */

    /**
     * Pid of the task that set the lock; 0 for a lock of flock(2) whose setter is outside the container.
     */

    /**
     * First byte of the range.
     */

    /**
     * Last byte of the range, included; 2^63-1 = to the end of the file.
     */

    /**
     * Kernel flags of the lock, and marks of the image from bit 16 on.
     */

    /**
     * Kind of the lock.
     */

    /**
     * Number of the lock owner towards the NFS server (inferred); 2^32-1 = none. From kernel 042stab061
     * (`hdrlen` 56).
     */

    /**
     * Number of the lock state towards the NFS server (inferred). Left stale unless the lock is marked
     * `delayed`. From kernel 042stab109 (`hdrlen` 64).
     */

    return Flock;
  })();

  /**
   * Root and current directory of tasks, an object of the FS section. Content: FILE of the root directory,
   * FILE of the current directory and, up to 2.6.18, FILE of an alternative root. Tasks share it like a
   * descriptor table.
   */

  var Fs = CptFiles.Fs = (function() {
    function Fs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Fs.prototype._read = function() {
      this.umask = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    /**
     * Permission bits that new files do not get.
     */

    return Fs;
  })();

  /**
   * State of an inode that cannot be found again by path alone, an object of the INODE section. Content:
   * NAME with another path of a deleted file; else SYSV_SHM for a segment, then PAGES (RHEL6 also
   * ITERPAGES); BITS for bytes in a pipe; REF for a terminal. The content of ordinary files is not in the
   * image.
   */

  var Inode = CptFiles.Inode = (function() {
    function Inode(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Number of the file system's device, kernel coding (major * 2^20 + minor).
     */

    /**
     * Inode number; the segment id for System V shared memory.
     */

    /**
     * File type and permission bits (st_mode).
     */

    /**
     * Number of names; 0 for a deleted file without another name.
     */

    /**
     * User id of the owner.
     */

    /**
     * Group id of the owner.
     */

    /**
     * Device number of a device file, kernel coding.
     */

    /**
     * Size of the file; holes and the end behind the last page follow from it.
     */

    /**
     * Preferred block size (st_blksize).
     */

    /**
     * Time of the last access, wall clock since 1970.
     */

    /**
     * Time of the last change of content, wall clock since 1970.
     */

    /**
     * Time of the last change of the inode, wall clock since 1970.
     */

    /**
     * Disk space in use, in units of 512 bytes (st_blocks).
     */

    /**
     * Magic number of the file system type, as statfs reports it.
     */

    /**
     * Position of the VFSMOUNT that holds the inode; 2^64-1 = none, never write 0. From kernel 042stab061
     * (`hdrlen` 120).
     */

    return Inode;
  })();

  /**
   * One inotify instance, an object of the INOTIFY section, which is written only when there is one.
   * Content: INOTIFY_WATCH objects, then (2.6.18) INOTIFY_EVENT objects.
   */

  var Inotify = CptFiles.Inotify = (function() {
    function Inotify(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Inotify.prototype._read = function() {
      this.file = this._io.readU8le();
      this.user = this._io.readU4le();
      this.maxEvents = this._io.readU4le();
      this.lastWd = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    /**
     * Position of the FILE of the instance.
     */

    /**
     * User id that is charged for the instance.
     */

    /**
     * Number of events that the queue may hold.
     */

    /**
     * Number of the watch made last. RHEL6 kernels write `max_events` here by mistake.
     */

    return Inotify;
  })();

  /**
   * One event that was not read yet, an object inside INOTIFY. Content: the name of the file in the watched
   * directory. Only 2.6.18 kernels write it; RHEL6 kernels skip it.
   */

  var InotifyEvent = CptFiles.InotifyEvent = (function() {
    function InotifyEvent(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    InotifyEvent.prototype._read = function() {
      this.wd = this._io.readU4le();
      this.mask = this._io.readU4le();
      this.cookie = this._io.readU4le();
      this.namelen = this._io.readU4le();
    }

    /**
     * Number of the watch that the event belongs to.
     */

    /**
     * What has happened.
     */

    /**
     * Joins the two events of a rename; 0 for other events.
     */

    /**
     * Length of the name, padding included; 0 = no name.
     */

    return InotifyEvent;
  })();

  /**
   * One watch of an inotify instance, an object inside INOTIFY. Content: FILE with the watched path.
   */

  var InotifyWatch = CptFiles.InotifyWatch = (function() {
    function InotifyWatch(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    InotifyWatch.prototype._read = function() {
      this.wd = this._io.readU4le();
      this.mask = this._io.readU4le();
    }

    /**
     * Number of the watch in its instance.
     */

    /**
     * Events that are watched for. 2.6.32 kernels store their own mask, which has further bits set.
     */

    return InotifyWatch;
  })();

  /**
   * State of a timerfd, an object inside FILE. It has no content. From kernel 042stab061.
   */

  var Timerfd = CptFiles.Timerfd = (function() {
    function Timerfd(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Timerfd.prototype._read = function() {
      this.itValue = this._io.readU8le();
      this.itInterval = this._io.readU8le();
      this.ticks = this._io.readU8le();
      this.expired = this._io.readU4le();
      this.clockid = this._io.readU4le();
    }

    /**
     * Time left until the timer expires; 0 = not armed.
     */

    /**
     * Period; 0 = once.
     */

    /**
     * Number of expirations that were not read yet.
     */

    /**
     * 1 when the timer has expired and is not armed again.
     */

    /**
     * Clock of the timer.
     */

    return Timerfd;
  })();

  /**
   * One end of a terminal, an object of the TTY section. Content: BITS with unread input (absent when there
   * is none). Both ends of a pseudo terminal pair are objects. RHEL6 kernels (042stab088 and later) also
   * store virtual consoles, which restore reopens by path without their state.
   */

  var Tty = CptFiles.Tty = (function() {
    function Tty(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * State bits of the writing kernel (TTY_*). 2.6.18 restores all but three of them, RHEL6 only
     * exclusive use, hardware cooking and the lock of the pair.
     */

    /**
     * `index` of the other end of the pair; 2^32-1 = none.
     */

    /**
     * Number of the terminal, 0 for /dev/pts/0. Both ends have the same number.
     */

    /**
     * Kind of the driver; 4 for pseudo terminals.
     */

    /**
     * Kind within the driver; for pseudo terminals 1 is the master and 2 the slave.
     */

    /**
     * Flags of the driver (TTY_DRIVER_*). The bit for devpts makes restore open the pair by way of
     * /dev/ptmx.
     */

    /**
     * 1 when the master is in packet mode.
     */

    /**
     * 1 when output is stopped.
     */

    /**
     * 1 when output is stopped by a modem line.
     */

    /**
     * 1 when flow control has stopped the output.
     */

    /**
     * Number of complete lines in the input.
     */

    /**
     * End of the last complete line as a distance from the first unread byte; a signed 32-bit number.
     */

    /**
     * Column in which the current input line began.
     */

    /**
     * Current column of the cursor.
     */

    /**
     * Pending status bits of packet mode (TIOCPKT_*).
     */

    /**
     * 1 while erased characters are being echoed.
     */

    /**
     * 1 when the next input character is taken literally.
     */

    /**
     * 1 when input is handed out in lines.
     */

    /**
     * 1 when input is passed on unprocessed.
     */

    /**
     * 1 when the driver passes on input unprocessed, too.
     */

    /**
     * 1 while the terminal is being closed.
     */

    /**
     * Number of characters that wake a reader.
     */

    /**
     * Foreground process group; 0 = none, 2^32-1 = unknown. RHEL6 keeps the number of a group without a
     * process, 2.6.18 drops it.
     */

    /**
     * Session that the terminal controls; 0 = none.
     */

    /**
     * Line discipline; 0 is the normal one.
     */

    /**
     * Name of the terminal in the kernel, for example pts0.
     */

    /**
     * Height of the window in characters.
     */

    /**
     * Width of the window in characters.
     */

    /**
     * Height of the window in pixels.
     */

    /**
     * Width of the window in pixels.
     */

    /**
     * Control characters (termios c_cc); only the first 19 are used.
     */

    /**
     * Input modes (termios c_iflag).
     */

    /**
     * Output modes (termios c_oflag).
     */

    /**
     * Control modes (termios c_cflag).
     */

    /**
     * Local modes (termios c_lflag).
     */

    /**
     * Bit n of this bit field is set when byte n of the input buffer ends a line.
     */

    return Tty;
  })();

  /**
   * One mount, an object inside NAMESPACE; parents, peers and masters first. Content: NAME objects with
   * device, mount point and file system type; with the flag `bind` NAME with the source; the tar archive of
   * a tmpfs; with `delayfs` the mount data.
   */

  var Vfsmount = CptFiles.Vfsmount = (function() {
    function Vfsmount(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Kernel flags of the mount in the low half, marks of the image in the high half.
     */

    /**
     * Flags of the file system as the writing kernel has them; the low bits are those of mount(2).
     */

    /**
     * Position of the mount that a bind mount takes its files from; 2^64-1 = none. For a cgroup file
     * system it is the `index` of a CGROUP instead of a position. From kernel 042stab061 (`hdrlen` 56).
     */

    /**
     * Position of the mount that this one is mounted in; 2^64-1 for the root. From kernel 042stab061.
     */

    /**
     * Position of a mount of the same peer group; 2^64-1 = none. From kernel 042stab061.
     */

    /**
     * Position of the master of a slave mount; 2^64-1 = none. From kernel 042stab061.
     */

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
/**
 * Fixed parts of semaphore sets, undo records, message queues, messages and shared memory segments.
 */

var CptIpc = (function() {
  function CptIpc(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptIpc.prototype._read = function() {
  }

  /**
   * One set of System V semaphores, an object of the SYSV_SEM section. Content: a pair of u32 for each
   * semaphore, its value and the pid that changed it last; next - hdrlen must be exactly 8 times their
   * number.
   */

  var SysvSem = CptIpc.SysvSem = (function() {
    function SysvSem(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Key of the set; 0 is private.
     */

    /**
     * User id of the owner.
     */

    /**
     * Group id of the owner.
     */

    /**
     * User id of the creator.
     */

    /**
     * Group id of the creator.
     */

    /**
     * Permission bits.
     */

    /**
     * Sequence number of the slot, id div 32768. 2.6.18 builds the restored id from it.
     */

    /**
     * Identifier, 32768 * seq + slot. Restore of 2^32-1 (-1) crashes the kernel.
     */

    /**
     * Time of the last operation since 1970; 0 = never.
     */

    /**
     * Time of creation or of the last change, since 1970.
     */

    return SysvSem;
  })();

  /**
   * One System V shared memory segment, the first object inside the INODE that holds its pages. It has no
   * content. There is no section of its own; segments that nobody has attached are stored the same way.
   */

  var SysvShm = CptIpc.SysvShm = (function() {
    function SysvShm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Key of the segment; 0 is private. A removed but attached segment has key 0.
     */

    /**
     * User id of the owner.
     */

    /**
     * Group id of the owner.
     */

    /**
     * User id of the creator.
     */

    /**
     * Group id of the creator.
     */

    /**
     * Permission bits, with 01000 for removed (freed with the last detach) and 02000 for locked in memory.
     */

    /**
     * Sequence number of the slot, id div 32768. Not read on restore.
     */

    /**
     * Identifier, 32768 * seq + slot; equals the inode number of its INODE. Restore of 2^32-1 (-1) crashes
     * the kernel.
     */

    /**
     * User id that is charged for a locked segment; 2^32-1 = none.
     */

    /**
     * Size of the segment. 0 and sizes above the container's limit are refused.
     */

    /**
     * Time of the last attach since 1970; 0 = never. Changes when tasks attach during the restore.
     */

    /**
     * Time of creation or of the last change of owner or mode, since 1970.
     */

    /**
     * Time of the last detach since 1970; 0 = never. Changes during the restore like `atime`.
     */

    /**
     * Pid of the creator.
     */

    /**
     * Pid of the last task that attached or detached; 0 = none. Changes during the restore like `atime`.
     */

    return SysvShm;
  })();

  /**
   * One System V message queue, an object of the SYSV_MSG section. Content: its messages in order.
   */

  var Sysvmsg = CptIpc.Sysvmsg = (function() {
    function Sysvmsg(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Key of the queue; 0 is private.
     */

    /**
     * User id of the owner.
     */

    /**
     * Group id of the owner.
     */

    /**
     * User id of the creator.
     */

    /**
     * Group id of the creator.
     */

    /**
     * Permission bits.
     */

    /**
     * Sequence number of the slot, id div 32768. 2.6.18 builds the restored id from it.
     */

    /**
     * Identifier, 32768 * seq + slot. Restore of 2^32-1 (-1) crashes the kernel.
     */

    /**
     * Time of the last send since 1970; 0 = never.
     */

    /**
     * Time of the last receive since 1970; 0 = never.
     */

    /**
     * Time of creation or of the last change, since 1970.
     */

    /**
     * Pid of the last sender; 0 = none.
     */

    /**
     * Pid of the last receiver; 0 = none.
     */

    /**
     * Maximum number of bytes that the queue may hold.
     */

    return Sysvmsg;
  })();

  /**
   * One message, an object inside SYSVMSG. Content: exactly `size` bytes of text, not padded, so that what
   * follows may be at any position.
   */

  var SysvmsgMsg = CptIpc.SysvmsgMsg = (function() {
    function SysvmsgMsg(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SysvmsgMsg.prototype._read = function() {
      this.type = this._io.readU8le();
      this.size = this._io.readU8le();
    }

    /**
     * Type of the message, a positive number chosen by the sender.
     */

    /**
     * Length of the text; 0 is possible.
     */

    return SysvmsgMsg;
  })();

  /**
   * Adjustments that a task makes to one semaphore set at its exit, an object inside SYSVSEM_UNDO. Content:
   * one signed 16-bit adjustment per semaphore, not padded, so that what follows may be at any position.
   */

  var SysvsemUndoRec = CptIpc.SysvsemUndoRec = (function() {
    function SysvsemUndoRec(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SysvsemUndoRec.prototype._read = function() {
      this.id = this._io.readU4le();
      this.nsem = this._io.readU4le();
    }

    /**
     * Identifier of the semaphore set, which must exist.
     */

    /**
     * Number of adjustments; must equal the number of semaphores of the set.
     */

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
/**
 * Fixed parts of the objects in the MM section. Each type starts after the 16-byte object header;
 * `hdrlen` in conditions is the header length that the writing kernel stored.
 */

var CptMemory = (function() {
  function CptMemory(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptMemory.prototype._read = function() {
  }

  /**
   * One context for asynchronous input and output, an object inside MM. It has no content; the ring is
   * ordinary memory of the process.
   */

  var AioContext = CptMemory.AioContext = (function() {
    function AioContext(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    AioContext.prototype._read = function() {
      this.maxReqs = this._io.readU4le();
      this.ringPages = this._io.readU4le();
      this.tail = this._io.readU4le();
      this.nr = this._io.readU4le();
      this.mmapBase = this._io.readU8le();
    }

    /**
     * Number of requests that io_setup was called for.
     */

    /**
     * Size of the ring; must equal what the restoring kernel computes for `max_reqs`.
     */

    /**
     * Next entry of the ring that the kernel fills.
     */

    /**
     * Number of entries of the ring; must equal what the restoring kernel computes.
     */

    /**
     * Address of the ring, which is also the context handle of the program.
     */

    return AioContext;
  })();

  /**
   * A run of pages shared copy-on-write with another address space, an object inside VMA. It has no content.
   */

  var Copypages = CptMemory.Copypages = (function() {
    function Copypages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Copypages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.source = this._io.readU8le();
    }

    /**
     * First address.
     */

    /**
     * Address behind the run.
     */

    /**
     * Position of the MM whose pages at the same addresses are shared. It stands earlier in the MM
     * section.
     */

    return Copypages;
  })();

  /**
   * A run of at most 16 pages sent before the freeze, an object inside VMA or (RHEL6) inside INODE of shared
   * memory. Content: one u64 per page, the handle of the page in the side stream. The object ITERYOUNGPAGES
   * has the same form and marks pages used recently. An image with such objects is not self-contained.
   */

  var Iterpages = CptMemory.Iterpages = (function() {
    function Iterpages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Iterpages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
    }

    /**
     * First address, or first byte offset in the segment.
     */

    /**
     * Address or byte offset behind the run.
     */

    return Iterpages;
  })();

  /**
   * A run of pages that stay on the source node and are fetched on demand, an object inside VMA. It has no
   * content. An image with such objects is not self-contained; RHEL6 kernels refuse it.
   */

  var Lazypages = CptMemory.Lazypages = (function() {
    function Lazypages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Lazypages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.index = this._io.readU8le();
    }

    /**
     * First address.
     */

    /**
     * Address behind the run.
     */

    /**
     * Handle of the first page at the page server of the source node.
     */

    return Lazypages;
  })();

  /**
   * One address space, an object of the MM section. Content: a BITS object with the LDT (only if there is
   * one), MM_AUXV (from kernel 042stab076), then the VMA objects in ascending order and the AIO contexts.
   * Tasks share an address space when their `mm` fields hold the same position.
   */

  var Mm = CptMemory.Mm = (function() {
    function Mm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Address of the first byte of the program code.
     */

    /**
     * Address behind the program code.
     */

    /**
     * Address of the first byte of the initialised data.
     */

    /**
     * Address behind the initialised data.
     */

    /**
     * Start address of the heap.
     */

    /**
     * Current end address of the heap.
     */

    /**
     * Stack pointer that the program was started with.
     */

    /**
     * Address of the first argument string.
     */

    /**
     * Address behind the argument strings.
     */

    /**
     * Address of the first environment string.
     */

    /**
     * Address behind the environment strings.
     */

    /**
     * Flags that every new mapping gets, for example `locked` after mlockall.
     */

    /**
     * Position of the beancounter charged for the memory. RHEL6 kernels only look it up and do not use it.
     */

    /**
     * Core dump permission. 2.6.18: 0 no, 1 yes, 2 only readable by root. 2.6.26 and vanilla 2.6.32: the
     * low byte of the mm flags. RHEL6 kernels leave it stale and use `mm_flags`.
     */

    /**
     * The permission to dump or trace the program from inside the container; 1 in all real images. The
     * meaning is inferred from the name.
     */

    /**
     * Marks use of huge pages (inferred from the name); 0 in all real images, unused by RHEL6 kernels.
     */

    /**
     * Low 32 bits of the address of the vdso. 2.6.18-028stab056 leaves it stale and does not read it;
     * valid in images of version 0x303 and later (read on restore from 0x100 on).
     */

    /**
     * Core dump settings of the address space. Bits 0 and 1 are the core dump permission, 0, 1 or 3 for
     * what `dumpable` codes as 0, 1 and 2. From kernel 042stab061 (`hdrlen` 136).
     */

    return Mm;
  })();

  /**
   * A run of pages. In VMA it covers addresses, in INODE of a deleted file or shared memory segment it
   * covers byte offsets. Content: end - start bytes of data, or nothing where the header says VOID (zero
   * pages). The object VSYSCALL, the only one of its section, has the same form and holds the 32-bit vdso
   * page of the source.
   */

  var Pages = CptMemory.Pages = (function() {
    function Pages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Pages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
    }

    /**
     * First address, or first byte offset in the file. A kernel address in VSYSCALL.
     */

    /**
     * Address or byte offset behind the run. The end of a file need not be a multiple of the page size in
     * 2.6.18 images; RHEL6 writes whole pages.
     */

    return Pages;
  })();

  /**
   * A run of a non-linear file mapping, an object inside VMA. It has no content.
   */

  var Remappages = CptMemory.Remappages = (function() {
    function Remappages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Remappages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.pgoff = this._io.readU8le();
    }

    /**
     * First address.
     */

    /**
     * Address behind the run.
     */

    /**
     * Page of the file that is mapped at `start`.
     */

    return Remappages;
  })();

  /**
   * One mapped area, an object inside MM. Content: page blocks (PAGES, COPYPAGES, REMAPPAGES, LAZYPAGES,
   * ITERPAGES) in ascending order. Addresses that no block covers are filled on demand from the mapped file
   * or with zeros.
   */

  var Vma = CptMemory.Vma = (function() {
    function Vma(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Position of the mapped FILE, also for a System V segment; 2^64-1 for an anonymous area.
     */

    /**
     * Kind of the area. 2.6.18 writes only 0 and 1; 2 comes with 2.6.26, 3 with 042stab061.
     */

    /**
     * 1 when a page of the area is shared with another address space or came from a page copy; then
     * `anonvmaid` counts.
     */

    /**
     * Areas with the same number can share pages copy-on-write. It is a kernel address of the source, good
     * only for comparing. 2.6.18: one for each anonymous area of a family; RHEL6: one for all relatives by
     * fork.
     */

    /**
     * Address of the first byte of the area.
     */

    /**
     * Address behind the area.
     */

    /**
     * Flags of the area as the writing kernel numbers them. A restoring kernel logs a difference after
     * mapping and goes on.
     */

    /**
     * Page table protection bits of the writing kernel, bit 63 is no-execute. A difference is only logged
     * on restore (inferred).
     */

    /**
     * Offset in the mapped file, in pages. For an anonymous area the page number of the address at which
     * it was created.
     */

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
/**
 * Fixed parts of sockets, socket buffers, devices, addresses and connection tracking entries.
 */

var CptNetwork = (function() {
  function CptNetwork(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptNetwork.prototype._read = function() {
  }

  /**
   * One address translation of a connection, part of NET_CONNTRACK in images before 2.6.32. Not read on
   * restore.
   */

  var NatManip = CptNetwork.NatManip = (function() {
    function NatManip(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Direction of the packets; 0 original, 1 reply.
     */

    /**
     * Netfilter hook at which it is done.
     */

    /**
     * What is changed; 0 source, 1 destination.
     */

    /**
     * New address.
     */

    /**
     * New port.
     */

    return NatManip;
  })();

  /**
   * Correction of TCP sequence numbers by address translation, part of NET_CONNTRACK. Stale when no
   * translation is set up.
   */

  var NatSeq = CptNetwork.NatSeq = (function() {
    function NatSeq(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NatSeq.prototype._read = function() {
      this.correctionPos = this._io.readU4le();
      this.offsetBefore = this._io.readU4le();
      this.offsetAfter = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    /**
     * Sequence number of the last correction.
     */

    /**
     * Difference before that position, a signed 32-bit number.
     */

    /**
     * Difference from that position on, a signed 32-bit number.
     */

    return NatSeq;
  })();

  /**
   * State of a bridge, an object inside NET_DEVICE. Content: NET_BR_DEV objects. From kernel 042stab061. No
   * real image was seen; the fields have the names and, it is inferred, the meaning of the bridge control
   * interface, with times in hundredths of a second.
   */

  var NetBr = CptNetwork.NetBr = (function() {
    function NetBr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Identifier of the root of the spanning tree; priority, then link layer address.
     */

    /**
     * Identifier of the bridge.
     */

    /**
     * Cost of the path to the root.
     */

    /**
     * Age at which received information is dropped, as the root says.
     */

    /**
     * Time between messages, as the root says.
     */

    /**
     * Time before a port forwards, as the root says.
     */

    /**
     * Age at which received information is dropped, as set here.
     */

    /**
     * Time between messages, as set here.
     */

    /**
     * Time before a port forwards, as set here.
     */

    /**
     * Time after which a learned address is forgotten.
     */

    /**
     * Number of the port towards the root; 0 = this bridge is the root.
     */

    /**
     * 1 when the spanning tree protocol runs.
     */

    /**
     * 1 when packets go by way of the physical device (OpenVZ setting).
     */

    return NetBr;
  })();

  /**
   * One port of a bridge, an object inside NET_BR. It has no content. From kernel 042stab061.
   */

  var NetBrDev = CptNetwork.NetBrDev = (function() {
    function NetBrDev(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetBrDev.prototype._read = function() {
      this.name = this._io.readBytes(16);
    }

    /**
     * Name of the device, ended by a zero byte.
     */

    return NetBrDev;
  })();

  /**
   * One tracked connection, an object of the NET_CONNTRACK section. Content: NET_CONNTRACK_EXPECT objects.
   * 232 bytes are the RHEL6 form, 296 that of 2.6.16 to vanilla 2.6.32 and 280 that of older kernels.
   */

  var NetConntrack = CptNetwork.NetConntrack = (function() {
    function NetConntrack(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * The two directions, original and reply.
     */

    /**
     * State bits of the connection (IPS_*).
     */

    /**
     * Jiffies left until the entry is dropped.
     */

    /**
     * Running number that expectations refer to, from 1 on.
     */

    /**
     * 1 when a helper module follows the connection.
     */

    /**
     * 1 when a helper module translates the connection.
     */

    /**
     * State of the protocol, a raw kernel structure; differs between 2.6.18 and RHEL6.
     */

    /**
     * State of the helper, a raw kernel structure; stale without a helper.
     */

    /**
     * Not 0 when a translation is set up; then `nat_seq` counts (not RHEL6).
     */

    /**
     * Number of entries of `nat_manips` in use (not RHEL6).
     */

    /**
     * Address translations (not RHEL6).
     */

    /**
     * Sequence number corrections, for the original and the reply direction.
     */

    /**
     * Index of the device whose address masquerading uses; 0 = none.
     */

    /**
     * Number of the connection. From 2.6.16; RHEL6 leaves it stale.
     */

    /**
     * Mark set by netfilter rules. From 2.6.16.
     */

    return NetConntrack;
  })();

  /**
   * One connection that a tracked connection is expected to open, an object inside NET_CONNTRACK. It has no
   * content. 96 bytes are the old form and that of kernels from 042stab076 on, 88 that of 042stab061.
   */

  var NetConntrackExpect = CptNetwork.NetConntrackExpect = (function() {
    function NetConntrackExpect(_io, _parent, _root, conntrackHdrlen) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.conntrackHdrlen = conntrackHdrlen;

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

    /**
     * The old and the newest form are both 96 bytes long; the connection tracking entry that holds
     * the expectation tells them apart.
     */
    Object.defineProperty(NetConntrackExpect.prototype, 'isOld', {
      get: function() {
        if (this._m_isOld !== undefined)
          return this._m_isOld;
        this._m_isOld = this.conntrackHdrlen != 232;
        return this._m_isOld;
      }
    });

    /**
     * Jiffies left until the expectation is dropped; 0 = no timer.
     */

    /**
     * `index` of the connection that was opened; 0 = none.
     */

    /**
     * Sequence number in the helper's protocol. Old form only.
     */

    /**
     * Direction of the expected connection. Old form only, not used.
     */

    /**
     * Addresses that are expected.
     */

    /**
     * Bits of `tuple` that must match.
     */

    /**
     * State of the helper, raw. Old form only, not used.
     */

    /**
     * Port before translation, network byte order. Old form only.
     */

    /**
     * Direction of the expecting connection.
     */

    /**
     * Flags of the expectation (NF_CT_EXPECT_*).
     */

    /**
     * Class of the expectation in its helper. From kernel 042stab076; 0 before.
     */

    return NetConntrackExpect;
  })();

  /**
   * One network device, an object of the NET_DEVICE section. Content: an object of the driver (NET_TUNTAP,
   * NET_VETH, NET_IPIP_TUNNEL, NET_BR) unless it is the loopback or venet device, then NET_HWADDR, NET_STATS
   * and NET_IDEV_CNF.
   */

  var NetDevice = CptNetwork.NetDevice = (function() {
    function NetDevice(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Index of the device. Devices are found by name and get this index.
     */

    /**
     * Flags of the device.
     */

    /**
     * Name of the device, ended by a zero byte.
     */

    /**
     * Largest packet. From kernel 042stab076 (`hdrlen` 48).
     */

    return NetDevice;
  })();

  /**
   * Link layer address of a device, an object inside NET_DEVICE. It has no content.
   */

  var NetHwaddr = CptNetwork.NetHwaddr = (function() {
    function NetHwaddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetHwaddr.prototype._read = function() {
      this.devAddr = this._io.readBytes(32);
    }

    /**
     * The address, 6 bytes for Ethernet; the rest is 0.
     */

    return NetHwaddr;
  })();

  /**
   * IPv4 settings of a device, an object inside NET_DEVICE. It has no content. From kernel 042stab108.
   */

  var NetIdevCnf = CptNetwork.NetIdevCnf = (function() {
    function NetIdevCnf(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetIdevCnf.prototype._read = function() {
      this.data = [];
      for (var i = 0; i < 26; i++) {
        this.data.push(this._io.readU4le());
      }
    }

    /**
     * Values below net.ipv4.conf in the order of the writing kernel (forwarding is the first).
     */

    return NetIdevCnf;
  })();

  /**
   * One address of a device, an object of the NET_IFADDR section. It has no content. Addresses are in
   * network byte order; IPv4 uses the first word and the others are 0.
   */

  var NetIfaddr = CptNetwork.NetIfaddr = (function() {
    function NetIfaddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * `index` of the device.
     */

    /**
     * 2 or 10; others are refused.
     */

    /**
     * Length of the prefix in bits.
     */

    /**
     * Flags of the address (IFA_F_*).
     */

    /**
     * Scope of the address (RT_SCOPE_*), for example 0 global, 254 host. 2.6.18 may leave it stale for
     * IPv4.
     */

    /**
     * The local address.
     */

    /**
     * Address of the other end of a point-to-point link, else equal to `address`.
     */

    /**
     * Broadcast address; 0 = none.
     */

    /**
     * Name of the address, usually the name of the device.
     */

    /**
     * Time that the address stays valid, 2^32-1 = for ever. Stale for IPv4.
     */

    /**
     * Time that the address is preferred, 2^32-1 = for ever. Stale for IPv4.
     */

    return NetIfaddr;
  })();

  /**
   * State of a tunnel device, an object inside NET_DEVICE. It has no content. From 2.6.32. Keys, addresses
   * and the flags of GRE are in network byte order.
   */

  var NetIpipTunnel = CptNetwork.NetIpipTunnel = (function() {
    function NetIpipTunnel(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Kind of the tunnel; no kind bit = IP over IP.
     */

    /**
     * GRE flags of received packets.
     */

    /**
     * GRE flags of sent packets.
     */

    /**
     * GRE key of received packets.
     */

    /**
     * GRE key of sent packets.
     */

    /**
     * IPv4 header that packets get, 20 bytes.
     */

    /**
     * Last sequence number received.
     */

    /**
     * Last sequence number sent.
     */

    /**
     * Index of the device that carries the tunnel; 0 = none. From kernel 042stab088 (`hdrlen` 72).
     */

    return NetIpipTunnel;
  })();

  /**
   * Counters of a device, an object inside NET_DEVICE. It has no content. Its `hdrlen` must be exactly 232,
   * else the restoring kernel crashes.
   */

  var NetStats = CptNetwork.NetStats = (function() {
    function NetStats(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Packets received.
     */

    /**
     * Packets sent.
     */

    /**
     * Data received.
     */

    /**
     * Data sent.
     */

    /**
     * Bad packets received.
     */

    /**
     * Errors in sending.
     */

    /**
     * Received packets dropped for lack of room.
     */

    /**
     * Packets to send dropped for lack of room.
     */

    /**
     * Multicast packets received.
     */

    /**
     * Collisions.
     */

    /**
     * Received packets with a wrong length.
     */

    /**
     * Overflows of the ring of the device.
     */

    /**
     * Received packets with a wrong checksum.
     */

    /**
     * Received packets with a framing error.
     */

    /**
     * Overflows of the receive buffer of the device.
     */

    /**
     * Packets that the receiver missed.
     */

    /**
     * Aborted transmissions.
     */

    /**
     * Losses of the carrier.
     */

    /**
     * Underruns of the send buffer of the device.
     */

    /**
     * Heartbeat errors.
     */

    /**
     * Late collisions.
     */

    /**
     * Compressed packets received.
     */

    /**
     * Compressed packets sent.
     */

    return NetStats;
  })();

  /**
   * Address filter of a tap device, an object inside NET_TUNTAP. It has no content. From 2.6.32.
   */

  var NetTapFilter = CptNetwork.NetTapFilter = (function() {
    function NetTapFilter(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Number of exact addresses; 0 = filter off.
     */

    /**
     * Hash filter for further multicast addresses.
     */

    /**
     * Eight addresses of 6 bytes; those from `count` on do not count.
     */

    return NetTapFilter;
  })();

  /**
   * State of a tun or tap device, an object inside NET_DEVICE. Content: NET_TAP_FILTER (2.6.32).
   */

  var NetTuntap = CptNetwork.NetTuntap = (function() {
    function NetTuntap(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * User id that may attach; 2^32-1 = any.
     */

    /**
     * Flags of the driver (TUN_*); bit 0 tun, bit 1 tap, 0x40 no packet information, 0x100 persistent.
     */

    /**
     * Position of the FILE that is attached; 0 = none.
     */

    /**
     * Interface flags that the driver keeps; used by 2.6.18.
     */

    /**
     * Link layer address that the driver keeps; used by 2.6.18.
     */

    /**
     * Hash filter for multicast addresses on the side of the file; used by 2.6.18.
     */

    /**
     * Hash filter for multicast addresses on the side of the net; used by 2.6.18.
     */

    return NetTuntap;
  })();

  /**
   * State of a virtual Ethernet device, an object inside NET_DEVICE. It has no content. The other end of the
   * pair is outside the container.
   */

  var NetVeth = CptNetwork.NetVeth = (function() {
    function NetVeth(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetVeth.prototype._read = function() {
      this.allowMacChange = this._io.readU4le();
      this.pad = this._io.readU4le();
    }

    /**
     * 1 when the container may change the link layer address.
     */

    return NetVeth;
  })();

  /**
   * One half-open incoming connection, an object inside a listening SOCKET. It has no content. 2.6.18 does
   * not restore it because of an error in its list reader. Addresses and ports are in network byte order.
   */

  var Openreq = CptNetwork.Openreq = (function() {
    function Openreq(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * First sequence number of the peer.
     */

    /**
     * First sequence number sent to the peer.
     */

    /**
     * Port of the peer.
     */

    /**
     * Segment size told by the peer.
     */

    /**
     * 2 or 10. 2.6.18 may leave it stale.
     */

    /**
     * Number of answers sent again.
     */

    /**
     * Scale of the window offered by the peer.
     */

    /**
     * Scale of the window offered to the peer.
     */

    /**
     * 1 when the peer sends time stamps.
     */

    /**
     * 1 when the peer allows selective acknowledgement.
     */

    /**
     * 1 when the peer allows window scaling.
     */

    /**
     * 1 when the peer allows congestion notification.
     */

    /**
     * 1 when the connection is complete but waits for data (TCP_DEFER_ACCEPT).
     */

    /**
     * Largest window to offer.
     */

    /**
     * Window offered to the peer.
     */

    /**
     * Time stamp of the peer, raw value.
     */

    /**
     * Index of the device of a link-local IPv6 connection; stale for IPv4.
     */

    /**
     * Jiffies left until the answer is sent again, stored as a 32-bit difference.
     */

    /**
     * Local address; an IPv4 address is in the first 4 bytes, the others are stale.
     */

    /**
     * Address of the peer, stored like `loc_addr`.
     */

    return Openreq;
  })();

  /**
   * Ring buffer of a packet socket, part of SOCK_PACKET. All 0 = no ring.
   */

  var PacketRing = CptNetwork.PacketRing = (function() {
    function PacketRing(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    PacketRing.prototype._read = function() {
      this.tpBlockSize = this._io.readU4le();
      this.tpBlockNr = this._io.readU4le();
      this.tpFrameSize = this._io.readU4le();
      this.tpFrameNr = this._io.readU4le();
    }

    /**
     * Size of a block.
     */

    /**
     * Number of blocks.
     */

    /**
     * Size of a frame.
     */

    /**
     * Number of frames.
     */

    return PacketRing;
  })();

  /**
   * One packet in a queue, an object inside SOCKET. Content: BITS with the bytes (hspace + len of them),
   * then FILEDESC objects for passed files.
   */

  var Skb = CptNetwork.Skb = (function() {
    function Skb(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * `index` of the sending socket (AF_UNIX) or of the socket itself; 2^32-1 = none.
     */

    /**
     * Queue that the packet is in.
     */

    /**
     * Time of arrival, wall clock; 0 = not taken.
     */

    /**
     * Length of the data.
     */

    /**
     * Bytes of header room before the data, stored too.
     */

    /**
     * Bytes of room behind the data, not stored.
     */

    /**
     * Start of the transport header as a distance from the start of the buffer. In TCP data that 2.6.18
     * has not sent yet this is a meaningless number near 2^32; RHEL6 then crashes.
     */

    /**
     * Start of the network header, stored like `h`.
     */

    /**
     * Start of the link header, stored like `h`; 2^32-1 = none.
     */

    /**
     * Control block of the protocol, raw. AF_UNIX: u32 pid, uid (2^32-1 = none) and gid of the sender.
     * TCP: sequence numbers behind 16 (IPv4 form, older images) or 24 bytes (IPv6 form, version 0x302 and
     * later).
     */

    /**
     * Length of the link header.
     */

    /**
     * Checksum, or where to put it, depending on `ip_summed`.
     */

    /**
     * 1 when the packet may be fragmented in spite of the don't-fragment bit.
     */

    /**
     * For whom the packet was; 0 this host, 1 broadcast, 2 multicast, 3 other host, 4 outgoing.
     */

    /**
     * State of the checksum. The numbers depend on the kernel line. 2.6.18 has 0 none, 1 computed by
     * hardware, 2 not needed; 2.6.32 has 0 none, 1 not needed, 2 complete, 3 partial.
     */

    /**
     * Priority of the packet.
     */

    /**
     * Link layer protocol in network byte order, for example 0x0008 for IPv4.
     */

    /**
     * Security level of old kernels; 0 in all real images.
     */

    /**
     * Number of segments that the packet is to be cut into. Meaningless in version 0x000.
     */

    /**
     * Size of a segment; 0 = not to be cut. Meaningless in version 0x000.
     */

    /**
     * Kind of the segmentation, for example 1 TCP over IPv4, 16 TCP over IPv6. From kernel 042stab088
     * (`hdrlen` 128).
     */

    return Skb;
  })();

  /**
   * One multicast group that a socket has joined, an object inside SOCKET. Content: the addresses of the
   * source filter, 16 bytes each.
   */

  var SockMcaddr = CptNetwork.SockMcaddr = (function() {
    function SockMcaddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * 2 or 10; others are refused.
     */

    /**
     * Meaning of the source filter.
     */

    /**
     * Index of the device.
     */

    /**
     * Address of the group; an IPv4 address is in the first word, the others are 0.
     */

    return SockMcaddr;
  })();

  /**
   * State of a packet socket, an object inside SOCKET. Content: SOCK_PACKET_MC objects. From kernel
   * 042stab092, the memberships from 042stab108.
   */

  var SockPacket = CptNetwork.SockPacket = (function() {
    function SockPacket(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Packets received since the statistics were read.
     */

    /**
     * Packets dropped since the statistics were read.
     */

    /**
     * 1 when malformed frames are skipped (PACKET_LOSS).
     */

    /**
     * 1 when details come with each packet (PACKET_AUXDATA).
     */

    /**
     * 1 when the original device is reported (PACKET_ORIGDEV).
     */

    /**
     * Length above which packets are also queued as a whole (PACKET_COPY_THRESH).
     */

    /**
     * Version of the ring format; 0 is version 1, 1 is version 2.
     */

    /**
     * Space before each packet in the ring (PACKET_RESERVE).
     */

    /**
     * Source of time stamps (PACKET_TIMESTAMP).
     */

    /**
     * Ring for received packets.
     */

    /**
     * Ring for packets to send.
     */

    return SockPacket;
  })();

  /**
   * One membership of a packet socket, an object inside SOCK_PACKET. It has no content. From kernel
   * 042stab108.
   */

  var SockPacketMc = CptNetwork.SockPacketMc = (function() {
    function SockPacketMc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Index of the device.
     */

    /**
     * How many times it was added.
     */

    /**
     * Kind of the membership.
     */

    /**
     * Length of the address.
     */

    /**
     * Link layer address; bytes behind `alen` do not count.
     */

    return SockPacketMc;
  })();

  /**
   * One socket, an object of the SOCKET section, or of ORPHANS for TCP connections that no file holds.
   * Content: SKFILTER, SOCK_MCADDR, SOCK_PACKET, then SKB objects (queues) and OPENREQ objects (half-open
   * connections). The fields of other protocols are stale. IPv4 fields, from `daddr` to `cork_oif`, count
   * for family 2 and 10, UDP fields for UDP, fields ending in 6 for family 10, and those from `pred_flags`
   * to `rcvrtt_time` for TCP. Addresses and ports are in network byte order.
   */

  var Socket = CptNetwork.Socket = (function() {
    function Socket(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Position of the FILE of the socket; 2^64-1 for connections not accepted yet and for orphans.
     */

    /**
     * `index` of the listening socket that a not accepted or accepted connection belongs to; 2^32-1 =
     * none.
     */

    /**
     * Running number of the socket, used by other objects; 2^32-1 for connections without one and for
     * orphans.
     */

    /**
     * State bits of the socket (SOCK_* of struct socket) as the writing kernel numbers them.
     */

    /**
     * Type of the socket.
     */

    /**
     * Address family.
     */

    /**
     * State of the socket; 0 for a socket without a file.
     */

    /**
     * 1 when credentials are passed with each packet.
     */

    /**
     * State of the protocol; all families use the TCP numbers. Listening sockets are restored first.
     */

    /**
     * 1 when the local address may be used again (SO_REUSEADDR).
     */

    /**
     * The SO_DEBUG bit; the writers overwrite the value that the name stands for.
     */

    /**
     * Closed directions.
     */

    /**
     * What the program has set by itself.
     */

    /**
     * Checksum setting (SO_NO_CHECK).
     */

    /**
     * Never written, stale; the debug bit is in `zapped`.
     */

    /**
     * 1 when receive times are reported (SO_TIMESTAMP).
     */

    /**
     * 1 when packets do not pass gateways (SO_DONTROUTE).
     */

    /**
     * Protocol number within the family; 6 TCP and 17 UDP for families 2 and 10.
     */

    /**
     * Pending error (SO_ERROR).
     */

    /**
     * Error that is reported only when the connection times out.
     */

    /**
     * Length of the queue of connections that wait for accept.
     */

    /**
     * Priority of packets (SO_PRIORITY).
     */

    /**
     * Amount of data that wakes a reader (SO_RCVLOWAT).
     */

    /**
     * Index of the device that the socket is bound to; 0 = none.
     */

    /**
     * Receive timeout; 2^64-1 = wait for ever. RHEL6 stores at most 2^31-1.
     */

    /**
     * Send timeout; 2^64-1 = wait for ever. RHEL6 stores at most 2^31-1.
     */

    /**
     * Size of the receive buffer as the kernel counts it.
     */

    /**
     * Size of the send buffer as the kernel counts it.
     */

    /**
     * State bits of struct sock. Bits above 11 differ between kernels.
     */

    /**
     * Time that close waits for unsent data (SO_LINGER); 2^64-1 = no limit. RHEL6 stores at most 2^31-1.
     */

    /**
     * Pid of the peer of a local connection (SO_PEERCRED); 0 = none.
     */

    /**
     * User id of the peer; 2^32-1 = none.
     */

    /**
     * Group id of the peer; 2^32-1 = none.
     */

    /**
     * Length of `laddr`. 0 = none; an AF_UNIX socket with 2 is not bound.
     */

    /**
     * Local address (struct sockaddr); bytes behind `laddrlen` are stale.
     */

    /**
     * Length of `raddr`; 0 = not connected.
     */

    /**
     * Address of the peer (struct sockaddr); bytes behind `raddrlen` are stale.
     */

    /**
     * `index` of the peer of an AF_UNIX socket; 2^32-1 = none.
     */

    /**
     * 1 when two AF_UNIX sockets are connected with each other.
     */

    /**
     * State of the path of an AF_UNIX socket. 2.6.18: 0 or 1, the socket file is deleted.
     */

    /**
     * Time of the last received packet, wall clock; seconds of 2^32-1 = none.
     */

    /**
     * Remote IPv4 address.
     */

    /**
     * Remote port.
     */

    /**
     * Local port.
     */

    /**
     * Local IPv4 address for sending. In AF_UNIX sockets of version 0x304 and later the 8 bytes of this
     * field and `rcv_saddr` are the position of a VFSMOUNT, 2^64-1 = none.
     */

    /**
     * Local IPv4 address the socket is bound to. See `saddr` for AF_UNIX.
     */

    /**
     * Time to live of packets; 2^32-1 (-1) = default.
     */

    /**
     * Type of service.
     */

    /**
     * Control messages asked for (IP_CMSG_*).
     */

    /**
     * Device index for multicast packets; 0 = default.
     */

    /**
     * Source address for multicast packets.
     */

    /**
     * 1 when the program makes the IP header (raw sockets).
     */

    /**
     * Time to live of multicast packets.
     */

    /**
     * 1 when own multicast packets are received.
     */

    /**
     * Path MTU discovery (IP_PMTUDISC_*); 0 never, 1 as needed, 2 always, 3 probe.
     */

    /**
     * 1 when errors are queued (IP_RECVERR).
     */

    /**
     * 1 when an address that does not exist may be bound (IP_FREEBIND).
     */

    /**
     * Next number for the identification field of the IP header.
     */

    /**
     * Flags of the packet being built (IPCORK_*).
     */

    /**
     * Fragment size of the packet being built; 0 = none.
     */

    /**
     * Length of the packet being built.
     */

    /**
     * Destination address of the packet being built.
     */

    /**
     * Source address of the route of the packet being built.
     */

    /**
     * Destination address of the route of the packet being built.
     */

    /**
     * Device index of the route of the packet being built.
     */

    /**
     * Family of a packet being built; 0 = none.
     */

    /**
     * 1 when UDP_CORK is set.
     */

    /**
     * Encapsulation type (UDP_ENCAP_*); 0 = none.
     */

    /**
     * Length of the packet being built.
     */

    /**
     * Local IPv6 address for sending.
     */

    /**
     * Local IPv6 address the socket is bound to.
     */

    /**
     * Remote IPv6 address.
     */

    /**
     * Flow label.
     */

    /**
     * Fragment size; 0 = default.
     */

    /**
     * Hop limit; -1 = default.
     */

    /**
     * Hop limit of multicast packets; -1 = default.
     */

    /**
     * Device index for multicast packets; 0 = default.
     */

    /**
     * Control messages asked for, a bit field of the writing kernel.
     */

    /**
     * 1 when own multicast packets are received.
     */

    /**
     * 1 when errors are queued (IPV6_RECVERR).
     */

    /**
     * 1 when the flow label is sent (IPV6_FLOWINFO_SEND).
     */

    /**
     * Path MTU discovery, numbered like `pmtudisc`.
     */

    /**
     * 1 when IPv4 is excluded (IPV6_V6ONLY).
     */

    /**
     * 1 for an IPv6 TCP socket that carries an IPv4 connection.
     */

    /**
     * Header word expected next, for fast processing.
     */

    /**
     * Sequence number expected next.
     */

    /**
     * Next sequence number to send.
     */

    /**
     * First sequence number not acknowledged.
     */

    /**
     * End of the small packet sent last.
     */

    /**
     * Time of the last acknowledgement received.
     */

    /**
     * Time of the last data sent.
     */

    /**
     * Length of the TCP header of sent packets.
     */

    /**
     * Bits of the delayed acknowledgement (ICSK_ACK_*).
     */

    /**
     * Number of acknowledgements still to be sent at once.
     */

    /**
     * Not 0 when the connection is interactive and acknowledgements are delayed.
     */

    /**
     * 1 when an acknowledgement was held up because the socket was locked.
     */

    /**
     * Estimated delay for acknowledgements.
     */

    /**
     * When the delayed acknowledgement is due.
     */

    /**
     * Time of the last data received.
     */

    /**
     * Length of the last segment received.
     */

    /**
     * Estimated segment size of the peer.
     */

    /**
     * Sequence number of the last window update.
     */

    /**
     * Window offered by the peer.
     */

    /**
     * Largest window that the peer ever offered.
     */

    /**
     * Path MTU for which the segment size was computed.
     */

    /**
     * Segment size for sending.
     */

    /**
     * Segment size without segmentation offload; RHEL6 repeats `mss_cache`.
     */

    /**
     * Largest segment size that the peer accepts.
     */

    /**
     * Length of IP options.
     */

    /**
     * Length of IPv6 extension headers; RHEL6 writes 0.
     */

    /**
     * State of congestion control; 0 open, 1 disorder, 2 window reduced, 3 recovery, 4 loss.
     */

    /**
     * Number of timeouts without an answer.
     */

    /**
     * Number of packets by which the net may reorder.
     */

    /**
     * State of the test for needless retransmission; 0 = not active.
     */

    /**
     * Value of `snd_nxt` when that test began.
     */

    /**
     * Congestion control of old kernels; stale in 2.6.18 and 2.6.32 images.
     */

    /**
     * Setting of TCP_DEFER_ACCEPT as the kernel counts it; 0 = off.
     */

    /**
     * Number of doublings of the timeout.
     */

    /**
     * Smoothed round trip time, multiplied by 8.
     */

    /**
     * Mean deviation of the round trip time, multiplied by 4.
     */

    /**
     * Largest mean deviation of the last round trip.
     */

    /**
     * Smoothed largest mean deviation.
     */

    /**
     * Sequence number at which `rttvar` is computed again.
     */

    /**
     * Retransmission timeout.
     */

    /**
     * Number of packets on their way.
     */

    /**
     * Packets that have left the net, selectively acknowledged or lost. RHEL6 does not read it.
     */

    /**
     * Number of retransmitted packets on their way.
     */

    /**
     * Slow start threshold in packets.
     */

    /**
     * Congestion window in packets.
     */

    /**
     * Acknowledgements counted towards the next growth of the window.
     */

    /**
     * Largest congestion window allowed.
     */

    /**
     * Part of the congestion window in use.
     */

    /**
     * When the use of the congestion window was checked last.
     */

    /**
     * When the retransmission timer is due.
     */

    /**
     * When the keepalive timer is due; 0 = not set.
     */

    /**
     * Window offered to the peer.
     */

    /**
     * Value of `rcv_nxt` at the last window update sent.
     */

    /**
     * Sequence number behind the data that the program has written.
     */

    /**
     * Sequence number behind the data marked for pushing.
     */

    /**
     * First sequence number that the program has not read.
     */

    /**
     * 1 when time stamps were agreed on.
     */

    /**
     * 1 when window scaling was agreed on.
     */

    /**
     * Not 0 when selective acknowledgement was agreed on; bit 1 and bit 2 are details of the kernel.
     */

    /**
     * 1 when the last packet had a time stamp.
     */

    /**
     * Scale of the window offered by the peer.
     */

    /**
     * Scale of the window offered to the peer.
     */

    /**
     * Setting of TCP_NODELAY and TCP_CORK.
     */

    /**
     * Number of keepalive probes (TCP_KEEPCNT); 0 = default.
     */

    /**
     * Time stamp of the last packet, raw value of the peer.
     */

    /**
     * Time stamp that the last packet sent back, raw jiffies of the writing kernel.
     */

    /**
     * Time stamp to be sent back, raw value of the peer.
     */

    /**
     * When `ts_recent` was stored, wall clock since 1970; 0 = none.
     */

    /**
     * Segment size set by the program (TCP_MAXSEG); 0 = none.
     */

    /**
     * 1 when a duplicate is to be reported.
     */

    /**
     * Five pairs of first and last sequence number; the duplicate to be reported, then four received
     * blocks.
     */

    /**
     * Largest window to offer.
     */

    /**
     * Current limit for the window to offer.
     */

    /**
     * Number of window or keepalive probes without an answer.
     */

    /**
     * Number of received blocks in `sack_array`.
     */

    /**
     * Segment size told to the peer.
     */

    /**
     * Number of attempts to connect (TCP_SYNCNT); 0 = default.
     */

    /**
     * State of congestion notification (TCP_ECN_*).
     */

    /**
     * Slow start threshold before the window was reduced, in packets.
     */

    /**
     * Number of lost packets.
     */

    /**
     * Number of selectively acknowledged packets.
     */

    /**
     * Number of packets up to the highest acknowledged one.
     */

    /**
     * Value of `snd_nxt` when congestion was found.
     */

    /**
     * Time stamp of the first retransmission, raw jiffies of the writing kernel; 0 = none.
     */

    /**
     * Value of `snd_una` from which retransmissions can be undone; 0 = none.
     */

    /**
     * Number of retransmissions that can be undone.
     */

    /**
     * Sequence number of urgent data.
     */

    /**
     * Byte of urgent data in the low byte, and state bits (TCP_URG_*).
     */

    /**
     * Timer that is running; 0 none, 1 retransmission, 2 delayed acknowledgement, 3 window probe.
     */

    /**
     * Sequence number of urgent data to send.
     */

    /**
     * Idle time before keepalive probes (TCP_KEEPIDLE); 0 = default.
     */

    /**
     * Time between keepalive probes (TCP_KEEPINTVL); 0 = default.
     */

    /**
     * Life of an orphan in FIN_WAIT2 (TCP_LINGER2); 0 = default, negative = none.
     */

    /**
     * Round trip time seen by the receiver; never written by 2.6.18 and 2.6.32, stale.
     */

    /**
     * Never written by 2.6.18 and 2.6.32, stale.
     */

    /**
     * Never written by 2.6.18 and 2.6.32, stale.
     */

    /**
     * Permission bits of the socket file of an AF_UNIX socket; stale in sockets without one. From kernel
     * 042stab061 (`hdrlen` 920).
     */

    /**
     * User id of the owner of the socket file; 2^32-1 = none, stale outside AF_UNIX. From kernel
     * 042stab108 (`hdrlen` 928).
     */

    /**
     * Group id of the owner of the socket file; 2^32-1 = none, stale outside AF_UNIX. From kernel
     * 042stab108 (`hdrlen` 928).
     */

    /**
     * Another path of a deleted socket file; stale unless the socket is marked `deleted`. From kernel
     * 042stab113 (`hdrlen` 1048).
     */

    /**
     * Length of `d_alias`, 0 = none; stale unless the socket is marked `deleted`. From kernel 042stab113
     * (`hdrlen` 1048).
     */

    return Socket;
  })();

  /**
   * Addresses of one direction of a tracked connection, part of NET_CONNTRACK and NET_CONNTRACK_EXPECT.
   * Addresses and ports are in network byte order. RHEL6 has 24 bytes, other kernels have 16.
   */

  var Tuple = CptNetwork.Tuple = (function() {
    function Tuple(_io, _parent, _root, hasL3num) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.hasL3num = hasL3num;

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

    /**
     * Source IPv4 address.
     */

    /**
     * Source port, or ICMP identifier, or GRE key.
     */

    /**
     * Destination IPv4 address.
     */

    /**
     * Destination port, or ICMP type and code, or GRE key.
     */

    /**
     * IP protocol. Kernels before 2.6.16 store a 16-bit number here and in `dir`, at most 255.
     */

    /**
     * Direction; 0 original, 1 reply. Implied by the place before 2.6.16.
     */

    /**
     * Address family; 2 IPv4. RHEL6 only; connections of other families are not restored.
     */

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
/**
 * Fixed parts of the objects in the TASKS, SIGHAND_STRUCT and POSIX_TIMERS sections.
 */

var CptTask = (function() {
  function CptTask(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptTask.prototype._read = function() {
  }

  /**
   * Registers of an ia64 task, an object inside TASK. It has no content. Restored only by ia64 kernels. No
   * real image was seen; the meaning follows the names of the architecture.
   */

  var Ia64Regs = CptTask.Ia64Regs = (function() {
    function Ia64Regs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * General registers r0 to r127, the stacked ones included.
     */

    /**
     * Floating point registers f0 to f127, two words each.
     */

    /**
     * Branch registers b0 to b7.
     */

    /**
     * NaT bits of the general registers.
     */

    /**
     * Application register BSPSTORE.
     */

    /**
     * Number of stacked registers in the register backing store (inferred).
     */

    /**
     * Size of the dirty part of the register stack, in the form of RSC.loadrs (inferred).
     */

    /**
     * Application register BSP.
     */

    /**
     * Application register UNAT.
     */

    /**
     * Application register PFS.
     */

    /**
     * Application register CCV.
     */

    /**
     * Application register FPSR.
     */

    /**
     * Application register CSD.
     */

    /**
     * Application register SSD.
     */

    /**
     * Application register EC.
     */

    /**
     * Application register LC.
     */

    /**
     * Application register RSC.
     */

    /**
     * Application register RNAT.
     */

    /**
     * Instruction pointer (control register IIP).
     */

    /**
     * Processor status (control register IPSR).
     */

    /**
     * Current frame marker.
     */

    /**
     * Predicate registers, one bit each.
     */

    /**
     * Instruction breakpoint registers.
     */

    /**
     * Data breakpoint registers.
     */

    return Ia64Regs;
  })();

  /**
   * One timer made by timer_create, an object inside POSIX_TIMER_LIST. It has no content. From kernel
   * 042stab076, which writes 72 bytes and no thread id and dump time.
   */

  var PosixTimer = CptTask.PosixTimer = (function() {
    function PosixTimer(_io, _parent, _root, osArch) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.osArch = osArch;

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
    }
    Object.defineProperty(PosixTimer.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    /**
     * Number of the timer in its process; restored as it is.
     */

    /**
     * Clock of the timer; negative numbers are CPU time clocks of a process or thread.
     */

    /**
     * Expirations since the signal was queued, a signed 32-bit number; -1 = none.
     */

    /**
     * Overrun count that timer_getoverrun reports.
     */

    /**
     * Not 0 when the signal of the timer is queued.
     */

    /**
     * Period; 0 = once.
     */

    /**
     * Time left at the dump; 0 = not armed.
     */

    /**
     * Value that is given with the signal.
     */

    /**
     * Number of the signal.
     */

    /**
     * How an expiration is told.
     */

    /**
     * Pid of the thread or process that gets the signal. From kernel 042stab088 (`hdrlen` 88).
     */

    /**
     * Wall clock when the timer was stored; without it the time of the image header counts. From kernel
     * 042stab088 (`hdrlen` 88).
     */

    return PosixTimer;
  })();

  /**
   * System call to be restarted, part of TASK. The order of the arguments depends on the version; a wrong
   * order makes RHEL6 kernels panic at resume.
   */

  var RestartBlock = CptTask.RestartBlock = (function() {
    function RestartBlock(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    RestartBlock.prototype._read = function() {
      this.fn = this._io.readU8le();
      this.arg0 = this._io.readU8le();
      this.arg1 = this._io.readU8le();
      this.arg2 = this._io.readU8le();
      this.arg3 = this._io.readU8le();
    }

    /**
     * Kind of the call. With 0 the arguments are stale. Unknown kinds are logged, and the call ends with
     * EINTR.
     */

    /**
     * Sleep: ns left (versions 0x100 to 0x3ff), number of the clock (0x400 and later), jiffies left
     * (0x000). Poll: user address of the descriptors. Futex: user address.
     */

    /**
     * Sleep: 0 (0x100 to 0x3ff), else the user address for the remaining time. Poll: number of
     * descriptors, for RHEL6 plus 2^32 with a timeout. Futex: expected value.
     */

    /**
     * Sleep: user address for the remaining time (0x100 to 0x3ff), ns left (0x400 to 0x800 of vanilla
     * kernels), 32-bit user address (RHEL6). Poll: ns left (vanilla), ns of the deadline on the source's
     * monotonic clock (RHEL6). Futex: ns left.
     */

    /**
     * Sleep: number of the clock (0x100 to 0x3ff), 0 (vanilla 0x400 to 0x800), ns left (RHEL6). Futex:
     * flags.
     */

    return RestartBlock;
  })();

  /**
   * Alternate signal stack, an object inside TASK, present only if one is set. It has no content.
   */

  var Sigaltstack = CptTask.Sigaltstack = (function() {
    function Sigaltstack(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Sigaltstack.prototype._read = function() {
      this.stack = this._io.readU8le();
      this.stacksize = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    /**
     * User address of the stack.
     */

    /**
     * Size of the stack.
     */

    return Sigaltstack;
  })();

  /**
   * Action for one signal, an object inside SIGHAND_STRUCT. It has no content. Signals with the default
   * action have none.
   */

  var Sighandler = CptTask.Sighandler = (function() {
    function Sighandler(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Number of the signal minus 1. Used as an array index without a check.
     */

    /**
     * User address of the handler; 0 = default, 1 = ignore.
     */

    /**
     * User address that the handler returns to; 0 = none.
     */

    /**
     * Flags of sigaction.
     */

    /**
     * Signals that are blocked while the handler runs; bit n-1 is signal n.
     */

    return Sighandler;
  })();

  /**
   * One queued signal, an object inside TASK (signals of the thread) or inside SIGNAL_STRUCT (signals of the
   * group), in queue order. The object LASTSIGINFO inside TASK has the same form and holds the signal of a
   * ptrace stop. Inside TASK nothing else may follow the first SIGINFO but SIGNAL_STRUCT. Kernels from
   * 042stab076 do not store signals of POSIX timers.
   */

  var Siginfo = CptTask.Siginfo = (function() {
    function Siginfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Flags of the queue entry (SIGQUEUE_*); stale in LASTSIGINFO.
     */

    /**
     * Number of the signal.
     */

    /**
     * Error number given with the signal (si_errno).
     */

    /**
     * Source of the signal (si_code), a signed 32-bit number; for example 0 kill, -1 sigqueue, -6 tkill.
     */

    /**
     * Value given with the signal. 8 bytes are stored; the upper half of an int is whatever the sender
     * left there.
     */

    /**
     * Pid of the sender.
     */

    /**
     * User id of the sender.
     */

    /**
     * User time of the child, SIGCHLD only; stale in others.
     */

    /**
     * Kernel time of the child, SIGCHLD only; stale in others.
     */

    /**
     * User id that is charged for the queue entry; stale in LASTSIGINFO.
     */

    /**
     * Raw words of the siginfo union behind si_code; when present they win over the fields above. From
     * kernel 042stab108 (`hdrlen` 184, on i386 192).
     */

    /**
     * Word 28 of the union, which only i386 kernels have.
     */

    return Siginfo;
  })();

  /**
   * State shared by a thread group, an object inside the TASK of its last thread. Content: SIGINFO objects
   * that are pending for the group.
   */

  var SignalStruct = CptTask.SignalStruct = (function() {
    function SignalStruct(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * 1 for a session leader.
     */

    /**
     * What `pgrp` stands for. RHEL6 writes 0 and does not read it.
     */

    /**
     * What `old_pgrp` stands for. Left stale when `old_pgrp` is 0.
     */

    /**
     * What `session` stands for. RHEL6 writes 0 and does not read it.
     */

    /**
     * Process group. RHEL6 writes 0 and uses the one of TASK; 2.6.18 demands a positive number.
     */

    /**
     * Foreground process group of a terminal that the session leader gave up; 0 = none, -1 = unknown
     * group.
     */

    /**
     * Session. RHEL6 writes 0 and uses the one of TASK; 2.6.18 demands a positive number.
     */

    /**
     * Pending signals of the group; bit n-1 is signal n.
     */

    /**
     * Position of the controlling TTY; 2^64-1 = none.
     */

    /**
     * Pid of the thread that got the last signal of the group; 0 = none.
     */

    /**
     * 1 when the whole group is ending.
     */

    /**
     * Exit status of an ending group; the stop signal of a stopped group.
     */

    /**
     * Pid of the thread that waits for the others to end; 0 = none, another number must exist.
     */

    /**
     * Number of threads left at which `group_exit_task` is woken.
     */

    /**
     * Number of threads that have yet to stop.
     */

    /**
     * Written by old kernels only; stale in 2.6.18 and 2.6.32 images.
     */

    /**
     * User time of threads of the group that have ended.
     */

    /**
     * Kernel time of threads of the group that have ended.
     */

    /**
     * User time of children that were waited for.
     */

    /**
     * Kernel time of children that were waited for.
     */

    /**
     * Voluntary context switches of threads that have ended.
     */

    /**
     * Involuntary context switches of threads that have ended.
     */

    /**
     * Voluntary context switches of children that were waited for.
     */

    /**
     * Involuntary context switches of children that were waited for.
     */

    /**
     * Minor page faults of threads that have ended.
     */

    /**
     * Major page faults of threads that have ended.
     */

    /**
     * Minor page faults of children that were waited for.
     */

    /**
     * Major page faults of children that were waited for.
     */

    /**
     * Soft resource limits in the order of the enumeration `rlimit`. Infinity is 2^64-1 for 64-bit and
     * 2^32-1 for 32-bit kernels. Entries that the kernel does not know are 2^64-1.
     */

    /**
     * Hard resource limits, coded like `rlim_cur`.
     */

    /**
     * Stop and continue state of the group. From kernel 042stab108 (`hdrlen` 456); without it no state is
     * restored.
     */

    return SignalStruct;
  })();

  /**
   * One thread, an object of the TASKS section. The order is depth first: a thread group leader, its other
   * threads, then each child with its subtree; the first one must be pid 1. Content: BITS with the kernel
   * stack (useless), registers, BITS with the FPU state, LASTSIGINFO, SIGALTSTACK, TASK_AUX, SIGINFO
   * objects, and SIGNAL_STRUCT inside the last thread of the group. All pids are those that the container
   * sees.
   */

  var Task = CptTask.Task = (function() {
    function Task(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * State of the frozen task, or its exit state. A kernel leaves a task with any other value asleep for
     * ever. 2.6.18 writes 4 and 8, kernels from 2.6.25 on write 132 and 136.
     */

    /**
     * Task flags. 2.6.18 writes all bits but two, later kernels only those named here; RHEL6 masks the
     * others on restore.
     */

    /**
     * Bits of the ptrace relation (PT_*); 0 = not traced. RHEL6 restores the relation when it is not 0.
     */

    /**
     * Dynamic priority at the dump, a signed 32-bit number. Not read on restore.
     */

    /**
     * Nice value plus 120.
     */

    /**
     * Scheduling policy. 2.6.18 stores only 0 and does not restore it; RHEL6 stores 0, 3 and 5.
     */

    /**
     * Real-time priority. Not read on restore; 0 because real-time tasks are refused at the dump.
     */

    /**
     * 2^64-1 in all real images. Not read on restore.
     */

    /**
     * Thread flags of the writing kernel (TIF_*). The numbers differ between kernels and architectures;
     * only bits 0 to 8 are the same. RHEL6 adds them to the new task.
     */

    /**
     * Thread status bits of the writing kernel (TS_*), for example 2 in a 32-bit task on x86_64.
     */

    /**
     * 2^64-1 in all real images. Not read on restore.
     */

    /**
     * Execution domain in the low byte and flags of personality(2).
     */

    /**
     * Position of the address space; 2^64-1 for a zombie. A zombie leader with live threads names that of
     * a thread.
     */

    /**
     * Position of the descriptor table; 2^64-1 = none. See `mm` for zombie leaders.
     */

    /**
     * Position of root and current directory; 2^64-1 = none. See `mm` for zombie leaders.
     */

    /**
     * Position of the SIGNAL_STRUCT of the thread group, inside the TASK of its last thread, so a forward
     * reference for the others. Must not be 2^64-1.
     */

    /**
     * Position of the signal handlers. Must not be 2^64-1.
     */

    /**
     * Blocked signals; bit n-1 is signal n.
     */

    /**
     * Signals that are blocked while sigtimedwait waits; bit n-1 is signal n.
     */

    /**
     * Pending signals of this thread; bit n-1 is signal n.
     */

    /**
     * Position of the mount namespace; 2^64-1 for a zombie. 2.6.18 does not read it, RHEL6 refuses an
     * unknown one.
     */

    /**
     * Position of the list of semaphore adjustments; 2^64-1 = none. Sharing between threads is lost on
     * restore.
     */

    /**
     * Thread id. 2.6.18 accepts only 1 and numbers with bit 10 (1024) set.
     */

    /**
     * Thread group id, the pid of the leader.
     */

    /**
     * Pid of the parent, or of the tracer of a traced task; 0 = outside the container.
     */

    /**
     * Pid of the real parent. Restore builds the tree from it; threads have the parent of their leader.
     */

    /**
     * Process group. RHEL6 restores it from here, 2.6.18 from SIGNAL_STRUCT.
     */

    /**
     * Session. RHEL6 restores it from here, 2.6.18 from SIGNAL_STRUCT.
     */

    /**
     * Foreground process group of the terminal that the session leader gave up; 0 = none.
     */

    /**
     * Pid of the thread group leader; threads are created by it.
     */

    /**
     * State of a ptrace stop in images before version 0x800, 1 to 9 by event, 0 = none. RHEL6 leaves it
     * stale.
     */

    /**
     * 1 when the task is stopped, or about to stop, by a signal (inferred).
     */

    /**
     * Not 0 when the task sleeps in sigsuspend, kernels before 2.6.16 only. 0 in 2.6.18 images; RHEL6
     * leaves it stale and does not read it.
     */

    /**
     * 1 for a 64-bit program.
     */

    /**
     * User address at which the thread id is stored when the new thread starts; 0 = none.
     */

    /**
     * User address that is cleared and woken when the thread ends; 0 = none.
     */

    /**
     * Status of a zombie as wait4 reports it; the stop signal of a stopped task.
     */

    /**
     * Signal that the parent gets at the exit; 2^32-1 (-1) for a thread that is no leader.
     */

    /**
     * Signal that the task gets when its parent ends; 0 = none.
     */

    /**
     * User id whose account the task is charged to.
     */

    /**
     * Real user id.
     */

    /**
     * Effective user id.
     */

    /**
     * Saved user id.
     */

    /**
     * User id for file access.
     */

    /**
     * Real group id.
     */

    /**
     * Effective group id.
     */

    /**
     * Saved group id.
     */

    /**
     * Group id for file access.
     */

    /**
     * Number of supplementary groups. A task with more is refused at the dump.
     */

    /**
     * Supplementary groups; entries from `ngids` on are stale.
     */

    /**
     * Treatment of unaligned accesses (ia64); 0 elsewhere.
     */

    /**
     * Treatment of emulated floating point operations (ia64); 0 elsewhere.
     */

    /**
     * Effective capabilities. Only the low 32 bits count in images of 2.6.18 and older; there the high
     * half repeats the inheritable set.
     */

    /**
     * Inheritable capabilities. Only the low 32 bits count in images of 2.6.18 and older; there the high
     * half repeats the permitted set.
     */

    /**
     * Permitted capabilities. Only the low 32 bits count in images of 2.6.18 and older; there the high
     * half holds other bits of the kernel.
     */

    /**
     * Name of the task, ended by a zero byte; bytes behind it are stale.
     */

    /**
     * Thread local storage descriptors of the x86 GDT, raw; 0 = unused. Slots 1 to 3 of the abstract
     * segment codes.
     */

    /**
     * Interrupted system call that goes on after the restore.
     */

    /**
     * Time left on ITIMER_REAL; 0 = not armed. Version 0x000: jiffies. 2.6.18 subtracts the time between
     * dump and restore, RHEL6 does not. Leaders only.
     */

    /**
     * Period of ITIMER_REAL; 0 = once. Version 0x000: jiffies.
     */

    /**
     * Expiry of ITIMER_PROF, counted on the CPU time of the thread group (inferred); 0 = not armed.
     * Leaders only.
     */

    /**
     * Period of ITIMER_PROF; 0 = once.
     */

    /**
     * Expiry of ITIMER_VIRTUAL, counted on the user time of the thread group (inferred); 0 = not armed.
     * Leaders only.
     */

    /**
     * Period of ITIMER_VIRTUAL; 0 = once.
     */

    /**
     * Not 0 when the task has an FPU state, stored in BITS.
     */

    /**
     * 1 to keep capabilities when the user id changes. From version 0x600 on the low 8 bits of the
     * securebits, where 0x10 has that meaning.
     */

    /**
     * 1 when the task has called execve since it was created.
     */

    /**
     * Value that PTRACE_GETEVENTMSG hands to the tracer.
     */

    /**
     * CPU time in user mode, of this thread.
     */

    /**
     * CPU time in kernel mode, of this thread.
     */

    /**
     * Start of the thread after the start of the container, monotonic clock. Version 0x000: plain jiffies.
     */

    /**
     * Voluntary context switches of this thread.
     */

    /**
     * Involuntary context switches of this thread.
     */

    /**
     * Page faults of this thread without input or output.
     */

    /**
     * Page faults of this thread with input or output.
     */

    /**
     * Signal mask to be set again when the interrupted call ends; counts when `sigsuspend_state` or the
     * thread flag for it is set.
     */

    /**
     * User time of children that were waited for; a copy of the one in SIGNAL_STRUCT.
     */

    /**
     * Kernel time of children that were waited for; a copy of the one in SIGNAL_STRUCT.
     */

    /**
     * Voluntary context switches of children that were waited for; a copy of the one in SIGNAL_STRUCT.
     */

    /**
     * Involuntary context switches of children that were waited for; a copy of the one in SIGNAL_STRUCT.
     */

    /**
     * Minor page faults of children that were waited for; a copy of the one in SIGNAL_STRUCT.
     */

    /**
     * Major page faults of children that were waited for; a copy of the one in SIGNAL_STRUCT.
     */

    /**
     * Soft resource limits in the order of the enumeration `rlimit`; a copy of those in SIGNAL_STRUCT.
     * Infinity is 2^64-1 for 64-bit and 2^32-1 for 32-bit kernels. Entries that the kernel does not know
     * are 2^64-1.
     */

    /**
     * Hard resource limits, coded like `rlim_cur`.
     */

    /**
     * Position of the beancounter charged for the task. RHEL6 only looks it up.
     */

    /**
     * Position of the beancounter charged for what the task does. RHEL6 only looks it up.
     */

    /**
     * Position of the beancounter charged for the memory; 2^64-1 without an address space. RHEL6 only
     * looks it up.
     */

    /**
     * Position of the beancounter for children. From version 0x801 on a copy of `exec_ub`.
     */

    /**
     * Position of the POSIX_TIMER_LIST of the thread group, in its leader; 2^64-1 = none. From kernel
     * 042stab076 (`hdrlen` 984).
     */

    /**
     * Bounding set of capabilities, taken as it is. From kernel 042stab108 (`hdrlen` 992); without it the
     * bound of the container counts.
     */

    return Task;
  })();

  /**
   * Further state of a task, an object inside TASK, present only if it has a robust list. It has no content.
   */

  var TaskAux = CptTask.TaskAux = (function() {
    function TaskAux(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    TaskAux.prototype._read = function() {
      this.robustList = this._io.readU8le();
      this.future = [];
      for (var i = 0; i < 16; i++) {
        this.future.push(this._io.readU8le());
      }
    }

    /**
     * User address of the list of robust futexes.
     */

    /**
     * For later use; stale.
     */

    return TaskAux;
  })();

  /**
   * Registers of a 64-bit task, an object inside TASK. It has no content. Segment registers hold abstract
   * codes.
   */

  var X8664Regs = CptTask.X8664Regs = (function() {
    function X8664Regs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Debug registers DR0 to DR7; DR4 and DR5 do not exist.
     */

    /**
     * Base address of FS, set by arch_prctl; 0 when a descriptor of `tls` gives it.
     */

    /**
     * Base address of GS of the program.
     */

    /**
     * Segment FS.
     */

    /**
     * Segment GS.
     */

    /**
     * Segment DS.
     */

    /**
     * Segment ES.
     */

    /**
     * Register R15.
     */

    /**
     * Register R14.
     */

    /**
     * Register R13.
     */

    /**
     * Register R12.
     */

    /**
     * Register RBP.
     */

    /**
     * Register RBX.
     */

    /**
     * Register R11; the flags at a system call.
     */

    /**
     * Register R10; fourth argument of a system call.
     */

    /**
     * Register R9; sixth argument of a system call.
     */

    /**
     * Register R8; fifth argument of a system call.
     */

    /**
     * Register RAX; result of a system call, -512 to -516 ask for a restart.
     */

    /**
     * Register RCX; the return address at a system call.
     */

    /**
     * Register RDX; third argument of a system call.
     */

    /**
     * Register RSI; second argument of a system call.
     */

    /**
     * Register RDI; first argument of a system call.
     */

    /**
     * Number of the interrupted system call; 2^64-1 (-1) = none.
     */

    /**
     * Instruction pointer.
     */

    /**
     * Segment CS.
     */

    /**
     * Register RFLAGS.
     */

    /**
     * Stack pointer.
     */

    /**
     * Segment SS.
     */

    return X8664Regs;
  })();

  /**
   * Registers of a 32-bit task, an object inside TASK. It has no content. Segment registers hold abstract
   * codes.
   */

  var X86Regs = CptTask.X86Regs = (function() {
    function X86Regs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Debug registers DR0 to DR7; DR4 and DR5 do not exist and are stale on i386.
     */

    /**
     * Segment FS.
     */

    /**
     * Segment GS of the program before version 0x800; from then on that of the kernel (i386) or 0
     * (x86_64).
     */

    /**
     * Register EBX; first argument of a system call.
     */

    /**
     * Register ECX; second argument of a system call.
     */

    /**
     * Register EDX; third argument of a system call.
     */

    /**
     * Register ESI; fourth argument of a system call.
     */

    /**
     * Register EDI; fifth argument of a system call.
     */

    /**
     * Register EBP; sixth argument of a system call.
     */

    /**
     * Register EAX; result of a system call, negative numbers above 0xfffffe00 ask for a restart.
     */

    /**
     * Segment DS.
     */

    /**
     * Segment ES.
     */

    /**
     * Number of the interrupted system call; 2^32-1 (-1) = none.
     */

    /**
     * Instruction pointer.
     */

    /**
     * Segment CS.
     */

    /**
     * Register EFLAGS.
     */

    /**
     * Stack pointer.
     */

    /**
     * Segment SS.
     */

    /**
     * Segment GS of the program from version 0x800 on; stale padding before.
     */

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
    define(['exports', 'kaitai-struct/KaitaiStream', './CptContainer', './CptFiles', './CptTask', './CptCommon', './CptNetwork', './CptIpc', './CptMemory'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptContainer'), require('./CptFiles'), require('./CptTask'), require('./CptCommon'), require('./CptNetwork'), require('./CptIpc'), require('./CptMemory'));
  } else {
    factory(root.CptImage || (root.CptImage = {}), root.KaitaiStream, root.CptContainer || (root.CptContainer = {}), root.CptFiles || (root.CptFiles = {}), root.CptTask || (root.CptTask = {}), root.CptCommon || (root.CptCommon = {}), root.CptNetwork || (root.CptNetwork = {}), root.CptIpc || (root.CptIpc = {}), root.CptMemory || (root.CptMemory = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptImage_, KaitaiStream, CptContainer_, CptFiles_, CptTask_, CptCommon_, CptNetwork_, CptIpc_, CptMemory_) {
/**
 * A container checkpointed by an OpenVZ kernel: one header, sections back to back, and a trailer section
 * whose only object is the 248-byte tail. Sections and objects carry their own length (`next`) and the
 * length of their fixed part (`hdrlen`). `hdrlen`, not the image version, tells which fields an object has:
 * a field beyond it is absent, not zero.
 * 
 * All numbers are little-endian. "Position" means an absolute byte offset from the start of the file;
 * 2^64-1 is no position. Nothing may be assumed about alignment: follow `next`.
 */

var CptImage = (function() {
  function CptImage(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

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

  /**
   * Header, fixed part, then either further objects or opaque content up to `next`.
   */

  var AnyObject = CptImage.AnyObject = (function() {
    function AnyObject(_io, _parent, _root, parentObject, parentHdrlen) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.parentObject = parentObject;
      this.parentHdrlen = parentHdrlen;

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

    /**
     * The object number, but for one: kernel 042stab076.8 wrote POSIX timers as 4122, the number that
     * became MOUNT_DATA later. Inside a timer list it still means a timer.
     */
    Object.defineProperty(AnyObject.prototype, 'kind', {
      get: function() {
        if (this._m_kind !== undefined)
          return this._m_kind;
        this._m_kind = ( ((this.header.object == CptCommon_.CptCommon.ObjectType.MOUNT_DATA) && (this.parentObject == CptCommon_.CptCommon.ObjectType.POSIX_TIMER_LIST))  ? CptCommon_.CptCommon.ObjectType.POSIX_TIMER : this.header.object);
        return this._m_kind;
      }
    });

    /**
     * Objects of these kinds hold further objects; the content of all others is raw bytes.
     */

    return AnyObject;
  })();

  /**
   * The name of a control group directory, absent for the root, then the pids of its members.
   */

  var CgroupContent = CptImage.CgroupContent = (function() {
    function CgroupContent(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * Container pids, ended by 0.
     */

    return CgroupContent;
  })();

  var ImageHeader = CptImage.ImageHeader = (function() {
    function ImageHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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

    /**
     * High byte is the kernel line, low nibble the minor version of that line.
     */

    /**
     * Architecture of the kernel that wrote the image.
     */

    /**
     * Low half of the container's feature mask.
     */

    /**
     * High half of the container's feature mask.
     */

    /**
     * Page size of the writing kernel; 4096 on x86. Not checked on restore.
     */

    /**
     * Timer ticks per second of the writing kernel. A kernel with another HZ refuses the image.
     */

    /**
     * Jiffies counter of the container at the moment of suspension.
     */

    /**
     * Wall clock at the moment of suspension, seconds since 1970.
     */

    /**
     * Nanoseconds of the same moment; a multiple of 1000.
     */

    /**
     * Word 0 holds bits for CPU features and for unsupported features met; never read on restore.
     */

    /**
     * Word 0 bit 0 says that the writing kernel used 64-bit page table entries.
     */

    /**
     * Netfilter modules that the container uses, handed to container creation.
     */

    return ImageHeader;
  })();

  /**
   * The first bytes of the file. 80 bytes in every known version.
   */

  var MajorHeader = CptImage.MajorHeader = (function() {
    function MajorHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    MajorHeader.prototype._read = function() {
      this.signature = this._io.readBytes(4);
      if (!((KaitaiStream.byteArrayCompare(this.signature, new Uint8Array([121, 28, 1, 99])) == 0))) {
        throw new KaitaiStream.ValidationNotEqualError(new Uint8Array([121, 28, 1, 99]), this.signature, this._io, "/types/major_header/seq/0");
      }
      this.hdrlen = this._io.readU2le();
      this._raw_fixed = this._io.readBytes(this.hdrlen - 6);
      var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
      this.fixed = new ImageHeader(_io__raw_fixed, this, this._root);
    }

    /**
     * Length of this header in bytes; the first section starts here.
     */

    return MajorHeader;
  })();

  /**
   * The last 248 bytes of the file.
   */

  var MajorTail = CptImage.MajorTail = (function() {
    function MajorTail(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

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
      if (!((KaitaiStream.byteArrayCompare(this.signature, new Uint8Array([121, 28, 1, 99])) == 0))) {
        throw new KaitaiStream.ValidationNotEqualError(new Uint8Array([121, 28, 1, 99]), this.signature, this._io, "/types/major_tail/seq/4");
      }
    }

    /**
     * Number of pages left to a page server; 0 unless the migration was lazy.
     */

    /**
     * Number of 64-bit tasks, threads included. Not 0 makes 32-bit kernels refuse the image.
     */

    /**
     * Positions of the section headers of types 0 to 26; 2^64-1 where there is none. No kernel reads them.
     */

    /**
     * Number of entries of the table; must be 27.
     */

    return MajorTail;
  })();

  var ObjectHeader = CptImage.ObjectHeader = (function() {
    function ObjectHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    ObjectHeader.prototype._read = function() {
      this.next = this._io.readU8le();
      this.object = this._io.readU4le();
      this.hdrlen = this._io.readU2le();
      this.content = this._io.readU2le();
    }

    /**
     * Length of the whole object in bytes, this header and everything inside it included.
     */

    /**
     * Length of the fixed part in bytes, this header included; the layout key of the object.
     */

    /**
     * What follows the fixed part; mostly a hint.
     */

    return ObjectHeader;
  })();

  var ObjectList = CptImage.ObjectList = (function() {
    function ObjectList(_io, _parent, _root, parentObject, parentHdrlen) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.parentObject = parentObject;
      this.parentHdrlen = parentHdrlen;

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

      this._read();
    }
    SectionHeader.prototype._read = function() {
      this.next = this._io.readU8le();
      this.section = this._io.readU4le();
      this.hdrlen = this._io.readU2le();
      this.align = this._io.readU2le();
      this.extra = this._io.readBytes(this.hdrlen - 16);
    }

    /**
     * Length of the whole section in bytes, this header included.
     */

    /**
     * Length of this header in bytes.
     */

    /**
     * Always 0, never read.
     */

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
