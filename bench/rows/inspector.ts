/** The inspector on a large image, through a real pseudo-terminal: first screen, key to frame, memory. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { cptImage } from '../inputs.ts';
import { command, median, usageOf } from '../measure.ts';
import { type Figure, gib, memoryMib, mib, type Row, sizeWord, type Words } from '../row.ts';

const firstScreenBudgetMs = 1000;
const keyBudgetMs = 50;
const rounds = 3;

/** The larger of the two terminals that the budget names. */
const size = { cols: 160, rows: 48 } as const;

/** What the inspector sends behind every frame. */
const frameEnd = '\x1b[?2026l';

/** A list of all page blocks, stepped and paged through; then meaning and bytes. Every key changes something. */
const steps: readonly string[] = [
  ...Array.from({ length: 20 }, () => 'j'),
  ...Array.from({ length: 20 }, () => '\x1b[6~'),
  ...['\t', 'j', 'j', 'j', '\t'],
  ...Array.from({ length: 20 }, () => '\x1b[B'),
  ...Array.from({ length: 10 }, () => '\x1b[6~'),
];

export const inspectorRows: readonly Row[] = [100 * mib, 10 * gib].map((bytes) => ({
  name: `inspector/${sizeWord(bytes).replace(' ', '-')}`,
  what: `the inspector at ${size.cols}×${size.rows} on a CPT image of ${sizeWord(bytes)}`,
  isLarge: bytes > gib,
  inputs: [cptImage(bytes)],
  profiled: (scratch) => command('cr-inspect', scratch.at(cptImage(bytes)), 'summary'),
  async measure(scratch) {
    const measured: Measured[] = [];
    for (let round = 0; round < rounds; round++)
      measured.push(await use(command('cr-inspect', scratch.at(cptImage(bytes))), scratch.directory));
    return figuresOf(measured);
  },
}));

interface Measured {
  readonly firstScreenMs: number;
  readonly keysMs: readonly number[];
  readonly maxRssMib: number;
}

/** Runs one inspector through all keys. */
async function use(inspector: Words, directory: string): Promise<Measured> {
  const usageFile = join(directory, 'usage.json');
  rmSync(usageFile, { force: true });
  const [file = '', ...args] = inspector;
  const start = performance.now();
  const pty = spawn(file, args, {
    ...size,
    env: { ...process.env, CR_BENCH_USAGE: usageFile, TERM: 'xterm-256color' },
  });
  const terminal = new Frames(pty);
  await terminal.until((text) => text.includes('Summary') && text.includes('Memory by kind'));
  const firstScreenMs = performance.now() - start;
  // The walk over all headers goes on behind the first screen.
  await terminal.quiet(500);
  pty.write('1');
  await terminal.quiet(300);
  pty.write('fpages\r');
  await terminal.quiet(300);
  const keysMs: number[] = [];
  for (const key of steps) keysMs.push(await terminal.press(key));
  for (const screen of '234567890u') {
    pty.write(screen);
    await terminal.quiet(700);
  }
  const ended = new Promise((resolve) => pty.onExit(resolve));
  pty.write('q');
  await ended;
  const maxRssMib = usageOf(usageFile)?.maxRssMib ?? Number.NaN;
  return { firstScreenMs, keysMs: keysMs.filter((ms) => !Number.isNaN(ms)), maxRssMib };
}

/** Waits for what a terminal shows. */
class Frames {
  readonly #pty: IPty;
  #text = '';
  #heard = performance.now();
  #onData: (() => void) | undefined;

  constructor(pty: IPty) {
    this.#pty = pty;
    pty.onData((text) => {
      this.#text += text;
      this.#heard = performance.now();
      this.#onData?.();
    });
  }

  async until(test: (text: string) => boolean, timeoutMs = 30_000): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (!test(this.#text)) {
      if (performance.now() > deadline) return false;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 5);
        this.#onData = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return true;
  }

  /** Until nothing was drawn for a while. */
  async quiet(ms: number): Promise<void> {
    while (performance.now() - this.#heard < ms) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Milliseconds from a key to the end of the frame that it causes; NaN when it changes nothing. */
  async press(key: string): Promise<number> {
    this.#text = '';
    const start = performance.now();
    this.#pty.write(key);
    const isDrawn = await this.until((text) => text.includes(frameEnd), 1000);
    return isDrawn ? performance.now() - start : Number.NaN;
  }
}

function figuresOf(measured: readonly Measured[]): Figure[] {
  const keys = measured.flatMap(({ keysMs }) => keysMs).sort((a, b) => a - b);
  const firstMs = median(measured.map(({ firstScreenMs }) => firstScreenMs));
  const slowMs = keys[Math.floor(keys.length * 0.95)] ?? Number.NaN;
  const memory = Math.max(...measured.map(({ maxRssMib }) => maxRssMib));
  return [
    { metric: 'first screen', value: firstMs, unit: 'ms', atMost: firstScreenBudgetMs },
    { metric: 'key to frame, median', value: median(keys), unit: 'ms', atMost: keyBudgetMs },
    { metric: 'key to frame, 95 % within', value: slowMs, unit: 'ms', atMost: keyBudgetMs },
    { metric: 'peak memory', value: memory, unit: 'MiB', atMost: memoryMib },
  ];
}
