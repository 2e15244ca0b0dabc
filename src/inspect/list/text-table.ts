/** The rows of `cr-inspect list` for people: what tells checkpoints apart, and what is wrong with them. */
import type { Column, Row, Table } from '../table.ts';
import { bytesText, plural } from '../words.ts';
import { type Cell, columnsOf, type ListRow, type ListTable } from './tables.ts';

/** The most telling columns of checkpoints, with what they are called. */
const checkpointColumns: readonly Column[] = [
  { title: 'PATH', grows: true },
  { title: 'FORMAT' },
  { title: 'ENGINE', drop: 3 },
  { title: 'NAME', drop: 2 },
  { title: 'PROCS', align: 'right' },
  { title: 'STORED', align: 'right', drop: 1 },
  { title: 'COMMAND', grows: true, drop: 4 },
  { title: 'STATE', grows: true },
];

export const listTable = (table: ListTable, rows: readonly ListRow[]): Table =>
  table === 'checkpoints' ? checkpointTable(rows) : plainTable(table, rows);

const checkpointTable = (rows: readonly ListRow[]): Table => ({
  columns: checkpointColumns,
  rows: rows.map(checkpointRow),
  empty: 'no checkpoints',
});

function checkpointRow(row: ListRow): Row {
  const { path, container, family, variant, engine, name, processes, storedBytes, command, error } = row;
  const { kind, verdict, answer, errors, warnings } = row;
  // By itself it restores nothing, and need not.
  const isPart = kind === 'pre-dump';
  const words = [
    isPart ? kind : '',
    typeof verdict === 'string' && !isPart ? `${verdict}${answer === 'if' ? ', if' : ''}` : '',
    typeof errors === 'number' && errors > 0 ? plural(errors, 'error') : '',
    typeof warnings === 'number' && warnings > 0 ? plural(warnings, 'warning') : '',
  ];
  const state = error ?? words.filter((word) => word !== '').join(', ');
  return {
    cells: [
      container === '' || container === null ? text(path) : `${text(path)}: ${text(container)}`,
      text(variant ?? family),
      text(engine),
      text(name),
      text(processes),
      typeof storedBytes === 'bigint' ? bytesText(storedBytes) : '',
      text(command),
      text(state),
    ],
    tone:
      error ||
      (typeof verdict === 'string' && verdict !== 'restores' && !isPart) ||
      (typeof errors === 'number' && errors > 0)
        ? 'bad'
        : 'plain',
  };
}

function plainTable(table: ListTable, rows: readonly ListRow[]): Table {
  const columns = columnsOf(table).map(([name]) => name);
  return {
    columns: columns.map((name) => ({ title: name.toUpperCase() })),
    rows: rows.map((row) => ({ cells: columns.map((name) => text(row[name])) })),
    empty: `no ${table}`,
  };
}

const text = (cell: Cell | undefined): string =>
  cell === undefined || cell === null ? '' : cell instanceof Date ? cell.toISOString() : String(cell);
