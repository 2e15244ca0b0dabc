/**
 * Which proxy leads to a server, as the environment says it: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`. No
 * standard has them; this is what curl(1) and Go's httpproxy have in common. Node.js has none of it before release 24.
 */
import { BlockList, isIP } from 'node:net';
import { UsageError } from '../../../usage-error.ts';
import { isLocalHost } from './word.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Undefined where the server is asked directly. Throws UsageError for a proxy that is none of HTTP. */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const [name, word] = [`${url.protocol.slice(0, -1)}_proxy`, 'all_proxy']
    .flatMap((each) => [each, each.toUpperCase()])
    .map((each) => [each, environment[each] ?? ''] as const)
    .find(([, value]) => value !== '') ?? ['', ''];
  if (word === '' || isLocalHost(url.hostname)) return undefined;
  if (isLeftOut(url, environment['no_proxy'] || environment['NO_PROXY'] || '')) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(word) ? word : `http://${word}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  // What is in the variable may be a password: it is not repeated.
  if (proxy === undefined || !['http:', 'https:'].includes(proxy.protocol))
    throw new UsageError(`${name} is no address of a proxy: http://HOST:PORT is wanted`);
  return proxy;
}

/** Names stand for all below them, with or without a dot in front; a port for itself only; networks for addresses. */
function isLeftOut(url: URL, list: string): boolean {
  const host = bare(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .some((word) => {
      if (word === '*') return true;
      if (word.includes('/')) return isInNetwork(host, word);
      const [, name = word, wantedPort = port] = /^(\[.*\]|[^:]*):(\d+)$/.exec(word) ?? [];
      const domain = bare(name).replace(/^\*?\./, '');
      return wantedPort === port && (host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`)));
    });
}

function isInNetwork(host: string, word: string): boolean {
  const [net = '', bits = ''] = word.split('/');
  const family = isIP(net) === 4 ? 'ipv4' : 'ipv6';
  const isNetwork = isIP(net) !== 0 && /^\d+$/.test(bits) && Number(bits) <= (family === 'ipv4' ? 32 : 128);
  if (!isNetwork || isIP(host) !== isIP(net)) return false;
  const network = new BlockList();
  network.addSubnet(net, Number(bits), family);
  return network.check(host, family);
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, '');
