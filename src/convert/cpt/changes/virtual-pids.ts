/** T24: 2.6.18 kernels give containers pids that cannot be mistaken for pids of the host. */
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import type { HopContext } from '../step.ts';

/** Every pid of a container but 1 has this bit. */
const virtualPidBit = 1024;

export function virtualPidRequired(task: ObjectRecord<'task'>, context: HopContext): ObjectRecord<'task'> {
  const { pid } = task.fields;
  if (pid !== 1 && (pid & virtualPidBit) === 0) {
    context.refused(
      'T24',
      task,
      `pid ${pid} cannot exist in a 2.6.18 container, where all but 1 have bit 1024 set`,
    );
  }
  return task;
}
