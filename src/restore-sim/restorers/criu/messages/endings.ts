/** Where logs of restores end that wait, or that were killed: by their last line. */
import type { ExplainCode } from './explanations/index.ts';

export interface Ending {
  readonly last: RegExp;
  /** The line stands there again and again. */
  readonly repeats?: boolean;
  readonly code: ExplainCode;
  readonly cause: string;
  readonly remedy: string;
}

/** The special before the general. */
export const endings: readonly Ending[] = [
  {
    last: /LD: Got link \d+, type \d+\s*$/,
    code: 'loopback-up',
    cause:
      'CRIU tries TCP over the loopback device and waits for an answer: lo is down, or a packet filter drops what comes in over it. A killed CRIU (memory) ends here, too.',
    remedy: 'ip link set lo up; let packets over lo through',
  },
  {
    last: /Preadv 0x[0-9a-f]+:\d+\.\.\. \(\d+ iovs\)\s*$|`- returned 0\s*$/,
    repeats: true,
    code: 'image-damaged',
    cause:
      'Pages are read without end: they are not in the image. It is cut, a part of a chain, or lazy and restored without --lazy-pages.',
    remedy: 'fetch the whole image; --lazy-pages with its page server',
  },
  {
    last: /Preadv 0x[0-9a-f]+:\d+\.\.\. \(\d+ iovs\)\s*$/,
    repeats: false,
    code: 'memory-needed',
    cause:
      'The log ends while memory is filled: CRIU was killed, as where a control group has no memory left.',
    remedy: 'raise the limit of its control group; look for the OOM killer in the log of the kernel',
  },
  {
    last: /Restoring \d+ to \d+ (sid|pgid)\s*$/,
    code: 'shell-job',
    cause: 'A task waits for the leader of a session or group, which is not in the tree.',
    remedy: 'give --shell-job on a terminal',
  },
  {
    last: /will be restored from fd \d+ dumped from inherit fd/,
    code: 'descriptor-given',
    cause: 'A pipe that was handed over is opened, and nobody has its other end.',
    remedy: 'keep the reader of the pipe alive',
  },
  {
    last: /Receive fd for \d+\s*$|Wait fdinfo|Create fd for|Opening.*fifo/i,
    code: 'file-needed',
    cause:
      'A file is opened and never comes: a FIFO stands in its place, or another task waits for a descriptor.',
    remedy: 'put back the file',
  },
  {
    // criu/file-lock.c, restore_file_lock: the kind of the lock that is asked for next.
    last: /\((flock|posix|ofd|lease|mandatory)\)\s*flag: ?\d+|Wait(ing)? .*(lock|lease)|Restoring .* lock/i,
    code: 'lock-free',
    cause: 'A lock is waited for, which somebody else has.',
    remedy: 'end who holds it',
  },
  {
    last: /\)\s+\w{1,4}$|vdso: /,
    code: 'file-size-limit',
    cause:
      'The log ends in the middle: it may not grow (RLIMIT_FSIZE), its disk is full, or CRIU was killed.',
    remedy: 'ulimit -f unlimited; make room',
  },
];
