/**
 * A doubly linked list with removal in constant time and a stable order, like the list heads that the
 * kernel uses for children and group members. It does not check that a node belongs to it.
 */

export interface MemberNode<T> {
  readonly member: T;
  previous: MemberNode<T> | undefined;
  next: MemberNode<T> | undefined;
}

export class MemberList<T> {
  #first: MemberNode<T> | undefined;
  #last: MemberNode<T> | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get first(): T | undefined {
    return this.#first?.member;
  }

  /** Adds at the end. The returned node is the ticket for `remove`. */
  append(member: T): MemberNode<T> {
    const node: MemberNode<T> = { member, previous: this.#last, next: undefined };
    if (this.#last === undefined) this.#first = node;
    else this.#last.next = node;
    this.#last = node;
    this.#size += 1;
    return node;
  }

  remove(node: MemberNode<T>): void {
    if (node.previous === undefined) this.#first = node.next;
    else node.previous.next = node.next;
    if (node.next === undefined) this.#last = node.previous;
    else node.next.previous = node.previous;
    this.#size -= 1;
  }

  /** In order of joining. The current member may be removed while walking. */
  *[Symbol.iterator](): Generator<T> {
    let node = this.#first;
    while (node !== undefined) {
      const { next, member } = node;
      yield member;
      node = next;
    }
  }
}
