/** The thread of `wide-unpacker.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Question } from './wide-unpacker.ts';
import { ordinaryUnpacker } from './zstd-unpacker.ts';

const port = parentPort;
if (port === null) throw new Error('this file is run as a thread');
const shared = workerData as Uint8Array;
const unpacker = await ordinaryUnpacker();

async function answerTo({ length }: Question): Promise<Answer> {
  try {
    const input = length === undefined ? undefined : shared.subarray(0, length);
    const { unpacked, isHungry, isOver } = await unpacker.step(input);
    shared.set(unpacked);
    return { length: unpacked.length, isHungry, isOver };
  } catch (error) {
    const { message: failure, code } = error as NodeJS.ErrnoException;
    return { failure, code };
  }
}

port.on(
  'message',
  (question: Question) => void answerTo(question).then((answer) => port.postMessage(answer)),
);
