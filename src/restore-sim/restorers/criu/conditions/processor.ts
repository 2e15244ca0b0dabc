/** --cpu-cap has CRIU hold the processor against cpuinfo.img (criu/arch/x86/cpu.c, cpu_validate_features). */
import { firstOf, placeOf } from '../../../../model/from-criu/image.ts';
import { type Condition, condition } from '../../../conditions.ts';
import type { Scene } from './scene.ts';

/**
 * Instructions that CRIU compares, by the words of cpuid in cpuinfo.img, as /proc/cpuinfo names them. Those of every
 * 64-bit processor are left out, and those that kernels hide where the processor has them (rdseed, rdrand, hle, rtm,
 * fsgsbase, erms): CRIU asks the processor itself.
 */
const instructions: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  // cpuid 1, ECX
  4: {
    ...{ 0: 'pni', 1: 'pclmulqdq', 9: 'ssse3', 13: 'cx16', 19: 'sse4_1', 20: 'sse4_2', 22: 'movbe' },
    ...{ 23: 'popcnt', 25: 'aes', 26: 'xsave', 28: 'avx', 29: 'f16c' },
  },
  // cpuid 0x80000001, ECX
  6: { 5: 'abm', 6: 'sse4a', 7: 'misalignsse', 8: '3dnowprefetch', 11: 'xop', 16: 'fma4', 21: 'tbm' },
  // cpuid 7, EBX
  9: {
    ...{ 3: 'bmi1', 5: 'avx2', 8: 'bmi2', 16: 'avx512f', 17: 'avx512dq', 19: 'adx', 23: 'clflushopt' },
    ...{ 28: 'avx512cd', 29: 'sha_ni', 30: 'avx512bw', 31: 'avx512vl' },
  },
};

export function* processorConditions({ restore: { image }, options }: Scene): Generator<Condition> {
  const entry = firstOf(image, 'CPUINFO', 'cpuinfo_entry');
  const recorded = entry?.fields.x86_entry?.[0];
  if (entry === undefined || recorded === undefined || options?.has('--cpu-cap') !== true) return;
  const compared = comparedBy(options.values('--cpu-cap'));
  const names = compared.has('ins') || compared.has('cpu') ? namesOf(recorded.capability ?? []) : [];
  const states = compared.has('fpu') ? (recorded.xfeatures_mask ?? 0n) : 0n;
  if (names.length === 0 && states === 0n) return;
  const remedy = 'restore on a processor that has them, or leave --cpu-cap out';
  const facts = { states: `0x${states.toString(16)}`, features: names.join(' ') };
  const wanted = `the states ${facts.states} and instructions ${names.join(', ')} of the processor of the dump`;
  yield condition('cpu-features', wanted, remedy, placeOf(entry), facts);
}

const all = ['fpu', 'ins', 'cpu'] as const;

/** Words add to what is compared without any, or take it out (criu/config.c, parse_cpu_cap). */
function comparedBy(values: readonly string[]): ReadonlySet<string> {
  const compared = new Set<string>(['fpu', 'ins']);
  for (const value of values) {
    for (const word of value === '' ? ['all'] : value.split(',')) {
      const name = word.replace(/^\^+/, '');
      const isOut = (word.length - name.length) % 2 === 1;
      if (name === 'none') compared.clear();
      for (const one of name === 'all' || (name === 'none' && isOut) ? all : name === 'none' ? [] : [name]) {
        if (isOut && name !== 'none') compared.delete(one);
        else compared.add(one);
      }
    }
  }
  return compared;
}

const namesOf = (words: readonly number[]): readonly string[] =>
  Object.entries(instructions).flatMap(([word, bits]) =>
    Object.entries(bits).flatMap(([bit, name]) =>
      (((words[Number(word)] ?? 0) >>> Number(bit)) & 1) === 1 ? [name] : [],
    ),
  );
