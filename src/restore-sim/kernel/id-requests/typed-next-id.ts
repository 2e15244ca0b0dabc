/**
 * The typed form of next_id that D. Hansen proposed in the same thread: the first word says what the number
 * is for, so an id of one type can never be taken by an object of another. Proposal only; never merged.
 */

import type { IpcKind } from '../ipc-registry.ts';

export const ipcWords = {
  sem: 'IPC_SEM_ID',
  msg: 'IPC_MSG_ID',
  shm: 'IPC_SHM_ID',
} as const satisfies Record<IpcKind, string>;

/** Every first word that can be set. */
export const typedWords: readonly string[] = ['PID', ...Object.values(ipcWords)];

export interface TypedNextId {
  readonly word: string;
  readonly id: number;
}

/** `IPC_SEM_ID 17`; undefined for unknown words and for anything but one number (an int). */
export function parseTypedNextId(text: string): TypedNextId | undefined {
  const match = /^([A-Z_]+)\s+(\d+)\s*$/.exec(text);
  if (match === null || !typedWords.includes(match[1]!)) return undefined;
  const id = Number(match[2]);
  return id <= 0x7fffffff ? { word: match[1]!, id } : undefined;
}
