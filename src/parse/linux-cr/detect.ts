/**
 * Which layout an image has. The header names a revision, but a revision covers several layouts; the lengths of records
 * tell them apart. Where the records that an image has fit several, the version of the kernel decides, and then
 * the newest is taken.
 */
import { ImageError } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { ExactStream } from '../bytes/exact-stream.ts';
import { linuxCrKinds } from '../generated/linux-cr-records.ts';
import { linuxCrDiagnostic } from './codes.ts';
import {
  archOfNumber,
  type ImageContext,
  isLengthOf,
  kindOfNumber,
  numberOfKind,
  treeEntryBytes,
  wordOf,
} from './context.ts';
import { framingOf, oldHeadBytes } from './framing.ts';
import { recordHeaderBytes } from './record.ts';
import { type LinuxCrVariantId, linuxCrVariant, linuxCrVariantIds } from './variants.ts';

export interface Detected {
  readonly variant: LinuxCrVariantId;
  readonly context: ImageContext;
  /** Why, in words. */
  readonly evidence: string;
}

const headerBytes = 72;

/** Throws an ImageError for what is no stream of a known layout. */
export function detectLinuxCr(source: ByteSource): Detected {
  const head = source.view(0, Math.min(source.size, headerBytes)).slice();
  const framing = framingOf(head);
  const fail = (code: Parameters<typeof linuxCrDiagnostic>[0], message: string, offset: number) =>
    new ImageError(linuxCrDiagnostic(code, message, { file: source.name, offset }));
  if (framing === 'big-endian') {
    throw fail(
      'stream-byte-order',
      'the image is of a big-endian machine; only little-endian ones are read',
      0,
    );
  }
  if (framing === 'old') return oldContext(source);
  if (framing === undefined || head.length < headerBytes) {
    throw fail('stream-header', `the file has no linux-cr header of ${headerBytes} bytes`, 0);
  }
  const fields = linuxCrKinds.header.read(new ExactStream().load(head.subarray(recordHeaderBytes)), {
    layout: linuxCrVariant('linux-cr-2012-03-17').layout,
    word: 8,
  });
  const ofRevision = linuxCrVariantIds.filter((id) => linuxCrVariant(id).rev === fields.rev);
  if (ofRevision.length === 0) {
    throw fail('stream-layout', `revision ${fields.rev} is not known; known are 3 to 6`, 24);
  }
  const shape = surveyShape(source);
  const candidates = ofRevision.flatMap((id) => {
    const { layout } = linuxCrVariant(id);
    const arch = archOfNumber(layout, fields.archId ?? 0);
    const context: ImageContext = { layout, arch: arch ?? 'x86_32', word: wordOf(arch) };
    return arch === undefined ? [] : [{ variant: id, context, misfits: misfitsOf(shape, context) }];
  });
  if (candidates.length === 0) {
    throw fail('stream-layout', `architecture ${fields.archId} is not known in revision ${fields.rev}`, 16);
  }
  const fewest = Math.min(...candidates.map(({ misfits }) => misfits));
  const best = candidates.filter(({ misfits }) => misfits === fewest);
  const sameTerminals = best.filter(
    ({ context }) => terminalCharacters(context.layout) === fields.constants?.ttyTermiosNccs,
  );
  const [major, minor, patch] = [fields.major, fields.minor, fields.patch];
  const likely = sameTerminals.length > 0 ? sameTerminals : best;
  const ofKernel = likely.filter(
    ({ variant }) => String(linuxCrVariant(variant).kernel) === String([major, minor, patch]),
  );
  const chosen = (ofKernel.length > 0 ? ofKernel : likely).at(-1) ?? best[0];
  if (chosen === undefined) throw new Error('no candidate left');
  return {
    variant: chosen.variant,
    context: chosen.context,
    evidence: evidenceText(
      fields.rev,
      best.map(({ variant }) => variant),
      chosen.variant,
      fewest,
    ),
  };
}

function evidenceText(
  rev: number,
  fitting: readonly LinuxCrVariantId[],
  chosen: LinuxCrVariantId,
  misfits: number,
): string {
  const fit = misfits === 0 ? 'lengths of records' : `lengths of all but ${misfits} sorts of records`;
  const others = fitting.filter((id) => id !== chosen).map((id) => id.slice('linux-cr-'.length));
  const open = others.length === 0 ? '' : `; they fit ${others.join(', ')} as well`;
  return `revision ${rev}, ${fit}${open}`;
}

