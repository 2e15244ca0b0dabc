/** How archives are packed, by their names. Packed pieces one after the other are one file in either form. */
import { nodeModule } from '../../node-module.ts';

/** One piece; each is unpacked by itself (RFC 1952, 2.2; RFC 8878, 3.1). */
export type Pack = (bytes: Uint8Array) => Uint8Array;

const packs: readonly (readonly [ending: RegExp, pack: () => Promise<Pack | undefined>])[] = [
  [/\.tar$/, async () => undefined],
  [/\.(tar\.gz|tgz)$/, async () => (bytes) => nodeModule('node:zlib').gzipSync(bytes)],
  [/\.(tar\.zst|tzst)$/, zstdPack],
];

export const isArchiveName = (path: string): boolean => packs.some(([ending]) => ending.test(path));

/** Other packed archives that people name. */
export const isOtherArchiveName = (path: string): boolean =>
  /\.(tar\.(xz|bz2|lz4|lzma|Z|br)|txz|tbz2?|zip)$/.test(path);

/** Undefined where nothing is packed. */
export async function packFor(path: string): Promise<Pack | undefined> {
  const [, pack] = packs.find(([ending]) => ending.test(path)) ?? [];
  return await pack?.();
}

async function zstdPack(): Promise<Pack> {
  // Node has zstd of its own from version 22 on.
  const { Zstd } = await import('@hpcc-js/wasm-zstd');
  const zstd = await Zstd.load();
  return (bytes) => zstd.compress(bytes);
}
