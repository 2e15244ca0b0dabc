/** The trust rules over records that only CRIU has, one file for each class of attack. */
import type { TrustPages } from '../../../trust/rule.ts';
import type { CriuTrustRule } from '../rule.ts';
import { cgroupsRule } from './cgroups.ts';
import { encodingRule } from './encoding.ts';
import { ghostsRule } from './ghosts.ts';
import { kernelSettingsRule } from './kernel-settings.ts';
import { networkTextRule } from './network-text.ts';
import { socketsRule } from './sockets.ts';
import { terminalsRule } from './terminals.ts';
import { watchesRule } from './watches.ts';

export const criuTrustRules: readonly CriuTrustRule[] = [
  ...[ghostsRule, socketsRule, watchesRule, terminalsRule],
  ...[cgroupsRule, kernelSettingsRule, networkTextRule, encodingRule],
];

export const criuTrustPages: TrustPages = Object.assign({}, ...criuTrustRules.map(({ pages }) => pages));
