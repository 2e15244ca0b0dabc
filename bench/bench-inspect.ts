/** The inspector on a large image, through a real pseudo-terminal: first screen, key to frame, memory. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import type { Row } from './bench.ts';
import { generateImage } from './generate-image.ts';
import { command, median, projectRoot } from './measure.ts';

const mib = 1024 * 1024;
const firstScreenBudgetMs = 1000;
const keyBudgetMs = 50;
const memoryBudgetMib = 200;
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

export async function benchInspect(directory: string, isLarge: boolean): Promise<Row[]> {
  const sample = join(projectRoot, 'samples', 'cpt', '2.6.18-counter.cpt');
  const rows: Row[] = [];
  for (const bytes of [100 * mib, ...(isLarge ? [10240 * mib] : [])]) {
    const image = join(directory, 'image.cpt');
    generateImage(sample, image, bytes);
    const measured = [];
    for (let round = 0; round < rounds; round++) {
      measured.push(await measure(command('cr-inspect', image), directory));
    }
    rmSync(image);
    rows.push(...rowsOf(bytes, measured));
  }
  return rows;
}

interface Measured {
  readonly firstScreenMs: number;
  readonly keysMs: readonly number[];
  readonly maxRssMib: number;
}

/** Runs one inspector through all keys. */
export async function measure(inspector: readonly string[], directory: string): Promise<Measured> {
  const usageFile = join(directory, 'usage.json');
  rmSync(usageFile, { force: true });
  const [file = '', ...args] = inspector;
  const start = performance.now();
  const pty = spawn(file, args, {
    ...size,
    env: { ...process.env, CR_BENCH_USAGE: usageFile, TERM: 'xterm-256color' },
  });
  const terminal = new Frames(pty);
  await terminal.until((text) => text.includes('Meaning') && text.includes('VEINFO'));
  const firstScreenMs = performance.now() - start;
  // The walk over all headers goes on behind the first screen.
  await terminal.quiet(500);
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
  const maxRssMib = JSON.parse(readFileSync(usageFile, 'utf8')).maxRssKib / 1024;
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

function rowsOf(bytes: number, measured: readonly Measured[]): Row[] {
  const label = bytes >= 1024 * mib ? `${bytes / 1024 / mib} GiB` : `${bytes / mib} MiB`;
  const firstMs = median(measured.map(({ firstScreenMs }) => firstScreenMs));
  const allKeys = measured.flatMap(({ keysMs }) => keysMs).sort((a, b) => a - b);
  const slowMs = allKeys[Math.floor(allKeys.length * 0.95)] ?? Number.NaN;
  const rss = Math.max(...measured.map(({ maxRssMib }) => maxRssMib));
  return [
    {
      what: `inspect ${label}, first screen`,
      measured: `${firstMs.toFixed(0)} ms`,
      budget: `${firstScreenBudgetMs} ms`,
      isMet: firstMs <= firstScreenBudgetMs,
    },
    {
      what: `inspect ${label}, key to frame at 160x48`,
      measured: `${median(allKeys).toFixed(1)} ms (95 % within ${slowMs.toFixed(1)} ms)`,
      budget: `${keyBudgetMs} ms`,
      isMet: slowMs <= keyBudgetMs,
    },
    {
      what: `inspect ${label}, peak memory`,
      measured: `${rss.toFixed(0)} MiB`,
      budget: `≤ ${memoryBudgetMib} MiB`,
      isMet: rss <= memoryBudgetMib,
    },
  ];
}
