/** Mappings that are not dumped as they are. */
import { type Explanation, restoreAgain } from '../explanation.ts';
import { askFor, refused } from './row.ts';

export const memoryOfDumps: readonly Explanation[] = [
  refused(
    /Can't open \d+'s mapfile link [0-9a-f]+: No such device or address/,
    'A mapping has no file that could be opened.',
    restoreAgain,
    'follows',
  ),
  refused(
    /Can't open \d+'s mapfile link|Can't open map_files/,
    'The files behind mappings cannot be read.',
    'run CRIU as root with CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE in the user namespace of the host',
  ),
  refused(
    /Unsupported mapping found/,
    'Memory of a driver is mapped (VM_IO or VM_PFNMAP).',
    'GPUs and network cards need a plugin; else unmap it before the dump',
  ),
  // compel/src/lib/infect.c: the first area that may be executed. The kernel writes into none that is shared and not writable.
  refused(
    /POKEDATA failed: Input\/output error/,
    'CRIU lays code of its own over that of the program, and the first area that may be executed is shared memory that cannot be written, as that of a compiler in the program.',
    'start the program without it; PHP: -d opcache.jit_buffer_size=0',
  ),
  refused(/has uprobes vma/, 'Somebody traces the program with uprobes.', askFor('--allow-uprobes')),
  refused(
    /Task \d+ with SysVIPC shmem map/,
    'System V shared memory is attached, and its objects are of the host: they would not be in the image.',
    'run the program in an IPC namespace of its own: unshare -i',
  ),
  refused(
    /Can't reset \d+'s dirty memory tracker/,
    'The kernel does not track which pages change (CONFIG_MEM_SOFT_DIRTY).',
    'dump without --track-mem and without pre-dumps',
  ),
  refused(
    /No parent image found, though parent directory is set|Missing [0-9a-f]+ in parent pagemap|Hole .* not found in parent/,
    'The directory that --prev-images-dir names has not the pages that this dump leaves to it.',
    'name it relative to --images-dir, and keep it as the dump before left it',
  ),
  refused(
    /Pid-reuse detection failed: no parent inventory/,
    'The directory that --prev-images-dir names holds no dump.',
    'name it relative to --images-dir',
  ),
];
