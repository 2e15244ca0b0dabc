/**
 * For tests only: what was seen inside the containers of real images, in one form for the
 * two collectors that wrote it. Does not look at our own output.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realImages, type TestImage } from '../../test-support/images.ts';

export interface RealImage {
  /** `2.6.18/a` */
  readonly name: string;
  readonly path: string;
  readonly truth: Truth;
  /** What the programs inside say of themselves; empty when nothing was kept. */
  readonly ownTruth: string;
}

export interface TruthThread {
  readonly tid: number;
  readonly comm: string;
  readonly state: string;
  /** Field 22 of `/proc/PID/stat`, in ticks of 1/100 s since the container started. */
  readonly startTicks: number;
}

export interface TruthMap {
  readonly start: bigint;
  readonly end: bigint;
  readonly perms: string;
  readonly offset: bigint;
  readonly path: string;
}

export interface TruthProcess extends Omit<TruthThread, 'tid'> {
  readonly pid: number;
  readonly ppid: number;
  readonly pgid: number;
  readonly sid: number;
  /** Real, effective, saved, file system. */
  readonly uid: readonly number[];
  readonly gid: readonly number[];
  readonly groups: readonly number[];
  readonly nice: number;
  readonly exitSignal: number;
  readonly cmdline: readonly string[];
  readonly threads: readonly TruthThread[];
  readonly fds: readonly { readonly fd: number; readonly link: string; readonly info?: string }[];
  readonly maps: readonly TruthMap[];
  /** Hexadecimal. */
  readonly masks: Readonly<
    Record<'sigPnd' | 'shdPnd' | 'sigBlk' | 'sigIgn' | 'sigCgt' | 'capPrm' | 'capEff', string>
  >;
}

export interface Truth {
  readonly hz: number;
  readonly processes: readonly TruthProcess[];
  /** As the collector wrote it. */
  // biome-ignore lint/suspicious/noExplicitAny: the two collectors wrote different JSON, tests pick from it.
  readonly raw: any;
}

// biome-ignore lint/suspicious/noExplicitAny: see Truth.raw.
type Json = any;

function truthOf(raw: Json): Truth {
  if (raw.processes) return { hz: raw.hz, processes: raw.processes.map(processOf2618), raw };
  const processes = raw.procs.filter((entry: Json) => isInImage(entry, raw.collector_pid));
  return { hz: raw.kernel_hz, processes: processes.map(processOf2632), raw };
}

/** PF_KTHREAD of 2.6.32: the container's own kernel threads are not dumped, nor is the collector. */
const kernelThreadFlag = 0x00200000;

const isInImage = (entry: Json, collector: number): boolean =>
  entry.pid !== collector && (entry.stat.flags & kernelThreadFlag) === 0;

/** Written while the container was frozen; `state_live` was seen before. */
function processOf2618(entry: Json): TruthProcess {
  return {
    ...entry,
    state: entry.state_live ?? entry.state,
    startTicks: entry.starttime_field22,
    exitSignal: entry.exit_signal,
    cmdline: entry.cmdline ?? [],
    threads: entry.threads.map((thread: Json) => ({
      ...thread,
      state: thread.state_live ?? thread.state,
      startTicks: thread.starttime_field22,
    })),
    fds: Object.entries(entry.fds ?? {}).map(([fd, link]) => ({ fd: Number(fd), link: String(link) })),
    maps: (entry.maps ?? []).map((map: Json) => ({
      ...map,
      start: BigInt(`0x${map.start}`),
      end: BigInt(`0x${map.end}`),
      offset: BigInt(`0x${map.offset}`),
    })),
    masks: {
      sigPnd: entry.sigpnd,
      shdPnd: entry.shdpnd,
      sigBlk: entry.sigblk,
      sigIgn: entry.sigign,
      sigCgt: entry.sigcgt,
      capPrm: entry.cap_prm,
      capEff: entry.cap_eff,
    },
  };
}

function processOf2632({ pid, stat, status, cmdline, threads, fds, maps }: Json): TruthProcess {
  const line = (name: string): string => new RegExp(`^${name}:[^\\S\n]*(.*)$`, 'm').exec(status)?.[1] ?? '';
  const numbers = (name: string): number[] => line(name).split(/\s+/).filter(Boolean).map(Number);
  return {
    ...stat,
    pid,
    startTicks: stat.starttime,
    uid: numbers('Uid'),
    gid: numbers('Gid'),
    groups: numbers('Groups'),
    exitSignal: stat.exit_signal,
    cmdline: cmdline.split('\0').slice(0, -1),
    threads: threads.map((thread: Json) => ({
      tid: thread.tid,
      ...thread.stat,
      startTicks: thread.stat.starttime,
    })),
    fds,
    maps: maps.split('\n').filter(Boolean).map(mapOfLine),
    masks: {
      sigPnd: line('SigPnd'),
      shdPnd: line('ShdPnd'),
      sigBlk: line('SigBlk'),
      sigIgn: line('SigIgn'),
      sigCgt: line('SigCgt'),
      capPrm: line('CapPrm'),
      capEff: line('CapEff'),
    },
  };
}

function mapOfLine(line: string): TruthMap {
  const parts = /^(\w+)-(\w+) (\S+) (\w+) \S+ \d+ ?\s*?(\s\(deleted\).*|\S.*|)$/.exec(line);
  if (!parts) throw new Error(`no map line: ${line}`);
  const [, start, end, perms = '', offset, path = ''] = parts;
  const number = (digits = '') => BigInt(`0x${digits}`);
  return { start: number(start), end: number(end), perms, offset: number(offset), path: path.trim() };
}

/** All images that a kernel wrote and that have a truth file. */
export const imagesWithTruth: readonly RealImage[] = realImages
  .filter((image): image is TestImage & { truthPath: string } => image.truthPath !== undefined)
  .map(({ name, path, truthPath }) => {
    const own = join(dirname(path), 'own_truth.txt');
    return {
      name: name.replace('samples/', ''),
      path,
      truth: truthOf(JSON.parse(readFileSync(truthPath, 'utf8'))),
      ownTruth: existsSync(own) ? readFileSync(own, 'utf8') : '',
    };
  });
