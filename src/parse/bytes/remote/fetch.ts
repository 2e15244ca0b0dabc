/**
 * Asking a server for something, with what the network needs: redirects that lead nowhere they should not, another try
 * when the server is busy, credentials for whom they are meant only, and one sentence for every way to fail.
 */
import { type Answer, exchange, type Request } from './exchange.ts';
import { proxyFor } from './proxy.ts';
import { RemoteError } from './remote-error.ts';
import { shownWord } from './word.ts';

export interface Asked {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent to the origin of `url` and to no other, wherever it leads. */
  readonly authorization?: string | undefined;
  /** A public server named this address: it must not be one of a private network. */
  readonly isPublicOnly?: boolean;
}

export interface Fetched extends Answer {
  /** Where it came from in the end. */
  readonly url: string;
  /** To ask there again must not lead to a private network either. */
  readonly isPublicOnly: boolean;
}

const redirectsMax = 5;
const triesMax = 4;
const firstWaitMs = 500;
/** Of one wait that a server asks for, and of all in one question. */
const waitMsMax = 30_000;
const waitsMsMax = 60_000;

const redirects = [301, 302, 303, 307, 308];
/** 408 comes from servers that did not want to wait on a connection that was kept. */
const busy = [408, 429, 500, 502, 503, 504];
/** The network failed, not the server, and may not the next time. */
const passing = ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'];

/**
 * The answer to a question, of any status that is neither a redirect nor one of a busy server. The caller reads it to
 * its end, or closes it. Throws RemoteError.
 */
export function fetchOnce(asked: Asked): Fetched {
  let waitedMs = 0;
  for (let tries = 1; ; tries++) {
    let pauseMs = firstWaitMs * 2 ** (tries - 1);
    try {
      const answer = followed(asked, tries > 1);
      if (!busy.includes(answer.status)) return answer;
      answer.close();
      const wantedMs = retryAfterMs(answer.headers['retry-after']);
      pauseMs = Math.max(pauseMs, wantedMs ?? 0);
      if (tries === triesMax || pauseMs > waitMsMax || waitedMs + pauseMs > waitsMsMax) {
        const wish = wantedMs === undefined ? '' : `, and asks to wait for ${Math.ceil(wantedMs / 1000)} s`;
        throw new RemoteError(
          asked.url,
          `the server answers ${statusText(answer.status)}${wish}: try again later`,
          'EREMOTE',
          true,
        );
      }
    } catch (error) {
      if (!isWorthATry(error, tries)) throw explained(error, asked.url);
    }
    sleep(pauseMs);
    waitedMs += pauseMs;
  }
}

/** What `act` asks for and reads, and once more as long as the network fails on the way. Throws RemoteError. */
export function tried<Result>(act: () => Result): Result {
  for (let tries = 1; ; tries++) {
    try {
      return act();
    } catch (error) {
      if (!isWorthATry(error, tries)) throw error;
    }
  }
}

/** Whether another try may help after so many. Who waited long once will not wait for ever. */
const isWorthATry = (error: unknown, tries: number): boolean =>
  error instanceof RemoteError &&
  !error.isFinal &&
  passing.includes(error.code) &&
  tries < (error.code === 'ETIMEDOUT' ? 2 : triesMax);

