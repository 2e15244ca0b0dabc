/**
 * A command that is the first process of its pid namespace, as in a container. The kernel gives such a process no
 * signal that it has not asked for (pid_namespaces(7)), and what Node.js calls for a signal waits for the end of work
 * that needs no event loop: neither Ctrl-C nor a stopped container would end a long command. So another process does
 * the work, and ends by a signal as anywhere else.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { guardsEnded } from '../parse/bytes/output/temporary.ts';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Runs this command line in another process; its exit code. Undefined where none can be started. */
export async function runInAnother(): Promise<number | undefined> {
  const words = [...process.execArgv, ...process.argv.slice(1)];
  const child = spawn(process.execPath, words, { stdio: 'inherit' });
  for (const signal of passedOn) process.on(signal, () => child.kill(signal));
  const end = await endOf(child);
  for (const signal of passedOn) process.removeAllListeners(signal);
  if (end === undefined || end.signal === null) return end?.code;
  // With the first process go all others, also those that remove what was being written.
  await guardsEnded();
  return 128 + constants.signals[end.signal];
}

interface End {
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
}

const endOf = (child: ChildProcess): Promise<End | undefined> =>
  new Promise((ended) => {
    child.once('error', () => ended(undefined));
    child.once('exit', (code, signal) => ended({ code: code ?? 0, signal }));
  });
