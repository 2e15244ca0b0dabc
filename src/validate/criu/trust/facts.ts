/** What the images of one directory restore, as far as trust is concerned. */
import { type CriuImage, firstOf, hasFile, openCriuImage } from '../../../model/from-criu/image.ts';
import type { ImageDirectory } from '../../../parse/archive/image-directory.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type {
  SeccompFilter as FilterEntry,
  InventoryEntry,
} from '../../../parse/generated/criu-descriptors.ts';
import type { ImageFacts, NamespaceFacts, ProcessRights, SeccompFilter } from '../../trust/image-facts.ts';
import { criuFields } from './fields.ts';
import { openFiles, readFileTable } from './files.ts';
import { readMounts } from './mounts.ts';
import { readNamespaces } from './namespaces.ts';
import { readProcesses } from './processes.ts';

/** With what the rules over CRIU's own records look at. */
export interface CriuFacts extends Omit<ImageFacts, 'judgeRecords'> {
  readonly image: CriuImage;
  readonly inventory: InventoryEntry | undefined;
}

/** Damage is said by other layers. */
export function readFacts(directory: ImageDirectory, prefix: string): CriuFacts {
  const image = openCriuImage(directory, () => {});
  const inventory = firstOf(image, 'INVENTORY', 'inventory_entry')?.fields;
  const { processes, livedIn } = readProcesses(image);
  const mounts = readMounts(image);
  const namespaces = readNamespaces(image, inventory, livedIn);
  const { regular, memfds } = readFileTable(image);
  return {
    prefix,
    image,
    inventory,
    fields: criuFields,
    processes,
    mounts,
    mountTable: mounts[0]?.file ?? fileName('MNTS', expectedMounts(processes, namespaces)),
    namespaces,
    filterTable: { file: fileName('SECCOMP'), offset: 0 },
    filters: (firstOf(image, 'SECCOMP', 'seccomp_entry')?.fields.seccomp_filters ?? []).map(filterOf),
    policies: policiesOf(image),
    files: () => openFiles(image, regular),
    regular,
    memfds,
    links: directory
      .list()
      .filter(({ kind }) => kind === 'link')
      .map(({ name, target = '' }) => ({ name, target })),
  };
}

/** CRIU numbers namespaces as it meets them: the one of the mounts behind that of the host name. */
function expectedMounts([first]: readonly ProcessRights[], { ofDumper }: NamespaceFacts): number {
  const { mount, uts } = first?.namespaces?.ids ?? {};
  return mount !== undefined && mount !== ofDumper.mount ? mount : (uts ?? 0) + 1;
}

const tsync = 1;

const filterOf = ({ filter, flags, prev }: FilterEntry): SeccompFilter => ({
  program: filter ?? new Uint8Array(0),
  isShared: (flags ?? 0) % 2 === tsync,
  // The one of a thread is the oldest, although it is called so.
  next: prev,
});

function policiesOf(image: CriuImage): ImageFacts['policies'] {
  if (!hasFile(image, 'APPARMOR')) return undefined;
  const policies = firstOf(image, 'APPARMOR', 'apparmor_entry')?.fields.namespaces ?? [];
  return {
    file: fileName('APPARMOR'),
    offset: 0,
    field: 'apparmor_entry.namespaces',
    namespaces: policies.length,
  };
}
