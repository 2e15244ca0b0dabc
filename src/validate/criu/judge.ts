/**
 * The judgement of one CRIU image directory: its files, the references between them, the checkpoint, a
 * rehearsal of the restore, policies. Knows no files of the host, no terminals and no output formats.
 */
import { BoundedReport, type Diagnostic } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { type ModelCode, modelCodes } from '../../model/codes.ts';
import {
  checkpointFromCriu,
  criuByteSource,
  layOut,
  locate,
} from '../../model/from-criu/checkpoint-from-criu.ts';
import { kindOfDirectory, type UnknownPages } from '../../model/from-criu/directory-kind.ts';
import { criuModel } from '../../model/from-criu/family.ts';
import {
  detectRelease,
  type ImageDirectory,
  identifyFile,
  judgeFile,
  parentDirectory,
  reportUnknownFile,
} from '../../parse/criu/index.ts';
import { kernelProfile } from '../../restore-sim/kernel/index.ts';
import { type Rehearsal, rehearseAlone } from '../../restore-sim/plan/index.ts';
import { criuRestore } from '../../restore-sim/restorers/criu/family.ts';
import { checkCriuReferences } from '../../restore-sim/restorers/criu/index.ts';
import { brokenRules } from '../../restore-sim/rules/index.ts';
import { catalogue } from '../catalogue.ts';
import { layers as allLayers, type Finding, type Layer } from '../finding.ts';
import { judgeCheckpoint, type Policy } from '../policy/policy.ts';
import { searchMemory } from '../policy/search-memory.ts';
import { rehearsalDiagnostics } from '../stages/rehearsal.ts';
import type { ImageReport } from '../validate.ts';
import { judgeAreas } from './areas.ts';
import { checkBlocks, compressedFiles } from './decoded-pages.ts';
import { CriuFindings } from './findings.ts';

export interface CriuJudgeOptions {
  readonly layers?: readonly Layer[] | undefined;
  readonly policies?: readonly Policy[] | undefined;
  /** Default: CRIU 4.2 on Linux 6.18, with nothing else there. */
  readonly simulate?: ((directory: ImageDirectory) => Rehearsal) | undefined;
  readonly progress?: ((phase: string, done: number, total: number) => void) | undefined;
}

const defaultRehearsal = (directory: ImageDirectory) =>
  rehearseAlone(
    { content: { form: 'directory', directory }, model: criuModel, restore: criuRestore },
    { operations: false },
  );

const keptFileBytes = 2048;

/** Throws only the errors of the system calls behind the directory. */
export function judgeCriuImage(directory: ImageDirectory, options: CriuJudgeOptions = {}): ImageReport {
  const { layers = allLayers, policies = [], simulate = defaultRehearsal } = options;
  const wanted = new Set<Layer>(layers);
  // Each layer goes over all files by itself. Cores are left out: they are most of the bytes, beside a checkpoint.
  directory.keepSmallFiles?.(keptFileBytes);
  const kind = kindOfDirectory(directory);
  const found = new CriuFindings(directory, wanted, kind);
  const { from } = detectRelease(directory);
  if (wanted.has('framing') || wanted.has('schema')) judgeFiles(directory, found, options.progress);
  if (wanted.has('references')) found.addAll(checkCriuReferences(directory), 'references');
  // A pre-dump has pages only: it has no checkpoint, and nobody restores it by itself.
  const isWhole = kind.name !== 'pre-dump';
  if (isWhole) judgeCheckpointOf(directory, wanted, policies, found);
  if (wanted.has('policy')) searchFiles(directory, policies, found.add, options.progress);
  if (isWhole && wanted.has('restore'))
    found.addAll(rehearsalDiagnostics(simulate(directory), 'would crash'), 'restore');
  directory.keepSmallFiles?.(0);
  return {
    path: directory.name,
    family: 'criu',
    variant: from === undefined ? null : `criu-${from}`,
    kind: { name: kind.name, title: kind.title, isPlain: kind.isPlain },
    sizeBytes: directory.list().reduce((sum, { size }) => sum + size, 0),
    findings: found.shown(),
  };
}

