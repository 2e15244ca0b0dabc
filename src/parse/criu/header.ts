/**
 * The words before the first record: which type a file is, by its name and its magic numbers. Files without
 * a head are known by their name alone, never by their content.
 */
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { criuDiagnostic } from './codes.ts';
import {
  type FileIdentity,
  headMagics,
  type ImageTypeName,
  identifyFile,
  imageType,
  imageTypes,
  isCompanion,
} from './image-types.ts';
import type { FileHeader } from './record.ts';

const wordBytes = 4;

/** A little-endian word. Big-endian machines write their own order (s390), and CRIU reads only its own. */
export function readWord(source: ByteSource, offset: number): number {
  const { whole } = source;
  const bytes = whole ?? source.view(offset, wordBytes);
  const at = whole === undefined ? 0 : offset;
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

/** Length in bytes of what `readHeader` found. */
export function headerLength(header: FileHeader): number {
  return header.magics.length * wordBytes;
}

export interface HeaderOptions {
  /** The file is said to be an image: its type is that of its first word, too, as CRIU 1.5 and older wrote it. */
  readonly trustsMagic?: boolean;
  /** What the name says, where the caller made it. */
  readonly identity?: FileIdentity;
}

/**
 * Reads the magic numbers of a file. A file whose head is damaged comes back without a type, after a
 * diagnostic, and its content is one opaque record.
 */
export function readHeader(
  source: ByteSource,
  name: string,
  report: Report,
  { trustsMagic = false, identity: given }: HeaderOptions = {},
): FileHeader {
  const identity = given ?? identifyFile(name) ?? identifyByMagic(source, trustsMagic);
  if (identity === undefined) {
    reportUnknownFile(name, report);
    return { name, magics: [] };
  }
  const { magic, service } = imageType(identity.type);
  if (magic === undefined) return { name, ...identity, magics: [] };
  if (source.size < wordBytes) {
    const message = `${name} has ${source.size} bytes, its magic number needs ${wordBytes}`;
    report(criuDiagnostic('criu-truncated-magic', message, { file: name, offset: source.size }));
    return { name, magics: [] };
  }
  const first = readWord(source, 0);
  const head = service === true ? headMagics.service : headMagics.common;
  // CRIU 1.5 and older write no head magic; inventory.img never has one.
  if (first === magic) return { name, ...identity, magics: [first] };
  if (first === head && identity.type !== 'INVENTORY') {
    if (source.size < 2 * wordBytes) {
      const message = `${name} ends after its head magic`;
      report(criuDiagnostic('criu-truncated-magic', message, { file: name, offset: source.size }));
      return { name, magics: [] };
    }
    const second = readWord(source, wordBytes);
    if (second === magic) return { name, ...identity, magics: [first, second] };
    reportWrongMagic(name, wordBytes, second, magic, report);
    return { name, magics: [] };
  }
  reportWrongMagic(name, 0, first, magic, report);
  return { name, magics: [] };
}

/** Of a file that no restore looks at: what lies in it says nothing about the image. */
export function reportUnknownFile(name: string, report: Report): void {
  if (isCompanion(name)) return;
  report(criuDiagnostic('criu-unknown-file', `${name} is not the name of an image file`, { file: name }));
}

function reportWrongMagic(file: string, offset: number, found: number, wanted: number, report: Report): void {
  const message = `${file} has magic 0x${found.toString(16)} at ${offset}, expected 0x${wanted.toString(16)}`;
  report(criuDiagnostic('criu-wrong-magic', message, { file, offset }));
}

// A single renamed file. SIGNAL and PSIGNAL, or the pagemaps, cannot be told apart this way: the first wins,
// and both decode alike.
function identifyByMagic(source: ByteSource, trustsMagic: boolean): { type: ImageTypeName } | undefined {
  if (source.size < wordBytes) return undefined;
  const first = readWord(source, 0);
  const second = source.size < 2 * wordBytes ? undefined : readWord(source, wordBytes);
  const headed = first === headMagics.common || first === headMagics.service;
  const magic = headed ? second : first;
  if (magic === undefined) return undefined;
  // Without a head magic four bytes of anything could be a type: of unknown files only inventory.img is taken at
  // its word.
  for (const type of preferredTypes) {
    if (imageType(type).magic === magic && (headed || trustsMagic || type === 'INVENTORY')) return { type };
  }
  return undefined;
}

// PAGEMAP before SHMEM_PAGEMAP, SIGNAL before PSIGNAL.
const preferredTypes: readonly ImageTypeName[] = [
  'PAGEMAP',
  'SIGNAL',
  ...(Object.keys(imageTypes) as ImageTypeName[]),
];
