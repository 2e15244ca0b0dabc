/** Which variant is aimed at, and the legs of the way there. */
import { basename } from 'node:path';
import { bridges } from '../convert/bridges/index.ts';
import type { Runner } from '../convert/leg.ts';
import { findRoute, stretchesOf, type Ways } from '../convert/route.ts';
import { ImageError } from '../diagnostic.ts';
import { didYouMean } from '../did-you-mean.ts';
import { allFamilies } from '../families/index.ts';
import type { FoundImage } from '../open/open.ts';
import { UsageError } from '../usage-error.ts';

/** Part of a route that one runner goes in one pass. */
export interface Leg {
  readonly runner: Runner;
  readonly to: string;
}

/** `ct101.2.6.18.img`, `old-0x302.cpt`, `x.json`: a target in the name of the output. */
export function variantInName(output: string | undefined): string | undefined {
  const name = basename(output ?? '');
  if (name.endsWith('.json')) return 'json';
  const match = /(?:^|[._-])(2\.6\.\d+(?:\.\d+)?|0x[0-9a-f]{3})(?=[._-]|$)/i.exec(name);
  return match?.[1] !== undefined && idOf(match[1]) !== undefined ? match[1] : undefined;
}

export function idOf(word: string) {
  for (const family of allFamilies) {
    const id = family.variantNamed(word);
    if (id !== undefined) return { family, id };
  }
  return undefined;
}

/** A family by itself means the newest of its variants that a kernel or a program restores. */
async function targetNamed(word: string) {
  const family = allFamilies.find(({ id }) => id === word);
  const id = family?.variantNamed(word) ?? (await family?.convert())?.newest;
  const target = family !== undefined && id !== undefined ? { family, id } : idOf(word);
  if (target === undefined) throw await unknownVariant(word, ['json', ...bridges.map(({ to }) => to)]);
  return target;
}

/** `more`: words that are as good as a variant there. */
export async function unknownVariant(word: string, more: readonly string[] = []): Promise<UsageError> {
  const families = await Promise.all(allFamilies.map((family) => family.convert()));
  const ids = families.flatMap(({ variants }) => variants.map(({ id }) => id));
  const known = [...allFamilies.map(({ id }) => id), ...more, ...ids];
  return new UsageError(`unknown variant "${word}"${didYouMean(word, known)}; --list shows them`);
}

/** Ways of the two families, and of all only where these do not suffice. */
export async function legsTo(
  image: FoundImage,
  word: string | undefined,
  named: string | undefined,
): Promise<readonly Leg[]> {
  const own = await image.family.convert();
  const end = bridges.find(({ from, to }) => from === image.family.id && to === word);
  // What is no variant of a family ends a route, and every image of the family is at its beginning.
  if (end !== undefined && idOf(end.to) === undefined) return [{ runner: await end.runner(), to: end.to }];
  const target = word === undefined ? { family: image.family, id: own.newest } : await targetNamed(word);
  if (target.family === image.family) return [{ runner: own.runner, to: target.id }];
  const start =
    (named === undefined ? undefined : idOf(named)?.id) ??
    own.detect({ content: image.content, name: image.name });
  const ways: Ways<() => Promise<Runner>>[] = [];
  for (const family of allFamilies) {
    const { steps, runner, variants } = await family.convert();
    ways.push({ way: async () => runner, edges: steps, isBoth: true });
    for (const bridge of bridges.filter((each) => each.from === family.id)) {
      const edges = variants.map(({ id }) => ({ from: id, to: bridge.to, summary: bridge.summary }));
      ways.push({ way: () => bridge.runner(), edges, isBoth: false });
    }
  }
  const goal = (await target.family.convert()).nodeOf(target.id);
  const route = start === undefined ? undefined : findRoute(ways, own.nodeOf(start), goal);
  if (route === undefined) throw noRoute(image, target.id);
  const stretches = stretchesOf(route);
  return Promise.all(
    stretches.map(async ({ way, to }, index) => ({
      runner: await way(),
      // Between two nodes the form is that of the older one; what is not known there is left out all the same.
      to: index === stretches.length - 1 ? target.id : to,
    })),
  ).then((legs) => withLast(legs, goal, target));
}

/** A bridge arrives at its own variant; a release behind the node that it is at needs the family's runner, too. */
async function withLast(
  legs: readonly Leg[],
  goal: string,
  { family, id }: NonNullable<ReturnType<typeof idOf>>,
): Promise<readonly Leg[]> {
  const { runner } = await family.convert();
  const last = legs.at(-1);
  if (id === goal || last === undefined || last.runner === runner) return legs;
  return [...legs.slice(0, -1), { ...last, to: goal }, { runner, to: id }];
}

function noRoute(image: FoundImage, to: string): ImageError {
  const message = `${image.family.format.called} cannot become ${to}: no way is known; what its kernel would need is not in such an image`;
  return new ImageError({ code: 'cannot-express', severity: 'error', message, at: { file: image.name } });
}
