/**
 * A web server and a registry for tests, with all their bad manners; a program of its own, since whoever reads an image
 * waits and cannot answer meanwhile. `remote-server.ts DIRECTORY` prints its port, and stops with its standard input.
 *
 * `/MANNER/FILE` gives FILE of the directory in the manner named; `/log` what was asked for since the last look.
 * `/v2/…` is a registry whose blobs and manifests are the files of the directory's `registry/`, by their digests, and
 * whose tags are the files of `registry/tags/`.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface LogEntry {
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
  readonly encoding: string | undefined;
  /** Another than its own where it is a proxy. */
  readonly host: string | undefined;
  readonly proxyAuthorization: string | undefined;
  /** On the wire, heads included. */
  bytes: number;
}

const [directory = '.'] = process.argv.slice(2);
let log: LogEntry[] = [];
/** By path: how often it was asked for. */
const counts = new Map<string, number>();

/** A file, of which no more is read than is sent. */
interface Body {
  readonly path: string;
  readonly length: number;
  part(start: number, end: number): Buffer;
}

function bodyAt(path: string): Body | undefined {
  if (path.includes('..') || !existsSync(path)) return undefined;
  const part = (start: number, end: number) => {
    const bytes = Buffer.alloc(end - start);
    const fd = openSync(path, 'r');
    readSync(fd, bytes, 0, bytes.length, start);
    closeSync(fd);
    return bytes;
  };
  return { path, length: statSync(path).size, part };
}

/** `count` is how often this was asked for. */
type Manner = (request: IncomingMessage, response: ServerResponse, body: Body, count: number) => unknown;

const etagOf = ({ path, length }: Body) => `"${createHash('sha1').update(path).digest('hex')}-${length}"`;
const wholeOf = (body: Body) => body.part(0, body.length);

const ranges =
  (headers: Record<string, string> = {}, give = (part: Buffer) => part): Manner =>
  ({ headers: { range } }, response, body) => {
    const [, first = '0', last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
    const start = Number(first);
    const end = Math.min(body.length, last ? Number(last) + 1 : body.length);
    const etag = { etag: etagOf(body), ...headers };
    if (range === undefined) return response.writeHead(200, etag).end(wholeOf(body));
    if (start >= body.length)
      return response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end();
    const part = give(body.part(start, end));
    const given = {
      'content-range': `bytes ${start}-${end - 1}/${body.length}`,
      'content-length': part.length,
    };
    return response.writeHead(206, { ...given, ...etag }).end(part);
  };

const redirect =
  (to: (request: IncomingMessage) => string): Manner =>
  (request, response) =>
    response.writeHead(302, { location: to(request) }).end();

/** After the first answer it is another file. */
const withEtag = (etag: string) => ranges({ etag });
const rangesOfFile = ranges();

const manners: Readonly<Record<string, Manner>> = {
  ranges: rangesOfFile,
  whole: (_request, response, body) =>
    response.writeHead(200, { 'content-length': body.length }).end(wholeOf(body)),
  chunked: (_request, response, body) => {
    response.writeHead(200);
    for (let at = 0; at < body.length; at += 100_000)
      response.write(body.part(at, Math.min(at + 100_000, body.length)));
    response.end();
  },
  // Two times out of three nobody is there.
  busy: (request, response, body, count) =>
    count % 3 === 0
      ? rangesOfFile(request, response, body, count)
      : response.writeHead(count % 3 === 1 ? 503 : 429, { 'retry-after': '0' }).end(),
  'busy-for-ever': (_request, response) => response.writeHead(503, { 'retry-after': '86400' }).end(),
  changing: (request, response, body, count) =>
    withEtag(count === 1 ? '"one"' : '"two"')(request, response, body, count),
  // As RFC 9110 has it: If-Range does not match, so the whole comes.
  replaced: (request, response, body, count) =>
    count === 1
      ? rangesOfFile(request, response, body, count)
      : response.writeHead(200, { etag: '"another"' }).end(body.part(0, 1000)),
  'wrong-range': (_request, response, body) =>
    response.writeHead(206, { 'content-range': `bytes 7-70/${body.length}` }).end(body.part(0, 64)),
  'no-range': (_request, response, body) => response.writeHead(206).end(body.part(0, 64)),
  'more-than-asked': ranges({}, (part) => Buffer.concat([part, Buffer.alloc(1000)])),
  'cut-off': (request, response, body, count) => {
    setTimeout(() => count % 2 === 1 && response.destroy(), 20);
    if (count % 2 === 0) return rangesOfFile(request, response, body, count);
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const range = `bytes ${first}-${Math.min(Number(last), body.length - 1)}/${body.length}`;
    response.writeHead(206, { 'content-range': range, etag: etagOf(body) });
    return response.write(body.part(Number(first), Number(first) + 1000));
  },
  packed: ranges({ 'content-encoding': 'gzip' }),
  endless: async (_request, response) => {
    response.writeHead(200);
    const piece = Buffer.alloc(256 * 1024, 1);
    while (!response.destroyed) {
      response.write(piece);
      await pause(1);
    }
  },
  // As some do on a connection that was kept and on which nothing came for a while.
  impatient: (request, response, body, count) =>
    count % 2 === 0
      ? rangesOfFile(request, response, body, count)
      : response.writeHead(408, { connection: 'close' }).end(),
  // Not who the credentials are for.
  'wants-login': ({ socket }, response) => {
    const realm = `http://localhost:${socket.localPort}/absent/token-of-elsewhere`;
    response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm}"` }).end();
  },
  silent: () => {},
  'other-protocol': (_request, response) =>
    void response.socket?.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    ),
  'half-silent': (_request, response, body) => {
    response.writeHead(206, { 'content-range': `bytes 0-65535/${body.length}`, 'content-length': '65536' });
    response.write(body.part(0, 1000));
  },
  absent: (_request, response) => response.writeHead(404).end('no'),
  forbidden: (_request, response) => response.writeHead(403).end('no'),
  redirect: redirect(({ url = '' }) => url.replace('/redirect/', '/ranges/')),
  'redirect-for-ever': redirect(({ url = '' }) => url),
  // The same server, under another name: another origin.
  'redirect-away': redirect(
    ({ url = '', socket }) =>
      `http://127.0.0.1:${socket.localPort}${url.replace('/redirect-away/', '/ranges/')}`,
  ),
  'redirect-to-file': redirect(() => 'file:///etc/passwd'),
};

