/**
 * For tests only: edits of good images in a small notation, and the comparison of a verdict with what CRIU 4.2
 * was seen to do with such a change on Linux 6.18.
 */
import { expect } from 'vitest';
import type { Location } from '../../../../diagnostic.ts';
import {
  criuArchives,
  type OpenedArchive,
  openCriuArchive,
} from '../../../../model/from-criu/testing/criu-images.ts';
import {
  change,
  editImage,
  type FileEdit,
  first,
  type LooseFields,
} from '../../../../model/from-criu/testing/edit-image.ts';
import type { CriuRecord, ImageDirectory } from '../../../../parse/criu/index.ts';
import type { ConditionCode } from '../../../conditions.ts';
import type { CriuRestoreCode } from '../codes.ts';
import { type SimulateCriuOptions, simulateCriuRestore } from '../simulate.ts';
import { unmetCondition, verdictAsItRan } from './as-it-ran.ts';

export type BaseName = 'podman-tree.tar.zst' | 'sysvipc.tar.gz' | 'podman-counter.tar.gz' | 'pipes.tar.gz';
export const tree = 'podman-tree.tar.zst';
export const ipc = 'sysvipc.tar.gz';
export const counter = 'podman-counter.tar.gz';
export const pipes = 'pipes.tar.gz';

const bases = new Map<BaseName, OpenedArchive>();

export async function openBases(): Promise<void> {
  for (const name of [tree, ipc, counter, pipes] as const) {
    bases.set(name, await openCriuArchive(criuArchives.get(name)!));
  }
}

export function closeBases(): void {
  for (const { root } of bases.values()) root.close();
}

export const image = (base: BaseName): ImageDirectory => bases.get(base)!.directory;

/** One change to a good image, and what is known of it. */
export interface Row {
  readonly what: string;
  readonly base: BaseName;
  readonly edits: Readonly<Record<string, FileEdit>>;
  readonly verdict: string;
  /** Of the failure, or of the condition that was not met. */
  readonly code?: CriuRestoreCode | ConditionCode;
  readonly said?: string;
  /** What CRIU stumbles over: a file, and the offset of a record. */
  readonly at?: Location;
  readonly options?: SimulateCriuOptions;
}

export function check({ base, edits, verdict, code, said, at, options }: Row): void {
  const report = simulateCriuRestore(editImage(image(base), edits), options);
  const [failure] = report.failures;
  const unmet = unmetCondition(report);
  const why = unmet?.code ?? failure?.code ?? '';
  expect(`${verdictAsItRan(report)} ${why} ${failure?.message ?? ''}`).toMatch(
    new RegExp(`^${verdict} ${code ?? ''}`),
  );
  if (said !== undefined) expect(failure?.message).toContain(said);
  if (at !== undefined) expect((unmet ?? failure)?.at).toMatchObject(at);
}

export const task = (pid: number, fields: LooseFields): Record<string, FileEdit> => ({
  'pstree.img': change(
    (entry) => entry.pid === pid,
    () => fields,
  ),
});
export const core = (pid: number, fields: (old: LooseFields) => LooseFields): Record<string, FileEdit> => ({
  [`core-${pid}.img`]: change(first, fields),
});
export const tc = (pid: number, fields: LooseFields) =>
  core(pid, (old) => ({ tc: without({ ...old.tc, ...fields }) }));
export const threadCore = (pid: number, fields: LooseFields) =>
  core(pid, (old) => ({ thread_core: without({ ...old.thread_core, ...fields }) }));
export const entry = (
  file: string,
  index: number,
  fields: (old: LooseFields) => LooseFields,
): Record<string, FileEdit> => ({
  [file]: change((_, at) => at === index, fields),
});
export const inventory = (fields: LooseFields) => entry('inventory.img', 0, () => fields);
export const mm = (fields: (old: LooseFields) => LooseFields) => entry('mm-1.img', 0, fields);
export const vma = (index: number, fields: LooseFields | ((old: LooseFields) => LooseFields)) =>
  mm((old) => ({
    vmas: old.vmas.map((area: LooseFields, at: number) =>
      at === index ? { ...area, ...(typeof fields === 'function' ? fields(area) : fields) } : area,
    ),
  }));

function without(fields: LooseFields): LooseFields {
  for (const name of Object.keys(fields)) if (fields[name] === undefined) delete fields[name];
  return fields;
}

export const twice = (records: CriuRecord[], index: number): readonly CriuRecord[] => [
  ...records,
  records[index] as CriuRecord,
];
