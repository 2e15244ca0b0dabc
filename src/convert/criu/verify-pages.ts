/** Whether two directories hold the same memory, however each stores it: page for page, or by its addresses alone. */
import { type Diagnostic, ImageError } from '../../diagnostic.ts';
import { compareMemory } from '../../memory/compare.ts';
import type { Piece } from '../../memory/plan.ts';
import { criuByteSource, layOut } from '../../model/from-criu/image-source.ts';
import { pageRuns } from '../../model/from-criu/page-runs.ts';
import { pageBytesOf } from '../../model/from-criu/page-size.ts';
import { fileName, type ImageDirectory, identifyFile } from '../../parse/criu/index.ts';
import { convertDiagnostic } from '../codes.ts';

export interface ComparedPages {
  readonly problems: readonly Diagnostic[];
  readonly bytes: bigint;
}

/** Reads all of it. */
export function comparePages(input: ImageDirectory, output: ImageDirectory): ComparedPages {
  const [layoutA, layoutB] = [layOut(input), layOut(output)];
  const [sourceA, sourceB] = [criuByteSource(input, layoutA), criuByteSource(output, layoutB)];
  const pageBytes = BigInt(pageBytesOf(input));
  const problems: Diagnostic[] = [];
  let bytes = 0n;
  try {
    for (const { name, kind } of input.list()) {
      const { type, id = 0 } = identifyFile(name) ?? {};
      if (kind !== 'file' || (type !== 'PAGEMAP' && type !== 'SHMEM_PAGEMAP')) continue;
      const a = { source: sourceA, pieces: piecesOf(pageRuns(layoutA, type, id, () => {})) };
      const b = { source: sourceB, pieces: piecesOf(pageRuns(layoutB, type, id, () => {})) };
      const steps = compareMemory(a, b, pageBytes);
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) {
        if (typeof step.value === 'bigint') continue;
        const message = `pages from 0x${step.value.start.toString(16)} on are not those of the input`;
        problems.push(convertDiagnostic('verification-failed', message, { file: fileName(type, id) }));
        break;
      }
      if (step.done === true) bytes += step.value.comparedBytes;
    }
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    problems.push(error.diagnostic);
  } finally {
    sourceA.close();
    sourceB.close();
  }
  return { problems, bytes };
}

/** Reads no pages: each block had the length that it must have when it was decoded, else there were no output. */
export function compareAddresses(input: ImageDirectory, output: ImageDirectory): ComparedPages {
  const [layoutA, layoutB] = [layOut(input), layOut(output)];
  const problems: Diagnostic[] = [];
  let bytes = 0n;
  for (const { name, kind } of input.list()) {
    const { type, id = 0 } = identifyFile(name) ?? {};
    if (kind !== 'file' || (type !== 'PAGEMAP' && type !== 'SHMEM_PAGEMAP')) continue;
    const wanted = joined(pageRuns(layoutA, type, id, () => {}));
    const found = joined(pageRuns(layoutB, type, id, () => {}));
    for (let isMore = true; isMore; ) {
      const [run, other] = [wanted.next().value, found.next().value];
      isMore = run !== undefined;
      if (run?.kind === 'stored') bytes += run.end - run.start;
      if (run?.kind === other?.kind && run?.start === other?.start && run?.end === other?.end) continue;
      const at = (run ?? other)?.start.toString(16);
      const message = `pages from 0x${at} on are not those of the input`;
      problems.push(convertDiagnostic('verification-failed', message, { file: fileName(type, id) }));
      break;
    }
  }
  return { problems, bytes };
}

/** Runs of a kind that touch are one, however entries cut them. */
function* joined(
  runs: ReturnType<typeof pageRuns>,
): Generator<{ readonly kind: string; readonly start: bigint; readonly end: bigint }, undefined> {
  let before: { kind: string; start: bigint; end: bigint } | undefined;
  for (const { kind, start, end } of runs) {
    if (before?.kind === kind && before.end === start) before.end = end;
    else {
      if (before !== undefined) yield before;
      before = { kind, start, end };
    }
  }
  if (before !== undefined) yield before;
  return undefined;
}

function* piecesOf(runs: ReturnType<typeof pageRuns>): Generator<Piece> {
  for (const { kind, start, end, offset } of runs) {
    if (kind === 'stored') yield { kind, start, end, offset };
    else yield { kind: 'missing', start, end, why: kind === 'lazy' ? 'lazy' : 'elsewhere' };
  }
}
