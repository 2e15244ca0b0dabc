/** The image. */
import { type Explanation, row } from './explanation.ts';

export const imageMessages: readonly Explanation[] = [
  row(
    'image-damaged',
    /Invalid ELF magic|One of obligated program headers is missed|Not all dynamic entries are present/,
    'What the image has in place of the vdso of a task is none: its page is missing (of a parent, or of a lazy migration), or another was read for it.',
    'fetch all of the image, with its parents; cr-validate says which pages are missing',
    { file: /vdso/ },
  ),
  row(
    'image-file-missing',
    /Unexpected EOF on \(empty-image\)|Unexpected EOF$|^Unexpected EOF on|Can't open (core|pstree|inventory|mm|fs|ids)|No IDS for root task|No root found for tree/,
    'A file of the image is not there, or is empty.',
    'fetch the whole image again; cr-validate names what is missing',
  ),
  row(
    'image-damaged',
    /Read \d+ bytes while \d+ expected|Img trimmed|Magic doesn't match|Failed unpacking|Corrupt|corrupt|Not supported images version/,
    'A file of the image is damaged or of another kind.',
    'fetch the image again; cr-validate shows the place',
  ),
  row(
    'image-damaged',
    /Unable to find the \d+ memfd inode|Can't read async pr bytes|Can't read pages data|Missing .* in parent pagemap|Can't open parent path|No parent for snapshot|Page entry address .* outside|Empty list on file desc|No entry for reg-file-ID|No file for fd/,
    'Pages or records that the image refers to are not there.',
    'fetch the whole image with all directories that it builds on',
  ),
  row(
    'criu-release',
    /VMA-s are not sorted|Can't read mapping page|ELF header magic mismatch|Unable to read image.*version|is not supported.*update/i,
    'The image was written by a newer CRIU than the one that reads it.',
    'restore with a CRIU at least as new as the one that dumped',
  ),
  row(
    'criu-release',
    /Too old image, no longer supported/,
    'The directory holds no dump that can be restored: one of an old release, or of a pre-dump.',
    'name the directory of the last dump',
  ),
  row(
    'tcp-close',
    /Need to set the --tcp-close/,
    'The image was dumped with --tcp-close.',
    'give --tcp-close',
  ),
  row(
    'allow-uprobes',
    /--allow-uprobes/,
    'The image was dumped with --allow-uprobes.',
    'give --allow-uprobes',
  ),
  row(
    'plugin-needed',
    /Failed to load plugin|undefined symbol|^Unable to load (?<path>\S+\.so): /i,
    'A plugin cannot be loaded: it is no library, was built for another release, or misses a library.',
    'install the plugin of the same release as criu, or take it out of the directory (--libdir)',
    { file: /plugin\.c$/ },
  ),
  row(
    'about-plugins',
    /^(cuda_plugin|amdgpu_plugin): (?!Missing)/,
    'A plugin is there and its device is not: the driver, its tool or the GPU itself.',
    'look at the driver (nvidia-smi, rocm-smi); for CUDA, cuda-checkpoint of driver 555 or newer on PATH',
    { file: /plugin\w*\.c$/ },
  ),
  row(
    'plugin-needed',
    /Missing required plugin|plugin/i,
    'A plugin of CRIU that dumped something is not there.',
    'install it, and its driver',
    { file: /plugin\.c$/ },
  ),
  row(
    'lsm-type',
    /mismatched lsm types/,
    'Tasks have labels of a security module that this host does not have.',
    'restore where the module is, or give --lsm-profile',
  ),
  row(
    'lsm-profile',
    /can't write lsm profile|Can't write lsm|write.*attr\/(current|exec)/,
    'A profile or label is not known on this host.',
    'load it, or give --lsm-profile',
  ),
  row(
    'cpu-features',
    /CPU (instruction )?capabilities do not match|xfeatures has unsupported|xsave size mismatch|feature required by image|FPU.*not support/i,
    'The processor does not have what tasks of the image use.',
    'restore on a processor that has it',
  ),
  row(
    'deprecated-form',
    /Deprecated|deprecated/,
    'The image has a form that CRIU only takes when it is told to.',
    'give --deprecated',
  ),
];
