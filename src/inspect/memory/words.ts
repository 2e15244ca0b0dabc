/** How people name addresses and areas of a process. */
import { areaAt, type Space } from '../../memory/spaces.ts';
import { UsageError } from '../../usage-error.ts';
import { visible } from '../../visible.ts';
import type { Image } from '../image.ts';
import { type NamedArea, namedAreas, shownName } from '../views/named-areas.ts';

export const areaRange = ({ start, end }: { readonly start: bigint; readonly end: bigint }): string =>
  `${start.toString(16)}-${end.toString(16)}`;

/** `0x7f00…`; `7f00…` with letters in it, or of eight digits and more, which /proc/PID/maps writes at least; else undefined. */
export function parseAddress(text: string): bigint | undefined {
  if (/^0x[0-9a-f]{1,16}$/i.test(text)) return BigInt(text);
  if (/^\d{1,7}$/.test(text)) return BigInt(text);
  return /^[0-9a-f]{4,16}$/i.test(text) ? BigInt(`0x${text}`) : undefined;
}

/** Few digits alone may be either; that in which something is mapped is meant. */
export function addressIn({ memory }: Space, text: string): bigint | undefined {
  const address = parseAddress(text);
  const asHex = /^[0-9a-f]{1,16}$/i.test(text) ? BigInt(`0x${text}`) : undefined;
  return [address, asHex].find((one) => one !== undefined && areaAt(memory, one) !== undefined) ?? address;
}

/** `4096`, `0x1000`, `4k`, `2M`. */
export function parseLength(text: string): bigint {
  const match = /^(0x[0-9a-f]{1,16}|\d{1,18})([kMG]?)$/i.exec(text);
  if (match === null) throw new UsageError(`a length is a number such as 256, 0x100 or 4k, not "${text}"`);
  const units: Readonly<Record<string, bigint>> = { '': 1n, k: 1024n, m: 1n << 20n, g: 1n << 30n };
  return BigInt(match[1] ?? '0') * (units[(match[2] ?? '').toLowerCase()] ?? 1n);
}

/** Areas by name (`[heap]`, a path or its last part, `anonymous`), by range (`7f00-7f01`) or by an address inside. */
export function areasNamed({ checkpoint }: Image, { memory }: Space, text: string): readonly NamedArea[] {
  const range = /^(?:0x)?([0-9a-f]{1,16})-(?:0x)?([0-9a-f]{1,16})$/i.exec(text);
  const all = [...namedAreas(checkpoint, memory)];
  if (range !== null) {
    const [start, end] = [BigInt(`0x${range[1]}`), BigInt(`0x${range[2]}`)];
    return all.filter((area) => area.start < end && area.end > start);
  }
  return all.filter((area) => {
    const name = shownName(area);
    // What the kernel adds to the name of a deleted file is no part of it.
    const whole = [name, name.replace(/ \(deleted\)$/, '')];
    // As they are, and as they are shown.
    const names = [...whole, ...whole.map(visible)];
    return name === `[${text}]` || names.some((one) => one === text || one.endsWith(`/${text}`));
  });
}
