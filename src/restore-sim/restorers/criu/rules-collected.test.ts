/** One change to limits of IPC, pipes, filters, terminals or connections, and what CRIU 4.2 did with it. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { FileEdit } from '../../../model/from-criu/testing/edit-image.ts';
import { MemorySink } from '../../../parse/bytes/byte-sink.ts';
import {
  type CriuRecord,
  encodeFile,
  type Fields,
  headMagics,
  type ImageTypeName,
  imageType,
} from '../../../parse/criu/index.ts';
import { check, closeBases, counter, entry, ipc, openBases, pipes, type Row } from './testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

type Expected = Pick<Row, 'code' | 'said' | 'at'>;

const limits = 'ipcns-var-11.img';
const limitAt = { file: limits, offset: 8 };
const limit = (name: string, value: number | undefined, said?: string): Row => ({
  what: `${name} ${value}`,
  base: counter,
  edits: entry(limits, 0, () => ({ [name]: value })),
  ...(said === undefined
    ? { verdict: 'restores' }
    : { verdict: 'fails', code: 'criu-ipc-variable', said: `Can't write ${said}`, at: limitAt }),
});

const limitRows: readonly Row[] = [
  limit('auto_msgmni', 1),
  limit('auto_msgmni', 2, 'kernel/auto_msgmni: Invalid argument'),
  limit('msg_ctlmni', 65536, 'kernel/msgmni: Invalid argument'),
  limit('shm_ctlmni', 65536, 'kernel/shmmni: Invalid argument'),
  limit('shm_rmid_forced', 1),
  limit('shm_rmid_forced', 2, 'kernel/shm_rmid_forced: Invalid argument'),
  limit('mq_queues_max', 0),
  limit('mq_queues_max', 0x7fff_ffff),
  limit('mq_msg_max', 65536),
  limit('mq_msg_max', 0, 'fs/mqueue/msg_max: Invalid argument'),
  limit('mq_msgsize_max', 127, 'fs/mqueue/msgsize_max: Invalid argument'),
  limit('mq_msg_default', undefined),
  limit('mq_msg_default', 0, 'fs/mqueue/msg_default: Invalid argument'),
  limit('mq_msgsize_default', undefined, 'fs/mqueue/msgsize_default: Invalid argument'),
  {
    what: 'a limit of sets beyond the kernel',
    base: counter,
    edits: entry(limits, 0, () => ({ sem_ctls: [32000, 1, 500, 65536] })),
    verdict: 'fails',
    code: 'criu-ipc-variable',
    at: limitAt,
    said: "Can't write kernel/sem: Numerical result out of range",
  },
  {
    what: 'segments that die as soon as nobody has them attached',
    base: ipc,
    edits: entry(limits, 0, () => ({ shm_rmid_forced: 1 })),
    verdict: 'fails',
    code: 'criu-segment-missing',
    said: 'mapping with 0xffffffffffffffea',
    at: limitAt,
  },
];

const trailing =
  (bytes: number): FileEdit =>
  (records) => [...records, { kind: 'opaque', reason: 'unreadable', offset: 0, data: new Uint8Array(bytes) }];

const failing = (what: string, edits: Row['edits'], expected: Expected): Row => ({
  what,
  base: pipes,
  edits,
  verdict: 'fails',
  ...expected,
});
const restoring = (what: string, edits: Row['edits']): Row => ({
  what,
  base: pipes,
  edits,
  verdict: 'restores',
});

const dataRows: readonly Row[] = [
  failing(
    'a pipe without a size, and much in it',
    entry('pipes-data.img', 1, () => ({ size: undefined })),
    {
      code: 'criu-pipe-data',
      said: '0x182f9: Error splicing data: Resource temporarily unavailable',
    },
  ),
  failing(
    'a small pipe, and much in it',
    entry('pipes-data.img', 1, () => ({ size: 999 })),
    {
      code: 'criu-pipe-data',
    },
  ),
  restoring(
    'a small pipe, and little in it',
    entry('pipes-data.img', 0, () => ({ size: 2 })),
  ),
  failing(
    'a pipe of 2 GiB',
    entry('pipes-data.img', 0, () => ({ size: 0x7fff_ffff })),
    {
      code: 'criu-pipe-data',
      said: "Can't restore pipe size",
    },
  ),
  restoring(
    'data of a pipe that nobody has',
    entry('pipes-data.img', 1, () => ({ pipe_id: 1, size: 999 })),
  ),
  failing(
    'bytes after the data',
    { 'fifo-data.img': trailing(3) },
    {
      code: 'criu-unreadable',
      at: { file: 'fifo-data.img', offset: 32 },
    },
  ),
  failing('an empty file of pipes', { 'pipes-data.img': new Uint8Array() }, { code: 'criu-unreadable' }),
  restoring('no filters in the file', { 'seccomp.img': () => [] }),
  restoring('filters that were cut', { 'seccomp.img': () => [opaque(Uint8Array.of(9, 0, 0, 0, 1))] }),
  failing('an empty file of filters', { 'seccomp.img': new Uint8Array() }, { code: 'criu-unreadable' }),
];

const opaque = (data: Uint8Array): CriuRecord => ({ kind: 'opaque', reason: 'unreadable', offset: 0, data });

const message = (name: string, fields: Fields) =>
  ({ kind: 'message', message: name, fields, offset: 0, length: 0 }) as unknown as CriuRecord;

/** A file of one record that the samples lack. */
function made(type: ImageTypeName, fields: Fields): Uint8Array {
  const sink = new MemorySink();
  const { magic = 0, message: name = '' } = imageType(type);
  encodeFile({ name: '', magics: [headMagics.common, magic] }, [message(name, fields)], sink);
  return sink.result();
}

