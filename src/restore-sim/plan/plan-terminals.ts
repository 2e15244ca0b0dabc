/**
 * Pairs of pseudo terminals. A kernel gives the lowest free number to whoever opens /dev/ptmx: those below a wanted one
 * are opened, too, and closed again (criu/tty.c does so up to 32 times).
 */
import { terminalPairs } from '../../model/terminal-pairs.ts';
import type { PlanDraft } from './draft.ts';

export function planTerminals({ checkpoint, step, ipcActor }: PlanDraft): void {
  for (const { index, at } of terminalPairs(checkpoint))
    step({ op: 'terminal', phase: 'terminals', by: ipcActor, at, index });
}
