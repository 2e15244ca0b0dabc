/** What the options themselves ask for: words that are understood, descriptors, paths, and what the image lacks. */
import type { Location } from '../../../../diagnostic.ts';
import { type Entry, entriesOf, placeOf, textOf } from '../../../../model/from-criu/image.ts';
import { idsOfType } from '../../../../model/from-criu/ipc.ts';
import { fieldsAs } from '../../../../model/from-criu/open-files.ts';
import { type Condition, type ConditionFacts, condition } from '../../../conditions.ts';
import type { RestorerOptions } from '../../../restorer-options.ts';
import { externalThings, inheritedDescriptors } from '../options/parse-options.ts';
import { isConnected } from '../tcp.ts';
import { givenPaths } from './given-paths.ts';
import { directoriesOf } from './groups.ts';
import type { Scene } from './scene.ts';

export function* givenOptionConditions(scene: Scene): Generator<Condition> {
  const { options } = scene;
  if (options === undefined) return;
  const at = scene.restore.root?.at ?? {};
  for (const { word, says } of options.refused) {
    const facts = { option: word, found: `criu says: ${says}` };
    yield condition('option-understood', word, 'leave it out, or write it as criu --help does', at, facts);
  }
  yield* descriptors(scene, options, at);
  yield* givenPaths(scene, options, at);
  yield* modules(scene, options, at);
  yield* namespaces(scene, options, at);
  yield* externalPaths(scene, options);
  yield* networks(scene, options, at);
  yield* groups(scene, options, at);
  yield* memory(options, at);
  yield* losses(scene, options, at);
}

/** What a key stands for tells what the descriptor should be. */
const typeOfKey = (key: string): string => {
  if (key.startsWith('pipe:')) return 'pipe';
  if (key.startsWith('socket:')) return 'socket';
  if (key.startsWith('tty[')) return 'terminal';
  return '';
};

function* descriptors(scene: Scene, options: RestorerOptions, at: Location): Generator<Condition> {
  const networkKeys = new Set(scene.networks.map(({ entry }) => textOf(entry?.fields.ext_key)));
  for (const { fd, key } of inheritedDescriptors(options)) {
    const type = networkKeys.has(key) ? 'namespace' : typeOfKey(key);
    const facts: ConditionFacts = { fd, key, ...(type !== '' && { type }) };
    const wanted = `descriptor ${fd} open${type === '' ? '' : `, a ${type}`}`;
    yield condition('descriptor-given', wanted, `open it before criu: exec ${fd}<>…`, at, facts);
  }
}

function* modules({ restore }: Scene, options: RestorerOptions, at: Location): Generator<Condition> {
  const label = options.values('--lsm-profile').at(-1);
  const module = label === undefined ? undefined : /^(apparmor|selinux):/.exec(label)?.[1];
  if (module !== undefined) {
    const remedy = 'leave --lsm-profile out where the host has no such module';
    yield condition('label-option', module, remedy, at, { option: '--lsm-profile', lsm: module });
  }
  if (!options.has('--cpu-cap') || restore.image.sizes.has('cpuinfo.img')) return;
  const words = options.values('--cpu-cap').at(-1) ?? 'all';
  if (words === 'none') return;
  const facts = { option: '--cpu-cap', found: 'the image has no cpuinfo.img' };
  yield condition('cpu-image', 'cpuinfo.img', 'leave --cpu-cap out', at, facts);
}

function* namespaces(scene: Scene, options: RestorerOptions, at: Location): Generator<Condition> {
  for (const value of options.values('--join-ns')) {
    const [, kind = '', name = ''] = /^([a-z]+):([^,]*)/.exec(value) ?? [];
    const path = /^\d+$/.test(name) ? `/proc/${name}/ns/${kind}` : name;
    const wanted = `the ${kind} namespace ${path}`;
    if (path.startsWith('/'))
      yield condition('joined-namespace', wanted, 'name one that is there', at, { path, namespace: kind });
    if (kind === 'ipc') yield* joinedIpc(scene, path, at);
  }
}

