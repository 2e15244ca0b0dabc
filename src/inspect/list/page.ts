/** What is published about the tables: docs/list-tables.md, and the schema of their rows as lines of NDJSON. */
import { type ColumnType, columnsOf, listTableNames } from './tables.ts';

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

/** As the rows are written in NDJSON. */
const jsonTypes: Readonly<Record<ColumnType, object>> = {
  string: { type: ['string', 'null'] },
  int32: { type: ['integer', 'null'] },
  int64: { type: ['string', 'null'], pattern: '^-?[0-9]+$' },
  boolean: { type: ['boolean', 'null'] },
  timestamp: { type: ['string', 'null'], format: 'date-time' },
};

export function tablesSchema(): string {
  const rows = listTableNames.map((table) => {
    const columns = columnsOf(table);
    const properties = columns.map(([name, { type, doc }]) => [
      name,
      { ...jsonTypes[type], ...(doc !== '' && { description: doc }) },
    ]);
    return [
      table,
      {
        type: 'object',
        additionalProperties: false,
        required: columns.map(([name]) => name),
        properties: Object.fromEntries(properties),
      },
    ];
  });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:cr-tools:schema:inspect-list:1',
    title: 'Rows of cr-inspect list',
    description: 'A line of what `cr-inspect list --json` prints: a row of one of the tables.',
    $comment: 'Made by "npm run generate" from src/inspect/list/tables.ts. Do not edit.',
    anyOf: listTableNames.map((table) => ({ $ref: `#/$defs/${table}` })),
    $defs: Object.fromEntries(rows),
  };
  return `${JSON.stringify(schema, undefined, 1)}\n`;
}
