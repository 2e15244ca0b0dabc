/** Open files, directories, inodes, terminals and watches. */
import { carried, defaulted, derived, type FieldValues, lost, lostByCode } from './fate.ts';

const none = 0xffffffff;
const allOnes = 0xffffffffffffffffn;
/** CPT_FLOCK_DELAYED. */
const delayedLock = 0x10000;

export const fileFields = {
  ...carried({
    flags: 'reg_file_entry.flags and the like',
    pos: 'reg_file_entry.pos',
    fownPid: 'fown_entry.pid, pid_type',
    fownUid: 'fown_entry.uid',
    fownEuid: 'fown_entry.euid',
    fownSigno: 'fown_entry.signum',
  }),
  ...derived('the kind of the file, and whether it has a name', ['iMode', 'lflags']),
  ...derived('content, owner and number of a deleted file, pipe or fifo', ['inode']),
  ...derived('the socket or terminal; the mask of a signalfd', ['priv']),
  ...lost('file-opener', ['uid', 'gid']),
  ...defaulted('follows from the flags', ['mode', 'fownFd']),
  ...defaulted('the mount follows from the path', ['vfsmount']),
};

export const filedescFields = {
  ...carried({ fd: 'fdinfo_entry.fd', flags: 'fdinfo_entry.flags' }),
  ...derived('fdinfo_entry.id, type', ['file']),
};

export const filesFields = {
  ...derived('who holds POSIX locks', ['index']),
  ...defaulted('the table grows as it is filled', ['maxFds', 'nextFd']),
};

export const fsFields = carried({ umask: 'fs_entry.umask' });

export const inodeFields = {
  ...carried({
    dev: 'ghost_file_entry.dev',
    ino: 'ghost_file_entry.ino',
    mode: 'ghost_file_entry.mode',
    uid: 'ghost_file_entry.uid, tty_info_entry.uid',
    gid: 'ghost_file_entry.gid, tty_info_entry.gid',
    rdev: 'ghost_file_entry.rdev',
    size: 'ghost_file_entry.size',
    atime: 'ghost_file_entry.atim',
    mtime: 'ghost_file_entry.mtim',
  }),
  ...defaulted('no kernel lets anybody set it', ['ctime']),
  ...defaulted('of the file system that the file is made in', ['nlink', 'blksize', 'blocks', 'sb']),
  ...defaulted('the mount follows from the path', ['vfsmount']),
};

export const refFields = defaulted('the open file names its terminal itself', ['pos']);

export const bitsFields = derived('the length of what is copied', ['size']);

export const nameFields = derived('the length of the archive of a tmpfs', ['len']);

export const vfsmountFields = {
  ...carried({ mntflags: 'mnt_entry.flags', flags: 'mnt_entry.flags, sb_flags' }),
  ...derived('mnt_entry.root_dev, root', ['mntBind']),
  ...defaulted('the parent follows from the path', ['mntParent']),
  ...lostByCode('mount-propagation', ['mntShared', 'mntMaster']),
};

const isDelayed = ({ flags }: FieldValues) => (Number(flags) & delayedLock) !== 0;

export const flockFields = {
  ...carried({
    start: 'file_lock_entry.start',
    end: 'file_lock_entry.len',
    type: 'file_lock_entry.type',
  }),
  ...derived('file_lock_entry.flag, pid, fd', ['owner']),
  ...lost('nfs-lock', ['svid'], { usual: [none] }),
  ...lost('nfs-lock', ['lsid'], { usual: [allOnes], when: isDelayed }),
  ...defaulted('the process that has the descriptor takes the lock', ['pid']),
  ...defaulted('the owner tells the kind', ['flags']),
};

export const ttyFields = {
  ...carried({
    index: 'tty_info_entry.pty.index',
    packet: 'tty_info_entry.packet_mode',
    pgrp: 'tty_info_entry.pgrp',
    session: 'tty_info_entry.sid',
    cIflag: 'termios_entry.c_iflag',
    cOflag: 'termios_entry.c_oflag',
    cCflag: 'termios_entry.c_cflag',
    cLflag: 'termios_entry.c_lflag',
    cLine: 'termios_entry.c_line',
    cCc: 'termios_entry.c_cc',
    wsRow: 'winsize_entry.ws_row',
    wsCol: 'winsize_entry.ws_col',
    wsProw: 'winsize_entry.ws_xpixel',
    wsPcol: 'winsize_entry.ws_ypixel',
  }),
  ...derived('tty_info_entry.exclusive, locked', ['flags']),
  ...derived('whether it is a pseudo terminal, and which side', ['drvType', 'drvSubtype']),
  ...lost('terminal-state', [
    ...(['stopped', 'hwStopped', 'flowStopped', 'ctrlStatus', 'erasing', 'lnext', 'closing'] as const),
    ...(['column', 'canonColumn'] as const),
  ]),
  ...defaulted('lines end where they did when the input is fed in again', [
    ...(['canonData', 'canonHead', 'readFlags'] as const),
  ]),
  ...defaulted('follows from the settings', ['icanon', 'raw', 'realRaw', 'minimumToWake']),
  ...defaulted('follows from the kind and the number', ['drvFlags', 'name', 'link']),
};

export const epollFields = derived('the file whose targets these are', ['file']);

export const epollFileFields = {
  ...carried({
    fd: 'eventpoll_tfd_entry.tfd',
    events: 'eventpoll_tfd_entry.events',
    data: 'eventpoll_tfd_entry.data',
  }),
  ...derived('whether the descriptor is still that file', ['file']),
  ...defaulted('the kernel looks again', ['revents', 'ready']),
};

export const inotifyFields = {
  ...derived('the file whose watches these are', ['file']),
  ...defaulted('of the process and the host', ['user', 'maxEvents']),
  ...defaulted('new watches are numbered from the highest on', ['lastWd']),
};

export const inotifyWatchFields = carried({ wd: 'inotify_wd_entry.wd', mask: 'inotify_wd_entry.mask' });

export const inotifyEventFields = lostByCode('inotify-event', ['wd', 'mask', 'cookie', 'namelen']);

export const timerfdFields = {
  ...carried({
    itValue: 'timerfd_entry.vsec, vnsec',
    itInterval: 'timerfd_entry.isec, insec',
    ticks: 'timerfd_entry.ticks',
    clockid: 'timerfd_entry.clockid',
  }),
  ...defaulted('follows from the ticks', ['expired']),
};

export const eventfdFields = {
  ...carried({ count: 'eventfd_file_entry.counter' }),
  ...lostByCode('eventfd-semaphore', ['flags']),
};
