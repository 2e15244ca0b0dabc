/** The engine in this thread, in slices. It serves tests; the program runs it in a thread of its own. */
import type { Diagnostic } from '../../diagnostic.ts';
import { comparedParts, compareImages } from '../../inspect/compare/compare.ts';
import { comparisonTables } from '../../inspect/compare/comparison-tables.ts';
import type { Opened } from '../../inspect/family.ts';
import { type Filter, noFilter } from '../../inspect/filter.ts';
import { type Image, ProblemList } from '../../inspect/image.ts';
import { memoryPage } from '../../inspect/memory/page.ts';
import type { IndexChunk } from '../../inspect/record-index.ts';
import type { Rehearsal } from '../../inspect/rehearsal.ts';
import { type Hit, searchBytes } from '../../inspect/search.ts';
import { type Table, wholeTables } from '../../inspect/table.ts';
import { jsonText, viewDocument } from '../../inspect/view-json.ts';
import { diagnosticTable } from '../../inspect/views/diagnostics.ts';
import { isViewName, loadView } from '../../inspect/views/index.ts';
import { knownLosses } from '../../known-losses.ts';
import type { LoadedImage } from '../load.ts';
import { parseHex } from '../parse-hex.ts';
import { drive, turn } from './drive.ts';
import type { Engine, SearchRequest } from './engine.ts';
import { findInMemory } from './find-in-memory.ts';
import { saveMemory } from './save-memory.ts';

export function localEngine(all: readonly LoadedImage[]): Engine {
  const openedOf = (side: 0 | 1): LoadedImage => all[side] as LoadedImage;
  const imageOf = (side: 0 | 1): Image => openedOf(side).inspect();
  let searches = 0;
  return {
    walk: (side, onChunk) => walk(openedOf(side), onChunk),
    async tables(side, view, pid, onProgress) {
      await turn();
      if (view === 'compare') return compare(openedOf(0), openedOf(1), onProgress);
      const opened = openedOf(side);
      if (view === 'diagnostics') return [diagnosticTable(opened.problems(), opened)];
      if (view === 'verdict') return (await opened.verdict?.()) ?? [];
      if (view.startsWith('explain:')) return explainTables(view.slice('explain:'.length));
      const name = view.replace(/-own$/, '');
      if (!isViewName(name)) throw new Error(`no view ${view}`);
      const found = await loadView(name);
      return wholeTables(found.tables(found.rows(imageOf(side), filterOf(pid))));
    },
    async json(side, view, pid) {
      await turn();
      if (!isViewName(view)) throw new Error(`${view} has no document`);
      const found = await loadView(view);
      return `${jsonText(viewDocument(found, found.rows(imageOf(side), filterOf(pid))))}\n`;
    },
    async rehearse(side): Promise<Rehearsal> {
      await turn();
      return openedOf(side).rehearse();
    },
    async search(request, onProgress) {
      const own = ++searches;
      const steps = searchSteps(openedOf(request.side), request);
      return drive(steps, onProgress, () => own !== searches);
    },
    async page(side, request) {
      await turn();
      return memoryPage(imageOf(side), request);
    },
    async searchMemory(request, onStep) {
      const own = ++searches;
      return findInMemory(imageOf(request.side), request, onStep, () => own !== searches);
    },
    async save({ side, pid, start, end, path }) {
      await turn();
      return saveMemory(imageOf(side), pid, { start, end }, path);
    },
    stopSearch() {
      searches++;
    },
    close() {
      for (const opened of all) opened.close();
    },
  };
}

const filterOf = (pid: number | undefined): Filter =>
  pid === undefined ? noFilter : { ...noFilter, pids: [pid] };

/** The page of a code, a line of it a row. */
async function explainTables(code: string): Promise<readonly Table[]> {
  const { explainAny } = await import('../../validate/other-codes.ts');
  const text = explainAny(code) ?? `there is no code "${code}"`;
  return [
    {
      columns: [{ title: '', grows: true }],
      rows: text
        .trimEnd()
        .split('\n')
        .map((line) => ({ cells: [line] })),
    },
  ];
}

async function walk(opened: Opened, onChunk: (chunk: IndexChunk) => void): Promise<readonly Diagnostic[]> {
  const problems = new ProblemList();
  await drive(opened.walk(problems.report), onChunk);
  return problems.diagnostics;
}

async function compare(
  first: LoadedImage,
  second: LoadedImage,
  onProgress: (done: number) => void,
): Promise<readonly Table[]> {
  const [a, b] = [first.inspect(), second.inspect()];
  const comparison = await drive(compareImages(a, b, noFilter), ({ done, total }) =>
    onProgress(done / total),
  );
  if (comparison === undefined) return [];
  const losses = first.planTo === undefined ? [] : await knownLosses(a, b, first.planTo);
  return [
    ...comparisonTables(comparison, { isComplete: true, parts: comparedParts(a, b, noFilter) }),
    ...losses,
  ];
}

function searchSteps(
  opened: Opened,
  { text, mode, ...wanted }: SearchRequest,
): Generator<number, Hit | undefined> {
  if (mode === 'names') return opened.searchNames(text, wanted);
  const needle = mode === 'hex' ? parseHex(text) : new TextEncoder().encode(text);
  return searchBytes(opened, needle ?? new Uint8Array(0), wanted);
}
