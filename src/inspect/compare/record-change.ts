/** What differs in the records of two images, as data. */

export interface FieldChange {
  readonly field: string;
  /** In words; null where the image has no such field. */
  readonly a: string | null;
  readonly b: string | null;
}

export interface RecordChange {
  /** What the record is: `TASKS/task 2/siginfo`. */
  readonly path: string;
  readonly kind: string;
  readonly change: 'only-in-a' | 'only-in-b' | 'differs';
  /** Offsets; null where the image has no such record. */
  readonly a: number | null;
  readonly b: number | null;
  /** Records inside one that only one image has. */
  readonly inside: number;
  readonly fields: readonly FieldChange[];
}
