/** `cr-crit x`: what an image directory holds, in the lines that crit prints, and as JSON. */
import type { Diagnostic } from '../../diagnostic.ts';
import { entriesOf, openCriuImage } from '../../model/from-criu/image.ts';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import type { Arguments } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';
import { conclude } from './decode.ts';
import {
  type CritTask,
  type CritView,
  descriptorView,
  memoryView,
  processView,
  residentView,
  socketView,
} from './views.ts';

const explorers = {
  ps: processView,
  fds: descriptorView,
  mems: memoryView,
  rss: residentView,
  sk: socketView,
} as const satisfies Record<string, CritView>;

export type ExplorerName = keyof typeof explorers;

/** The words of go-crit. */
const aliases: Readonly<Record<string, ExplorerName>> = { fd: 'fds', mem: 'mems' };

export const explorerNames = Object.keys(explorers) as readonly ExplorerName[];

export function explorerNamed(name: string): ExplorerName | undefined {
  if (Object.hasOwn(explorers, name)) return name as ExplorerName;
  return Object.hasOwn(aliases, name) ? aliases[name] : undefined;
}

export function critExplore(
  args: Arguments,
  terminal: Terminal,
  directory: ImageDirectory,
  what: ExplorerName,
): number {
  const diagnostics: Diagnostic[] = [];
  const image = openCriuImage(directory, (diagnostic) => diagnostics.push(diagnostic));
  const tasks: CritTask[] = [];
  for (const { fields } of entriesOf(image, 'PSTREE', 'pstree_entry')) {
    const { pid = 0, ppid = 0, pgid = 0, sid = 0 } = fields;
    tasks.push({ pid, ppid, pgid, sid });
  }
  const { lines, json } = explorers[what]({ image, tasks });
  if (args.flag('json'))
    terminal.out(`${JSON.stringify({ schemaVersion: 1, [what]: json }, undefined, 2)}\n`);
  else writeLines(lines, terminal);
  return conclude(diagnostics, args, terminal);
}

/** A system call for each line would take longer than the reading. */
const pieceLines = 1000;

function writeLines(lines: readonly string[], terminal: Terminal): void {
  for (let start = 0; start < lines.length; start += pieceLines) {
    const piece = lines
      .slice(start, start + pieceLines)
      .map((line) => visible(line).replaceAll('\\x09', '\t'));
    terminal.out(`${piece.join('\n')}\n`);
  }
}
