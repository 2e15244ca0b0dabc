/**
 * Makes a large image for measuring: a real sample whose first process gets an area of private memory with as
 * many stored pages as wanted, in blocks of mixed length as a kernel writes them. Deterministic.
 */

import { fileSource } from '../../src/parse/bytes/file-source.ts';
import { openOutput } from '../../src/parse/bytes/output/file-output.ts';
import { readCptRecords } from '../../src/parse/cpt/read.ts';
import type { AnyRecord, ObjectRecord } from '../../src/parse/cpt/record.ts';
import { noPayload, noPosition } from '../../src/parse/cpt/record.ts';
import { CptWriter } from '../../src/parse/cpt/write.ts';
import { contentType, objectType } from '../../src/parse/generated/cpt-records.ts';

const pageBytes = 4096;
const areaStart = 0x10_0000_0000n;
/** VM_READ | VM_WRITE and the permissions to get them. */
const privateWritable = 0x73n;
/** Pages in a block, in turn: many small runs, some long ones. */
const runs = [1, 2, 1, 16, 3, 64, 1, 8, 256, 2, 5, 128];
const runBytesMax = Math.max(...runs) * pageBytes;

/** Noise does not compress; programs are what memory is mostly made of, here that of Node itself. */
export type ImageContent = 'noise' | 'program';

export function generateImage(
  samplePath: string,
  path: string,
  contentBytes: number,
  content: ImageContent = 'noise',
): void {
  const bytes = content === 'noise' ? noise(64 * runBytesMax) : programBytes();
  const source = fileSource(samplePath);
  const output = openOutput(path, { force: true });
  const writer = new CptWriter(output.sink, source, () => {});
  let isDone = false;
  for (const record of readCptRecords(source, () => {})) {
    // Areas ascend: this one goes in front of the stack.
    if (!isDone && record.kind === 'vma' && record.parent && record.fields.start > areaStart) {
      for (const extra of area(record.parent, contentBytes, bytes)) writer.write(extra);
      isDone = true;
    }
    writer.write(record);
  }
  writer.finish();
  output.commit();
  source.close();
}

function* area(mm: AnyRecord, contentBytes: number, bytes: Uint8Array): Generator<AnyRecord> {
  const end = areaStart + BigInt(2 * contentBytes);
  const vma: ObjectRecord<'vma'> = {
    kind: 'vma',
    object: objectType.vma,
    content: contentType.array,
    offset: -1,
    depth: mm.depth + 1,
    hdrlen: 80,
    extra: new Uint8Array(0),
    payload: noPayload,
    parent: mm,
    fields: {
      file: noPosition,
      type: 0,
      anonvma: 0,
      anonvmaid: 0n,
      start: areaStart,
      end,
      flags: privateWritable,
      pgprot: 0x25n,
      pgoff: areaStart >> 12n,
    },
  };
  yield vma;
  let address = areaStart;
  for (let written = 0, turn = 0, from = 0; written < contentBytes; turn++) {
    const length = Math.min((runs[turn % runs.length] ?? 1) * pageBytes, contentBytes - written);
    // Steps of whole pages through the bytes, from the start again where a run does not fit.
    if (from + length > bytes.length) from = 0;
    yield {
      kind: 'pages',
      object: objectType.pages,
      content: contentType.data,
      offset: -1,
      depth: vma.depth + 1,
      hdrlen: 32,
      extra: new Uint8Array(0),
      payload: { bytes: bytes.subarray(from, from + length), length },
      parent: vma,
      fields: { start: address, end: address + BigInt(length) },
    };
    // A hole between the blocks, as where pages were never touched.
    address += BigInt(length + pageBytes);
    written += length;
    from += length;
  }
}

/** Bytes that do not compress: a small generator with a fixed seed. */
function noise(length: number): Uint8Array {
  const words = new Uint32Array(length / 4);
  let state = 0x9e3779b9;
  for (let index = 0; index < words.length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[index] = state;
  }
  return new Uint8Array(words.buffer);
}

function programBytes(): Uint8Array {
  const program = fileSource(process.execPath);
  const bytes = program.view(0, Math.floor(program.size / pageBytes) * pageBytes).slice();
  program.close();
  return bytes;
}
