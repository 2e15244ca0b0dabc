/** The inspector as a component at fixed sizes, with an engine in the same thread. */
import { render } from 'ink-testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { openedCpt } from '../../inspect/cpt/opened.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { sample } from '../../test-support/images.ts';
import { localEngine } from '../engine/local-engine.ts';
import type { Worlds } from '../state/reduce.ts';
import { World } from '../state/world.ts';
import { App } from './app.tsx';

let unmount = () => {};
afterEach(() => unmount());

function start(names: readonly string[], columns = 80, lines = 24) {
  const images = names.map((name) => openedCpt(fileSource(sample(name))));
  const [first, ...rest] = images.map((opened) => new World(opened.records()));
  const worlds: Worlds = [first as World, ...rest];
  const copies: string[] = [];
  const props = {
    worlds,
    engine: localEngine(images),
    columns,
    lines,
    hasColor: false,
    save: () => 'saved',
    onCopied: () => {},
  };
  const app = render(<App {...props} copy={(text) => copies.push(text)} />);
  unmount = app.unmount;
  const until = async (text: string | RegExp) => {
    for (let turn = 0; turn < 400; turn++) {
      const frame = (app.lastFrame() ?? '').replace(/\x1b\[[\d;]*m/g, '');
      if (typeof text === 'string' ? frame.includes(text) : text.test(frame)) return frame;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`"${text}" never appeared in\n${app.lastFrame()}`);
  };
  const type = async (keys: string) => {
    // Effects, which listen for keys, run after a frame.
    await new Promise((resolve) => setTimeout(resolve, 20));
    app.stdin.write(keys);
  };
  return { ...app, until, type, copies };
}

describe('one image', () => {
  test('is indexed and shown; keys move', async () => {
    const { until, type } = start(['2.6.18-tree']);
    await until('Contents');
    await type('1');
    await until(/TASKS|SIGHAND_STRUCT/);
    await type('p1222\r');
    const frame = await until('TASKS/task 1222');
    expect(frame.split('\n')).toHaveLength(24);
    expect(frame).toContain('task 1222 user');
  });

  test('views are loaded when they are shown', async () => {
    const { until, type } = start(['2.6.18-sysv-ipc'], 160, 48);
    await until('Contents');
    await type('1');
    await until(/TASKS|SIGHAND_STRUCT/);
    await type('4');
    const frame = await until('Shared memory (3)');
    expect(frame).toContain('1205: 2 -3 0');
    await type('2');
    expect(await until('COMMAND')).toContain('semundo     ├ /bin/wl d2');
  });

  test('a search over names, and one over bytes, with n', async () => {
    const { until, type } = start(['2.6.18-tree']);
    await until('Contents');
    await type('1');
    await until(/TASKS|SIGHAND_STRUCT/);
    await type('/sesslead\r');
    await until('TASKS/task 1207');
    await type('/\t\t\t\t791c0163\r');
    // The signature is at both ends of the file.
    await until('0x308ec of 0x308f0');
    await type('n');
    await until('0x0 of 0x308f0');
  });

  test('memory: a search lists places, Enter shows the bytes there', async () => {
    const { until, type } = start(['2.6.18-tree']);
    await until('Contents');
    await type('/\tPATH=\r');
    await until(/› +1 +\[stack\] +0x7f/);
    await type('\r');
    expect(await until('into the area')).toMatch(/text +PATH=\/bin/);
  });

  test('a rehearsal steps through the restore', async () => {
    const { until, type } = start(['2.6.18-sysv-ipc'], 160, 48);
    await until('Contents');
    await type('1');
    await until(/TASKS|SIGHAND_STRUCT/);
    await type('e');
    expect(await until('Rehearsal on openvz-2.6.18: restores')).toContain('0 tasks');
    await type('G');
    const frame = await until('6 tasks');
    expect(frame).toContain('semaphores (3)');
    expect(frame).toContain('segments (3)');
  });

  test('what is copied goes out', async () => {
    const { until, type, copies } = start(['2.6.18-tree']);
    await until('Contents');
    await type('1');
    await until(/TASKS|SIGHAND_STRUCT/);
    await type('g0x16\ry');
    await until('copied: 1000');
    await expect.poll(() => copies).toEqual(['1000']);
  });
});

test('two images start with what differs', async () => {
  const { until, type } = start(['2.6.18-timers', '2.6.9-timers-converted'], 160, 48);
  const frame = await until('imageVersion');
  expect(frame).toContain('0x100');
  await type('x');
  await until('B 2.6.9');
});
