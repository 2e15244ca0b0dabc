/** pstree.img: processes, their parents, groups, sessions and threads. */
import type { Conversion } from './context.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';

export function writePstree({ output, tree, losses }: Conversion): void {
  for (const pid of tree.adopted) losses.add('parent-missing', `process ${pid}`);
  const records = tree.processes.map(({ pid, ppid, pgid, sid, threads }) =>
    message('pstree_entry', { pid, ppid, pgid, sid, threads: threads.map((thread) => thread.pid) }),
  );
  writeImage(output, 'PSTREE', undefined, records);
}
