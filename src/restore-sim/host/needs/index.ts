/**
 * Who judges which condition. To add a kind: a row in conditions.ts at its place in the order of the restore, the
 * source that asks for it in the folder of the restorer, a judge here, and, where it reads a new fact, a field in
 * host.ts, check-host.ts, formats/host.schema.json and capture-host.sh.
 */
import type { Condition, ConditionCode } from '../../conditions.ts';
import { allRights } from './access.ts';
import { directoryJudge, ghostNameJudge, removedNameJudge, spaceJudge } from './directories.ts';
import {
  containerAddressJudge,
  containerFreeJudge,
  imageThereJudge,
  networkThereJudge,
  secretThereJudge,
  volumeFreeJudge,
} from './engine.ts';
import {
  cpusetJudge,
  filledJudge,
  freeGroupJudge,
  groupDirectoryJudge,
  hierarchyJudge,
  processCountJudge,
  thawedJudge,
} from './groups.ts';
import type { Judge, Judgement, Situation } from './judge.ts';
import { open } from './judge.ts';
import { unlessCached } from './kernel-cache.ts';
import { lockJudge } from './locks.ts';
import {
  commitmentJudge,
  cpuJudge,
  faultJudge,
  featureJudge,
  hugePagesJudge,
  memoryJudge,
  networkSettingsJudge,
  releaseJudge,
  sysctlJudge,
} from './memory.ts';
import {
  addressJudge,
  interfaceFreeJudge,
  interfaceJudge,
  loopbackJudge,
  loopbackOpenJudge,
  numberFreeJudge,
  pingGroupJudge,
  portJudge,
  serverJudge,
  unixPeerJudge,
} from './network.ts';
import {
  descriptorJudge,
  lazyPagesJudge,
  optionalJudge,
  optionJudge,
  refusedJudge,
  refusedOrOpenJudge,
  terminalJudge,
} from './options.ts';
import {
  deviceJudge,
  fileJudge,
  hostPathJudge,
  mountJudge,
  mountPointJudge,
  mountSourceJudge,
  programJudge,
  unixNameJudge,
} from './paths.ts';
import { pluginJudge } from './plugins.ts';
import {
  descriptorLimitJudge,
  hardLimitsJudge,
  ipcFreeJudge,
  ownLimitJudge,
  pidInUseJudge,
  pidsFreeJudge,
  pidsSettableJudge,
  signalCountJudge,
  terminalCountJudge,
  terminalNumberJudge,
} from './processes.ts';
import {
  callsJudge,
  capabilitiesJudge,
  capabilityJudge,
  joinedJudge,
  lowPortJudge,
  lsmJudge,
  namespaceCountJudge,
  noFilterJudge,
  noNewPrivilegesJudge,
  ownerJudge,
  ownUserNamespaceJudge,
  privilegedJudge,
  procJudge,
  profileJudge,
  rightToRestoreJudge,
  settingsJudge,
  userNamespaceJudge,
} from './rights.ts';
import { scriptJudge } from './scripts.ts';
import { lockedMountJudge } from './user-namespaces.ts';

export type { GivenOptions, Situation } from './judge.ts';

