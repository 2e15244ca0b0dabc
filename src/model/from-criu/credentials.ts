/** Credentials of a thread: in its core since CRIU 2.0, in a file of the process before. */
import type { CredsEntry } from '../../parse/generated/criu-descriptors.ts';
import type { Credentials } from '../checkpoint.ts';
import { type Interning, intern, internOf } from '../intern.ts';
import { textOf } from './image.ts';

/** Two words of a capability set, low one first (capget(2), version 3). */
const capabilities = (words: readonly number[] | undefined): bigint =>
  (words ?? []).reduce((set, word, index) => set | (BigInt(word >>> 0) << BigInt(32 * index)), 0n);

/** Undefined for zombies: nothing is stored of them. */
export function credentialsOf(context: Interning, creds: CredsEntry | undefined): Credentials | undefined {
  if (creds === undefined) return undefined;
  return internOf(ofMessage, creds, () => {
    const made = makeCredentials(creds);
    const key = JSON.stringify(made, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    return intern(context, `creds ${key}`, () => made);
  });
}

const ofMessage = new WeakMap<CredsEntry, Credentials>();

function makeCredentials(creds: CredsEntry): Credentials {
  const { uid = 0, euid = 0, suid = 0, fsuid = 0, gid = 0, egid = 0, sgid = 0, fsgid = 0 } = creds;
  return {
    uid,
    euid,
    suid,
    fsuid,
    gid,
    egid,
    sgid,
    fsgid,
    groups: creds.groups ?? [],
    capEffective: capabilities(creds.cap_eff),
    capInheritable: capabilities(creds.cap_inh),
    capPermitted: capabilities(creds.cap_prm),
    capBounding: capabilities(creds.cap_bnd),
    securebits: creds.secbits ?? 0,
    capAmbient: creds.cap_amb && capabilities(creds.cap_amb),
    noNewPrivs: creds.no_new_privs === undefined ? undefined : creds.no_new_privs !== 0,
    lsmProfile: textOf(creds.lsm_profile),
  };
}
