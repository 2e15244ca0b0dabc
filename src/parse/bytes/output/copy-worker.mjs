/** The thread of `copy-thread.ts`. JavaScript in the sources, too: no loader has to run in a thread that is waited for. */
import { fdatasync, readSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

const { words, word, causes } = workerData;
const buffer = new Uint8Array(256 * 1024);
/** So much is brought to the disk at a time, while more is copied. */
const syncedBytes = 64 * 1024 * 1024;

function copy({ from, offset, to, position, length }) {
  let syncedTo = 0;
  for (let done = 0; done < length; ) {
    const count = readSync(from, buffer, 0, Math.min(buffer.length, length - done), offset + done);
    if (count === 0) throw Object.assign(new Error('the file became shorter'), { syscall: 'end' });
    for (let written = 0; written < count; )
      written += writeSync(to, buffer, written, count - written, position + done + written);
    done += count;
    if (done - syncedTo < syncedBytes) continue;
    syncedTo = done;
    // What goes wrong is told by the sync at the end.
    fdatasync(to, () => {});
  }
}

Atomics.store(words, word.isStarted, 1);
Atomics.notify(words, word.isStarted);
parentPort.on('message', (job) => {
  try {
    if (words[word.errno] === 0) copy(job);
  } catch (error) {
    words[word.cause] = causes.indexOf(error.syscall);
    words[word.failed] = words[word.done];
    words[word.errno] = error.errno ?? -constants.errno.EIO;
  }
  Atomics.add(words, word.done, 1);
  Atomics.notify(words, word.done);
});
