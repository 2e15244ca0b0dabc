/** Registers and auxiliary vectors of OpenVZ images, as the dump has them: nothing is repaired. */
import type { Checkpoint } from '../../model/checkpoint.ts';
import { auxiliaryVector } from '../../model/read-memory.ts';
import { registerValue } from '../../model/registers.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { fpuOf } from '../bridges/cpt-to-criu/fpu.ts';
import { Losses } from '../bridges/cpt-to-criu/losses.ts';
import { registersOf, tlsOf } from '../bridges/cpt-to-criu/registers.ts';
import type { CoreFacts } from './processes.ts';

/** `version` is that of the image. */
export function cptCoreFacts(checkpoint: Checkpoint, source: ByteSource, version: number): CoreFacts {
  return {
    registers(task) {
      const { registers } = task;
      if (registers === undefined || registers.layout === 'ia64' || task.state === 'Z') return undefined;
      const is32 = registers.layout === 'i386';
      const value = (name: string) => registerValue(registers, name) ?? 0n;
      const entry = { ax: value(is32 ? 'eax' : 'rax'), ip: value(is32 ? 'eip' : 'rip') };
      const general = registersOf(task, registers, entry, version, new Losses());
      const orig_ax = value(is32 ? 'origEax' : 'origRax');
      return {
        machine: is32 ? 'i386' : 'x86_64',
        general: { ...general, orig_ax },
        ...(task.fpu !== undefined && { fpregs: fpuOf(task, source, new Losses()) }),
        tls: tlsOf(task, registers),
      };
    },
    auxv(task) {
      const words = auxiliaryVector(checkpoint, source, task)?.flatMap(({ type, value }) => [type, value]);
      // The kernel of 64 bits keeps a pair of a 32-bit program in one word (fs/compat_binfmt_elf.c).
      const isPacked = words?.some((word, index) => index % 2 === 0 && word > 0xffff_ffffn) === true;
      return isPacked ? words?.flatMap((word) => [BigInt.asUintN(32, word), word >> 32n]) : words;
    },
  };
}
