/**
 * What a registry wants to see before it gives anything: often a token that anybody gets, sometimes one for a name and
 * a password (Distribution's spec/auth/token.md; RFC 6750).
 */

import { basicCredentials } from '../bytes/remote/credentials.ts';
import { documentOf, type Fetched, fetchOnce, tried } from '../bytes/remote/fetch.ts';
import { RemoteError } from '../bytes/remote/remote-error.ts';
import type { RegistryWord } from '../bytes/remote/word.ts';
import { parseBoundedJson } from '../json/bounded-json.ts';
import { asRecord, asText } from './documents.ts';

/** A token, and what is said beside it. */
const answerBytesMax = 256 * 1024;

export class RegistryLogin {
  readonly #word: RegistryWord;
  /** Sent with every question to the registry, and to nobody else. */
  authorization: string | undefined;
  #isTried = false;

  constructor(word: RegistryWord) {
    this.#word = word;
  }

  /** After a 401: whether it is worth to ask again. Throws RemoteError. */
  renew({ headers, isPublic }: Fetched): boolean {
    const challenge = headers['www-authenticate'] ?? '';
    const { host, repository } = this.#word;
    const basic = basicCredentials(host, repository);
    const wasBearer = this.authorization?.startsWith('Bearer ') === true;
    if (/^basic\b/i.test(challenge)) {
      if (basic === undefined || this.authorization === basic) return false;
      this.#refuseInTheOpen();
      this.authorization = basic;
      return true;
    }
    // A token may have expired; one that is refused at once does not become better.
    if (!/^bearer\s/i.test(challenge) || (this.#isTried && !wasBearer)) return false;
    this.#isTried = true;
    this.authorization = `Bearer ${this.#token(challenge, basic, isPublic)}`;
    return true;
  }

  #token(challenge: string, basic: string | undefined, isPublic: boolean): string {
    const { name, origin, repository } = this.#word;
    const realm = parameter(challenge, 'realm');
    if (realm === undefined || !URL.canParse(realm))
      throw new RemoteError(name, 'the registry names nobody who gives tokens');
    const url = new URL(realm);
    // Whoever listens there would get the password.
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && origin.startsWith('http:')))
      throw new RemoteError(
        name,
        `the registry wants tokens from ${url.protocol}//${url.host}, which is not safe`,
      );
    const service = parameter(challenge, 'service');
    if (service !== undefined) url.searchParams.set('service', service);
    // What we need, whatever it proposes.
    url.searchParams.set('scope', `repository:${repository}:pull`);
    url.username = '';
    url.password = '';
    if (basic !== undefined) this.#refuseInTheOpen();
    const asked = { url: url.href, authorization: basic, isPublicOnly: isPublic };
    const { bytes } = tried(() => documentOf(fetchOnce(asked), answerBytesMax, name));
    const document = asRecord(parsed(bytes));
    const token = asText(document?.['token']) ?? asText(document?.['access_token']);
    if (token !== undefined && /^[\x21-\x7e]{1,16384}$/.test(token)) return token;
    throw new RemoteError(name, `${url.host} gives no token`);
  }

  #refuseInTheOpen(): void {
    const { origin, name } = this.#word;
    if (origin.startsWith('https:') || /^http:\/\/(localhost|127\.|\[::1\])/.test(origin)) return;
    throw new RemoteError(name, 'a password is not sent without TLS: anybody in between could read it');
  }
}

/** `realm="…"` of a challenge (RFC 9110, 11.6.1). */
const parameter = (challenge: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]{1,2000})"`, 'i').exec(challenge)?.[1];

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseBoundedJson(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
