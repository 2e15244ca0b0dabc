/** A real browser, driven over a pair of pipes by the DevTools protocol; nothing of it listens to the network. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

export const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

export interface Page {
  /** The value of an expression, as JSON has it. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until the expression is true. */
  until(expression: string): Promise<void>;
  /** Chooses files in the input that the selector finds. */
  choose(selector: string, files: readonly string[]): Promise<void>;
  /** PNG. */
  screenshot(): Promise<Buffer>;
  /** Addresses that the page asked for, and what its policy stopped. */
  readonly asked: readonly string[];
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens an address in a browser without a window; `profile` is a directory for what it writes. */
export async function openPage(address: string, profile: string): Promise<Page> {
  const options = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-pipe',
    '--no-first-run',
    '--window-size=1280,1000',
  ];
  const child = spawn(chromium ?? '', [...options, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, (reply: Reply) => void>();
  const [asked, complaints]: [string[], string[]] = [[], []];
  const hear = ({ method, params = {} }: Reply) => {
    if (method === 'Network.requestWillBeSent')
      asked.push(String((params['request'] as { readonly url: string }).url));
    if (method === 'Log.entryAdded')
      complaints.push(String((params['entry'] as { readonly text: string }).text));
    if (method === 'Runtime.exceptionThrown') complaints.push(JSON.stringify(params['exceptionDetails']));
  };
  let held = '';
  from.on('data', (piece: Buffer) => {
    const texts = `${held}${piece.toString('utf8')}`.split('\0');
    held = texts.pop() ?? '';
    for (const text of texts) {
      const reply = JSON.parse(text) as Reply;
      if (reply.id === undefined) hear(reply);
      else waiting.get(reply.id)?.(reply);
    }
  });
  let last = 0;
  const send = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result = {}, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method: string, params: object = {}) => send(method, params, String(sessionId));
  for (const domain of ['Page', 'DOM', 'Network', 'Log', 'Runtime']) await ask(`${domain}.enable`);
  await ask('Page.navigate', { url: address });
  const evaluate = async (expression: string) => {
    const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    return (result as { readonly value?: unknown }).value;
  };
  const until = async (expression: string) => {
    while ((await evaluate(expression)) !== true) await pause(50);
  };
  await until(`location.href !== 'about:blank' && document.readyState === 'complete'`);
  return {
    asked,
    complaints,
    evaluate,
    until,
    async choose(selector, files) {
      const { root } = await ask('DOM.getDocument');
      const { nodeId: rootId } = root as { readonly nodeId: number };
      const { nodeId } = await ask('DOM.querySelector', { nodeId: rootId, selector });
      await ask('DOM.setFileInputFiles', { nodeId, files });
    },
    async screenshot() {
      const { data } = await ask('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(String(data), 'base64');
    },
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await send('Browser.close').catch(() => child.kill());
      await gone;
    },
  };
}
