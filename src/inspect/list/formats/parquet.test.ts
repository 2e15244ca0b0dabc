import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { MemorySink } from '../../../parse/bytes/byte-sink.ts';
import { groupRows, openParquet } from './parquet.ts';

test('more rows than a group has are written in groups, in their order', async () => {
  const sink = new MemorySink();
  const writer = openParquet('findings', sink);
  const count = 2 * groupRows + 1;
  for (let index = 0; index < count; index++)
    writer.write({ path: 'a.tar', code: `code-${index}`, offset: index % 3 === 0 ? null : BigInt(index) });
  writer.finish();

  const file = sink.result().slice().buffer;
  expect(parquetMetadata(file).row_groups.map((group) => Number(group.num_rows))).toEqual([
    groupRows,
    groupRows,
    1,
  ]);
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(count);
  expect(rows.every((row, index) => row['code'] === `code-${index}`)).toBe(true);
  expect(rows[3]).toMatchObject({ path: 'a.tar', offset: null, message: null });
  expect(rows[4]).toMatchObject({ offset: 4n });
});
