/** The thread that asks servers: whose word is the answer to what, with servers that keep connections badly. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { answers, control, dataBytes, type Message, type Request } from './exchange.ts';

const thread = new URL('./exchange-worker.mjs', import.meta.url);
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** `answer` is called for every request, with its number on its connection. */
async function serverWith(answer: (socket: Socket, count: number) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    let count = 0;
    socket.on('error', () => {}).on('data', () => answer(socket, ++count));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** What the thread answers; `before` is run in it first. */
function askerWith(before = '') {
  const words = new Int32Array(new SharedArrayBuffer(4 * control.words));
  const data = new Uint8Array(new SharedArrayBuffer(dataBytes));
  const code = `${before}; import(${JSON.stringify(thread.href)})`;
  const worker = new Worker(code, { eval: true, workerData: { words, data } });
  let isRunning = true;
  worker.on('exit', () => {
    isRunning = false;
  });
  open.push(() => worker.terminate());
  return async (message: Message): Promise<{ readonly kind: number; readonly text: string }> => {
    Atomics.store(words, control.isAnswered, 0);
    worker.postMessage(message);
    while (isRunning && Atomics.load(words, control.isAnswered) === 0) await pause(1);
    const text = new TextDecoder().decode(data.slice(0, words[control.length]));
    return { kind: words[control.kind] as number, text };
  };
}

const request = (url: string, more: Partial<Request> = {}): Message => {
  const plain = {
    method: 'GET',
    headers: {},
    isPublicOnly: false,
    isFresh: false,
    proxy: undefined,
  } as const;
  return { do: 'open', request: { ...plain, url, ...more }, timeoutMs: 20_000 };
};

const good = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood';

async function wholeOf(ask: ReturnType<typeof askerWith>, message: Message): Promise<string> {
  const head = await ask(message);
  if (head.kind !== answers.head) return head.text;
  let body = '';
  for (let piece = await ask({ do: 'read' }); ; piece = await ask({ do: 'read' })) {
    if (piece.kind !== answers.bytes) return body;
    body += piece.text;
  }
}

test('what a server says unasked is not taken for the next answer', async () => {
  const closed: Promise<unknown>[] = [];
  const port = await serverWith((socket) => {
    if (closed.length > 0) return socket.write(good);
    closed.push(once(socket, 'close'));
    return socket.write(good, () => setImmediate(() => socket.write(good.replace('good', 'evil'))));
  });
  const ask = askerWith();
  expect(await wholeOf(ask, request(`http://127.0.0.1:${port}/`))).toBe('good');
  await closed[0];
  expect(await wholeOf(ask, request(`http://127.0.0.1:${port}/`))).toBe('good');
});

test('a connection that was kept, and is closed at the next question, costs none', async () => {
  const port = await serverWith((socket, count) => (count === 1 ? socket.write(good) : socket.destroy()));
  const ask = askerWith();
  for (const _ of [1, 2, 3, 4]) expect(await wholeOf(ask, request(`http://127.0.0.1:${port}/`))).toBe('good');
});

test('one that was never kept is not asked for again', async () => {
  const port = await serverWith((socket) => socket.destroy());
  expect(await askerWith()(request(`http://127.0.0.1:${port}/`))).toMatchObject({ kind: answers.error });
});

test('an answer of an address that is gone by then, as of a connection that was reset, is no private one', async () => {
  const port = await serverWith((socket) => socket.write(good));
  // What "remoteAddress" asks the system through.
  const publicAtFirst = `
    require('node:net').Socket.prototype._getpeername = function () {
      return { address: this.bytesRead > 0 ? undefined : '203.0.113.9' };
    }`;
  const nobody = publicAtFirst.replace("'203.0.113.9'", 'undefined');
  for (const before of [publicAtFirst, nobody]) {
    const { text } = await askerWith(before)(request(`http://127.0.0.1:${port}/`));
    expect(JSON.parse(text)).toMatchObject({ status: 200, isPublic: true });
  }
  const { text } = await askerWith()(request(`http://127.0.0.1:${port}/`));
  expect(JSON.parse(text)).toMatchObject({ status: 200, isPublic: false });
});

test('a connection to a private network is none for whom a public server sends there', async () => {
  const port = await serverWith((socket) => socket.write(good));
  const ask = askerWith();
  const url = `http://localhost:${port}/`;
  expect(await wholeOf(ask, request(url))).toBe('good');
  expect(await wholeOf(ask, request(url, { isPublicOnly: true }))).toMatch(/sent us on to localhost/);
});
