/** Carries records through the hops of a route, one record at a time, and keeps account of what changed. */
import type { Report } from '../../diagnostic.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import type { AnyObject, AnyRecord } from '../../parse/cpt/record.ts';
import type { CptKind } from '../../parse/generated/cpt-records.ts';
import { allowances } from '../allowances.ts';
import { convertDiagnostic } from '../codes.ts';
import { unaccounted } from './accounts.ts';
import type { Facts } from './facts.ts';
import { cptRows, type RowId } from './rows.ts';
import type { Hop, HopContext, Payloads } from './step.ts';

/** A hop with the name that reports use for it. */
export interface NamedHop {
  readonly name: string;
  readonly hop: Hop;
  /** Version word after the hop; undefined keeps it. */
  readonly version?: number;
}

/** How often a hop did one thing. */
export interface Change {
  readonly hop: string;
  readonly row: RowId;
  readonly what: string;
  readonly count: number;
}

export interface Applied {
  readonly changes: readonly Change[];
  readonly losses: readonly Change[];
  /** Records that came out at the other end. */
  readonly records: number;
}

type AnyHandler = (record: AnyObject, context: HopContext) => AnyObject | undefined;

export class HopRunner {
  readonly #hops: readonly NamedHop[];
  readonly #contexts: readonly HopContext[];
  readonly #handlers = new Map<CptKind, readonly { handle: AnyHandler; context: HopContext }[]>();
  readonly #changes = new Map<string, { hop: string; row: RowId; what: string; count: number }>();
  readonly #losses = new Map<string, { hop: string; row: RowId; what: string; count: number }>();
  readonly #report: Report;
  readonly #onDrop: (record: AnyRecord) => void;
  /** Depth of the record whose content is being left out. */
  #droppedDepth: number | undefined;
  /** For each depth, how many records of each kind came so far in the record that is open there. */
  readonly #seen: Map<string, number>[] = [];
  #siblingIndex = 0;
  #records = 0;
  readonly #facts: Facts;
  /** Rows that were noted for the record at hand. */
  readonly #noted: RowId[] = [];
  /** What was reported already as changed in silence: once is enough. */
  readonly #silent = new Set<string>();

  constructor(options: {
    readonly hops: readonly NamedHop[];
    readonly facts: Facts;
    readonly payloads: Payloads;
    readonly report: Report;
    readonly onDrop: (record: AnyRecord) => void;
  }) {
    this.#hops = options.hops;
    this.#facts = options.facts;
    this.#report = options.report;
    this.#onDrop = options.onDrop;
    this.#contexts = options.hops.map(({ name }) => this.#context(name, options.facts, options.payloads));
    const kinds = new Set(options.hops.flatMap(({ hop }) => Object.keys(hop.objects ?? {}) as CptKind[]));
    for (const kind of kinds) this.#handlers.set(kind, this.#handlersOf(kind));
  }

  /** The record for the target, or undefined when it is left out with everything in it. */
  run(record: AnyRecord): AnyRecord | undefined {
    this.#count(record);
    if (this.#droppedDepth !== undefined) {
      if (record.depth > this.#droppedDepth) {
        this.#onDrop(record);
        return undefined;
      }
      this.#droppedDepth = undefined;
    }
    this.#noted.length = 0;
    const result = this.#apply(record);
    this.#account(record, result);
    if (result === undefined) {
      this.#droppedDepth = record.depth;
      this.#onDrop(record);
    } else this.#records++;
    return result;
  }

  result(): Applied {
    return {
      changes: [...this.#changes.values()],
      losses: [...this.#losses.values()],
      records: this.#records,
    };
  }

  /** What no row answers for is a fault of a step; it is said where it happens, once for each field. */
  #account(record: AnyRecord, result: AnyRecord | undefined): void {
    for (const name of unaccounted(record, result, this.#noted, this.#facts)) {
      if (this.#silent.has(name)) continue;
      this.#silent.add(name);
      const message = `${name} does not come out as it went in, and no step says why`;
      this.#report(
        convertDiagnostic('unaccounted-change', message, { offset: record.offset, path: recordPath(record) }),
      );
    }
  }

  #apply(record: AnyRecord): AnyRecord | undefined {
    if (record.kind === 'raw' || record.kind === 'unknown') return record;
    if (record.kind === 'image') return this.#applyToImage(record);
    if (record.kind === 'section') {
      let section: typeof record | undefined = record;
      for (const [index, { hop }] of this.#hops.entries()) {
        if (section && hop.section) section = hop.section(section, this.#contexts[index] as HopContext);
      }
      return section;
    }
    let object: AnyObject | undefined = record;
    for (const { handle, context } of this.#handlers.get(record.kind) ?? []) {
      object = handle(object, context);
      if (object === undefined) return undefined;
    }
    return object;
  }

  #applyToImage(image: Extract<AnyRecord, { kind: 'image' }>): AnyRecord {
    let result = image;
    for (const [index, { hop, version }] of this.#hops.entries()) {
      if (hop.image) result = hop.image(result, this.#contexts[index] as HopContext);
      if (version !== undefined) result = { ...result, fields: { ...result.fields, imageVersion: version } };
    }
    return result;
  }

  #handlersOf(kind: CptKind) {
    return this.#hops.flatMap(({ hop }, index) => {
      const handle = hop.objects?.[kind] as AnyHandler | undefined;
      return handle ? [{ handle, context: this.#contexts[index] as HopContext }] : [];
    });
  }

  #count({ kind, depth }: AnyRecord): void {
    this.#seen.length = Math.min(this.#seen.length, depth + 1);
    while (this.#seen.length <= depth) this.#seen.push(new Map());
    const seen = this.#seen[depth] as Map<string, number>;
    this.#siblingIndex = seen.get(kind) ?? 0;
    seen.set(kind, this.#siblingIndex + 1);
  }

  #context(name: string, facts: Facts, payloads: Payloads): HopContext {
    return {
      facts,
      payloads,
      siblingIndex: () => this.#siblingIndex,
      changed: (row, what) => {
        this.#noted.push(row);
        tally(this.#changes, name, row, what);
      },
      lost: (row, record, message) => {
        this.#noted.push(row);
        tally(this.#losses, name, row, cptRows[row].title);
        this.#report(
          convertDiagnostic('value-lost', `${message} [${row}, ${name}]`, {
            offset: record.offset,
            path: recordPath(record),
          }),
        );
      },
      refused: (row, record, message, allowedBy) => {
        this.#noted.push(row);
        if (allowedBy !== undefined && facts.allowed.has(allowedBy)) return true;
        const help =
          allowedBy === undefined
            ? ''
            : `; --allow ${allowedBy} converts it so that ${allowances[allowedBy]}`;
        const code = cptRows[row].refusal ?? 'cannot-express';
        this.#report(
          convertDiagnostic(code, `${message}${help} [${row}, ${name}]`, {
            offset: record.offset,
            path: recordPath(record),
          }),
        );
        return false;
      },
    };
  }
}

function tally(
  counts: Map<string, { hop: string; row: RowId; what: string; count: number }>,
  hop: string,
  row: RowId,
  what: string,
): void {
  const key = `${hop}\0${row}\0${what}`;
  const known = counts.get(key);
  if (known) known.count++;
  else counts.set(key, { hop, row, what, count: 1 });
}
