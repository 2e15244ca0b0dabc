/** An archive with the images of a real one, behind as many empty files as wanted. */
import { type ArchivedMember, writeTar } from '../../src/parse/archive/write-tar.ts';
import { memorySource } from '../../src/parse/bytes/byte-source.ts';
import { openOutput } from '../../src/parse/bytes/output/file-output.ts';
import { findImageDirectories, openTree } from '../../src/parse/criu/index.ts';

const mode = 0o600;

export async function generateMembers(sample: string, path: string, count: number): Promise<void> {
  const tree = await openTree(sample, () => {});
  const [images] = findImageDirectories(tree, () => {});
  if (images === undefined) throw new Error(`${sample} holds no CRIU images`);
  const output = openOutput(path, { force: true });
  const members = function* (): Generator<ArchivedMember> {
    for (let index = 0; index < count; index++)
      yield { path: `rootfs/${index % 997}/${index}`, kind: 'file', size: 0, mode };
    for (const { name, kind, size } of images.list()) {
      const open = () => images.open(name) ?? memorySource(new Uint8Array(0));
      if (kind === 'file') yield { path: `checkpoint/${name}`, kind, size, mode, open };
    }
  };
  writeTar(members(), output.sink);
  output.commit();
  tree.close();
}
