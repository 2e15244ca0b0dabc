/** How scripts end: held against dash and bash, where they are there; what they cannot be asked is no answer. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { endOfScript } from './shell.ts';

const understood: readonly string[] = [
  '',
  'exit',
  'true',
  'false',
  'exit 3',
  'exit 256',
  ': ; exit 4 # the end',
  '[ "$A" = post-restore ] && exit 3; exit 0',
  '[ "$A" = pre-restore ] && exit 3; exit 0',
  '[ "$A" != pre-restore ] || exit 5',
  '[ "x$A" = "xpost-restore" ] && exit 6\nexit 7',
  '[ -n "$A" ] && [ -z "$B" ] && exit 8',
  'test $A == x || false',
  'if [ "$A" = pre-dump ]; then exit 1; fi',
  'if [ "$A" = pre-dump ]; then exit 1; elif [ "$A" = post-restore ]; then\n  exit 9\nelse exit 2; fi',
  'if false; then exit 1; else\n if true; then false; fi\nfi',
  'case $A in\npre-resume) exit 1;;\nesac',
  'case "$A" in pre-restore | post-restore) exit 11 ;; *) exit 12 ;; esac',
  'case "$A" in (nothing) exit 11 ;; *) exit 12; esac; exit 13',
  'case $A in x) false ;; esac',
  `A='other'\ncase \${A} in other) exit 14 ;; esac`,
  'set -e\nfalse\nexit 0',
  'set -e\nfalse && true\nexit 15',
  'set -e\nfalse || true\nif false; then :; fi\nexit 16',
  'set -eu\n[ "$A" = x ] && false\nexit 17',
  'mkdir -p /tmp >/dev/null 2>&1\nexit 18',
  'printf "%s\\n" "$A" >&2; export C=1; [ "$C" = "" ] || true',
];
const shells = ['dash', 'bash', 'sh'].filter((name) => spawnSync(name, ['-c', ':']).status === 0);

describe.skipIf(shells.length === 0)('as a shell does', () => {
  test.each(understood.map((text) => [text]))('%j', (text) => {
    const env = { PATH: process.env['PATH'], A: 'post-restore', B: '' };
    const real = spawnSync(shells[0] ?? 'sh', ['-c', text], { env }).status;
    expect(endOfScript(text, { A: 'post-restore', B: '' })).toBe(real);
  });
});

test.each([
  'ls /somewhere',
  'ls /somewhere && exit 1; exit 0',
  'set -e; ls /somewhere; exit 0',
  'exit $?',
  'x() { exit 1; }; x',
  'exit $(cat /a)',
  'exit `cat /a`',
  'while true; do exit 1; done',
  'cat <<END\nexit 1\nEND',
  `[ "\${A:-x}" = x ] && exit 1; exit 0`,
  'case $A in post*) exit 1 ;; esac',
  'case $UNKNOWN in a) exit 1 ;; esac',
  'echo a | grep b',
  '(exit 1)',
  'if ls; then exit 1; fi',
  "echo 'open",
])('not understood: %j', (text) => expect(endOfScript(text, { A: 'post-restore' })).toBeUndefined());

test.each([
  ['if '.repeat(9000), undefined],
  ['if true; then '.repeat(2400), undefined],
  [`${'if true; then '.repeat(90)}exit 3${'; fi'.repeat(90)}`, 3],
])('commands in each other: %.20s', (script, end) => expect(endOfScript(script, {})).toBe(end));
