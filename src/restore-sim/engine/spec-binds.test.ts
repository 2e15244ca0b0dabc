/** What the runtime hands over of mounts of the host, as Podman 5.8.6 and runc 1.3.6 wrote their specifications. */
import { expect, test } from 'vitest';
import { treeDirectory } from '../../parse/archive/image-directory.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { listedRoot } from '../host/testing/listed-root.ts';
import { engines } from '../restorers/criu/options/engines.ts';
import { criuOptions } from '../restorers/criu/options/parse-options.ts';
import { withBinds } from './spec-binds.ts';

const id = 'c1'.repeat(32);
const bind = (destination: string, source: string) => ({ destination, type: 'bind', source });
const documents = {
  'spec.dump': {
    mounts: [
      { destination: '/proc', type: 'proc', source: 'proc' },
      bind('/b', '/srv/b'),
      bind('/var/run/b', '/srv/b'),
      bind('/run/podman-init', '/usr/libexec/podman/catatonit'),
      bind('/vol', '/var/lib/containers/storage/volumes/data/_data'),
      bind('/etc/hosts', `/run/containers/storage/vfs-containers/${id}/userdata/hosts`),
      bind('/dev/shm', `/var/lib/containers/storage/overlay-containers/${id}/userdata/shm`),
    ],
  },
  'config.dump': { id, namedVolumes: [{ volumeName: 'data', dest: '/vol' }] },
};
const members = Object.entries(documents).map(([path, value]) => {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { path, kind: 'file', size: bytes.length, open: () => memorySource(bytes, path) } as const;
});
const archive = treeDirectory('archive', members, () => {});

const bindsOf = (name: string, isImage: boolean, root?: ReturnType<typeof listedRoot>) => {
  const engine = engines[name];
  if (engine === undefined) throw new Error(`no engine ${name}`);
  return withBinds(criuOptions([]), { engine, archive, isImage, root }).values('--external');
};

test('what Podman makes itself and its volumes are no mounts of the host', () =>
  expect(bindsOf('podman', false)).toEqual([
    'mnt[/b]:/srv/b',
    'mnt[/var/run/b]:/srv/b',
    'mnt[/run/b]:/srv/b',
    'mnt[/run/podman-init]:/usr/libexec/podman/catatonit',
  ]));

// The mount of -v /srv/b:/var/run/b was dumped with the key /run/b, in a root whose /var/run leads to /run.
test('keys are where links of the root lead', () => {
  const root = listedRoot(new Map([['/var/run', { exists: true, type: 'symlink', target: '/run' }]]));
  expect(bindsOf('podman', false, root)).toContain('mnt[/run/b]:/srv/b');
  expect(bindsOf('podman', false, root)).not.toContain('mnt[/var/run/b]:/srv/b');
});

test('containerd takes them of images only: through CRI they are of the request', () => {
  expect(bindsOf('containerd', false)).toEqual([]);
  expect(bindsOf('containerd', true)).toContain('mnt[/b]:/srv/b');
  expect(bindsOf('cri-o', false)).toEqual([]);
});
