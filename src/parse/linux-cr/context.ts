/** What an image's layout makes of numbers and lengths. */
import { linuxCrLayouts } from '../generated/linux-cr-layouts.ts';
import {
  type LinuxCrContext,
  type LinuxCrForm,
  type LinuxCrKind,
  linuxCrArchNumbers,
  linuxCrKinds,
  linuxCrObjectNumbers,
  linuxCrRecordNumbers,
} from '../generated/linux-cr-records.ts';
import { integerBytes, type LayoutCondition, type LayoutField } from '../layout.ts';

export type ArchName = 'x86_32' | 'x86_64' | 's390x' | 'ppc32' | 'ppc64' | 'arm';

/** How the records of one image are read and written. */
export interface ImageContext extends LinuxCrContext {
  readonly arch: ArchName;
}

/** The first layout with the second framing. */
export const firstNewLayout = 20090101;
export const isOldFraming = ({ layout }: LinuxCrContext): boolean => layout < firstNewLayout;

const inverted = <Name extends string>(table: Readonly<Record<number, Readonly<Record<string, number>>>>) =>
  new Map(
    Object.entries(table).map(([layout, numbers]) => [
      Number(layout),
      new Map(Object.entries(numbers).map(([name, number]) => [number, name as Name])),
    ]),
  );

const kindsByNumber = inverted<LinuxCrKind>(linuxCrRecordNumbers);
const objectsByNumber = inverted<string>(linuxCrObjectNumbers);
const archsByNumber = inverted<ArchName>(linuxCrArchNumbers);

export const kindOfNumber = (layout: number, number: number): LinuxCrKind | undefined =>
  kindsByNumber.get(layout)?.get(number);
export const numberOfKind = (layout: number, kind: LinuxCrKind): number | undefined =>
  own(linuxCrRecordNumbers[layout], kind);
/** Kind of shared object that the type of an OBJREF record means. */
export const objectOfNumber = (layout: number, number: number): string | undefined =>
  objectsByNumber.get(layout)?.get(number);
export const numberOfObject = (layout: number, object: string): number | undefined =>
  own(linuxCrObjectNumbers[layout], object);
export const archOfNumber = (layout: number, number: number): ArchName | undefined =>
  archsByNumber.get(layout)?.get(number);
export const numberOfArch = (layout: number, arch: ArchName): number | undefined =>
  own(linuxCrArchNumbers[layout], arch);

const own = (table: Readonly<Record<string, number>> | undefined, name: string): number | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;

export const isX86 = (arch: ArchName): boolean => arch === 'x86_32' || arch === 'x86_64';

/** Bytes of an unsigned long. */
export const wordOf = (arch: ArchName | undefined): 4 | 8 =>
  arch === 'x86_64' || arch === 's390x' || arch === 'ppc64' ? 8 : 4;

/** Records that every architecture fills in its own way. */
const archKinds: ReadonlySet<LinuxCrKind> = new Set([
  'header_arch',
  'thread',
  'cpu',
  'cpu_fpu',
  'mm_context',
  'mm_context_ldt',
]);

/** Whether the fields of a kind are known for the architecture. */
export const isKnownFor = (kind: LinuxCrKind, arch: ArchName): boolean => isX86(arch) || !archKinds.has(kind);

/** The form that a kind has in a layout; undefined when the layout has none. */
export const formOf = (kind: LinuxCrKind, layout: number): LinuxCrForm | undefined =>
  linuxCrKinds[kind].forms.find(({ since }) => layout >= since);

export function isThere(
  when: LayoutCondition | undefined,
  { layout, word }: LinuxCrContext,
  fields: Readonly<Record<string, unknown>>,
): boolean {
  if (when === undefined) return true;
  if (when.since !== undefined && layout < when.since) return false;
  if (when.before !== undefined && layout >= when.before) return false;
  if (when.word !== undefined && word !== when.word) return false;
  return when.field === undefined || (when.values ?? []).includes(Number(fields[when.field]));
}

function fieldBytes({ type, repeat }: LayoutField, context: LinuxCrContext): number {
  const one =
    typeof type !== 'object'
      ? integerBytes[type]
      : 'bytes' in type
        ? type.bytes
        : layoutBytes(type.struct, context, {});
  return typeof repeat === 'number' ? one * repeat : one;
}

/** Bytes of the fields of a layout, where fields that others decide about have the values given. */
export const layoutBytes = (
  name: string,
  context: LinuxCrContext,
  fields: Readonly<Record<string, unknown>>,
): number =>
  (linuxCrLayouts[name]?.fields ?? [])
    .filter(({ when }) => isThere(when, context, fields))
    .reduce((sum, field) => sum + fieldBytes(field, context), 0);

/** Every length that the body of a kind may have in front of its tail: several where a field decides. */
export function bodySizes(kind: LinuxCrKind, context: LinuxCrContext): readonly number[] {
  const form = formOf(kind, context.layout);
  if (form === undefined) return [];
  const { layout } = form;
  if (layout === undefined) return [0];
  const key = `${layout} ${context.layout} ${context.word}`;
  const known = sizes.get(key);
  if (known !== undefined) return known;
  const deciding = linuxCrLayouts[layout]?.fields.flatMap(({ when }) =>
    when?.field === undefined ? [] : (when.values ?? []).map((value) => ({ [when.field as string]: value })),
  );
  const found = [{}, ...(deciding ?? [])].map((fields) => layoutBytes(layout, context, fields));
  const distinct = [...new Set(found)];
  sizes.set(key, distinct);
  return distinct;
}

const sizes = new Map<string, readonly number[]>();

/** Whether a record of the second framing may have this length, its header included. */
export function isLengthOf(kind: LinuxCrKind, length: number, context: ImageContext): boolean {
  const form = formOf(kind, context.layout);
  if (form === undefined) return false;
  if (!isKnownFor(kind, context.arch)) return true;
  const body = length - 8;
  const expected = bodySizes(kind, context);
  return form.hasTail ? body >= Math.min(...expected) : expected.includes(body);
}

/** Bytes of a record of the table of tasks. */
export const treeEntryBytes = (context: LinuxCrContext): number =>
  layoutBytes(context.layout < firstNewLayout ? 'old_tree_entry' : 'tree_entry', context, {});