export const sleep = (ms: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function followed(asked: Asked, isFresh: boolean): Fetched {
  let url = new URL(asked.url);
  const { origin } = url;
  let isPublicOnly = asked.isPublicOnly === true;
  for (let count = 0; ; count++) {
    const isAtHome = url.origin === origin;
    const proxy = proxyFor(url, process.env)?.href;
    const answer = exchange({ ...requestFor(asked, url, isAtHome), isPublicOnly, isFresh, proxy });
    if (!redirects.includes(answer.status)) return { ...answer, url: url.href, isPublicOnly };
    answer.close();
    if (count === redirectsMax) throw new RemoteError(asked.url, `more than ${redirectsMax} redirects`);
    const next = redirected(url, answer.headers['location'], asked.url);
    // Who asks for something of the open network must not be led to what only this machine can reach.
    if (next.origin !== url.origin && answer.isPublic) isPublicOnly = true;
    url = next;
  }
}

const requestFor = (
  { headers, authorization }: Asked,
  url: URL,
  isAtHome: boolean,
): Pick<Request, 'method' | 'url' | 'headers'> => ({
  method: 'GET',
  url: url.href,
  headers: {
    'user-agent': 'cr-tools',
    // What is packed in transit has no ranges, and another length.
    'accept-encoding': 'identity',
    ...headers,
    ...(isAtHome && authorization !== undefined && { authorization }),
  },
});

/** Where a redirect leads. Throws RemoteError for one that is not followed. */
export function redirected(from: URL, location: string | undefined, asked: string): URL {
  if (location === undefined || !URL.canParse(location, from.href))
    throw new RemoteError(asked, 'a redirect without an address');
  const to = new URL(location, from.href);
  const shown = shownWord(to.href);
  if (to.protocol !== 'https:' && to.protocol !== 'http:')
    throw new RemoteError(asked, `a redirect to ${shown}, which is not followed`);
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw new RemoteError(asked, `a redirect from https to ${shown}, where anybody could change it`);
  to.username = '';
  to.password = '';
  to.hash = '';
  return to;
}

/** Seconds, or a date (RFC 9110, 10.2.3); undefined for anything else. */
function retryAfterMs(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return 1000 * Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

const statusNames: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  410: 'Gone',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

export const statusText = (status: number): string => `${status} ${statusNames[status] ?? ''}`.trim();

/** What a user can do about a status. */
export function refusal({ status }: Answer, url: string): RemoteError {
  const help: Readonly<Record<number, string>> = {
    401: ': it wants credentials; "podman login --authfile FILE" writes them, and REGISTRY_AUTH_FILE names the file',
    403: ': the credentials do not suffice, or a signature in the address has expired',
    404: ': is the address right?',
    407: ': the proxy wants a name and a password, as in http://NAME:PASSWORD@HOST',
    410: ': it was deleted',
  };
  return new RemoteError(url, `the server answers ${statusText(status)}${help[status] ?? ''}`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ECONNREFUSED: 'nobody listens there',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is signed by itself: NODE_EXTRA_CA_CERTS names a file to trust',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate is of an unknown authority: NODE_EXTRA_CA_CERTS names a file to trust',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is of an unknown authority: NODE_EXTRA_CA_CERTS names a file to trust',
  EPROTO: 'it does not speak TLS: for a registry without it, oci+http://',
};

function explained(error: unknown, url: string): unknown {
  if (!(error instanceof RemoteError)) return error;
  const reason = reasons[error.code] ?? error.message;
  const code = /^E[A-Z0-9]+$/.test(error.code) ? error.code : 'EREMOTE';
  return new RemoteError(url, `${reason}${proxyHint(error.code, url)}`, code, true);
}

/** A proxy that is not there, or leads nowhere, looks like a server that is not. */
function proxyHint(code: string, url: string): string {
  const isNetwork = [...passing, 'ENOTFOUND', 'ECONNREFUSED', 'EPROTO'].includes(code);
  const proxy = isNetwork ? proxyFor(new URL(url), process.env) : undefined;
  return proxy === undefined ? '' : ` (asked through the proxy ${proxy.host})`;
}

/** An answer that has to be 200, and its body of at most `most` bytes. Throws RemoteError. */
export function documentOf(
  answer: Fetched,
  most: number,
  name: string,
): { readonly answer: Fetched; readonly bytes: Uint8Array } {
  if (answer.status === 200) return { answer, bytes: bodyOf(answer, most) };
  answer.close();
  throw refusal(answer, name);
}

/** The rest of a body of at most `most` bytes. Throws RemoteError for more. */
export function bodyOf(answer: Fetched, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let piece = answer.read(); piece !== undefined; piece = answer.read()) {
    size += piece.length;
    if (size > most) {
      answer.close();
      throw new RemoteError(
        answer.url,
        `the server sends more than the ${most} bytes that such an answer may have`,
      );
    }
    pieces.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
