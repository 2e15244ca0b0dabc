/** Files. */
import { type Explanation, row } from './explanation.ts';

export const filesMessages: readonly Explanation[] = [
  row(
    'external-file',
    // CRIU leaves out the first character of a name, which is the slash of others.
    /Can't open file ile\[[0-9a-f]+:[0-9a-f]+\]/,
    'An open file comes from outside: it was dumped with --external file[MOUNT:INODE], and no descriptor is given.',
    'open the file, and give it with --inherit-fd fd[N]:file[MOUNT:INODE]',
  ),
  row(
    'lock-free',
    // fcntl(2), F_SETLEASE: EAGAIN.
    /Can't set lease: Resource temporarily|Can't restore non breaking lease: Resource temporarily/,
    'A lease is given only where nobody else has the file open, or open for writing where it is one to read.',
    'end who has it open (fuser FILE), or leave --file-locks out',
  ),
  row(
    'file-needed',
    /File (?<path>\S.*) has bad (?<what>size)/,
    'A file is another one than at the dump: its size differs.',
    'put back the file as it was',
  ),
  row(
    'file-needed',
    /File (?<path>\S.*) has bad (?<what>mode)/,
    'A file is another one than at the dump: its mode differs.',
    'chmod it as it was; --skip-file-rwx-check where only bits of rwx differ',
  ),
  row(
    'file-needed',
    /File (?<path>\S.*) has bad (?<what>build-ID)/,
    'A file is another one than at the dump: its build-id differs.',
    'put back the file, or give --file-validation filesize',
  ),
  row(
    'terminal-count',
    /Can't open file \S*ptmx( on restore)?: No space left/,
    'No more pairs of terminals can be made.',
    'raise kernel.pty.max, and max= of devpts',
  ),
  row(
    'mount-needed',
    /Can't open file \S*ptmx( on restore)?: No such device/,
    'devpts is not mounted.',
    'mount -t devpts devpts /dev/pts',
  ),
  row(
    'file-needed',
    /Can't open file (?<path>\S.*?)(?: on restore)?: (?<errno>No such file or directory|Not a directory)/,
    'A file that is opened by its name is not there.',
    'put it below the root of the restore, as it was',
  ),
  row(
    'file-needed',
    /Can't open file (?<path>\S.*?)(?: on restore)?: Read-only file system/,
    'A file is open for writing, and its file system is read-only.',
    'mount it to write',
  ),
  row(
    'file-needed',
    /Can't open file (?<path>\S.*?)(?: on restore)?: Permission denied/,
    'Whoever restores may not open a file.',
    'run CRIU as root, or give the file to its user',
  ),
  row(
    'file-needed',
    /Can't open file (?<path>\S.*?)(?: on restore)?: /,
    'A file cannot be opened.',
    'see the errno',
  ),
  row(
    'file-needed',
    /Can't open fake fifo \S+ \[(?<path>[^\]]*)\]|Can't restore pipe size: Bad file descriptor/,
    'A FIFO is not there, or is no FIFO any more.',
    'make it again: mkfifo',
  ),
  row(
    'file-needed',
    /Can't restore file pos: Illegal seek/,
    'A file has a position, and what lies at its name now has none: it is a FIFO or a terminal.',
    'put the file back',
  ),
  row(
    'file-needed',
    /Can't link (?<path>\S*link_remap\.\d+) -> \S+?: /,
    'The second name of a deleted file, which the dump has made, is not there.',
    'keep link_remap files of the dump',
  ),
  row(
    'file-needed',
    /fsnotify: Unable to open (?<path>\S+?): /,
    'A watched file is not there.',
    'put it back',
  ),
  row(
    'watch-count',
    /Can't add watch for .*: No space left/,
    'There may be no more watches.',
    'raise fs.inotify.max_user_watches',
  ),
  row(
    'file-needed',
    /Can't add watch for .*: (Permission denied|Operation not permitted)/,
    'A file may not be watched: who watches must be able to read it.',
    'run CRIU as root with CAP_DAC_READ_SEARCH',
  ),
  row(
    'space-needed',
    /Can't transfer data to ghost file from image: No space left|Can't send data: No space left|Can't (write|create).*No space left|File too large/,
    'There is no room for a deleted file, which is written again.',
    'make room on its file system',
  ),
  row(
    'ghost-name-free',
    /Can't link \S+\.ghost -> (?<path>\S+): (?<what>File exists)/,
    'A deleted file is made again and gets its old name for a moment, which another file has.',
    'move that file away while CRIU restores',
  ),
  row(
    'directory-needed',
    /Can't link \S+\.ghost -> (?<path>\S+): No such file/,
    'A deleted file is made again and gets its old name for a moment, and the directory of that is not there.',
    'make the directory',
  ),
  row(
    'about-files',
    /^fd (?<descriptor>\d+) already in use/,
    'The number of a descriptor is taken in the task that is to have it: by what CRIU was started with, or by a plugin.',
    'start CRIU with no more than descriptors 0 to 2 open; leave a plugin out that the image does not need',
  ),
  row(
    'ghost-name-free',
    /Can't create even fake link!: (?<what>File exists)/,
    'A file that had another name, since removed, gets it for a moment: NAME or NAME.cr_link. Files of both names are there, perhaps from a restore that failed.',
    'remove them, if nobody needs them',
  ),
  row(
    'ghost-name-free',
    /Can't create (ghost (regfile|dir|dev|fifo|socket)|node for ghost file).*: (?<what>File exists)/i,
    'A deleted file is made again as NAME.cr.ID.ghost, and a restore that was broken off has left one.',
    'remove it',
  ),
  row(
    'directory-needed',
    /Can't create (ghost (regfile|dir|dev|fifo|socket)|node for ghost file)/i,
    'A deleted file cannot be made again where it was.',
    'make its directory, on a file system that can be written',
  ),
  row(
    'terminal-number',
    /Unable to open \S+ with specified index (?<index>\d+)/,
    'The number of a terminal is in use on the host.',
    'end who has it; restore with mounts of its own',
  ),
  row(
    'descriptor-limit',
    /Can't chose service_fd_base|Too big FD number/,
    'A task has descriptors above the limit of CRIU.',
    'ulimit -n above the highest one, soft and hard',
  ),
  row(
    'root-change',
    /Can't change root: Operation|Can't restore ns back: Operation/,
    'The root directory may not be changed.',
    'run CRIU with CAP_SYS_CHROOT',
  ),
  row(
    'lock-free',
    /Can not set ofd lock/,
    'A lock cannot be taken: somebody else has it.',
    'end who holds it (/proc/locks)',
    { file: /file-lock\.c$/ },
  ),
  row(
    'file-locks',
    /lock.*(conflict|busy|Resource temporarily)|Can't set (flock|posix|OFD)/i,
    'A lock cannot be taken: somebody else has it.',
    'end who holds it',
  ),
  row(
    'watch-count',
    /Can't (create|add).*(inotify|fanotify)|inotify.*No space/i,
    'There may be no more watches.',
    'raise fs.inotify.max_user_*',
  ),
];
