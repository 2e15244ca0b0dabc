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

const intMax = 0x7fffffff;
const count = integer(0, intMax);
const id = integer(0, 0xffffffff);
const anyText = text(/^/, 'text');
const decimal = text(/^\d{1,20}$/, 'a decimal number in quotes');

const object = {
  id: count,
  key: text(/^0x[0-9a-f]{1,8}$/i, 'a key such as "0x1234"'),
  ...{ uid: id, gid: id },
  mode: text(/^[0-7]{1,6}$/, 'an octal mode in quotes'),
  name: anyText,
};

const host = record(
  {
    schemaVersion: integer(1, 1),
    kernel: record({ release: anyText, machine: anyText }, ['release']),
    limits: record({
      ...{ pid_max: count, shmmni: count, msgmni: count, msgmax: count, msgmnb: count },
      ...{ shmmax: decimal, shmall: decimal, sem: list(count) },
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
