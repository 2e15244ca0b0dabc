/** The inventory, which CRIU reads first (criu/image.c, check_img_inventory). */
import { kindHelp } from '../../../model/from-criu/directory-kind.ts';
import { firstOf, placeOf } from '../../../model/from-criu/image.ts';
import type { CriuRestore, Inventory } from './context.ts';
import { needEntry, readingStop } from './read-file.ts';
import { fails } from './stop.ts';

// CRTOOLS_IMAGES_V1 and CRTOOLS_IMAGES_V1_1; pre-dumps have 0.
const versions = { oneMagic: 1, twoMagics: 2 } as const;

// Holds for every release from 1.4 on; what CRIU says of a pre-dump is true and not its cause.
export function readInventory(restore: CriuRestore): Inventory {
  if (restore.kind.name === 'pre-dump') refusePreDump(restore);
  const entry = needEntry(restore, 'INVENTORY', 'inventory_entry');
  const { fields } = entry;
  const at = placeOf(entry);
  function said(text: string, why: string, help?: string): never {
    fails('criu-inventory', at, `CRIU: "${text}"; ${why}`, help === undefined ? {} : { help });
  }
  if (fields.fdinfo_per_id !== true)
    said('Too old image, no longer supported', 'the inventory has no fdinfo_per_id');
  if (fields.root_cg_set === 0) said('Corrupted root cgset', 'root_cg_set is 0');
  const version = fields.img_version ?? 0;
  if (version !== versions.oneMagic && version !== versions.twoMagics) {
    const isNewer = version > versions.twoMagics;
    const known = restore.kind.compressed === undefined ? kindHelp.unknownPages : kindHelp.compressed;
    const help = isNewer ? known : undefined;
    said(`Not supported images version ${version}`, `img_version is ${version}`, help);
  }
  return {
    hasHeadMagic: version === versions.twoMagics,
    nsPerId: fields.ns_per_id === true,
    rootIds: fields.root_ids,
    rootCgroupSet: fields.root_cg_set ?? 0,
    // Where the dump closed them, the restore must be told so (--tcp-close); both that and --allow-uprobes are conditions.
    closesTcp: fields.tcp_close === true || restore.options.tcpClose === true,
  };
}

/** Memory alone: what CRIU says of it is true, and not the reason. */
function refusePreDump(restore: CriuRestore): never {
  const unreadable = readingStop(restore, 'INVENTORY')?.failure;
  const entry = firstOf(restore.image, 'INVENTORY', 'inventory_entry');
  const said =
    unreadable?.message ??
    'CRIU: "Too old image, no longer supported", since its inventory has no fdinfo_per_id';
  const at = unreadable?.at ?? (entry ? placeOf(entry) : { file: 'inventory.img' });
  fails('criu-pre-dump', at, `${restore.kind.title}: there is nothing to restore. ${said}`, {
    help: kindHelp.preDump,
  });
}
