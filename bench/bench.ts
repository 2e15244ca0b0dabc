/**
 * `npm run bench`: the budgets of the project, measured on inputs that are made for it and removed. Programs that do
 * the same work are measured in the same turns where they are installed; what is left out is said.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './measure.ts';
import { profile } from './profile.ts';
import { documentOf, type Earlier, earlierFigure, type Result, readRecord } from './record.ts';
import { type Figure, hasBudget, type Input, isMet, type Row, type Scratch } from './row.ts';
import { convertRows } from './rows/convert.ts';
import { critRows } from './rows/crit.ts';
import { inspectorRows } from './rows/inspector.ts';
import { largeRows } from './rows/large.ts';
import { manyRows } from './rows/many.ts';
import { memoryRows } from './rows/memory.ts';
import { simulateRows } from './rows/simulate.ts';
import { startRows } from './rows/start.ts';
import { testRunRows } from './rows/test-run.ts';

const rows: readonly Row[] = [
  ...startRows,
  ...convertRows,
  ...memoryRows,
  ...inspectorRows,
  ...critRows,
  ...manyRows,
  ...largeRows,
  ...simulateRows,
  ...testRunRows,
];

const recordFile = join(projectRoot, 'bench', 'recorded.json');

const { values } = parseArgs({
  options: {
    row: { type: 'string', multiple: true },
    list: { type: 'boolean' },
    large: { type: 'boolean' },
    json: { type: 'string' },
    compare: { type: 'string', default: recordFile },
    record: { type: 'boolean' },
    profile: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const help = `npm run bench -- [OPTIONS]
  --row NAME       only rows whose names begin so; may be repeated
  --list           the names of all rows
  --large          rows with 10 GiB and the tests, too (they need 35 GiB of disk)
  --json FILE      the figures as JSON
  --compare FILE   an earlier --json to compare with (default: bench/recorded.json)
  --record         keep the figures of these rows in bench/recorded.json
  --profile ROW    where the time of that row's command goes; the profile stays in .bench/
CR_BENCH_DIR names the disk that is measured (default: the directory for temporary files).
`;

async function bench(): Promise<void> {
  const directory = mkdtempSync(join(process.env['CR_BENCH_DIR'] ?? tmpdir(), 'cr-bench-'));
  // A signal ends the run through the exit handlers, so that nothing is left.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const scratch = scratchIn(directory);
  if (values.profile !== undefined) {
    await profileOf(values.profile, scratch);
    return;
  }
  const results: Result[] = [];
  const earlier = readRecord(values.compare);
  const chosen = rows.filter(isChosen);
  for (const [index, row] of chosen.entries()) {
    const result = isLeftOut(row)
      ? { name: row.name, what: row.what, figures: [], skipped: ['takes long or much disk: --large'] }
      : await measured(row, scratch);
    results.push(result);
    for (const line of linesOf(result, earlier)) console.log(line);
    const later = new Set(chosen.slice(index + 1).flatMap(({ inputs = [] }) => inputs));
    for (const input of row.inputs ?? [])
      if (!later.has(input)) rmSync(scratch.at(input), { recursive: true, force: true });
  }
  const budgets = results.flatMap(({ figures }) => figures.filter(hasBudget));
  console.log(`\n${budgets.filter(isMet).length} of ${budgets.length} budgets met`);
  const write = (file: string, document: unknown) =>
    writeFileSync(file, `${JSON.stringify(document, undefined, 1)}\n`);
  const document = documentOf(results.filter(({ figures }) => figures.length > 0));
  if (values.json !== undefined) write(values.json, document);
  if (values.record)
    write(recordFile, { ...document, rows: { ...readRecord(recordFile)?.rows, ...document.rows } });
}

const isNamed = ({ name }: Row): boolean => values.row?.some((wanted) => name.startsWith(wanted)) ?? false;

function isChosen(row: Row): boolean {
  return values.row === undefined || isNamed(row);
}

/** A row that is named in full is measured, however large. */
const isLeftOut = (row: Row): boolean =>
  row.isLarge === true && !values.large && !(values.row?.includes(row.name) ?? false);

function scratchIn(directory: string): Scratch {
  return {
    directory,
    at: ({ name }) => join(directory, 'inputs', name),
    fresh(name) {
      rmSync(join(directory, name), { recursive: true, force: true });
      return join(directory, name);
    },
  };
}

const made = new Set<Input>();

async function makeInputs({ inputs = [] }: Row, scratch: Scratch): Promise<void> {
  mkdirSync(join(scratch.directory, 'inputs'), { recursive: true });
  for (const input of inputs) {
    if (!made.has(input)) await input.make(scratch.at(input), scratch);
    made.add(input);
  }
}

async function measured(row: Row, scratch: Scratch): Promise<Result> {
  const { name, what, inputs = [] } = row;
  const missing =
    row.missing?.() ?? inputs.map((input) => input.missing?.()).find((why) => why !== undefined);
  if (missing !== undefined) return { name, what, figures: [], skipped: [missing] };
  const skipped: string[] = [];
  await makeInputs(row, scratch);
  const figures = await row.measure(scratch, (why) => skipped.push(why));
  return { name, what, figures, skipped };
}

function linesOf({ name, what, figures, skipped }: Result, earlier: ReturnType<typeof readRecord>): string[] {
  return [
    `${name}: ${what}`,
    ...figures.map((figure) => `  ${lineOf(figure, earlierFigure(earlier, name, figure.metric))}`),
    ...skipped.map((why) => `  SKIPPED  ${why}`),
  ];
}

function lineOf(figure: Figure, before: Earlier | undefined): string {
  const { metric, value, unit, atLeast, atMost } = figure;
  const shown = `${shortest(value)} ${unit}`.padStart(12);
  const limit =
    atLeast !== undefined ? `≥ ${atLeast} ${unit}` : atMost !== undefined ? `≤ ${atMost} ${unit}` : '';
  const verdict = hasBudget(figure) ? (isMet(figure) ? 'met' : 'MISSED') : '';
  const where = before?.isElsewhere ? ' on another machine' : '';
  const change = before === undefined ? '' : `was ${shortest(before.value)}${where}`;
  return `${metric.padEnd(38)}${shown}  ${limit.padEnd(12)}${verdict.padEnd(8)}${change}`.trimEnd();
}

const shortest = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

async function profileOf(name: string, scratch: Scratch): Promise<void> {
  const row = rows.find((each) => each.name === name);
  if (row?.profiled === undefined) throw new Error(`${name} is no row with a command; --list has all rows`);
  await makeInputs(row, scratch);
  const kept = join(projectRoot, '.bench', name.replace('/', '-'));
  console.log(profile(row.profiled(scratch), kept, scratch.directory));
}

if (values.help) process.stdout.write(help);
else if (values.list) for (const { name, what } of rows) console.log(`${name.padEnd(30)} ${what}`);
else await bench();
