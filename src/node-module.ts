/**
 * A module of Node.js, asked for when it is used: those for processes, threads, digests and packed data take longer to
 * load than a view of an image takes to be made, and few runs need them.
 */
import { createRequire } from 'node:module';

export const nodeModule = createRequire(import.meta.url) as {
  (id: 'node:child_process'): typeof import('node:child_process');
  (id: 'node:crypto'): typeof import('node:crypto');
  (id: 'node:worker_threads'): typeof import('node:worker_threads');
  (id: 'node:zlib'): typeof import('node:zlib');
};
