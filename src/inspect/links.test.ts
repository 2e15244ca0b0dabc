/** What Enter follows: every link of every view leads to a row that is there, or to memory that is mapped. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { criuArchives, openCriuArchive } from '../model/from-criu/testing/criu-images.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { projectRoot, sample, sampleImages } from '../test-support/images.ts';
import { some } from '../test-support/thorough.ts';
import { inspectedImage } from './cpt/image.ts';
import { inspectedCriu } from './criu/image.ts';
import { noFilter } from './filter.ts';
import type { Image } from './image.ts';
import { memoryPage } from './memory/page.ts';
import { wholeTables } from './table.ts';
import { loadViews } from './views/index.ts';

const views = await loadViews();

/** Links that lead nowhere, and how many lead somewhere. */
function followed(image: Image) {
  const rows = new Map(
    [...views].map(([name, view]) => [
      name as string,
      wholeTables(view.tables(view.rows(image, noFilter))).flatMap((table) => table.rows),
    ]),
  );
  const names = new Map(
    [...rows].map(([view, list]) => [view, new Set(list.flatMap((row) => row.names ?? []))] as const),
  );
  const wrong = new Set<string>();
  let count = 0;
  for (const [view, list] of rows) {
    for (const link of list.flatMap(({ links = [] }) => links)) {
      count++;
      if ('pid' in link) memoryPage(image, { pid: link.pid, address: link.address, reach: 16 });
      else if (!names.get(link.view)?.has(link.name))
        wrong.add(`${view}: ${link.label} → ${link.view} ${link.name}`);
    }
  }
  return { wrong: [...wrong], count };
}

/** Processes that are not part of the dump may be parents, heads of sessions, makers of segments and senders. */
const outside = /: (parent|head of its \w+|made by|sent by|process|locked by|undo of) \d+ → ps pid \d+$/;

describe('CPT images', () => {
  test.each(sampleImages.map(({ name, path }) => [name, path] as const))('%s', (_, path) => {
    const { wrong, count } = followed(inspectedImage(fileSource(path)));
    expect(wrong.filter((text) => !outside.test(text))).toEqual([]);
    expect(count).toBeGreaterThan(0);
  });
});

describe('CRIU images', () => {
  test.each(some([...criuArchives], 4))('%s', async (_, path) => {
    const { root, directory } = await openCriuArchive(path);
    try {
      const image = inspectedCriu(directory);
      const { wrong, count } = followed(image);
      expect(wrong.filter((text) => !outside.test(text))).toEqual([]);
      expect(count).toBeGreaterThan(0);
      image.source.close();
    } finally {
      root.close();
    }
  });
});

describe('what has several numbers is found by each', () => {
  const targets = (image: Image, view: 'ids' | 'maps' | 'namespaces') =>
    wholeTables(views.get(view)!.tables(views.get(view)!.rows(image, noFilter)))
      .flatMap(({ rows }) => rows)
      .flatMap(({ cells, links = [] }) =>
        links.flatMap((link) => ('view' in link ? [{ cells, view: link.view, name: link.name }] : [])),
      );

  test('a thread leads to its process', () => {
    const image = inspectedImage(fileSource(sample('2.6.32-threads')));
    const found = targets(image, 'ids').filter(({ cells: [kind] }) => kind === 'tid');
    expect(found.map(({ cells, view, name }) => [view, name, cells[2]])).toEqual(
      image.checkpoint.tasks
        .filter(({ pid, tgid }) => pid !== tgid)
        .map(({ pid }) => pid)
        .sort((a, b) => a - b)
        .map((pid) => ['ps', `tid ${pid}`, '0']),
    );
  });

  test('a mapped segment to the segment, a namespace to its processes', async () => {
    const { root, directory } = await openCriuArchive(join(projectRoot, 'samples', 'criu', 'sysvipc.tar.gz'));
    try {
      const image = inspectedCriu(directory);
      const areas = targets(image, 'maps').filter(({ view }) => view === 'ipc');
      expect(areas.length).toBeGreaterThan(0);
      for (const { cells } of areas) expect(cells.at(-1)).toContain('SYSV');
      expect(targets(image, 'namespaces').map(({ view }) => view)).toContain('ps');
      // Inside of a namespace of their own all of them have the same number.
      const tasks = image.checkpoint.tasks.map((task) => ({ ...task, pids: [task.pid, 1] }));
      const nested = { ...image, checkpoint: { ...image.checkpoint, tasks } };
      const inner = targets(nested, 'ids').filter(({ cells }) => cells[0] === 'pid' && cells[2] === '1');
      const leaders = tasks.filter(({ pid, tgid }) => pid === tgid);
      expect(inner.map(({ name }) => name)).toEqual(leaders.slice(0, 1).map(({ at }) => `task @${at}`));
      image.source.close();
    } finally {
      root.close();
    }
  });
});
