/** The families, as rows of one table: the only place outside of a family's own folders that names it. */
import type { FamilyId } from '../family-id.ts';
import { cptFamily } from './cpt.ts';
import { criuFamily } from './criu.ts';
import type { Family } from './family.ts';
import { linuxCrFamily } from './linux-cr.ts';

export const families: Readonly<Partial<Record<FamilyId, Family>>> = {
  cpt: cptFamily,
  criu: criuFamily,
  'linux-cr': linuxCrFamily,
};

/** In the order in which an image is held against them. */
export const allFamilies: readonly Family[] = Object.values(families);

/** Undefined for a word that is none. */
export const familyNamed = (id: string): Family | undefined =>
  Object.hasOwn(families, id) ? families[id as FamilyId] : undefined;

/** Of an image that was opened. */
export const familyOf = (id: FamilyId): Family => {
  const family = families[id];
  if (family === undefined) throw new Error(`no family ${id}`);
  return family;
};
