/** What a spool says does not depend on where it keeps its bytes. */
import { expect, test, vi } from 'vitest';

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);

test('beside others that fill the memory for spools, the first bytes are the same', async () => {
  // Of its own: other tests of this process may hold spools.
  vi.resetModules();
  const { Spool } = await import('./spool.ts');
  const others = Array.from({ length: 8 }, () => new Spool('other'));
  for (const other of others) other.write(new Uint8Array(1024 * 1024));
  const spool = new Spool('last');
  spool.write(bytes);
  expect([...spool.head(512)]).toEqual([...bytes.subarray(0, 512)]);
  const source = spool.finish();
  expect(source.spool.fd).toBeDefined();
  expect([...source.view(0, source.size)]).toEqual([...bytes]);
  source.close();
  for (const other of others) other.discard();
  const small = new Spool('small');
  small.write(bytes);
  expect([...small.head(2000)]).toEqual([...bytes]);
  expect(small.finish().spool.fd).toBeUndefined();
});
