/** A row of the index of records, and its line of text. */
import { hex } from './words.ts';

export interface RecordRow {
  readonly offset: number;
  /** All that lies in it included; of a section or object as stored in its header. */
  readonly length: number;
  readonly headerLength: number;
  readonly depth: number;
  readonly kind: string;
  /** What tells it from others of its kind. */
  readonly label: string;
}

/** `0x00001f40      272  TASKS`: aligned without knowing the other rows. */
export function recordLine({ offset, length, headerLength, depth, kind, label }: RecordRow): string {
  const place = hex(offset).padStart(12);
  return `${place} ${String(length).padStart(12)} ${String(headerLength).padStart(5)}  ${'  '.repeat(depth)}${kind} ${label}`.trimEnd();
}

export const recordHead = `${'OFFSET'.padStart(12)} ${'LENGTH'.padStart(12)} ${'FIXED'.padStart(5)}  RECORD`;
