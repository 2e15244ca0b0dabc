/** What spec.dump itself asks of the host: hooks, roots, namespaces, devices, annotations that runtimes obey. */
import { allCapabilities, capabilitySet, capabilityText } from '../capability.ts';
import type { Grants } from '../grants/grants.ts';
import { countBits } from '../grants/oci-spec.ts';
import { entries, list, member, text } from '../json.ts';
import { hasDotDot, isEngineFolder, isEngineSocket, isSensitiveHostPath } from '../paths.ts';
import { documentOf } from '../read/documents.ts';
import { type TrustReport, trustRule, type Where } from '../rule.ts';
import type { ContainerSubject, JsonDocument } from '../subject.ts';
import { samePath } from './mount-facts.ts';

const changed = 'Do not restore it, unless you know who wrote the spec.';

export const specRule = trustRule(
  {
    'trust-spec-hook': {
      severity: 'error',
      meaning: 'The spec of the archive has hooks: programs of the host.',
      why: 'The runtime starts them as root, outside of the container, from a spec that the archive brings.',
      bad: '"hooks": {"prestart": [{"path": "/bin/sh", …}]}',
      good: 'no hooks; engines add those of the host that restores (CDI, GPU, oci-hooks)',
      mend: changed,
      reference: 'runtime-spec, config.md, POSIX-platform Hooks',
    },
    'trust-spec-root': {
      severity: 'error',
      meaning: 'The root of the spec is not a root that an engine makes.',
      why: 'The container gets that directory of the host as its root.',
      bad: 'root.path "/"',
      good: 'a path in the storage of the engine, or one below its bundle',
      mend: changed,
      reference: 'runtime-spec, config.md, Root',
    },
    'trust-spec-namespace': {
      severity: 'error',
      meaning: 'The spec joins a namespace of a process of the host.',
      why: 'The container lives in it: it sees processes, network or files of the host.',
      bad: '{"type":"pid","path":"/proc/1/ns/pid"}',
      good: 'no path, or one that the engine made: /run/netns/…',
      mend: changed,
      reference: 'runtime-spec, config-linux.md, Namespaces',
    },
    'trust-spec-annotation': {
      severity: 'error',
      meaning: 'An annotation of the archive makes the runtime or the engine do something on the host.',
      why: 'org.criu.config names a file that replaces the options of CRIU; run.oci.* and module.* choose handlers; a log path is written to.',
      bad: 'org.criu.config: /tmp/criu.conf',
      good: 'annotations that describe the pod',
      mend: changed,
      reference: 'runc and crun: org.criu.config; CVE-2026-53492 (CDI)',
    },
    'trust-cdi-annotation': {
      severity: 'warning',
      meaning: 'An annotation asks for devices by CDI.',
      why: 'containerd gives the container devices, mounts and hooks of the named CDI spec.',
      bad: 'cdi.k8s.io/x in status.dump, and nothing of it in the pod',
      good: 'GPU pods that carry it themselves: give the pod by --spec to compare',
      mend: 'Compare it with the pod, or remove it.',
      reference: 'CVE-2026-53492',
    },
    'trust-spec-mount': {
      severity: 'warning',
      meaning: 'The spec binds a sensitive path of the host.',
      why: 'Engines that take mounts from the archive bind it; it may be what the user asked for.',
      bad: 'a bind of / or of the socket of an engine',
      good: 'volumes, and what kubelets and engines mount everywhere',
      mend: 'Compare it with what the container was to have, by --spec.',
      reference: 'CVE-2024-8676',
    },
    'trust-spec-device-rule': {
      severity: 'warning',
      meaning: 'The device rules of the spec allow everything, though the container is not privileged.',
      why: 'Whoever may make a node, or finds one, opens any device of the host.',
      bad: '{"allow": true, "access": "rwm"} in a container with 11 capabilities',
      good: 'deny all, then the devices of the container',
      mend: 'Compare it with what the container was to have, by --spec.',
      reference: 'runtime-spec, config-linux.md, Allowed Device list',
    },
    'trust-spec-privileged': {
      severity: 'note',
      meaning: 'The container was privileged: it has the rights of the host.',
      why: 'It was asked for when it was started; who restores it runs it with these rights.',
      bad: 'all capabilities, no seccomp, host namespaces, of an archive of a stranger',
      good: 'privileged containers of your own',
      mend: 'Restore it only where you would start it so.',
      reference: 'podman run --privileged; securityContext.privileged',
    },
  },
  (subject, report) => {
    const { spec } = subject.documents;
    if (spec === undefined) return;
    judgeHooks(spec, report);
    judgeRoot(spec, report);
    judgeNamespaces(spec, report);
    judgeAnnotations(subject, spec, report);
    judgeMounts(spec, report);
    const granted = subject.grants.find(
      ({ origin, source }) => origin === 'archive' && source === spec.member,
    );
    if (granted !== undefined) judgeRights(spec, granted, report);
  },
);

