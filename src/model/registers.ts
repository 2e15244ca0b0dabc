/** Names of the registers in the order in which a checkpoint packs their values. */
import type { Registers } from './checkpoint.ts';

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/**
 * Segment registers hold abstract codes in CPT images: 0 none, 1–3 TLS, 4–7 user segments, 256 and up
 * the LDT.
 */
export const registerNames: { readonly [L in Registers['layout']]: readonly string[] } = {
  i386: [
    ...numbered('debugreg', 8),
    ...['fs', 'gs', 'ebx', 'ecx', 'edx', 'esi', 'edi', 'ebp', 'eax', 'xds', 'xes', 'origEax', 'eip', 'xcs'],
    ...['eflags', 'esp', 'xss', 'ugs'],
  ],
  x86_64: [
    ...numbered('debugreg', 8),
    ...[
      'fsbase',
      'gsbase',
      'fsindex',
      'gsindex',
      'ds',
      'es',
      'r15',
      'r14',
      'r13',
      'r12',
      'rbp',
      'rbx',
      'r11',
    ],
    ...['r10', 'r9', 'r8', 'rax', 'rcx', 'rdx', 'rsi', 'rdi', 'origRax', 'rip', 'cs', 'eflags', 'rsp', 'ss'],
  ],
  ia64: [
    ...numbered('gr', 128),
    ...numbered('fr', 256),
    ...numbered('br', 8),
    ...numbered('nat', 2),
    ...['arBspstore', 'numRegs', 'loadrs', 'arBsp', 'arUnat', 'arPfs', 'arCcv', 'arFpsr', 'arCsd', 'arSsd'],
    ...['arEc', 'arLc', 'arRsc', 'arRnat', 'crIip', 'crIpsr', 'cfm', 'pr'],
    ...numbered('ibr', 8),
    ...numbered('dbr', 8),
  ],
};

/** A register by name, or undefined when the layout has none of that name. */
export function registerValue(registers: Registers, name: string): bigint | undefined {
  const index = registerNames[registers.layout].indexOf(name);
  return index === -1 ? undefined : registers.values[index];
}
