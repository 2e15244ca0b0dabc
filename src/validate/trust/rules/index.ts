/** The rules of the trust layer, one file for each class of attack. */

import { cgroupsRule } from '../../criu/trust/rules/cgroups.ts';
import { encodingRule } from '../../criu/trust/rules/encoding.ts';
import { ghostsRule } from '../../criu/trust/rules/ghosts.ts';
import { kernelSettingsRule } from '../../criu/trust/rules/kernel-settings.ts';
import { networkTextRule } from '../../criu/trust/rules/network-text.ts';
import { socketsRule } from '../../criu/trust/rules/sockets.ts';
import { terminalsRule } from '../../criu/trust/rules/terminals.ts';
import { watchesRule } from '../../criu/trust/rules/watches.ts';
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

export const trustRules: readonly TrustRule[] = [
  ...[credentialsRule, capabilitiesRule, privilegesRule, seccompRule, lsmRule, limitsRule, codeRule],
  ...[namespacesRule, mountsRule, mountLimitsRule, filesRule, ghostsRule, socketsRule, watchesRule],
  ...[terminalsRule, cgroupsRule, kernelSettingsRule, networkTextRule, encodingRule],
  ...[outerMembersRule, innerTarsRule, engineFilesRule, podmanConfigRule, specRule, imageReferenceRule],
  ...[layoutRule, grantedRule],
];

export const trustPages: TrustPages = Object.assign({}, ...trustRules.map(({ pages }) => pages));
