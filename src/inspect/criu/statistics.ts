/** stats-dump and stats-restore: what CRIU counted (criu/stats.c). */
import type { Diagnostic, Report } from '../../diagnostic.ts';
import { decodeFile, type ImageDirectory } from '../../parse/criu/index.ts';
import type {
  DumpStatsEntry,
  RestoreStatsEntry,
  StatsEntry,
} from '../../parse/generated/criu-descriptors.ts';
import type { RunStatistics } from '../run-statistics.ts';

/** Files without a meaning for a restore: one that is missing says nothing, one that cannot be read is warned of. */
export function statisticsOf(directory: ImageDirectory, report: Report): RunStatistics {
  const dump = entryOf(directory, 'stats-dump', report)?.dump;
  const restore = entryOf(directory, 'stats-restore', report)?.restore;
  return { ...(dump && { dump: dumpOf(dump) }), ...(restore && { restore: restoreOf(restore) }) };
}

function entryOf(directory: ImageDirectory, name: string, report: Report): StatsEntry | undefined {
  const source = directory.open(name);
  if (source === undefined) return undefined;
  try {
    let fault: Diagnostic | undefined;
    const note: Report = (diagnostic) => {
      fault ??= diagnostic;
    };
    for (const record of decodeFile(source, name, note).records())
      if (record.kind === 'message' && record.message === 'stats_entry') return record.fields as StatsEntry;
    if (fault !== undefined) report({ ...fault, severity: 'warning' });
    return undefined;
  } finally {
    source.close();
  }
}

const microseconds = (count = 0): bigint => BigInt(count) * 1000n;

function dumpOf(entry: DumpStatsEntry): NonNullable<RunStatistics['dump']> {
  const { pages_lazy, shpages_scanned, shpages_skipped_parent, shpages_written } = entry;
  return {
    freezingNs: microseconds(entry.freezing_time),
    frozenNs: microseconds(entry.frozen_time),
    memoryDumpNs: microseconds(entry.memdump_time),
    memoryWriteNs: microseconds(entry.memwrite_time),
    scannedPages: entry.pages_scanned ?? 0n,
    inParentPages: entry.pages_skipped_parent ?? 0n,
    writtenPages: entry.pages_written ?? 0n,
    ...(pages_lazy !== undefined && { lazyPages: pages_lazy }),
    ...(shpages_scanned !== undefined && { sharedScannedPages: shpages_scanned }),
    ...(shpages_skipped_parent !== undefined && { sharedInParentPages: shpages_skipped_parent }),
    ...(shpages_written !== undefined && { sharedWrittenPages: shpages_written }),
  };
}

const restoreOf = (entry: RestoreStatsEntry): NonNullable<RunStatistics['restore']> => ({
  forkingNs: microseconds(entry.forking_time),
  restoreNs: microseconds(entry.restore_time),
  comparedPages: entry.pages_compared ?? 0n,
  skippedPages: entry.pages_skipped_cow ?? 0n,
  ...(entry.pages_restored !== undefined && { restoredPages: entry.pages_restored }),
});
