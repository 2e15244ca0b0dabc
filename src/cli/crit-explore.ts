/** `cr-crit x`: what an image directory holds, in the lines that crit prints, and as JSON. */
import type { Diagnostic } from '../diagnostic.ts';
import { entriesOf, firstOf, openCriuImage, textOf } from '../model/from-criu/image.ts';
import type { ImageDirectory } from '../parse/criu/index.ts';
import { conclude } from './crit-decode.ts';
import {
  type CritView,
  descriptorView,
  memoryView,
  processView,
  residentView,
  socketView,
} from './crit-views.ts';
import type { Arguments } from './options.ts';
import { type Terminal, visible } from './terminal.ts';

const explorers = {
  ps: processView,
  fds: descriptorView,
  mems: memoryView,
  rss: residentView,
  sk: socketView,
} as const satisfies Record<string, CritView>;

export type ExplorerName = keyof typeof explorers;

export const explorerNames = Object.keys(explorers) as readonly ExplorerName[];

export const isExplorer = (name: string): name is ExplorerName => Object.hasOwn(explorers, name);

export function critExplore(
  args: Arguments,
  terminal: Terminal,
  directory: ImageDirectory,
  what: ExplorerName,
): number {
  const diagnostics: Diagnostic[] = [];
  const image = openCriuImage(directory, (diagnostic) => diagnostics.push(diagnostic));
  const tasks = [...entriesOf(image, 'PSTREE', 'pstree_entry')].map(({ fields }) => {
    const pid = fields.pid ?? 0;
    const core = firstOf(image, 'CORE', 'core_entry', pid)?.fields;
    const ids = firstOf(image, 'IDS', 'task_kobj_ids_entry', pid)?.fields ?? core?.ids;
    const comm = textOf(core?.tc?.comm) ?? '';
    return { pid, ppid: fields.ppid ?? 0, pgid: fields.pgid ?? 0, sid: fields.sid ?? 0, comm, ids };
  });
  const { lines, json } = explorers[what]({ image, tasks });
  if (args.flag('json'))
    terminal.out(`${JSON.stringify({ schemaVersion: 1, [what]: json }, undefined, 2)}\n`);
  else for (const line of lines) terminal.out(`${visible(line).replaceAll('\\x09', '\t')}\n`);
  return conclude(diagnostics, args, terminal);
}