/** Ids and keys have to be free in a namespace that others use. */
function* joinedIpc({ restore: { image } }: Scene, path: string, at: Location): Generator<Condition> {
  const ids: string[] = [];
  const keys: string[] = [];
  const add = (kind: string, desc: { readonly id?: number; readonly key?: number } | undefined) => {
    ids.push(`${kind}:${(desc?.id ?? 0) % 32768}`);
    if (desc?.key !== undefined && desc.key !== 0) keys.push(`${kind}:${desc.key >>> 0}`);
  };
  for (const [kind, type, message] of [
    ['sem', 'IPCNS_SEM', 'ipc_sem_entry'],
    ['msg', 'IPCNS_MSG', 'ipc_msg_entry'],
    ['shm', 'IPCNS_SHM', 'ipc_shm_entry'],
  ] as const) {
    for (const id of idsOfType(image, type))
      for (const { fields } of entriesOf(image, type, message, id)) add(kind, fields.desc);
  }
  if (ids.length === 0) return;
  // That of the first process is the one that a host document is about.
  const isOfHost = /^\/proc\/(1|self)\/ns\/ipc$/.test(path) ? 1 : 0;
  const facts = { ids: ids.join(' '), keys: keys.join(' '), isOfHost };
  const wanted = `${ids.length} ids and ${keys.length} keys of System V objects free`;
  yield condition('ipc-free', wanted, 'ipcrm what has them, or join no namespace', at, facts);
}

function* externalPaths({ trees, files }: Scene, options: RestorerOptions): Generator<Condition> {
  for (const { kind, key, value } of externalThings(options)) {
    if (kind !== 'mnt' || key === '' || !value.startsWith('/')) continue;
    const mount = trees?.mounts.find(({ fields }) => textOf(fields.ext_key) === key);
    if (mount === undefined) continue;
    const below = `${mount.point}/`;
    const isDirectory = [...files.values()].some((file) =>
      (textOf(fieldsAs(file, 'REG')?.name) ?? '').startsWith(below),
    );
    const facts = {
      path: value,
      mountPoint: mount.point,
      ...(isDirectory && { type: 'directory' }),
    };
    const wanted = `${value}, for ${mount.point}`;
    yield condition('external-path', wanted, 'make it, or name another', mount.at, facts);
  }
}

function* networks(
  { restore: { image }, networks: own }: Scene,
  options: RestorerOptions,
  root: Location,
): Generator<Condition> {
  const devices = own.flatMap(({ id }) => [...entriesOf(image, 'NETDEV', 'net_device_entry', id)]);
  for (const { kind, key, value } of externalThings(options)) {
    const device = devices.find(({ fields }) => textOf(fields.name) === key);
    const at = device === undefined ? root : placeOf(device);
    const [name = '', bridge] = value.split('@');
    if (kind === 'veth' && name !== '' && device !== undefined) {
      const taken = `the name ${name} free, for the other end of ${key}`;
      yield condition('device-name-free', taken, 'give another name', at, { interface: name });
    }
    // Looked for when the option is read, whatever the image has (criu/net.c, macvlan_ext_add).
    if (kind === 'macvlan')
      yield condition('named-device', `network device ${name}`, 'make it', at, {
        interface: name,
        isParent: 1,
      });
    if (kind !== 'veth' || bridge === undefined || bridge === '' || own.length === 0) continue;
    // Whatever has that name is put into the bridge (criu/net.c, move_to_bridge).
    if (device === undefined) {
      const remedy = `no device of the image is called ${key}: name one of ${namesOf(devices)}`;
      yield condition('interface-there', `network device ${name}`, remedy, at, { interface: name });
    }
    const facts = { interface: bridge, isBridge: 1 };
    yield condition('interface-there', `network device ${bridge}, a bridge`, 'make it', at, facts);
  }
}

