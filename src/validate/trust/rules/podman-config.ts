/** Podman's config.dump: paths and programs of the host that a restore takes from it, and the volumes. */
import { allCapabilities, capabilitySet, capabilityText } from '../capability.ts';
import { engineRequests } from '../engine-requests.ts';
import type { Grants } from '../grants/grants.ts';
import { grantsOfOciSpec } from '../grants/oci-spec.ts';
import { entries, flag, isObject, list, member, text } from '../json.ts';
import { hasDotDot, isEngineFolder, isSensitiveHostPath } from '../paths.ts';
import { type TrustReport, trustRule } from '../rule.ts';
import type { ContainerSubject, JsonDocument } from '../subject.ts';
import { samePath } from './mount-facts.ts';

const changed = 'Do not restore it: no engine writes such a configuration.';

export const podmanConfigRule = trustRule(
  {
    'trust-config-path': {
      severity: 'error',
      meaning: 'The configuration of the container names a path outside of the storage of the engine.',
      why: 'Podman makes, writes and removes these paths as root.',
      bad: 'conmonPidFile /etc/cron.d/x; logPath /root/.ssh/authorized_keys',
      good: 'paths below /var/lib/containers, /run/containers, or those of a user',
      mend: changed,
      reference: 'podman libpod/container_config.go',
    },
    'trust-config-runtime': {
      severity: 'error',
      meaning: 'The configuration names a program of the host: a runtime by path, or hooks.',
      why: 'It is started as root.',
      bad: 'runtime /tmp/x',
      good: 'runc, crun, runsc, kata, or a path where packages install them',
      mend: changed,
      reference: 'podman container restore takes the runtime of the archive',
    },
    'trust-config-privileged': {
      severity: 'warning',
      meaning:
        'The configuration and the spec of the archive say different things about the rights of the container.',
      why: 'A restore takes some from the one and some from the other.',
      bad: '"privileged": true beside a spec with 11 capabilities',
      good: 'documents that agree',
      mend: 'Ask where the archive comes from.',
      reference: 'podman libpod/container_config.go, ContainerSecurityConfig',
    },
    'trust-config-host': {
      severity: 'warning',
      meaning:
        'The configuration asks for a secret, namespace or port of the host that the spec does not show.',
      why: 'Podman gives the container what its configuration names: content of secrets of this host, namespaces of other containers, ports of the host.',
      bad: 'a secret "db-password" that no mount of the spec shows; netNsCtr beside a network namespace of its own',
      good: 'a secret with its mount in the spec; netNsCtr with the namespace by the path of a process',
      mend: 'Ask where the archive comes from; `cr-inspect ARCHIVE rights` lists all that it asks for.',
      reference: 'podman libpod/container_config.go: Secrets, NetNsCtr, PortMappings',
    },
    'trust-volume': {
      severity: 'error',
      meaning: 'The archive brings content for a volume that its configuration does not have.',
      why: 'Podman makes a volume of that name, or lays the content over one that another container uses.',
      bad: 'volumes/other.tar without a named volume "other"',
      good: 'a tar for each named volume of the configuration',
      mend: 'Restore it with --ignore-volumes.',
      reference: 'podman libpod/container_internal_common.go, importCheckpointTar and volumes',
    },
  },
  (subject, report) => {
    if (subject.engine !== 'podman') return;
    judgePaths(subject, report);
    judgeRuntime(subject, report);
    judgeRights(subject, report);
    judgeRequests(subject, report);
    judgeVolumes(subject, report);
  },
);

type Report = TrustReport<keyof typeof podmanConfigRule.pages & string>;

const pathMembers = [
  ...['staticDir', 'conmonPidFile', 'pid_file', 'logPath', 'ShmDir', 'secretsPath'],
  ...['mountLabelPath', 'execSessionPath', 'volumePath', 'exitDir'],
];

function judgePaths({ documents: { config }, grants }: ContainerSubject, report: Report): void {
  if (config === undefined) return;
  const found = pathMembers.flatMap((name) => {
    const path = text(member(config.value, name));
    return path === undefined ? [] : [[name, path] as const];
  });
  const shared = list(member(config.value, 'mounts')).flatMap((item, index) => {
    const path = text(item);
    return path === undefined ? [] : [[`mounts[${index}]`, path] as const];
  });
  const parent = text(member(config.value, 'cgroupParent')) ?? '';
  if (hasDotDot(parent))
    report(
      'trust-config-path',
      { member: config.member, field: 'cgroupParent' },
      `path with ..: cgroupParent is ${parent}`,
    );
  const rootfs = text(member(config.value, 'rootfs')) ?? '';
  if (rootfs !== '' && (hasDotDot(rootfs) || isSensitiveHostPath(rootfs)))
    report(
      'trust-config-path',
      { member: config.member, field: 'rootfs' },
      `root path outside storage: ${rootfs} of the host would be the root of the container`,
    );
  for (const [name, path] of [...found, ...shared]) {
    if (path === '' || isEngineFolder(path) || isOddStorage(path, documents(config.value))) continue;
    if (name === 'ShmDir' && path === '/dev/shm' && grants.some(sharesIpc)) continue;
    // A user may send these anywhere, by an option, but not to the folders of the system.
    if (chosen.has(name) && path.startsWith('/') && !hasDotDot(path) && !systemPath.test(path)) continue;
    report(
      'trust-config-path',
      { member: config.member, field: name },
      `path outside storage: ${name} is ${path}`,
    );
  }
}

