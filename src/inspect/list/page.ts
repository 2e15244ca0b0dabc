/** The page about the tables, docs/list-tables.md. */
import { columnsOf, listTableNames } from './tables.ts';

const head = `# Tables of \`cr-inspect list\`

Of every row, \`path\` and \`container\` name the checkpoint. What an image does not say is null.
`;

export const tablesPage = (): string =>
  `${head}${listTableNames
    .map((table) => {
      const rows = columnsOf(table).map(([name, { type, doc }]) => `| \`${name}\` | ${type} | ${doc} |`);
      return `\n## ${table}\n\n| column | type | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
    })
    .join('')}`;
