/** docs/codes.md: every diagnostic code with its severity and meaning, from the tables in the code. */
import { codeTables } from '../../src/codes.ts';
import { conditionCodes } from '../../src/restore-sim/conditions.ts';

export function emitCodes(): string {
  const parts = Object.entries(codeTables).map(([area, table]) => {
    const rows = Object.entries(table)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([code, { severity, meaning }]) =>
          `| \`${code}\` | ${severity} | ${meaning.replaceAll('|', '\\|')} |`,
      );
    return `## About ${area}\n\n| code | severity | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `<!-- Made by "npm run generate" from the code tables in src/. Do not edit. -->

# Diagnostic codes

Codes are stable: renaming one is a breaking change. The validator's own rules have pages in [rules/](rules/README.md).

${parts.join('\n')}
${conditions()}`;
}

/** Conditions have no severity: a restore goes on where they are met. */
function conditions(): string {
  const rows = Object.entries(conditionCodes).map(
    ([code, { kind, otherwise, meaning }]) => `| \`${code}\` | ${kind} | ${otherwise} | ${meaning} |`,
  );
  return `## Conditions of a restore\n\n| code | kind | otherwise it | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
