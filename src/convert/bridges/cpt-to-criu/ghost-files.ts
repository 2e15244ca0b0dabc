/** ghost-file-N.img: files without a name, with their content in chunks. One for each inode. */
import type { Inode, OpenFile, PageBlock } from '../../../model/checkpoint.ts';
import type { Conversion } from './context.ts';
import { openImage } from './output.ts';
import { message } from './record.ts';

const typeMask = 0o170000;
const regular = 0o100000;
const directory = 0o040000;
/** Bytes of a chunk: criu/files-reg.c reads each into memory of its own. */
const chunkBytes = 4 * 1024 * 1024;

/** The number of the ghost of an inode, or of a deleted name without one. */
export function ghostOf(
  conversion: Conversion,
  inode: Inode | undefined,
  { at, inodeMode }: Pick<OpenFile, 'at' | 'inodeMode'>,
): number {
  const { numbers, output } = conversion;
  const known = numbers.has('ghost', inode?.id ?? -at);
  const ghost = numbers.of('ghost', inode?.id ?? -at);
  if (known) return ghost;
  const mode = inode?.mode ?? (inodeMode === 0 ? directory | 0o755 : inodeMode);
  const isRegular = (mode & typeMask) === regular;
  const image = openImage(output, 'GHOST_FILE', ghost);
  const size = inode?.sizeBytes ?? 0n;
  image.write(
    message('ghost_file_entry', {
      uid: inode?.uid ?? 0,
      gid: inode?.gid ?? 0,
      mode,
      dev: Number(BigInt.asUintN(32, inode?.dev ?? 0n)),
      ino: inode?.ino ?? BigInt(ghost),
      ...(inode && inode.rdev !== 0n && { rdev: Number(BigInt.asUintN(32, inode.rdev)) }),
      ...(inode && { atim: timeval(inode.atimeNs), mtim: timeval(inode.mtimeNs) }),
      ...(isRegular && { chunks: true, size }),
    }),
  );
  if (isRegular) for (const chunk of chunksOf(conversion, inode, size)) image.write(chunk);
  image.close();
  return ghost;
}

const timeval = (ns: bigint) => ({ tv_sec: ns / 1_000_000_000n, tv_usec: (ns % 1_000_000_000n) / 1000n });

function* chunksOf({ source }: Conversion, inode: Inode | undefined, size: bigint) {
  for (const block of inode?.content ?? []) {
    for (const { offset, length, at } of piecesOf(block, size)) {
      const data = { source, offset, length };
      const payload = [{ name: 'content', data, padding: 0 }];
      yield message('ghost_chunk_entry', { len: BigInt(length), off: at }, payload);
    }
  }
}

/** Whole pages are stored; the file ends inside of the last. */
function* piecesOf({ kind, start, end, content }: PageBlock, size: bigint) {
  if (kind !== 'stored' || !content || start >= size) return;
  const length = Number((end < size ? end : size) - start);
  for (let done = 0; done < length; done += chunkBytes) {
    const part = Math.min(chunkBytes, length - done);
    yield { offset: content.offset + done, length: part, at: start + BigInt(done) };
  }
}
