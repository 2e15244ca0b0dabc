/** `cr-crit x`: what an image directory holds, in the lines that crit prints, and as JSON. */
import type { Diagnostic } from '../../diagnostic.ts';
import { Pieces } from '../../lazy-list.ts';
import { entriesOf, openCriuImage } from '../../model/from-criu/image.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import type { Arguments } from '../options.ts';
import { jsonPieces, printPieces } from '../pieces.ts';
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
  if (args.flag('json')) {
    printPieces(terminal, jsonPieces({ schemaVersion: 1, [what]: new Pieces(json) }, 2));
    terminal.out('\n');
  } else writeLines(lines(), terminal);
  return conclude(diagnostics, args, terminal);
}

function writeLines(lines: Iterable<string>, terminal: Terminal): void {
  printPieces(
    terminal,
    (function* () {
      for (const line of lines) yield `${visible(line).replaceAll('\\x09', '\t')}\n`;
    })(),
  );
}
