/** fs-N.img: root, working directory and umask. */
import { follow } from '../../../model/look-up.ts';
import type { Conversion } from './context.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';
import type { TreeProcess } from './tree.ts';

const defaultUmask = 0o22;

export function writeFs({ checkpoint, files, output }: Conversion, { holder, pid }: TreeProcess): void {
  const fs = follow(checkpoint.fsStructs, holder.fs);
  const entry = {
    cwd_id: files.named(fs?.cwd),
    root_id: files.named(fs?.root),
    umask: fs?.umask ?? defaultUmask,
  };
  writeImage(output, 'FS', pid, [message('fs_entry', entry)]);
}
