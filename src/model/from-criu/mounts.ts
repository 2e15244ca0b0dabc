/** Mounts by namespace, as mountinfo had them. */
import { fileName } from '../../parse/criu/index.ts';
import type { MntEntry } from '../../parse/generated/criu-descriptors.ts';
import type { Id, Mount } from '../checkpoint.ts';
import { type Context, fileRange, idOf } from './draft.ts';
import { entriesOf, textOf } from './image.ts';

// images/mnt.proto: enum fstype, by number; 0 is every file system that CRIU has no own code for.
const fsTypes: readonly string[] = [
  ...['', 'proc', 'sysfs', 'devtmpfs', 'binfmt_misc', 'tmpfs', 'devpts', 'simfs', 'pstore', 'securityfs'],
  ...['fusectl', 'debugfs', 'cgroup', 'aufs', 'mqueue', 'fuse', 'auto', 'overlay', 'autofs', 'tracefs'],
  ...['', '', '', 'cgroup2'],
];

export function collectMounts(context: Context, namespaceId: number): void {
  const { model } = context;
  const namespace = idOf(context, 'mountNamespace', namespaceId);
  const mounts: Id<'mount'>[] = [];
  let place = { at: 0, file: fileName('MNTS', namespaceId) };
  for (const { fields, at, file } of entriesOf(context.image, 'MNTS', 'mnt_entry', namespaceId)) {
    const mount = { ...mountOf(context, fields), at, file, namespace };
    if (mounts.length === 0) place = { at, file };
    model.mounts.set(mount.id, mount);
    mounts.push(mount.id);
  }
  model.mountNamespaces.set(namespace, { ...place, id: namespace, mounts });
}

function mountOf(context: Context, fields: MntEntry): Mount {
  const refer = (id: number | undefined): Id<'mount'> | undefined =>
    id === undefined || id === 0 ? undefined : idOf(context, 'mount', id);
  const { fstype = 0, mnt_id = 0, parent_mnt_id, flags = 0, sb_flags = 0, ext_mount } = fields;
  const root = textOf(fields.root);
  // The key has a field of its own since 3.0, and stood in that of the root before.
  const externalKey = textOf(fields.ext_key) || (ext_mount === true ? root : undefined);
  const content = fileRange(context, fileName('TMPFS_DEV', fields.root_dev ?? 0));
  return {
    at: 0,
    id: idOf(context, 'mount', mnt_id),
    namespace: 0 as Id<'mountNamespace'>,
    device: textOf(fields.source) ?? '',
    mountpoint: textOf(fields.mountpoint) ?? '',
    fstype: textOf(fields.fsname) ?? (fsTypes[fstype] || (fstype === 0 ? '' : `type ${fstype}`)),
    root: root === '/' ? undefined : root,
    options: textOf(fields.options) || undefined,
    mntFlags: flags,
    flags: sb_flags,
    isBind: root !== '/',
    isDelayed: false,
    isPloop: false,
    isExternal: ext_mount === true || externalKey !== undefined,
    externalKey,
    sharedGroup: fields.shared_id || undefined,
    masterGroup: fields.master_id || undefined,
    parent: parent_mnt_id === mnt_id ? undefined : refer(parent_mnt_id),
    content,
    ...(content !== undefined && { contentIsPacked: true }),
  };
}
