/** Every diagnostic code of the project by area, for the documents; a code means one thing everywhere. */

import { conversionCodes } from './conversion/codes.ts';
import { cptToCriuCodes } from './convert/bridges/cpt-to-criu/codes.ts';
import { rootCodes } from './convert/bridges/cpt-to-criu/preparation/codes.ts';
import { copyCodes } from './convert/copy.ts';
import { coreCodes } from './convert/core/codes.ts';
import { convertCodes } from './convert/cpt/codes.ts';
import { linuxCrConvertCodes } from './convert/linux-cr/codes.ts';
import type { CodeTable } from './diagnostic.ts';
import { blockCodes } from './memory/decoded-space.ts';
import { modelCodes } from './model/codes.ts';
import { openCodes } from './open/codes.ts';
import { archiveCodes } from './parse/archive/codes.ts';
import { remoteCodes } from './parse/bytes/remote/codes.ts';
import { cptCodes } from './parse/cpt/codes.ts';
import { criuCodes } from './parse/criu/codes.ts';
import { jsonCodes } from './parse/json/codes.ts';
import { linuxCrCodes } from './parse/linux-cr/codes.ts';
import { restoreCodes } from './restore-sim/codes.ts';
import { planCodes } from './restore-sim/plan/codes.ts';
import { compareCodes } from './restore-sim/plan/compare-restores.ts';
import { replayCodes } from './restore-sim/replay/codes.ts';
import { criuRestoreCodes } from './restore-sim/restorers/criu/codes.ts';
import { criuReferenceCodes } from './restore-sim/restorers/criu/reference-codes.ts';
import { linuxCrRestoreCodes } from './restore-sim/restorers/linux-cr/codes.ts';
import { checkpointRuleCodes } from './restore-sim/rules/codes.ts';

/** Heading in the document → table. Rules of the validator have pages of their own. */
export const codeTables: Readonly<Record<string, CodeTable>> = {
  'CPT images': cptCodes,
  'the JSON form': jsonCodes,
  'CRIU images': { ...criuCodes, ...blockCodes },
  'linux-cr images': linuxCrCodes,
  'archives around images': { ...archiveCodes, ...openCodes },
  'images on servers': remoteCodes,
  'the checkpoint': modelCodes,
  conversions: { ...conversionCodes, ...convertCodes, ...copyCodes, ...coreCodes },
  'conversions to CRIU': cptToCriuCodes,
  'conversions of linux-cr streams': linuxCrConvertCodes,
  'container roots': rootCodes,
  'rehearsed restores by OpenVZ kernels': restoreCodes,
  'rehearsed restores by CRIU': criuRestoreCodes,
  'restarted linux-cr streams': linuxCrRestoreCodes,
  'references between CRIU images': criuReferenceCodes,
  'planned restores': planCodes,
  'restores compared': compareCodes,
  'rules over a checkpoint': checkpointRuleCodes,
  'recorded traces': replayCodes,
};
