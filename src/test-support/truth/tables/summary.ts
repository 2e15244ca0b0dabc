/** summary: counts, against the number of what /proc listed. */
import { type Json, near, type TruthTable } from '../compare.ts';
import { livingTasks, type Truth } from '../truth.ts';

/** Counts hold where nothing came or went between the look and the dump. */
const whole = (truth: Truth): ReadonlyMap<string, Truth> | undefined => {
  const isWhole =
    truth.tasks !== undefined &&
    [...truth.unseen].every((pid) => truth.tasks?.some((task) => task.pid === pid));
  return isWhole ? new Map([['all', truth]]) : undefined;
};

const distinct = (values: readonly Json[]): number => new Set(values).size;

/** Tables that tasks share are one (CLONE_FILES): told by equal links and positions, which no two tables have by chance. */
const descriptorCount = (truth: Truth): number | undefined => {
  const tasks = livingTasks(truth) ?? [];
  if (tasks.some(({ fds }) => fds === undefined) || truth.family === 'cpt') return undefined;
  return tasks.reduce((sum, { fds = [] }) => sum + fds.length, 0);
};

const counts: TruthTable<Truth> = {
  document: 'summary',
  rows: 'counts',
  key: () => 'all',
  facts: whole,
  fields: {
    processes: ({ tasks = [] }) => tasks.length,
    threads: ({ tasks = [] }) => tasks.reduce((sum, { threads }) => sum + threads.length, 0),
    zombies: ({ tasks = [] }) => tasks.filter(({ state }) => state === 'Z').length,
    sessions: ({ tasks = [] }) => distinct(tasks.map(({ sid }) => sid)),
    groups: ({ tasks = [] }) => distinct(tasks.map(({ pgid }) => pgid)),
    descriptors: descriptorCount,
    semaphoreSets: ({ raw, family }) => (family === 'criu' ? raw.sysvipc?.sem?.length : undefined),
    messageQueues: ({ raw, family }) => (family === 'criu' ? raw.sysvipc?.msg?.length : undefined),
    sharedMemories: ({ raw, family }) => (family === 'criu' ? raw.sysvipc?.shm?.length : undefined),
  },
};

/** Of the namespace, or by task where there may be several. */
const offsetsOf = (raw: Json): string =>
  raw.timens_offsets ?? Object.values(raw.tasks as Record<string, Json>)[0]?.timens_offsets ?? '';

/** Seconds as the collector read them, and what the time namespace adds; a dump follows within seconds. */
function clock(name: 'monotonic' | 'boottime') {
  return ({ raw, family, files }: Truth) => {
    if (family === 'cpt' || raw[name] === undefined || ![...files].some((file) => file.startsWith('timens')))
      return undefined;
    const offset = new RegExp(`^${name}\\s+(-?\\d+)`, 'm').exec(offsetsOf(raw))?.[1] ?? '0';
    const seconds = BigInt(Math.round(raw[name])) + BigInt(offset);
    return near(seconds * 1_000_000_000n, 120_000_000_000n);
  };
}

const clocks: TruthTable<Truth> = {
  document: 'times',
  rows: 'image',
  key: () => 'all',
  facts: whole,
  fields: { ageNs: clock('monotonic'), bootAgeNs: clock('boottime') },
};

export const summaryTables = [counts, clocks];
