/** Mounts that CRIU 4.2.1 made from directories beside the image. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editImage, type LooseFields } from '../../../../model/from-criu/testing/edit-image.ts';
import { simulateCriuRestore } from '../simulate.ts';
import { closeBases, counter, image, openBases } from '../testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

/** As crit showed them: `mount --bind src mp`, and an overlay of two lower layers. */
const mount = (fields: (root: LooseFields) => LooseFields) =>
  simulateCriuRestore(
    editImage(image(counter), {
      'mountpoints-13.img': (records) => {
        const root = records.find(
          (record) => record.kind === 'message' && record.fields['mountpoint'] === '/',
        );
        if (root?.kind !== 'message') throw new Error('no root');
        const { raw, ...rest } = root;
        const own = { mnt_id: 9000, parent_mnt_id: root.fields['mnt_id'], mountpoint: '/mp' };
        return [{ ...rest, fields: { ...root.fields, ...own, ...fields(root.fields) } }, ...records];
      },
    }),
    { operations: false },
  )
    .conditions.filter(({ code }) => code === 'mount-source')
    .map(({ facts }) => facts);

test('a bind below the root', () => {
  const bound = mount(({ root }) => ({ root: `${root === '/' ? '' : root}/src` }));
  expect(bound).toEqual([{ path: '/src', mountPoint: '/mp' }]);
});

// "Unable to mount none …/mnt-0000000124 (id=124): No such file or directory"
test('layers of an overlay', () => {
  const options = 'lowerdir=/c/l:/c/etc,redirect_dir=on';
  const layers = mount(() => ({ fstype: 17, root: '/', root_dev: 46, source: 'none', options }));
  expect(layers.map((facts) => facts?.['hostPath'])).toEqual(['/c/l', '/c/etc']);
});
