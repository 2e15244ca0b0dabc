/**
 * The thread that asks servers: one request at a time, its answer put piece by piece into memory shared with the
 * thread that waits (exchange.ts). Plain JavaScript, since the sources start it without a loader.
 */
// @ts-check

import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { askProxy, TunnelAgent } from './tunnel.mjs';

/** As in exchange.ts, which says what they are. */
const control = { isAnswered: 0, kind: 1, length: 2 };
const answers = { head: 1, bytes: 2, end: 3, error: 4 };

/** @type {{ words: Int32Array, data: Uint8Array }} */
const { words, data } = workerData;

/** Bytes that an answer has to bring in a second, on the whole, after it had a minute: else it would never end. */
const leastBytesPerSecond = 4096;
const minuteMs = 60_000;
/** A set of cookies and a policy are large; no header of use is. */
const headerBytesMax = 64 * 1024;

/** What a server says unasked belongs to no question: it must not be taken for the answer to the next one. @this {import('node:net').Socket} */
function dropConnection() {
  this.destroy();
}

/**
 * Its connections wait for the next request, and are dropped when they do not wait in silence.
 * @template {http.Agent} Agent
 * @param {Agent} agent
 */
const watched = (agent) =>
  agent.on('free', (/** @type {import('node:net').Socket} */ socket) => socket.on('data', dropConnection));

const agents = () => ({
  'http:': watched(new http.Agent({ keepAlive: true })),
  'https:': watched(new https.Agent({ keepAlive: true })),
});
const agentsForAll = agents();
/** For those that may not lead to a private network: a connection of the others could, under a name of that network. */
const agentsForPublic = agents();

/** Of this machine, of a private network, or of nobody (RFC 6890). */
const privateAddresses = new BlockList();
for (const [net, bits] of /** @type {const} */ ([
  ...[
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ],
  ...[
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ],
]))
  privateAddresses.addSubnet(String(net), Number(bits), 'ipv4');
for (const [net, bits] of /** @type {const} */ ([
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
]))
  privateAddresses.addSubnet(net, bits, 'ipv6');

/** @param {string | undefined} given */
function isPublic(given = '') {
  const address = given.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(address);
  return family !== 0 && !privateAddresses.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** An address that nobody knows may be one of the open network. @param {string | undefined} address */
const isKnownPrivate = (address) => address !== undefined && !isPublic(address);

/** @type {import('node:net').LookupFunction} */
const publicLookup = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const addresses = found ?? [];
    if (error !== null) return callback(error, []);
    if (addresses.every(({ address }) => isPublic(address)))
      return options.all
        ? callback(null, addresses)
        : callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    return callback(notPublic(host), []);
  });
};

/** @param {string} host */
const notPublic = (host) =>
  Object.assign(new Error(`a public server sent us on to ${host}, which is on a private network`), {
    code: 'EREMOTE',
  });

/** @type {http.IncomingMessage | undefined} */
let body;
/** @type {Uint8Array} */
let held = new Uint8Array(0);
let [received, waitedMs, timeoutMs] = [0, 0, 0];

/** By the address of the proxy. @type {Map<string, TunnelAgent>} */
const tunnels = new Map();

/** @param {string} proxy */
function tunnelThrough(proxy) {
  const agent =
    tunnels.get(proxy) ?? watched(new TunnelAgent(new URL(proxy), { keepAlive: true, timeoutMs }));
  tunnels.set(proxy, agent);
  return agent;
}

/** @param {import('./exchange.ts').Request} request */
function requestFor({ method, url, headers, isPublicOnly, isFresh, proxy }) {
  const target = new URL(url);
  const isTls = target.protocol === 'https:';
  const options = { method, headers, maxHeaderSize: headerBytesMax };
  if (proxy === undefined) {
    const kept = isPublicOnly ? agentsForPublic : agentsForAll;
    const agent = isFresh ? false : kept[isTls ? 'https:' : 'http:'];
    const lookup = isPublicOnly ? { lookup: publicLookup } : {};
    return (isTls ? https : http).request(url, { ...options, agent, ...lookup });
  }
  if (!isTls) return askProxy(new URL(proxy), target, options);
  const fresh = () => new TunnelAgent(new URL(proxy), { keepAlive: false, timeoutMs });
  return https.request(url, { ...options, agent: isFresh ? fresh() : tunnelThrough(proxy) });
}

