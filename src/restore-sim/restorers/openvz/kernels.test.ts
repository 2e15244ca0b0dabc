import { expect, test } from 'vitest';
import { openvzKernelNames } from '../../kernel/openvz-names.ts';
import { findOpenvzKernel } from './kernels.ts';
import { restoreChanged, restored } from './testing/check.ts';

test.each<[string, string | undefined]>([
  ['openvz-2.6.18', 'openvz-2.6.18 1000'],
  ['openvz-2.6.18/hz250', 'openvz-2.6.18 250'],
  ['openvz-2.6.32/hz100', 'openvz-2.6.32 100'],
  ['openvz-2.6.9', 'openvz-2.6.9 1000'],
  ['openvz-2.6.18/hz1001', undefined],
  ['openvz-2.6.18/', undefined],
  ['linux-6.18', undefined],
])('kernel %s', (name, expected) => {
  const kernel = findOpenvzKernel(name);
  expect(kernel && `${kernel.line.name} ${kernel.hz}`).toBe(expected);
});

test('names are listed without HZ', () => {
  expect(openvzKernelNames).toEqual(['openvz-2.6.9', 'openvz-2.6.18', 'openvz-2.6.32']);
});

test.each<[string, number, number, string]>([
  ['2.6.18-counter', 0x302, 1000, 'openvz-2.6.18'],
  ['2.6.18-counter', 0x303, 1000, 'openvz-2.6.32'],
  ['2.6.18-counter', 0x000, 250, 'openvz-2.6.18/hz250'],
  // Nobody built a kernel with that HZ: the image is held against the usual one.
  ['2.6.18-counter', 0x302, 1001, 'openvz-2.6.18'],
  ['2.6.32-counter', 0x801, 100, 'openvz-2.6.32/hz100'],
])('default for %s as 0x%x at HZ %i', (name, imageVersion, hz, expected) => {
  const report = restoreChanged(name, (image) => image.set(image.find('image'), { imageVersion, hz }));
  expect(report.kernel).toBe(expected);
});

test('a 2.6.9 kernel behaves as a 2.6.18 one, and the report says that nobody saw it', () => {
  const report = restoreChanged('2.6.18-counter', () => {}, 'openvz-2.6.9');
  expect(report.verdict).toBe('restores');
  expect(report.notes.map(({ code }) => code)).toContain('inferred-kernel');
});

test('each line refuses the images of the other', () => {
  expect(restored('2.6.32-counter', () => {}, 'openvz-2.6.18')).toBe('fails EINVAL version-not-accepted');
  expect(restored('2.6.18-counter', () => {}, 'openvz-2.6.32')).toBe('fails EINVAL version-not-accepted');
  const relabelled = restored(
    '2.6.32-counter',
    (image) => image.set(image.find('image'), { imageVersion: 0x302 }),
    'openvz-2.6.18',
  );
  expect(relabelled).toBe('fails EINVAL section-walk');
});

test.each<[string, string, string]>([
  ['2.6.18-hz250-counter', 'openvz-2.6.18/hz250', 'restores'],
  ['2.6.18-hz250-counter', 'openvz-2.6.18', 'fails EINVAL hz-mismatch'],
  ['2.6.18-i386-sysv-ipc', 'openvz-2.6.18', 'restores'],
  ['2.6.32-counter-32bit', 'openvz-2.6.32', 'restores'],
  ['2.6.8-timers-converted', 'openvz-2.6.18', 'restores'],
  ['2.6.9-timers-converted', 'openvz-2.6.18', 'restores'],
  ['2.6.16-tcp-udp-converted', 'openvz-2.6.18', 'restores'],
])('%s on %s: %s', (name, kernel, expected) => {
  expect(restored(name, () => {}, kernel)).toBe(expected);
});
