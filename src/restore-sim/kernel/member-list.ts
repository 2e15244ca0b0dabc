/**
 * Lists with a stable order and removal in constant time, kept as the kernel keeps them (include/linux/list.h): the ends
 * are fields of the owner and the links are fields of the members, so that a list is no object of its own. It does not
 * check that a member is in it.
 */

/** Names of the fields that a member fits into. */
type FieldFor<Holder, Member> = {
  [Name in keyof Holder]-?: Member extends Holder[Name] ? Name : never;
}[keyof Holder];

export interface MemberFields<Owner, Member> {
  readonly first: FieldFor<Owner, Member>;
  readonly last: FieldFor<Owner, Member>;
  readonly next: FieldFor<Member, Member>;
  readonly previous: FieldFor<Member, Member>;
}

type Links<Member> = Record<PropertyKey, Member | undefined>;

/** All lists of one kind: that of each owner is in the fields that are named here. */
export class MemberList<Owner extends object, Member extends object> {
  readonly #fields: MemberFields<Owner, Member>;

  constructor(fields: MemberFields<Owner, Member>) {
    this.#fields = fields;
  }

  /** Adds at the end. */
  append(owner: Owner, member: Member): void {
    const { first, last, next, previous } = this.#fields;
    const ends = owner as Links<Member>;
    const links = member as Links<Member>;
    const before = ends[last];
    links[previous] = before;
    links[next] = undefined;
    if (before === undefined) ends[first] = member;
    else (before as Links<Member>)[next] = member;
    ends[last] = member;
  }

  remove(owner: Owner, member: Member): void {
    const { first, last, next, previous } = this.#fields;
    const ends = owner as Links<Member>;
    const links = member as Links<Member>;
    const before = links[previous];
    const after = links[next];
    if (before === undefined) ends[first] = after;
    else (before as Links<Member>)[next] = after;
    if (after === undefined) ends[last] = before;
    else (after as Links<Member>)[previous] = before;
  }

  /** In order of joining. The current member may be removed while walking. */
  *of(owner: Owner): Generator<Member, void, undefined> {
    const { first, next } = this.#fields;
    let member = (owner as Links<Member>)[first];
    while (member !== undefined) {
      const after: Member | undefined = (member as Links<Member>)[next];
      yield member;
      member = after;
    }
  }
}
