/**
 * Small files that are read several times: their bytes one after the other in a few large pieces, since tens of thousands
 * of arrays would take as much again as what is in them.
 */
import { limits } from '../../limits.ts';
import { readSmallFile, SmallFile, smallFileBytes } from './file-source.ts';

const pieceBytes = 1024 * 1024;

/** Where the bytes of a file are: counted over all pieces, undefined before they are read. */
export interface Keeping {
  place?: number | undefined;
  isSound?: boolean | undefined;
}

class KeptFile extends SmallFile {
  readonly #keeping: Keeping;

  constructor(name: string, whole: Uint8Array, keeping: Keeping) {
    super(name, whole);
    this.#keeping = keeping;
  }

  get isSound(): boolean {
    return this.#keeping.isSound === true;
  }

  set isSound(isSound: boolean) {
    this.#keeping.isSound = isSound;
  }
}

export class KeptFiles {
  #bytesMax = 0;
  readonly #pieces: Uint8Array[] = [];
  /** Where the next bytes may begin. */
  #end = 0;

  /** From now on files up to that size are kept, too. */
  raise(bytesMax: number): void {
    this.#bytesMax = Math.max(this.#bytesMax, Math.min(bytesMax, smallFileBytes));
  }

  /** The file of that size: read now, or as it was before. Undefined for what is not kept. */
  open(path: string, size: number, keeping: Keeping): SmallFile | undefined {
    if (keeping.place === undefined) {
      const place = this.#placeFor(size);
      if (place === undefined) return undefined;
      readSmallFile(path, this.#bytes(place, size));
      keeping.place = place;
      keeping.isSound = undefined;
      this.#end = place + size;
    }
    return new KeptFile(path, this.#bytes(keeping.place, size), keeping);
  }

  #placeFor(size: number): number | undefined {
    if (size > this.#bytesMax) return undefined;
    const left = pieceBytes - (this.#end % pieceBytes);
    const place = size > left ? this.#end + left : this.#end;
    return place + size <= limits.keptFileBytes ? place : undefined;
  }

  #bytes(place: number, size: number): Uint8Array {
    const index = Math.floor(place / pieceBytes);
    this.#pieces[index] ??= new Uint8Array(pieceBytes);
    const start = place % pieceBytes;
    return (this.#pieces[index] as Uint8Array).subarray(start, start + size);
  }
}
