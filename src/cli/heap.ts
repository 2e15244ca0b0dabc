/** How far the engine lets its heap grow: what a command keeps of an image is small beside what it reads of it. */
import type { FoundImage, OpenedInput } from '../open/open.ts';
import { listenToManyNames, manyNames } from '../parse/bytes/many-names.ts';
import { compileSoon } from './compiler.ts';
import { setEngineFlag } from './engine-flags.ts';

let isOurs = false;

/** For a process that is nothing but one command. The engine takes these at any time, and for all threads. */
export function startHeap(): void {
  isOurs = true;
  // Records of all kinds are made in the same places of our code, some to stay and most to go. The engine sees
  // those that stay first, takes all others for the same, and is slow to free them: a third more memory.
  setEngineFlag('--no-allocation-site-pretenuring');
  // The engine would let garbage grow to several times of what it last found in use; this far beyond it,
  // collecting costs little time.
  setEngineFlag('--heap-growing-percent', 20);
  // It is 4 to 8 MiB by then, and would be 16 behind the entries, for which there is no need.
  listenToManyNames(keepYoungHeap);
}

/** The room for new objects stays as it is: left alone it becomes 48 MiB in each thread. */
export function keepYoungHeap(): void {
  if (isOurs) setEngineFlag('--semi-space-growth-factor', 1);
}

/** As the engine has it by itself: faster where there is one thread. */
export function growYoungHeap(): void {
  if (isOurs) setEngineFlag('--semi-space-growth-factor', 2);
}

const largeFile = 64 * 1024 * 1024;

/**
 * For when an input is open. An image of many files, of which much is kept, would take more than a command may: there is
 * no more room for new objects, and less garbage is let grow, for 5 % of the time.
 */
export function boundHeap({ images }: OpenedInput): void {
  const isLarge = ({ content }: FoundImage) =>
    content.form === 'directory'
      ? content.directory.list().length >= manyNames
      : content.source.size >= largeFile;
  if (!isOurs || !images.some(isLarge)) return;
  keepYoungHeap();
  setEngineFlag('--heap-growing-percent', 12);
  compileSoon();
}
