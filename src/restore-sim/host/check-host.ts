/** A host document from somewhere else: is it one? The rules of formats/host.schema.json, and no number twice. */
import type { Host } from './host.ts';

type Check = (value: unknown, path: string) => string | undefined;

const integer =
  (low: number, high: number): Check =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high
      ? undefined
      : `${path} must be a whole number from ${low} to ${high}`;

const text =
  (pattern: RegExp, what: string): Check =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? undefined : `${path} must be ${what}`;

const list =
  (item: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return `${path} must be a list`;
    for (const [index, element] of value.entries()) {
      const problem = item(element, `${path}/${index}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

const record =
  (fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return `${path || '/'} must be an object`;
    const missing = required.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return `${path}/${missing} is missing`;
    for (const [name, field] of Object.entries(value)) {
      const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (check === undefined) return `${path}/${name} is no field of a host file`;
      const problem = check(field, `${path}/${name}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

/** Names of somebody else's choice, with values of one kind. */
const table =
  (field: Check): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return `${path} must be an object`;
    for (const [name, element] of Object.entries(value)) {
      const problem = field(element, `${path}/${name}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

const flag: Check = (value, path) =>
  typeof value === 'boolean' ? undefined : `${path} must be true or false`;

const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null ? undefined : check(value, path);

const word = (...words: readonly string[]): Check =>
  text(new RegExp(`^(${words.join('|')})$`), `one of ${words.join(', ')}`);

const intMax = 0x7fffffff;
const count = integer(0, intMax);
const id = integer(0, 0xffffffff);
const anyText = text(/^/, 'text');
const decimal = text(/^\d{1,20}$/, 'a decimal number in quotes');

const object = {
  id: count,
  key: text(/^0x[0-9a-f]{1,8}$/i, 'a key such as "0x1234"'),
  uid: id,
  gid: id,
  mode: text(/^[0-7]{1,6}$/, 'an octal mode in quotes'),
  name: anyText,
};

const limit = text(/^(unlimited|\d{1,20})$/, '"unlimited" or a decimal number in quotes');
const set = text(/^0x[0-9a-f]{1,16}$/i, 'a set such as "0x1ff"');

const network = record({
  interfaces: list(
    record({ name: anyText, index: integer(1, intMax), isUp: flag, isBridge: flag, isPort: flag }, ['name']),
  ),
  addresses: list(anyText),
  listening: list(
    record(
      {
        protocol: word('tcp', 'udp', 'udplite', 'sctp'),
        address: anyText,
        port: integer(1, 65535),
        isListening: flag,
        isOver: flag,
        isShared: flag,
        isV6Only: flag,
      },
      ['protocol', 'address', 'port'],
    ),
  ),
  showsBound: flag,
  unixSockets: list(
    record({ name: anyText, type: word('stream', 'datagram', 'seqpacket') }, ['name', 'type']),
  ),
  inputPolicy: word('ACCEPT', 'DROP'),
  loopback: word('open', 'refused', 'silent'),
});

const descriptor = record(
  {
    fd: count,
    type: word('file', 'directory', 'pipe', 'socket', 'terminal', 'device', 'namespace', 'other'),
    name: anyText,
    hasPeer: flag,
    network,
  },
  ['fd', 'type'],
);

const restorer = record({
  uid: id,
  gid: id,
  capabilities: record({ effective: set, permitted: set, bounding: set }, ['effective']),
  noNewPrivileges: flag,
  seccomp: integer(0, 2),
  deniedCalls: table(anyText),
  limits: table(record({ soft: limit, hard: limit }, ['soft', 'hard'])),
  uidMap: list(anyText),
  nice: integer(-20, 19),
  isOnTerminal: flag,
  devices: list(anyText),
  descriptors: list(descriptor),
});

const mount = record(
  {
    point: anyText,
    type: anyText,
    source: anyText,
    options: anyText,
    superOptions: anyText,
    isShared: flag,
    freeBytes: decimal,
    freeInodes: decimal,
  },
  ['point', 'type', 'options'],
);

const cgroups = record({
  hierarchies: list(record({ controllers: list(anyText), path: anyText }, ['controllers', 'path'])),
  memoryBytesLeft: decimal,
  tasksLeft: count,
  directories: list(anyText),
  groups: list(
    record(
      {
        directory: anyText,
        memoryBytesLeft: decimal,
        tasksLeft: count,
        isEmptyCpuset: flag,
        clonesChildren: flag,
        isFrozen: flag,
        devices: list(anyText),
      },
      ['directory'],
    ),
  ),
});

const host = record(
  {
    schemaVersion: integer(1, 1),
    kernel: record({ release: anyText, machine: anyText }, ['release']),
    limits: record({
      pid_max: count,
      shmmni: count,
      msgmni: count,
      msgmax: count,
      msgmnb: count,
      shmmax: decimal,
      shmall: decimal,
      sem: list(count),
    }),
    lastPid: integer(-1, intMax),
    processes: list(
      record(
        {
          pid: integer(1, intMax),
          comm: anyText,
          pgid: count,
          sid: count,
          threads: list(integer(1, intMax)),
        },
        ['pid', 'comm'],
      ),
    ),
    ipc: record({
      sem: list(record({ ...object, nsems: count }, ['id'])),
      msg: list(record(object, ['id'])),
      shm: list(record({ ...object, size: decimal }, ['id'])),
    }),
    sysctls: table(anyText),
    features: table(flag),
    memory: record({
      totalBytes: decimal,
      swapBytes: decimal,
      availableBytes: decimal,
      hugePages: list(record({ pageBytes: decimal, free: count, spare: count }, ['pageBytes', 'free'])),
    }),
    restorer,
    criu: record({
      version: anyText,
      plugins: list(anyText),
      refusesConfiguration: flag,
      hasKernelCache: flag,
    }),
    programs: table(orNull(anyText)),
    mounts: list(mount),
    network,
    terminals: record({ numbers: list(count), left: count }),
    security: record({ modules: list(anyText), profiles: list(anyText) }),
    locks: list(record({ kind: anyText, access: anyText, inode: decimal }, ['kind', 'access', 'inode'])),
    openFiles: record({ inodes: list(decimal), written: list(decimal) }, ['inodes', 'written']),
    cpu: record({ features: list(anyText) }),
    podman: record({
      containers: list(record({ id: anyText, name: anyText }, ['id', 'name'])),
      images: list(anyText),
      volumes: list(anyText),
      secrets: list(anyText),
      networks: list(anyText),
      addresses: list(anyText),
    }),
    cgroups,
  },
  ['schemaVersion'],
);

/** The document, or one sentence about what is wrong with it. */
export function checkHost(value: unknown): Host | { readonly problem: string } {
  const problem = host(value, '') ?? repeated(value as Host);
  return problem === undefined ? (value as Host) : { problem };
}

function repeated({ processes = [], ipc = {} }: Host): string | undefined {
  const pids = new Set<number>();
  for (const [index, { pid }] of processes.entries()) {
    if (pids.has(pid)) return `/processes/${index}/pid: ${pid} is there twice`;
    pids.add(pid);
  }
  for (const kind of ['sem', 'msg', 'shm'] as const) {
    const ids = new Set<number>();
    for (const [index, { id: number }] of (ipc[kind] ?? []).entries()) {
      if (ids.has(number % 32768)) return `/ipc/${kind}/${index}/id: the slot of ${number} is there twice`;
      ids.add(number % 32768);
    }
  }
  return undefined;
}
