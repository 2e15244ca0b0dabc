/** Memory that only mapped files hold, from below a directory that stands for the root of the processes. */
import type { Report } from '../../diagnostic.ts';
import type { Checkpoint, OpenFile } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { buildIdOf } from '../../restore-sim/host/build-id.ts';
import type { RootView } from '../../restore-sim/host/root-view.ts';
import { coreDiagnostic } from './codes.ts';
import type { FileContent } from './core-file.ts';

export function fillFrom(root: RootView, { files }: Checkpoint, report: Report): FileContent {
  const known = new Map<string, ByteSource | undefined>();
  /** A program or library with another build-id is another file: its bytes would be wrong ones. */
  const isOther = ({ path = '', buildId }: OpenFile): boolean => {
    if (buildId === undefined || root.stat(path)?.type !== 'file') return false;
    const found = buildIdOf(root, path);
    if (found === buildId) return false;
    const message = `${path} below the root is another file (build-id ${found ?? 'none'}, wanted ${buildId}): not used`;
    report(coreDiagnostic('core-file-differs', message));
    return true;
  };
  return ({ mapped }) => {
    const file = follow(files, mapped);
    if (file === undefined || file.isDeleted || !file.path) return undefined;
    if (!known.has(file.path)) known.set(file.path, isOther(file) ? undefined : opened(root, file.path));
    return known.get(file.path);
  };
}

function opened(root: RootView, path: string): ByteSource | undefined {
  const found = root.stat(path);
  if (found?.type !== 'file') return undefined;
  const readInto = (target: Uint8Array, offset: number) => {
    const bytes = root.read(path, offset, target.length);
    if (bytes?.length !== target.length)
      throw Object.assign(new Error(`${path} became shorter while it was read`), { code: 'EIO' });
    target.set(bytes);
  };
  return {
    name: path,
    size: found.size,
    readInto,
    close() {},
    view(offset, length) {
      const bytes = new Uint8Array(length);
      readInto(bytes, offset);
      return bytes;
    },
  };
}
