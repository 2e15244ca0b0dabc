/**
 * Ways through a proxy: http is asked of the proxy itself, and https through a tunnel that it is asked for (RFC 9110,
 * 9.3.6), in which it sees nothing. Plain JavaScript, as the thread that has it (exchange-worker.mjs).
 */
// @ts-check

import http from 'node:http';
import https from 'node:https';

/** @param {URL} proxy */
function credentials({ username, password }) {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** @param {URL} proxy */
const requestOf = ({ protocol }) => (protocol === 'https:' ? https : http).request;

/** @param {URL} proxy */
const placeOf = ({ hostname, port, protocol }) => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: port || (protocol === 'https:' ? 443 : 80),
});

/**
 * A request for a file of a server without TLS.
 * @param {URL} proxy
 * @param {URL} url
 * @param {http.RequestOptions} options
 */
export function askProxy(proxy, url, options) {
  const headers = { ...options.headers, host: url.host, ...credentials(proxy) };
  return requestOf(proxy)({ ...options, ...placeOf(proxy), path: url.href, headers, agent: false });
}

/** Its connections are tunnels, kept for the next request like others. */
export class TunnelAgent extends https.Agent {
  #proxy;
  #timeoutMs;

  /**
   * @param {URL} proxy
   * @param {{ keepAlive: boolean, timeoutMs: number }} options
   */
  constructor(proxy, { keepAlive, timeoutMs }) {
    super({ keepAlive });
    this.#proxy = proxy;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * @param {import('node:tls').ConnectionOptions} options
   * @param {(error: Error | null, socket?: import('node:stream').Duplex) => void} callback
   */
  createConnection(options, callback) {
    const target = `${options.host?.includes(':') ? `[${options.host}]` : options.host}:${options.port}`;
    const asked = requestOf(this.#proxy)({
      ...{ ...placeOf(this.#proxy), method: 'CONNECT', path: target, agent: false },
      headers: { host: target, ...credentials(this.#proxy) },
    });
    asked.setTimeout(this.#timeoutMs, () =>
      asked.destroy(Object.assign(new Error('the proxy does not answer'), { code: 'ETIMEDOUT' })),
    );
    asked.once('error', (error) => callback(error));
    asked.once('connect', ({ statusCode }, socket) => {
      socket.setTimeout(0);
      // @ts-expect-error The types have no word of it: of an agent for TLS, it makes TLS of a socket that there is.
      if (statusCode === 200) return callback(null, super.createConnection({ ...options, socket }));
      socket.destroy();
      const wish =
        statusCode === 407 ? ': it wants a name and a password, as in http://NAME:PASSWORD@HOST' : '';
      callback(Object.assign(new Error(`the proxy answers ${statusCode}${wish}`), { code: 'EREMOTE' }));
    });
    asked.end();
    return undefined;
  }
}
