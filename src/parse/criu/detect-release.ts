/**
 * Which CRIU releases can have written an image directory, with the evidence. A range, never a guess: images
 * carry no release number, only fields and files that came and went.
 */

import type { ImageDirectory } from '../archive/image-directory.ts';
import { compareReleases, developmentBranch } from './compare-releases.ts';
import { decodeFile } from './decode-file.ts';
import { headMagics, type ImageTypeName, identifyFile, imageType } from './image-types.ts';
import { type MessageLayout, messageLayout } from './layouts.ts';
import type { CriuRecord, Fields, FieldValue, FileHeader, MessageRecord } from './record.ts';

export { compareReleases, developmentBranch } from './compare-releases.ts';

export interface ReleaseEvidence {
  /** `from`: not older than `release`. `before`: older than `release`. */
  readonly bound: 'from' | 'before';
  readonly release: string;
  readonly file: string;
  readonly reason: string;
}

export interface ReleaseRange {
  /** The oldest release that fits; absent: no lower bound found. */
  readonly from?: string;
  /** The oldest release that does not fit any more. */
  readonly before?: string;
  /** False if the evidence contradicts itself: an edited or converted image. */
  readonly consistent: boolean;
  /** From a pre-dump, which cannot be restored by itself. */
  readonly preDump: boolean;
  /** What decided first, the rest after it, each release and bound once. */
  readonly evidence: readonly ReleaseEvidence[];
}

// Enough to meet every field that a release writes, whatever the size of the image.
const filesPerType = 4;
const recordsPerFile = 16;
const itemsPerList = 16;

// Types that a release stopped writing, for the first release without them: criu/image-desc.c and the
// commits that merged these files into core, mm and files.img.
const retiredTypes: Partial<Record<ImageTypeName, string>> = {
  CREDS: '2.0',
  EVENTFD_FILE: '3.4',
  EVENTPOLL_FILE: '3.4',
  EVENTPOLL_TFD: '1.4',
  EXT_FILES: '3.4',
  FANOTIFY_FILE: '3.4',
  FIFO: '3.4',
  INETSK: '3.4',
  INOTIFY_FILE: '3.4',
  ITIMERS: '1.4',
  NETLINK_SK: '3.4',
  NS_FILES: '3.4',
  PACKETSK: '3.4',
  PIPES: '3.4',
  POSIX_TIMERS: '1.4',
  REG_FILES: '3.4',
  RLIMIT: '1.4',
  SIGACT: '3.1',
  SIGNALFD: '3.4',
  TIMERFD: '3.4',
  TTY_FILES: '3.4',
  TUNFILE: '3.4',
  UNIXSK: '3.4',
  VMAS: '1.4',
};

// Optional fields that every image of the release that brought them was seen to have (samples of 1.5, 1.8,
// 2.12, 3.12, 3.19 and 4.2): an absence means an older release.
const alwaysWritten: readonly (readonly [message: string, field: string])[] = [
  ['dump_stats_entry', 'pages_lazy'],
  ['inventory_entry', 'dump_criu_run_id'],
  ['inventory_entry', 'network_lock_method'],
  ['pagemap_entry', 'flags'],
  ['pagemap_entry', 'nr_pages'],
  ['thread_core_entry', 'comm'],
];

type AddEvidence = (bound: ReleaseEvidence['bound'], release: string, file: string, reason: string) => void;

/** Reads a bounded part of the files of `directory`. */
export function detectRelease(directory: ImageDirectory): ReleaseRange {
  const found = new Map<string, ReleaseEvidence>();
  const add: AddEvidence = (bound, release, file, reason) => {
    const key = `${bound} ${release}`;
    if (!found.has(key)) found.set(key, { bound, release, file, reason });
  };
  const counts = new Map<ImageTypeName, number>();
  let preDump = false;
  for (const { name, kind } of directory.list()) {
    const type = kind === 'file' ? identifyFile(name)?.type : undefined;
    if (type === undefined) continue;
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    if (count > filesPerType) continue;
    if (readFileEvidence(directory, name, type, add)) preDump = true;
  }
  return summarize([...found.values()], preDump);
}

