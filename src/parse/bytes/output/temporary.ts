/**
 * Names for what is being written, in the directory where it will stand: short, random, and telling who
 * writes, so that the left-overs of a run that was killed are known for what they are. A signal ends a
 * command at once, since it works without an event loop; what it was writing is removed by a guard, a shell
 * that waits for the end of the process.
 */
import { lstatSync, opendirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hexText } from '../../../byte-text.ts';
import { nodeModule } from '../../../node-module.ts';
import { isInput } from '../inputs.ts';

const prefix = '.cr-';
const suffix = '.partial';
const pattern = /^\.cr-([0-9a-f]{8})-(\d+)-(\d+)-(\d+)-[0-9a-f]{12}\.partial$/;

/** A writer on another machine or in another container cannot be asked; after so long it is not writing any more. */
const abandonedMs = 24 * 60 * 60 * 1000;
/** A directory with more entries is not searched to its end for left-overs. */
const searchedMax = 20_000;

/** Who writes: the start of the machine, the pid namespace, the pid and when that process started. */
const self = (() => {
  const boot = textOf('/proc/sys/kernel/random/boot_id').slice(0, 8);
  return {
    boot: /^[0-9a-f]{8}$/.test(boot) ? boot : '00000000',
    pidNamespace: /\d+/.exec(linkOf('/proc/self/ns/pid'))?.[0] ?? '0',
    pid: process.pid,
    start: startOf(process.pid) ?? '0',
  };
})();

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** The fields of proc_pid_stat(5) from the third on, behind a name that may hold anything. */
function fieldsOf(pid: number | string): readonly string[] {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Clock ticks after the start of the machine. */
function startOf(pid: number): string | undefined {
  return fieldsOf(pid)[19];
}

/** A free path in `directory`; what dead runs left there is removed on the way. */
export function temporaryPath(directory: string): string {
  removeAbandoned(directory);
  const { boot, pidNamespace, pid, start } = self;
  const random = hexText(crypto.getRandomValues(new Uint8Array(6)));
  return join(directory, `${prefix}${boot}-${pidNamespace}-${pid}-${start}-${random}${suffix}`);
}

function removeAbandoned(directory: string): void {
  for (const name of namesIn(directory)) {
    if (!isAbandoned(directory, name)) continue;
    try {
      rmSync(join(directory, name), { recursive: true, force: true });
    } catch {
      // Somebody else's, or gone by now: it is in nobody's way.
    }
  }
}

function namesIn(directory: string): readonly string[] {
  const names: string[] = [];
  try {
    const entries = opendirSync(directory);
    for (let count = 0; count < searchedMax; count++) {
      const entry = entries.readSync();
      if (entry === null) break;
      if (entry.name.startsWith(prefix) && entry.name.endsWith(suffix)) names.push(entry.name);
    }
    entries.closeSync();
  } catch {
    // The error that matters comes from writing there.
  }
  return names;
}

function isAbandoned(directory: string, name: string): boolean {
  const [, boot, pidNamespace, pid, start] = pattern.exec(name) ?? [];
  const stat = lstatSync(join(directory, name), { bigint: true, throwIfNoEntry: false });
  const isOurKind = stat?.isFile() === true || stat?.isDirectory() === true;
  if (pid === undefined || stat === undefined || !isOurKind) return false;
  // Somebody may look at what a killed run has left.
  if (Number(stat.uid) !== process.getuid?.() || isInput(stat)) return false;
  if (boot === self.boot && pidNamespace === self.pidNamespace) return !isRunning(Number(pid), start ?? '');
  return Date.now() - Number(stat.mtimeMs) > abandonedMs;
}

function isRunning(pid: number, start: string): boolean {
  const now = startOf(pid);
  if (now !== undefined) return now === start;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * `$1` is what was being written. Where a directory is replaced, the old one (`$2`) goes back to its place (`$3`)
 * if the new one did not reach it.
 */
const guardScript = [
  "trap '' INT TERM HUP",
  'read -r _',
  '[ -z "$2" ] || [ -e "$3" ] || [ ! -e "$2" ] || mv -- "$2" "$3"',
  '[ -z "$2" ] || rm -rf -- "$2"',
  'rm -rf -- "$1"',
].join('\n');

/** What to forget when the program ends by itself, with an error or not. */
const unfinished = new Set<() => void>();
let isListening = false;

/** Calls `discard` at the end of this process, unless what it returns is called before. */
export function discardAtExit(discard: () => void): () => void {
  unfinished.add(discard);
  if (!isListening) {
    process.once('exit', () => {
      for (const one of unfinished) one();
    });
  }
  isListening = true;
  return () => unfinished.delete(discard);
}

const guardName = 'cr-tools-guard';
let isGuarded = false;
let heldByGuards: number | undefined;

/**
 * From now on a guard watches over each output. For commands; a program that uses the library has signals of its own.
 * Guards hold `descriptor` open, for whoever waits for their end.
 */
export function guardOutputs(descriptor?: number): void {
  isGuarded = true;
  heldByGuards = descriptor;
}

/** Removes `path` when this process ends, however it ends; nothing is removed that was renamed by then. */
export function guard(path: string, swap?: { readonly aside: string; readonly place: string }): void {
  if (!isGuarded) return;
  const words = [path, swap?.aside ?? '', swap?.place ?? ''];
  const { spawn } = nodeModule('node:child_process');
  const child = spawn('/bin/sh', ['-c', guardScript, guardName, ...words], {
    stdio: ['pipe', 'ignore', 'ignore', ...(heldByGuards === undefined ? [] : [heldByGuards])],
    detached: true,
  });
  // Without a shell there is no guard; the next run removes what this one leaves.
  child.on('error', () => {});
  child.stdin?.on('error', () => {});
  child.unref();
  (child.stdin as unknown as { unref(): void } | null)?.unref();
}
