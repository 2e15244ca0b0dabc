/** Connections of TCP that are made again with all their state (criu/sk-tcp.c, soccr/soccr.c). */
import { type Entry, placeOf } from '../../../model/from-criu/image.ts';
import { fieldsAs } from '../../../model/from-criu/open-files.ts';
import type { InetSkEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { CriuRestore } from './context.ts';
import { needEntry } from './read-file.ts';
import type { OpenFiles } from './shared-files.ts';
import { fails } from './stop.ts';

const protocolTcp = 6;
/** linux/tcp_states.h: TCP_CLOSE and TCP_LISTEN have no peer. */
const unconnected: readonly number[] = [7, 10];

export const isConnected = ({ proto, state = 0 }: InetSkEntry): boolean =>
  proto === protocolTcp && !unconnected.includes(state);

// Holds for dumps with --tcp-close, which have no streams; restores with it do not read them.
export function checkStreams(restore: CriuRestore, files: OpenFiles): void {
  if (restore.inventory.closesTcp) return;
  for (const file of files.values()) {
    const socket = fieldsAs(file, 'INETSK');
    if (socket === undefined || !isConnected(socket)) continue;
    checkStream(needEntry(restore, 'TCP_STREAM', 'tcp_stream_entry', socket.ino ?? 0));
  }
}

/** linux/tcp.h: TCPI_OPT_*. */
const optionTimestamps = 1;
const optionScale = 4;
/** TCP_MAX_WSCALE of the kernel. */
const scaleMax = 14;

function checkStream(stream: Entry<'tcp_stream_entry'>): void {
  const { fields } = stream;
  function refused(text: string, why = ''): never {
    fails('criu-tcp-stream', placeOf(stream), `CRIU: "${text}"${why}`);
  }
  if (fields.unsq_len === undefined) refused('tcp: No unsq len in the image');
  const options = fields.opt_mask ?? 0;
  if ((options & optionScale) !== 0) {
    if (fields.rcv_wscale === undefined) refused('tcp: No rcv wscale in the image');
    // One word for both, as the kernel takes it apart.
    const both = (BigInt(fields.snd_wscale ?? 0) + (BigInt(fields.rcv_wscale) << 16n)) & 0xffff_ffffn;
    const [send, receive] = [Number(both & 0xffffn), Number(both >> 16n)];
    if (send > scaleMax || receive > scaleMax)
      refused(
        "Can't repair options: File too large",
        `; window scales ${send} and ${receive}, ${scaleMax} is the largest`,
      );
  }
  if ((options & optionTimestamps) !== 0 && fields.timestamp === undefined)
    refused('tcp: No timestamp in the image');
  const wrong = fields.snd_wnd === undefined ? undefined : wrongWindow(fields);
  if (wrong !== undefined) refused('Unable to set window parameters: Invalid argument', `; ${wrong}`);
}

/** Whether one sequence number comes after another. */
const isAfter = (number: number, other: number): boolean => ((other - number) | 0) < 0;

/** net/ipv4/tcp.c, tcp_repair_set_window; what was received last is the end of the queue. */
function wrongWindow(fields: Entry<'tcp_stream_entry'>['fields']): string | undefined {
  const { snd_wnd: send = 0, max_window: largest = 0, snd_wl1: updated = 0 } = fields;
  const { rcv_wnd: receive = 0, rcv_wup: told = 0, inq_seq: next = 0 } = fields;
  if (largest < send) return `max_window ${largest} is below snd_wnd ${send}`;
  if (isAfter(updated, next + receive)) return `snd_wl1 ${updated} is beyond the window after ${next}`;
  return isAfter(told, next) ? `rcv_wup ${told} is after inq_seq ${next}` : undefined;
}