/** @param {import('./exchange.ts').Request} given */
function open(given) {
  drop();
  return new Promise((resolve, reject) => {
    const { hostname } = new URL(given.url);
    const bare = hostname.replace(/^\[|\]$/g, '');
    const isPrivate = isIP(bare) !== 0 && !isPublic(bare);
    if (given.isPublicOnly && isPrivate) return reject(notPublic(hostname));
    const asked = requestFor(given);
    // From the name to the last byte of the head.
    const timer = setTimeout(
      () => asked.destroy(tooSlow(`does not answer for ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    let isAnswered = false;
    asked.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      clearTimeout(timer);
      // The server may have closed it before it heard of the question.
      const wasKept = !isAnswered && asked.reusedSocket && error.code === 'ECONNRESET';
      if (wasKept && !given.isFresh) resolve(open({ ...given, isFresh: true }));
      else reject(error);
    });
    /** A connection that the server has reset says it no more. @type {string | undefined} */
    let address;
    asked.on('socket', (socket) => {
      socket.off('data', dropConnection);
      const note = () => {
        address = socket.remoteAddress;
      };
      if (socket.connecting) socket.once('connect', note);
      else note();
    });
    // A server that changes to another protocol (101) gives no answer.
    asked.on('upgrade', (response, socket) => {
      clearTimeout(timer);
      socket.destroy();
      const why = `the server answers ${response.statusCode}: it changes to another protocol`;
      reject(Object.assign(new Error(why), { code: 'EREMOTE' }));
    });
    asked.on('response', (response) => {
      clearTimeout(timer);
      isAnswered = true;
      // Said to whoever reads; without a listener it would end the thread.
      response.on('error', () => {});
      body = response;
      [received, waitedMs, held] = [0, 0, new Uint8Array(0)];
      const fields = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
      const head = { status: response.statusCode, headers: Object.fromEntries(fields) };
      // A proxy leads out of the network that we are in, unless an address says where it leads.
      const isOutside = given.proxy === undefined ? !isKnownPrivate(address) : !isPrivate;
      resolve({ ...head, isPublic: isOutside });
    });
    asked.end();
  });
}

/** @param {string} what */
const tooSlow = (what) => Object.assign(new Error(`the server ${what}`), { code: 'ETIMEDOUT' });

/** The next piece, at most as long as the shared memory; undefined at the end. */
async function read() {
  if (held.length === 0) held = (await nextPiece()) ?? held;
  const piece = held.subarray(0, data.length);
  held = held.subarray(piece.length);
  return piece.length > 0 ? piece : undefined;
}

/** @returns {Promise<Uint8Array | undefined>} */
async function nextPiece() {
  const from = body;
  if (from === undefined) return undefined;
  for (;;) {
    const piece = /** @type {Uint8Array | null} */ (from.read());
    if (piece !== null) {
      received += piece.length;
      return piece;
    }
    if (from.readableEnded) return from.complete ? undefined : Promise.reject(cutOff());
    if (from.errored || from.destroyed) return Promise.reject(reasonOf(from.errored));
    await something(from);
  }
}

/** @param {Error | null} error */
const reasonOf = (error) =>
  error === null || /** @type {NodeJS.ErrnoException} */ (error).code === 'ECONNRESET' ? cutOff() : error;

const cutOff = () => Object.assign(new Error('the connection was cut off'), { code: 'ECONNRESET' });

const events = ['readable', 'end', 'error', 'close', 'aborted'];

/** @param {http.IncomingMessage} from */
function something(from) {
  return new Promise((resolve, reject) => {
    const since = Date.now();
    const done = () => {
      clearTimeout(timer);
      for (const event of events) from.off(event, done);
      waitedMs += Date.now() - since;
      const allowedMs = minuteMs + (1000 * received) / leastBytesPerSecond;
      if (waitedMs > allowedMs) reject(tooSlow(`sent ${received} bytes in ${Math.round(waitedMs / 1000)} s`));
      else resolve(undefined);
    };
    const timer = setTimeout(() => {
      reject(tooSlow(`sends nothing for ${timeoutMs / 1000} s`));
      from.destroy();
    }, timeoutMs);
    for (const event of events) from.on(event, done);
  });
}

/** A body that was read to its end leaves its connection for the next request. */
function drop() {
  if (body !== undefined && !body.readableEnded) body.destroy();
  body = undefined;
}

/**
 * @param {number} kind
 * @param {Uint8Array} bytes
 */
function answer(kind, bytes) {
  data.set(bytes.subarray(0, data.length));
  words[control.kind] = kind;
  words[control.length] = Math.min(bytes.length, data.length);
  Atomics.store(words, control.isAnswered, 1);
  Atomics.notify(words, control.isAnswered);
}

/** @param {unknown} value */
const json = (value) => new TextEncoder().encode(JSON.stringify(value));

parentPort?.on('message', async (/** @type {import('./exchange.ts').Message} */ message) => {
  try {
    if (message.do === 'open') {
      timeoutMs = message.timeoutMs;
      answer(answers.head, json(await open(message.request)));
    } else if (message.do === 'read') {
      const piece = await read();
      if (piece === undefined) answer(answers.end, new Uint8Array(0));
      else answer(answers.bytes, piece);
    } else {
      drop();
      answer(answers.end, new Uint8Array(0));
    }
  } catch (error) {
    const { code = 'EREMOTE', message: text = String(error) } = /** @type {NodeJS.ErrnoException} */ (error);
    answer(answers.error, json({ code, message: text.slice(0, 1000) }));
  }
});
