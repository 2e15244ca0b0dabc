/** For tests only: the files of a recorded host. */
import type { ListedFile } from './listed-root.ts';
import { hasRecordedHosts, linesOf, type RecordedRestore } from './recorded-restores.ts';

const hostFiles: ReadonlyMap<string, Readonly<Record<string, ListedFile>>> = new Map(
  hasRecordedHosts ? linesOf('images/host-files.jsonl').map(({ image, files }) => [image, files]) : [],
);

export interface RecordedFiles {
  /** As the tree sees them. */
  readonly inside: ReadonlyMap<string, ListedFile>;
  /** As whoever restores sees them. */
  readonly outside: ReadonlyMap<string, ListedFile>;
}

interface Tree {
  readonly put: (path: string, file: ListedFile) => void;
  readonly isContainer: boolean;
  readonly inside: ReadonlyMap<string, ListedFile>;
}

export function recordedFiles(record: RecordedRestore): RecordedFiles {
  const { image, host } = record;
  const inside = new Map<string, ListedFile>();
  const outside = new Map<string, ListedFile>();
  const undeviated = hostFiles.get(image) ?? {};
  const isContainer = Object.keys(undeviated).some((name) => name.startsWith('host:'));
  const put = (path: string, file: ListedFile) => {
    if (path.startsWith('host:')) outside.set(path.slice(5), file);
    else {
      inside.set(path, file);
      outside.set(isContainer ? `/ctr${path === '/' ? '' : path}` : path, file);
    }
  };
  outside.set('/etc/passwd', { type: 'file', size: 1 });
  // Every control of an image with a tun device was restored.
  outside.set('/dev/net/tun', { type: 'char' });
  for (const [path, file] of Object.entries(undeviated)) put(path, file);
  for (const [path, file] of Object.entries(host.files ?? {})) put(path, file);
  addWords(record, { put, isContainer, inside });
  return { inside, outside };
}

/** Facts that the record has as words only. */
function addWords({ setup, deviation }: RecordedRestore, { put, isContainer, inside }: Tree): void {
  const pre = setup.pre ?? '';
  // What a moved directory held is where it was moved to, and nobody lists it there.
  const moved = /^mv (\S+) (\S+); ln -s \S+ \1$/.exec(setup.prep ?? '');
  if (moved !== null)
    for (const [path, file] of [...inside])
      if (path.startsWith(`/${moved[1]}/`) || path === `/${moved[1]}`) {
        const { was = file } = file;
        put(`/${moved[2]}${path.slice((moved[1] ?? '').length + 1)}`, was);
      }
  if (/> \/wk\/pidfile/.test(pre)) put('/wk/pidfile', { exists: true, type: 'file', size: 2 });
  for (const [, name] of pre.matchAll(/ip netns add (\w+)/g))
    put(`${isContainer ? 'host:' : ''}/run/netns/${name}`, { type: 'file' });
  for (const [, path = ''] of pre.matchAll(/mkdir (?:-p )?(\/\S+?)(?=[;\s]|$)/g))
    put(`${isContainer ? 'host:' : ''}${path}`, { type: 'dir', mode: '0o40755' });
  if (/umount \/dev\/shm/.test(pre) || deviation.what.includes('host rebooted'))
    put('/dev/shm/oshm', { exists: false });
  else if (/> \/dev\/shm\/oshm/.test(pre)) put('/dev/shm/oshm', { type: 'file', mode: '0o100600', size: 0 });
  else put('/dev/shm/oshm', { type: 'file', mode: '0o100600', size: 65536 });
}