const registryPath = (name: string) => join(directory, 'registry', name);

/** What is sent whole the next time. */
const cut = new Set<string>();

function registry(request: IncomingMessage, response: ServerResponse, path: string): unknown {
  const { authorization } = request.headers;
  const [, repository = '', kind, reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/(.+)$/.exec(path) ?? [];
  const isSecret = repository.startsWith('secret');
  const token = `Bearer token-of-${repository}`;
  if (authorization !== token && repository !== 'open/app') {
    const realm = `http://localhost:${request.socket.localPort}/token`;
    const challenge = `Bearer realm="${realm}",service="test",scope="repository:${repository}:pull,push"`;
    return response.writeHead(401, { 'www-authenticate': challenge }).end();
  }
  const tag = registryPath(`tags/${reference}`);
  const digest = kind === 'manifests' && existsSync(tag) ? readFileSync(tag, 'utf8') : reference;
  const body = bodyAt(registryPath(digest.replace(/^sha\d+:/, '')));
  if (body === undefined) return response.writeHead(404).end();
  if (repository === 'cut/app' && kind === 'manifests' && !cut.delete(path)) {
    cut.add(path);
    response.writeHead(200, { 'content-length': body.length });
    return response.write(body.part(0, body.length - 1), () => response.destroy());
  }
  if (kind === 'manifests') {
    const text = wholeOf(body).toString();
    const isPage = text.startsWith('<');
    const { mediaType = isPage ? 'text/html' : '' } = isPage ? {} : JSON.parse(text);
    const given = isSecret ? {} : { 'docker-content-digest': digest };
    return response.writeHead(200, { 'content-type': mediaType, ...given }).end(wholeOf(body));
  }
  if (repository.endsWith('away/app')) {
    const manner = isSecret ? 'wants-login' : 'ranges';
    const location = `http://127.0.0.1:${request.socket.localPort}/${manner}/registry/${digest.replace(/^sha\d+:/, '')}`;
    return response.writeHead(307, { location }).end();
  }
  return rangesOfFile(request, response, body, 0);
}

function giveToken(request: IncomingMessage, response: ServerResponse, url: URL): unknown {
  const [, repository = '', action] =
    /^repository:(.+):(.+)$/.exec(url.searchParams.get('scope') ?? '') ?? [];
  const isKnown = request.headers.authorization === `Basic ${Buffer.from('me:secret').toString('base64')}`;
  if (action !== 'pull' || (repository.startsWith('secret') && !isKnown))
    return response.writeHead(401).end();
  return response.writeHead(200).end(JSON.stringify({ token: `token-of-${repository}` }));
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(url.pathname);
  if (path === '/log') {
    response.end(JSON.stringify(log));
    log = [];
    counts.clear();
    return;
  }
  const { host, range, authorization, 'accept-encoding': encoding } = request.headers;
  const proxyAuthorization = request.headers['proxy-authorization'];
  const asked = { path, range, authorization, encoding: String(encoding) };
  const entry: LogEntry = { ...asked, host, proxyAuthorization, bytes: 0 };
  log.push(entry);
  const before = request.socket.bytesWritten;
  response.on('close', () => {
    entry.bytes = request.socket.bytesWritten - before;
  });
  if (path.startsWith('/v2/')) registry(request, response, path);
  else if (path === '/token') giveToken(request, response, url);
  else {
    const [, manner = '', file = ''] = /^\/([a-z-]+)\/(.+)$/.exec(path) ?? [];
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const body = bodyAt(join(directory, file));
    if (body === undefined || manners[manner] === undefined) response.writeHead(404).end();
    else manners[manner](request, response, body, count);
  }
});
// As a proxy it answers for every host without TLS, and makes no tunnels.
server.on('connect', ({ url = '', headers }, socket) => {
  const proxyAuthorization = headers['proxy-authorization'];
  const nothing = { range: undefined, authorization: undefined, encoding: undefined };
  log.push({ path: url, host: headers.host, proxyAuthorization, ...nothing, bytes: 0 });
  const answer = proxyAuthorization === undefined ? '407 Proxy Authentication Required' : '403 Forbidden';
  socket.end(`HTTP/1.1 ${answer}\r\n\r\n`);
});
// Whoever asks may be busy for longer than the five seconds that connections are kept.
server.keepAliveTimeout = 0;
server.listen(0, () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.stdin.on('end', () => process.exit()).resume();
