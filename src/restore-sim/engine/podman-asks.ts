/**
 * What `podman container restore --import` asks before it runs the runtime, by the configuration in the archive. Each
 * was seen to be refused by Podman 5.8.6: its words are in the comments.
 */
import { asList, asRecord, asText, readJson } from '../../parse/archive/documents.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import { type Condition, condition } from '../conditions.ts';
import type { GivenOptions } from '../host/needs/index.ts';
import { namedVolumes } from './brought-files.ts';

const at = { file: 'config.dump' };

export function* podmanAsks(archive: ImageDirectory, options: GivenOptions): Generator<Condition> {
  const config = asRecord(readJson(archive, 'config.dump', () => {}));
  if (config === undefined) return;
  const [id, ownName, image] = ['id', 'name', 'rootfsImageName'].map((key) => asText(config[key]) ?? '');
  const name = options.values('--name').at(-1);
  // "creating container storage: that ID is already in use"; with a new name the container gets a new id, too.
  if (name !== undefined || id !== '')
    yield condition(
      'container-free',
      name === undefined ? `no container ${ownName} with the id ${id?.slice(0, 12)}` : `no container ${name}`,
      'remove it (podman rm), or give --name with another',
      at,
      { name: name ?? ownName ?? '', ...(name === undefined && { id: id ?? '' }) },
    );
  // "unable to copy from source docker://localhost/…": what is not there is pulled.
  if (image !== undefined && image !== '')
    yield condition(
      'image-there',
      image,
      'podman load or podman pull it, the same that the container was made from',
      at,
      { name: image },
    );
  yield* ofPod(config, options);
  yield* ofVolumes(config, archive, options);
  for (const item of asList(config['secrets'])) {
    const secret = asText(asRecord(item)?.['name']);
    // "no secret with name or id"
    if (secret !== undefined)
      yield condition('secret-there', `the secret ${secret}`, 'podman secret create it', at, {
        name: secret,
      });
  }
  yield* ofNetworks(config, archive, options);
  yield* ofPorts(config, options);
}

/**
 * "unable to find network with name or ID"; "IPAM error: requested ip address … is already allocated". The old address is
 * asked for, unless the container gets a new name.
 */
function* ofNetworks(
  config: Readonly<Record<string, unknown>>,
  archive: ImageDirectory,
  options: GivenOptions,
): Generator<Condition> {
  for (const name of Object.keys(asRecord(config['newNetworks']) ?? {}))
    yield condition('network-there', `the network ${name}`, 'podman network create it', at, { name });
  if (options.has('--name') || options.has('--ignore-static-ip')) return;
  const from = { file: 'network.status' };
  const remedy = 'stop the container that has it, or give --ignore-static-ip';
  for (const address of addressesIn(readJson(archive, 'network.status', () => {})))
    yield condition('container-address', `${address} free`, remedy, from, { address });
}

/** Networks by name, in them interfaces by name, in them `{"ipnet":"10.88.0.5/16"}`. */
const addressesIn = (status: unknown): readonly string[] =>
  Object.values(asRecord(status) ?? {})
    .flatMap((network) => Object.values(asRecord(asRecord(network)?.['interfaces']) ?? {}))
    .flatMap((device) => asList(asRecord(device)?.['subnets']))
    .flatMap((subnet) => asText(asRecord(subnet)?.['ipnet'])?.split('/')[0] ?? []);

/** "cannot restore pod container without --pod" */
function* ofPod(config: Readonly<Record<string, unknown>>, options: GivenOptions): Generator<Condition> {
  const pod = asText(config['pod']) ?? '';
  if (pod === '' || options.has('--pod')) return;
  const remedy = 'podman pod create one that shares the same namespaces, and give it: --pod NAME';
  yield condition('pod-needed', `--pod, for a member of the pod ${pod.slice(0, 12)}`, remedy, at, {
    option: '--pod',
  });
}

/** A volume is made anew and filled, and is refused where it is; with --ignore-volumes it is taken as it is. */
function* ofVolumes(
  config: Readonly<Record<string, unknown>>,
  archive: ImageDirectory,
  options: GivenOptions,
): Generator<Condition> {
  if (options.has('--ignore-volumes')) return;
  const kept = new Set(
    archive
      .directory('volumes')
      ?.list()
      .map((entry) => entry.name) ?? [],
  );
  for (const { name } of namedVolumes(config)) {
    // "failed to open volume file …/volumes/NAME.tar"
    if (!kept.has(`${name}.tar`))
      yield condition(
        'volume-content',
        `--ignore-volumes: the archive has no volumes/${name}.tar`,
        'give it, after a volume with its content was made: podman volume create, podman volume import',
        at,
        { option: '--ignore-volumes' },
      );
    // "volume with name … already exists. Use --ignore-volumes to not restore content of volumes"
    else
      yield condition(
        'volume-free',
        `no volume ${name}`,
        'podman volume rm it, which the archive has the content of; or give --ignore-volumes, which takes what is in it',
        at,
        { name },
      );
  }
}

/** Ports of the host in a row. */
interface PublishedPorts {
  readonly protocol: string;
  readonly address: string;
  readonly port: number;
  readonly lastPort: number;
}

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;

/** "cannot listen on the TCP port: listen tcp4 :8086: bind: address already in use"; --publish takes their place. */
function* ofPorts(config: Readonly<Record<string, unknown>>, options: GivenOptions): Generator<Condition> {
  const ports = options.has('--publish')
    ? options.values('--publish').flatMap(publishedPorts)
    : asList(config['newPortMappings']).flatMap(mappedPorts);
  for (const { protocol, address, port, lastPort } of ports)
    yield condition(
      'published-port',
      `${protocol} ${address === '' ? '' : `${address}:`}${port}${lastPort > port ? `-${lastPort}` : ''} of the host free`,
      'end who has it, or give --publish HOSTPORT:PORT with another',
      at,
      { protocol, address: address === '' ? '0.0.0.0' : address, port, ...(lastPort > port && { lastPort }) },
    );
}

/** `{"host_port":8080,"container_port":80,"range":2,"protocol":"tcp,udp","host_ip":""}` */
function mappedPorts(item: unknown): readonly PublishedPorts[] {
  const mapping = asRecord(item) ?? {};
  const [port, range] = [Number(mapping['host_port']), Number(mapping['range'] ?? 1)];
  const lastPort = Math.min(65535, port + Math.max(1, range) - 1);
  if (!isPort(port) || !isPort(lastPort)) return [];
  const protocols = new Set((asText(mapping['protocol']) ?? 'tcp').split(','));
  const address = asText(mapping['host_ip']) ?? '';
  return [...protocols].map((protocol) => ({ protocol, address, port, lastPort }));
}

/** `[[ADDRESS:]PORT[-PORT]:]PORT[-PORT][/PROTOCOL]`; without a port of the host any free one is taken. */
function publishedPorts(text: string): readonly PublishedPorts[] {
  const [, address = '', first, last = first, protocol = 'tcp'] =
    /^(?:(?:\[?([^\]]*)\]?:)?(\d+)(?:-(\d+))?:)\d+(?:-\d+)?(?:\/(\w+))?$/.exec(text) ?? [];
  const [port, lastPort] = [Number(first), Number(last)];
  return isPort(port) && isPort(lastPort) ? [{ protocol, address, port, lastPort }] : [];
}
