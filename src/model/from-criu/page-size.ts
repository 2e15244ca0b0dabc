/** The machine and the page size of an image directory. Decodes one record of each kind that it asks. */
import { type Machine, machineOfCriu, machines } from '../../abi/machines.ts';
import {
  decodeFile,
  fieldsOf,
  fileName,
  type ImageDirectory,
  identifyFile,
  type MessageName,
} from '../../parse/criu/index.ts';
import type { CriuMessages } from '../../parse/generated/criu-descriptors.ts';
import { pagemapFacts } from './pagemap-facts.ts';

const sizes = new WeakMap<ImageDirectory, number>();

/**
 * Bytes of a page of the dumped kernel, which no field of an image says: the auxiliary vector that the kernel gave
 * its programs has it (AT_PAGESZ, getauxval(3)). Without one, as in a pre-dump, the size with which the pagemaps use
 * their files of pages up, or the usual size of the machine.
 */
export function pageBytesOf(directory: ImageDirectory): number {
  const known = sizes.get(directory);
  if (known !== undefined) return known;
  const machine = machineOfDirectory(directory);
  const possible = machine?.pageSizes ?? [leastPageBytes, 16 * 1024, 64 * 1024];
  const [usual = leastPageBytes, ...others] = possible;
  // Where a machine has one size only, nothing in an image says otherwise.
  const told =
    others.length === 0 ? usual : (auxiliaryPageBytes(directory) ?? fittingPageBytes(directory, possible));
  const size = told ?? usual;
  sizes.set(directory, size);
  return size;
}

/** `mtype` of the first core, undefined without one. */
export function coreMachineNumber(directory: ImageDirectory): number | undefined {
  for (const { mtype } of firstMessages(directory, 'CORE', 'core_entry')) return mtype;
  return undefined;
}

/** The machine of the first core; undefined without one, or with a number that no release has. */
export const machineOfDirectory = (directory: ImageDirectory): Machine | undefined =>
  machineOfCriu(coreMachineNumber(directory) ?? 0);

export const machineOrUnknown = (mtype: number | undefined): Machine =>
  machineOfCriu(mtype ?? 0) ?? machines.unknown;

const auxPageSize = 6n;
const leastPageBytes = 4096;
/** No machine has larger pages; a larger number is damage. */
const mostPageBytes = 1 << 20;

const isPageSize = (size: number): boolean =>
  size >= leastPageBytes && size <= mostPageBytes && (size & (size - 1)) === 0;

function auxiliaryPageBytes(directory: ImageDirectory): number | undefined {
  for (const { mm_saved_auxv: words = [] } of firstMessages(directory, 'MM', 'mm_entry')) {
    for (let at = 0; at + 1 < words.length; at += 2) {
      const size = Number(words[at + 1]);
      if (words[at] === auxPageSize && isPageSize(size)) return size;
    }
    // A 32-bit program on a 64-bit kernel: a pair fills one word.
    for (const word of words) {
      const size = Number(word >> 32n);
      if (BigInt.asUintN(32, word) === auxPageSize && isPageSize(size)) return size;
    }
  }
  return undefined;
}

/** The size with which the bytes of a file of pages are all used. */
function fittingPageBytes(directory: ImageDirectory, possible: readonly number[]): number | undefined {
  const files = directory.list();
  for (const { name, kind } of files) {
    const { type, id = 0 } = identifyFile(name) ?? {};
    if (kind !== 'file' || type !== 'PAGEMAP') continue;
    const { pagesId, storedPages, unknown, compressedAt } = pagemapFacts(directory, type, id) ?? {};
    if (pagesId === undefined || storedPages === undefined || storedPages === 0n || unknown) continue;
    if (compressedAt !== undefined) continue;
    const pages = fileName('PAGES', pagesId);
    const size = files.find((file) => file.name === pages)?.size ?? 0;
    return possible.find((bytes) => storedPages * BigInt(bytes) === BigInt(size));
  }
  return undefined;
}

/** The first message of each file of a type: one file is nearly always enough. */
function* firstMessages<Name extends MessageName>(
  directory: ImageDirectory,
  type: 'CORE' | 'MM',
  message: Name,
): Generator<CriuMessages[Name], void, undefined> {
  for (const { name, kind } of directory.list()) {
    if (kind !== 'file' || identifyFile(name)?.type !== type) continue;
    const source = directory.open(name);
    if (source === undefined) continue;
    try {
      for (const record of decodeFile(source, name, () => {}).records()) {
        const fields = fieldsOf(record, message);
        if (fields !== undefined) yield fields;
        break;
      }
    } finally {
      source.close();
    }
  }
}
