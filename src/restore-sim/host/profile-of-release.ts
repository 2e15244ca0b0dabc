/** Which simulated kernel stands for a running one, by its release: `6.18.5-generic`, `2.6.32-042stab113`. */
import type { KernelProfileName } from '../kernel/index.ts';

/** Mainline kernels by the release that brought the last change that matters; ascending. */
const mainline: readonly (readonly [major: number, minor: number, profile: KernelProfileName])[] = [
  [3, 3, 'linux-3.3'],
  [3, 9, 'linux-3.9'],
  [5, 2, 'linux-5.2'],
  [5, 5, 'linux-5.5'],
  // pid_max per pid namespace is of 6.14; the profile is named after the kernel that it was observed on.
  [6, 14, 'linux-6.18'],
];

const openvz: readonly (readonly [pattern: RegExp, profile: KernelProfileName])[] = [
  [/^2\.6\.32.*042stab/, 'openvz-2.6.32'],
  [/^2\.6\.18.*(028stab|ovz|stab)/, 'openvz-2.6.18'],
  [/^2\.6\.(8|9).*(02[0-9]stab|stab)/, 'openvz-2.6.9'],
];

/** The newest profile that is not newer than the release; undefined for kernels before all of them. */
export function profileOfRelease(release: string): KernelProfileName | undefined {
  const special = openvz.find(([pattern]) => pattern.test(release));
  if (special !== undefined) return special[1];
  const match = /^(\d+)\.(\d+)/.exec(release);
  if (match === null) return undefined;
  const version = [Number(match[1]), Number(match[2])] as const;
  return mainline.findLast(
    ([major, minor]) => major < version[0] || (major === version[0] && minor <= version[1]),
  )?.[2];
}
