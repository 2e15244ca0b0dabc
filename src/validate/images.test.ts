/** Real images are good: whatever a rule says about one of them is a mistake of the rule. */
import { expect, test } from 'vitest';
import { allImages } from '../test-support/images.ts';
import { drop, inOrder } from './cpt/broken/edit.ts';
import { withoutPages } from './cpt/broken/recipe.ts';
import { keptMax } from './finding.ts';
import { codesOf, judge, readBytes, readSample } from './testing/engine.ts';

/**
 * The limits that 2.6.18 never sets are stale in its images, and their effect on the container is worth a
 * note.
 */
const explained = new Set(['restore-limits-stale']);

test.each(allImages.map(({ name, path }) => [name, path]))('%s: no errors, no warnings', (_name, path) => {
  const report = judge(readBytes(path));
  expect(Object.keys(codesOf(report)).filter((code) => !explained.has(code))).toEqual([]);
  expect(report.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect([report.family, report.variant]).toEqual(['cpt', expect.stringMatching(/^cpt-2\.6\./)]);
});

test('an image without its pages is as good', () => {
  expect(judge(withoutPages(readSample('2.6.32-threads'))).findings).toEqual([]);
});

test('of one code, a bounded number of findings is kept and the rest is counted', () => {
  const image = readSample('2.6.18-tree');
  const broken = new Uint8Array(image);
  // Every descriptor leads nowhere when the FILES section is gone.
  const report = judge(
    inOrder(drop((record) => record.kind === 'section' && record.fields.section === 2))(broken),
  );
  const all = codesOf(report);
  expect(Math.max(...Object.values(all))).toBeLessThanOrEqual(keptMax);
});

test('depth of an image is no depth of calls', () => {
  const image = readSample('2.6.18-counter');
  const levels = 20_000;
  const nested = new Uint8Array(image.length + 16 + levels * 16);
  const view = new DataView(nested.buffer);
  nested.set(image.subarray(0, 80));
  // One SIGHAND_STRUCT in another: a bare header each, so that any depth fits a small file.
  const section = 80;
  view.setBigUint64(section, BigInt(16 + levels * 16), true);
  view.setUint32(section + 8, 7, true);
  view.setUint16(section + 12, 16, true);
  for (let level = 0; level < levels; level += 1) {
    const at = section + 16 + level * 16;
    view.setBigUint64(at, BigInt((levels - level) * 16), true);
    view.setUint32(at + 8, 5, true);
    view.setUint16(at + 12, 16, true);
  }
  nested.set(image.subarray(80), section + 16 + levels * 16);
  expect(codesOf(judge(nested))).toMatchObject({
    'nesting-depth': 1,
  });
});
