/** An OCI runtime spec (`config.json`, `spec.dump`) as grants. */
import { limitNumber } from '../../../abi/limits.ts';
import { allCapabilities, capabilitySet } from '../capability.ts';
import type { CapabilitySets } from '../image-facts.ts';
import { entries, flag, list, member, number, text, texts } from '../json.ts';
import type { Json } from '../subject.ts';
import type { DeviceGrant, Grants, IdMapping, MountGrant, SeccompProfile } from './grants.ts';

/** Whether a document is such a spec: only specs have a process and a root, or name their version. */
export const isOciSpec = (value: Json): boolean =>
  member(value, 'ociVersion') !== undefined ||
  (member(value, 'process') !== undefined && member(value, 'root') !== undefined);

export function grantsOfOciSpec(spec: Json, source: string, origin: Grants['origin']): Grants {
  const process = member(spec, 'process');
  const linux = member(spec, 'linux');
  const capabilities = capabilitiesOf(member(process, 'capabilities'));
  const allowsAll = list(member(linux, 'resources', 'devices')).some(
    (rule) =>
      flag(member(rule, 'allow')) === true &&
      [undefined, '', 'a'].includes(text(member(rule, 'type'))) &&
      isAny(member(rule, 'major')) &&
      isAny(member(rule, 'minor')),
  );
  return {
    source,
    origin,
    ...(process !== undefined && {
      uid: number(member(process, 'user', 'uid')) ?? 0,
      gid: number(member(process, 'user', 'gid')) ?? 0,
      groups: list(member(process, 'user', 'additionalGids')).filter((id) => typeof id === 'number'),
      noNewPrivileges: flag(member(process, 'noNewPrivileges')) ?? false,
      ...given('apparmor', text(member(process, 'apparmorProfile'))),
      ...given('selinux', text(member(process, 'selinuxLabel'))),
      ...limitsOf(member(process, 'rlimits')),
      oomScoreAdj: number(member(process, 'oomScoreAdj')) ?? 0,
      hasTerminal: flag(member(process, 'terminal')) ?? false,
    }),
    ...(capabilities && { capabilities }),
    ...(linux !== undefined && {
      seccomp: seccompOf(member(linux, 'seccomp')) ?? 'none',
      namespaces: new Map(
        list(member(linux, 'namespaces')).map((item) => [
          text(member(item, 'type')) ?? '',
          text(member(item, 'path')) || undefined,
        ]),
      ),
      uidMappings: mappingsOf(member(linux, 'uidMappings')),
      gidMappings: mappingsOf(member(linux, 'gidMappings')),
      maskedPaths: texts(member(linux, 'maskedPaths')),
      readonlyPaths: texts(member(linux, 'readonlyPaths')),
      ...given('propagation', text(member(linux, 'rootfsPropagation'))),
      devices: list(member(linux, 'devices')).map(deviceOf),
      hasAllDevices: allowsAll,
      sysctls: new Map(entries(member(linux, 'sysctl')).map(([name, value]) => [name, String(value)])),
      ...given('cgroupsPath', text(member(linux, 'cgroupsPath'))),
      limits: resourcesOf(member(linux, 'resources')),
    }),
    mounts: list(member(spec, 'mounts')).map(mountOf),
    isRootReadonly: flag(member(spec, 'root', 'readonly')) ?? false,
    annotations: new Set(entries(member(spec, 'annotations')).map(([name]) => name)),
    isPrivileged: isPrivileged(capabilities, allowsAll),
  };
}

const given = <Name extends string>(name: Name, value: string | undefined) =>
  value === undefined || value === '' ? {} : ({ [name]: value } as { readonly [N in Name]: string });

const isAny = (value: Json | undefined) => value === undefined || value === null || value === -1;

/** As engines write `--privileged`: every capability, and every device. */
const isPrivileged = (capabilities: CapabilitySets | undefined, allowsAll: boolean): boolean =>
  capabilities !== undefined && countBits(capabilities.bounding) >= 36 && allowsAll;

export const countBits = (set: bigint): number =>
  (set & allCapabilities).toString(2).replaceAll('0', '').length;

function capabilitiesOf(value: Json | undefined): CapabilitySets | undefined {
  if (value === undefined || value === null) return undefined;
  const set = (name: string) => capabilitySet(texts(member(value, name)));
  return {
    bounding: set('bounding'),
    permitted: set('permitted'),
    effective: set('effective'),
    inheritable: set('inheritable'),
    ambient: set('ambient'),
  };
}

function limitsOf(value: Json | undefined): Pick<Grants, 'hardLimits'> {
  const limits = new Map<number, bigint>();
  for (const item of list(value)) {
    const found = limitNumber(text(member(item, 'type')) ?? '');
    const hard = number(member(item, 'hard'));
    // RLIM_INFINITY as Go writes it is beyond what JSON numbers of this language hold exactly.
    if (found !== undefined && hard !== undefined)
      limits.set(found, hard < 0 || hard >= 2 ** 63 ? 2n ** 64n - 1n : BigInt(Math.trunc(hard)));
  }
  return { hardLimits: limits };
}

function mappingsOf(value: Json | undefined): readonly IdMapping[] {
  return list(value).map((item) => ({
    first: number(member(item, 'containerID')) ?? 0,
    host: number(member(item, 'hostID')) ?? 0,
    count: number(member(item, 'size')) ?? 0,
  }));
}

export const mountOf = (item: Json): MountGrant => ({
  destination: text(member(item, 'destination')) ?? '',
  type: text(member(item, 'type')) ?? '',
  source: text(member(item, 'source')) ?? '',
  options: texts(member(item, 'options')),
});

const deviceOf = (item: Json): DeviceGrant => ({
  path: text(member(item, 'path')) ?? '',
  type: text(member(item, 'type')) ?? '',
  major: number(member(item, 'major')) ?? -1,
  minor: number(member(item, 'minor')) ?? -1,
});

function resourcesOf(value: Json | undefined): NonNullable<Grants['limits']> {
  const memory = number(member(value, 'memory', 'limit'));
  const pids = number(member(value, 'pids', 'limit'));
  return {
    ...(memory !== undefined && memory > 0 && { memoryBytes: BigInt(Math.trunc(memory)) }),
    ...((number(member(value, 'cpu', 'quota')) ?? 0) > 0 && { hasCpuQuota: true }),
    ...(pids !== undefined && pids > 0 && { pids: BigInt(Math.trunc(pids)) }),
  };
}

function seccompOf(value: Json | undefined): SeccompProfile | undefined {
  if (value === undefined || value === null) return undefined;
  const defaultAction = text(member(value, 'defaultAction'));
  return {
    ...(defaultAction !== undefined && { defaultAction }),
    architectures: texts(member(value, 'architectures')),
    rules: list(member(value, 'syscalls')).map((rule) => ({
      names: texts(member(rule, 'names')),
      action: text(member(rule, 'action')) ?? '',
      isConditional: list(member(rule, 'args')).length > 0,
    })),
  };
}
