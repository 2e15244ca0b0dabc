/**
 * Searches page contents, pipe buffers, messages and packets for bytes that may not be persisted. Streams:
 * at most one chunk is in memory, and what ends one block is joined with the start of the next where they
 * adjoin.
 */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import type { AnyRecord } from '../../parse/cpt/record.ts';
import { contentType } from '../../parse/generated/cpt-records.ts';
import type { Finding } from '../finding.ts';
import { finding, type MemoryPattern, type Policy } from './policy.ts';

const chunkBytes = 1024 * 1024;

/** Texts that PEM files start with, see RFC 7468; and the magic of OpenSSH's own format. */
const pemLabels = ['', 'RSA ', 'EC ', 'DSA ', 'ENCRYPTED ', 'OPENSSH '] as const;

const textPattern = (name: string, text: string): MemoryPattern => ({
  name,
  bytes: Buffer.from(text, 'latin1'),
});

export const namedPatterns: Readonly<Record<string, readonly MemoryPattern[]>> = {
  'pem-private-key': pemLabels.map((label) =>
    textPattern('a PEM private key', `-----BEGIN ${label}PRIVATE KEY-----`),
  ),
  'openssh-private-key': [textPattern('an OpenSSH private key', 'openssh-key-v1\0')],
  'pgp-private-key': [textPattern('a PGP private key', '-----BEGIN PGP PRIVATE KEY BLOCK-----')],
};

/** Kinds whose payload is content of the container. */
function hasContent(record: AnyRecord): boolean {
  switch (record.kind) {
    case 'pages':
      return record.content === contentType.data;
    case 'bits':
      return record.content === contentType.data;
    case 'sysvmsg_msg':
    case 'name':
      return true;
    default:
      return false;
  }
}

/** Everything that a CRIU file holds: pages lie one after the other in it, as they do in memory. */
export function searchFile(
  source: ByteSource,
  path: string,
  policies: readonly Policy[],
  add: (finding: Finding) => void,
): void {
  const longest = Math.max(0, ...policies.flatMap(({ memory }) => memory.map(({ bytes }) => bytes.length)));
  if (longest === 0) return;
  // Chunks overlap, so that nothing hides between two.
  for (let kept = 0, at = 0; at < source.size; kept = longest - 1, at += chunkBytes) {
    const start = Math.max(0, at - kept);
    const text = Buffer.alloc(Math.min(at + chunkBytes, source.size) - start);
    source.readInto(text, start);
    for (const policy of policies)
      findAll(text, at - start, policy, (position) => start + position, path, add);
  }
}

interface Carry {
  /** Last bytes of the block before, and where each came from in the file. */
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly holder: AnyRecord | undefined;
  readonly address: bigint;
}

const noCarry: Carry = { bytes: new Uint8Array(0), offset: 0, holder: undefined, address: 0n };

export function searchMemory(
  source: ByteSource,
  policies: readonly Policy[],
  add: (finding: Finding) => void,
  progress?: (phase: string, done: number, total: number) => void,
): void {
  const wanted = policies.filter(({ memory }) => memory.length > 0);
  if (wanted.length === 0) return;
  const longest = Math.max(...wanted.flatMap(({ memory }) => memory.map(({ bytes }) => bytes.length)));
  let carry = noCarry;
  for (const record of readCptRecords(source, () => {})) {
    progress?.('searching', record.offset, source.size);
    if (!hasContent(record) || !('offset' in record.payload)) continue;
    if (!adjoins(carry, record)) carry = noCarry;
    carry = searchPayload(source, record, wanted, longest, carry, add);
  }
}

const adjoins = (carry: Carry, record: AnyRecord) =>
  record.kind === 'pages' && record.parent === carry.holder && record.fields.start === carry.address;

function searchPayload(
  source: ByteSource,
  record: AnyRecord,
  policies: readonly Policy[],
  longest: number,
  before: Carry,
  add: (finding: Finding) => void,
): Carry {
  const { payload } = record;
  if (!('offset' in payload)) return noCarry;
  const path = recordPath(record);
  const buffer = Buffer.alloc(Math.min(chunkBytes, payload.length) + longest);
  // What is kept from before lies elsewhere in the file than what follows it.
  let kept = before.bytes.length;
  let keptOffset = before.offset;
  buffer.set(before.bytes);
  for (let done = 0; done < payload.length; ) {
    const count = Math.min(chunkBytes, payload.length - done);
    source.readInto(buffer.subarray(kept, kept + count), payload.offset + done);
    const start = payload.offset + done;
    const place = (at: number) => (at < kept ? keptOffset + at : start + at - kept);
    const text = buffer.subarray(0, kept + count);
    for (const policy of policies) findAll(text, kept, policy, place, path, add);
    const keep = Math.min(longest - 1, text.length);
    keptOffset = place(text.length - keep);
    buffer.copyWithin(0, text.length - keep, text.length);
    kept = keep;
    done += count;
  }
  const address = record.kind === 'pages' ? record.fields.end : 0n;
  return { bytes: buffer.subarray(0, kept), offset: keptOffset, holder: record.parent, address };
}

function findAll(
  text: Buffer,
  kept: number,
  policy: Policy,
  place: (at: number) => number,
  path: string,
  add: (finding: Finding) => void,
): void {
  for (const { name, bytes } of policy.memory) {
    for (let at = text.indexOf(bytes); at >= 0; at = text.indexOf(bytes, at + 1)) {
      // Wholly inside what was kept: found with the chunk before.
      if (at + bytes.length <= kept) continue;
      add({
        ...finding(policy, 'policy-memory', `${path} holds ${name}`, place(at), path),
        length: bytes.length,
      });
    }
  }
}
