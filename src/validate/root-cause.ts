/**
 * What is wrong in one place is found by several layers: a field out of its limits is also why a restore fails. The
 * first layer that says so is the root; what others say of the same place stands under it, and is not counted again.
 */
import { bySeverity, type Finding, layers } from './finding.ts';

export interface Cause<Item extends Finding = Finding> {
  readonly root: Item;
  /** About the same place, of the same or a later layer, and no more severe. */
  readonly followers: readonly Item[];
}

/** Most severe first, then from the outer layers to the inner ones, then by place. */
export function causesOf<Item extends Finding>(findings: readonly Item[]): readonly Cause<Item>[] {
  const causes: { root: Item; followers: Item[] }[] = [];
  const byPlace = new Map<string, { root: Item; followers: Item[] }>();
  for (const finding of [...findings].sort(byRank)) {
    const places = placesOf(finding);
    const known = places.map((place) => byPlace.get(place)).find((cause) => cause !== undefined);
    if (known !== undefined && known.root.code !== finding.code) {
      known.followers.push(finding);
      continue;
    }
    const cause = { root: finding, followers: [] };
    causes.push(cause);
    for (const place of [...places, ...headsOf(finding)]) if (!byPlace.has(place)) byPlace.set(place, cause);
  }
  return causes;
}

const byRank = (left: Finding, right: Finding): number =>
  bySeverity(left, right) ||
  layers.indexOf(left.layer) - layers.indexOf(right.layer) ||
  (left.at.offset ?? 0) - (right.at.offset ?? 0);

/** Trust and policies judge what is there, not why a restore fails: they have causes of their own. */
const judging: ReadonlySet<string> = new Set(['trust', 'policy']);

/** Keys of places; the same severity only: an error never stands under a warning, nor the other way round. */
function placesOf({ layer, severity, at, where }: Finding): readonly string[] {
  if (judging.has(layer) || where !== undefined || severity === 'note') return [];
  const { offset = 0, path = '' } = at;
  const file = fileOf(path);
  const task = /(?:^|\/)task (\d+)/.exec(path)?.[1];
  return [
    ...(offset > 0 || file !== ''
      ? [`${severity} ${layer === 'restore' ? 'restore ' : ''}${file} ${offset}`]
      : []),
    ...(offset > 0 || file !== '' ? [`${severity} ${file} ${offset}`] : []),
    ...(task === undefined ? [] : [`${severity} ${file} task ${task}`]),
  ];
}

/** A file of a directory of images; a CPT image is one file. */
const fileOf = (path: string): string => /^[^/]+\.img(?=\/|$)/.exec(path)?.[0] ?? '';

/** How far before a field its object may begin; objects lie at multiples of 8 (`cpt_image.h`). */
const headBytes = 256;
const alignment = 8;

/** A restorer names the object where a rule names the field: places where it may say the same. */
function headsOf({ layer, severity, at }: Finding): readonly string[] {
  const { offset = 0, path = '' } = at;
  if (layer === 'restore' || judging.has(layer) || severity === 'note' || fileOf(path) !== '') return [];
  const heads: string[] = [];
  for (let back = alignment; back < headBytes && back < offset; back += alignment)
    heads.push(`${severity} restore  ${offset - back}`);
  return heads;
}
