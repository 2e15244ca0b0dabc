/** A Kubernetes pod, or the container of a CRI request, as grants. What a pod leaves open is the engine's default. */
import { allCapabilities, capabilitySet, defaultCapabilities } from '../capability.ts';
import type { CapabilitySets } from '../image-facts.ts';
import { entries, flag, isObject, list, member, number, text, texts } from '../json.ts';
import type { Engine, Json } from '../subject.ts';
import type { Grants, MountGrant } from './grants.ts';

export const isPod = (value: Json): boolean =>
  text(member(value, 'kind')) === 'Pod' || list(member(podSpec(value), 'containers')).length > 0;

/** Of a Pod, or of what makes pods: Deployment, Job, CronJob. */
export function podSpec(value: Json): Json | undefined {
  const spec = member(value, 'spec');
  const template =
    member(spec, 'template', 'spec') ?? member(spec, 'jobTemplate', 'spec', 'template', 'spec');
  return template ?? spec;
}

/** Containers of a pod with their names, init and ephemeral ones included. */
export function podContainers(pod: Json): readonly Json[] {
  const spec = podSpec(pod);
  return ['containers', 'initContainers', 'ephemeralContainers'].flatMap((name) => list(member(spec, name)));
}

/** Mounts that a kubelet or an engine adds to every container (kubelet_pods.go, cri-o server). */
export const kubeletMounts: readonly string[] = [
  ...['/etc/hosts', '/dev/termination-log', '/etc/hostname', '/etc/resolv.conf', '/run/.containerenv'],
  ...[
    '/dev/shm',
    '/var/run/secrets/kubernetes.io/serviceaccount',
    '/run/secrets/kubernetes.io/serviceaccount',
  ],
  ...['/proc', '/dev', '/dev/pts', '/dev/mqueue', '/sys', '/sys/fs/cgroup', '/run/secrets', '/etc/passwd'],
];

export function grantsOfPod(pod: Json, container: Json, source: string, engine: Engine): Grants {
  const spec = podSpec(pod);
  const own = member(container, 'securityContext');
  const shared = member(spec, 'securityContext');
  const either = (name: string) => member(own, name) ?? member(shared, name);
  const isPrivileged = flag(member(own, 'privileged')) === true;
  const uid = number(either('runAsUser'));
  const gid = number(either('runAsGroup'));
  const fsGroup = number(member(shared, 'fsGroup'));
  const isNonRoot = flag(either('runAsNonRoot')) === true;
  const seccomp = text(member(either('seccompProfile'), 'type'));
  const apparmor = text(member(either('appArmorProfile'), 'localhostProfile'));
  return {
    source,
    origin: 'user',
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    ...(uid !== undefined && {
      groups: [
        ...list(member(shared, 'supplementalGroups')).filter((id) => typeof id === 'number'),
        ...(fsGroup === undefined ? [] : [fsGroup]),
      ],
    }),
    ...(isNonRoot && { isNonRoot }),
    capabilities: capabilitiesOf(member(own, 'capabilities'), isPrivileged, engine),
    ...(flag(member(own, 'allowPrivilegeEscalation')) === false && { noNewPrivileges: true }),
    ...(seccomp === 'RuntimeDefault' || seccomp === 'Localhost'
      ? isPrivileged
        ? {}
        : { seccomp: { architectures: [], rules: [] } }
      : {}),
    ...(apparmor !== undefined && { apparmor }),
    namespaces: namespacesOf(spec),
    mounts: mountsOf(spec, container),
    hostPorts: new Set(
      list(member(container, 'ports')).flatMap((item) => {
        const port = number(member(item, 'hostPort'));
        return port === undefined
          ? []
          : [`${port}/${(text(member(item, 'protocol')) ?? 'TCP').toLowerCase()}`];
      }),
    ),
    ...(!isPrivileged &&
      text(member(own, 'procMount')) !== 'Unmasked' && {
        maskedPaths: commonMaskedPaths,
        readonlyPaths: commonReadonlyPaths,
      }),
    ...(flag(member(own, 'readOnlyRootFilesystem')) === true && { isRootReadonly: true }),
    ...(!isPrivileged && { devices: [] }),
    hasAllDevices: isPrivileged,
    sysctls: new Map(
      list(member(shared, 'sysctls')).map((item) => [
        text(member(item, 'name')) ?? '',
        String(member(item, 'value') ?? ''),
      ]),
    ),
    annotations: new Set(entries(member(pod, 'metadata', 'annotations')).map(([name]) => name)),
    isPrivileged,
  };
}

