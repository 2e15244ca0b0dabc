/** The facts of this machine: what capture-host.sh prints, which does the same on hosts without Node. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DocumentError } from '../../parse/bytes/document.ts';
import { checkHost, type Host } from '../../restore-sim/host/index.ts';

/** At the top of the package, which is nearer to what is built than to its source. */
const script = ['../../../', '../../', '../']
  .map((up) => fileURLToPath(new URL(`${up}capture-host.sh`, import.meta.url)))
  .find((path) => existsSync(path));

/** A hundred thousand processes take some ten million bytes. */
const outputBytesMax = 256 * 1024 * 1024;

/** Descriptors and standard input are those of this command. Throws where no shell can be run. */
export function captureHost(): Host {
  if (script === undefined) throw new DocumentError('capture-host.sh is not where it was installed');
  const { status, stdout, error } = spawnSync('sh', [script], {
    stdio: ['inherit', 'pipe', 'ignore'],
    maxBuffer: outputBytesMax,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  const host = status === 0 ? checkHost(JSON.parse(stdout)) : { problem: `it ended with ${status}` };
  if ('problem' in host) throw new DocumentError(`capture-host.sh: ${host.problem}`);
  // This command is gone before any restore begins.
  return { ...host, processes: (host.processes ?? []).filter(({ pid }) => pid !== process.pid) };
}
