/** Images for tests: the samples of the project, and the larger collection beside it when it is there. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { some } from './thorough.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const samples = join(projectRoot, 'samples', 'cpt');
const collection = join(projectRoot, '..', 'shared', 'images', 'cpt');

export interface TestImage {
  readonly name: string;
  readonly path: string;
  /** What was seen inside the container at the dump; undefined for converted samples. */
  readonly truthPath: string | undefined;
  /** Written by a real kernel. */
  readonly isReal: boolean;
}

export const sampleImages: readonly TestImage[] = readdirSync(samples)
  .filter((file) => file.endsWith('.cpt'))
  .sort()
  .map((file) => {
    const truthPath = join(samples, file.replace(/\.cpt$/, '.truth.json'));
    const isReal = !file.includes('converted') && !file.includes('mislabelled');
    return {
      name: `samples/${file}`,
      path: join(samples, file),
      truthPath: existsSync(truthPath) ? truthPath : undefined,
      isReal,
    };
  });

export const sample = (name: string): string => join(samples, `${name}.cpt`);

export const hasCollection = existsSync(collection);

/** Every eighth but for thorough runs: the samples were chosen from the collection, and have each kind once. */
const collectionImages: readonly TestImage[] = hasCollection
  ? some(
      readdirSync(collection)
        .sort()
        .flatMap((kernel) => imagesOf(kernel)),
      8,
    )
  : [];

function imagesOf(kernel: string): TestImage[] {
  const folder = join(collection, kernel);
  if (!statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'image.cpt')))
    .map((name) => ({
      name: `${kernel}/${name}`,
      path: join(folder, name, 'image.cpt'),
      truthPath: join(folder, name, 'truth.json'),
      isReal: true,
    }));
}

/** Every image at hand. */
export const allImages: readonly TestImage[] = [...sampleImages, ...collectionImages];
export const realImages: readonly TestImage[] = allImages.filter(({ isReal }) => isReal);
