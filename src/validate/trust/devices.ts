/** Device numbers: which ones every container has, which ones were granted, and how CRIU and tar write them. */
import type { Grants } from './grants/grants.ts';

export interface DeviceNumber {
  readonly type: 'b' | 'c';
  readonly major: number;
  readonly minor: number;
}

export const isCharacter = (mode: number): boolean => (mode & 0o170000) === 0o020000;
export const isBlock = (mode: number): boolean => (mode & 0o170000) === 0o060000;
export const isRegular = (mode: number): boolean => (mode & 0o170000) === 0o100000;

/** As the kernel packs it inside: 20 bits of minor (include/linux/kdev_t.h). */
export const fromKernel = (type: DeviceNumber['type'], device: number): DeviceNumber => ({
  type,
  major: device >>> 20,
  minor: device & 0xfffff,
});

/** As stat(2) packs it for programs: 8 and 12 bits of minor around 12 of major. */
export const fromStat = (type: DeviceNumber['type'], device: number): DeviceNumber => ({
  type,
  major: (device >>> 8) & 0xfff,
  minor: (device & 0xff) | ((device >>> 12) & 0xfff00),
});

/** null, zero, full, random, urandom, tty, console, ptmx, pts (runtime-spec, config-linux, default devices). */
export function isDefaultDevice({ type, major, minor }: DeviceNumber): boolean {
  if (type !== 'c') return false;
  if (major === 1) return [3, 5, 7, 8, 9].includes(minor);
  if (major === 5) return minor <= 2;
  // Unix98 terminals; 0:0 is how overlayfs marks what was removed.
  return (major >= 136 && major <= 143) || (major === 0 && minor === 0);
}

const defaultNames = /^\/dev\/(null|zero|full|u?random|tty|console|ptmx|pts\/(\d+|ptmx))$/;

export const isDefaultDeviceName = (path: string): boolean => defaultNames.test(path);

export const deviceText = ({ type, major, minor }: DeviceNumber): string => `${type} ${major}:${minor}`;

/** Whether somebody granted the device; also where nothing is known of devices. */
export const grantsDevice = (granted: Grants, device: DeviceNumber): boolean =>
  granted.devices === undefined ||
  granted.hasAllDevices === true ||
  granted.devices.some((own) => own.major === device.major && own.minor === device.minor);

/** Below the destination of a mount that was granted, or named itself. */
export const grantsDevicePath = (granted: Grants, path: string): boolean =>
  granted.devices === undefined ||
  granted.hasAllDevices === true ||
  granted.devices.some((own) => own.path === path) ||
  (granted.mounts ?? []).some(
    ({ destination, type }) =>
      (type === 'bind' || type === '') && (path === destination || path.startsWith(`${destination}/`)),
  );
