/** IPC objects that are in each other's way. */
import type { IpcPermissions, Placed } from '../../model/checkpoint.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointFacts, type CheckpointRule, ipcObjects, keyText, placeOf } from './rule.ts';

type IpcObject = IpcPermissions & Placed;

/** ipc/util.h IPCMNI: ids with the same remainder need the same slot. */
const slots = 32768;

/** The same id, or another id of the same slot. */
// Holds for trees in IPC namespaces of their own.
export const ipcIdUnique: CheckpointRule = function* (facts) {
  for (const [kind, object, other] of clashes(facts, ({ id }) => (id < 0 ? undefined : id % slots))) {
    const why = object.id === other.id ? 'is there twice' : `needs the same slot as ${kind} ${other.id}`;
    const place = placeOf(object, `${kind} ${object.id}`);
    yield checkpointDiagnostic('duplicate-ipc-id', `${kind} ${object.id} ${why}`, place);
  }
};

/** Any key but IPC_PRIVATE finds one object. */
export const ipcKeyUnique: CheckpointRule = function* (facts) {
  for (const [kind, object, other] of clashes(facts, ({ key }) => (key === 0 ? undefined : key))) {
    const message = `${kind} ${object.id} has the key ${keyText(object.key)} of ${kind} ${other.id}`;
    yield checkpointDiagnostic('duplicate-ipc-key', message, placeOf(object, `${kind} ${object.id}`));
  }
};

function* clashes(facts: CheckpointFacts, markOf: (object: IpcObject) => number | undefined) {
  for (const { kind, objects } of ipcObjects(facts)) {
    const first = new Map<number, IpcObject>();
    for (const object of objects) {
      const mark = markOf(object);
      if (mark === undefined) continue;
      const other = first.get(mark);
      if (other === undefined) first.set(mark, object);
      else yield [kind, object, other] as const;
    }
  }
}
