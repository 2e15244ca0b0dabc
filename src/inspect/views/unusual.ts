/** What is worth a look before one relies on an image. Says what is there; whether it restores is for others. */
import { coverageOf } from '../../memory/coverage.ts';
import type { Checkpoint, OpenFile, Task } from '../../model/checkpoint.ts';
import { isDead } from '../../model/look-up.ts';
import { bytesText, plural } from '../words.ts';

/** One sentence for each thing. */
export function unusualThings(checkpoint: Checkpoint): readonly string[] {
  return [
    ...taskThings(checkpoint),
    ...memoryThings(checkpoint),
    ...fileThings(checkpoint),
    ...otherThings(checkpoint),
  ].filter((sentence) => sentence !== undefined);
}

const pidsShown = 6;

function some(tasks: readonly Task[], what: string): string | undefined {
  if (tasks.length === 0) return undefined;
  const named = tasks.slice(0, pidsShown).map(({ pid, comm }) => `${pid} ${comm}`.trim());
  const more = tasks.length > pidsShown ? ` and ${tasks.length - pidsShown} more` : '';
  return `${what}: ${named.join(', ')}${more}`;
}

function taskThings({ tasks, processes, image }: Checkpoint): readonly (string | undefined)[] {
  const pids = new Set(tasks.map(({ pid }) => pid));
  const isLeader = ({ pid, tgid }: Task) => pid === tgid;
  const kernelBits = image.architecture === 'i386' ? 32 : 64;
  return [
    some(
      tasks.filter(({ ptrace }) => ptrace.flags !== 0n),
      'traced',
    ),
    some(
      tasks.filter(({ state }) => state === 'T' || state === 't'),
      'stopped',
    ),
    some(
      tasks.filter(({ state }) => state === '?'),
      'in a state that is not known',
    ),
    some(
      processes.flatMap(({ leader, tasks: all }) =>
        leader && isDead(leader) && all.length > 1 ? [leader] : [],
      ),
      'dead leader of live threads',
    ),
    some(
      tasks.filter((task) => isLeader(task) && task.pgid !== 0 && !pids.has(task.pgid)),
      'in a group without a leader',
    ),
    some(
      tasks.filter((task) => isLeader(task) && task.sid !== 0 && !pids.has(task.sid)),
      'in a session without a leader',
    ),
    kernelBits === 64
      ? some(
          tasks.filter(({ is64bit }) => !is64bit && kernelBits === 64).filter((task) => !isDead(task)),
          '32-bit program on a 64-bit kernel',
        )
      : undefined,
    some(
      tasks.filter(({ scheduling }) => scheduling?.policy === 1 || scheduling?.policy === 2),
      'real-time scheduling',
    ),
  ];
}

function memoryThings(checkpoint: Checkpoint): readonly (string | undefined)[] {
  const { memories, image } = checkpoint;
  const elsewhere = { lazy: 0n, external: 0n, remap: 0n, unknown: 0n, cut: 0n };
  for (const { areas } of memories.values()) {
    for (const area of areas) {
      const { lazy, external, remap, unknown, cut } = coverageOf(checkpoint, area);
      elsewhere.lazy += lazy;
      elsewhere.external += external;
      elsewhere.unknown += unknown;
      elsewhere.cut += cut;
      elsewhere.remap += remap;
    }
  }
  const { lazy, external, remap, unknown, cut } = elsewhere;
  return [
    lazy > 0n ? `${bytesText(lazy)} of memory were left with a page server: not self-contained` : undefined,
    external > 0n ? `${bytesText(external)} of memory lie outside the image: not self-contained` : undefined,
    cut > 0n ? `${bytesText(cut)} of memory are cut off: the image ends before them` : undefined,
    unknown > 0n ? `${bytesText(unknown)} of memory are stored in a form that cannot be read` : undefined,
    remap > 0n ? `${bytesText(remap)} of memory are remapped parts of files` : undefined,
    image.lazyPages ? `the image counts ${plural(image.lazyPages, 'lazy page')}` : undefined,
  ];
}

/** Segments and shared anonymous memory are deleted files of the kernel, but nobody deleted them (ipc/shm.c, mm/shmem.c). */
const isMemory = ({ path = '' }: OpenFile): boolean =>
  path === '' || path === '/dev/zero' || path === '/anon_hugepage' || /SYSV[0-9a-f]{8}$/.test(path);

function fileThings({ files, sockets, inodes }: Checkpoint): readonly (string | undefined)[] {
  const deleted = [...files.values()].filter(
    (file) => file.isDeleted && file.kind === 'regular' && !isMemory(file),
  );
  const locks = [...files.values()].reduce((sum, file) => sum + file.locks.length, 0);
  const all = [...sockets.values()];
  const unread = [...inodes.values()].filter(({ buffered }) => buffered && buffered.length > 0).length;
  const established = all.filter(
    ({ stateName, family }) => family !== 1 && /ESTABLISHED/i.test(stateName),
  ).length;
  const orphans = all.filter(({ isOrphan }) => isOrphan).length;
  return [
    deleted.length > 0 ? `${plural(deleted.length, 'deleted file')} open or mapped` : undefined,
    locks > 0 ? plural(locks, 'file lock') : undefined,
    unread > 0 ? `${plural(unread, 'pipe')} with unread data` : undefined,
    established > 0 ? `${plural(established, 'end')} of established network connections` : undefined,
    orphans > 0 ? `${plural(orphans, 'orphan socket')} still sending` : undefined,
  ];
}

/** By kind, with how many there are where that is more than one. */
function kindsText(opaque: Checkpoint['opaque']): string {
  const counts = new Map<string, number>();
  for (const { kind, file, more = 0 } of opaque) {
    const name = kind === 'unknown' ? (file ?? kind) : kind;
    counts.set(name, (counts.get(name) ?? 0) + 1 + more);
  }
  return [...counts].map(([kind, count]) => (count > 1 ? `${kind} (${count})` : kind)).join(', ');
}

/** ipc/shm.c: SHM_DEST. */
const removedBit = 0o1000;

function otherThings({ sharedMemories, mounts, opaque, beancounters, container }: Checkpoint) {
  const removed = [...sharedMemories.values()].filter(({ mode }) => (mode & removedBit) !== 0).length;
  const external = [...mounts.values()].filter(({ isExternal }) => isExternal).length;
  const failed = [...beancounters.values()].flatMap(({ resources }) =>
    resources.filter(({ current }) => current.failcnt > 0n).map(({ name }) => name),
  );
  return [
    removed > 0
      ? `${plural(removed, 'shared memory', 'shared memories')} removed but still mapped`
      : undefined,
    external > 0 ? `${plural(external, 'mount')} must be there before a restore` : undefined,
    opaque.length > 0
      ? `${plural(
          opaque.reduce((sum, { more = 0 }) => sum + 1 + more, 0),
          'record',
        )} kept as they are, in no view: ${kindsText(opaque)}`
      : undefined,
    failed.length > 0 ? `resource limits were hit: ${[...new Set(failed)].join(', ')}` : undefined,
    container.ipcLimits && !container.ipcLimits.areShmLimitsReliable
      ? 'the shared memory limits are stale bytes, as this kernel leaves them'
      : undefined,
  ];
}
