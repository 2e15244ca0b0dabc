/** The members of the archive itself: engines unpack most of them, CRI-O without chroot(2). */
import { utf8Length } from '../../../byte-text.ts';
import type { TarHeaderFacts } from '../../../parse/archive/tar-headers.ts';
import { hasDotDot } from '../paths.ts';
import { type TrustReport, trustRule, type Where } from '../rule.ts';
import type { ContainerSubject } from '../subject.ts';
import { linkFinder, partsOf } from './tar-links.ts';

const changed = 'Do not restore it: no engine writes such an archive.';

export const outerMembersRule = trustRule(
  {
    'trust-member-escape': {
      severity: 'error',
      meaning: 'A member of the archive leaves the directory that it is unpacked into.',
      why: 'Engines unpack as root: a name or a link reaches files of the host.',
      bad: '../../etc/cron.d/x; a member below a link',
      good: 'relative names without ".."',
      mend: changed,
      reference: 'CRI-O storage archive.Untar',
    },
    'trust-member-type': {
      severity: 'error',
      meaning:
        'A member of the archive is a link, a device or a FIFO where engines write files and directories.',
      why: 'An engine that follows container.log copies a file of the host into the log of the pod; devices are made as root.',
      bad: 'container.log -> /etc/shadow; artifacts/disk as block device 8:0',
      good: 'files and directories; the only link is `parent` of Podman --with-previous',
      mend: changed,
      reference: 'CVE-2026-53489',
    },
    'trust-member-twice': {
      severity: 'error',
      meaning: 'Two members of the archive have one name, to some reader at least.',
      why: 'Who judges the archive may read one of them, and who restores it the other.',
      bad: 'spec.dump twice; ./spec.dump beside it; notes.txt that PAX calls spec.dump',
      good: 'each name once, in one spelling',
      mend: changed,
      reference: 'pax(1): extended headers replace names',
    },
    'trust-member-case': {
      severity: 'note',
      meaning: 'Two members have names that differ in capitals only.',
      why: 'On a file system that ignores case one replaces the other.',
      bad: 'Spec.dump beside spec.dump',
      good: 'names that differ',
      mend: 'Ask where the archive comes from.',
      reference: 'ext4 casefold, macOS, Windows',
    },
    'trust-unread': {
      severity: 'error',
      meaning: 'A part of the archive could not be read to its end, so that it was not judged.',
      why: 'What follows the damage may be read by an engine in another way.',
      bad: 'a rootfs-diff.tar that ends inside of a member',
      good: 'tar archives that are whole',
      mend: 'Ask for the archive again.',
      reference: 'tar(5)',
    },
    'trust-parent-link': {
      severity: 'error',
      meaning: 'The link to the earlier dump leads out of the archive.',
      why: 'A restore reads pages of processes from wherever it leads.',
      bad: 'parent -> ../../../../etc',
      good: 'parent -> ../pre-checkpoint',
      mend: changed,
      reference: 'criu/image.c, open_parent; Podman --with-previous',
    },
    'trust-second-image': {
      severity: 'warning',
      meaning: 'The archive holds a second image that nothing leads to.',
      why: 'Who judges the archive may look at one, and who restores it at the other.',
      bad: 'pre-checkpoint/ with a whole image, and no link parent',
      good: 'one image, or a chain of earlier dumps',
      mend: 'Ask where it comes from.',
      reference: 'engines look for checkpoint/inventory.img',
    },
  },
  (subject, report) => {
    judgeMembers(subject, report);
    judgeTwice(subject, report);
    judgeParent(subject, report);
    if (subject.engine !== undefined)
      for (const { member, isLinked } of subject.otherImages)
        if (!isLinked)
          report(
            'trust-second-image',
            { member, field: 'name' },
            `second image directory: nothing leads to ${member}`,
          );
  },
);

type Report = TrustReport<keyof typeof outerMembersRule.pages & string>;

const types: Readonly<Record<string, string>> = {
  1: 'a hard link',
  2: 'a link',
  3: 'a character device',
  4: 'a block device',
  6: 'a FIFO',
};

