/** Rows of what could not be read, though nothing is said against it. */
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { projectRoot } from '../../../test-support/images.ts';

test('--since reads again what could not be read for reasons of the system', async () => {
  // The decoder is loaded once; one that is loaded here cannot be.
  vi.resetModules();
  const { rowsOfPath } = await import('./rows-of-path.ts');
  const settings = { tables: ['checkpoints'], isChecked: false, kernel: undefined } as const;
  const row = async () => {
    for await (const { row: first } of rowsOfPath(
      join(projectRoot, 'samples/criu/podman-tree.tar.zst'),
      settings,
    ))
      return first;
    return {};
  };
  const { WebAssembly } = globalThis as unknown as { WebAssembly: { Instance: unknown } };
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class {
    constructor() {
      throw new RangeError('Cannot allocate Wasm memory for new instance');
    }
  };
  const unread = await row().finally(() => {
    WebAssembly.Instance = Instance;
  });
  expect([unread['error'], unread['fileBytes']]).toEqual([expect.stringMatching(/ENOMEM/), undefined]);
  expect([(await row())['error'], typeof (await row())['fileBytes']]).toEqual([undefined, 'bigint']);
});
