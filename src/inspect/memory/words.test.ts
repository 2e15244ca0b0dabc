/** Addresses as people have them from elsewhere. */
import { expect, test } from 'vitest';
import { spacesOf } from '../../memory/spaces.ts';
import { checkpointFromCriu } from '../../model/from-criu/checkpoint-from-criu.ts';
import { criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { change, editImage } from '../../model/from-criu/testing/edit-image.ts';
import type { Image } from '../image.ts';
import { addressIn, areasNamed, parseAddress } from './words.ts';

test.each([
  ['0x400000', 0x400000n],
  ['7f0012345000', 0x7f0012345000n],
  // As /proc/PID/maps writes addresses without a letter: seq_put_hex_ll() with a width of 8.
  ['00400000', 0x400000n],
  ['555555554000', 0x555555554000n],
  ['ffffffffff600000', 0xffffffffff600000n],
  ['4096', 4096n],
  ['abc', undefined],
  ['12345678901234567', undefined],
  ['[heap]', undefined],
])('%s', (text, address) => {
  expect(parseAddress(text)).toBe(address);
});

test('areas by a name with a line break as it is and as it is shown, addresses without a letter', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
  const renamed = change(
    ({ reg }) => reg !== undefined,
    ({ reg }) => ({ reg: { ...reg, name: `${reg.name}\nb` } }),
  );
  const checkpoint = checkpointFromCriu(editImage(directory, { 'files.img': renamed }), () => {});
  root.close();
  const [space] = spacesOf(checkpoint);
  const named = (text: string) => areasNamed({ checkpoint } as Image, space!, text).length;
  const area = [...space!.memory.areas].find(({ kind }) => kind === 'file')!;
  const [exe] = areasNamed(
    { checkpoint } as Image,
    space!,
    `${area.start.toString(16)}-${area.end.toString(16)}`,
  );
  expect(exe!.name).toContain('\n');
  expect(named(exe!.name.replace('\n', '\\x0a'))).toBe(named(exe!.name));
  const digits = area.start.toString(16).padStart(8, '0');
  expect(addressIn(space!, digits)).toBe(area.start);
});
