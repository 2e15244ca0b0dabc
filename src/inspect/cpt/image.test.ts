/** What is said of the variant of images that real kernels wrote. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { projectRoot } from '../../test-support/images.ts';
import { inspectedImage } from './image.ts';

const folder = join(projectRoot, 'samples', 'cpt');
const real = readdirSync(folder).filter((name) => /^2\.6\.(?:18|32)-.*\.cpt$/.test(name));

/** samples/README.md: the kernel of each. */
const kernelOf = (name: string) =>
  name.startsWith('2.6.18') ? /^cpt-2\.6\.18\.2$/ : /^cpt-2\.6\.32\.3\/042stab113\.5$/;

test.each(real)('%s may be of the kernel that wrote it, whose layouts are known from real images', (name) => {
  const source = fileSource(join(folder, name));
  const { variant } = inspectedImage(source);
  source.close();
  const named = [
    variant?.name ?? '',
    ...(/it fits (.*) as well/.exec(variant?.evidence ?? '')?.[1] ?? '').split(', '),
  ];
  expect(named.some((id) => kernelOf(name).test(id))).toBe(true);
  expect(variant?.knownFrom).toBe('real images');
});
