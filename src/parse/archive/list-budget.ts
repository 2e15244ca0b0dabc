/** What the lists of members may hold of all archives that are opened together: an archive may name one a thousand times. */
import { limits } from '../../limits.ts';

export class ListBudget {
  #leftMembers: number = limits.archiveMembers;
  #leftBytes: number = limits.archiveNameBytes;
  #leftMemory: number = limits.archiveFileNameMemory;

  /** One member more, with so much text; says what is too much. */
  exceededBy(textBytes: number): string | undefined {
    this.#leftMembers -= 1;
    this.#leftBytes -= textBytes;
    if (this.#leftMembers < 0) return `more than ${limits.archiveMembers} members`;
    if (this.#leftBytes < 0) return `more than ${limits.archiveNameBytes} bytes of names and attributes`;
    return undefined;
  }

  /** Whether there is room for the name of one ordinary file more. */
  holdsName(name: string): boolean {
    this.#leftMemory -= nameMemory + name.length;
    return this.#leftMemory >= 0;
  }
}

/**
 * What hard links add to images that are decoded whole: they count like bytes, as they cost the same. Pages are read by
 * ranges, and files of containers not at all.
 */
export class LinkBudget {
  #added = 0;

  /** One more name of a file; says what is too much beside `ownBytes`, which are there once. */
  exceededBy(name: string, size: number, ownBytes: number): string | undefined {
    if (!isDecodedWhole(name)) return undefined;
    this.#added += size;
    if (this.#added <= ownBytes + limits.linkedFreeBytes) return undefined;
    return `hard links that add more than ${limits.linkedFreeBytes} bytes of images to its own ${ownBytes}`;
  }
}

const isDecodedWhole = (name: string): boolean => /(?:^|\/)(?!pages-)[^/]*\.img$/.test(name);

/** Of an entry of a map, and of a text without its characters. */
const nameMemory = 64;
