/** Pages of what is said of images of one family only: a column of the table of families. */
import { criuPages } from '../validate/criu/pages.ts';
import { criuTrustPages } from '../validate/criu/trust/rules/index.ts';
import { linuxCrPages } from '../validate/linux-cr/pages.ts';
import type { LayerPages, PageTable } from '../validate/page.ts';

/** Those of CPT images are the pages of record rules. */
export const familyPages: LayerPages = [...criuPages, ...linuxCrPages];

/** Of what the trust layer says of records that only one family has. */
export const familyTrustPages: PageTable = criuTrustPages;
