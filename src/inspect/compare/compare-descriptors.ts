/**
 * Descriptors of two images by meaning and number: of a process that both have, or of all where they are asked for.
 * Numbers that kernels give anew (pipes, inodes of sockets) are no differences; what a socket is bound and connected
 * to is.
 */
import { type Filter, isWantedType, noFilter } from '../filter.ts';
import type { Image } from '../image.ts';
import { type DescriptorRow, fdsView } from '../views/fds.ts';
import type { ProcessChange } from './compare-processes.ts';
import type { FieldChange, RecordChange } from './record-change.ts';

export function compareDescriptors(a: Image, b: Image, filter: Filter): readonly RecordChange[] {
  if (!isWantedType(filter, 'fd')) return [];
  const [ofA, ofB] = [descriptorsOf(a, filter), descriptorsOf(b, filter)];
  const isAll = filter.types.length > 0;
  const pids = [...new Set([...ofA.keys(), ...ofB.keys()])].filter(
    (pid) => isAll || (ofA.has(pid) && ofB.has(pid)),
  );
  return pids.flatMap((pid) => {
    const [rowsA, rowsB] = [ofA.get(pid) ?? noDescriptors, ofB.get(pid) ?? noDescriptors];
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

/** What went with a process, or came with it, and what others may be connected to: its sockets. */
export function withSockets(
  processes: readonly ProcessChange[],
  a: Image,
  b: Image,
): readonly ProcessChange[] {
  const ofSide = { 'only-in-a': a, 'only-in-b': b } as const;
  const known = new Map<Image, ReadonlyMap<number, Descriptors>>();
  return processes.map((process) => {
    if (process.change === 'differs') return process;
    const image = ofSide[process.change];
    const descriptors = known.get(image) ?? descriptorsOf(image, noFilter);
    known.set(image, descriptors);
    const sockets = [...(descriptors.get(process.pid)?.values() ?? [])].filter(
      ({ kind }) => kind === 'socket',
    );
    if (sockets.length === 0) return process;
    const text = socketsText([...new Set(sockets.map(whatOf))]);
    const isOfA = process.change === 'only-in-a';
    const field = { field: 'sockets', a: isOfA ? text : '', b: isOfA ? '' : text };
    return { ...process, fields: [field] };
  });
}

const socketsText = (sockets: readonly string[]): string => {
  const more = sockets.length - socketsMax;
  return [...sockets.slice(0, socketsMax), ...(more > 0 ? [`${more} more`] : [])].join('; ');
};

const socketsMax = 4;

type Descriptors = ReadonlyMap<number, DescriptorRow>;

const noDescriptors: Descriptors = new Map();

/** By the process that a table is listed with first. */
const descriptorsOf = (image: Image, filter: Filter): ReadonlyMap<number, Descriptors> =>
  new Map(
    fdsView
      .rows(image, { ...filter, types: [] })
      .tables.flatMap(({ pids: [pid], descriptors }) =>
        pid === undefined ? [] : [[pid, new Map(Array.from(descriptors, (row) => [row.fd, row]))] as const],
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

// Families that know the number of a socket have its addresses beside it.
const whatOf = ({ kind, name, detail, isDeleted }: DescriptorRow): string =>
  kind === 'socket' && name.startsWith('socket:[')
    ? (detail.split(', ')[0] ?? 'socket')
    : `${name.replace(/:\[\d+\]$/, '')}${isDeleted ? ' (deleted)' : ''}`;
