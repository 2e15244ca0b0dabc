/** Fields that a message must have, as protobuf checks them: in it and in everything inside. */

import type { FieldLayout, MessageLayout } from './layouts.ts';
import type { Fields, FieldValue } from './record.ts';

/** A field that a later release made required is none: images of older ones lack it. */
export const isRequiredAlways = ({ required, note }: FieldLayout, { since }: MessageLayout): boolean =>
  required && (note.since === undefined || note.since === since);

/** Paths of the required fields that are absent, as `tc.exit_code`. */
export function missingFields(layout: MessageLayout, fields: Fields): readonly string[] {
  const missing: string[] = [];
  collect(layout, fields, '', missing);
  return missing;
}

function collect(layout: MessageLayout, fields: Fields, path: string, missing: string[]): void {
  for (const field of layout.fields) {
    const { name, message } = field;
    const value = fields[name] as FieldValue | undefined;
    if (value === undefined) {
      if (isRequiredAlways(field, layout)) missing.push(path + name);
    } else if (message === undefined) continue;
    else if (!field.repeated) collect(message, value as Fields, `${path}${name}.`, missing);
    else
      for (const [index, item] of (value as readonly Fields[]).entries())
        collect(message, item, `${path}${name}[${index}].`, missing);
  }
}
