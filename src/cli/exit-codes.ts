/** The same for all commands. */
export const exitCode = {
  /** Done, nothing wrong. */
  ok: 0,
  /** Findings: a bad image, a refused or, under `--strict`, lossy conversion, a restore that would fail. */
  findings: 1,
  /** Wrong usage. */
  usage: 2,
  /** Could not read or write. */
  io: 3,
  /** A bug of ours. */
  bug: 70,
} as const;
