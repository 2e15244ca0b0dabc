/**
 * Control groups of 2.6.32 (042stab) images: the hierarchy before the mounts, the members when the tree
 * exists. The values of their controllers are not in the image.
 */
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import type { ReadObject } from './image-reader.ts';
import type { Restore } from './restore.ts';
import { refuse } from './stop.ts';

const noParent = -1;

export function restoreControlGroups(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.cgroups);
  reader.place = 'CGROUPS';
  for (const hierarchy of reader.objects('cgroups', start, end)) {
    const options = reader.name(hierarchy.body);
    if (options === undefined) {
      refuse('control-group', 'EINVAL', restore.at(hierarchy.body), 'a hierarchy has no options');
    }
    restore.wants(
      'control-group-needed',
      options.text,
      'mount or enable these controllers',
      hierarchy.offset,
    );
    let hasRoot = false;
    for (const group of reader.objects('cgroup', options.end, hierarchy.end)) {
      hasRoot = addGroup(restore, group, hasRoot);
    }
  }
}

function addGroup(restore: Restore, group: ReadObject<'cgroup'>, hasRoot: boolean): boolean {
  const { offset, fields } = group;
  const parent = fields.parent | 0;
  if ((parent === noParent) === hasRoot) {
    const message = hasRoot ? 'a hierarchy has two roots' : 'the first group of a hierarchy is no root';
    refuse('control-group', 'EINVAL', restore.at(offset), message);
  }
  if (parent !== noParent && !restore.controlGroups.has(parent)) {
    const message = `group ${fields.index} has the parent ${parent}, which does not stand before it`;
    refuse('control-group', 'ENOENT', restore.at(offset), message);
  }
  restore.controlGroups.set(fields.index, members(restore, group));
  return true;
}

/** u32 pids behind the name, ended by 0. */
function members({ reader }: Restore, { body, end }: ReadObject<'cgroup'>): readonly number[] {
  const name = body < end ? reader.name(body) : undefined;
  const pids: number[] = [];
  for (let at = name?.end ?? body; at + 4 <= end; at += 4) {
    const bytes = reader.bytes(at, 4, 'a member list');
    const pid = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
    if (pid === 0) break;
    pids.push(pid);
  }
  return pids;
}

export function joinControlGroups(restore: Restore): void {
  for (const [index, pids] of restore.controlGroups) {
    for (const pid of pids) {
      if (restore.pidNamespace.find(pid)?.task !== undefined) continue;
      const at = restore.at(restore.section(sectionType.cgroups).start);
      refuse('control-group', 'ENOENT', at, `pid ${pid}, a member of group ${index}, does not exist`);
    }
  }
}

/** Only presence and type are checked: the page is compared with the kernel's own. */
export function readVsyscall(restore: Restore): void {
  const { reader, sections } = restore;
  const section = sections.get(sectionType.vsyscall);
  if (section === undefined) return;
  reader.place = 'VSYSCALL';
  if (section.start < section.end) reader.object('vsyscall', section.start);
}
