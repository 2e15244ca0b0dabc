/**
 * Resource accounts: kernel/cpt/cpt_ubc.c. Values are not looked at, but for the one limit that 2.6.32
 * enforces and 2.6.18 only counted.
 */
import { contentType, sectionType } from '../../../parse/generated/cpt-records.ts';
import { nullPosition, positionOf, type ReadObject } from './image-reader.ts';
import { isNull, type Restore } from './restore.ts';
import { crash, refuse } from './stop.ts';

/** ub_resource number of physical pages; barrier and limit of a resource are at twice its number. */
const physpages = 6;

export function restoreBeancounters(restore: Restore): void {
  const { reader, beancounters } = restore;
  const { start, end } = restore.section(sectionType.ubc);
  reader.place = 'UBC';
  for (const account of reader.objects('ubc', start, end)) {
    const { offset } = account;
    checkResources(restore, account);
    beancounters.set(offset, 'missing');
    if (isNull(account.fields.parent)) {
      beancounters.set(offset, 'made');
      checkPhyspages(restore, account);
    } else if (restore.line.beancounterResources === undefined) {
      joinParent(restore, account);
    } else {
      // 042stab: sub-beancounters are skipped, the account of the container takes their place.
      beancounters.set(offset, 'made');
    }
    restore.did('beancounter', undefined, offset, { id: account.fields.id });
  }
}

/** Observed on 2.6.18-028stab056: an account that is its own parent is looked up before it exists. */
function joinParent(restore: Restore, { offset, fields }: ReadObject<'ubc'>): void {
  const { beancounters } = restore;
  const parent = beancounters.get(positionOf(fields.parent));
  if (parent === undefined) {
    restore.say('beancounter-unknown', offset, `the parent of account ${fields.id} is not in the image`);
  } else if (parent === 'missing') {
    const message = `account ${fields.id} has a parent that is itself or was not made`;
    crash('beancounter-parent', restore.at(offset), message);
  } else {
    beancounters.set(offset, 'made');
  }
}

function checkResources(restore: Restore, { offset, content, fields }: ReadObject<'ubc'>): void {
  const known = restore.line.beancounterResources;
  if (known === undefined || content !== contentType.array || fields.ubResources <= known) return;
  const message = `account ${fields.id} has ${fields.ubResources} resources, the kernel knows ${known}`;
  refuse('beancounter-resources', 'EINVAL', restore.at(offset), message);
}

/**
 * Observed on 2.6.32-042stab113.5 with images of containers that had no limits on 2.6.18: undump and
 * resume succeed, then the out-of-memory killer ends every task, unless the container is very small.
 */
function checkPhyspages(restore: Restore, { offset, fields }: ReadObject<'ubc'>): void {
  if (!restore.line.enforcesPhyspages || fields.parms[2 * physpages]?.limit !== 0n) return;
  const message = 'no physical memory is allowed (physpages 0): all tasks are killed soon after resume';
  restore.say('killed-after-resume', offset, message);
}

/** rst_lookup_ubc: an unknown account is logged and replaced. */
export function lookUpBeancounter(restore: Restore, position: number, offset: number): void {
  if (position === nullPosition || restore.beancounters.has(position)) return;
  restore.say('beancounter-unknown', offset, `there is no account at position ${position}`);
}
