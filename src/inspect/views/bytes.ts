/** bytes: a hex dump. Knows no format, so that it works where everything else gives up. */

export const bytesPerLine = 16;

const printable = (byte: number): string => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.');

/** `00001f40  79 1c 01 63 …  y..c`: bytes of one line; `offset` is that of the first. */
export function hexLine(offset: number, bytes: Uint8Array, width = bytesPerLine): string {
  const cells: string[] = [];
  for (let index = 0; index < width; index++) {
    const byte = bytes[index];
    cells.push(byte === undefined ? '  ' : byte.toString(16).padStart(2, '0'));
    if (index % 8 === 7 && index < width - 1) cells.push('');
  }
  const text = Array.from(bytes, printable).join('');
  return `${offset.toString(16).padStart(8, '0')}  ${cells.join(' ')}  ${text}`.trimEnd();
}
