/** What a search looks for, and what it finds. */

export interface Hit {
  readonly offset: number;
  readonly length: number;
}

export interface Wanted {
  /** Where one is: hits there do not count until everything else was searched. */
  readonly from: number;
  readonly direction: 1 | -1;
}
