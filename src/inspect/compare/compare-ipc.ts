/** System V IPC of two images by meaning: objects of the same kind and id, field by field, whatever the families. */
import { type IpcJson, ipcJson } from '../../model/ipc.ts';
import { type Filter, isWantedType } from '../filter.ts';
import type { Image } from '../image.ts';
import type { RecordChange } from './record-change.ts';

export const ipcKinds = ['sem', 'msg', 'shm'] as const;
type IpcKind = (typeof ipcKinds)[number];
type IpcObject = IpcJson[IpcKind][number];

/** In the form of record changes; nobody owns these objects, so that pids select none of them. */
export function compareIpc(a: Image, b: Image, filter: Filter): readonly RecordChange[] {
  if (filter.pids.length > 0) return [];
  const wanted = ipcKinds.filter((kind) => isWantedType(filter, kind));
  if (wanted.length === 0) return [];
  const [allA, allB] = [ipcJson(a.checkpoint, a.source), ipcJson(b.checkpoint, b.source)];
  return wanted.flatMap((kind) => {
    const [objectsA, objectsB] = [byId(allA[kind]), byId(allB[kind])];
    const [placesA, placesB] = [placesOf(a, kind), placesOf(b, kind)];
    const ids = [...new Set([...objectsA.keys(), ...objectsB.keys()])].sort((x, y) => x - y);
    return ids.flatMap((id): readonly RecordChange[] => {
      const [objectA, objectB] = [objectsA.get(id), objectsB.get(id)];
      const places = { a: placesA.get(id) ?? null, b: placesB.get(id) ?? null };
      const head = { path: `ipc/${kind} ${id}`, kind, ...places, inside: 0 };
      if (!objectA || !objectB) return [{ ...head, change: objectA ? 'only-in-a' : 'only-in-b', fields: [] }];
      const fields = fieldChanges(objectA, objectB);
      return fields.length === 0 ? [] : [{ ...head, change: 'differs', fields }];
    });
  });
}

const byId = (objects: readonly IpcObject[]): ReadonlyMap<number, IpcObject> =>
  new Map(objects.map((object) => [object.id, object]));

function placesOf({ checkpoint }: Image, kind: IpcKind): ReadonlyMap<number, number> {
  const { semaphoreSets, messageQueues, sharedMemories } = checkpoint;
  const objects = { sem: semaphoreSets, msg: messageQueues, shm: [...sharedMemories.values()] }[kind];
  return new Map(objects.map(({ id, at }) => [id, at]));
}

function fieldChanges(a: IpcObject, b: IpcObject): RecordChange['fields'] {
  const others = new Map(Object.entries(b));
  return Object.entries(a).flatMap(([field, value]) => {
    const [textA, textB] = [textOf(value), textOf(others.get(field))];
    return textA === textB ? [] : [{ field, a: textA, b: textB }];
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
