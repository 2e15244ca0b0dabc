/**
 * Strangers choose what regular expressions are held against: none of ours may take more than time by the length.
 * `scslre` finds by analysis where parts of an expression can share the same characters in several ways.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { projectRoot } from './test-support/images.ts';

/** Their texts are lines of at most 4,096 characters (explain-log.ts): the square of that is no time. */
const ofShortLines = /^restore-sim\/restorers\/criu\/messages\//;

const src = join(projectRoot, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(
    (name) => /\.tsx?$/.test(name) && !/generated|\.test\.|testing\/|test-support|test-driver/.test(name),
  )
  .sort();

interface Literal {
  readonly type: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}

/** The regular expressions of a file. */
function expressionsOf(name: string): readonly { pattern: string; flags: string }[] {
  const found: { pattern: string; flags: string }[] = [];
  const { code } = transformSync(readFileSync(join(src, name), 'utf8'), {
    loader: name.endsWith('x') ? 'tsx' : 'ts',
    format: 'esm',
    target: 'es2022',
  });
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { regex } = node as Literal;
    if (regex !== undefined && typeof regex === 'object' && 'pattern' in regex) found.push(regex);
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseAst(code));
  return found;
}

test('no expression of ours takes more than time by the length', () => {
  let count = 0;
  const slow = files.flatMap((name) =>
    expressionsOf(name).flatMap(({ pattern, flags }) => {
      count += 1;
      // A search that begins anew at each place is bounded by the length of what is searched at each of them.
      const reports = analyse({ source: pattern, flags }).reports.filter(
        ({ type, exponential }) => exponential || (type !== 'Move' && !ofShortLines.test(name)),
      );
      return reports.length === 0 ? [] : [`${name}: /${pattern}/${flags}`];
    }),
  );
  expect(count).toBeGreaterThan(700);
  expect(slow).toEqual([]);
});