function judgeFiles(
  directory: ImageDirectory,
  found: CriuFindings,
  progress: CriuJudgeOptions['progress'],
): void {
  const report = (diagnostic: Diagnostic) =>
    found.addAll([diagnostic], catalogue.get(diagnostic.code)?.layer ?? 'framing');
  parentDirectory(directory, report);
  checkBlocks(directory, report);
  const entries = directory.list();
  for (const [index, { name, kind }] of entries.entries()) {
    if (kind !== 'file') continue;
    const identity = identifyFile(name);
    if (identity === undefined) {
      reportUnknownFile(name, report);
      continue;
    }
    const source = directory.open(name);
    if (source === undefined) continue;
    progress?.('reading', index, entries.length);
    try {
      judgeFile(source, name, identity, report);
    } finally {
      source.close();
    }
  }
}

/** The checkpoint is gone before the rehearsal, whose kernel holds a whole container of its own. */
function judgeCheckpointOf(
  directory: ImageDirectory,
  wanted: ReadonlySet<Layer>,
  policies: readonly Policy[],
  found: CriuFindings,
): void {
  const hasPolicies = wanted.has('policy') && policies.length > 0;
  if (!wanted.has('semantics') && !hasPolicies) return;
  const said: Diagnostic[] = [];
  const bounded = new BoundedReport((one) => void said.push(one), limits.diagnosticsKept);
  const checkpoint = checkpointFromCriu(directory, (diagnostic) => {
    // What is wrong with the files was said when they were read, and what is missing with who refers to it.
    if (Object.hasOwn(modelCodes, diagnostic.code) && !saidByReferences.has(diagnostic.code))
      bounded.report(diagnostic);
  });
  bounded.end();
  if (wanted.has('semantics')) {
    found.addAll(brokenRules(checkpoint, kernelProfile('linux-6.18')), 'semantics');
    found.addAll(said, 'semantics');
  }
  if (!hasPolicies) return;
  const source = criuByteSource(directory);
  try {
    judgeCheckpoint(checkpoint, source, policies, found.add);
  } finally {
    source.close();
  }
  judgeAreas(directory, policies, found.add);
}

/** `checkCriuReferences` has these with more of their places. */
const saidByReferences: ReadonlySet<string> = new Set<ModelCode>([
  'missing-file',
  'pages-cut',
  'pages-in-no-image',
]);

/** Silence would say that nothing denied is there. */
const unsearched = (
  name: string,
  size: number,
  { writer, what }: Pick<UnknownPages, 'writer' | 'what'>,
): Finding => ({
  code: 'policy-memory-unread',
  severity: 'warning',
  layer: 'policy',
  length: 0,
  message: `the ${size} bytes of ${name} were not searched: ${writer === 'nobody' ? what : `written by ${writer} (${what})`}`,
  at: { offset: 0, path: name },
});

function searchFiles(
  directory: ImageDirectory,
  policies: readonly Policy[],
  add: (finding: Finding) => void,
  progress: CriuJudgeOptions['progress'],
): void {
  const searching = policies.filter(({ memory }) => memory.length > 0);
  if (searching.length === 0) return;
  const { unknownPages } = kindOfDirectory(directory);
  const layout = layOut(directory);
  const decoded = compressedFiles(directory);
  const stored = layout.files.flatMap(({ path, base, size }) => {
    if (decoded.has(path)) return [];
    if (unknownPages?.files.has(path) !== true || path.startsWith('pagemap'))
      return [{ offset: base, length: size }];
    add(unsearched(path, size, unknownPages));
    return [];
  });
  const source = criuByteSource(directory, layout);
  const checkpoint = checkpointFromCriu(directory, () => {});
  const places = (positions: readonly number[]) =>
    positions.map((position) => {
      const { file = directory.name, offset = 0 } = locate(layout, position) ?? {};
      return { offset, path: file };
    });
  // A block that is none was said where files are judged; what it hid is said here.
  const damaged = ({ at, message }: Diagnostic) => {
    const path = at?.file ?? directory.name;
    add(unsearched(path, layout.byPath.get(path)?.size ?? 0, { writer: 'nobody', what: message }));
  };
  try {
    searchMemory({ checkpoint, source, stored, places }, searching, add, damaged, progress);
  } finally {
    source.close();
  }
}
