/**
 * Names and passwords for servers, from the file that the user names in REGISTRY_AUTH_FILE, and from nowhere else: the
 * form that `podman login --authfile` and `docker login` write (containers-auth.json(5)).
 */

import { UsageError } from '../../../usage-error.ts';
import { readJsonDocument } from '../document.ts';

const variable = 'REGISTRY_AUTH_FILE';
const fileBytesMax = 1024 * 1024;

/** `Basic …` for a host (with its port), and for a path below it where the file has one; undefined without any. */
export function basicCredentials(host: string, path = ''): string | undefined {
  const file = process.env[variable];
  if (file === undefined || file === '') return undefined;
  const auths = ownRecord(ownRecord(readJsonDocument(file, fileBytesMax))?.['auths']);
  if (auths === undefined)
    throw new UsageError(`${file} (${variable}) has no "auths", as "podman login" writes them`);
  const parts = path.split('/').filter((part) => part !== '');
  // The longest path that the file has wins.
  for (let count = parts.length; count >= 0; count--) {
    const key = [host, ...parts.slice(0, count)].join('/');
    const auth = Object.hasOwn(auths, key) ? ownRecord(auths[key])?.['auth'] : undefined;
    if (typeof auth === 'string' && /^[A-Za-z0-9+/=]+$/.test(auth)) return `Basic ${auth}`;
  }
  return undefined;
}

const ownRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
