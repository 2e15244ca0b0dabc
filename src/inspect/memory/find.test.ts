/** What a search cannot look into is told, and its bytes are no place to find anything in. */
import { expect, test } from 'vitest';
import { bytePattern } from '../../memory/pattern.ts';
import { searchStreams } from '../../memory/search.ts';
import { storesOf } from '../../memory/stores.ts';
import { checkpointFromCriu, criuByteSource } from '../../model/from-criu/checkpoint-from-criu.ts';
import { criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { change, editImage } from '../../model/from-criu/testing/edit-image.ts';
import { storeStream } from './find.ts';

test('the content of a file system of CRIU is in gzip: not searched', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
  const mounts = directory.list().find(({ name }) => name.startsWith('mountpoints-'))!.name;
  const first = change(
    (_, index) => index === 0,
    () => ({ root_dev: 23 }),
  );
  // Of a file without a magic number all is content: criu/tar.c writes what tar --gzip prints.
  const packed = Buffer.from('packed bytes');
  const image = editImage(directory, { [mounts]: first, 'tmpfs-dev-23.tar.gz.img': packed });
  root.close();
  const [store, ...more] = storesOf(checkpointFromCriu(image, () => {})).filter(
    ({ kind }) => kind === 'tmpfs',
  );
  expect(more).toEqual([]);
  expect(store!.title).toContain('gzip');
  const missing: string[] = [];
  const stream = storeStream(store!);
  const hits = [
    ...searchStreams(criuByteSource(image), [stream], bytePattern([Buffer.from('packed')]), {
      missing: (_, { why, start, end }) => missing.push(`${why} ${start}-${end}`),
    }),
  ].filter((hit) => 'address' in hit);
  expect(hits).toEqual([]);
  expect(missing).toEqual([`packed 0-${packed.length}`]);
});
