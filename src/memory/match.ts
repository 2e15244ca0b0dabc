/** Where in a text something was found. */
export interface Match {
  readonly at: number;
  readonly length: number;
  /** It reaches the end of what was looked at, and may go on behind it. */
  readonly isOpen?: boolean;
}
