/** All rows of what lies at one path: an archive may hold several checkpoints. What cannot be read is a row, too. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, ImageError } from '../../../diagnostic.ts';
import { type Image, ProblemList } from '../../../inspect/image.ts';
import { type ImageTable, imageRows } from '../../../inspect/list/rows.ts';
import type { ListRow, ListTable } from '../../../inspect/list/tables.ts';
import { limits } from '../../../limits.ts';
import { type FoundImage, type OpenedInput, openInput } from '../../../open/open.ts';
import type { Spools } from '../../../parse/archive/unpack.ts';
import { isRemote, shownWord } from '../../../parse/bytes/remote/word.ts';
import { answerOf } from '../../../restore-sim/host/index.ts';
import { rehearse } from '../../../restore-sim/plan/index.ts';
import { layers } from '../../../validate/finding.ts';
import { causesOf } from '../../../validate/root-cause.ts';
import type { ShownFinding } from '../../../validate/validate.ts';
import { systemErrorText } from '../../run.ts';
import { type EngineSettings, judgeInput, optionsFor } from '../../validate/engine.ts';

export interface ListSettings {
  readonly tables: readonly ListTable[];
  /** Each image is judged, and its restore rehearsed. */
  readonly isChecked: boolean;
  /** To rehearse on; undefined for what the family restores on by itself. */
  readonly kernel: string | undefined;
}

export interface TableRow {
  readonly table: ListTable;
  readonly row: ListRow;
  /** Nobody could read it: the system or a server says so. */
  readonly isUnread?: boolean;
}

/** What `--since` compares: a file that is the same has the same size and time. */
export interface FileFacts {
  readonly fileBytes: bigint;
  readonly fileTime: Date;
}

/**
 * Of a directory all files in it, and in directories in it as far down as images are looked for: the sum of their sizes,
 * the newest time. Undefined for what is not there.
 */
export function factsOf(path: string): FileFacts | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const { bytes, time } = stat.isDirectory()
    ? sumOf(path, readdirSync(path, withKinds), stat.mtimeMs)
    : { bytes: stat.size, time: stat.mtimeMs };
  return { fileBytes: BigInt(bytes), fileTime: new Date(Math.floor(time)) };
}

const withKinds = { withFileTypes: true } as const;

/** `ownTime` is when a name was last added to the directory, or taken away. */
function sumOf(
  directory: string,
  entries: readonly Dirent[],
  ownTime: number,
  levels: number = limits.imageDirectoryDepth,
): { bytes: number; time: number } {
  let [bytes, time] = [0, ownTime];
  for (const entry of entries) {
    const path = join(directory, entry.name);
    const stat = statSync(path, { throwIfNoEntry: false });
    // A link to a directory may lead to one above.
    const isBelow = entry.isDirectory() && stat !== undefined && levels > 0;
    if (stat?.isFile() !== true && !isBelow) continue;
    const sum = isBelow
      ? sumOf(path, entriesBelow(path), stat.mtimeMs, levels - 1)
      : { bytes: stat.size, time: stat.mtimeMs };
    bytes += sum.bytes;
    time = Math.max(time, sum.time);
  }
  return { bytes, time };
}

/** What nobody can look at may be no part of the image: opening it says so if it is. */
function entriesBelow(directory: string): readonly Dirent[] {
  try {
    return readdirSync(directory, withKinds);
  } catch {
    return [];
  }
}

/** Without its size and time `--since` reads it again. */
export const unreadableRow = (path: string, error: string, facts?: Partial<FileFacts>): TableRow => ({
  table: 'checkpoints',
  row: { path: shownWord(path), container: '', ...facts, error },
});

