/** The rules of the trust layer, one file for each class of attack. */
import type { TrustPages, TrustRule } from '../rule.ts';
import { capabilitiesRule } from './capabilities.ts';
import { cgroupsRule } from './cgroups.ts';
import { codeRule } from './code.ts';
import { credentialsRule } from './credentials.ts';
import { encodingRule } from './encoding.ts';
import { engineFilesRule } from './engine-files.ts';
import { filesRule } from './files.ts';
import { ghostsRule } from './ghosts.ts';
import { grantedRule } from './granted.ts';
import { imageReferenceRule } from './image-reference.ts';
import { innerTarsRule } from './inner-tars.ts';
import { kernelSettingsRule } from './kernel-settings.ts';
import { layoutRule } from './layout.ts';
import { limitsRule } from './limits.ts';
import { lsmRule } from './lsm.ts';
import { mountLimitsRule } from './mount-limits.ts';
import { mountsRule } from './mounts.ts';
import { namespacesRule } from './namespaces.ts';
import { networkTextRule } from './network-text.ts';
import { outerMembersRule } from './outer-members.ts';
import { podmanConfigRule } from './podman-config.ts';
import { privilegesRule } from './privileges.ts';
import { seccompRule } from './seccomp.ts';
import { socketsRule } from './sockets.ts';
import { specRule } from './spec.ts';
import { terminalsRule } from './terminals.ts';
import { watchesRule } from './watches.ts';

export const trustRules: readonly TrustRule[] = [
  ...[credentialsRule, capabilitiesRule, privilegesRule, seccompRule, lsmRule, limitsRule, codeRule],
  ...[namespacesRule, mountsRule, mountLimitsRule, filesRule, ghostsRule, socketsRule, watchesRule],
  ...[terminalsRule, cgroupsRule, kernelSettingsRule, networkTextRule, encodingRule],
  ...[outerMembersRule, innerTarsRule, engineFilesRule, podmanConfigRule, specRule, imageReferenceRule],
  ...[layoutRule, grantedRule],
];

export const trustPages: TrustPages = Object.assign({}, ...trustRules.map(({ pages }) => pages));
