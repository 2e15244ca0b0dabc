/** The rules of the trust layer, one file for each class of attack. */

import { familyTrustPages } from '../../../families/pages.ts';
import type { TrustPages, TrustRule } from '../rule.ts';
import { capabilitiesRule } from './capabilities.ts';
import { codeRule } from './code.ts';
import { credentialsRule } from './credentials.ts';
import { engineFilesRule } from './engine-files.ts';
import { filesRule } from './files.ts';
import { grantedRule } from './granted.ts';
import { imageReferenceRule } from './image-reference.ts';
import { innerTarsRule } from './inner-tars.ts';
import { layoutRule } from './layout.ts';
import { limitsRule } from './limits.ts';
import { lsmRule } from './lsm.ts';
import { mountLimitsRule } from './mount-limits.ts';
import { mountsRule } from './mounts.ts';
import { namespacesRule } from './namespaces.ts';
import { outerMembersRule } from './outer-members.ts';
import { podmanConfigRule } from './podman-config.ts';
import { privilegesRule } from './privileges.ts';
import { seccompRule } from './seccomp.ts';
import { specRule } from './spec.ts';

/** Facts of the images, against what was granted. */
const imageRules: readonly TrustRule[] = [
  ...[credentialsRule, capabilitiesRule, privilegesRule, seccompRule, lsmRule, limitsRule, codeRule],
  ...[namespacesRule, mountsRule, mountLimitsRule, filesRule],
];

/** Records that only one family has. */
const familyRule: TrustRule = {
  pages: familyTrustPages,
  check: (subject, report) => subject.images?.judgeRecords(subject, report),
};

/** What stands around the images. */
const archiveRules: readonly TrustRule[] = [
  ...[outerMembersRule, innerTarsRule, engineFilesRule, podmanConfigRule, specRule, imageReferenceRule],
  ...[layoutRule, grantedRule],
];

export const trustRules: readonly TrustRule[] = [...imageRules, familyRule, ...archiveRules];

export const trustPages: TrustPages = Object.assign({}, ...trustRules.map(({ pages }) => pages));
