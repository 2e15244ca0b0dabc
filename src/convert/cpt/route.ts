/** The way from one variant to another: found by following steps, never written down. */
import type { CptVariantId } from '../../parse/cpt/variants.ts';
import { hopTarget, type RouteHop, type Step } from './step.ts';

/** The shortest list of hops, empty when nothing needs to be done, undefined when no steps join the two. */
export function findRoute(
  steps: readonly Step[],
  from: CptVariantId,
  to: CptVariantId,
): readonly RouteHop[] | undefined {
  const routes = new Map<CptVariantId, readonly RouteHop[]>([[from, []]]);
  // A map grows while it is walked: this is a breadth-first search.
  for (const [variant, route] of routes) {
    if (variant === to) return route;
    for (const hop of hopsFrom(steps, variant)) {
      if (!routes.has(hopTarget(hop))) routes.set(hopTarget(hop), [...route, hop]);
    }
  }
  return undefined;
}

function hopsFrom(steps: readonly Step[], variant: CptVariantId): RouteHop[] {
  const forward = steps
    .filter((step) => step.from === variant)
    .map((step) => ({ step, direction: 'forward' as const }));
  const backward = steps
    .filter((step) => step.to === variant)
    .map((step) => ({ step, direction: 'backward' as const }));
  return [...forward, ...backward];
}
