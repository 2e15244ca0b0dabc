/** Options of `criu restore` that an image needs, besides its directory and the root. */
import type { Checkpoint, Socket } from '../../../../model/checkpoint.ts';
import type { PreparationTarget, RestoreOption } from './types.ts';

/**
 * No --shell-job: sessions and terminals of a container lie inside it. No --ext-unix-sk: an image of a
 * container holds both ends of every connection.
 */
export function restoreOptions(checkpoint: Checkpoint, target: PreparationTarget): readonly RestoreOption[] {
  if (target !== 'criu') return [];
  const streams = [...checkpoint.sockets.values()].filter(isConnectedStream).length;
  const locks = [...checkpoint.files.values()].reduce((sum, file) => sum + file.locks.length, 0);
  return [
    ...(streams > 0 ? [{ option: '--tcp-established', why: `TCP connections: ${streams}` }] : []),
    ...(locks > 0 ? [{ option: '--file-locks', why: `file locks: ${locks}` }] : []),
  ];
}

const addressFamily = { inet: 2, inet6: 10 } as const;
const tcp = 6;
const idleStates: ReadonlySet<string> = new Set(['close', 'listen']);

export const isInternet = ({ family }: Socket): boolean =>
  family === addressFamily.inet || family === addressFamily.inet6;

export const isTcp = (socket: Socket): boolean => isInternet(socket) && socket.protocol === tcp;

/** Connections that nobody accepted and those without a descriptor are not restored, and need no option. */
export const isConnectedStream = (socket: Socket): boolean =>
  isTcp(socket) && !socket.isOrphan && socket.parentIndex === undefined && !idleStates.has(socket.stateName);
