/** Diagnostic codes of one family only, by area: a column of the table of families. */
import { cptToCriuCodes } from '../convert/bridges/cpt-to-criu/codes.ts';
import { rootCodes } from '../convert/bridges/cpt-to-criu/preparation/codes.ts';
import { convertCodes } from '../convert/codes.ts';
import { linuxCrConvertCodes } from '../convert/linux-cr/codes.ts';
import type { CodeTable } from '../diagnostic.ts';
import { blockCodes } from '../memory/decoded-space.ts';
import { cptCodes } from '../parse/cpt/codes.ts';
import { criuCodes } from '../parse/criu/codes.ts';
import { linuxCrCodes } from '../parse/linux-cr/codes.ts';
import { restoreCodes } from '../restore-sim/codes.ts';
import { criuRestoreCodes } from '../restore-sim/restorers/criu/codes.ts';
import { criuReferenceCodes } from '../restore-sim/restorers/criu/reference-codes.ts';
import { linuxCrRestoreCodes } from '../restore-sim/restorers/linux-cr/codes.ts';

/** Heading in the document → table. */
export const familyCodes: Readonly<Record<string, CodeTable>> = {
  'CPT images': cptCodes,
  'CRIU images': { ...criuCodes, ...blockCodes },
  'references between CRIU images': criuReferenceCodes,
  'linux-cr images': linuxCrCodes,
  'conversions of CPT images': convertCodes,
  'conversions to CRIU': cptToCriuCodes,
  'container roots': rootCodes,
  'conversions of linux-cr streams': linuxCrConvertCodes,
  'rehearsed restores by OpenVZ kernels': restoreCodes,
  'rehearsed restores by CRIU': criuRestoreCodes,
  'restarted linux-cr streams': linuxCrRestoreCodes,
};
