/** An archive of an engine holds more than images: what is not carried over is said, and stops a strict conversion. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { convertImage } from '../convert-image.ts';
import { projectRoot } from '../test-support/images.ts';

const codesOf = async (name: string) =>
  (await convertImage(join(projectRoot, 'samples', name), undefined, { plan: true })).diagnostics.map(
    ({ code }) => code,
  );

test('files of an engine beside the images', async () => {
  expect(await codesOf('trust/bind-made.tar.gz')).toContain('container-lost');
});

test('images alone', async () => {
  expect(await codesOf('criu/counter.tar.gz')).not.toContain('container-lost');
});
