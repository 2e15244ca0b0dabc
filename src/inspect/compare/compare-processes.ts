/** Processes that were added, gone or changed between two images. */
import { headOf } from '../../model/look-up.ts';
import { type PsProcess, psJson } from '../../model/ps.ts';
import { type Filter, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';

export interface ProcessChange {
  readonly pid: number;
  readonly comm: string;
  readonly change: 'only-in-a' | 'only-in-b' | 'differs';
  /** Offsets of the task records; null where the image has no such process. */
  readonly a: number | null;
  readonly b: number | null;
  readonly fields: readonly { readonly field: string; readonly a: string; readonly b: string }[];
}

/** By pid; processes that are equal are left out. */
export function compareProcesses(a: Image, b: Image, filter: Filter): readonly ProcessChange[] {
  const [listA, listB] = [listOf(a, filter), listOf(b, filter)];
  const pids = [...new Set([...listA.keys(), ...listB.keys()])].sort((x, y) => x - y);
  return pids.flatMap((pid) => changeOf(listA.get(pid), listB.get(pid)));
}

interface Listed {
  readonly process: PsProcess;
  readonly at: number;
}

function listOf({ checkpoint }: Image, filter: Filter): ReadonlyMap<number, Listed> {
  const places = new Map(
    wantedProcesses(checkpoint, filter).map((process) => [process.pid, headOf(process).at]),
  );
  return new Map(
    psJson(checkpoint).processes.flatMap((process) => {
      const at = places.get(process.pid);
      return at === undefined ? [] : [[process.pid, { process, at }] as const];
    }),
  );
}

function changeOf(a: Listed | undefined, b: Listed | undefined): readonly ProcessChange[] {
  const { pid, comm } = (a ?? b)!.process;
  const places = { pid, comm, a: a?.at ?? null, b: b?.at ?? null };
  if (!a || !b) return [{ ...places, change: a ? 'only-in-a' : 'only-in-b', fields: [] }];
  const fields = (Object.keys(a.process) as (keyof PsProcess)[]).flatMap((field) => {
    const [textA, textB] = [textOf(a.process[field]), textOf(b.process[field])];
    return textA === textB ? [] : [{ field, a: textA, b: textB }];
  });
  return fields.length === 0 ? [] : [{ ...places, change: 'differs', fields }];
}

const textOf = (value: PsProcess[keyof PsProcess]): string =>
  Array.isArray(value) ? value.join(' ') : String(value ?? '—');
