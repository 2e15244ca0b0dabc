/** What is sent to the terminal for a frame. */
import { expect, test } from 'vitest';
import { FrameStream } from './frame-stream.ts';

test('a whole frame first, then only the lines that changed', () => {
  const sent: string[] = [];
  const frames = new FrameStream({ columns: 10, rows: 3 }, (text) => sent.push(text));
  frames.write('one\ntwo\nthree');
  frames.write('one\n2\nthree');
  frames.write('one\n2\nthree');
  expect(sent).toHaveLength(2);
  expect(sent[0]).toContain('\x1b[1;1H\x1b[2Kone');
  expect(sent[1]).toBe('\x1b[?2026h\x1b[2;1H\x1b[2K2\x1b[0m\x1b[?2026l');
});

test('after a resize everything is sent again, and lines beyond the screen are not', () => {
  const sent: string[] = [];
  const frames = new FrameStream({ columns: 10, rows: 3 }, (text) => sent.push(text));
  frames.write('one\ntwo\nthree');
  frames.reset({ columns: 10, rows: 2 });
  sent.length = 0;
  frames.write('one\ntwo\nthree');
  expect(sent.join('')).toContain('two');
  expect(sent.join('')).not.toContain('three');
});
