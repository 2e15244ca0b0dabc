/** Which image is meant, where an input holds several. */
import { ImageError } from '../diagnostic.ts';
import { openDiagnostic } from './codes.ts';
import type { FoundImage, OpenedInput } from './opening.ts';

/**
 * The image that is meant: that of the container of that name, or the only one. Throws ImageError where there are
 * several and none is named, and where there is none of that name.
 */
export function chosenImage({ name, images }: OpenedInput, container?: string): FoundImage {
  const all = meantImages(images);
  const labels = labelsOf(all, name);
  const called = container === undefined ? images : images.filter((image) => isCalled(image, container));
  const labelled = all.filter((_, index) => labels[index] === container);
  const [only, ...more] = labelled.length === 1 ? labelled : meantImages(called);
  if (only !== undefined && more.length === 0) return only;
  if (only === undefined) {
    const said = `${name} holds no container ${JSON.stringify(container)}; there are ${labels.join(', ')}`;
    throw refusal(said, name);
  }
  const meant = [only, ...more];
  const what =
    meant.some(({ container }) => container === undefined) ||
    new Set(meant.map((image) => image.container)).size < meant.length
      ? 'checkpoints'
      : 'containers';
  const choice = all.flatMap((image, index) => (meant.includes(image) ? [labels[index]] : [])).join(', ');
  throw refusal(`${name} holds images of ${meant.length} ${what}: ${choice}; say which`, name);
}

/** What can be restored of each container, without the rounds that later ones build on; the best where nothing can. */
export function meantImages(images: readonly FoundImage[]): readonly FoundImage[] {
  const containers = [...new Set(images.map(({ container }) => container))];
  return containers.flatMap((container) => {
    const own = images.filter((image) => image.container === container);
    const whole = own.filter(({ isWhole }) => isWhole);
    const last = whole.filter(({ isOlder }) => isOlder !== true);
    return last.length > 0 ? last : whole.length > 0 ? whole : own.slice(0, 1);
  });
}

const refusal = (message: string, file: string) =>
  new ImageError(openDiagnostic('several-containers', message, { file }));

/** What `--container` takes for each: where a name is of several, their places, and their numbers where these are equal, too. */
function labelsOf(images: readonly FoundImage[], input: string): readonly string[] {
  const places = images.map(({ name }) =>
    name.startsWith(`${input}/`) ? name.slice(input.length + 1) : name,
  );
  return images.map(({ container }, index) => {
    const alike = images.filter((image) => image.container === container);
    if (alike.length === 1 && container !== undefined) return container;
    const place = places[index] as string;
    if (places.indexOf(place) === places.lastIndexOf(place)) return place;
    return `${container ?? place}#${index + 1}`;
  });
}

/** By its name, its place, or the start of its id. */
function isCalled(image: FoundImage, wanted: string): boolean {
  if (image.container === wanted || image.name === wanted || image.name.endsWith(`/${wanted}`)) return true;
  const info = image.containerInfo(() => {});
  return info?.name === wanted || (wanted.length >= 8 && info?.id?.startsWith(wanted) === true);
}
