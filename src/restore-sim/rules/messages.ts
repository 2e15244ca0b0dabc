/** Messages in queues: totals and types. Texts are not read. */
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, placeOf } from './rule.ts';

/** ipc/msg.c msg_fits_inqueue: a sender waits until its bytes fit under msg_qbytes. */
// Holds for every release: queues are dumped whole.
export const messageTotal: CheckpointRule = function* ({ checkpoint }) {
  for (const queue of checkpoint.messageQueues) {
    const total = queue.messages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n);
    if (total <= queue.limitBytes) continue;
    const message = `message queue ${queue.id} holds ${total} bytes, but may hold ${queue.limitBytes}`;
    yield checkpointDiagnostic('message-total', message, placeOf(queue, `message queue ${queue.id}`));
  }
};

/** msgop(2): the type of a message is greater than 0. */
export const messageType: CheckpointRule = function* ({ checkpoint }) {
  for (const queue of checkpoint.messageQueues) {
    for (const [index, message] of queue.messages.entries()) {
      if (message.type >= 1n) continue;
      const text = `message ${index} of queue ${queue.id} has the type ${message.type}`;
      const place = placeOf(message, `message queue ${queue.id}, message ${index}`);
      yield checkpointDiagnostic('message-type', text, place);
    }
  }
};
