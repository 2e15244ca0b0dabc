/** Names of the OpenVZ kernels that restores can be simulated on: told apart without the kernels themselves. */

/** Without HZ, oldest first. */
const lineNames = ['openvz-2.6.9', 'openvz-2.6.18', 'openvz-2.6.32'] as const;
export type OpenvzLineName = (typeof lineNames)[number];
export const openvzKernelNames: readonly OpenvzLineName[] = lineNames;

/** OpenVZ's own kernels count 1000 jiffies a second; 100 and 250 are what others were built with. */
export const defaultHz = 1000;
export const builtHz: readonly number[] = [100, 250, defaultHz];

/** `openvz-2.6.18`, `openvz-2.6.32/hz250`; undefined for anything else. */
export function parseOpenvzKernel(
  name: string,
): { readonly line: OpenvzLineName; readonly hz: number } | undefined {
  const [lineName, suffix] = name.split('/', 2);
  const line = lineNames.find((candidate) => candidate === lineName);
  const hz = suffix === undefined ? defaultHz : builtHz.find((candidate) => suffix === `hz${candidate}`);
  return line === undefined || hz === undefined ? undefined : { line, hz };
}
