/** What people give instead of an image, by its first bytes, and what helps. */
import { hexBytes, latin1Bytes, utf8Text } from '../byte-text.ts';

interface Signature {
  readonly at?: number;
  /** Hexadecimal digits, or text. */
  readonly bytes: Uint8Array;
  readonly what: string;
  readonly help?: string;
}

const hex = (digits: string) => hexBytes(digits);
const text = (characters: string) => latin1Bytes(characters);

const unpackIt = 'unpack it, or pack it with gzip or zstd';

const signatures: readonly Signature[] = [
  { bytes: hex('fd377a585a00'), what: 'a file packed with xz', help: unpackIt },
  { bytes: text('BZh'), what: 'a file packed with bzip2', help: unpackIt },
  { bytes: hex('04224d18'), what: 'a file packed with lz4', help: unpackIt },
  { bytes: text('LZIP'), what: 'a file packed with lzip', help: unpackIt },
  { bytes: hex('894c5a4f00'), what: 'a file packed with lzop', help: unpackIt },
  { bytes: hex('504b0304'), what: 'a zip archive', help: 'unpack it' },
  { bytes: hex('377abcaf271c'), what: 'a 7z archive', help: 'unpack it' },
  { bytes: text('Rar!'), what: 'a rar archive', help: 'unpack it' },
  { bytes: text('070701'), what: 'a cpio archive', help: 'unpack it' },
  { bytes: text('!<arch>\n'), what: 'an ar archive or a Debian package' },
  { bytes: hex('edabeedb'), what: 'an RPM package' },
  { bytes: text('QFI\xfb'), what: 'a disk image of QEMU' },
  { bytes: text('QEVM'), what: 'the saved state of a virtual machine (QEMU)' },
  { bytes: text('EMiL'), what: 'a memory dump of a whole machine (LiME)' },
  { bytes: text('KDUMP   '), what: 'a kernel crash dump' },
  { bytes: text('DMTCP_CHECKPOINT_IMAGE'), what: 'an image of DMTCP, which is no family that is known here' },
  { bytes: text('hsqs'), what: 'a squashfs file system' },
  { at: 257, bytes: text('ustar'), what: 'a tar archive whose first header is damaged' },
  { at: 1080, bytes: hex('53ef'), what: 'an ext file system' },
  { bytes: text('SQLite format 3\0'), what: 'an SQLite database' },
  { bytes: text('JAVA PROFILE'), what: 'a heap dump of Java' },
  { bytes: text('MDMP'), what: 'a minidump of Windows' },
  { bytes: text('%PDF'), what: 'a PDF document' },
  { bytes: hex('89504e47'), what: 'a PNG picture' },
];

/** Bytes that `otherThing` looks at. */
export const otherThingBytes = 2048;

export interface OtherThing {
  /** With its article. */
  readonly what: string;
  readonly help?: string | undefined;
}

/** Undefined for bytes that say nothing. */
export function otherThing(start: Uint8Array): OtherThing | undefined {
  const known = signatures.find(({ at = 0, bytes }) =>
    bytes.every((byte, index) => start[at + index] === byte),
  );
  return known ?? elf(start) ?? document(start) ?? zeros(start);
}

/** System V ABI, figure 4-3: e_type is at 16, in the byte order that e_ident[5] names. */
function elf(start: Uint8Array): OtherThing | undefined {
  if (!text('\x7fELF').every((byte, index) => start[index] === byte)) return undefined;
  const type = start[5] === 2 ? start[17] : start[16];
  if (type === 4)
    return {
      what: 'an ELF core file',
      help: 'a debugger reads it; it holds no more than memory and registers',
    };
  return { what: 'an ELF program or library' };
}

function document(start: Uint8Array): OtherThing | undefined {
  const shown = utf8Text(start).replace(/^\ufeff/, '');
  // A character may be cut at the end.
  if (start.length === 0 || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]|\ufffd(?!$)/.test(shown))
    return undefined;
  if (/^\(\d\d\.\d{6}\)/m.test(shown))
    return { what: 'a log of CRIU', help: 'cr-restore-sim explain reads it' };
  if (/^\s*\{\s*"magic"\s*:/.test(shown))
    return { what: "an image in crit's JSON", help: 'cr-crit encode makes a file of it' };
  if (/^\s*[[{]/.test(shown)) return { what: 'a JSON document of another kind' };
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(shown)) return { what: 'an HTML or XML document' };
  if (shown.startsWith('#!')) return { what: 'a script' };
  return { what: 'a text' };
}

const zeros = (start: Uint8Array): OtherThing | undefined =>
  start.length > 0 && start.every((byte) => byte === 0)
    ? { what: 'zeros at its start', help: 'an empty tar archive, or a file that nothing was written to' }
    : undefined;
