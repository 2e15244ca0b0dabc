/**
 * Makes records of messages. The fields are typed by the generated descriptors; numbers of a damaged image
 * that do not fit their field are cut to its width, as the kernel would cut them.
 */
import {
  type Fields,
  type FieldValue,
  type MessageBody,
  type MessageLayout,
  type MessageName,
  type MessageRecord,
  messageLayout,
  type PayloadPart,
} from '../../../parse/criu/index.ts';
import type { CriuMessages } from '../../../parse/generated/criu-descriptors.ts';

/** A message without its place in a file. */
export const body = <Name extends MessageName>(message: Name, fields: CriuMessages[Name]): MessageBody => ({
  message,
  fields: fitting(messageLayout(message), fields as Fields),
});

/** A record that is to be written; its offset is that of nothing. */
export const message = <Name extends MessageName>(
  name: Name,
  fields: CriuMessages[Name],
  payload?: readonly PayloadPart[],
): MessageRecord => ({
  kind: 'message',
  offset: 0,
  length: 0,
  ...body(name, fields),
  ...(payload && { payload }),
});

function fitting(layout: MessageLayout, fields: Fields): Fields {
  const fitted: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    const field = layout.byName.get(name);
    if (!field) throw new Error(`${layout.name} has no field ${name}`);
    if (value === undefined) continue;
    const cut = (item: FieldValue): FieldValue => {
      if (field.message) return fitting(field.message, item as Fields);
      if (typeof item === 'number') return field.kind === 'uint32' ? item >>> 0 : item | 0;
      if (typeof item !== 'bigint') return item;
      const isSigned = field.kind === 'int64' || field.kind === 'sint64';
      return isSigned ? BigInt.asIntN(64, item) : BigInt.asUintN(64, item);
    };
    fitted[name] = field.repeated ? (value as readonly FieldValue[]).map(cut) : cut(value as FieldValue);
  }
  return fitted;
}
