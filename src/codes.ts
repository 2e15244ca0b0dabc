/** Every diagnostic code of the project by area, for the documents; a code means one thing everywhere. */
import { conversionCodes } from './conversion/codes.ts';
import { copyCodes } from './convert/copy.ts';
import { coreCodes } from './convert/core/codes.ts';
import type { CodeTable } from './diagnostic.ts';
import { familyCodes } from './families/codes.ts';
import { modelCodes } from './model/codes.ts';
import { openCodes } from './open/codes.ts';
import { archiveCodes } from './parse/archive/codes.ts';
import { remoteCodes } from './parse/bytes/remote/codes.ts';
import { jsonCodes } from './parse/json/codes.ts';
import { planCodes } from './restore-sim/plan/codes.ts';
import { compareCodes } from './restore-sim/plan/compare-restores.ts';
import { replayCodes } from './restore-sim/replay/codes.ts';
import { checkpointRuleCodes } from './restore-sim/rules/codes.ts';

/** Heading in the document → table. Rules of the validator have pages of their own. */
export const codeTables: Readonly<Record<string, CodeTable>> = {
  ...familyCodes,
  'the JSON form': jsonCodes,
  'archives around images': { ...archiveCodes, ...openCodes },
  'images on servers': remoteCodes,
  'the checkpoint': modelCodes,
  conversions: { ...conversionCodes, ...copyCodes, ...coreCodes },
  'planned restores': planCodes,
  'restores compared': compareCodes,
  'rules over a checkpoint': checkpointRuleCodes,
  'recorded traces': replayCodes,
};
