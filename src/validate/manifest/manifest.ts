/**
 * A manifest of images: SHA-256 of every member, so that "was this altered after the dump" has an answer. It is a
 * plain JSON file that any signing tool signs. Comparing is here, reading is not.
 */
import type { PageTable } from '../page.ts';

export interface ManifestMember {
  readonly path: string;
  /** As tar counts: `0` a file, `1` a hard link, `2` a link, `3` and `4` devices, `5` a directory, `6` a FIFO. */
  readonly type: string;
  /** Octal, with set-user-ID and the like; absent for what lies on disk, where modes change with who copies it. */
  readonly mode?: string;
  /** `user:group`, as numbers. */
  readonly owner?: string;
  readonly size?: number;
  /** Of the content. */
  readonly sha256?: string;
  readonly target?: string;
  /** As a reader that knows no extensions sees the path, where that is another one. */
  readonly plainPath?: string;
  /** SHA-256 of extended attributes, names and values. */
  readonly attributes?: string;
  /** `major:minor`. */
  readonly device?: string;
}

export interface ManifestImage {
  /** Name of the file or directory, without where it lies. */
  readonly name: string;
  readonly form: 'file' | 'archive' | 'directory';
  /** Of a file as it is; absent for a directory. */
  readonly sha256?: string;
  readonly size?: number;
  /** In the order of the archive; of a directory sorted by path. */
  readonly members: readonly ManifestMember[];
}

export interface Manifest {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly images: readonly ManifestImage[];
}

export const manifestPages = {
  'trust-altered': {
    severity: 'error',
    meaning: 'A member of the image is not the one that the manifest has.',
    why: 'It was changed after the manifest was written: whoever did it decides what a restore does.',
    bad: 'another SHA-256 of checkpoint/core-1.img; mode 04755 instead of 0644',
    good: 'members as they were written',
    mend: 'Do not restore it; ask for the image again.',
  },
  'trust-missing': {
    severity: 'error',
    meaning: 'A member or an image of the manifest is not there.',
    why: 'It was removed after the manifest was written; what is absent is not restored: filters, masks.',
    bad: 'no checkpoint/seccomp.img',
    good: 'all members of the manifest',
    mend: 'Do not restore it; ask for the image again.',
  },
  'trust-added': {
    severity: 'error',
    meaning: 'A member or an image is not in the manifest.',
    why: 'It was added after the manifest was written; engines unpack it all the same.',
    bad: 'a second spec.dump',
    good: 'nothing but the members of the manifest',
    mend: 'Do not restore it; ask for the image again.',
  },
  'trust-repacked': {
    severity: 'note',
    meaning: 'The archive is another file than the one of the manifest, with the same members.',
    why: 'It was packed anew, with another compression as an example; what a restore does is the same.',
    bad: 'nothing: the members are those of the manifest',
    good: 'the file as it was written',
    mend: 'Nothing needs to be done.',
  },
} as const satisfies PageTable;

export interface Difference {
  readonly code: keyof typeof manifestPages;
  readonly member: string;
  readonly message: string;
}

/** The entry for an image: with the same digest, with its name, or the only one. */
export function entryFor(manifest: Manifest, image: ManifestImage): ManifestImage | undefined {
  const same = manifest.images.find(({ sha256 }) => sha256 !== undefined && sha256 === image.sha256);
  return same ?? manifest.images.find(({ name }) => name === image.name);
}

export function compareWithManifest(found: ManifestImage, wanted: ManifestImage): readonly Difference[] {
  if (found.sha256 !== undefined && found.sha256 === wanted.sha256) return [];
  if (found.form === 'file' || wanted.form === 'file')
    return [
      {
        code: 'trust-altered',
        member: found.name,
        message: `${found.name} has another SHA-256 than in the manifest`,
      },
    ];
  const differences = compareMembers(found, wanted);
  if (differences.length > 0 || found.form === 'directory') return differences;
  return [
    {
      code: 'trust-repacked',
      member: found.name,
      message: `${found.name} was packed anew: another file, the same members`,
    },
  ];
}

/** A name may stand twice in an archive: the first is compared with the first. */
function compareMembers(found: ManifestImage, wanted: ManifestImage): readonly Difference[] {
  const differences: Difference[] = [];
  const left = new Map<string, ManifestMember[]>();
  for (const member of wanted.members) {
    const known = left.get(member.path);
    if (known === undefined) left.set(member.path, [member]);
    else known.push(member);
  }
  for (const member of found.members) {
    const expected = left.get(member.path)?.shift();
    if (expected === undefined) {
      const message = `${member.path} is not in the manifest`;
      differences.push({ code: 'trust-added', member: member.path, message });
      continue;
    }
    const what = changeOf(member, expected);
    if (what !== undefined)
      differences.push({
        code: 'trust-altered',
        member: member.path,
        message: `${member.path} was altered: ${what}`,
      });
  }
  for (const [path, rest] of left)
    if (rest.length > 0)
      differences.push({
        code: 'trust-missing',
        member: path,
        message: `${path} of the manifest is not there`,
      });
  return differences;
}

const compared = [
  'type',
  'sha256',
  'size',
  'mode',
  'owner',
  'target',
  'device',
  'plainPath',
  'attributes',
] as const;

/** Modes and owners are compared where both sides have them: a directory on disk has its own. */
function changeOf(found: ManifestMember, wanted: ManifestMember): string | undefined {
  for (const key of compared) {
    const [own, other] = [found[key], wanted[key]];
    if (own === other) continue;
    if ((key === 'mode' || key === 'owner') && (own === undefined || other === undefined)) continue;
    return `${key === 'sha256' ? 'SHA-256' : key} ${own ?? 'none'}, the manifest has ${other ?? 'none'}`;
  }
  return undefined;
}
