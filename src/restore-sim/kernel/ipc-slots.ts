/**
 * The slots of one IPC kind in one namespace: which are used, and where the next object goes when nobody
 * asked for an id (ipc/util.c). Requested ids use `firstFree` and `take` and leave the counters alone.
 */

import { NumberSet } from './number-set.ts';
import type { IpcRules } from './profile.ts';

/** Index and sequence number: the two halves of a SysV id. */
export interface Slot {
  readonly index: number;
  readonly sequence: number;
}

export class IpcSlots {
  readonly rules: IpcRules;
  readonly #used = new NumberSet();
  #inUse = 0;
  #cursor = 0;
  #lastIndex = -1;
  #sequence = 0;

  constructor(rules: IpcRules) {
    this.rules = rules;
  }

  get inUse(): number {
    return this.#inUse;
  }

  /** id = sequence * 32768 + index, so that an id is not valid again as soon as its slot is. */
  idOf({ index, sequence }: Slot): number {
    return sequence * this.rules.slots + index;
  }

  slotOf(id: number): Slot {
    return { index: id % this.rules.slots, sequence: Math.floor(id / this.rules.slots) };
  }

  /** The first free index from there to the last slot. */
  firstFree(from: number): number | undefined {
    return this.#used.firstFree(from, this.rules.slots - 1);
  }

  take(index: number): void {
    this.#used.add(index);
    this.#inUse += 1;
  }

  release(index: number): void {
    this.#used.delete(index);
    this.#inUse -= 1;
  }

  /** Where an object without a request goes; moves the counters, so call it only when it will be taken. */
  next(): Slot | undefined {
    return this.rules.slotChoice === 'cyclic' ? this.#nextCyclic() : this.#nextLowest();
  }

  /** What `next` would give, for restorers that can only count; undefined for cyclic slots and full tables. */
  peek(): Slot | undefined {
    const index = this.rules.slotChoice === 'cyclic' ? undefined : this.firstFree(0);
    return index === undefined ? undefined : { index, sequence: this.#sequence };
  }

  /** As if objects were made and removed until the sequence number stands there; how many that takes. */
  countTo(sequence: number): number {
    const turns = this.rules.sequenceMax + 1;
    const made = (sequence - this.#sequence + turns) % turns;
    this.#sequence = sequence;
    return made;
  }

  #nextLowest(): Slot | undefined {
    const index = this.firstFree(0);
    if (index === undefined) return undefined;
    const sequence = this.#sequence;
    this.#sequence = sequence >= this.rules.sequenceMax ? 0 : sequence + 1;
    return { index, sequence };
  }

  #nextCyclic(): Slot | undefined {
    const { slots, cycleMinimum, sequenceMax } = this.rules;
    // The cycle is half as long again as what is in use, before the new object is counted.
    const length = Math.min(Math.max(Math.floor((this.#inUse * 3) / 2), cycleMinimum), slots);
    const index = this.#used.firstFree(this.#cursor, length - 1) ?? this.#used.firstFree(0, length - 1);
    if (index === undefined) return undefined;
    if (index <= this.#lastIndex) {
      this.#sequence += 1;
      if (this.#sequence >= sequenceMax) this.#sequence = 0;
    }
    this.#lastIndex = index;
    this.#cursor = index + 1;
    return { index, sequence: this.#sequence };
  }
}
