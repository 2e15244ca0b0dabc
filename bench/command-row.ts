/** Rows of one command: by itself, beside programs that do the same work, or on inputs that grow. */
import { command, isInstalled, type Measured, median, run } from './measure.ts';
import { type Figure, type Input, memoryMib, type Row, type Scratch, type Words } from './row.ts';

/** Another program that does the same work on the same input. */
export interface Peer {
  readonly name: string;
  /** What has to be installed; default: the name. */
  readonly program?: string;
  readonly words: (scratch: Scratch) => Words;
  /** Ours has to be so many times as fast; without it the ratio is only told. */
  readonly atLeast?: number;
}

export interface Limits {
  readonly wallMs?: number;
  readonly cpuMs?: number;
  readonly memoryMib?: number;
  /** MB (10^6 bytes) a second; needs `bytes`. */
  readonly throughput?: number;
  /** CPU time on the larger input by that on the smaller one. */
  readonly growth?: number;
  /** Wall time by CPU time: how well several processors are used. */
  readonly wallByCpu?: number;
}

interface Common {
  readonly name: string;
  readonly what: string;
  readonly isLarge?: boolean;
  readonly missing?: () => string | undefined;
  readonly limits?: Limits;
  readonly rounds?: number;
  /** Exit code 1 is no failure. */
  readonly mayFind?: boolean;
}

export interface CommandRow extends Common {
  readonly inputs?: readonly Input[];
  readonly ours: (scratch: Scratch) => Words;
  readonly peers?: readonly Peer[];
  /** What the command reads, for the throughput. */
  readonly bytes?: number;
}

export interface GrowthRow extends Common {
  /** Ascending; limits but the memory hold for the last one. */
  readonly sizes: readonly number[];
  readonly input: (size: number) => Input;
  readonly ours: (path: string, scratch: Scratch) => Words;
  readonly unit: string;
}

const ordinaryRounds = 5;

/** A command of ours, its words behind the name. */
export const ours =
  (name: string, words: (scratch: Scratch) => Words) =>
  (scratch: Scratch): Words =>
    command(name, ...words(scratch));

export function commandRow(row: CommandRow): Row {
  const { name, what, isLarge, inputs, missing, limits = {}, rounds = ordinaryRounds, mayFind } = row;
  return {
    name,
    what,
    isLarge,
    inputs,
    missing,
    profiled: row.ours,
    measure(scratch, skipped) {
      const peers = (row.peers ?? []).filter(({ name: peer, program = peer }) => {
        if (!isInstalled(program)) skipped(`${peer}: ${program} is not installed`);
        return isInstalled(program);
      });
      const columns = [row.ours, ...peers.map(({ words }) => words)];
      // In turns, so that a busy moment of the machine is everyone's.
      const turns = Array.from({ length: rounds }, () =>
        columns.map((words) => run(words(scratch), scratch.directory, mayFind)),
      );
      const column = (index: number) => turns.map((turn) => turn[index] as Measured);
      const own = column(0);
      const ratio = (index: number) =>
        median(turns.map((turn) => (turn[index] as Measured).wallMs / (turn[0] as Measured).wallMs));
      return [
        ...usage(own, limits),
        ...throughput(own, row.bytes, limits),
        ...peers.flatMap((peer, index): Figure[] => [
          {
            metric: `as fast as ${peer.name}`,
            value: ratio(index + 1),
            unit: '×',
            atLeast: peer.atLeast,
          },
          {
            metric: `CPU time of ${peer.name} by ours`,
            value: least(column(index + 1)) / least(own),
            unit: '×',
          },
        ]),
      ];
    },
  };
}

export function growthRow(row: GrowthRow): Row {
  const { name, what, isLarge, missing, sizes, unit, limits = {}, rounds = 3, mayFind } = row;
  const inputs = sizes.map(row.input);
  const largest = inputs.at(-1) as Input;
  return {
    name,
    what: `${what}, ${sizes.map((size) => size.toLocaleString('en')).join(' and ')} ${unit}`,
    isLarge,
    inputs,
    missing,
    profiled: (scratch) => row.ours(scratch.at(largest), scratch),
    measure(scratch) {
      const turns = Array.from({ length: rounds }, () =>
        inputs.map((input) => run(row.ours(scratch.at(input), scratch), scratch.directory, mayFind)),
      );
      const column = (index: number) => turns.map((turn) => turn[index] as Measured);
      const [before, last] = [column(inputs.length - 2), column(inputs.length - 1)];
      const growth = least(last) / least(before);
      return [
        ...usage(last, limits),
        { metric: 'growth of CPU time', value: growth, unit: '×', atMost: limits.growth },
      ];
    },
  };
}

const least = (runs: readonly Measured[]) => Math.min(...runs.map(({ cpuMs }) => cpuMs));

export function usage(runs: readonly Measured[], limits: Limits): Figure[] {
  const wall = median(runs.map(({ wallMs }) => wallMs));
  // The least of them is what was disturbed least.
  const cpu = least(runs);
  const memory = Math.max(...runs.map(({ maxRssMib }) => maxRssMib ?? Number.NaN));
  return [
    { metric: 'wall time', value: wall, unit: 'ms', atMost: limits.wallMs },
    { metric: 'CPU time', value: cpu, unit: 'ms', atMost: limits.cpuMs },
    { metric: 'peak memory', value: memory, unit: 'MiB', atMost: limits.memoryMib ?? memoryMib },
    ...(limits.wallByCpu === undefined
      ? []
      : [{ metric: 'wall by CPU time', value: wall / cpu, unit: '×', atMost: limits.wallByCpu } as const]),
  ];
}

/** By wall time, and as if nothing else had run: by CPU time. */
function throughput(runs: readonly Measured[], bytes: number | undefined, limits: Limits): Figure[] {
  if (bytes === undefined) return [];
  const rate = (ms: number) => bytes / 1000 / ms;
  return [
    {
      metric: 'throughput',
      value: rate(median(runs.map(({ wallMs }) => wallMs))),
      unit: 'MB/s',
      atLeast: limits.throughput,
    },
    { metric: 'throughput by CPU time', value: rate(least(runs)), unit: 'MB/s' },
  ];
}