const judges: Readonly<Record<ConditionCode, Judge>> = {
  'engine-file-needed': refusedOrOpenJudge,
  'container-free': containerFreeJudge,
  'image-there': imageThereJudge,
  'pod-needed': optionJudge,
  'secret-there': secretThereJudge,
  'network-there': networkThereJudge,
  'container-address': containerAddressJudge,
  'volume-content': optionJudge,
  'volume-free': volumeFreeJudge,
  'published-port': portJudge,
  'deleted-link': refusedOrOpenJudge,
  'network-of-engine': () => 'open',
  'cgroup-free': freeGroupJudge,
  'option-understood': refusedJudge,
  'descriptor-given': descriptorJudge,
  'joined-namespace': joinedJudge,
  'named-device': interfaceJudge,
  'right-to-restore': rightToRestoreJudge,
  'directory-of-restore': hostPathJudge,
  'image-streamer': serverJudge,
  'proc-mounted': procJudge,
  'calls-allowed': callsJudge,
  'initial-user-namespace': userNamespaceJudge,
  'network-capability': privilegedJudge,
  'namespace-count': namespaceCountJudge,
  'loopback-up': loopbackJudge,
  'loopback-open': loopbackOpenJudge,
  'program-needed': programJudge,
  'memory-tracking': featureJudge,
  'criu-fault': faultJudge,
  'tcp-close': optionJudge,
  'allow-uprobes': optionJudge,
  'criu-release': releaseJudge,
  'newer-criu-needed': open,
  'label-option': lsmJudge,
  'cpu-image': refusedJudge,
  'cpu-features': cpuJudge,
  'deprecated-form': optionJudge,
  'cgroup-of-dumper': optionJudge,
  'plugin-needed': pluginJudge,
  'lsm-type': lsmJudge,
  'shell-job': optionJudge,
  'external-mount': optionJudge,
  'external-mount-auto': optionJudge,
  'external-device': optionJudge,
  'external-network': optionJudge,
  'external-pid-namespace': optionJudge,
  'macvlan-parent': optionJudge,
  'cgroup-hierarchy': hierarchyJudge,
  'cgroup-directory': groupDirectoryJudge,
  'cpuset-above': cpusetJudge,
  'cpuset-filled': filledJudge,
  'cgroup-thawed': thawedJudge,
  'cgroup-kept': refusedJudge,
  'lazy-pages-needed': lazyPagesJudge,
  'lazy-pages-server': serverJudge,
  'option-file': scriptJudge,
  'clock-capability': privilegedJudge,
  'user-namespace': ownUserNamespaceJudge,
  'pids-free': pidsFreeJudge,
  'pids-settable': pidsSettableJudge,
  'process-count': processCountJudge,
  'settings-writable': settingsJudge,
  'root-directory': optionJudge,
  'veth-peer': optionJudge,
  'device-name-free': interfaceFreeJudge,
  'device-number-free': numberFreeJudge,
  'network-sysctls': networkSettingsJudge,
  'ipc-free': ipcFreeJudge,
  'shared-root': open,
  'locked-mount': lockedMountJudge,
  'mount-needed': mountJudge,
  'external-path': hostPathJudge,
  'mount-source': mountSourceJudge,
  'mount-point-needed': mountPointJudge,
  'file-system-needed': open,
  'control-group-needed': open,
  'kernel-feature': featureJudge,
  'space-needed': spaceJudge,
  'ghost-name-free': ghostNameJudge,
  'terminal-master': terminalJudge,
  'terminal-inherited': terminalJudge,
  'root-change': capabilityJudge,
  'owner-capability': ownerJudge,
  'descriptor-limit': descriptorLimitJudge,
  'tcp-established': optionJudge,
  'network-reachable': refusedOrOpenJudge,
  'external-terminal': optionJudge,
  'external-file': optionJudge,
  'external-connection': optionJudge,
  'directory-needed': directoryJudge,
  'device-needed': deviceJudge,
  'file-needed': fileJudge,
  'removed-name-free': removedNameJudge,
  'terminal-number': terminalNumberJudge,
  'terminal-count': terminalCountJudge,
  'signal-owner': pidInUseJudge,
  'socket-capability': capabilityJudge,
  'ping-group': pingGroupJudge,
  'address-there': addressJudge,
  'port-capability': lowPortJudge,
  'port-free': portJudge,
  'interface-there': interfaceJudge,
  'unix-peer': unixPeerJudge,
  'unix-name-free': unixNameJudge,
  'lock-free': lockJudge,
  'watch-count': sysctlJudge,
  'file-size-limit': ownLimitJudge,
  'address-space-limit': ownLimitJudge,
  'data-limit': ownLimitJudge,
  'locked-memory': ownLimitJudge,
  'signal-count': signalCountJudge,
  'stack-limit': unlessCached(ownLimitJudge),
  'pid-max': sysctlJudge,
  'unknown-mapping': open,
  'map-count': sysctlJudge,
  'huge-pages': hugePagesJudge,
  'memory-commitment': commitmentJudge,
  'memory-needed': memoryJudge,
  'vsyscall-page': featureJudge,
  'pid-file': hostPathJudge,
  capabilities: capabilitiesJudge,
  'lsm-profile': profileJudge,
  'file-locks': optionJudge,
  'external-pipe': optionalJudge,
  'pipe-key': refusedJudge,
  'pipe-data': refusedJudge,
  'veth-peer-name': optionalJudge,
  'mount-label': optionJudge,
  'connections-closed': refusedJudge,
  'network-kept': refusedJudge,
  'unknown-area-status': open,
  'hard-limits': hardLimitsJudge,
  'scheduling-capability': capabilityJudge,
  'no-filter': noFilterJudge,
  'no-new-privileges': noNewPrivilegesJudge,
  'feature-needed': open,
};

/** Names that whoever looks may not look at: on its own host that is who restores, elsewhere nobody knows. */
function look(condition: Condition, situation: Situation): Judgement {
  try {
    return judges[condition.code](condition, situation);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EACCES') throw error;
    const found = 'in a directory that may not be entered';
    return situation.hostRoot === undefined ? { maybe: found } : { found, remedy: allRights };
  }
}

/** The condition with its state, and with what was found. */
export function judge(condition: Condition, situation: Situation): Condition {
  const judgement = situation.options?.cares(condition) === true ? 'met' : look(condition, situation);
  if (judgement === 'open') return condition;
  if (judgement === 'met') return { ...condition, state: 'met' };
  if ('note' in judgement) return { ...condition, state: 'met', found: judgement.note };
  if ('maybe' in judgement) return { ...condition, found: judgement.maybe };
  const { found, otherwise = condition.otherwise, remedy = condition.remedy } = judgement;
  return { ...condition, state: 'unmet', found, otherwise, remedy };
}
