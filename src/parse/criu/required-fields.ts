/** Fields that a message must have, as protobuf checks them: in it and in everything inside. */

import type { MessageLayout } from './layouts.ts';
import type { Fields, FieldValue } from './record.ts';

/**
 * Paths of the required fields that are absent, as `tc.exit_code`. A field that a later release made required is
 * none: images of older ones lack it.
 */
export function missingFields(layout: MessageLayout, fields: Fields, path = ''): readonly string[] {
  return layout.fields.flatMap((field) => {
    const value = fields[field.name] as FieldValue | undefined;
    if (value === undefined) {
      const isAddedLater = field.note.since !== undefined && field.note.since !== layout.since;
      return field.required && !isAddedLater ? [path + field.name] : [];
    }
    const { message } = field;
    if (message === undefined) return [];
    if (!field.repeated) return missingFields(message, value as Fields, `${path}${field.name}.`);
    return (value as readonly Fields[]).flatMap((item, index) =>
      missingFields(message, item, `${path}${field.name}[${index}].`),
    );
  });
}