const owner = { uid: 0, euid: 0, signum: 0, pid_type: 0, pid: 0 };
const withFiles =
  (...files: Fields[]): FileEdit =>
  (records) => [...records, ...files.map((fields) => message('file_entry', fields))];

// As CRIU writes it of a terminal without peculiarities.
const settings = {
  c_iflag: 1280,
  c_oflag: 5,
  c_cflag: 191,
  c_lflag: 35387,
  c_line: 0,
  c_ispeed: 0,
  c_ospeed: 0,
};
const termios = { ...settings, c_cc: Array.from({ length: 19 }, () => 0) };
const master = {
  id: 1,
  type: 1,
  locked: false,
  exclusive: false,
  packet_mode: false,
  sid: 0,
  pgrp: 0,
  rdev: 1282,
  termios,
  termios_locked: termios,
  pty: { index: 0 },
  winsize: { ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 },
};
const slave = { ...master, id: 0, rdev: 34816 };
const terminalFiles = withFiles(
  { type: 11, id: 501, tty: { id: 501, tty_info_id: 1, flags: 2, fown: owner } },
  {
    type: 1,
    id: 501,
    reg: { id: 501, flags: 0, pos: 0n, fown: owner, name: 'dev/ptmx', mnt_id: 70 },
  },
);
const terminal = (fields: object, base: object = master): Row['edits'] => ({
  'files.img': terminalFiles,
  'tty-info.img': made('TTY_INFO', { ...base, ...fields } as Fields),
});
const terminalAt = { file: 'tty-info.img', offset: 8 };

