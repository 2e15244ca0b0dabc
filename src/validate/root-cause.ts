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

/**
 * Whoever reads to the end of what was cut off finds nothing there: what these say is missing was behind the cut. The
 * names of the codes say whose they are.
 */
const cuts: ReadonlySet<string> = new Set(['section-length', 'object-length', 'dump-cut']);
const behindCuts: ReadonlySet<string> = new Set([
  ...['missing-section', 'absent-section', 'missing-trailer', 'no-tasks', 'unopened-file', 'dump-cut'],
  ...['restore-image-signature', 'restore-image-size', 'restore-section-walk'],
]);

/** An archive that ends early lacks whatever lay behind, and ends inside of one file at most. */
const archiveCuts: ReadonlySet<string> = new Set(['archive-unreadable', 'archive-truncated']);
const behindArchiveCuts: ReadonlySet<string> = new Set([
  ...['archive-unreadable', 'archive-truncated', 'archive-no-end', 'criu-no-inventory', 'missing-tree'],
  ...['criu-ref-missing-file', 'restore-criu-file-missing', 'restore-criu-no-tree'],
]);

/** Most severe first, then from the outer layers to the inner ones, then by place. */
export function causesOf<Item extends Finding>(findings: readonly Item[]): readonly Cause<Item>[] {
  const causes: { root: Item; followers: Item[] }[] = [];
  const byPlace = new Map<string, { root: Item; followers: Item[] }>();
  const sorted = [...findings].sort(byRank);
  const isCut = (kinds: ReadonlySet<string>) =>
    sorted.find(({ code, severity }) => severity === 'error' && kinds.has(code));
  const archiveCut = isCut(archiveCuts);
  const cut = archiveCut ?? isCut(cuts);
  const behind = archiveCut === undefined ? behindCuts : behindArchiveCuts;
  const cutFiles = archiveCut === undefined ? new Set<string>() : filesCutIn(sorted);
  const ordered = cut === undefined ? sorted : [cut, ...sorted.filter((finding) => finding !== cut)];
  for (const finding of ordered) {
    const isBehindCut =
      finding !== cut && cut !== undefined && (behind.has(finding.code) || endsIn(finding, cutFiles));
    const places = [...(isBehindCut ? [wholeCut] : []), ...placesOf(finding), ...filesOf(finding)];
    const known = places.map((place) => byPlace.get(place)).find((cause) => cause !== undefined);
    if (known !== undefined && (known.root.code !== finding.code || isBehindCut)) {
      known.followers.push(finding);
      // What follows from a follower follows from its cause.
      for (const place of placesOf(finding)) if (!byPlace.has(place)) byPlace.set(place, known);
      continue;
    }
    const cause = { root: finding, followers: [] };
    causes.push(cause);
    const own = [...placesOf(finding), ...headsOf(finding), ...brokenFilesOf(finding)];
    const cutPlaces = [wholeCut, ...[...cutFiles].map((file) => `file ${file}`)];
    for (const place of finding === cut ? [...own, ...cutPlaces] : own)
      if (!byPlace.has(place)) byPlace.set(place, cause);
  }
  return causes;
}

/** The images that the archive ends in: what is read of them ends there, too. */
const filesCutIn = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings
      .filter(({ code }) => archiveCuts.has(code))
      .map(({ at }) => fileOf(at.path?.split('/').at(-1) ?? ''))
      .filter((file) => file !== ''),
  );

const endsIn = ({ layer, severity, at }: Finding, files: ReadonlySet<string>): boolean =>
  layer === 'framing' && severity === 'error' && files.has(fileOf(at.path ?? ''));

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

const wholeCut = 'behind the cut';

/** Files that a finding is explained by, if they are broken: the one it misses something in, or cannot be read. */
function filesOf({ layer, severity, at, where }: Finding): readonly string[] {
  if (judging.has(layer) || where !== undefined || severity === 'note') return [];
  const file = layer === 'restore' && severity === 'error' ? fileOf(at.path ?? '') : '';
  return [...(at.lacks === undefined ? [] : [`file ${at.lacks}`]), ...(file === '' ? [] : [`file ${file}`])];
}

/** Files that are missing or cannot be read to their end, by this finding. */
function brokenFilesOf({ layer, severity, at, code }: Finding): readonly string[] {
  if (severity !== 'error') return [];
  const file = fileOf(at.path ?? '');
  if (file !== '' && (layer === 'framing' || code === missingFile)) return [`file ${file}`];
  return layer === 'references' && at.lacks !== undefined ? [`file ${at.lacks}`] : [];
}

const missingFile = 'criu-ref-missing-file';

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
