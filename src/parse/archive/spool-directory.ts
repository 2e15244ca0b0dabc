/** A directory that is made on the way to somebody who reads it, or to an archive; it needs no place on the host. */
import { limits } from '../../limits.ts';
import type { ByteSink } from '../bytes/byte-sink.ts';
import { type ByteSource, lent } from '../bytes/byte-source.ts';
import { BorrowingSink } from './borrowing-sink.ts';
import { type ImageDirectory, type TreeMember, treeDirectory } from './image-directory.ts';
import { SpoolSink } from './spool-sink.ts';

const programMode = 0o755;
const fileMode = 0o600;

interface Made extends TreeMember {
  readonly mode: number;
}

export class SpoolDirectory {
  readonly form = 'directory';
  readonly #name: string;
  readonly #members: Made[] = [];
  readonly #sources: ByteSource[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  /** Several files may be open at once. What is copied whole stays where it is, which must be open as long as this. */
  create(name: string): ByteSink & { close(): void } {
    const sink = new BorrowingSink(name, limits.unpackedBytes);
    const close = () => this.#add(name, sink.finish(), fileMode);
    return Object.assign(sink, { close });
  }

  createProgram(name: string, text: string): void {
    const sink = new SpoolSink(name, limits.unpackedBytes);
    sink.write(new TextEncoder().encode(text));
    this.#add(name, sink.finish(), programMode);
  }

  /** False: nothing is around it. */
  link(name: string, target: string): boolean {
    this.#members.push({ path: name, kind: 'link', size: 0, target, mode: fileMode });
    return false;
  }

  /** Closing it frees what it holds. */
  directory(): ImageDirectory {
    return treeDirectory(this.#name, this.#members, () => this.discard());
  }

  members(): readonly Made[] {
    return this.#members;
  }

  discard(): void {
    for (const source of this.#sources.splice(0)) source.close();
  }

  #add(name: string, source: ByteSource, mode: number): void {
    this.#sources.push(source);
    const open = (): ByteSource => lent(source);
    this.#members.push({ path: name, kind: 'file', size: source.size, mode, open });
  }
}
