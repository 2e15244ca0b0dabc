/** Pages of what is said of images of one family only: a column of the table of families. */
import { criuPages } from '../validate/criu/pages.ts';
import { linuxCrPages } from '../validate/linux-cr/pages.ts';
import type { LayerPages } from '../validate/page.ts';

/** Those of CPT images are the pages of record rules. */
export const familyPages: LayerPages = [...criuPages, ...linuxCrPages];
