/** Fields of CPT records ↔ JSON. */
import { cptLayouts } from '../generated/cpt-layouts.ts';
import * as recordFields from '../json/record-fields.ts';

export { fromHex, fromText, type Json, toHex, toText } from '../json/record-fields.ts';

type JsonObject = { readonly [name: string]: recordFields.Json };

export const fieldsToJson = (layout: string, values: Readonly<Record<string, unknown>>): JsonObject =>
  recordFields.fieldsToJson(cptLayouts, layout, values);

export const fieldsFromJson = (layout: string, json: JsonObject, path: string) =>
  recordFields.fieldsFromJson(cptLayouts, layout, json, path);
