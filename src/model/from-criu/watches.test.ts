/** What fanotify watches: the fields that CRIU 4.2.1 dumped of a program whose marks /proc/PID/fdinfo showed so. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detailReader, detailTexts } from '../../inspect/views/descriptor-details.ts';
import { projectRoot } from '../../test-support/images.ts';
import { checkpointFromCriu } from './checkpoint-from-criu.ts';
import { openCriuArchive } from './testing/criu-images.ts';
import { change, editImage, type LooseFields } from './testing/edit-image.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const nobody = { uid: 0, euid: 0, signum: 0, pid_type: 0, pid: 0 };
/** `fanotify ino:… mask:0 ignored_mask:20`, `fanotify mnt_id:… mask:8`, `fanotify ino:… mask:8000020`. */
const marks = [
  {
    ...{ id: 0, type: 1, mflags: 0x40, mask: 0, ignored_mask: 0x20, s_dev: 0xfe00000 },
    ie: {
      i_ino: 5375554n,
      f_handle: { bytes: 8, type: 1, handle: [1n], path: bytesOf('/srv/watched/file') },
    },
  },
  {
    ...{ id: 0, type: 2, mflags: 0, mask: 8, ignored_mask: 0, s_dev: 41 },
    me: { mnt_id: 49, path: bytesOf('/srv/mounted') },
  },
  {
    ...{ id: 0, type: 1, mflags: 0, mask: 0x8000020, ignored_mask: 0, s_dev: 0xfe00000 },
    ie: { i_ino: 5374240n, f_handle: { bytes: 8, type: 1, handle: [1n] } },
  },
];

test('fanotify', async () => {
  const { root, directory } = await openCriuArchive(join(projectRoot, 'samples', 'criu', 'counter.tar.gz'));
  const isRegular = ({ reg }: LooseFields) => reg !== undefined;
  const edited = editImage(directory, {
    'files.img': change(isRegular, ({ id }) => ({
      type: 12,
      reg: undefined,
      ffy: { id, flags: 2, fown: nobody, faflags: 0, evflags: 0x8000, mark: marks },
    })),
  });
  const checkpoint = checkpointFromCriu(edited, () => {});
  const details = detailReader(checkpoint, () => undefined);
  const [file] = [...checkpoint.files.values()].filter(({ kind }) => kind === 'fanotify');
  if (file === undefined) throw new Error('no fanotify');
  expect(detailTexts(checkpoint, file, details(file, '1:3'))).toEqual([
    '/srv/watched/file (0x0 without 0x20) the mount /srv/mounted (0x8) a file (0x8000020)',
  ]);
  root.close();
});
