/** `--on`, the same for every command. */
import { readJsonDocument } from '../parse/bytes/document.ts';
import { checkHost, type Host } from '../restore-sim/host/index.ts';
import { UsageError } from '../usage-error.ts';
import { captureHost } from './restore-sim/capture.ts';

/** `this-host`, or a document of --capture-host. */
export function hostFrom(on: string | undefined): Host | undefined {
  if (on === undefined) return undefined;
  if (on === 'this-host') return captureHost();
  const host = checkHost(readJsonDocument(on));
  if ('problem' in host) throw new UsageError(`--on ${on}: ${host.problem}`);
  return host;
}
