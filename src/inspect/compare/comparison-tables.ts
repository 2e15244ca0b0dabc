/** A comparison as tables. */
import { type Column, properties, type Row, type Table } from '../table.ts';
import { bytesText, hex, plural } from '../words.ts';
import type { ComparedParts, Comparison } from './compare.ts';

const twoSides: readonly Column[] = [
  { title: 'A', grows: true },
  { title: 'B', grows: true },
];

const placesOf = (a: number | null, b: number | null) => ({ at: a ?? undefined, atOther: b ?? undefined });

const absent = '(absent)';

const allParts: ComparedParts = { records: true, memory: true };

/** `isComplete` lists every record; else fields are summed up by kind. */
export function comparisonTables(
  comparison: Comparison,
  { isComplete, parts = allParts }: { readonly isComplete: boolean; readonly parts?: ComparedParts },
): readonly Table[] {
  const memory = parts.memory ? [memoryTable(comparison)] : [];
  const head = [headTable(comparison, parts), processTable(comparison)];
  if (!parts.records) return [...head, { ...recordTable(comparison), title: 'System V IPC' }, ...memory];
  const records = isComplete ? recordTable(comparison) : missingTable(comparison);
  return [...head, summaryTable(comparison), records, ...memory];
}

const headTable = (
  { a, b, processes, records, memory, comparedBytes }: Comparison,
  parts: ComparedParts,
): Table =>
  properties('Comparison', [
    ['A', `${a.name}, ${a.variant ?? 'unknown variant'}`],
    ['B', `${b.name}, ${b.variant ?? 'unknown variant'}`],
    ['processes', processes.length === 0 ? 'the same' : `${processes.length} differ`],
    [
      parts.records ? 'records' : 'System V IPC',
      records.length === 0 ? 'the same' : `${records.length} differ`,
    ],
    [
      'memory',
      parts.memory
        ? `${memory.length === 0 ? 'the same' : `differs in ${plural(memory.length, 'area')}`}, ${bytesText(comparedBytes)} compared`
        : 'not compared: images of two families store different pages',
    ],
  ]);

const tones = { 'only-in-a': 'bad', 'only-in-b': 'good', differs: 'plain' } as const;
const marks = { 'only-in-a': 'gone', 'only-in-b': 'added', differs: 'changed' } as const;

const processTable = ({ processes }: Comparison): Table => ({
  title: 'Processes',
  columns: [
    { title: 'PID', align: 'right' },
    { title: 'COMM' },
    { title: 'CHANGE' },
    { title: 'FIELD' },
    ...twoSides,
  ],
  rows: processes.flatMap(({ pid, comm, change, a, b, fields }): Row[] => {
    const head = { ...placesOf(a, b), tone: tones[change] };
    const first = [String(pid), comm, marks[change]];
    if (fields.length === 0) return [{ ...head, cells: first }];
    return fields.map((field, index) => ({
      ...head,
      cells: [...(index === 0 ? first : ['', '', '']), field.field, field.a, field.b],
    }));
  }),
  empty: 'no differences',
});

const summaryTable = ({ fields }: Comparison): Table => ({
  title: 'Fields that differ, by kind of record',
  columns: [
    { title: 'KIND' },
    { title: 'FIELD' },
    { title: 'RECORDS', align: 'right' },
    ...twoSides,
    { title: 'FOR EXAMPLE', grows: true, drop: 1 },
  ],
  rows: fields.map(({ kind, field, records, example }) => ({
    cells: [kind, field, String(records), example.a ?? absent, example.b ?? absent, example.path],
  })),
  empty: 'none',
});

const missingTable = ({ records }: Comparison): Table => ({
  title: 'Records that only one image has',
  columns: [{ title: 'CHANGE' }, { title: 'RECORD', grows: true }, { title: 'WITH', align: 'right' }],
  rows: records
    .filter(({ change }) => change !== 'differs')
    .map(({ path, change, a, b, inside }) => ({
      ...placesOf(a, b),
      tone: tones[change],
      cells: [marks[change], path, inside === 0 ? '' : plural(inside, 'record')],
    })),
  empty: 'none',
  note: 'JSON, --type and --pid list every record with its fields.',
});

const recordTable = ({ records }: Comparison): Table => ({
  title: 'Records',
  columns: [{ title: 'RECORD', grows: true }, { title: 'CHANGE' }, { title: 'FIELD' }, ...twoSides],
  rows: records.flatMap(({ path, change, a, b, inside, fields }): Row[] => {
    const head = { ...placesOf(a, b), tone: tones[change] };
    if (fields.length === 0) {
      return [
        { ...head, cells: [path, marks[change], inside === 0 ? '' : `with ${plural(inside, 'record')}`] },
      ];
    }
    return fields.map((field, index) => ({
      ...head,
      cells: [
        index === 0 ? path : '',
        index === 0 ? marks[change] : '',
        field.field,
        field.a ?? absent,
        field.b ?? absent,
      ],
    }));
  }),
  empty: 'no differences',
});

/** Memory of a process that only one image has is said with the process. */
function ofBoth(memory: Comparison['memory'], processes: Comparison['processes']): Comparison['memory'] {
  const alone = new Set(processes.filter(({ change }) => change !== 'differs').map(({ pid }) => String(pid)));
  return memory.filter(({ owner }) => !alone.has(owner));
}

const memoryTable = ({ memory, processes }: Comparison): Table => ({
  title: 'Memory pages that differ, by area',
  columns: [
    { title: 'OF' },
    { title: 'ADDRESSES' },
    { title: 'BYTES', align: 'right' },
    { title: 'ONLY A', align: 'right' },
    { title: 'ONLY B', align: 'right' },
    { title: 'OTHERWISE', align: 'right' },
    { title: 'FIRST AT', drop: 1 },
    { title: 'WHAT', grows: true },
  ],
  rows: ofBoth(memory, processes).map((area) => ({
    ...placesOf(area.a, area.b),
    tone: area.a === null ? 'good' : area.b === null ? 'bad' : 'plain',
    cells: [
      area.owner,
      `${area.start.toString(16)}-${area.end.toString(16)}`,
      ...[area.differentPages, area.onlyAPages, area.onlyBPages, area.otherwisePages].map((count) =>
        count === 0n ? '' : String(count),
      ),
      area.firstAt === null ? '' : hex(area.firstAt),
      area.name + (area.a === null ? ' (added)' : area.b === null ? ' (gone)' : ''),
    ],
  })),
  empty: 'no differences',
});
