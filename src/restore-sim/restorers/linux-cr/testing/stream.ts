/** Small streams record by record, for what restarts say of them. */

import { MemorySink } from '../../../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../../../parse/bytes/byte-source.ts';
import { FieldWriter } from '../../../../parse/bytes/field-writer.ts';
import { linuxCrElements } from '../../../../parse/generated/linux-cr-records.ts';
import { makeRecord } from '../../../../parse/linux-cr/conform.ts';
import { type ImageContext, numberOfArch } from '../../../../parse/linux-cr/context.ts';
import { type AnyRecord, headMagic, payloadOf, tailMagic } from '../../../../parse/linux-cr/record.ts';
import { LinuxCrWriter } from '../../../../parse/linux-cr/write.ts';

type Row = readonly [pid: number, ppid: number, tgid: number, pgid: number, sid: number];

/** Header and tables; of layouts with pid objects. */
export function headed(context: ImageContext, rows: readonly Row[]): readonly AnyRecord[] {
  const numbers = [...new Set(rows.flat())].filter((number) => number > 0);
  const pids = new Uint8Array(8 * numbers.length);
  const pidWriter = new FieldWriter(pids);
  for (const number of numbers) linuxCrElements.pid_object.write(pidWriter, { depth: 0, numbers: [number] });
  const tree = new Uint8Array(24 * rows.length);
  const writer = new FieldWriter(tree);
  for (const row of rows) {
    const [vpid, vppid, vtgid, vpgid, vsid] = row.map((number) => numbers.indexOf(number) + 1) as [
      ...[number, number, number, number, number],
    ];
    linuxCrElements.tree_entry.write(writer, { vpid, vppid, vtgid, vpgid, vsid, depth: 0 });
  }
  const uts = () => makeRecord(context, 'buffer', {}, payloadOf(new Uint8Array(65)));
  return [
    makeRecord(context, 'header', {
      magic: headMagic,
      archId: numberOfArch(context.layout, context.arch),
      rev: 6,
      major: 2,
      minor: 6,
      patch: 37,
      constants: { ttyTermiosNccs: 19 },
    }),
    ...[uts(), uts(), uts()],
    makeRecord(context, 'header_arch', { xstateSize: 512 }),
    makeRecord(context, 'container'),
    makeRecord(context, 'pids', { nrPids: numbers.length, nrVpids: 0, offset: 1 }),
    makeRecord(context, 'buffer', {}, payloadOf(pids)),
    makeRecord(context, 'tree', { nrTasks: rows.length }),
    makeRecord(context, 'buffer', {}, payloadOf(tree)),
  ];
}

/** With a tail. */
export function streamOf(context: ImageContext, records: readonly AnyRecord[]): Uint8Array {
  const sink = new MemorySink();
  const writer = new LinuxCrWriter(sink, memorySource(new Uint8Array(0)), context, () => {});
  for (const record of records) writer.write(record);
  writer.write(makeRecord(context, 'tail', { magic: tailMagic }));
  return sink.result();
}
