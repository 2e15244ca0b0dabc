/** What images of each family tell: a column of the table of families that views and rules ask without waiting. */
import type { FamilyId } from '../family-id.ts';
import { cptTraits } from '../model/from-cpt/traits.ts';
import { criuTraits } from '../model/from-criu/traits.ts';
import { linuxCrTraits } from '../model/from-linux-cr/traits.ts';
import type { ImageTraits } from '../model/traits.ts';

const traits: Readonly<Record<FamilyId, ImageTraits>> = {
  cpt: cptTraits,
  criu: criuTraits,
  'linux-cr': linuxCrTraits,
};

export const traitsOf = (family: FamilyId): ImageTraits => traits[family];
