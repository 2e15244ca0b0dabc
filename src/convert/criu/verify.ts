/**
 * Reads a converted directory back and holds it against the input: it must decode, refer to nothing that is not
 * there, be known to the target release to the last field, and come back as the same processes with the same
 * descriptors and memory, but for what a hop declared.
 */

import { base64Text, utf8Bytes } from '../../byte-text.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { checkpointFromCriu } from '../../model/from-criu/checkpoint-from-criu.ts';
import { kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import { layOut } from '../../model/from-criu/image-source.ts';
import { follow } from '../../model/look-up.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { Sha256 } from '../../parse/bytes/hash.ts';
import { decodeFile, developmentBranch, type ImageDirectory, releaseName } from '../../parse/criu/index.ts';
import { plural } from '../../plural.ts';
import { compareRestores } from '../../restore-sim/plan/compare-restores.ts';
import {
  type CriuSimulationReport,
  checkCriuReferences,
  simulateCriuRestore,
} from '../../restore-sim/restorers/criu/index.ts';
import { convertDiagnostic } from '../codes.ts';
import { convertCriu, newestCriuRelease } from './convert.ts';
import type { CriuChange } from './draft.ts';
import { unknownTo } from './target-release.ts';
import { compareAddresses, comparePages } from './verify-pages.ts';

export interface VerifiedCriu {
  /** An error among them means that the result must not be used. */
  readonly problems: readonly Diagnostic[];
  /** What the rehearsed restores came to. */
  readonly summary: string;
}

export interface CriuResult {
  readonly release: string;
  readonly losses: readonly CriuChange[];
}

export function verifyCriu(
  input: ImageDirectory,
  output: ImageDirectory,
  { release, losses }: CriuResult,
): VerifiedCriu {
  const structure = [
    ...newFindings(decodeProblems(input), decodeProblems(output)),
    ...newFindings(checkCriuReferences(input), checkCriuReferences(output)),
    ...(release === developmentBranch ? [] : unknownTo(output, release)),
  ];
  if (structure.length > 0)
    return { problems: structure, summary: `${releaseName(release)} could not read it` };
  // No release restores compressed pages: the bytes that were packed are compared.
  if (release === developmentBranch || kindOfDirectory(input).compressed !== undefined)
    return verifyRepacked(input, output, release);
  const before = simulateCriuRestore(input);
  const asNewest = inNewestForm(output, release);
  const after = simulateCriuRestore(asNewest);
  if (before.verdict !== 'restores') return withoutComparison(before, after);
  const hasParent = layOut(output).chain.length > 1;
  const problems = [
    // The older image may be another one than that of the input.
    ...(hasParent ? comparePages(input, output).problems : []),
    ...compareRestores(before, after),
    ...differences(taskRows(input), taskRows(asNewest), new Set(losses.map(({ row }) => row))),
  ];
  const { sem, msg, shm } = after.ipc;
  const count = `${plural(after.processes.length, 'process', 'processes')}, ${plural(sem.length + msg.length + shm.length, 'System V object')}`;
  return {
    problems,
    summary: `rehearsed under CRIU 4.2, and all of it is known to ${release}: the same ${count}`,
  };
}

function verifyRepacked(input: ImageDirectory, output: ImageDirectory, release: string): VerifiedCriu {
  const isPacked = release === developmentBranch;
  const { problems, bytes } = isPacked ? comparePages(input, output) : compareAddresses(input, output);
  const damage = kindOfDirectory(output).findings.filter(({ severity }) => severity === 'error');
  const same = `${bytes / 1024n} KiB of memory are the same, ${isPacked ? 'page for page' : 'at the same addresses'}`;
  const isPlain = !isPacked && problems.length + damage.length === 0;
  const after = isPlain
    ? `; CRIU 4.2 ${simulateCriuRestore(output).verdict === 'restores' ? 'restores' : 'does not restore'} it`
    : '';
  return { problems: [...problems, ...damage], summary: same + after };
}

/**
 * The output as the newest release would have written it: what an older one keeps in a place of its own means to it
 * what the new place means to the newest, whose restore is rehearsed. Files that differ are held: pages never do.
 */
function inNewestForm(output: ImageDirectory, release: string): ImageDirectory {
  if (release === newestCriuRelease) return output;
  const { files, close } = convertCriu(output, { to: newestCriuRelease });
  const entries = new Map(output.list().map((entry) => [entry.name, entry]));
  const made = new Map<string, Uint8Array>();
  for (const { name, isStored, write } of files) {
    if (isStored) continue;
    const sink = new MemorySink();
    write(sink);
    made.set(name, sink.result());
  }
  close();
  const others = [...entries.values()].filter(({ kind }) => kind !== 'file');
  return {
    ...output,
    list: () => [
      ...others,
      ...files.map(({ name }) => {
        const size = made.get(name)?.length ?? entries.get(name)?.size ?? 0;
        return { name, kind: 'file' as const, size };
      }),
    ],
    open(name) {
      const bytes = made.get(name);
      return bytes === undefined ? output.open(name) : memorySource(bytes);
    },
  };
}

/** An input that does not restore by itself (a pre-dump, options that are needed) has nothing to agree with. */
function withoutComparison(before: CriuSimulationReport, after: CriuSimulationReport): VerifiedCriu {
  const [failure] = before.failures;
  const message = `the input itself ${before.verdict}: ${failure?.message ?? 'no reason known'}`;
  return {
    problems: [convertDiagnostic('input-does-not-restore', message, failure?.at)],
    summary: `the input ${before.verdict} under CRIU 4.2, the output ${after.verdict}`,
  };
}

function decodeProblems(directory: ImageDirectory): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { name, kind } of directory.list()) {
    const source = kind === 'file' ? directory.open(name) : undefined;
    if (source === undefined) continue;
    for (const _ of decodeFile(source, name, (problem) => found.push(problem)).records());
    source.close();
  }
  return found.filter(({ severity }) => severity === 'error');
}

