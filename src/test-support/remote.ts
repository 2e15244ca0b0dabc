/** The server of `remote-server.ts` for a test file, and what it has in its directory. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MemorySink } from '../parse/bytes/byte-sink.ts';
import { memorySource } from '../parse/bytes/byte-source.ts';
import { decodeFile, encodeFile, type Fields, type MessageRecord } from '../parse/criu/index.ts';
import { type Files, tarHeader, tarOf } from './containers.ts';
import { projectRoot } from './images.ts';
import type { LogEntry } from './remote-server.ts';

export interface RemoteServer {
  readonly port: number;
  /** Of a file in its directory, given in a manner. */
  address(manner: string, file: string): string;
  /** What was asked for since the last call. */
  log(): Promise<readonly LogEntry[]>;
  stop(): void;
}

export async function startServer(directory: string): Promise<RemoteServer> {
  const program = join(projectRoot, 'src/test-support/remote-server.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: projectRoot,
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(Number(text)));
    child.once('exit', () => reject(new Error('the server did not start')));
  });
  return {
    port,
    address: (manner, file) => `http://localhost:${port}/${manner}/${file}`,
    log: async () => (await fetch(`http://localhost:${port}/log`)).json() as Promise<readonly LogEntry[]>,
    stop: () => void child.kill(),
  };
}

/** The blobs of an OCI layout as a registry has them; returns the digest of its one manifest. */
export function writeRegistry(directory: string, layout: Files, tag: string): string {
  mkdirSync(join(directory, 'registry', 'tags'), { recursive: true });
  for (const [name, content] of Object.entries(layout))
    if (name.startsWith('blobs/')) writeFileSync(join(directory, 'registry', basename(name)), content);
  const index = JSON.parse(String(layout['index.json'])) as { manifests: { digest: string }[] };
  const { digest = '' } = index.manifests[0] ?? {};
  writeFileSync(join(directory, 'registry', 'tags', tag), digest);
  return digest;
}

const pageBytes = 4096n;
/** VMA_AREA_HEAP of criu/include/image.h. */
const areaHeap = 1 << 5;
/** PE_PRESENT of criu/include/pagemap.h. */
const pagePresent = 1 << 2;

/** A real dump whose heap is larger by so many pages of zeros, as an archive; on disk it is a hole. */
export function writeLargeArchive(path: string, images: Files, pages: number): void {
  const bytes = pageBytes * BigInt(pages);
  const [mm] = messages(images, 'mm-1.img');
  const areas = (mm?.fields['vmas'] ?? []) as readonly Fields[];
  const heap = areas.findIndex(({ status }) => (Number(status) & areaHeap) !== 0);
  const end = BigInt(areas[heap]?.['end'] as bigint);
  const vmas = areas.map((area, index) => (index === heap ? { ...area, end: end + bytes } : area));
  const map = [...messages(images, 'pagemap-1.img')];
  const at = map.findIndex(({ fields }) => BigInt((fields['vaddr'] as bigint | undefined) ?? 0) >= end);
  const [first] = map.slice(at);
  if (mm === undefined || first === undefined || heap < 0) throw new Error('the sample has no heap');
  // Pages lie in the order of the map; those of the hole before those of the areas behind.
  const isStored = ({ fields }: MessageRecord) => (Number(fields['flags'] ?? 0) & pagePresent) !== 0;
  const before = map.slice(0, at).filter(isStored);
  const split = before.reduce((sum, { fields }) => sum + Number(fields['nr_pages']) * Number(pageBytes), 0);
  map.splice(at, 0, { ...first, fields: { ...first.fields, vaddr: end, nr_pages: BigInt(pages) } });
  const { 'pages-2.img': stored = '', ...others } = images;
  const files = {
    ...others,
    'mm-1.img': encoded(images, 'mm-1.img', [{ ...mm, fields: { ...mm.fields, vmas, mm_brk: end + bytes } }]),
    'pagemap-1.img': encoded(images, 'pagemap-1.img', map),
  };
  const names = Object.keys(files).sort();
  const pick = (wanted: readonly string[]) =>
    tarOf(
      Object.fromEntries(
        wanted.map((name) => [`checkpoint/${name}`, files[name as keyof typeof files] ?? '']),
      ),
    );
  const blocks = pick(names.slice(0, 8)).subarray(0, -1024);
  const size = stored.length + Number(bytes);
  const content = Buffer.from(stored as Uint8Array);
  const fd = openSync(path, 'w');
  const put = (piece: Uint8Array, offset: number) => writeSync(fd, piece, 0, piece.length, offset) + offset;
  const start = put(tarHeader('checkpoint/pages-2.img', size), put(blocks, 0));
  put(content.subarray(split), put(content.subarray(0, split), start) + Number(bytes));
  put(pick(names.slice(8)), start + size);
  closeSync(fd);
}

const contentOf = (images: Files, name: string): Uint8Array => images[name] as Uint8Array;

function messages(images: Files, name: string): MessageRecord[] {
  const { records } = decodeFile(memorySource(contentOf(images, name)), name, () => {});
  return [...records()].filter((record): record is MessageRecord => record.kind === 'message');
}

function encoded(images: Files, name: string, records: readonly MessageRecord[]): Uint8Array {
  const sink = new MemorySink();
  encodeFile(decodeFile(memorySource(contentOf(images, name)), name, () => {}).header, records, sink);
  return sink.result();
}
