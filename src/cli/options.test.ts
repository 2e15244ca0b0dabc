import { expect, test } from 'vitest';
import { critSpec } from './crit/spec.ts';
import { parseCommandLine } from './options.ts';

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
