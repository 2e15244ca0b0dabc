/** What a search had no bytes for: that nothing was found says nothing of it. */
import { type Missing, type MissingPiece, missingWords } from '../../memory/plan.ts';
import { bytesText } from '../words.ts';

/** What is missing of the areas of one name, for one reason. */
export interface NotSearchedRow {
  readonly why: Missing;
  readonly area: string;
  /** Ascending; empty for what lies in no address space. */
  readonly pids: readonly number[];
  /** Of all of these processes together. */
  readonly bytes: bigint;
}

/** Reasons for which there is nothing that could have been searched. */
const nothingThere: ReadonlySet<Missing> = new Set(['unmapped', 'guard']);

export class NotSearchedList {
  readonly #rows = new Map<string, { row: NotSearchedRow; pids: Set<number>; bytes: bigint }>();

  add({ start, end, why }: MissingPiece, area: string, pids: readonly number[]): void {
    if (nothingThere.has(why)) return;
    const key = `${why} ${area}`;
    const known = this.#rows.get(key) ?? {
      row: { why, area, pids: [], bytes: 0n },
      pids: new Set(),
      bytes: 0n,
    };
    this.#rows.set(key, known);
    for (const pid of pids) known.pids.add(pid);
    known.bytes += (end - start) * BigInt(Math.max(pids.length, 1));
  }

  /** By reason, then the largest first. */
  rows(): readonly NotSearchedRow[] {
    return [...this.#rows.values()]
      .map(({ row, pids, bytes }) => ({ ...row, pids: [...pids].sort((a, b) => a - b), bytes }))
      .sort((a, b) => rank(a) - rank(b) || Number(b.bytes - a.bytes) || (a.area < b.area ? -1 : 1));
  }

  /** A line for each reason: how much, where most of it lies, and why. */
  *lines(): Generator<string> {
    const rows = this.rows();
    for (const why of Object.keys(missingWords) as Missing[]) {
      const own = rows.filter((row) => row.why === why);
      if (own.length === 0) continue;
      const bytes = own.reduce((sum, row) => sum + row.bytes, 0n);
      const names = own.slice(0, namesMax).map(({ area }) => area);
      const more = own.length > namesMax ? ` and ${own.length - namesMax} more` : '';
      yield `not searched: ${bytesText(bytes)} ${missingWords[why]}: ${names.join(', ')}${more}`;
    }
  }
}

const namesMax = 3;
const order = Object.keys(missingWords);
const rank = ({ why }: NotSearchedRow): number => order.indexOf(why);
