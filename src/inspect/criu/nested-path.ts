/** The path of a message inside of an entry, as `vmas[3]` or `tc.rlimits.rlimits[0]`. */
import type { MessageLayout } from '../../parse/criu/index.ts';
import type { RecordIndex } from '../record-index.ts';
import type { RecordBytes } from './record-bytes.ts';

interface NestedField {
  readonly path: string;
  readonly number: number;
  readonly message: string;
}

const known = new Map<MessageLayout, readonly NestedField[]>();

/** Lists of messages in a message and in the single ones inside of it. */
function nestedFields(layout: MessageLayout): readonly NestedField[] {
  const found = known.get(layout) ?? [...nestedFieldsIn(layout, '', [])];
  known.set(layout, found);
  return found;
}

function* nestedFieldsIn(
  layout: MessageLayout,
  prefix: string,
  around: readonly MessageLayout[],
): Generator<NestedField> {
  for (const { name, number, message, repeated } of layout.fields) {
    if (message === undefined || around.includes(message)) continue;
    if (repeated) yield { path: `${prefix}${name}`, number, message: message.name };
    else yield* nestedFieldsIn(message, `${prefix}${name}.`, [...around, layout]);
  }
}

/** Undefined for what is no message inside of another. */
export function nestedPath(index: RecordIndex, bytes: RecordBytes, record: number): string | undefined {
  const parent = index.parent(record);
  const layout = bytes.message(parent);
  if (layout === undefined || bytes.isSized(record)) return undefined;
  const kind = index.kind(record);
  const named = nestedFields(layout).filter(({ message }) => message === kind);
  const isMine = (other: number) =>
    named.length === 1 || bytes.fieldNumber(other) === bytes.fieldNumber(record);
  const field = named.find(({ number }) => named.length === 1 || number === bytes.fieldNumber(record));
  if (field === undefined) return undefined;
  let place = 0;
  for (let other = parent + 1; other < record; other = index.end(other))
    if (index.kind(other) === kind && isMine(other)) place++;
  return `${field.path}[${place}]`;
}