/** Throws nothing but bugs. */
export async function* rowsOfPath(path: string, settings: ListSettings): AsyncGenerator<TableRow> {
  let facts: Partial<FileFacts> | undefined;
  const said: Diagnostic[] = [];
  try {
    facts = isRemote(path) ? undefined : factsOf(path);
    const spools: Spools = new Map();
    const input = await openInput(path, { report: (diagnostic) => said.push(diagnostic), spools });
    // Nobody says when what lies elsewhere was written, nor how large all of an image in a registry is.
    if (isRemote(path) && input.sizeBytes > 0) facts = { fileBytes: BigInt(input.sizeBytes) };
    try {
      const around = { settings, facts, said, spools };
      const checks = settings.isChecked ? await checked(path, input, around) : [];
      for (const [index, found] of input.images.entries()) {
        yield* rowsOfImage(path, found, { ...around, check: checks[index] });
      }
    } finally {
      input.close();
    }
  } catch (error) {
    const isUnread = !(error instanceof ImageError);
    yield { ...unreadableRow(path, sentenceOf(error), isUnread ? undefined : facts), isUnread };
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof ImageError) return error.message;
  const system = systemErrorText(error);
  if (system === undefined) throw error;
  return system;
}

interface Check {
  readonly findings: readonly ShownFinding[];
  /** Of its checkpoint. */
  readonly cells: ListRow;
}

interface Around {
  readonly settings: ListSettings;
  readonly facts: Partial<FileFacts> | undefined;
  /** What was wrong on the way to the images. */
  readonly said: readonly Diagnostic[];
  /** What was unpacked on that way. */
  readonly spools: Spools;
}

async function* rowsOfImage(
  path: string,
  found: FoundImage,
  { settings, facts, said, check }: Around & { readonly check: Check | undefined },
): AsyncGenerator<TableRow> {
  const key = {
    path: shownWord(path),
    container: found.container ?? placeInside(shownWord(path), found.name),
  };
  const problems = new ProblemList();
  for (const diagnostic of said) problems.report(diagnostic);
  let image: Image;
  try {
    const family = await found.family.inspect();
    image = { ...family.image(found, problems), engine: () => found.containerInfo(problems.report) };
  } catch (error) {
    yield {
      table: 'checkpoints',
      row: { ...key, ...facts, family: found.family.id, error: sentenceOf(error), ...check?.cells },
    };
    if (check && settings.tables.includes('findings')) yield* findingRows(key, check.findings);
    return;
  }
  try {
    for (const table of settings.tables) {
      if (table === 'findings') yield* findingRows(key, check?.findings ?? []);
      else if (table === 'checkpoints') {
        const rows = [...imageRows(table, image)];
        const error = problems.diagnostics.find(({ severity }) => severity === 'error')?.message;
        for (const row of rows) yield { table, row: { ...key, ...facts, error, ...row, ...check?.cells } };
      } else
        for (const row of imageRows(table as ImageTable, image)) yield { table, row: { ...key, ...row } };
    }
  } finally {
    image.source.close();
  }
}

/** `image.tar/checkpoint` is `checkpoint` of `image.tar`. */
const placeInside = (path: string, name: string): string =>
  name.startsWith(`${path}/`) ? name.slice(path.length + 1) : '';

/** The findings of cr-validate for every image of an input, and the rehearsal of each. */
async function checked(
  path: string,
  input: OpenedInput,
  { said, settings, spools }: Around,
): Promise<readonly Check[]> {
  const engine: EngineSettings = {
    config: undefined,
    host: undefined,
    container: undefined,
    found: new Set(),
    kernel: settings.kernel,
    layers,
    trust: { mode: 'warn', isAsked: false, given: [] },
  };
  const reports = await judgeInput({ path, input, said, spools }, engine);
  const checks: Check[] = [];
  for (const [index, { family, content }] of input.images.entries()) {
    const findings = reports[index]?.findings ?? [];
    const [restore, model] = [await family.restore(), await family.model()];
    const { verdict, conditions } = rehearse({ content, model, restore }, optionsFor(restore, engine));
    // As cr-validate counts them: what follows from another is none of its own.
    const causes = causesOf(findings);
    const count = (wanted: string) => causes.filter(({ root }) => root.severity === wanted).length;
    checks.push({
      findings,
      cells: {
        verdict,
        answer: answerOf(verdict, conditions),
        errors: count('error'),
        warnings: count('warning'),
      },
    });
  }
  return checks;
}

function* findingRows(key: ListRow, findings: readonly ShownFinding[]): Generator<TableRow> {
  for (const { code, layer, severity, message, at } of findings) {
    const offset = at.offset === undefined ? null : BigInt(at.offset);
    yield {
      table: 'findings',
      row: { ...key, code, layer, severity, file: at.file ?? null, offset, place: at.path ?? null, message },
    };
  }
}
