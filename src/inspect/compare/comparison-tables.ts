/** A comparison as tables. */
import type { CountedRow } from '../../convert/leg.ts';
import { type Column, properties, type Row, type Table } from '../table.ts';
import { bytesText, hex, plural } from '../words.ts';
import type { ComparedParts, Comparison } from './compare.ts';
import type { ProcessChange } from './compare-processes.ts';

const twoSides: readonly Column[] = [
  { title: 'A', grows: true },
  { title: 'B', grows: true },
];

const placesOf = (a: number | null, b: number | null) => ({ at: a ?? undefined, atOther: b ?? undefined });

const absent = '(absent)';

const allParts: ComparedParts = { records: true, descriptors: false, memory: true, onlyTypes: false };

/** What the second image cannot have of the first, where it may be a conversion of it. */
export const lossTable = (losses: readonly CountedRow[], from: string, to: string): Table => ({
  title: `What ${to} does not hold of ${from}: a conversion loses it`,
  columns: [
    { title: 'TIMES', align: 'right' },
    { title: 'WHAT', grows: true },
  ],
  rows: losses.map(({ what, count }) => ({ tone: 'dim', cells: [String(count), what] })),
});

/** `isComplete` lists every record; else fields are summed up by kind. */
export function comparisonTables(
  comparison: Comparison,
  { isComplete, parts = allParts }: { readonly isComplete: boolean; readonly parts?: ComparedParts },
): readonly Table[] {
  const ownRecords = parts.records
    ? recordTable(comparison)
    : { ...recordTable(comparison), title: recordsWord(parts) };
  if (parts.onlyTypes) return [headTable(comparison, parts), ownRecords];
  const memory = parts.memory ? [memoryTable(comparison)] : [];
  const head = [headTable(comparison, parts), processTable(comparison)];
  if (!parts.records) return [...head, ownRecords, ...memory];
  const records = isComplete ? recordTable(comparison) : missingTable(comparison);
  return [...head, summaryTable(comparison), records, ...memory];
}

function headTable(comparison: Comparison, parts: ComparedParts): Table {
  const { a, b, processes, records } = comparison;
  const head = [
    ['A', `${a.name}, ${a.variant ?? 'unknown variant'}`],
    ['B', `${b.name}, ${b.variant ?? 'unknown variant'}`],
  ] as const;
  const isOfBoth = !parts.records && processes.some(({ change }) => change !== 'differs');
  const ofRecords = [
    parts.records ? 'records' : recordsWord(parts),
    (records.length === 0 ? 'the same' : `${records.length} differ`) +
      (isOfBoth && parts.descriptors ? ', of processes that both have' : ''),
  ] as const;
  if (parts.onlyTypes) return properties('Comparison', [...head, ofRecords]);
  return properties('Comparison', [
    ...head,
    ['processes', processesText(processes)],
    ofRecords,
    [
      'memory',
      parts.memory ? memoryText(comparison) : 'not compared: images of two families store different pages',
    ],
  ]);
}

function memoryText({ memory, processes, comparedBytes, notHereBytes }: Comparison): string {
  const areas = ofBoth(memory, processes).filter(differs).length;
  const same = notHereBytes === 0n ? 'the same' : 'the same where both images have it';
  const found = areas === 0 ? same : `differs in ${plural(areas, 'area')}`;
  const rest = notHereBytes === 0n ? '' : `, ${bytesText(notHereBytes)} not: in an older image, or elsewhere`;
  return `${found}, ${bytesText(comparedBytes)} compared${rest}`;
}

/** Of pages that one image has somewhere else nobody can say it. */
const differs = (area: Comparison['memory'][number]): boolean =>
  area.a === null ||
  area.b === null ||
  area.differentPages + area.onlyAPages + area.onlyBPages + area.otherwisePages > 0n;

const recordsWord = ({ descriptors }: ComparedParts): string =>
  descriptors ? 'System V IPC and descriptors' : 'System V IPC';