/** With --ipc host, of which another rule tells. */
const sharesIpc = ({ origin, namespaces }: Grants): boolean =>
  origin === 'archive' && namespaces?.has('ipc') === false;

const chosen: ReadonlySet<string> = new Set(['logPath', 'conmonPidFile', 'pid_file']);

const systemPath =
  /^\/(bin|boot|dev(?!\/null$)|etc|lib\w*|proc|root|sbin|sys|usr|var\/spool|var\/lib|var\/www)(\/|$)|\/\.(ssh|config\/systemd|bash\w*|profile)(\/|$)/;

const documents = (value: Parameters<typeof member>[0]): string | undefined => text(member(value, 'id'));

/** Storage that was set up elsewhere still has the id of the container in its paths. */
const isOddStorage = (path: string, id: string | undefined): boolean =>
  !hasDotDot(path) &&
  id !== undefined &&
  id.length >= 12 &&
  path.includes(`/${id}/`) &&
  !/^\/(etc|root|boot|usr|bin|sbin|proc|sys|dev)\//.test(path);

const runtimeNames =
  /^(runc|crun|crun-vm|crun-wasm|runj|runsc|kata|kata-runtime|krun|youki|ocijail|wasmedge|wasmtime)$/;
const runtimePaths = /^\/(usr|usr\/local|opt\/[a-z]+)\/(s?bin|libexec\/[a-z]+|lib\/[a-z]+)\/[a-z-]+$/;

function judgeRuntime({ documents: { config } }: ContainerSubject, report: Report): void {
  if (config === undefined) return;
  const runtime = text(member(config.value, 'runtime')) ?? text(member(config.value, 'ociRuntime'));
  if (runtime?.includes('/') === true) {
    const isPackaged = runtimePaths.test(runtime) && runtimeNames.test(runtime.split('/').at(-1) ?? '');
    if (!isPackaged)
      report(
        'trust-config-runtime',
        { member: config.member, field: 'runtime' },
        `runtime path in config: ${runtime} would be started as root`,
      );
  }
  for (const name of ['hooksDir', 'hooks', 'preStart', 'exitCommand', 'OCIHooks'])
    if (
      entries(member(config.value, name)).length > 0 ||
      (name === 'exitCommand' && list(member(config.value, name)).length > 0)
    )
      report(
        'trust-config-runtime',
        { member: config.member, field: name },
        `hook in config: ${name} names programs of the host`,
      );
  const command = text(list(member(config.value, 'healthcheck', 'Test'))[1]);
  if (command?.startsWith('/proc/') === true)
    report(
      'trust-config-runtime',
      { member: config.member, field: 'healthcheck' },
      `health check in config: ${command}`,
      'warning',
    );
}

function judgeRights({ documents: { config }, grants }: ContainerSubject, report: Report): void {
  const spec = grants.find(({ origin }) => origin === 'archive');
  if (config === undefined || spec?.capabilities === undefined) return;
  const isPrivileged = flag(member(config.value, 'privileged')) === true;
  if (isPrivileged && !spec.isPrivileged)
    report(
      'trust-config-privileged',
      { member: config.member, field: 'privileged' },
      `config above spec: privileged is true, ${spec.source} has no such rights`,
    );
  const at = (field: string) => ({ member: config.member, field });
  const say = (field: string, message: string) =>
    report('trust-config-privileged', at(field), `config above spec: ${message}`);
  const added = capabilitySet(list(member(config.value, 'cap_add')).flatMap((item) => text(item) ?? []));
  const extra = added & ~spec.capabilities.bounding & allCapabilities;
  if (extra !== 0n) say('cap_add', `${capabilityText(extra)}, not granted by ${spec.source}`);
  if (text(member(config.value, 'seccomp_profile_path')) === 'unconfined' && spec.seccomp !== 'none')
    say('seccomp_profile_path', `unconfined, ${spec.source} has a profile`);
  if (text(member(config.value, 'networkMode')) === 'host' && spec.namespaces?.has('network') === true)
    say('networkMode', `the network of the host, ${spec.source} has an own one`);
  for (const item of list(member(config.value, 'device_host_src'))) {
    const path = text(member(item, 'path')) ?? text(item) ?? '';
    const inside = insideOf(path);
    const isOne = (own: { readonly path: string }) =>
      own.path === inside || own.path.startsWith(`${inside}/`);
    if (path !== '' && spec.hasAllDevices !== true && spec.devices?.some(isOne) === false)
      say('device_host_src', `the device ${path}, not granted by ${spec.source}`);
  }
  if (list(member(config.value, 'cdiDevices')).length > 0)
    say('cdiDevices', `devices by CDI: ${list(member(config.value, 'cdiDevices')).map(String).join(', ')}`);
  for (const item of list(member(config.value, 'overlayVolumes'))) {
    const inside = text(member(item, 'dest')) ?? '';
    if (spec.mounts?.some(({ destination }) => samePath(destination, inside)) === false)
      say(
        'overlayVolumes',
        `the volume ${text(member(item, 'source')) ?? ''} at ${inside}, no mount of ${spec.source}`,
      );
  }
  const inner = member(config.value, 'spec');
  if (isObject(inner))
    judgeInnerSpec(config, grantsOfOciSpec(inner, `${config.member} (spec)`, 'archive'), spec, report);
  if (flag(member(config.value, 'no_new_privileges')) === true && spec.noNewPrivileges !== true)
    report(
      'trust-config-privileged',
      { member: config.member, field: 'no_new_privileges' },
      `config and spec disagree: no_new_privileges is true, ${spec.source} does not demand it`,
    );
}

