/** One cause, one finding: what other layers say of the same place stands under it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sample } from '../test-support/images.ts';
import { makeBroken } from './cpt/broken/index.ts';
import type { Finding } from './finding.ts';
import { causesOf } from './root-cause.ts';
import { judge, readSample } from './testing/engine.ts';

const shown = (findings: readonly Finding[]) =>
  causesOf(findings)
    .filter(({ root }) => root.severity === 'error')
    .map(({ root, followers }) => [root.code, ...followers.map(({ code }) => code)].join(' > '));

// Which is the cause was told when the images were broken; see samples/broken/README.md.
test.each([
  ['own-parent', ['own-parent > restore-beancounter-parent']],
  ['duplicate-pid', ['duplicate-pid > thread-without-leader > restore-parent-missing']],
  ['page-block-reversed', ['page-block-reversed > restore-page-block']],
  ['unopened-file', ['unopened-file > restore-stray-file']],
])('%s', (code, causes) => expect(shown(judge(makeBroken(code, readSample)).findings)).toEqual(causes));

const finding = (code: string, layer: Finding['layer'], path: string, offset = 0, severity = 'error') =>
  ({ code, layer, severity, message: '', length: 0, at: { path, offset } }) as Finding;

test('other files, other severities and what is judged for itself stay apart', () => {
  const findings = [
    finding('a', 'schema', 'core-1.img', 8),
    finding('b', 'restore', 'core-2.img', 8),
    finding('c', 'restore', 'core-1.img', 8, 'warning'),
    finding('d', 'trust', 'core-1.img', 8),
  ];
  expect(causesOf(findings).map(({ root }) => root.code)).toEqual(['a', 'b', 'd', 'c']);
});

test('what is missing behind a cut follows from it, and so do warnings', () => {
  const image = readFileSync(sample('2.6.18-sysv-ipc')).subarray(0, 60_000);
  const { findings } = judge(image);
  const roots = causesOf(findings).map(({ root }) => root.code);
  expect(shown(findings).map((line) => line.split(' ')[0])).toEqual(['section-length']);
  expect(roots).not.toContain('absent-section');
});

test('what an archive lacks because it ends early follows from that', () => {
  const findings = [
    finding('criu-ref-pages', 'references', 'pages-1.img', 8),
    finding('missing-tree', 'semantics', 'pstree.img'),
    finding('restore-criu-no-tree', 'restore', 'pstree.img'),
    finding('archive-truncated', 'framing', 'checkpoint/pages-1.img', 0x7000),
    finding('archive-unreadable', 'framing', 'image'),
  ];
  expect(shown(findings)).toEqual([
    'archive-unreadable > archive-truncated > missing-tree > restore-criu-no-tree',
    'criu-ref-pages',
  ]);
});

test('the image that an archive ends in ends there, too; others that are cut are so by themselves', () => {
  const findings = [
    finding('criu-truncated-record', 'framing', 'core-1.img', 8),
    finding('criu-truncated-record', 'framing', 'core-2.img', 8),
    finding('archive-truncated', 'framing', 'checkpoint/core-1.img', 0x7000),
  ];
  expect(shown(findings)).toEqual(['archive-truncated > criu-truncated-record', 'criu-truncated-record']);
});

test('twenty thousand findings take no longer than their number says', () => {
  const findings = Array.from({ length: 100_000 }, (_, at) =>
    finding(`x${at % 7}`, 'schema', 'TASKS', 8 * at),
  );
  expect(causesOf(findings).length).toBeGreaterThan(0);
});
