/** The OpenVZ kernels that restores can be simulated on, and how they are named and chosen. */
import type { ImageHeaderFields } from '../../../parse/generated/cpt-records.ts';
import { imageVersion } from '../../../parse/generated/cpt-records.ts';
import { builtHz, defaultHz, type OpenvzLineName, parseOpenvzKernel } from '../../kernel/openvz-names.ts';
import type { KernelLine } from './kernel-line.ts';
import { openvz269, openvz2618 } from './openvz-2.6.18.ts';
import { openvz2632 } from './openvz-2.6.32.ts';

/** One kernel: a line, and the HZ that it was built with. */
export interface OpenvzKernel {
  readonly line: KernelLine;
  readonly hz: number;
}

const lines: Readonly<Record<OpenvzLineName, KernelLine>> = {
  'openvz-2.6.9': openvz269,
  'openvz-2.6.18': openvz2618,
  'openvz-2.6.32': openvz2632,
};

/** `openvz-2.6.18`, `openvz-2.6.32/hz250`; undefined for anything else. */
export function findOpenvzKernel(name: string): OpenvzKernel | undefined {
  const named = parseOpenvzKernel(name);
  return named === undefined ? undefined : { line: lines[named.line], hz: named.hz };
}

export const openvzKernelTitle = ({ line, hz }: OpenvzKernel): string =>
  hz === defaultHz ? line.name : `${line.name}/hz${hz}`;

/** The kernel whose own line wrote the image, at the image's HZ when a kernel can have it. */
export function defaultOpenvzKernel(header: ImageHeaderFields | undefined): OpenvzKernel {
  if (header === undefined) return { line: openvz2618, hz: defaultHz };
  const { imageVersion: version, hz } = header;
  const isNew = version >= imageVersion.v2_6_32 || openvz2632.acceptsVersion(version);
  return { line: isNew ? openvz2632 : openvz2618, hz: builtHz.includes(hz) ? hz : defaultHz };
}
