/**
 * Where the data after a message begins and ends, by image type; formats/criu/criu_payloads.ksy is the
 * specification. Looks at lengths only: the data itself is never read.
 */
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { criuDiagnostic } from './codes.ts';
import { decodeMessage } from './decode-message.ts';
import { readWord } from './header.ts';
import type { MessageName, PayloadKind } from './image-types.ts';
import type { Fields, MessageBody, PayloadPart } from './record.ts';

export interface PayloadReader {
  readonly source: ByteSource;
  readonly file: string;
  readonly report: Report;
}

export interface FoundPayload {
  readonly parts: readonly PayloadPart[];
  /** Offset after the last part, or where the file ended too early. */
  readonly end: number;
  readonly complete: boolean;
}

/**
 * The payload of a message that ends at `offset`. After a `criu-truncated-payload` it is not `complete`, and
 * holds the pieces that are whole.
 */
export function findPayload(
  kind: PayloadKind,
  body: MessageBody,
  offset: number,
  reader: PayloadReader,
): FoundPayload {
  const cursor = new PayloadCursor(reader, offset);
  finders[kind](body.fields, cursor, body.message);
  return cursor.found();
}

type Finder = (fields: Fields, cursor: PayloadCursor, message: MessageName) => void;

const finders = {
  bpfmap(fields, cursor) {
    cursor.take('keys', fields['keys_bytes']);
    cursor.take('values', fields['values_bytes']);
  },
  // criu/files-reg.c: without chunks the file is copied whole, to the end of the image.
  ghost(fields, cursor, message) {
    if (message === 'ghost_chunk_entry') cursor.take('content', fields['len']);
    else if (fields['chunks'] !== true) cursor.takeRest('content');
  },
  messages(fields, cursor) {
    // qnum may promise anything; each message takes at least its size word.
    const count = Number(fields['qnum'] ?? 0);
    for (let i = 0; i < count && cursor.complete; i++) cursor.takeQueued();
  },
  packet(fields, cursor) {
    cursor.take('data', fields['length']);
  },
  pipe(fields, cursor) {
    cursor.take('data', fields['bytes']);
  },
  // criu/ipc_ns.c: content moved to pagemap-shmem in 3.0.
  segment(fields, cursor) {
    if (fields['in_pagemaps'] !== true) cursor.take('content', fields['size'], 4);
  },
  semaphores(fields, cursor) {
    cursor.take('values', Number(fields['nsems'] ?? 0) * 2, 8);
  },
  tcp(fields, cursor) {
    cursor.take('inq', fields['inq_len']);
    cursor.take('outq', fields['outq_len']);
  },
} satisfies Record<PayloadKind, Finder>;

/** Walks the data after one message; stops for good at the first piece that the file does not hold. */
class PayloadCursor {
  readonly #reader: PayloadReader;
  readonly #parts: PayloadPart[] = [];
  #offset: number;
  complete = true;

  constructor(reader: PayloadReader, offset: number) {
    this.#reader = reader;
    this.#offset = offset;
  }

  found(): FoundPayload {
    return { parts: this.#parts, end: this.#offset, complete: this.complete };
  }

  /** A piece of `promised` bytes, and zeros up to a multiple of `alignment`. */
  take(name: string, promised: unknown, alignment = 1, head?: MessageBody, headStart = this.#offset): void {
    if (!this.complete) return;
    const length = Number(promised ?? 0);
    const padding = (alignment - (length % alignment)) % alignment;
    const { source } = this.#reader;
    const left = source.size - this.#offset;
    // Lengths up to 2^64 from the file: an inexact number is still far beyond any file.
    if (length + padding > left) {
      this.#fail(`${name} has ${length} bytes`, length + padding, left);
      this.#offset = headStart;
      return;
    }
    const oddPadding = this.#oddPadding(this.#offset + length, padding);
    this.#parts.push({
      name,
      ...(head && { head }),
      data: { offset: this.#offset, length },
      padding,
      ...(oddPadding && { oddPadding }),
    });
    this.#offset += length + padding;
  }

  takeRest(name: string): void {
    this.take(name, this.#reader.source.size - this.#offset);
  }

  /** One message of a queue: a size word, an ipc_msg and its bytes. */
  takeQueued(): void {
    const { source, file, report } = this.#reader;
    const start = this.#offset;
    const left = source.size - start;
    const size = left < 4 ? 0 : readWord(source, start);
    if (left < 4 + size) {
      this.#fail('a queued message', 4 + size, left);
      return;
    }
    const bytes = source.view(start + 4, size).slice();
    const head = decodeMessage('ipc_msg', bytes, { file, offset: start + 4, report });
    if (head === undefined) {
      this.complete = false;
      return;
    }
    this.#offset = start + 4 + size;
    this.take('message', head.fields['msize'], 8, head, start);
  }

  #oddPadding(offset: number, length: number): Uint8Array | undefined {
    if (length === 0) return undefined;
    const bytes = this.#reader.source.view(offset, length);
    if (bytes.every((byte) => byte === 0)) return undefined;
    const { file, report } = this.#reader;
    report(criuDiagnostic('criu-odd-padding', `${length} bytes of padding are not zero`, { file, offset }));
    return bytes.slice();
  }

  #fail(what: string, wanted: number, left: number): void {
    const { file, report } = this.#reader;
    const message = `${what}; ${wanted} bytes are needed at ${this.#offset}, the file has ${left} more`;
    report(criuDiagnostic('criu-truncated-payload', message, { file, offset: this.#offset }));
    this.complete = false;
  }
}
