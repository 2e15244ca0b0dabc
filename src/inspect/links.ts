/** Names that rows go by, and links to them: what has a number in one view has its row in another. */
import type { Link } from './table.ts';

/** Processes of a row, bounded: a control group may have thousands. */
const pidsMax = 16;

export const pidName = (pid: number): string => `pid ${pid}`;
/** A thread of a process, by its number in the outermost namespace. */
export const tidName = (tid: number): string => `tid ${tid}`;
/** By the place of its record: each namespace has numbers of its own. */
export const taskNameAt = (at: number): string => `task @${at}`;
export const fdName = (pid: number, fd: number): string => `fd ${pid}/${fd}`;
export const socketName = (index: number): string => `socket ${index}`;
/** By the place of its record: the sockets of CPT images have no numbers. */
export const socketNameAt = (at: number): string => `socket @${at}`;
export const ipcName = (kind: 'sem' | 'msg' | 'shm', id: number): string => `${kind} ${id}`;
export const mountName = (mountpoint: string): string => `mount ${mountpoint}`;

export const toPid = (pid: number, label = 'process'): Link => ({
  label: `${label} ${pid}`,
  view: 'ps',
  name: pidName(pid),
});

export const toPids = (pids: readonly number[], label?: string): readonly Link[] =>
  pids.slice(0, pidsMax).map((pid) => toPid(pid, label));

export const toFd = (
  { pid, fd }: { readonly pid: number; readonly fd: number },
  label = 'descriptor',
): Link => ({
  label: `${label} ${pid} fd ${fd}`,
  view: 'fds',
  name: fdName(pid, fd),
});

export const toSocket = (index: number, label = 'socket'): Link => ({
  label: `${label} ${index}`,
  view: 'sockets',
  name: socketName(index),
});

export const toIpc = (kind: 'sem' | 'msg' | 'shm', id: number, label: string): Link => ({
  label: `${label} ${id}`,
  view: 'ipc',
  name: ipcName(kind, id),
});