const terminalRows: readonly Row[] = [
  restoring('a master of its own', terminal({})),
  failing('no kind of terminal', terminal({ type: 9 }), {
    code: 'criu-terminal',
    said: 'Unexpected TTY type 9 (id 0x1)',
    at: terminalAt,
  }),
  failing('a pair without a number', terminal({ pty: undefined }), {
    code: 'criu-terminal',
    said: 'No PTY data',
  }),
  failing('a device that is no terminal', terminal({ rdev: 0x3e7 }), {
    code: 'criu-terminal',
    said: 'Unable to find a tty driver (rdev 0x3e7 dev 0x0)',
    at: terminalAt,
  }),
  failing('a master without settings', terminal({ termios: undefined }), {
    code: 'criu-terminal',
    said: 'Corrupted master peer 0x1',
  }),
  failing('a slave with some settings', terminal({ winsize: undefined }, slave), {
    code: 'criu-terminal',
    said: 'Corrupted slave peer 0x0',
  }),
  failing('18 control characters', terminal({ termios: { ...settings, c_cc: termios.c_cc.slice(1) } }), {
    code: 'criu-terminal',
    said: 'pty ID 0x1 n_c_cc (18) has wrong value',
  }),
  failing('a session that nobody leads', terminal({ sid: 77 }), {
    code: 'criu-terminal',
    said: 'No task found with sid 77',
    at: terminalAt,
  }),
  failing('pair 999', terminal({ pty: { index: 999 } }), {
    code: 'criu-terminal',
    said: 'Unable to open dev/ptmx with specified index 999',
  }),
  failing('a large number', terminal({ id: 65537 }), { code: 'criu-terminal', at: terminalAt }),
  failing(
    'a terminal without its record',
    { 'files.img': terminalFiles },
    {
      code: 'criu-terminal',
      said: 'Not all TTYs got its infos',
    },
  ),
  failing(
    'data for no terminal',
    { ...terminal({}), 'tty-data.img': made('TTY_DATA', { tty_id: 2, data: Uint8Array.of(1) } as Fields) },
    {
      code: 'criu-terminal',
      said: 'No tty found to queued data on id 0x2',
      at: { file: 'tty-data.img', offset: 8 },
    },
  ),
];

const stream = {
  inq_len: 0,
  inq_seq: 3384272686,
  outq_len: 0,
  outq_seq: 450229279,
  opt_mask: 7,
  snd_wscale: 10,
  mss_clamp: 65495,
  rcv_wscale: 10,
  timestamp: 1532400514,
  unsq_len: 0,
  snd_wl1: 3384272685,
  snd_wnd: 65536,
  max_window: 65536,
  rcv_wnd: 65536,
  rcv_wup: 3384272686,
};
const socket = {
  id: 502,
  ino: 0xabc,
  family: 2,
  type: 1,
  proto: 6,
  state: 1,
  src_port: 9,
  dst_port: 10,
  flags: 2,
  backlog: 0,
  src_addr: [0x0100007f],
  dst_addr: [0x0100007f],
  fown: owner,
  opts: {
    so_sndbuf: 1,
    so_rcvbuf: 1,
    so_snd_tmo_sec: 0n,
    so_snd_tmo_usec: 0n,
    so_rcv_tmo_sec: 0n,
    so_rcv_tmo_usec: 0n,
  },
};
const connection = (fields: object): Row['edits'] => ({
  'files.img': withFiles({ type: 4, id: 502, isk: socket } as unknown as Fields),
  'tcp-stream-abc.img': made('TCP_STREAM', { ...stream, ...fields } as Fields),
});
const refused = (what: string, fields: object, said: string): Row =>
  failing(what, connection(fields), {
    code: 'criu-tcp-stream',
    said,
    at: { file: 'tcp-stream-abc.img', offset: 8 },
  });

const streamRows: readonly Row[] = [
  restoring('a connection', connection({})),
  refused('no length of what was not sent', { unsq_len: undefined }, 'No unsq len in the image'),
  refused('no scale of the window', { rcv_wscale: undefined }, 'No rcv wscale in the image'),
  refused('no timestamp', { timestamp: undefined }, 'No timestamp in the image'),
  refused('a scale of 999', { snd_wscale: 999 }, "Can't repair options: File too large"),
  refused(
    'a smaller largest window',
    { max_window: 65535 },
    'Unable to set window parameters: Invalid argument',
  ),
  refused('an update from the future', { snd_wl1: 999 }, 'Unable to set window parameters'),
  refused('more told than received', { rcv_wup: 3384272687 }, 'Unable to set window parameters'),
  restoring('a smaller window', connection({ snd_wnd: 0 })),
  failing(
    'no stream',
    { 'files.img': withFiles({ type: 4, id: 502, isk: socket } as unknown as Fields) },
    {
      code: 'criu-file-missing',
      at: { file: 'tcp-stream-abc.img' },
    },
  ),
];

describe.each([
  ['limits of System V IPC and queues', limitRows],
  ['pipes and filters', dataRows],
  ['terminals', terminalRows],
  ['TCP', streamRows],
])('%s', (_, rows) => {
  test.each(rows)('$what: $verdict', (row) => check(row));
});
