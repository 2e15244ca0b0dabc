/** How diagnostics name a record: the section and the chain of kinds, with the pid of a task. */
import { sectionType } from '../generated/cpt-records.ts';
import type { AnyRecord } from './record.ts';

const sectionNames = new Map<number, string>(
  Object.entries(sectionType).map(([id, value]) => [value, id.toUpperCase()]),
);

export const knownSections = (): readonly string[] => [...sectionNames.values()];

export const sectionName = (section: number): string => sectionNames.get(section) ?? `section ${section}`;

/** `TASKS/task 1042/signal_struct` */
export function recordPath(record: AnyRecord): string {
  const names: string[] = [];
  for (let current: AnyRecord | undefined = record; current; current = current.parent) {
    if (current.kind === 'section') names.unshift(sectionName(current.fields.section));
    else if (current.kind === 'task') names.unshift(`task ${current.fields.pid}`);
    else if (current.kind !== 'image' || current === record) names.unshift(current.kind);
  }
  return names.join('/');
}