const namesOf = (devices: readonly Entry<'net_device_entry'>[]): string =>
  devices.map(({ fields }) => textOf(fields.name)).join(', ');

function* groups(scene: Scene, options: RestorerOptions, at: Location): Generator<Condition> {
  const mode = options.values('--manage-cgroups').at(-1) ?? 'soft';
  const names = [...directoriesOf(scene)].map(({ name }) => name);
  if (names.length === 0) return;
  const facts = { mode, directories: names.join(' ') };
  if (mode === 'none' || mode === 'props') {
    const remedy = 'make them, or let criu do it with --manage-cgroups';
    yield condition('cgroup-directory', `control groups ${names.join(', ')}`, remedy, at, facts);
  }
  if (mode === 'strict') {
    const remedy = 'give --manage-cgroups without =strict';
    yield condition('cgroup-directory', 'none of the control groups of the image', remedy, at, facts);
  }
  const isInGroup = names.some((name) => !/:\/?$/.test(name));
  const elsewhere = options.values('--cgroup-root');
  if ((mode === 'ignore' || elsewhere.length > 0) && isInGroup) {
    const found = mode === 'ignore' ? '--manage-cgroups=ignore' : `--cgroup-root ${elsewhere.join(', ')}`;
    const remedy = 'leave the option out to get the groups of the image';
    yield condition('cgroup-kept', 'the control groups of the image', remedy, at, { found });
  }
}

function* memory(options: RestorerOptions, at: Location): Generator<Condition> {
  if (options.has('--track-mem')) {
    const remedy = 'leave it out: a restore has no use of it';
    const facts = { option: '--track-mem', feature: 'soft-dirty' };
    yield condition('memory-tracking', 'soft-dirty pages (CONFIG_MEM_SOFT_DIRTY)', remedy, at, facts);
  }
  if (!options.has('--lazy-pages')) return;
  const remedy = 'start it first, in the working directory of criu: criu lazy-pages -D DIR';
  yield condition('lazy-pages-server', 'criu lazy-pages, listening', remedy, at, {
    socket: 'lazy-pages.socket',
  });
  yield condition(
    'kernel-feature',
    'userfaultfd',
    'run criu as root, on a kernel with CONFIG_USERFAULTFD',
    at,
    {
      feature: 'userfaultfd',
    },
  );
}

function* losses(
  { restore, files, networks }: Scene,
  options: RestorerOptions,
  at: Location,
): Generator<Condition> {
  const connected = [...files.values()].filter((file) => {
    const socket = fieldsAs(file, 'INETSK');
    return socket !== undefined && isConnected(socket);
  });
  const [first] = connected;
  if (options.has('--tcp-close') && first !== undefined) {
    const facts = { found: '--tcp-close: they come back closed' };
    const remedy = 'give --tcp-established instead';
    const place = { file: first.file, offset: first.at };
    yield condition('connections-closed', `${connected.length} connections`, remedy, place, facts);
  }
  if (options.values('--empty-ns').at(-1) !== 'net') return;
  const own = networks.filter(({ entry }) => entry !== undefined && entry.fields.ext_key === undefined);
  if (!restore.ownNamespaces.has('net')) return;
  // Seen with runc, which dumps none either: "Can't connect inet socket back: Network is unreachable".
  if (
    networks.every(({ entry }) => entry === undefined) &&
    first !== undefined &&
    !options.has('--tcp-close')
  ) {
    const help = 'have devices and routes made by a hook of the container, or give --tcp-close';
    yield condition(
      'network-reachable',
      'routes to the other side, in a network that is made empty',
      help,
      at,
    );
  }
  if (own.length === 0) return;
  const found = '--empty-ns net: nothing of them is made';
  const remedy = 'leave it out, or make them by an action script';
  if (first !== undefined && !options.has('--tcp-close'))
    yield condition('network-reachable', 'routes to the other side', remedy, at, { found });
  yield condition('network-kept', 'the network of the image', remedy, at, { found });
}
