/** For tests only: a conversion as a short text that differs where the result differs. Copied pages count by place. */
import { createHash, type Hash } from 'node:crypto';
import { type ByteSource, memorySource } from '../../../../parse/bytes/byte-source.ts';
import { type CriuOutput, convertCptToCriu, type Loss, type OutputFile } from '../index.ts';

class HashedFile implements OutputFile {
  readonly #hash: Hash;
  position = 0;

  constructor(hash: Hash, name: string) {
    this.#hash = hash;
    hash.update(`\n${name} `);
  }

  write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.position += bytes.length;
  }

  copy(_source: ByteSource, offset: number, length: number): void {
    this.#hash.update(`copy ${offset} ${length}`);
    this.position += length;
  }

  patch(at: number, bytes: Uint8Array): void {
    this.#hash.update(`patch ${at}`).update(bytes);
  }

  close(): void {}
}

export interface Fingerprint {
  readonly isConverted: boolean;
  readonly files: string;
  readonly losses: readonly Loss[];
}

export function fingerprintOf(image: Uint8Array): Fingerprint {
  const hashes = new Map<string, Hash>();
  const output: CriuOutput = {
    create(name) {
      const hash = createHash('sha1');
      hashes.set(name, hash);
      return new HashedFile(hash, name);
    },
  };
  const { ok, losses } = convertCptToCriu(memorySource(image, 'changed.cpt'), output, {}, () => {});
  const names = [...hashes.keys()].sort();
  return { isConverted: ok, losses, files: names.map((name) => hashes.get(name)?.digest('hex')).join(' ') };
}
