import { expect, test } from 'vitest';
import { convertSpec } from './convert/spec.ts';
import { critSpec } from './crit/spec.ts';
import { parseCommandLine } from './options.ts';
import { systemErrorText } from './run.ts';

const parse = (...argv: string[]) => parseCommandLine(critSpec, argv);

test('letters stand for options, several in a word', () => {
  const args = parse('decode', '-qfi', 'core-1.img', '-ocore.json', '-');
  expect([args.flag('quiet'), args.flag('force')]).toEqual([true, true]);
  expect([args.value('in'), args.value('out'), args.positionals]).toEqual([
    'core-1.img',
    'core.json',
    ['decode', '-'],
  ]);
});

test('what is wrong with an option is said in one way', () => {
  expect(() => parse('decode', '-p')).toThrow('there is no option -p');
  expect(() => parse('decode', '-qp')).toThrow('there is no option -p');
  expect(() => parse('decode', '--prety')).toThrow('there is no option --prety (did you mean --pretty?)');
  expect(() => parse('decode', '-i')).toThrow('-i takes a value: --in FILE');
  expect(() => parse('decode', '--in')).toThrow('--in takes a value: --in FILE');
});

test('a name that is empty, as of a variable that is not set, is no name of a directory, and is said', () => {
  expect(() => parseCommandLine(convertSpec, ['--check-root', '', 'a'])).toThrow(
    '--check-root takes a directory: its name is empty',
  );
  const error = Object.assign(new Error('no such file'), { code: 'ENOENT', path: '' });
  expect(systemErrorText(error)).toBe('an empty name: does not exist (ENOENT)');
});
