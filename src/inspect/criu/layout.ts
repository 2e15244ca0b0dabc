/**
 * The files of a CRIU image in the order in which the inspector shows them: sections of files that belong together,
 * the files of one task side by side; then the same of each older directory. Positions are those of this order.
 */
import { type ImageLayout, type LaidFile, layOutAnew } from '../../model/from-criu/image-source.ts';
import {
  type FileIdentity,
  type ImageDirectory,
  type ImageTypeName,
  identifyFile,
  imageTypes,
} from '../../parse/criu/index.ts';

export interface Section {
  readonly title: string;
  /** Numbers of files; the end is exclusive. */
  readonly first: number;
  readonly end: number;
}

export interface GroupedLayout extends ImageLayout {
  readonly sections: readonly Section[];
  readonly files: readonly LaidFile[];
}

/** What concerns the checkpoint as a whole, then by how often one looks at it; in each the order of reading. */
const groups: readonly (readonly [title: string, types: readonly ImageTypeName[]])[] = [
  [
    'checkpoint',
    [
      'INVENTORY',
      'PSTREE',
      'SECCOMP',
      'CGROUP',
      'APPARMOR',
      'CPUINFO',
      'STATS_DUMP',
      'STATS_RESTORE',
      'IRMAP_CACHE',
    ],
  ],
  [
    'tasks',
    [
      ...([
        'CORE',
        'IDS',
        'CREDS',
        'MM',
        'VMAS',
        'PAGEMAP',
        'FS',
        'RLIMIT',
        'SIGACT',
        'SIGNAL',
        'PSIGNAL',
      ] as const),
      ...(['ITIMERS', 'POSIX_TIMERS'] as const),
    ],
  ],
  ['ipc', ['IPC_VAR', 'IPCNS_SEM', 'IPCNS_MSG', 'IPCNS_SHM']],
  [
    'namespaces',
    [
      ...([
        'UTSNS',
        'PIDNS',
        'USERNS',
        'TIMENS',
        'MNTS',
        'NETNS',
        'NETDEV',
        'IFADDR',
        'ROUTE',
        'ROUTE6',
      ] as const),
      ...(['RULE', 'IPTABLES', 'IP6TABLES', 'NFTABLES', 'NETNF_CT', 'NETNF_EXP', 'TMPFS_DEV'] as const),
      ...(['TMPFS_IMG', 'AUTOFS', 'BINFMT_MISC', 'BINFMT_MISC_OLD'] as const),
    ],
  ],
  ['memory', ['SHMEM_PAGEMAP', 'PAGES', 'SHM_PAGES']],
];
/** All other types are of open files. */
const filesTitle = 'files';
const filesPlace = 2;
const otherTitle = 'other';

const placeOfType = new Map<ImageTypeName, readonly [group: number, place: number]>();
for (const [group, [, types]] of groups.entries()) {
  const number = group < filesPlace ? group : group + 1;
  for (const [place, type] of types.entries()) placeOfType.set(type, [number, place]);
}
// Descriptors lead to files, so they come first.
const fileTypes: readonly ImageTypeName[] = [
  'FDINFO',
  'FILES',
  ...(Object.keys(imageTypes) as ImageTypeName[]).filter((type) => !placeOfType.has(type)),
];
for (const [place, type] of fileTypes.entries())
  if (!placeOfType.has(type)) placeOfType.set(type, [filesPlace, place]);

const titles = [
  ...groups.slice(0, filesPlace).map(([title]) => title),
  filesTitle,
  ...groups.slice(filesPlace).map(([title]) => title),
  otherTitle,
];
const tasksPlace = 1;
const otherPlace = titles.length - 1;

interface Placed {
  readonly file: LaidFile;
  readonly group: number;
  /** What files of a group are sorted by, first by the first. */
  readonly order: readonly [number, number];
}

/** The files of a directory and of all that it builds on. */
export function groupedLayout(directory: ImageDirectory): GroupedLayout {
  // Its files are moved where they are: an image may have tens of thousands.
  const { files, byPath, chain, lostParent, decoded } = layOutAnew(directory);
  const laid: LaidFile[] = [];
  const sections: Section[] = [];
  let base = 0;
  for (const [depth, own] of chain.entries()) {
    const placed = files.filter((file) => file.directory === own).map(placedFile);
    placed.sort(
      (a, b) => a.group - b.group || a.order[0] - b.order[0] || a.order[1] - b.order[1] || byName(a, b),
    );
    for (const [number, { file, group }] of placed.entries()) {
      const title = `${'parent/'.repeat(depth)}${titles[group]}`;
      if (number === 0 || placed[number - 1]?.group !== group)
        sections.push({ title, first: laid.length, end: laid.length + 1 });
      else sections[sections.length - 1] = { ...(sections.at(-1) as Section), end: laid.length + 1 };
      (file as { base: number }).base = base;
      laid.push(file);
      base += file.size;
    }
  }
  return { files: laid, byPath, chain, lostParent, size: base, decoded, sections };
}

function placedFile(file: LaidFile): Placed {
  const identity: FileIdentity | undefined = identifyFile(file.name);
  const place = identity && placeOfType.get(identity.type);
  if (identity === undefined || place === undefined) return { file, group: otherPlace, order: [0, 0] };
  const [group, order] = place;
  const id = identity.id ?? 0;
  return { file, group, order: group === tasksPlace ? [id, order] : [order, id] };
}

const byName = (a: Placed, b: Placed): number => (a.file.name < b.file.name ? -1 : 1);