function summarize(found: readonly ReleaseEvidence[], preDump: boolean): ReleaseRange {
  const lows = found
    .filter(({ bound }) => bound === 'from')
    .sort((a, b) => compareReleases(b.release, a.release));
  const highs = found
    .filter(({ bound }) => bound === 'before')
    .sort((a, b) => compareReleases(a.release, b.release));
  const from = lows[0]?.release;
  const before = highs[0]?.release;
  return {
    ...(from !== undefined && { from }),
    ...(before !== undefined && { before }),
    consistent: from === undefined || before === undefined || compareReleases(from, before) < 0,
    preDump,
    evidence: [...lows.slice(0, 1), ...highs.slice(0, 1), ...lows.slice(1), ...highs.slice(1)],
  };
}

/** A release in words. */
export const releaseName = (release: string): string =>
  release === developmentBranch ? "CRIU's development branch of July 2026" : `CRIU ${release}`;

/**
 * The form of a directory in words, the same in every command. Who wrote it is not known: a release writes what an older
 * one would have, where nothing newer is needed.
 */
export function formText({ from, before, preDump }: ReleaseRange): string {
  const what = preDump ? 'a pre-dump in the form of' : 'written in the form of';
  if (from !== undefined) return `${what} ${releaseName(from)}`;
  return before === undefined ? `${what} any release of CRIU` : `${what} CRIU before ${before}`;
}

/** The id of that form, as conversions name it. */
export const formId = ({ from }: ReleaseRange): string => (from === undefined ? 'criu' : `criu-${from}`);

/** Adds what one file says; true for the inventory of a pre-dump. */
function readFileEvidence(
  directory: ImageDirectory,
  name: string,
  type: ImageTypeName,
  add: AddEvidence,
): boolean {
  const { since } = imageType(type);
  if (since !== undefined) add('from', since, name, `${name} exists`);
  const source = directory.open(name);
  if (source === undefined) return false;
  try {
    const { header, records } = decodeFile(source, name, () => {});
    readHeadEvidence(header, add);
    let count = 0;
    let preDump = false;
    for (const record of records()) {
      if (record.kind === 'message') {
        walkFields(messageLayout(record.message), record.fields, name, add);
        if (isPreDump(record)) preDump = true;
        else if (type === 'INVENTORY') readVersion(record, name, add);
      }
      count += 1;
      if (count >= recordsPerFile) break;
    }
    if (count > 0 && retiredTypes[type] !== undefined)
      add('before', retiredTypes[type], name, `${name} is used`);
    return preDump;
  } finally {
    source.close();
  }
}

function readHeadEvidence({ name, type, magics }: FileHeader, add: AddEvidence): void {
  const [first] = magics;
  if (first === undefined || type === 'INVENTORY') return;
  if (first === headMagics.common || first === headMagics.service) {
    add('from', '1.6', name, `${name} has a head magic`);
  } else add('before', '1.6', name, `${name} has no head magic`);
}

function isPreDump(record: CriuRecord): boolean {
  return (
    record.kind === 'message' && record.message === 'inventory_entry' && record.fields['img_version'] === 0
  );
}

function readVersion(record: MessageRecord, name: string, add: AddEvidence): void {
  const version = record.fields['img_version'];
  if (version === 1) add('before', '1.6', name, 'img_version is 1');
  if (version === 2) add('from', '1.6', name, 'img_version is 2');
}

function walkFields(layout: MessageLayout, fields: Fields, file: string, add: AddEvidence): void {
  for (const field of layout.fields) {
    const value = fields[field.name] as FieldValue | undefined;
    if (value === undefined) continue;
    const path = `${layout.name}.${field.name}`;
    if (field.note.since !== undefined) add('from', field.note.since, file, `${path} is present`);
    if (field.message === undefined) continue;
    const items = field.repeated ? (value as readonly Fields[]).slice(0, itemsPerList) : [value as Fields];
    for (const item of items) walkFields(field.message, item, file, add);
  }
  // A pre-dump's inventory has little but its version.
  if (layout.name === 'inventory_entry' && fields['img_version'] === 0) return;
  for (const [message, name] of alwaysWritten) {
    const release = message === layout.name ? layout.byName.get(name)?.note.since : undefined;
    if (release !== undefined && fields[name] === undefined) {
      add('before', release, file, `${message}.${name} is absent`);
    }
  }
}
