/** What Podman's config.dump has the engine give the container at a restore, beside files: things of the host by name. */
import { entries, list, member, number, text, texts } from './json.ts';
import type { Json } from './subject.ts';

export interface EngineRequest {
  readonly kind: 'secret' | 'namespace' | 'dependency' | 'port' | 'dns' | 'host';
  /** Path in the document. */
  readonly field: string;
  /** What is asked for: the name of a secret, the id of a container, a port, an address. */
  readonly name: string;
  /** Where or as what the container gets it. */
  readonly as: string;
}

/** `libpod/container_config.go`: the namespace of another container, by the word of the spec. */
const namespaceMembers = {
  ipcNsCtr: 'ipc',
  mountNsCtr: 'mount',
  netNsCtr: 'network',
  pidNsCtr: 'pid',
  userNsCtr: 'user',
  utsNsCtr: 'uts',
  cgroupNsCtr: 'cgroup',
} as const;

export function engineRequests(config: Json | undefined): readonly EngineRequest[] {
  const either = (...names: readonly string[]) => {
    const found = names.find((name) => member(config, name) !== undefined) ?? names[0] ?? '';
    return [found, member(config, found)] as const;
  };
  const secrets = list(member(config, 'secrets')).map((item, index): EngineRequest => {
    const name = nameOf(item);
    const target = text(member(item, 'Target')) ?? text(member(item, 'target')) ?? '';
    const as = target.startsWith('/') ? target : `/run/secrets/${target === '' ? name : target}`;
    return { kind: 'secret', field: `secrets[${index}]`, name, as };
  });
  const variables = entries(member(config, 'secret_env')).map(
    ([variable, secret]): EngineRequest => ({
      kind: 'secret',
      field: `secret_env.${variable}`,
      name: nameOf(secret),
      as: `variable ${variable}`,
    }),
  );
  const joined = Object.entries(namespaceMembers).flatMap(([field, as]): readonly EngineRequest[] => {
    const name = text(member(config, field)) ?? '';
    return name === '' ? [] : [{ kind: 'namespace', field, name, as }];
  });
  const [dependencyField, dependencies] = either('Dependencies', 'dependencies');
  const [portField, ports] = either('newPortMappings', 'portMappings');
  return [
    ...secrets,
    ...variables,
    ...joined,
    ...texts(dependencies).map(
      (name, index): EngineRequest => ({
        kind: 'dependency',
        field: `${dependencyField}[${index}]`,
        name,
        as: 'started before',
      }),
    ),
    ...list(ports).map((item, index): EngineRequest => {
      const port = (name: string) => number(member(item, name)) ?? 0;
      const address = text(member(item, 'host_ip')) ?? '';
      const range = (number(member(item, 'range')) ?? 1) - 1;
      const span = (first: number) => (range > 0 ? `${first}-${first + range}` : String(first));
      return {
        kind: 'port',
        field: `${portField}[${index}]`,
        name: `${address === '' ? '*' : address}:${span(port('host_port'))}/${text(member(item, 'protocol')) ?? 'tcp'}`,
        as: `port ${span(port('container_port'))}`,
      };
    }),
    ...namesIn(config, 'dns', ['dnsServer', 'dnsSearch', 'dnsOption'], '/etc/resolv.conf'),
    ...namesIn(config, 'host', ['hostsAdd'], '/etc/hosts'),
  ];
}

const nameOf = (item: Json | undefined): string =>
  text(member(item, 'name')) ?? text(member(item, 'Secret', 'name')) ?? text(item) ?? '';

const namesIn = (
  config: Json | undefined,
  kind: EngineRequest['kind'],
  fields: readonly string[],
  as: string,
): readonly EngineRequest[] =>
  fields.flatMap((field) =>
    texts(member(config, field)).map((name, index) => ({ kind, field: `${field}[${index}]`, name, as })),
  );
