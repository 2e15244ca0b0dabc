/** `cr-restore-sim --for-real`: the plan, carried out in throw-away namespaces of the running kernel, and compared. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { release } from 'node:os';
import { plural } from '../../plural.ts';
import type { RestoreImage } from '../../restore-sim/family.ts';
import { profileOfRelease } from '../../restore-sim/host/index.ts';
import { planImage, type RehearseOptions } from '../../restore-sim/plan/index.ts';
import { agentLines, differences, type RealOutcome, readOutcome } from '../../restore-sim/real/index.ts';
import { UsageError } from '../../usage-error.ts';
import { exitCode } from '../exit-codes.ts';
import type { Arguments } from '../options.ts';
import { jsonPieces, printPieces } from '../pieces.ts';
import { type Terminal, visible } from '../terminal.ts';
import { packageFile } from '../version.ts';

export function agentText(): string {
  const path = packageFile('restore-agent.pl');
  if (!existsSync(path)) throw new UsageError('restore-agent.pl is not where it was installed');
  return readFileSync(path, 'utf8');
}

export async function forReal(
  name: string,
  image: RestoreImage,
  options: RehearseOptions,
  { args, terminal }: { readonly args: Arguments; readonly terminal: Terminal },
): Promise<number> {
  const missing = whyNot();
  if (missing !== undefined) {
    terminal.err(`cr-restore-sim: --for-real is left out: ${missing}\n`);
    return exitCode.io;
  }
  const kernel = profileOfRelease(release()) ?? 'linux-3.9';
  const plan = planImage(image, { ...options, kernel });
  const checkpoint = image.model.checkpoint(image.content, () => {});
  const outcome = readOutcome(await runAgent(agentLines(plan)), plan);
  const found = differences(checkpoint, plan, outcome);
  if (args.flag('json')) {
    const { processes, objects, terminals, done, skipped } = outcome;
    const document = {
      schemaVersion: 1,
      release: release(),
      kernel,
      by: 'perl',
      done,
      skipped,
      differences: found,
      processes,
      objects,
      terminals: terminals ?? null,
    };
    printPieces(terminal, jsonPieces(document, 1));
    terminal.out('\n');
  } else terminal.out(outcomeText(name, outcome, found));
  return found.length === 0 ? exitCode.ok : exitCode.findings;
}

/** What it takes; in words where it is not there. */
function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.geteuid?.() !== 0) return 'it needs root';
  if (spawnSync('perl', ['-e', '1'], { stdio: 'ignore' }).status !== 0) return 'it needs perl';
  return undefined;
}

/** It ends with this process: its input ends, and the kernel kills it when its parent dies. */
function runAgent(lines: Iterable<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const agent = spawn('perl', ['-e', agentText()], { stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    let said = '';
    agent.stdout.on('data', (piece: Buffer) => out.push(piece));
    agent.stderr.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
    });
    agent.on('error', reject);
    agent.on('close', () => {
      const text = Buffer.concat(out).toString('utf8');
      if (text === '') reject(new UsageError(`--for-real cannot be carried out here: ${said.trim()}`));
      else resolve(text);
    });
    // It may end before it has read everything.
    agent.stdin.on('error', () => {});
    agent.stdin.end([...lines].join(''));
  });
}

const shownMax = 20;

function outcomeText(
  name: string,
  { processes, objects, done, skipped }: RealOutcome,
  found: readonly string[],
): string {
  const reasons = new Map<string, number>();
  for (const { why } of skipped) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return [
    `${visible(name)}: carried out on Linux ${release()} by perl: ${plural(done, 'step')}, ${plural(processes.length, 'process', 'processes')}, ${plural(objects.length, 'System V object')}`,
    ...[...reasons].map(([why, count]) => `  left out, ${plural(count, 'step')}: ${visible(why)}`),
    ...(found.length === 0 ? ['  all is as in the image'] : ['Not as in the image:']),
    ...found.slice(0, shownMax).map((text) => `  ${visible(text)}`),
    ...(found.length > shownMax ? [`  … and ${found.length - shownMax} more`] : []),
    '',
  ].join('\n');
}