type Report = TrustReport<keyof typeof specRule.pages & string>;

function judgeHooks({ value, member: where }: JsonDocument, report: Report): void {
  for (const [kind, hooks] of entries(member(value, 'hooks')))
    for (const [index, hook] of list(hooks).entries())
      report(
        'trust-spec-hook',
        { member: where, field: `hooks.${kind}[${index}]` },
        `hook in archive spec: ${text(member(hook, 'path')) ?? 'a program'} would be started as root`,
      );
}

/** Relative to the bundle, which the engine makes. */
function judgeRoot({ value, member: where }: JsonDocument, report: Report): void {
  const path = text(member(value, 'root', 'path'));
  if (path === undefined || path === '') return;
  const isRelative = !path.startsWith('/');
  const isBad = isRelative
    ? hasDotDot(path)
    : hasDotDot(path) || (isSensitiveHostPath(path) && !isEngineFolder(path));
  if (isBad)
    report(
      'trust-spec-root',
      { member: where, field: 'root.path' },
      `root path outside storage: ${path} of the host would be the root of the container`,
    );
  if (path.includes(']:'))
    report('trust-spec-root', { member: where, field: 'root.path' }, `root path with ]: ${path}`);
}

function judgeNamespaces({ value, member: where }: JsonDocument, report: Report): void {
  for (const [index, item] of list(member(value, 'linux', 'namespaces')).entries()) {
    const path = text(member(item, 'path')) ?? '';
    const type = text(member(item, 'type')) ?? '';
    const at = { member: where, field: `linux.namespaces[${index}].path` };
    if (path === '') continue;
    if (hasDotDot(path)) report('trust-spec-namespace', at, `path with ..: the ${type} namespace ${path}`);
    // Sandboxes of containerd and pods of Podman are named by their process, whatever its number is on the next host.
    else if (/^\/proc\/(1|2|self|thread-self)\//.test(path))
      report(
        'trust-spec-namespace',
        at,
        `namespace path of the host: the container would join ${path} (${type})`,
      );
    else if (!ordinaryNamespace.test(path))
      report(
        'trust-spec-namespace',
        at,
        `namespace path of nobody's pod: the container would join ${path} (${type})`,
        'warning',
      );
  }
}

/** As `ip netns`, pinns of CRI-O, containerd and Podman name them, and those of a sandbox process. */
const ordinaryNamespace =
  /^(\/var)?\/run\/([a-z]+\/){0,2}(user\/\d+\/)?([a-z]+\/)?(net|ipc|uts|user|pid|cgroup|mnt)?ns\/(?!default$)[^/]+(\/[a-z]+)?$|^\/proc\/\d+\/(task\/\d+\/)?ns\/[a-z_]+$/;

const annotationsThatAct =
  /^(org\.criu\.config|run\.oci\.(hooks|handler|mount_context_type|seccomp|systemd\.force_cgroup_v1|keep_original_groups|delegate-cgroup|pidfd_receiver|timens_offset|wasm).*|module\.wasm.*|org\.systemd\.property\..*|io\.podman\.annotations\.checkpoint\..*)$/;
/** Those that change what crun and systemd do, but start and open nothing. */
const mildAnnotations =
  /^(run\.oci\.(systemd|keep_original_groups|delegate-cgroup|wasm|timens_offset|mount_context_type)|org\.systemd\.property\.|module\.wasm)/;
/** How systemd stops the container, which Podman writes into every specification (libpod). */
const isStopSetting = (name: string, value: string): boolean =>
  (name === 'org.systemd.property.KillSignal' && /^\d{1,2}$/.test(value)) ||
  (name === 'org.systemd.property.TimeoutStopUSec' && /^uint64 \d{1,20}$/.test(value));
const podLogs = /^\/var\/log\/(pods|containers)\//;

function judgeAnnotations(subject: ContainerSubject, spec: JsonDocument, report: Report): void {
  const { status } = subject.documents;
  for (const document of [spec, status]) {
    for (const [name, item] of entries(member(document?.value, 'annotations'))) {
      const where = { member: document?.member ?? spec.member, field: `annotations[${name}]` };
      const value = text(item) ?? '';
      if (name.startsWith('cdi.k8s.io/')) sayCdi(subject, where, name, value, report);
      else if (name === 'io.kubernetes.cri-o.Annotations' && value.includes('cdi.k8s.io/'))
        sayCdi(subject, where, 'cdi.k8s.io/ in io.kubernetes.cri-o.Annotations', value.slice(0, 200), report);
      else if (
        name === 'io.kubernetes.cri-o.PrivilegedRuntime' &&
        value === 'true' &&
        !isPrivilegedSpec(subject)
      )
        report(
          'trust-spec-annotation',
          where,
          `security annotation: ${name} is true, the spec itself says otherwise`,
          'warning',
        );
      else if (name === 'io.kubernetes.cri-o.Volumes') judgeVolumes(subject, where, value, report);
      else if (isStopSetting(name, value)) continue;
      else if (annotationsThatAct.test(name))
        report(
          'trust-spec-annotation',
          where,
          `annotation obeyed by the runtime: ${name} is ${value}`,
          mildAnnotations.test(name) ? 'warning' : 'error',
        );
      else if (
        name === 'io.kubernetes.cri-o.LogPath' &&
        value !== '' &&
        (!podLogs.test(value) || hasDotDot(value))
      )
        report(
          'trust-spec-annotation',
          where,
          `log path outside log directory: ${value} would be written to`,
        );
      else if (
        /^io\.kubernetes\.cri-o\.(MountPoint|ResolvPath|HostnamePath|ShmPath)$/.test(name) &&
        value !== '' &&
        !isEngineFolder(value)
      )
        report('trust-spec-annotation', where, `path outside storage: ${name} is ${value}`);
      else if (/^io\.podman\.annotations\.(seccomp|apparmor|label|privileged|autoremove|init)$/.test(name))
        judgePodman(subject, where, name, value, report);
    }
  }
}

const isPrivilegedSpec = ({ grants }: ContainerSubject): boolean =>
  grants.some(({ origin, isPrivileged }) => origin === 'archive' && isPrivileged);

/** CRI-O's own list of the mounts of the request. */
function judgeVolumes({ grants }: ContainerSubject, where: Where, value: string, report: Report): void {
  const spec = grants.find(({ origin }) => origin === 'archive');
  const volumes = list(documentOf(value, where.member)?.value);
  for (const volume of volumes) {
    const inside = text(member(volume, 'container_path')) ?? '';
    const outside = text(member(volume, 'host_path')) ?? '';
    const own = spec?.mounts?.find(({ destination }) => samePath(destination, inside));
    if (spec?.mounts === undefined || own !== undefined) continue;
    report(
      'trust-spec-annotation',
      where,
      `annotation and spec disagree: the volume ${outside} at ${inside} is no mount of the spec`,
      'warning',
    );
  }
}

/** Device plugins of kubelets add them to the request of a container, where no pod shows them. */
function sayCdi(
  { grants }: ContainerSubject,
  where: Where,
  name: string,
  value: string,
  report: Report,
): void {
  const isAsked = grants.some(
    ({ origin, annotations }) => origin === 'user' && annotations?.has(name) === true,
  );
  report(
    'trust-cdi-annotation',
    where,
    `CDI annotation: ${name} asks for ${value}`,
    isAsked ? 'note' : 'warning',
  );
}

/** As `podman inspect` shows them; a restore hands them on. */
function judgePodman(
  subject: ContainerSubject,
  where: { member: string; field: string },
  name: string,
  value: string,
  report: Report,
): void {
  const granted = subject.grants.find(({ origin }) => origin === 'archive');
  const isPrivileged =
    name.endsWith('.privileged') && value.toUpperCase() === 'TRUE' && granted?.isPrivileged !== true;
  const isUnconfined =
    /unconfined/.test(value) &&
    (name.endsWith('.seccomp')
      ? granted?.seccomp !== 'none'
      : name.endsWith('.apparmor') && granted?.apparmor !== undefined);
  if (isPrivileged || isUnconfined)
    report(
      'trust-spec-annotation',
      where,
      `security annotation: ${name} is ${value}, the spec itself says otherwise`,
      'warning',
    );
}

function judgeMounts({ value, member: where }: JsonDocument, report: Report): void {
  for (const [index, item] of list(member(value, 'mounts')).entries()) {
    const destination = text(member(item, 'destination')) ?? '';
    const source = text(member(item, 'source')) ?? '';
    const options = list(member(item, 'options'));
    const type = text(member(item, 'type')) ?? '';
    const at = { member: where, field: `mounts[${index}]` };
    if (destination.includes(']:') || source.includes(']:'))
      report(
        'trust-spec-mount',
        at,
        `path with ]: ${destination} would be cut by the option --external`,
        'error',
      );
    else if (hasDotDot(destination))
      report('trust-spec-mount', at, `path with ..: the mount ${destination}`, 'error');
    const isBind = type === 'bind' || options.includes('bind') || options.includes('rbind');
    if (!isBind || (isEngineFolder(source) && !isEngineSocket(source))) continue;
    if (hasDotDot(source))
      report('trust-spec-mount', at, `path with ..: the source ${source} at ${destination}`, 'error');
    else if (isSensitiveHostPath(source)) {
      const isReadonly = options.includes('ro');
      report(
        'trust-spec-mount',
        at,
        `sensitive host path: ${source} at ${destination}${isReadonly ? ', read-only' : ''}${isEngineSocket(source) ? ', the socket of an engine' : ''}`,
      );
    } else if (source.startsWith('/'))
      report('trust-spec-mount', at, `hostPath by spec: ${source} at ${destination}`, 'note');
  }
}

/** Those with which the host is reached. */
const graveCapabilities = capabilitySet([
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'DAC_READ_SEARCH',
  'BPF',
  'SYS_BOOT',
  'MAC_ADMIN',
  'PERFMON',
]);

/** Those that a namespace has for itself (runc libcontainer/configs/validate). */
const ownSysctl = /^(net[./]|fs[./]mqueue[./]|kernel[./](shm|msg|sem|domainname|hostname))/;

function judgeRights(spec: JsonDocument, granted: Grants, report: Report): void {
  const { capabilities, seccomp, namespaces, hasAllDevices, isPrivileged } = granted;
  const hosts = ['pid', 'network', 'ipc', 'mount'].filter(
    (type) => namespaces !== undefined && !namespaces.has(type),
  );
  const isAll =
    capabilities !== undefined && countBits(capabilities.bounding) >= countBits(allCapabilities) - 3;
  const grave = capabilities === undefined || isAll ? 0n : capabilities.bounding & graveCapabilities;
  if (grave !== 0n)
    report(
      'trust-spec-privileged',
      { member: spec.member, field: 'process.capabilities' },
      `grave capabilities by spec: ${capabilityText(grave)}`,
      'note',
    );
  for (const [index, { path, type, major, minor }] of (granted.devices ?? []).entries())
    if (type === 'b' && !isPrivileged)
      report(
        'trust-spec-device-rule',
        { member: spec.member, field: `linux.devices[${index}]` },
        `block device by spec: ${path} is ${major}:${minor}`,
      );
  for (const name of granted.sysctls?.keys() ?? [])
    if (!ownSysctl.test(name))
      report(
        'trust-spec-annotation',
        { member: spec.member, field: `linux.sysctl[${name}]` },
        `sysctl of the host: ${name} is set for the whole kernel`,
        'warning',
      );
  if (hasAllDevices === true && !isPrivileged)
    report(
      'trust-spec-device-rule',
      { member: spec.member, field: 'linux.resources.devices' },
      'device rules allow all: nothing but missing nodes keeps the container from devices of the host',
    );
  if (isAll)
    report(
      'trust-spec-privileged',
      { member: spec.member, field: 'process.capabilities' },
      `privileged by spec: all capabilities${seccomp === 'none' ? ', no seccomp' : ''}${hosts.length > 0 ? `, the ${hosts.join(', ')} namespace of the host` : ''}`,
      hosts.length > 0 ? 'warning' : 'note',
    );
  else if (hosts.length > 0)
    report(
      'trust-spec-privileged',
      { member: spec.member, field: 'linux.namespaces' },
      `host namespaces by spec: ${hosts.join(', ')}`,
      hosts.includes('mount') ? 'error' : 'note',
    );
  if (/^(r?shared)$/.test(granted.propagation ?? ''))
    report(
      'trust-spec-privileged',
      { member: spec.member, field: 'linux.rootfsPropagation' },
      'the root is shared with the host: mounts of the container appear there',
      'note',
    );
}