function judgeMembers({ members, prefix, engine }: ContainerSubject, report: Report): void {
  const links = linkFinder(members);
  for (const member of members) {
    const { name, type, target, offset, major, minor } = member;
    const where: Where = { member: `${prefix}${name}`, field: 'name', offset };
    if (hasDotDot(name)) report('trust-member-escape', where, `path with ..: ${name}`);
    else if (name.startsWith('/')) report('trust-member-escape', where, `absolute path: ${name}`);
    const link = links.above(name);
    if (link !== undefined)
      report(
        'trust-member-escape',
        { ...where, member: `${prefix}${link.name}`, field: 'type' },
        `member through link: ${name} lies below ${link.name}, a link to ${link.target}`,
      );
    if (engine !== undefined && type === '0' && (member.mode & 0o6000) !== 0)
      report(
        'trust-member-type',
        { ...where, field: 'mode' },
        `setuid member: ${name} has mode 0${member.mode.toString(8)}`,
        'warning',
      );
    const kind = Object.hasOwn(types, type) ? types[type] : undefined;
    if (kind === undefined || isParent(name) || isCompanion(member, engine) || isOlderName(member)) continue;
    const device = type === '3' || type === '4';
    const what = device ? `${kind} ${major}:${minor}` : type === '6' ? kind : `${kind} to ${target}`;
    const isLog = /(^|\/)(container\.log|ctr\.log|io\.kubernetes\.cri-o\.LogPath|dump\.log)$/.test(name);
    report(
      'trust-member-type',
      { ...where, field: 'type' },
      `${device ? 'device in archive' : isLog ? 'log member is a link' : `${kind.replace(/^a /, '')} in archive`}: ${name} is ${what}`,
    );
  }
}

const isParent = (name: string): boolean => partsOf(name).at(-1) === 'parent';

/** Archives that no engine wrote hold what somebody packed: hard links in them are files that were met before. */
const isCompanion = ({ type, target }: TarHeaderFacts, engine: ContainerSubject['engine']): boolean =>
  engine === undefined && (type === '1' || type === '2') && !target.startsWith('/') && !hasDotDot(target);

/** Saved images have their layers under the names of the older form, too: links inside of the archive. */
const isOlderName = ({ name, type, target }: TarHeaderFacts): boolean =>
  type === '2' && /^[0-9a-f]{64}\/layer\.tar$/.test(name) && /^\.\.\/[0-9a-f]{64}\.tar$/.test(target);

function judgeTwice({ members, prefix, engine }: ContainerSubject, report: Report): void {
  const seen = new Map<string, TarHeaderFacts>();
  const folded = new Map<string, string>();
  for (const member of members) {
    const path = partsOf(member.name).join('/');
    const where: Where = { member: `${prefix}${member.name}`, field: 'name', offset: member.offset };
    const plain = member.plainName;
    // A long name does not fit into the header: it is cut there, and stands whole in the extension.
    const isOther = plain !== undefined && !isCutName(plain, member.name);
    if (isOther && engine !== undefined)
      report(
        'trust-member-twice',
        { ...where, field: 'PAX path' },
        `duplicate member (PAX): the header says ${plain}, its extension says ${member.name}`,
      );
    const earlier = seen.get(path);
    if (earlier === undefined) seen.set(path, member);
    else if (earlier.type !== '5' || member.type !== '5')
      report(
        'trust-member-twice',
        where,
        earlier.name === member.name
          ? `duplicate member: ${member.name} stands twice, at ${earlier.offset} and ${member.offset}`
          : `duplicate member (spelling): ${member.name} is ${earlier.name} again`,
      );
    const key = path.toLowerCase();
    const other = folded.get(key);
    if (other === undefined) folded.set(key, path);
    else if (other !== path)
      report('trust-member-case', where, `names differ in case only: ${member.name} and ${other}`);
  }
}

/** As writers shorten names for readers without extensions: a start of the name, or of its last part, in ASCII. */
function isCutName(plain: string, name: string): boolean {
  if (name.startsWith(plain)) return true;
  const long = utf8Length(name) > 100 || /[^\x20-\x7e]/.test(name);
  return long && (plain.length >= 60 || plain.includes('PaxHeader') || /[^\x20-\x7e]/.test(name));
}

function judgeParent({ images, members, prefix, engine }: ContainerSubject, report: Report): void {
  const links = members.filter(({ type, name }) => type === '2' && isParent(name));
  for (const { name, target, offset } of links)
    judgeLink({ member: `${prefix}${name}`, field: 'link', offset }, name, target, engine, report);
  if (links.length > 0 || engine === undefined) return;
  for (const link of images?.links ?? [])
    if (link.name === 'parent')
      judgeLink(
        { member: `${images?.prefix}parent`, field: 'link' },
        `${images?.prefix}parent`,
        link.target,
        engine,
        report,
      );
}

function judgeLink(
  where: Where,
  name: string,
  target: string,
  engine: ContainerSubject['engine'],
  report: Report,
): void {
  const depth = partsOf(name).length - 1;
  const ups = target.split('/').filter((part) => part === '..').length;
  const isOut = target.startsWith('/') || ups > depth;
  if (isOut)
    report(
      'trust-parent-link',
      where,
      `parent link leaves the archive: ${name} leads to ${target}`,
      engine === undefined ? 'warning' : 'error',
    );
}
