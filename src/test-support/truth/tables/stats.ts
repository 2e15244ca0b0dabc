/** stats: counters of tasks and devices of OpenVZ images, against /proc/PID/status and /proc/net/dev. */
import { Check, type Json, type TruthTable } from '../compare.ts';
import type { Truth } from '../truth.ts';

/** Only the collector of 2.6.32 kept them. */
function switchFacts({ raw, family }: Truth): ReadonlyMap<string, readonly [bigint, bigint]> | undefined {
  if (family !== 'cpt' || !Array.isArray(raw.procs)) return undefined;
  const facts = (raw.procs as Json[]).flatMap(({ pid, status }) => {
    const [, own] = /^voluntary_ctxt_switches:\s*(\d+)/m.exec(status ?? '') ?? [];
    const [, forced] = /^nonvoluntary_ctxt_switches:\s*(\d+)/m.exec(status ?? '') ?? [];
    if (own === undefined || forced === undefined) return [];
    return [[String(pid), [BigInt(own), BigInt(forced)]] as const];
  });
  return facts.length === 0 ? undefined : new Map(facts);
}

/** The collector itself and the dump made tasks run on. */
const atLeast = (count: bigint): Check =>
  new Check(`${count} or a few more`, (ours) => BigInt(ours) >= count && BigInt(ours) <= count + 50n);

const tasks: TruthTable<readonly [bigint, bigint]> = {
  document: 'stats',
  rows: 'tasks[]',
  isPartial: true,
  // The collector, and kernel threads of the container, are not dumped.
  mayLack: true,
  key: ({ pid }) => String(pid),
  facts: switchFacts,
  fields: {
    voluntarySwitches: ([own]) => atLeast(own),
    involuntarySwitches: ([, forced]) => atLeast(forced),
  },
};

/** Columns of /proc/net/dev. */
const deviceNames = [
  ...['rxBytes', 'rxPackets', 'rxErrors', 'rxDropped', '', '', '', '', 'txBytes', 'txPackets', 'txErrors'],
];

function deviceFacts({ raw, family }: Truth): ReadonlyMap<string, Json> | undefined {
  const text = family === 'cpt' ? raw.net?.dev : undefined;
  if (typeof text !== 'string') return undefined;
  const facts = [...text.matchAll(/^\s*([^:\s|]+):\s*(.*)$/gm)].map(([, name = '', counts = '']) => {
    const numbers = counts.trim().split(/\s+/);
    const named = deviceNames.flatMap((key, column) =>
      key === '' ? [] : [[key, BigInt(numbers[column] ?? 0)] as const],
    );
    return [name, Object.fromEntries(named)] as const;
  });
  return new Map(facts);
}

const devices: TruthTable = {
  document: 'stats',
  rows: 'devices[]',
  mayLack: true,
  key: ({ name }) => name,
  facts: deviceFacts,
  fields: {
    counters: (counts: Readonly<Record<string, bigint>>) =>
      new Check(Object.values(counts).join(' '), (ours) =>
        Object.entries(counts).every(([name, count]) => BigInt(ours[name] ?? 0) === count),
      ),
  },
};

export const statsTables = [tasks, devices];
