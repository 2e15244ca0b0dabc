/** maps: each area, against the line of /proc/PID/maps. */
import { Check, type Json, type TruthTable } from '../compare.ts';
import { livingTasks, type Truth, type TruthMap } from '../truth.ts';

function areasOf(truth: Truth): ReadonlyMap<string, TruthMap> | undefined {
  const tasks = livingTasks(truth)?.filter(({ maps }) => maps !== undefined);
  return (
    tasks &&
    new Map(
      tasks.flatMap(({ pid, maps = [] }) =>
        maps.map((map) => [`${pid} ${map.start.toString(16)}`, map] as const),
      ),
    )
  );
}

const addresses = ({ start, end }: TruthMap): string =>
  `${start.toString(16).padStart(8, '0')}-${end.toString(16).padStart(8, '0')}`;

/** CRIU keeps one name for an inode (criu/file-ids.c), though each mapping may have come by its own. */
function nameAsDumped({ path, device, inode }: TruthMap, truth: Truth): string | Check {
  if (inode === undefined || inode === 0n) return path;
  const names = new Set([path]);
  for (const { maps } of truth.tasks ?? []) {
    for (const map of maps ?? []) if (map.inode === inode && map.device === device) names.add(map.path);
  }
  return names.size === 1 ? path : new Check([...names].join(' or '), (ours) => names.has(ours));
}

/** What a pre-dump leaves in a process: the code of CRIU itself (criu/parasite-syscall.c). */
const parasite = '/memfd:CRIUMFD (deleted)';

const areas: TruthTable<TruthMap> = {
  document: 'maps',
  rows: 'memories[].areas[]',
  key: ({ start, name }, [, { pids }]: readonly Json[]) =>
    name === parasite ? undefined : pids.map((pid: number) => `${pid} ${BigInt(start).toString(16)}`),
  facts: areasOf,
  fields: {
    start: ({ start }) => start,
    end: ({ end }) => end,
    perms: ({ perms }) => perms,
    // What rmap uses for anonymous memory is no offset, and /proc hides it.
    offsetBytes: ({ offset, path }) => (path.startsWith('/') ? offset : undefined),
    name: nameAsDumped,
  },
};

const text: TruthTable<TruthMap> = {
  document: 'maps text',
  rows: 'tables[].rows[]',
  key: ({ ADDRESSES, WHAT }, [, { title }]: readonly Json[]) =>
    ADDRESSES === 'total' || WHAT === parasite
      ? undefined
      : title
          .split(', ')
          .map((holder: string) => `${Number.parseInt(holder, 10)} ${ADDRESSES.replace(/^0*|-.*/g, '')}`),
  facts: areasOf,
  fields: {
    ADDRESSES: addresses,
    PERM: ({ perms }) => perms,
    WHAT: nameAsDumped,
  },
};

export const mapsTables = [areas, text];
