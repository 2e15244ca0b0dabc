/**
 * Packets that wait in sockets: kernel/cpt/rst_socket.c rst_skb, and what the kernels do with the private
 * areas of TCP segments. The bytes of packets are not looked at.
 */
import { objectType, skbQueue, socketFamily, socketType } from '../../../parse/generated/cpt-records.ts';
import type { ObjectHeader, ReadObject } from './image-reader.ts';
import { openFile } from './open-files.ts';
import type { Restore } from './restore.ts';
import type { Socket } from './sockets.ts';
import { crash, refuse, Stop } from './stop.ts';

type Packet = ReadObject<'skb'>;

export function restorePacket(restore: Restore, socket: Socket, header: ObjectHeader): void {
  const packet = restore.reader.decode('skb', header);
  checkContent(restore, packet);
  const isInet = socket.fields.family === socketFamily.inet || socket.fields.family === socketFamily.inet6;
  if (!isInet) return;
  if (socket.fields.type === socketType.stream) {
    checkTcpForm(restore, packet);
    checkTcpHeaders(restore, packet);
  } else if (socket.fields.type === socketType.dgram) {
    checkDatagramSum(restore, packet);
  }
}

function checkContent(restore: Restore, { body, end, fields, offset }: Packet): void {
  for (const part of restore.reader.headers(body, end, 'a part of a packet')) {
    if (part.object === objectType.bits) {
      const size = restore.reader.fields('bits', part).size ?? 0;
      if (size === fields.hspace + fields.len) continue;
      const message = `a packet of ${fields.hspace} + ${fields.len} bytes holds ${size}`;
      refuse('socket-packet', 'EINVAL', restore.at(offset), message);
    } else if (part.object === objectType.filedesc) {
      openFile(restore, restore.reader.fields('filedesc', part).file);
    } else {
      const message = `an object of type ${part.object} in a packet`;
      refuse('socket-packet', 'EINVAL', restore.at(part.offset), message);
    }
  }
}

/**
 * Bytes of IP information in front of the TCP fields, and where the flags byte lies with the longer form.
 */
const ipv4InfoBytes = 16;
const ipv6InfoBytes = 24;
const ipv6FlagsByte = 36;

/**
 * rst_skb of 2.6.18: below 0x302 the form is guessed from a byte that is not zero in the longer form,
 * except that it is zero there, too, for segments that came over the loopback device. Then the wrong
 * sequence numbers are restored, and the kernel loops as soon as the program reads.
 */
function checkTcpForm(restore: Restore, packet: Packet): void {
  const { guessesTcpFormBelow } = restore.line;
  if (guessesTcpFormBelow === undefined || restore.version >= guessesTcpFormBelow) return;
  const block = new DataView(BigUint64Array.from(packet.fields.cb).buffer);
  const guess = block.getUint8(ipv6FlagsByte) !== 0 ? 'ipv6' : 'ipv4';
  if (restore.tcpForm !== undefined && restore.tcpForm !== guess) {
    const message = 'TCP control blocks with and without room for IPv6 in one image';
    refuse('tcp-form-mixed', 'EINVAL', restore.at(packet.offset), message);
  }
  restore.tcpForm = guess;
  if (guess === 'ipv6' || spanFits(block, ipv4InfoBytes, packet)) return;
  if (!spanFits(block, ipv6InfoBytes, packet)) return;
  restore.afterwards ??= new Stop('hangs', {
    code: 'tcp-control-block',
    at: restore.at(packet.offset),
    message: 'a TCP segment of the IPv6 form is taken for the other: the kernel hangs when it is read',
    help: 'Convert the image with cr-convert, which moves the control blocks.',
  });
}

/** end_seq - seq is the length of the data, plus one for SYN or FIN; two zeros say nothing. */
function spanFits(block: DataView, at: number, { fields }: Packet): boolean {
  const seq = block.getUint32(at, true);
  const endSeq = block.getUint32(at + 4, true);
  if (seq === 0 && endSeq === 0) return false;
  const span = (endSeq - seq) >>> 0;
  return span === fields.len || span === fields.len + 1;
}

/**
 * Observed on 2.6.32-042stab113.5: offsets of segments that were never sent are differences of null
 * pointers.
 */
function checkTcpHeaders(restore: Restore, { offset, fields }: Packet): void {
  const end = fields.hspace + fields.len;
  if (!restore.line.readsTcpHeaders || (fields.h <= end && fields.nh <= end)) return;
  const message = `a TCP segment of ${end} bytes is said to have headers at ${fields.h} and ${fields.nh}`;
  crash('tcp-header-offsets', restore.at(offset), message, 'Convert the image with cr-convert.');
}

/** CHECKSUM_UNNECESSARY of 2.6.18 means CHECKSUM_COMPLETE to 2.6.32. */
const oldUnnecessary = 2;

function checkDatagramSum(restore: Restore, { offset, fields }: Packet): void {
  if (!restore.line.readsTcpHeaders || restore.version >= 0x800) return;
  if (fields.queue !== skbQueue.rq || fields.ipSummed !== oldUnnecessary) return;
  restore.say(
    'datagrams-lost',
    offset,
    'a queued datagram has a checksum state of 2.6.18: it will be dropped',
  );
}
