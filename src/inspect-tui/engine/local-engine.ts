/** The engine in this thread, in slices. It serves tests; the program runs it in a thread of its own. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { compareImages } from '../compare/compare.ts';
import { comparisonTables } from '../compare/comparison-tables.ts';
import { noFilter } from '../filter.ts';
import { type Image, inspectedImage, ProblemList } from '../image.ts';
import type { IndexChunk } from '../record-index.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { type Hit, searchBytes, searchNames } from '../search.ts';
import { parseHex } from '../state/prompt.ts';
import type { Table } from '../table.ts';
import { diagnosticTable } from '../views/diagnostics.ts';
import { viewOf } from '../views/index.ts';
import { walkImage } from '../walk.ts';
import type { Engine, SearchRequest } from './engine.ts';
import { rehearseImage } from './rehearse.ts';

/** Lets keys, messages and frames have their turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Drives a generator to its end in slices; undefined when it is told to stop. */
async function drive<Step, Result>(
  steps: Generator<Step, Result>,
  onStep: (step: Step) => void,
  isStopped: () => boolean = () => false,
): Promise<Result | undefined> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    onStep(value);
    await turn();
    if (isStopped()) return undefined;
  }
}

export function localEngine(sources: readonly ByteSource[]): Engine {
  const images = new Map<number, Image>();
  const sourceOf = (side: 0 | 1): ByteSource => sources[side] as ByteSource;
  const imageOf = (side: 0 | 1): Image => {
    const image = images.get(side) ?? inspectedImage(sourceOf(side));
    images.set(side, image);
    return image;
  };
  let searches = 0;
  return {
    walk: (side, onChunk) => walk(sourceOf(side), onChunk),
    async tables(side, view, onProgress) {
      await turn();
      if (view === 'compare') return compare(imageOf(0), imageOf(1), onProgress);
      const image = imageOf(side);
      if (view === 'diagnostics') return [diagnosticTable(image.problems)];
      const found = viewOf(view);
      if (!found) throw new Error(`no view ${view}`);
      return found.tables(found.rows(image, noFilter));
    },
    async rehearse(side): Promise<Rehearsal> {
      await turn();
      return rehearseImage(sourceOf(side));
    },
    async search(request, onProgress) {
      const own = ++searches;
      const steps = searchSteps(sourceOf(request.side), request);
      return drive(steps, onProgress, () => own !== searches);
    },
    stopSearch() {
      searches++;
    },
    close() {
      for (const source of sources) source.close();
    },
  };
}

async function walk(
  source: ByteSource,
  onChunk: (chunk: IndexChunk) => void,
): Promise<readonly Diagnostic[]> {
  const problems = new ProblemList();
  await drive(walkImage(source, problems.report), onChunk);
  return problems.diagnostics;
}

async function compare(a: Image, b: Image, onProgress: (done: number) => void): Promise<readonly Table[]> {
  const comparison = await drive(compareImages(a, b, noFilter), ({ done, total }) =>
    onProgress(done / total),
  );
  return comparison ? comparisonTables(comparison, { isComplete: true }) : [];
}

function searchSteps(
  source: ByteSource,
  { text, mode, ...wanted }: SearchRequest,
): Generator<number, Hit | undefined> {
  if (mode === 'names') return searchNames(source, text, wanted);
  const needle = mode === 'hex' ? parseHex(text) : new TextEncoder().encode(text);
  return searchBytes(source, needle ?? new Uint8Array(0), wanted);
}