function processesText(processes: Comparison['processes']): string {
  const count = (change: ProcessChange['change']) => processes.filter((one) => one.change === change).length;
  const parts = [
    [together(processes).others.filter(({ change }) => change === 'differs').length, 'changed'],
    [count('only-in-a'), 'gone'],
    [count('only-in-b'), 'added'],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  if (words.length > 0) return words.join(', ');
  return processes.length === 0 ? 'the same' : 'the same, but for what one form does not say';
}

const tones = { 'only-in-a': 'bad', 'only-in-b': 'good', differs: 'plain' } as const;
const marks = { 'only-in-a': 'gone', 'only-in-b': 'added', differs: 'changed' } as const;

/** So many processes that lack the same are one row. */
const togetherMin = 2;

/** Fields that one image says nothing of, for many processes: a row for all, and what is left of each process. */
function together(processes: Comparison['processes']) {
  const groups = new Map<string, { readonly field: string; readonly isOfA: boolean; values: string[] }>();
  const keyOf = ({ field, a, b }: { field: string; a: string; b: string }) =>
    (a === unsaid) === (b === unsaid) ? undefined : `${field}/${a === unsaid}`;
  for (const { fields } of processes) {
    for (const one of fields) {
      const key = keyOf(one);
      if (key === undefined) continue;
      const isOfA = one.b === unsaid;
      const group = groups.get(key) ?? { field: one.field, isOfA, values: [] };
      group.values.push(isOfA ? one.a : one.b);
      groups.set(key, group);
    }
  }
  const large = new Map([...groups].filter(([, { values }]) => values.length >= togetherMin));
  const others = processes.flatMap((process) => {
    const fields = process.fields.filter((one) => !large.has(keyOf(one) ?? ''));
    return process.fields.length > 0 && fields.length === 0 ? [] : [{ ...process, fields }];
  });
  return { groups: [...large.values()], others };
}

/** What `compareProcesses` writes for what an image does not say. */
const unsaid = '—';

const groupRow = ({ field, isOfA, values }: ReturnType<typeof together>['groups'][number]): Row => {
  const [first = ''] = values;
  const shown = values.every((value) => value === first) ? first : `${first}, …`;
  const cells = ['', `${values.length} processes`, 'not said', field];
  return { tone: 'dim', cells: [...cells, ...(isOfA ? [shown, unsaid] : [unsaid, shown])] };
};

function processTable({ processes }: Comparison): Table {
  const { groups, others } = together(processes);
  return { ...changedTable(others), rows: [...groups.map(groupRow), ...changedTable(others).rows] };
}

const changedTable = (processes: Comparison['processes']): Table => ({
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
  notes: ['JSON, --type and --pid list every record with its fields.'],
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

/** Memory of a process that only one image has is said with the process; a pre-dump has memory without processes. */
function ofBoth(memory: Comparison['memory'], processes: Comparison['processes']): Comparison['memory'] {
  const alone = new Set(processes.filter(({ change }) => change !== 'differs').map(({ pid }) => String(pid)));
  return memory.filter(({ owner, a, b }) => !alone.has(owner) || (a !== null && b !== null));
}

function memoryTable({ memory, processes }: Comparison): Table {
  const areas = ofBoth(memory, processes);
  const isHere = areas.every(({ notHerePages }) => notHerePages === 0n);
  const columns: Column[] = [
    { title: 'OF' },
    { title: 'ADDRESSES' },
    { title: 'DIFFER', align: 'right' },
    { title: 'ONLY IN A', align: 'right' },
    { title: 'ONLY IN B', align: 'right' },
    { title: 'STORED OTHERWISE', align: 'right', drop: 2 },
    ...(isHere ? [] : [{ title: 'NOT HERE', align: 'right' } as const]),
    { title: 'FIRST AT', drop: 1 },
    { title: 'WHAT', grows: true },
  ];
  const rows = areas.map(
    (area): Row => ({
      ...placesOf(area.a, area.b),
      tone: area.a === null ? 'good' : area.b === null ? 'bad' : 'plain',
      cells: [
        area.owner,
        `${area.start.toString(16)}-${area.end.toString(16)}`,
        ...[area.differentPages, area.onlyAPages, area.onlyBPages, area.otherwisePages].map(pagesText),
        ...(isHere ? [] : [pagesText(area.notHerePages)]),
        area.firstAt === null ? '' : hex(area.firstAt),
        area.name + (area.a === null ? ' (added)' : area.b === null ? ' (gone)' : ''),
      ],
    }),
  );
  return { title: 'Memory pages that differ, by area', columns, rows, empty: 'no differences' };
}

const pagesText = (count: bigint): string => (count === 0n ? '' : String(count));
