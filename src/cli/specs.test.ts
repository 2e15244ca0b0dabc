/** What every command promises by its table: help of 80 columns, man pages and completions that programs accept. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completionsOf } from '../../scripts/build/completions.ts';
import { manPage } from '../../scripts/build/man.ts';
import { viewNames } from '../inspect/views/index.ts';
import { helpColumns, helpText } from './help.ts';
import { commonOptions, parseCommandLine, UsageError } from './options.ts';
import { commandSpecs } from './specs.ts';

const folder = mkdtempSync(join(tmpdir(), 'cr-specs-'));
const completions = commandSpecs.flatMap((spec) => [...completionsOf(spec)]);
const has = (program: string, ...version: string[]) => spawnSync(program, version).error === undefined;

beforeAll(() => {
  for (const [path, text] of completions) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const spec of commandSpecs) writeFileSync(join(folder, `${spec.name}.1`), manPage(spec, [], '1.2.3'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const named = commandSpecs.map((spec) => [spec.name, spec] as const);

describe.each(named)('%s', (_name, spec) => {
  test('help fits 80 columns and shows every option', () => {
    const lines = helpText(spec).split('\n');
    expect(lines.filter((line) => line.length > helpColumns)).toEqual([]);
    for (const name of Object.keys(spec.options)) expect(lines.join('\n')).toContain(`--${name}`);
  });

  test('has the options of all commands, no short one twice, and at least two examples', () => {
    expect(Object.keys(spec.options)).toEqual(expect.arrayContaining(Object.keys(commonOptions)));
    const short = Object.values(spec.options).flatMap((option) => option.short ?? []);
    expect(new Set(short).size).toBe(short.length);
    expect(spec.examples.length).toBeGreaterThan(1);
    for (const [command] of spec.examples)
      expect(command).toMatch(new RegExp(`${spec.name}|capture-host\\.sh`));
  });

  test('a slip of a finger is told', () => {
    expect(() => parseCommandLine(spec, ['--hepl'])).toThrow(
      new UsageError('there is no option --hepl (did you mean --help?)'),
    );
  });

  test.skipIf(!has('mandoc'))('the man page is one (skipped without mandoc)', () => {
    const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'error', join(folder, `${spec.name}.1`)]);
    expect(stdout.toString()).toBe('');
  });
});

test('every view of the inspector is a word of its command', () => {
  const words = Object.keys(commandSpecs.find(({ name }) => name === 'cr-inspect')?.words ?? {});
  expect(words).toEqual(expect.arrayContaining([...viewNames]));
});

test.each([
  [['--kernel', '--odd'], '--odd'],
  [['--kernel=--odd'], '--odd'],
  [['--kernel', 'x'], 'x'],
])('a value may begin with a dash: %s', (argv, value) => {
  const spec = commandSpecs.find(({ name }) => name === 'cr-validate');
  expect(spec && parseCommandLine(spec, argv).value('kernel')).toBe(value);
});

test('what follows two dashes is no option', () => {
  const spec = commandSpecs.find(({ name }) => name === 'cr-validate');
  expect(spec && parseCommandLine(spec, ['--', '--formta']).positionals).toEqual(['--formta']);
});

const shells = ['bash', 'zsh', 'fish'].map((shell) => [shell, has(shell, '-c', 'true')] as const);

describe.each(shells)('%s completes (skipped where the shell is missing)', (shell, isThere) => {
  const files = completions.map(([path]) => path).filter((path) => path.startsWith(`${shell}/`));
  test.skipIf(!isThere).each(files)('%s is a script of it', (path) => {
    const { status, stderr } = spawnSync(shell, ['-n', join(folder, path)]);
    expect([status, stderr.toString()]).toEqual([0, '']);
  });
});

test('bash: options, their words, and views', () => {
  const complete = (words: string) => {
    const script = `source "$0"; COMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _cr_inspect
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const path = join(folder, 'bash', 'cr-inspect');
    return spawnSync('bash', ['-c', script, path], { cwd: folder }).stdout.toString().trim().split('\n');
  };
  expect(complete('cr-inspect --col')).toEqual(['--color']);
  expect(complete('cr-inspect --color al')).toEqual(['always']);
  expect(complete('cr-inspect old.img soc')).toEqual(['sockets']);
});
