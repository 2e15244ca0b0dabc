/**
 * System V objects one by one. Limits, and objects against each other, are for the rules over the
 * checkpoint.
 */
import { fieldPlace, headPlace, type RecordRuleContext, type RecordRuleMaker } from '../rule.ts';

/** IPCMNI: id = slot + 32768 × sequence, ipc/util.h. */
const slots = 32768;
const semaphoreBytes = 8;

export const ipcRule: RecordRuleMaker = (context) => {
  const { report } = context;
  return {
    on: {
      sysv_sem: (set) => {
        checkSequence(context, set);
        const { length } = set.payload;
        if (length === 0 || length % semaphoreBytes !== 0) {
          const message = `semaphore set ${set.fields.id} holds ${length} bytes, not 8 for each semaphore: EINVAL`;
          report('semaphore-count', message, headPlace(set, 'next'));
        }
      },
      sysvmsg: (queue) => checkSequence(context, queue),
      sysvmsg_msg: (message) => {
        const type = BigInt.asIntN(64, message.fields.type);
        if (type >= 1n) return;
        report(
          'message-type',
          `a message of type ${type}; msgsnd allows 1 and more`,
          fieldPlace(message, 'type'),
        );
      },
      sysv_shm: (segment) => {
        const { segsz, id } = segment.fields;
        const fileSize = segment.parent?.kind === 'inode' ? segment.parent.fields.size : segsz;
        if (segsz >= 1n && segsz <= fileSize + 4095n && fileSize <= segsz + 4095n) return;
        const message = `segment ${id} of ${segsz} bytes in a file of ${fileSize}: EINVAL or lost content`;
        report('shm-size', message, fieldPlace(segment, 'segsz'));
      },
    },
  };
};

type WithSequence = Parameters<NonNullable<ReturnType<RecordRuleMaker>['on']['sysv_sem' | 'sysvmsg']>>[0];

function checkSequence({ report }: RecordRuleContext, object: WithSequence): void {
  const { id, seq } = object.fields;
  if (id >= 0x80000000 || seq === BigInt(Math.floor(id / slots))) return;
  const message = `id ${id} belongs to sequence ${Math.floor(id / slots)}, not ${seq}: ESRCH on 2.6.18`;
  report('ipc-sequence', message, fieldPlace(object, 'seq'));
}
