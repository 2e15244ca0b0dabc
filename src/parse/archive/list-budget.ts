/** What the lists of members may hold of all archives that are opened together: an archive may name one a thousand times. */
import { limits } from '../../limits.ts';

export class ListBudget {
  #leftMembers: number = limits.archiveMembers;
  #leftBytes: number = limits.archiveNameBytes;

  /** One member more, with so much text; says what is too much. */
  exceededBy(textBytes: number): string | undefined {
    this.#leftMembers -= 1;
    this.#leftBytes -= textBytes;
    if (this.#leftMembers < 0) return `more than ${limits.archiveMembers} members`;
    if (this.#leftBytes < 0) return `more than ${limits.archiveNameBytes} bytes of names and attributes`;
    return undefined;
  }
}
