/** For tests only: the recorded restores under ../shared/hosts, as they were written down. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ListedFile } from './listed-root.ts';

export const hostsFolder = fileURLToPath(new URL('../../../../../shared/hosts/', import.meta.url));
export const hasRecordedHosts = existsSync(`${hostsFolder}results.jsonl`);

export interface RecordedRestore {
  readonly id: string;
  readonly image: string;
  readonly options: readonly string[];
  readonly command: string;
  readonly deviation: { readonly class: string; readonly what: string };
  readonly host: Readonly<Record<string, unknown>> & {
    readonly files?: Readonly<Record<string, ListedFile>>;
  };
  readonly rc: number;
  readonly verdict: 'restores' | 'restores-with-loss' | 'fails' | 'hangs' | 'crashes';
  readonly firstError: string | null;
  readonly lastLogLine?: string | null;
  readonly log: string;
  readonly setup: {
    readonly prep?: string;
    readonly pre?: string;
    readonly criu?: string;
    readonly env?: Readonly<Record<string, string>>;
  };
}

/** Of a file of lines of JSON beside the records. */
export const linesOf = (name: string) =>
  readFileSync(hostsFolder + name, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

export const recordedRestores: readonly RecordedRestore[] = hasRecordedHosts ? linesOf('results.jsonl') : [];

/** The archive of the image in a directory below `folder`, changed as the record says; returns where it is. */
export function unpackImage(folder: string, { image, id, setup }: RecordedRestore): string {
  const at = join(folder, id);
  const archive = `${hostsFolder}images/${image}.tar.zst`;
  const script = `mkdir "$1" && cd "$1" && mkdir img && zstd -dcq --long=27 "$0" | tar xf - -C img
    if [ -d img/img ] && ! [ -d img/pre1 ]; then mv img x; mv x/img img; rm -r x; fi
    case $2 in *img*) eval "$2" ;; esac`;
  execFileSync('bash', ['-c', script, archive, at, setup.prep ?? ''], { stdio: 'ignore' });
  return join(at, 'img');
}
