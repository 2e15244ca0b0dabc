/**
 * A preparation as JSON; schema in formats/preparation.schema.json. 64-bit quantities are decimal
 * strings.
 */
import type { Preparation } from './types.ts';

export const preparationJson = (prepared: Preparation): string =>
  `${JSON.stringify({ schemaVersion: 1, ...prepared }, withText, 2)}\n`;

const withText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
