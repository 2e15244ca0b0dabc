/** Lines of configuration files as CRIU takes them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configuredWords, defaultConfiguration } from './configuration.ts';

test('options without their dashes, with their values', () => {
  const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
  const file = join(folder, 'criu.conf');
  writeFileSync(
    file,
    [
      '# what this host needs',
      'tcp-established',
      'log-file restore.log   # there',
      'work-dir "/var/log/criu"',
      'manage-cgroups=ignore',
      // 4.2.1 takes "cpu-cap foo", and refuses "cpu-cap=foo".
      'cpu-cap none',
      '  external mnt[key]:/a',
      '',
    ].join('\n'),
  );
  expect(configuredWords([join(folder, 'none'), file], (path) => readFileSync(path, 'utf8'))).toEqual([
    '--tcp-established',
    ...['--log-file', 'restore.log'],
    ...['--work-dir', '/var/log/criu'],
    '--manage-cgroups=ignore',
    '--cpu-cap',
    ...['--external', 'mnt[key]:/a'],
  ]);
  rmSync(folder, { recursive: true });
});

// "Unable to get $HOME directory, local configuration file will not be used."
test('who has no home has no file there', () => {
  expect(defaultConfiguration('/root')).toEqual(['/etc/criu/default.conf', '/root/.criu/default.conf']);
  expect(defaultConfiguration(undefined)).toEqual(['/etc/criu/default.conf']);
});
