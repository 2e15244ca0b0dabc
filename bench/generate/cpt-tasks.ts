/** A CPT image of many tasks: a real one, whose last task is followed by zombies of init. */
import { fileSource } from '../../src/parse/bytes/file-source.ts';
import { openOutput } from '../../src/parse/bytes/output/file-output.ts';
import { readCptRecords } from '../../src/parse/cpt/read.ts';
import { type AnyRecord, noPayload, noPosition, type ObjectRecord } from '../../src/parse/cpt/record.ts';
import { CptWriter } from '../../src/parse/cpt/write.ts';

const firstPid = 1000;

/** A real image whose last task is followed by zombies of init, as many as wanted. */
export function generateTasks(samplePath: string, path: string, count: number): void {
  const source = fileSource(samplePath);
  const output = openOutput(path, { force: true });
  const writer = new CptWriter(output.sink, source, () => {});
  let last: ObjectRecord<'task'> | undefined;
  let isDone = false;
  let tasks = 0;
  for (const record of readCptRecords(source, () => {})) {
    if (last !== undefined && !isDone && record.depth < last.depth) {
      for (; tasks < count; tasks += 1) writer.write(zombie(last, firstPid + tasks));
      isDone = true;
    }
    if (record.kind === 'task') {
      last = record;
      tasks += 1;
    }
    writer.write(record);
  }
  writer.finish();
  output.commit();
  source.close();
}

/** EXIT_ZOMBIE of include/linux/sched.h. */
const zombieState = 16n;

function zombie(model: ObjectRecord<'task'>, pid: number): AnyRecord {
  const dead = { mm: noPosition, files: noPosition, fs: noPosition, sysvsemUndo: noPosition };
  const numbers = { pid, tgid: pid, leader: pid, ppid: 1, rppid: 1, pgrp: pid, session: pid };
  const fields = { ...model.fields, ...dead, ...numbers, state: zombieState, exitCode: 256 };
  return { ...model, offset: -1, payload: noPayload, fields };
}
