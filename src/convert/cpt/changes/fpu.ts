/** T21: the extended FPU area of newer processors, of which older kernels know the first 512 bytes. */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType } from '../../../parse/generated/cpt-records.ts';
import { type HopContext, withFields } from '../step.ts';

const fxsaveBytes = 512;
/** The header of an XSAVE area follows; its first word says which states are in use, bit 2 for AVX. */
const extendedStates = ~0x3;

/** 2.6.18 ignores an XSAVE area without a word and gives the task a fresh FPU state. */
export function xsaveToFxsave(bits: ObjectRecord<'bits'>, context: HopContext): ObjectRecord<'bits'> {
  if (bits.content !== contentType.x86_xsave || bits.payload.length < fxsaveBytes + 8) return bits;
  const header = context.payloads.view(bits, fxsaveBytes, 4);
  const used = new DataView(header.buffer, header.byteOffset, 4).getUint32(0, true);
  if (used & extendedStates) context.lost('T21', bits, 'the upper halves of AVX registers have no place');
  context.changed('T21', 'XSAVE areas cut to FXSAVE areas');
  const payload =
    'offset' in bits.payload
      ? { offset: bits.payload.offset, length: fxsaveBytes }
      : { bytes: bits.payload.bytes.subarray(0, fxsaveBytes), length: fxsaveBytes };
  return { ...withFields(bits, { size: fxsaveBytes }), content: contentType.x86_fpustate, payload };
}
