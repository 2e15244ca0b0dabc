/** The facts of this machine: what capture-host.sh prints, which does the same on hosts without Node. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DocumentError } from '../../parse/bytes/document.ts';
import { checkHost, type Host } from '../../restore-sim/host/index.ts';
import { packageFile } from '../version.ts';

const script = fileURLToPath(packageFile('capture-host.sh'));

/** A hundred thousand processes take some ten million bytes. */
const outputBytesMax = 256 * 1024 * 1024;

/** Descriptors and standard input are those of this command. Throws where no shell can be run. */
export function captureHost(): Host {
  if (!existsSync(script)) throw new DocumentError('capture-host.sh is not where it was installed');
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