/** NCC was stored until 2011-01-05, NCCS since then. */
const terminalCharacters = (layout: number): number => (layout >= 20110110 ? 19 : 8);

function oldContext(source: ByteSource): Detected {
  const isWhole = source.size >= oldHeadBytes + recordHeaderBytes;
  if (!isWhole) {
    const message = `the header has ${oldHeadBytes} bytes, the file ${source.size}`;
    throw new ImageError(
      linuxCrDiagnostic('stream-header', message, { file: source.name, offset: source.size }),
    );
  }
  const variant = 'linux-cr-2008-11-13';
  const { layout } = linuxCrVariant(variant);
  return {
    variant,
    context: { layout, word: 4, arch: 'x86_32' },
    evidence: 'framing of the patches before v14',
  };
}

/** Which lengths records of which number have, and what else depends on the layout. */
interface Shape {
  readonly lengths: ReadonlyMap<number, ReadonlySet<number>>;
  /** Bytes of the BUFFER behind a TREE record of so many tasks, by record number. */
  readonly trees: readonly { readonly number: number; readonly tasks: number; readonly bytes: number }[];
  /** Of the first TASK record, by record number: where the field for the length of a robust list may lie. */
  readonly tasks: readonly { readonly number: number; readonly body: Uint8Array }[];
}

/** More lengths of one number tell no more: buffers and texts have any. */
const lengthsMax = 64;

function surveyShape(source: ByteSource): Shape {
  const lengths = new Map<number, Set<number>>();
  const trees: { number: number; tasks: number; bytes: number }[] = [];
  const tasks: { number: number; body: Uint8Array }[] = [];
  let tree: { number: number; tasks: number } | undefined;
  for (let offset = 0; offset + recordHeaderBytes <= source.size; ) {
    const available = Math.min(16, source.size - offset);
    const bytes = source.view(offset, available);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const number = view.getUint32(0, true);
    const length = view.getUint32(4, true);
    if (length < recordHeaderBytes || offset + length > source.size) break;
    const known = lengths.get(number) ?? new Set();
    if (known.size < lengthsMax) lengths.set(number, known.add(length));
    if (tree !== undefined && number === 4) trees.push({ ...tree, bytes: length - recordHeaderBytes });
    tree = undefined;
    if ((number === 101 || number === 102) && length === 16 && trees.length === 0) {
      tree = { number, tasks: view.getUint32(8, true) };
    } else if ((number === 102 || number === 103) && tasks.length === 0 && length >= 64 && length <= 80) {
      tasks.push({
        number,
        body: source.view(offset + recordHeaderBytes, length - recordHeaderBytes).slice(),
      });
    }
    offset += length;
  }
  return { lengths, trees, tasks };
}

/** How many sorts of records an image has that a layout does not have so. */
function misfitsOf({ lengths, trees, tasks }: Shape, context: ImageContext): number {
  const { layout } = context;
  let misfits = 0;
  for (const [number, seen] of lengths) {
    const kind = kindOfNumber(layout, number);
    for (const length of seen) if (kind === undefined || !isLengthOf(kind, length, context)) misfits += 1;
  }
  for (const { number, tasks: count, bytes } of trees) {
    if (number === numberOfKind(layout, 'tree') && count * treeEntryBytes(context) !== bytes) misfits += 1;
  }
  for (const { number, body } of tasks) {
    if (number === numberOfKind(layout, 'task') && !isPlausibleTask(body, context)) misfits += 1;
  }
  return misfits;
}

/** sizeof(struct robust_list_head) of 32 and 64 bits; the only fields of a task that have but these values. */
const robustLengths: ReadonlySet<number | undefined> = new Set([0, 12, 24]);

function isPlausibleTask(body: Uint8Array, context: ImageContext): boolean {
  if (!isLengthOf('task', body.length + recordHeaderBytes, context)) return true;
  const fields = linuxCrKinds.task.read(new ExactStream().load(body), context);
  return robustLengths.has(fields.robustFutexHeadLen) && robustLengths.has(fields.compatRobustFutexHeadLen);
}
