/** A log that is larger than what is read of one: its start, its end, and the numbers of its lines. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { explainLog } from '../../restore-sim/restorers/criu/messages/explain-log.ts';
import { readLog } from './read-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const place = join(folder, 'restore.log');
const read = (text: string, bytes: number) => {
  writeFileSync(place, text);
  return readLog(place, bytes);
};

// As CRIU 4.2.1 writes it where a file of pages is too short.
const waiting = '(20.2) pie: 6: Preadv 0x7ffc08038000:4096... (1 iovs)\n(20.2) pie: 6: `- returned 0\n';
const missing =
  "(00.1) 6: Error (criu/files-reg.c:2353): Can't open file a on restore: No such file or directory\n";

describe('a log without an end', () => {
  test('of which all is read', () =>
    expect(read(missing + waiting, 1 << 20)).toEqual({ text: missing + waiting, linesLeftOut: 0 }));

  test('is explained by its start', () => {
    const { text, linesLeftOut } = read(missing + waiting.repeat(1000), 4096);
    expect(linesLeftOut).toBeGreaterThan(1900);
    expect(explainLog(text).lines[0]).toMatchObject({ line: 1, code: 'file-needed' });
  });

  test('is explained by its end, whose lines keep their numbers', () => {
    const { text } = read(waiting.repeat(1000) + missing, 4096);
    expect(explainLog(text).lines[0]).toMatchObject({ line: 2001, code: 'file-needed' });
  });

  test('that waits again and again', () => {
    const all = explainLog(waiting.repeat(1000)).lines;
    expect(explainLog(read(waiting.repeat(1000), 4096).text).lines).toEqual(all);
    expect(all[0]?.line).toBe(2000);
  });
});

test('a pipe with a name is opened once: its writer meets no reader that goes away', async () => {
  const pipe = join(folder, 'pipe');
  if (spawnSync('mkfifo', [pipe]).status !== 0) return;
  const writer = spawn('sh', ['-c', 'printf %s "$1" > "$2"', 'sh', missing, pipe]);
  const ended = new Promise((done) => writer.once('close', done));
  // Until it has opened the pipe there is nobody who writes to it.
  let text = '';
  while (text === '') {
    try {
      text = readLog(pipe).text;
    } catch {
      await new Promise(setImmediate);
    }
  }
  expect([text, await ended]).toEqual([missing, 0]);
});

test('a terabyte is refused at once', () => {
  writeFileSync(place, missing);
  truncateSync(place, 2 ** 40);
  expect(() => readLog(place)).toThrow(/larger|more than|too large/);
});
