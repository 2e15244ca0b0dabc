/** ipc: System V objects, against what the system calls said of them. */
import type { Json, TruthTable } from '../compare.ts';
import type { Truth } from '../truth.ts';

const objects =
  (kind: 'sem' | 'msg' | 'shm') =>
  ({ raw, family }: Truth): ReadonlyMap<string, Json> | undefined => {
    const list = family === 'criu' ? raw.sysvipc?.[kind] : undefined;
    return list && new Map(list.map((object: Json) => [String(object.id), object] as const));
  };

const common = {
  id: ({ id }: Json) => id,
  key: ({ key }: Json) => BigInt(key >>> 0),
  uid: ({ uid }: Json) => uid,
  gid: ({ gid }: Json) => gid,
  mode: ({ mode }: Json) => (mode & 0o7777).toString(8).padStart(4, '0'),
};

const key = ({ id }: Json): string => String(id);

export const ipcTables: readonly TruthTable[] = [
  {
    document: 'ipc',
    rows: 'sem[]',
    key,
    facts: objects('sem'),
    fields: { ...common, values: ({ values }) => values },
  },
  {
    document: 'ipc',
    rows: 'msg[]',
    key,
    facts: objects('msg'),
    fields: {
      ...common,
      messages: ({ messages }) => messages.map(({ type, size }: Json) => ({ type: BigInt(type), size })),
    },
  },
  {
    document: 'ipc',
    rows: 'shm[]',
    key,
    facts: objects('shm'),
    fields: { ...common, size: ({ size }) => BigInt(size) },
  },
];