/** What both CRI-O and containerd mask when nothing else is asked for. */
const commonMaskedPaths = ['/proc/kcore', '/proc/keys', '/proc/timer_list', '/sys/firmware'];
const commonReadonlyPaths = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

function capabilitiesOf(asked: Json | undefined, isPrivileged: boolean, engine: Engine): CapabilitySets {
  const dropped = capabilitySet(texts(member(asked, 'drop')));
  const added = capabilitySet(texts(member(asked, 'add')));
  const bounding = isPrivileged ? allCapabilities : (defaultCapabilities[engine] & ~dropped) | added;
  // Engines differ in what they leave to users other than root, and in the ambient set.
  return { bounding, permitted: bounding, effective: bounding, inheritable: bounding, ambient: bounding };
}

/** A type that is the host's is left out, as in an OCI spec. User namespaces come with `hostUsers: false` only. */
function namespacesOf(spec: Json | undefined): ReadonlyMap<string, string | undefined> {
  const own = new Map<string, undefined>([['mount', undefined]]);
  const isHost = (name: string) => flag(member(spec, name)) === true;
  if (!isHost('hostPID')) own.set('pid', undefined);
  if (!isHost('hostIPC')) own.set('ipc', undefined);
  if (!isHost('hostNetwork')) {
    own.set('network', undefined);
    own.set('uts', undefined);
  }
  if (flag(member(spec, 'hostUsers')) === false) own.set('user', undefined);
  return own;
}

function mountsOf(spec: Json | undefined, container: Json): readonly MountGrant[] {
  const volumes = new Map(list(member(spec, 'volumes')).map((item) => [text(member(item, 'name')), item]));
  const mounts = list(member(container, 'volumeMounts')).map((mount): MountGrant => {
    const volume = volumes.get(text(member(mount, 'name')));
    const hostPath = text(member(volume, 'hostPath', 'path'));
    const isReadonly = flag(member(mount, 'readOnly')) === true;
    return {
      destination: text(member(mount, 'mountPath')) ?? '',
      type: 'bind',
      source: hostPath ?? '',
      options: isReadonly ? ['ro'] : [],
    };
  });
  const devices = list(member(container, 'volumeDevices')).map((device) => ({
    destination: text(member(device, 'devicePath')) ?? '',
    type: 'bind',
    source: '',
    options: [],
  }));
  return [...mounts, ...devices];
}

/** The request of a CRI container as pod archives keep it: `linux.security_context` in either spelling. */
export function grantsOfCriConfig(config: Json, source: string, engine: Engine): Grants | undefined {
  const context = member(config, 'linux', 'security_context') ?? member(config, 'linux', 'securityContext');
  if (!isObject(context)) return undefined;
  const either = (snake: string, camel: string) => member(context, snake) ?? member(context, camel);
  const value = (item: Json | undefined) => number(member(item, 'value')) ?? number(item);
  const uid = value(either('run_as_user', 'runAsUser'));
  const gid = value(either('run_as_group', 'runAsGroup'));
  const asked = member(context, 'capabilities');
  const isPrivileged = flag(member(context, 'privileged')) === true;
  const drop = member(asked, 'drop_capabilities') ?? member(asked, 'dropCapabilities') ?? [];
  const add = member(asked, 'add_capabilities') ?? member(asked, 'addCapabilities') ?? [];
  const profile = number(
    member(context, 'seccomp', 'profile_type') ?? member(context, 'seccomp', 'profileType'),
  );
  return {
    source,
    origin: 'archive',
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    capabilities: capabilitiesOf({ drop, add }, isPrivileged, engine),
    ...(flag(either('no_new_privs', 'noNewPrivs')) === true && { noNewPrivileges: true }),
    // 0 RuntimeDefault, 1 Unconfined, 2 Localhost (cri-api SecurityProfile.ProfileType).
    ...((profile === 0 || profile === 2) && !isPrivileged && { seccomp: { architectures: [], rules: [] } }),
    ...(flag(either('readonly_rootfs', 'readonlyRootfs')) === true && { isRootReadonly: true }),
    isPrivileged,
  };
}
