/** What the files of a dump say of the run that made it. */

/** What CRIU says of a run in stats-dump or stats-restore; times are whole microseconds there. */
export interface RunStatistics {
  readonly dump?: {
    readonly freezingNs: bigint;
    readonly frozenNs: bigint;
    readonly memoryDumpNs: bigint;
    readonly memoryWriteNs: bigint;
    readonly scannedPages: bigint;
    /** Unchanged since the dump that this one follows. */
    readonly inParentPages: bigint;
    readonly writtenPages: bigint;
    readonly lazyPages?: bigint;
    readonly sharedScannedPages?: bigint;
    readonly sharedInParentPages?: bigint;
    readonly sharedWrittenPages?: bigint;
  };
  readonly restore?: {
    readonly forkingNs: bigint;
    readonly restoreNs: bigint;
    readonly comparedPages: bigint;
    /** Found in the parent process already, and left shared with it. */
    readonly skippedPages: bigint;
    readonly restoredPages?: bigint;
  };
}
