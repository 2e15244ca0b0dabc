/**
 * Descriptors of two images by meaning: of a process that both have, by number. Numbers that kernels give anew (pipes,
 * inodes of sockets) are no differences; what a socket is bound and connected to is.
 */
import { type Filter, isWantedType } from '../filter.ts';
import type { Image } from '../image.ts';
import { type DescriptorRow, fdsView } from '../views/fds.ts';
import type { FieldChange, RecordChange } from './record-change.ts';

export function compareDescriptors(a: Image, b: Image, filter: Filter): readonly RecordChange[] {
  if (!isWantedType(filter, 'fd')) return [];
  const [ofA, ofB] = [descriptorsOf(a, filter), descriptorsOf(b, filter)];
  return [...ofA].flatMap(([pid, rowsA]) => {
    const rowsB = ofB.get(pid);
    if (rowsB === undefined) return [];
    const numbers = [...new Set([...rowsA.keys(), ...rowsB.keys()])].sort((x, y) => x - y);
    return numbers.flatMap((fd): readonly RecordChange[] => {
      const [rowA, rowB] = [rowsA.get(fd), rowsB.get(fd)];
      const head = {
        path: `pid ${pid}/fd ${fd}`,
        kind: 'fd',
        a: rowA?.at ?? null,
        b: rowB?.at ?? null,
        inside: 0,
      };
      const fields = fieldChanges(rowA, rowB);
      if (rowA === undefined || rowB === undefined)
        return [{ ...head, change: rowA ? 'only-in-a' : 'only-in-b', fields }];
      return fields.length === 0 ? [] : [{ ...head, change: 'differs', fields }];
    });
  });
}

type Descriptors = ReadonlyMap<number, DescriptorRow>;

/** By the process that a table is listed with first. */
const descriptorsOf = (image: Image, filter: Filter): ReadonlyMap<number, Descriptors> =>
  new Map(
    fdsView
      .rows(image, { ...filter, types: [] })
      .tables.flatMap(({ pids: [pid], descriptors }) =>
        pid === undefined ? [] : [[pid, new Map(descriptors.map((row) => [row.fd, row]))] as const],
      ),
  );

const facts = {
  what: (row) => whatOf(row),
  flags: ({ flags }) => `0${flags.toString(8)}`,
  position: ({ pos }) => String(pos),
} as const satisfies Readonly<Record<string, (row: DescriptorRow) => string>>;

function fieldChanges(a: DescriptorRow | undefined, b: DescriptorRow | undefined): readonly FieldChange[] {
  const isNew = a === undefined || b === undefined;
  return Object.entries(facts).flatMap(([field, textOf]) => {
    const [textA, textB] = [a === undefined ? null : textOf(a), b === undefined ? null : textOf(b)];
    return textA === textB || (isNew && field !== 'what') ? [] : [{ field, a: textA, b: textB }];
  });
}

const whatOf = ({ kind, name, detail, isDeleted }: DescriptorRow): string =>
  kind === 'socket'
    ? (detail.split(', ')[0] ?? 'socket')
    : `${name.replace(/:\[\d+\]$/, '')}${isDeleted ? ' (deleted)' : ''}`;
