/** Pipes and fifos, with the bytes in them. */
import type { Inode, OpenFile } from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { message } from '../record.ts';
import { ownerOf } from './file-owner.ts';
import { regularFile } from './regular.ts';

/** What a pipe holds at most on the kernels that were dumped, and the default of current ones. */
const pipeBytes = 65536;

export function pipeEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const pipe_id = pipeNumber(conversion, file, 'PIPES_DATA');
  const pipe = { id, pipe_id, flags: file.flags, fown: ownerOf(conversion, file) };
  return { type: fdType.pipe, pipe };
}

/** A fifo is opened by its name, which is an entry of its own. */
export function fifoEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const { files } = conversion;
  const pipe_id = pipeNumber(conversion, file, 'FIFO_DATA');
  const regf_id = files.nextId();
  files.add({ type: fdType.reg, reg: regularFile(conversion, file, regf_id) }, regf_id);
  return { type: fdType.fifo, fifo: { id, pipe_id, regf_id } };
}

/** All ends of a pipe have one number; its record is written with the first, also where it is empty (criu/pipes.c, dump_one_pipe_data). */
function pipeNumber(conversion: Conversion, file: OpenFile, image: 'PIPES_DATA' | 'FIFO_DATA'): number {
  const { checkpoint, numbers } = conversion;
  const inode = follow(checkpoint.inodes, file.inode);
  if (!inode) return numbers.next('pipe');
  const isKnown = numbers.has('pipe', inode.id);
  const number = numbers.of('pipe', inode.id);
  if (!isKnown) addBytes(conversion, inode, number, image);
  return number;
}

function addBytes(
  { source, files }: Conversion,
  { buffered }: Inode,
  pipe_id: number,
  image: 'PIPES_DATA' | 'FIFO_DATA',
) {
  const { offset, length } = buffered ?? { offset: 0, length: 0 };
  const size = 2 ** Math.ceil(Math.log2(Math.max(length, pipeBytes)));
  const payload = length === 0 ? [] : [{ name: 'data', data: { source, offset, length }, padding: 0 }];
  files.side(image, message('pipe_data_entry', { pipe_id, bytes: length, size }, payload));
}
