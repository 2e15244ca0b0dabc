/** The IPC namespace: limits, and its objects in the order of the series: shared memory, messages, semaphores. */
import type { IpcPermissions } from '../../../model/checkpoint.ts';
import { numberOfKind } from '../../../parse/linux-cr/context.ts';
import { joined, noPayload, type Payload, payloadOf } from '../../../parse/linux-cr/record.ts';
import type { Build, Records } from './build.ts';
import { pageRecords, sharedPieces } from './pages.ts';

const seconds = (ns: bigint): bigint => ns / 1_000_000_000n;

const permsOf = ({ id, key, uid, gid, cuid, cgid, mode, seq }: IpcPermissions) => ({
  id,
  key: key >>> 0,
  uid,
  gid,
  cuid,
  cgid,
  mode,
  seq,
});

/** What kernels of the series start with; CPT images of old kernels have no limits. */
const defaultLimits = {
  shmMaxBytes: 33554432n,
  shmAllPages: 2097152n,
  shmMni: 4096,
  msgMaxBytes: 8192,
  msgMni: 1024,
  msgMnbBytes: 16384,
  semMsl: 250,
  semMns: 32000,
  semOpm: 32,
  semMni: 128,
};

export function* ipcRecords(build: Build): Records {
  const { checkpoint } = build;
  const limits = checkpoint.container.ipcLimits ?? defaultLimits;
  yield build.record('ipc_ns', {
    shmCtlmax: limits.shmMaxBytes,
    shmCtlall: limits.shmAllPages,
    shmCtlmni: limits.shmMni,
    msgCtlmax: limits.msgMaxBytes,
    msgCtlmnb: limits.msgMnbBytes,
    msgCtlmni: limits.msgMni,
    semCtlMsl: limits.semMsl,
    semCtlMns: limits.semMns,
    semCtlOpm: limits.semOpm,
    semCtlMni: limits.semMni,
  });
  const group = (kind: 'ipc_shm' | 'ipc_msg' | 'ipc_sem', ipcCount: number) =>
    build.record('ipc', { ipcType: numberOfKind(build.layout, kind), ipcCount });
  const byIndex = <Item extends IpcPermissions>(items: Iterable<Item>) =>
    [...items].sort((a, b) => (a.id & 0x7fff) - (b.id & 0x7fff));
  yield group('ipc_shm', checkpoint.sharedMemories.size);
  yield* segments(build, byIndex(checkpoint.sharedMemories.values()));
  yield group('ipc_msg', checkpoint.messageQueues.length);
  yield* queues(build, byIndex(checkpoint.messageQueues));
  yield group('ipc_sem', checkpoint.semaphoreSets.length);
  yield* semaphores(build, byIndex(checkpoint.semaphoreSets));
}

type Segment = Build['checkpoint']['sharedMemories'] extends ReadonlyMap<unknown, infer T> ? T : never;

function* segments(build: Build, found: readonly Segment[]): Records {
  for (const segment of found) {
    const { number } = build.number(`inode ${segment.inode}`);
    yield build.record('ipc_shm', {
      perms: permsOf(segment),
      shmSegsz: segment.sizeBytes,
      shmAtim: seconds(segment.atimeNs),
      shmDtim: seconds(segment.dtimeNs),
      shmCtim: seconds(segment.ctimeNs),
      shmCprid: segment.cpid,
      shmLprid: segment.lpid,
      mlockUid: segment.lockUser ?? 0xffff_ffff,
      flags: 0,
      objref: number,
    });
    yield* pageRecords(build, sharedPieces(build, segment.inode));
  }
}

/** DATALEN_MSG and DATALEN_SEG of ipc/msgutil.c: a page without the header of a message, and of a piece. */
const firstPieceBytes = (word: number): number => 4096 - (word === 8 ? 48 : 24);
const nextPieceBytes = (word: number): number => 4096 - word;

function* queues(build: Build, found: Build['checkpoint']['messageQueues']): Records {
  for (const queue of found) {
    yield build.record('ipc_msg', {
      perms: permsOf(queue),
      qStime: seconds(queue.stimeNs),
      qRtime: seconds(queue.rtimeNs),
      qCtime: seconds(queue.ctimeNs),
      qCbytes: queue.messages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n),
      qQnum: BigInt(queue.messages.length),
      qQbytes: queue.limitBytes,
      qLspid: queue.lspid,
      qLrpid: queue.lrpid,
    });
    for (const { type, sizeBytes, text, rest = [] } of queue.messages) {
      yield build.record('ipc_msg_msg', { mType: type, mTs: sizeBytes });
      const whole = joined([text, ...rest]);
      if (whole.length === 0) yield build.buffer(noPayload);
      const { word } = build.context;
      for (let at = 0; at < whole.length; ) {
        const length = Math.min(at === 0 ? firstPieceBytes(word) : nextPieceBytes(word), whole.length - at);
        yield build.buffer(slice(whole, at, length));
        at += length;
      }
    }
  }
}

/** Part of several ranges that stand for one text. */
function slice(whole: Payload, start: number, length: number): Payload {
  if (!('parts' in whole)) return whole;
  const parts: Payload[] = [];
  let at = 0;
  for (const part of whole.parts) {
    const from = Math.max(start, at);
    const to = Math.min(start + length, at + part.length);
    if (to > from && 'offset' in part) parts.push({ offset: part.offset + from - at, length: to - from });
    at += part.length;
  }
  return joined(parts);
}

function* semaphores(build: Build, found: Build['checkpoint']['semaphoreSets']): Records {
  for (const set of found) {
    yield build.record('ipc_sem', {
      perms: permsOf(set),
      semOtime: seconds(set.otimeNs),
      semCtime: seconds(set.ctimeNs),
      semNsems: set.semaphores.length,
    });
    const bytes = new Uint8Array(8 * set.semaphores.length);
    const view = new DataView(bytes.buffer);
    set.semaphores.forEach(({ value, pid }, index) => {
      view.setUint32(8 * index, value, true);
      view.setUint32(8 * index + 4, pid, true);
    });
    yield build.buffer(payloadOf(bytes));
  }
}
