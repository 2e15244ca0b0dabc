/** What becomes of a restore without a condition is said alike in the text and in the report for programs. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import { crRestoreSim } from './command.ts';
import { restoreSimSpec } from './spec.ts';

async function run(...argv: string[]): Promise<string> {
  let text = '';
  const out = (part: string) => {
    text += part;
  };
  const terminal = { out, err: () => {}, isOutTty: false, isErrTty: false, columns: 100, env: {} };
  await runCommand(restoreSimSpec, argv, terminal, crRestoreSim);
  return text;
}

const words: Readonly<Record<string, string>> = {
  fails: 'it fails',
  crashes: 'it crashes',
  hangs: 'it hangs',
  loses: 'that is lost',
};

test.each(['counter.tar.gz', 'podman-tree.tar.zst', 'pipes.tar.gz'])('criu/%s', async (name) => {
  const path = join(projectRoot, 'samples', 'criu', name);
  const text = await run(path);
  const { conditions } = JSON.parse(await run('--json', path));
  const said = new Map<string, Set<string>>();
  for (const { code, otherwise } of conditions)
    said.set(code, (said.get(code) ?? new Set()).add(words[otherwise] as string));
  for (const [code, ways] of said) {
    const line = text.split('\n').find((one) => one.includes(` ${code}: `));
    expect(line).toContain(`(else ${[...ways].join(' or ')})`);
  }
});

test('several tasks cannot get their capabilities: the first of them waits for the others for ever', async () =>
  expect(await run(join(projectRoot, 'samples', 'criu', 'podman-tree.tar.zst'))).toMatch(
    /capabilities: .*\(else it hangs\)/,
  ));
