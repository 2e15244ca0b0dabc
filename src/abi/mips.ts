/** Numbers of MIPS, which took them from IRIX: arch/mips/include/uapi/asm. */
import { baseErrors, type FlagTable, type NumberTable, numbered } from './generic.ts';

/** signal.h. */
export const mipsSignals = numbered(
  `HUP INT QUIT ILL TRAP ABRT EMT FPE KILL BUS SEGV SYS PIPE ALRM TERM USR1 USR2 CHLD PWR WINCH URG IO STOP
   TSTP CONT TTIN TTOU VTALRM PROF XCPU XFSZ`,
);

/** errno.h: the numbers above 34 where there is a name. */
const mipsOwnErrors: Readonly<Record<string, number>> = {
  ...{ ENOMSG: 35, EIDRM: 36, ECHRNG: 37, EL2NSYNC: 38, EL3HLT: 39, EL3RST: 40, ELNRNG: 41, EUNATCH: 42 },
  ...{ ENOCSI: 43, EL2HLT: 44, EDEADLK: 45, ENOLCK: 46, EBADE: 50, EBADR: 51, EXFULL: 52, ENOANO: 53 },
  ...{ EBADRQC: 54, EBADSLT: 55, EDEADLOCK: 56, EBFONT: 59, ENOSTR: 60, ENODATA: 61, ETIME: 62, ENOSR: 63 },
  ...{ ENONET: 64, ENOPKG: 65, EREMOTE: 66, ENOLINK: 67, EADV: 68, ESRMNT: 69, ECOMM: 70, EPROTO: 71 },
  ...{ EDOTDOT: 73, EMULTIHOP: 74, EBADMSG: 77, ENAMETOOLONG: 78, EOVERFLOW: 79, ENOTUNIQ: 80, EBADFD: 81 },
  ...{ EREMCHG: 82, ELIBACC: 83, ELIBBAD: 84, ELIBSCN: 85, ELIBMAX: 86, ELIBEXEC: 87, EILSEQ: 88 },
  ...{ ENOSYS: 89, ELOOP: 90, ERESTART: 91, ESTRPIPE: 92, ENOTEMPTY: 93, EUSERS: 94, ENOTSOCK: 95 },
  ...{ EDESTADDRREQ: 96, EMSGSIZE: 97, EPROTOTYPE: 98, ENOPROTOOPT: 99, EPROTONOSUPPORT: 120 },
  ...{ ESOCKTNOSUPPORT: 121, EOPNOTSUPP: 122, EPFNOSUPPORT: 123, EAFNOSUPPORT: 124, EADDRINUSE: 125 },
  ...{ EADDRNOTAVAIL: 126, ENETDOWN: 127, ENETUNREACH: 128, ENETRESET: 129, ECONNABORTED: 130 },
  ...{ ECONNRESET: 131, ENOBUFS: 132, EISCONN: 133, ENOTCONN: 134, EUCLEAN: 135, ENOTNAM: 137 },
  ...{ ENAVAIL: 138, EISNAM: 139, EREMOTEIO: 140, ESHUTDOWN: 143, ETOOMANYREFS: 144, ETIMEDOUT: 145 },
  ...{ ECONNREFUSED: 146, EHOSTDOWN: 147, EHOSTUNREACH: 148, EALREADY: 149, EINPROGRESS: 150, ESTALE: 151 },
  ...{ ECANCELED: 158, ENOMEDIUM: 159, EMEDIUMTYPE: 160, ENOKEY: 161, EKEYEXPIRED: 162, EKEYREVOKED: 163 },
  ...{ EKEYREJECTED: 164, EOWNERDEAD: 165, ENOTRECOVERABLE: 166, ERFKILL: 167, EHWPOISON: 168 },
  ...{ EDQUOT: 1133 },
};

export const mipsErrors: NumberTable = Object.entries(mipsOwnErrors).reduce(
  (names, [name, number]) => {
    names[number] = name;
    return names;
  },
  [...numbered(baseErrors)],
);

/** fcntl.h. */
export const mipsOpenFlags: FlagTable = [
  ['O_APPEND', 0x8],
  ['O_DSYNC', 0x10],
  ['FMODE_EXEC', 0x20],
  ['O_NONBLOCK', 0x80],
  ['O_CREAT', 0x100],
  ['O_TRUNC', 0x200],
  ['O_EXCL', 0x400],
  ['O_NOCTTY', 0x800],
  ['FASYNC', 0x1000],
  ['O_LARGEFILE', 0x2000],
  ['O_SYNC', 0x4010],
  ['O_DIRECT', 0x8000],
  ['O_DIRECTORY', 0x10000],
  ['O_NOFOLLOW', 0x20000],
  ['O_NOATIME', 0x40000],
  ['O_CLOEXEC', 0x80000],
  ['O_PATH', 0x200000],
  ['O_TMPFILE', 0x410000],
];

/** mman.h. */
export const mipsMapFlags: FlagTable = [
  ['MAP_SHARED', 0x1],
  ['MAP_PRIVATE', 0x2],
  ['MAP_DROPPABLE', 0x8],
  ['MAP_FIXED', 0x10],
  ['MAP_RENAME', 0x20],
  ['MAP_AUTOGROW', 0x40],
  ['MAP_LOCAL', 0x80],
  ['MAP_AUTORSRV', 0x100],
  ['MAP_NORESERVE', 0x400],
  ['MAP_ANONYMOUS', 0x800],
  ['MAP_GROWSDOWN', 0x1000],
  ['MAP_DENYWRITE', 0x2000],
  ['MAP_EXECUTABLE', 0x4000],
  ['MAP_LOCKED', 0x8000],
  ['MAP_POPULATE', 0x10000],
  ['MAP_NONBLOCK', 0x20000],
  ['MAP_STACK', 0x40000],
  ['MAP_HUGETLB', 0x80000],
  ['MAP_FIXED_NOREPLACE', 0x100000],
];

/** signal.h. */
export const mipsSignalFlags: FlagTable = [
  ['SA_NOCLDSTOP', 0x1],
  ['SA_SIGINFO', 0x8],
  ['SA_NOCLDWAIT', 0x10000],
  ['SA_ONSTACK', 0x08000000],
  ['SA_RESTART', 0x10000000],
  ['SA_NODEFER', 0x40000000],
  ['SA_RESETHAND', 0x80000000],
];

/** socket.h: streams and datagrams are exchanged. */
export const mipsSocketTypes: NumberTable = [
  ...['', 'SOCK_DGRAM', 'SOCK_STREAM', 'SOCK_RAW', 'SOCK_RDM', 'SOCK_SEQPACKET', 'SOCK_DCCP', '', '', ''],
  'SOCK_PACKET',
];