/** What the container gets from the host without its spec saying so. */
function judgeRequests({ documents: { config }, grants }: ContainerSubject, report: Report): void {
  if (config === undefined) return;
  const say = (field: string, message: string) =>
    report('trust-config-host', { member: config.member, field }, message);
  for (const { kind, field, name, as } of engineRequests(config.value))
    for (const grant of grants) {
      const { mounts, namespaces, hostPorts, source } = grant;
      if (
        kind === 'secret' &&
        as.startsWith('/') &&
        mounts?.some((mount) => isAt(mount.destination, as)) === false
      )
        say(field, `secret of the host: ${name} at ${as}, no mount of ${source}`);
      if (kind === 'namespace' && grant.origin === 'archive' && namespaces?.has(as) === true) {
        const path = namespaces.get(as);
        if (path === undefined || path.startsWith('/run/netns/'))
          say(field, `namespace of another container: ${as} of ${name}, ${source} has an own one`);
      }
      if (
        kind === 'port' &&
        hostPorts?.has(name.replace(/^.*:/, '').replace(/^([^-]*)-.*?\//s, '$1/')) === false
      )
        say(field, `port of the host: ${name}, not among those of ${source}`);
    }
}

/** A secret is a mount of its own, or in the directory of all. */
const isAt = (destination: string, path: string): boolean =>
  samePath(destination, path) || samePath(destination, '/run/secrets');

/** Podman keeps the spec a second time in its configuration. */
function judgeInnerSpec(config: JsonDocument, inner: Grants, spec: Grants, report: Report): void {
  const at = { member: config.member, field: 'spec' };
  const extra =
    (inner.capabilities?.bounding ?? 0n) &
    ~(spec.capabilities?.bounding ?? allCapabilities) &
    allCapabilities;
  const hooks = entries(member(config.value, 'spec', 'hooks')).filter(([, value]) => list(value).length > 0);
  const says = [
    ...(extra === 0n ? [] : [capabilityText(extra)]),
    ...(inner.seccomp === 'none' && spec.seccomp !== 'none' && spec.seccomp !== undefined
      ? ['no seccomp profile']
      : []),
    ...(hooks.length > 0 ? ['hooks'] : []),
  ];
  if (says.length > 0)
    report(
      'trust-config-privileged',
      at,
      `config above spec: the spec in it has ${says.join(', ')}, ${spec.source} has not`,
      'error',
    );
}

function judgeVolumes(
  { documents: { config }, members, tars, prefix }: ContainerSubject,
  report: Report,
): void {
  if (config === undefined) return;
  const named = new Set(
    list(member(config.value, 'namedVolumes')).flatMap((item) => text(member(item, 'volumeName')) ?? []),
  );
  const found = new Set(
    members
      .filter(({ name, type }) => type === '0' && /^(\.\/)?volumes\//.test(name))
      .map(({ name }) => `${prefix}${name.replace(/^\.\//, '')}`),
  );
  for (const { member: path, kind } of tars) if (kind === 'volume') found.add(path);
  for (const path of found) {
    const name = path
      .slice(prefix.length)
      .replace(/^volumes\//, '')
      .replace(/\.tar$/, '');
    if (named.has(name) && !name.includes('/')) continue;
    report(
      'trust-volume',
      { member: path, field: 'name' },
      `volume not in config: ${name} is none of ${[...named].join(', ') || 'no named volumes'}`,
    );
  }
  for (const [index, item] of list(member(config.value, 'namedVolumes')).entries()) {
    const name = text(member(item, 'volumeName')) ?? '';
    if (name.includes('/') || name === '..')
      report(
        'trust-volume',
        { member: config.member, field: `namedVolumes[${index}].volumeName` },
        `path in the name of a volume: ${name}`,
      );
  }
}

/** `/dev/snd:/dev/sound:rw`: what the user typed; the device, or all of a directory, is at the second path. */
function insideOf(device: string): string {
  const [host = '', inside = ''] = device.split(':');
  return inside.startsWith('/') ? inside : host;
}
