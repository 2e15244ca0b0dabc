/** S15 and S16: checksum state and header offsets of queued packets, which 2.6.32 kernels read differently. */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { skbQueue } from '../../../parse/generated/cpt-records.ts';
import { type HopContext, withFields } from '../step.ts';
import { isTcpSocket } from './tcp-control-block.ts';

type Skb = ObjectRecord<'skb'>;

/** include/linux/skbuff.h of 2.6.18: the hardware computed the sum (in), or is to compute it (out). */
const old = { none: 0, hardware: 1, unnecessary: 2 };
/** The same header of 2.6.32. */
const recent = { none: 0, unnecessary: 1, complete: 2, partial: 3 };

const isSent = ({ fields }: Skb) => fields.queue === skbQueue.wq;

/** With the old numbers a queued UDP datagram fails its checksum on 2.6.32 and is dropped without a word. */
export function checksumStateToRecent(skb: Skb, context: HopContext): Skb {
  const { ipSummed } = skb.fields;
  const hardware = isSent(skb) ? recent.partial : recent.complete;
  const changed =
    ipSummed === old.unnecessary ? recent.unnecessary : ipSummed === old.hardware ? hardware : ipSummed;
  return withState(skb, context, changed);
}

/**
 * For images of versions 0x303 and 0x304, which either numbering may have written: a meaning that is right for
 * both. A packet that was to be verified is taken as verified.
 */
export function checksumStateToRecentFromEither(skb: Skb, context: HopContext): Skb {
  const { ipSummed } = skb.fields;
  if (isSent(skb)) return withState(skb, context, ipSummed === old.hardware ? recent.partial : ipSummed);
  return withState(skb, context, ipSummed === old.unnecessary ? recent.unnecessary : ipSummed);
}

export function checksumStateToOld(skb: Skb, context: HopContext): Skb {
  const { ipSummed } = skb.fields;
  const isHardware = ipSummed === recent.complete || ipSummed === recent.partial;
  return withState(
    skb,
    context,
    ipSummed === recent.unnecessary ? old.unnecessary : isHardware ? old.hardware : ipSummed,
  );
}

function withState(skb: Skb, context: HopContext, ipSummed: number): Skb {
  if (ipSummed === skb.fields.ipSummed) return skb;
  context.changed('S15', 'checksum states of queued packets renumbered');
  return withFields(skb, { ipSummed });
}

/** What a buffer without link layer header has. */
const noOffset = 0xffffffff;

/**
 * Segments that were never sent have no headers yet; their offsets are differences of null pointers. 2.6.32
 * reads the headers of every packet in a TCP queue, and dies of such an offset.
 */
export function headerOffsetsRepaired(skb: Skb, context: HopContext): Skb {
  const { h, nh, mac, hspace, len } = skb.fields;
  const end = hspace + len;
  const repaired = {
    h: h > end ? 0 : h,
    nh: nh > end ? 0 : nh,
    mac: mac > end ? noOffset : mac,
  };
  const isSame = repaired.h === h && repaired.nh === nh && repaired.mac === mac;
  if (!isTcpSocket(skb.parent) || isSame) return skb;
  context.changed('S16', 'header offsets of unsent TCP segments cleared');
  return withFields(skb, repaired);
}
