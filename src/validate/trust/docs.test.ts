/** `docs/trust.md` has every code of the layer in its table of classes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../test-support/images.ts';
import { manifestPages } from '../manifest/manifest.ts';
import { trustPages } from './rules/index.ts';

test('every code of the trust layer stands in docs/trust.md', () => {
  const text = readFileSync(join(projectRoot, 'docs', 'trust.md'), 'utf8');
  const codes = [...Object.keys(trustPages), ...Object.keys(manifestPages)];
  expect(codes.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
});
