/** Files that a restore makes: ghosts (unlinked but open) and names that it links and removes again. */
import { entriesOf, firstOf, textOf } from '../../../../model/from-criu/image.ts';
import {
  deviceText,
  fromKernel,
  fromStat,
  grantsDevice,
  isBlock,
  isCharacter,
  isDefaultDevice,
} from '../../../trust/devices.ts';
import type { RegularFile } from '../../../trust/image-facts.ts';
import { hasDotDot } from '../../../trust/paths.ts';
import { inImage, type TrustReport } from '../../../trust/rule.ts';
import { externalMounts } from '../../../trust/rules/mount-facts.ts';
import type { ContainerSubject } from '../../../trust/subject.ts';
import type { CriuFacts } from '../facts.ts';
import { idsOfType } from '../files.ts';
import { criuTrustRule } from '../rule.ts';

const changed = 'Do not restore it: the image was changed.';

export const ghostsRule = criuTrustRule(
  {
    'trust-ghost-device': {
      severity: 'error',
      meaning: 'An unlinked open file is a device that the container was not granted.',
      why: 'A restore makes the node as root, with the numbers of the image, and opens it; if it fails, the node stays.',
      bad: 'ghost-file-8.img with mode S_IFBLK and rdev 8:0',
      good: 'ordinary files, FIFOs, directories',
      mend: changed,
      reference: 'criu/files-reg.c, ghost_apply_metadata, mkreg_ghost and mknod; seen with CRIU 4.2',
    },
    'trust-ghost-setuid': {
      severity: 'warning',
      meaning: 'An unlinked open file is made again with set-user-ID or set-group-ID bits.',
      why: 'On a directory of the host it is a root program there, until it is removed again.',
      bad: 'mode 04755, owner 0, on a mount of the host',
      good: 'modes without these bits',
      mend: changed,
      reference: 'criu/files-reg.c, ghost_apply_metadata; seen with CRIU 4.2',
    },
    'trust-ghost-symlink': {
      severity: 'warning',
      meaning: 'An unlinked symbolic link is opened through: it leads to an absolute path.',
      why: 'A restore makes the link and opens its name with the flags of the image.',
      bad: 'symlnk_target /etc/shadow and O_RDWR',
      good: 'links that are open with O_PATH',
      mend: changed,
      reference: 'criu/files-reg.c, create_ghost_symlink',
    },
    'trust-remap': {
      severity: 'error',
      meaning: 'A name that a restore links and removes is not one that CRIU made.',
      why: 'The file of that name is linked to another one and then removed.',
      bad: 'remap_id of a file /etc/shadow',
      good: 'names link_remap.N, which CRIU makes at the dump',
      mend: changed,
      reference: 'criu/files-reg.c, linkat_hard and rfi_remap; seen with CRIU 4.2',
    },
  },
  (images, subject, report) => {
    const remaps = [...entriesOf(images.image, 'REMAP_FPATH', 'remap_file_path_entry')];
    const owners = new Map<number, RegularFile>();
    for (const { fields, file, at } of remaps) {
      const original = images.regular.get(fields.orig_id ?? -1);
      const isGhost =
        fields.remap_type === ghost ||
        (fields.remap_type === undefined && ((fields.remap_id ?? 0) & topBit) !== 0);
      if (isGhost && original !== undefined) owners.set((fields.remap_id ?? 0) & ~topBit, original);
      if (fields.remap_type !== linked) continue;
      judgeLink(images, { file, offset: at }, original, images.regular.get(fields.remap_id ?? -1), report);
    }
    for (const id of idsOfType(images.image, 'GHOST_FILE'))
      if (id !== undefined) judgeGhost(subject, images, id, owners.get(id), report);
  },
);

const linked = 0;
const ghost = 1;
const topBit = 0x80000000 | 0;

type Report = TrustReport<
  'trust-ghost-device' | 'trust-ghost-setuid' | 'trust-ghost-symlink' | 'trust-remap'
>;

/** criu/files-reg.c, create_link_remap. */
const madeName = /^link_remap\.\d+$/;

function judgeLink(
  images: CriuFacts,
  place: { readonly file: string; readonly offset: number },
  original: RegularFile | undefined,
  remap: RegularFile | undefined,
  report: Report,
): void {
  if (remap === undefined) return;
  const base = remap.name.split('/').at(-1) ?? '';
  const twice =
    original !== undefined && hasDotDot(original.name) ? original : hasDotDot(remap.name) ? remap : undefined;
  if (twice !== undefined)
    report(
      'trust-remap',
      inImage(images, place, 'orig_id -> reg.name'),
      `path with ..: a restore would link ${twice.name}`,
      'warning',
    );
  if (madeName.test(base)) return;
  report(
    'trust-remap',
    inImage(images, place, 'remap_id'),
    `remap of a foreign name: ${remap.name} would be linked to ${original?.name ?? 'another name'} and then removed`,
  );
}

const pathOnly = 0o10000000;

function judgeGhost(
  { grants }: ContainerSubject,
  images: CriuFacts,
  id: number,
  file: RegularFile | undefined,
  report: Report,
): void {
  const entry = firstOf(images.image, 'GHOST_FILE', 'ghost_file_entry', id);
  if (entry === undefined) return;
  const { mode = 0, rdev = 0, uid = 0, symlnk_target } = entry.fields;
  const place = { file: entry.file, offset: entry.at };
  const name = file?.name ?? 'a file';
  if (isBlock(mode) || isCharacter(mode)) {
    const type = isBlock(mode) ? 'b' : 'c';
    // Both packings occur; a device that either allows is none to speak of.
    const numbers = [fromKernel(type, rdev), fromStat(type, rdev)];
    const isKnown = numbers.some(
      (number) =>
        isDefaultDevice(number) ||
        (grants.length > 0 &&
          grants.every((granted) => granted.devices !== undefined && grantsDevice(granted, number))),
    );
    const [, shown = { type, major: 0, minor: 0 }] = numbers;
    if (!isKnown && (grants.length > 0 || type === 'b'))
      report(
        'trust-ghost-device',
        inImage(images, place, 'mode, rdev'),
        `ghost ${type === 'b' ? 'block' : 'character'} device: ${name} would be made as device ${deviceText(shown)}`,
      );
  }
  if ((mode & 0o6000) !== 0 && (mode & 0o170000) === 0o100000) {
    const mountpoint = externalMounts(images).get(file?.mountId ?? -1);
    const where = mountpoint === undefined ? '' : ` on external mount ${mountpoint}`;
    report(
      'trust-ghost-setuid',
      inImage(images, place, `mode 0${(mode & 0o7777).toString(8)}`),
      `setuid ghost${where}: ${name} would be made with mode 0${(mode & 0o7777).toString(8)}, owner ${uid}`,
      mountpoint === undefined ? 'warning' : 'error',
    );
  }
  const target = textOf(symlnk_target);
  if (target?.startsWith('/') === true && file !== undefined && (file.flags & pathOnly) === 0)
    report(
      'trust-ghost-symlink',
      inImage(images, place, 'symlnk_target'),
      `ghost symlink with absolute target: ${name} leads to ${target}`,
    );
}
