/**
 * The registry that semaphores, message queues and shared memory have in common: id to object, key to
 * object, limits and the order of checks of the get calls (ipc/util.c ipcget). What an object is, and its
 * own limits, are the business of the three mechanisms.
 */

import type { Credentials, UserNamespace } from './credentials.ts';
import { isRefusal, type Refusal, refuse } from './errno.ts';
import { mayAccess } from './ipc-permission.ts';
import { IpcSlots, type Slot } from './ipc-slots.ts';
import type { IpcRules } from './profile.ts';

export type IpcKind = 'sem' | 'msg' | 'shm';

export const ipcPrivate = 0;
export const ipcCreate = 0o1000;
export const ipcExclusive = 0o2000;

/** struct kern_ipc_perm: what every SysV object has. `key` is the signed 32-bit value, 0 = private. */
export interface IpcObject {
  readonly kind: IpcKind;
  readonly index: number;
  sequence: number;
  key: number;
  mode: number;
  uid: number;
  gid: number;
  cuid: number;
  cgid: number;
  /** For refusals: who made it, on a host that was full before. */
  holder: string | undefined;
}

/** One way of asking for an id, already tied to its value. Called when the limit check has passed. */
export interface IpcIdRequest {
  readonly place: (slots: IpcSlots, holderAt: (index: number) => string) => Slot | Refusal;
}

export interface GetCall<Item extends IpcObject> {
  readonly key: number;
  /** IPC_CREAT, IPC_EXCL and nine mode bits. */
  readonly flags: number;
  readonly credentials: Credentials;
  readonly limit: number;
  readonly request: IpcIdRequest | undefined;
  readonly checkExisting: (object: Item) => Refusal | undefined;
  readonly checkNew: () => Refusal | undefined;
  readonly make: (base: IpcObject) => Item;
}

export class IpcRegistry<Item extends IpcObject> {
  readonly kind: IpcKind;
  readonly userNamespace: UserNamespace;
  readonly slots: IpcSlots;
  /** The value of /proc/sys/kernel/{sem,msg,shm}_next_id; -1 when nothing is requested. */
  nextId = -1;
  // `#byIndex`, `#byKey` and the used slots change together, in `insert` and `remove`.
  readonly #byIndex = new Map<number, Item>();
  readonly #byKey = new Map<number, Item>();

  constructor(kind: IpcKind, rules: IpcRules, userNamespace: UserNamespace) {
    this.kind = kind;
    this.userNamespace = userNamespace;
    this.slots = new IpcSlots(rules);
  }

  get size(): number {
    return this.slots.inUse;
  }

  idOf(object: Item): number {
    return this.slots.idOf(object);
  }

  /** The object of that id; a slot that was used again since has another sequence number. */
  find(id: number): Item | Refusal {
    const { index, sequence } = this.slots.slotOf(id);
    const object = this.#byIndex.get(index);
    if (id >= 0 && object !== undefined && object.sequence === sequence) return object;
    return refuse('EINVAL', `no ${this.kind} object has id ${id}`, object && this.#describe(object));
  }

  atIndex(index: number): Item | undefined {
    return this.#byIndex.get(index);
  }

  findKey(key: number): Item | undefined {
    return this.#byKey.get(key);
  }

  inIndexOrder(): readonly Item[] {
    return [...this.#byIndex.values()].sort((a, b) => a.index - b.index);
  }

  /** semget, msgget and shmget after their own argument checks: existing key, or a new object. */
  get(call: GetCall<Item>): Item | Refusal {
    const existing = call.key === ipcPrivate ? undefined : this.#byKey.get(call.key);
    if (existing !== undefined) return this.#open(existing, call) ?? existing;
    if (call.key !== ipcPrivate && (call.flags & ipcCreate) === 0) {
      return refuse('ENOENT', `no ${this.kind} object has key ${call.key}`);
    }
    return call.checkNew() ?? this.create(call);
  }

  /** ipc_addid: the limit first, so that a request survives a full table; then the slot. */
  create(call: Omit<GetCall<Item>, 'checkExisting' | 'checkNew'>): Item | Refusal {
    const limit = Math.min(call.limit, this.slots.rules.slots);
    if (this.size >= limit) return refuse('ENOSPC', `${this.size} ${this.kind} objects are the limit`);
    const slot = this.#place(call.request);
    if (isRefusal(slot)) return slot;
    const { uid, gid } = call.credentials;
    const mode = call.flags & 0o777;
    const owner = { uid, gid, cuid: uid, cgid: gid };
    const object = call.make({ kind: this.kind, ...slot, key: call.key, mode, ...owner, holder: undefined });
    this.insert(object);
    return object;
  }

  /** Puts an object into its slot, which must be free. Used directly by in-kernel restorers. */
  insert(object: Item): void {
    this.slots.take(object.index);
    this.#byIndex.set(object.index, object);
    if (object.key !== ipcPrivate && !this.#byKey.has(object.key)) this.#byKey.set(object.key, object);
  }

  remove(object: Item): void {
    this.forgetKey(object);
    this.#byIndex.delete(object.index);
    this.slots.release(object.index);
  }

  /** The key can be created again; the id stays valid (shared memory that is still attached). */
  forgetKey(object: Item): void {
    if (this.#byKey.get(object.key) === object) this.#byKey.delete(object.key);
    object.key = ipcPrivate;
  }

  #open(existing: Item, call: GetCall<Item>): Refusal | undefined {
    const { key, flags, credentials } = call;
    if ((flags & ipcCreate) !== 0 && (flags & ipcExclusive) !== 0) {
      return refuse('EEXIST', `${this.kind} key ${key} exists`, this.#describe(existing));
    }
    const tooSmall = call.checkExisting(existing);
    if (tooSmall !== undefined) return tooSmall;
    if (mayAccess(existing, credentials, flags, this.userNamespace)) return undefined;
    return refuse('EACCES', `no permission for ${this.kind} key ${key}`, this.#describe(existing));
  }

  #place(request: IpcIdRequest | undefined): Slot | Refusal {
    const holderAt = (index: number) => this.#describe(this.#byIndex.get(index)!);
    const slot = request === undefined ? this.slots.next() : request.place(this.slots, holderAt);
    return slot ?? refuse('ENOSPC', `no free slot for a ${this.kind} object`);
  }

  #describe(object: Item): string {
    const id = `${this.kind} id ${this.idOf(object)}`;
    return object.holder === undefined ? id : `${id} of ${object.holder}`;
  }
}
