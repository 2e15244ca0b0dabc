/** IPC ids as numbers, and the two halves that they are made of. */
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, ipcObjects, placeOf } from './rule.ts';

/** ipc/util.h: id = sequence * 32768 + slot, an int that is not negative. */
const slots = 32768;
const idMax = 0x7fffffff;

// Holds for trees in IPC namespaces of their own; CRIU dumps no objects of the host.
export const ipcIdRange: CheckpointRule = function* (facts) {
  const { slots: count = slots, sequenceMax = 65535 } = facts.profile?.ipc ?? {};
  const max = Math.min(idMax, sequenceMax * count + count - 1);
  for (const { kind, objects } of ipcObjects(facts)) {
    for (const object of objects) {
      if (object.id >= 0 && object.id <= max) continue;
      const message = `${kind} ${object.id}: ids are from 0 to ${max}`;
      yield checkpointDiagnostic('ipc-id-range', message, placeOf(object, `${kind} ${object.id}`));
    }
  }
};

/** Lookups compare the whole sequence number, so an object with another one is never found again. */
export const ipcSequence: CheckpointRule = function* (facts) {
  for (const { kind, objects } of ipcObjects(facts)) {
    for (const object of objects) {
      const inId = Math.floor(object.id / slots);
      if (object.id < 0 || object.seq === BigInt(inId)) continue;
      const message = `${kind} ${object.id} has the sequence number ${object.seq}, its id says ${inId}`;
      yield checkpointDiagnostic('ipc-sequence', message, placeOf(object, `${kind} ${object.id}`));
    }
  }
};
