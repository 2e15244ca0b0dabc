/**
 * Codes of all commands that no rule raises: what is said on the way to an image, of a conversion, of a plan. Apart from
 * the pages of rules, since whoever judges an image needs none of these tables.
 */
import { codeTables } from '../codes.ts';
import { conditionCodes } from '../restore-sim/conditions.ts';
import { catalogue } from './catalogue.ts';
import { explain, explainJson } from './rule-text.ts';

/** What `--explain CODE` prints of any code; undefined for one that does not exist. */
export function explainAny(code: string): string | undefined {
  const text = explain(code);
  const found = diagnosticOf(code);
  if (text !== undefined || found === undefined) return text;
  const { severity, meaning, why, mend } = found;
  return `${code} (${severity})\n\n${meaning}\n\n${why} ${mend}\n`;
}

/** The same for programs; schema in formats/validate-rules.schema.json. */
export function explainAnyJson(code: string): string | undefined {
  const text = explainJson(code);
  const found = diagnosticOf(code);
  if (text !== undefined || found === undefined) return text;
  const rules = [{ code, ...found }];
  return `${JSON.stringify({ schemaVersion: 1, rules }, undefined, 2)}\n`;
}

/** What can be asked for, to tell what was meant. */
export const explainedCodes = (): readonly string[] => [
  ...catalogue.keys(),
  ...Object.keys(conditionCodes),
  ...Object.values(codeTables).flatMap((table) => Object.keys(table)),
];

function diagnosticOf(code: string) {
  for (const [area, table] of Object.entries(codeTables)) {
    const row = Object.hasOwn(table, code) ? table[code] : undefined;
    if (row === undefined) continue;
    const { severity, meaning } = row;
    const mend = 'The message says which thing it is, and where.';
    return { severity, meaning, why: `It is said about ${area}.`, mend };
  }
  return undefined;
}
