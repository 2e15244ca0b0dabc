/** The two framings of linux-cr streams, by their first bytes. */

/** CHECKPOINT_MAGIC_HEAD and CHECKPOINT_MAGIC_TAIL. */
export const headMagic = 0x00feed0cc0a2d200n;

export const oldHeadBytes = 224;

export type Framing = 'new' | 'old' | 'big-endian';

/** How the first bytes of a file are those of a linux-cr stream; 16 bytes are enough. */
export function framingOf(head: Uint8Array): Framing | undefined {
  if (head.length < 16) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (view.getBigUint64(8, false) === headMagic) return 'big-endian';
  if (view.getBigUint64(8, true) !== headMagic) return undefined;
  const isOld = view.getUint16(0, true) === 1 && view.getUint16(2, true) === oldHeadBytes;
  return isOld && view.getUint32(4, true) === 0 ? 'old' : 'new';
}
