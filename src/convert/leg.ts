/**
 * What conversions of all families have in common. A route goes over edges: steps inside a family, and bridges between
 * two. Edges in a row that one runner takes in one pass are a leg; each leg says what it changes and loses by row.
 */
import type { Diagnostic, Report } from '../diagnostic.ts';
import type { ByteSink } from '../parse/bytes/byte-sink.ts';
import type { Content } from '../parse/format.ts';
import type { RootView } from '../restore-sim/host/root-view.ts';

/** A way from one variant to another that nothing lies between. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  /** Rows of differences that it carries out, where they are listed. */
  readonly rows?: readonly string[];
}

/** `phase` is `survey`, `convert` or `verify`; `done` of `total`, in what the runner counts. */
export type Progress = (phase: string, done: number, total: number) => void;

/** What a hop did, or could not keep, by row of differences. */
export interface CountedRow {
  readonly row: string;
  readonly what: string;
  readonly count: number;
}

export interface HopReport {
  readonly name: string;
  readonly changes: readonly CountedRow[];
  readonly losses: readonly CountedRow[];
}

/** Options of all runners; each takes those that it lists. */
export interface LegOptions {
  /** What the input is, when it should not be detected. */
  readonly from?: string | undefined;
  readonly startTimes?: 'jiffies' | 'timespec' | undefined;
  /** Tick rate of the target kernel. */
  readonly hz?: number | undefined;
  readonly endFutexWaits?: boolean | undefined;
  /** Losses that are refused otherwise, by name. */
  readonly allow?: readonly string[] | undefined;
  /** Make one self-contained image of an incremental chain. */
  readonly flatten?: boolean | undefined;
  /** Compress pages as CRIU's development branch does, each by itself or in blocks. */
  readonly compress?: 'page' | 'block' | undefined;
  /** Make plain pages of compressed ones, as every way to a release does. */
  readonly decompress?: boolean | undefined;
  /** Make an incremental image on top of another one, to which `link` leads from where the result will lie. */
  readonly delta?: { readonly base: Content; readonly link: string } | undefined;
  /** Repairs that put code into a process. Default: on. */
  readonly injectedCode?: boolean | undefined;
  /** Capabilities and limits that the restoring machine gives; absent: all. */
  readonly side?: RestoringMachine | undefined;
  /** Of core files: these processes only. */
  readonly pids?: readonly number[] | undefined;
  /** Of core files: what only mapped files hold is filled from below this directory. */
  readonly root?: RootView | undefined;
}

export interface RestoringMachine {
  /** That a restorer has, by number of the bit. */
  readonly capabilities?: bigint | undefined;
  /** Hard limits by number of setrlimit(2). */
  readonly hardLimits?: readonly (bigint | undefined)[] | undefined;
}

export type LegOptionName = keyof LegOptions;

export interface LegInput {
  readonly content: Content;
  /** As people know it. */
  readonly name: string;
}

export interface Tools {
  readonly report: Report;
  readonly progress: Progress;
}

/** Where a leg writes: one file, or files by name. */
export type LegOutput =
  | { readonly form: 'file'; readonly sink: ByteSink }
  | {
      readonly form: 'directory';
      create(name: string): ByteSink & { close(): void };
      /** False when nothing is where the link leads, seen from the place of the result. */
      link(name: string, target: string): boolean;
    };

export interface Runner {
  /** Of its result. */
  readonly form: LegOutput['form'];
  /** The form for an output of this name, where that depends on it. */
  formFor?(output: string, options: LegOptions): LegOutput['form'];
  /** Where its files lie in an archive. Default: `checkpoint`, as in those of engines. */
  readonly archiveFolder?: string;
  /** What an engine keeps beside its input fits its result as well, or is of no use with it. Default: it is lost. */
  readonly ofEngines?: 'fit' | 'no matter';
  /** What is wrong with the input is said and does not stop it. */
  readonly takesDamaged?: boolean;
  /** Options that have an effect on it. */
  readonly takes: readonly LegOptionName[];
  /** Names that `allow` takes. */
  readonly allowances: readonly string[];
  /** Reads what it must know of the whole image. Throws ImageError for one that it cannot begin with. */
  prepare(input: LegInput, to: string, options: LegOptions, tools: Tools): PreparedLeg;
}

export interface PreparedLeg {
  /** Variant of the input, and how it was told. */
  readonly from: string;
  readonly evidence: string;
  readonly to: string;
  /** The target in words. */
  readonly title?: string;
  /** Records, files, processes: what there is of the input. */
  readonly facts: readonly string[];
  /** More members of the report as JSON. */
  readonly json?: object;
  /** Writes the result; works it out and writes nothing without an output. False when it must not be used. */
  run(output: LegOutput | undefined): LegResult;
  /** Reads the result back. An error among the problems means that it must not be used. */
  verify(result: Content): Verified;
  /** What stands beside the result for whoever restores it. */
  afterwards?(): Preparation;
  close(): void;
}

export interface LegResult {
  readonly isUsable: boolean;
  readonly hops: readonly HopReport[];
  /** More to say, a line each. */
  readonly lines?: readonly string[];
  readonly json?: object;
}

export interface Verified {
  readonly problems: readonly Diagnostic[];
  /** What the rehearsed restores came to; undefined when there was nothing to rehearse. */
  readonly summary?: string | undefined;
}

/** For a restore of the result. */
export interface Preparation {
  /** What has to be there, for people. */
  readonly text: string;
  /** A program that does it, for the directory of the result. */
  readonly program: { readonly name: string; readonly text: string };
  /** One line for the end of a report. */
  readonly hint: string;
}

/** What is counted of a hop, out of the list of all hops. */
export const hopReports = (
  names: readonly string[],
  changes: readonly (CountedRow & { readonly hop: string })[],
  losses: readonly (CountedRow & { readonly hop: string })[],
): readonly HopReport[] => {
  const of = (hop: string, list: readonly (CountedRow & { readonly hop: string })[]) =>
    list.filter((each) => each.hop === hop).map(({ row, what, count }) => ({ row, what, count }));
  return names.map((name) => ({ name, changes: of(name, changes), losses: of(name, losses) }));
};