/** What is wrong with the output and was not with the input, told apart by code: places move. */
function newFindings(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map<string, number>();
  for (const { code } of before) known.set(code, (known.get(code) ?? 0) + 1);
  return after.filter(({ code, severity }) => {
    const left = known.get(code) ?? 0;
    known.set(code, left - 1);
    return severity === 'error' && left <= 0;
  });
}

/** Descriptors and memory of the tasks, in one text for each thing that is compared: its digest, as there may be many. */
function taskRows(directory: ImageDirectory): ReadonlyMap<string, string> {
  const checkpoint = checkpointFromCriu(directory, () => {});
  const rows = new Map<string, string>();
  for (const { pid, fdTable, memory } of checkpoint.tasks) {
    const table = follow(checkpoint.fdTables, fdTable);
    const numbers = [...(table?.descriptors ?? [])].map(({ fd }) => fd);
    rows.set(`descriptors of ${pid}`, digestOf(numbers.join(' ')));
    const areas = memory === undefined ? [] : [...(checkpoint.memories.get(memory)?.areas ?? [])];
    rows.set(`areas of ${pid}`, digestOf(areas.map(({ start, end }) => `${start}-${end}`).join(' ')));
    const blocks = areas.flatMap(({ blocks }) => [...blocks].map(({ start, end }) => [start, end] as const));
    rows.set(`pages of ${pid}`, digestOf(joined(blocks)));
  }
  return rows;
}

const digestOf = (text: string): string =>
  text.length > 128 ? base64Text(new Sha256().update(utf8Bytes(text)).digest()) : text;

/** Runs that touch are one, however entries cut them. */
function joined(runs: readonly (readonly [bigint, bigint])[]): string {
  const result: [bigint, bigint][] = [];
  for (const [start, end] of runs) {
    const last = result.at(-1);
    if (last?.[1] === start) last[1] = end;
    else result.push([start, end]);
  }
  return result.map(([start, end]) => `${start}-${end}`).join(' ');
}

/** Rows of losses that explain a difference of that thing. */
const explains: Readonly<Record<string, readonly CriuChange['row'][]>> = {
  descriptors: ['R13', 'R17'],
  areas: ['R15'],
  pages: ['R9', 'R15'],
};

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  lost: ReadonlySet<CriuChange['row']>,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [thing, row] of before) {
    if (after.get(thing) === row) continue;
    const [kind = ''] = thing.split(' ', 1);
    if (explains[kind]?.some((id) => lost.has(id))) continue;
    found.push(convertDiagnostic('verification-failed', `the ${thing} are not those of the input`));
  }
  return found;
}
