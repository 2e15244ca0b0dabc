/** Numbers that most machines of Linux have: include/uapi/asm-generic and include/linux/net.h. */

/** Names by number; an empty one is no name. */
export type NumberTable = readonly string[];

/** Names with their bits. */
export type FlagTable = readonly (readonly [name: string, bits: number])[];

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Names from 1 on. */
export const numbered = (text: string): NumberTable => ['', ...words(text)];

/** asm-generic/signal.h; x86, Arm, PowerPC, s390, RISC-V and LoongArch. */
export const genericSignals = numbered(
  `HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU
   URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS`,
);

/** errno-base.h: the first 34 are the same everywhere. */
export const baseErrors = `EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY
   EEXIST EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK
   EPIPE EDOM ERANGE`;

/** asm-generic/errno.h; 41 and 58 are other names of 11 and 35. */
export const genericErrors: NumberTable = numbered(
  `${baseErrors}
   EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP EWOULDBLOCK ENOMSG EIDRM ECHRNG EL2NSYNC EL3HLT EL3RST
   ELNRNG EUNATCH ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT EDEADLOCK EBFONT ENOSTR ENODATA
   ETIME ENOSR ENONET ENOPKG EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP EDOTDOT EBADMSG EOVERFLOW
   ENOTUNIQ EBADFD EREMCHG ELIBACC ELIBBAD ELIBSCN ELIBMAX ELIBEXEC EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK
   EDESTADDRREQ EMSGSIZE EPROTOTYPE ENOPROTOOPT EPROTONOSUPPORT ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT
   EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS
   EISCONN ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS
   ESTALE EUCLEAN ENOTNAM ENAVAIL EISNAM EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED
   EKEYREVOKED EKEYREJECTED EOWNERDEAD ENOTRECOVERABLE ERFKILL EHWPOISON`,
).map((name, number) => (number === 41 || number === 58 ? '' : name));

/** asm-generic/fcntl.h. The access mode in the lowest two bits is no flag. */
export const genericOpenFlags: FlagTable = [
  ['FMODE_EXEC', 0o40],
  ['O_CREAT', 0o100],
  ['O_EXCL', 0o200],
  ['O_NOCTTY', 0o400],
  ['O_TRUNC', 0o1000],
  ['O_APPEND', 0o2000],
  ['O_NONBLOCK', 0o4000],
  ['O_DSYNC', 0o10000],
  ['FASYNC', 0o20000],
  ['O_DIRECT', 0o40000],
  ['O_LARGEFILE', 0o100000],
  ['O_DIRECTORY', 0o200000],
  ['O_NOFOLLOW', 0o400000],
  ['O_NOATIME', 0o1000000],
  ['O_CLOEXEC', 0o2000000],
  ['O_SYNC', 0o4010000],
  ['O_PATH', 0o10000000],
  ['O_TMPFILE', 0o20200000],
];

/** asm-generic/mman-common.h, mman.h and linux/mman.h. */
export const genericMapFlags: FlagTable = [
  ['MAP_SHARED', 0x1],
  ['MAP_PRIVATE', 0x2],
  ['MAP_DROPPABLE', 0x8],
  ['MAP_FIXED', 0x10],
  ['MAP_ANONYMOUS', 0x20],
  ['MAP_GROWSDOWN', 0x100],
  ['MAP_DENYWRITE', 0x800],
  ['MAP_EXECUTABLE', 0x1000],
  ['MAP_LOCKED', 0x2000],
  ['MAP_NORESERVE', 0x4000],
  ['MAP_POPULATE', 0x8000],
  ['MAP_NONBLOCK', 0x10000],
  ['MAP_STACK', 0x20000],
  ['MAP_HUGETLB', 0x40000],
  ['MAP_SYNC', 0x80000],
  ['MAP_FIXED_NOREPLACE', 0x100000],
  ['MAP_UNINITIALIZED', 0x4000000],
];

/** asm-generic/signal-defs.h, and SA_RESTORER of the machines that have it. */
export const genericSignalFlags: FlagTable = [
  ['SA_NOCLDSTOP', 0x1],
  ['SA_NOCLDWAIT', 0x2],
  ['SA_SIGINFO', 0x4],
  ['SA_UNSUPPORTED', 0x400],
  ['SA_EXPOSE_TAGBITS', 0x800],
  ['SA_RESTORER', 0x04000000],
  ['SA_ONSTACK', 0x08000000],
  ['SA_RESTART', 0x10000000],
  ['SA_NODEFER', 0x40000000],
  ['SA_RESETHAND', 0x80000000],
];

/** linux/net.h. */
export const genericSocketTypes: NumberTable = [
  ...['', 'SOCK_STREAM', 'SOCK_DGRAM', 'SOCK_RAW', 'SOCK_RDM', 'SOCK_SEQPACKET', 'SOCK_DCCP', '', '', ''],
  'SOCK_PACKET',
];
