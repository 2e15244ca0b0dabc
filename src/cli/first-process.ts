/**
 * A command that is the first process of its pid namespace, as in a container. The kernel gives such a process no
 * signal that it has not asked for (pid_namespaces(7)), and what Node.js calls for a signal waits for the end of work
 * that needs no event loop: neither Ctrl-C nor a stopped container would end a long command. So another process does
 * the work, and ends by a signal as anywhere else.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fstatSync } from 'node:fs';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Says to the other process which of its descriptors stays open until its guards have ended, too. */
const heldVariable = 'CR_TOOLS_GUARDS';
const held = 3;

/** Runs this command line in another process; its exit code. Undefined where none can be started. */
export async function runInAnother(): Promise<number | undefined> {
  const words = [...process.execArgv, ...process.argv.slice(1)];
  const child = spawn(process.execPath, words, {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, [heldVariable]: String(held) },
  });
  const isOver = over(child.stdio[held] as Readable | null);
  for (const signal of passedOn) process.on(signal, () => child.kill(signal));
  const end = await endOf(child);
  for (const signal of passedOn) process.removeAllListeners(signal);
  if (end === undefined || end.signal === null) return end?.code;
  // With the first process go all others, also those that remove what was being written.
  await isOver;
  return 128 + constants.signals[end.signal];
}

/** The descriptor that guards have to hold; undefined where no first process of ours waits for them. */
export function heldDescriptor(): number | undefined {
  if (process.env[heldVariable] !== String(held)) return undefined;
  try {
    return fstatSync(held).isSocket() ? held : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody has the other end any more. */
const over = (stream: Readable | null): Promise<void> =>
  new Promise((done) => {
    if (stream === null) {
      done();
      return;
    }
    stream.once('close', done);
    stream.once('error', () => done());
    stream.resume();
  });

interface End {
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
}

const endOf = (child: ChildProcess): Promise<End | undefined> =>
  new Promise((ended) => {
    child.once('error', () => ended(undefined));
    child.once('exit', (code, signal) => ended({ code: code ?? 0, signal }));
  });
