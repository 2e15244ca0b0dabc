/** Pages that a cut file does not hold any more are said to be cut off, and those before the end are there. */
import { expect, test } from 'vitest';
import { coverageOf } from '../../memory/coverage.ts';
import { missingWords, planMemory } from '../../memory/plan.ts';
import { checkpointFromCriu } from '../../model/from-criu/checkpoint-from-criu.ts';
import { criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { change, editImage } from '../../model/from-criu/testing/edit-image.ts';

const page = 4096n;

test('a file of pages without its last one and a half pages', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
  const pages = directory.open('pages-2.img')!;
  const kept = pages.view(0, pages.size - 6144).slice();
  const said: string[] = [];
  const [whole, cut] = [directory, editImage(directory, { 'pages-2.img': kept })].map((image) =>
    checkpointFromCriu(image, ({ code, at }) => said.push(`${code} ${at?.file} ${at?.offset}`)),
  );
  expect(said).toEqual([`pages-cut pages-2.img ${kept.length}`]);
  const sums = [whole!, cut!].map((checkpoint) => {
    const areas = [...checkpoint.memories.values()].flatMap((memory) => [...memory.areas]);
    const coverage = areas.map((area) => coverageOf(checkpoint, area));
    const sum = (kind: 'stored' | 'cut' | 'external') =>
      coverage.reduce((total, each) => total + each[kind], 0n);
    return [sum('stored'), sum('cut'), sum('external')];
  });
  const stored = sums[0]![0]!;
  expect(sums).toEqual([
    [stored, 0n, 0n],
    [stored - 2n * page, 2n * page, 0n],
  ]);

  const reasons = new Set<string>();
  for (const [id, { areas }] of cut!.memories)
    for (const area of areas)
      for (const piece of planMemory(cut!, id, area)) if (piece.kind === 'missing') reasons.add(piece.why);
  expect(reasons).toContain('cut');
  expect(reasons).not.toContain('elsewhere');
  expect(missingWords.cut).toContain('cut off');
  pages.close();
  root.close();
});

test('an older image without the last pages that it should have', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
  const pagemap = directory.list().find(({ name }) => /^pagemap-\d+\.img$/.test(name))!.name;
  const older = editImage(directory, { [pagemap]: (records) => records.slice(0, -1) });
  const inOlder = change(
    ({ flags }) => flags !== undefined,
    () => ({ flags: 1 }),
  );
  const own = editImage(directory, { [pagemap]: inOlder });
  const parent = { name: 'parent', kind: 'directory', size: 0 } as const;
  const said: string[] = [];
  checkpointFromCriu(
    {
      ...own,
      list: () => [...own.list(), parent],
      directory: (name) => (name === 'parent' ? older : undefined),
    },
    ({ code, at }) => said.push(`${code} ${at?.file}`),
  );
  expect(said).toEqual([`pages-in-no-image ${pagemap}`]);
  root.close();
});
