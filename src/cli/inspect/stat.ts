/** cr-inspect A B C --stat: memory from one image to the next, in pages: how much was rewritten, grew, went. */
import { pageChanges, storedPages } from '../../inspect/compare/stored-pages.ts';
import type { Image } from '../../inspect/image.ts';
import type { Column, Table } from '../../inspect/table.ts';
import { jsonText } from '../../inspect/view-json.ts';
import { exitCode } from '../exit-codes.ts';
import { UsageError } from '../options.ts';
import { type OpenedImage, openImage } from './input.ts';
import { concluded, type Job } from './job.ts';
import { printTables } from './text.ts';

interface Round {
  readonly image: string;
  /** Pages whose bytes the image holds, once each. */
  readonly stored: bigint;
  /** Against the image before; null for the first. */
  readonly rewritten: bigint | null;
  readonly added: bigint | null;
  readonly gone: bigint | null;
  readonly notHere: bigint | null;
}

export async function showStat(job: Job, paths: readonly string[]): Promise<number> {
  if (paths.length < 2) throw new UsageError('--stat compares images: name two or more');
  const rounds: Round[] = [];
  let code: number = exitCode.ok;
  let before: OpenedImage | undefined;
  try {
    for (const path of paths) {
      const opened = await openImage(job, path);
      rounds.push(roundOf(opened.image, before?.image, job));
      code = Math.max(code, concluded(job, opened.image.problems));
      before?.close();
      before = opened;
    }
  } finally {
    before?.close();
  }
  const { terminal, args, hasColor } = job;
  if (args.flag('json')) terminal.out(`${jsonText({ schemaVersion: 1, rounds: rounds.map(rowJson) })}\n`);
  else printTables(terminal, [statTable(rounds)], hasColor);
  const differs = rounds.some(
    ({ rewritten, added, gone, notHere }) =>
      (rewritten ?? 0n) + (added ?? 0n) + (gone ?? 0n) + (notHere ?? 0n) > 0n,
  );
  return Math.max(code, differs ? exitCode.findings : exitCode.ok);
}

const noChanges = { rewritten: null, added: null, gone: null, notHere: null };

function roundOf(image: Image, before: Image | undefined, { filter }: Job): Round {
  const stored = storedPages(image, filter);
  if (before === undefined) return { ...noChanges, image: image.name, stored };
  return { image: image.name, stored, ...pageChanges(before, image, filter) };
}

const rowJson = ({ image, stored, rewritten, added, gone, notHere }: Round) => {
  const text = (pages: bigint | null) => (pages === null ? null : String(pages));
  return {
    image,
    storedPages: String(stored),
    rewrittenPages: text(rewritten),
    addedPages: text(added),
    gonePages: text(gone),
    notHerePages: text(notHere),
  };
};

function statTable(rounds: readonly Round[]): Table {
  // No image leaves pages to others that are not here.
  const isHere = rounds.every(({ notHere }) => (notHere ?? 0n) === 0n);
  const columns: Column[] = [
    { title: 'IMAGE', grows: true },
    { title: 'STORED', align: 'right' },
    { title: 'REWRITTEN', align: 'right' },
    { title: 'NEW', align: 'right' },
    { title: 'GONE', align: 'right' },
    ...(isHere ? [] : [{ title: 'NOT HERE', align: 'right' } as const]),
  ];
  const rows = rounds.map(({ image, stored, rewritten, added, gone, notHere }) => ({
    cells: [
      image,
      String(stored),
      ...[rewritten, added, gone, ...(isHere ? [] : [notHere])].map((pages) => `${pages ?? ''}`),
    ],
  }));
  return { title: 'Pages of memory, each image against the one before', columns, rows, empty: 'none' };
}
