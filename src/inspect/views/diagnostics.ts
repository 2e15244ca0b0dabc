/** diagnostics: everything that is damaged or odd, with the place. */
import { baseName } from '../../path-name.ts';
import type { Opened } from '../family.ts';
import type { Problems } from '../image.ts';
import type { Table } from '../table.ts';
import { hex, plural } from '../words.ts';

/** One row for each diagnostic that was kept. */
export function diagnosticTable(
  { diagnostics, count }: Problems,
  { positionOf }: Pick<Opened, 'positionOf'>,
): Table {
  const more = count - diagnostics.length;
  return {
    columns: [
      { title: 'SEVERITY' },
      { title: 'CODE' },
      { title: 'OFFSET', align: 'right' },
      { title: 'MESSAGE', grows: true },
      { title: 'RECORD', grows: true, drop: 1 },
    ],
    rows: diagnostics.map(({ severity, code, message, at }) => ({
      at: positionOf(at),
      tone: severity === 'error' ? 'bad' : 'plain',
      cells: [
        severity,
        code,
        at?.offset === undefined ? '' : hex(at.offset),
        message,
        [at?.file && baseName(at.file), at?.path].filter(Boolean).join(' '),
      ],
    })),
    empty: 'nothing is damaged or odd',
    ...(more > 0 && { notes: [`and ${plural(more, 'more', 'more')}`] }),
  };
}
