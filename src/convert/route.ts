/** The way from one variant to another over all families: found by following edges, never written down. */
import type { Edge } from './leg.ts';

/** An edge in the direction in which it is gone. */
export interface Hop<Way> {
  readonly edge: Edge;
  readonly to: string;
  /** Who goes along it. */
  readonly way: Way;
}

export interface Ways<Way> {
  readonly way: Way;
  readonly edges: readonly Edge[];
  /** Steps go both ways, bridges one. */
  readonly isBoth: boolean;
}

/** The shortest list of hops, empty when nothing needs to be done, undefined when no edges join the two. */
export function findRoute<Way>(
  ways: readonly Ways<Way>[],
  from: string,
  to: string,
): readonly Hop<Way>[] | undefined {
  const routes = new Map<string, readonly Hop<Way>[]>([[from, []]]);
  // A map grows while it is walked: this is a breadth-first search.
  for (const [node, route] of routes) {
    if (node === to) return route;
    for (const hop of hopsFrom(ways, node)) if (!routes.has(hop.to)) routes.set(hop.to, [...route, hop]);
  }
  return undefined;
}

const hopsFrom = <Way>(ways: readonly Ways<Way>[], node: string): Hop<Way>[] =>
  ways.flatMap(({ way, edges, isBoth }) =>
    edges.flatMap((edge) => {
      if (edge.from === node) return [{ edge, to: edge.to, way }];
      return isBoth && edge.to === node ? [{ edge, to: edge.from, way }] : [];
    }),
  );

/** Hops in a row that one runner goes in one pass. */
export interface Stretch<Way> {
  readonly way: Way;
  readonly to: string;
}

export function stretchesOf<Way>(hops: readonly Hop<Way>[]): readonly Stretch<Way>[] {
  const stretches: Stretch<Way>[] = [];
  for (const { way, to } of hops) {
    if (stretches.at(-1)?.way === way) stretches.pop();
    stretches.push({ way, to });
  }
  return stretches;
}
