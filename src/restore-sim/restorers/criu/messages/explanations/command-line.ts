/** The command line. */
import { type Explanation, row } from './explanation.ts';

export const commandLineMessages: readonly Explanation[] = [
  row(
    'option-understood',
    /unrecognized option|invalid option|ambiguous option|requires an argument|doesn't allow an argument/,
    'The command line has an option that CRIU does not know.',
    'see criu --help; options of other releases differ',
  ),
  row(
    'option-understood',
    /Unknown (cgroups mode|file validation method|FPU mode|CPU cap)|Invalid value for --|invalid argument for|Unable to parse a? ?value|Unsupported empty namespace|unknown lsm|excessive parameter|^Failed to parse|^Unknown option/,
    'An option has a value that CRIU does not take.',
    'see criu --help',
  ),
  row(
    'option-understood',
    /^CRIU was built without|--ms is deprecated|only makes sense with|is restore-only option|only valid on restore/,
    'An option does not fit this CRIU or this command.',
    'leave it out',
  ),
  row(
    'right-to-restore',
    /CRIU needs to have the CAP_SYS_ADMIN|Running as non-root requires|requires.*--unprivileged/,
    'CRIU runs for a user without the capabilities that it needs.',
    'run it as root, or with --unprivileged and CAP_CHECKPOINT_RESTORE',
  ),
  row(
    'descriptor-given',
    /Can't fstat inherit fd (?<fd>\d+)|inherit fd/i,
    'A descriptor of --inherit-fd is not open where CRIU starts.',
    'open it before CRIU is started, and keep it open',
  ),
  row(
    'directory-of-restore',
    /Can't change directory to (?<path>\S+?):|Couldn't open image dir|Can't open dir (?<dir>\S+?):|Can't create log file/,
    'A directory for images or logs is not there, or cannot be written.',
    'name directories that are there: --images-dir, --work-dir',
  ),
  row(
    'pid-file',
    /pidfile: Can't open (?<path>\S+?): |Can't write pidfile/,
    'The file for the number of the root task exists, or cannot be written.',
    'remove it: CRIU makes a new one, in a directory that is there',
  ),
  row(
    'option-file',
    /^Script (?<path>\S+) exited with|^One of more action scripts failed|due to \S+ script ret code/,
    'A program of --action-script failed, or could not be run.',
    'run it by hand with CRTOOLS_SCRIPT_ACTION set: it has to end with 0 for each action',
  ),
  row(
    'directory-of-restore',
    /Invalid parent image directory provided/,
    'The directory of --prev-images-dir is not there; a relative one is so to the directory of the image.',
    'leave --prev-images-dir out: a restore has no use of it',
  ),
  row(
    'directory-of-restore',
    /Unable to open directory (?<path>\S+?): /,
    'The directory of plugins (--libdir, CRIU_LIBS_DIR) is not there, or cannot be read.',
    'name the one where the plugins of CRIU are, or leave it out',
    { file: /plugin\.c$/ },
  ),
  row(
    'memory-tracking',
    /Tracking memory is not available/,
    'The kernel does not track changed memory (CONFIG_MEM_SOFT_DIRTY).',
    'leave --track-mem out: a restore has no use of it',
  ),
  row(
    'cpu-image',
    /No cpuinfo image/,
    '--cpu-cap has the processor compared with cpuinfo.img, which the image does not hold.',
    'leave --cpu-cap out, or dump with it',
  ),
  row(
    'label-option',
    /(apparmor|selinux) LSM specified but .* not supported/,
    'An option names a security module that this host does not have.',
    'leave --lsm-profile out',
  ),
  row(
    'joined-namespace',
    /Can't access join-ns file|join-ns|Failed to join/i,
    'A namespace of --join-ns cannot be joined.',
    'name one that is there, of that kind',
  ),
];
