/** Registers and auxiliary vectors of OpenVZ images, as the dump has them: nothing is repaired. */
import { storedAuxWords } from '../../model/aux-vector.ts';
import { registerValue } from '../../model/registers.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { fpuOf } from '../bridges/cpt-to-criu/fpu.ts';
import { Losses } from '../bridges/cpt-to-criu/losses.ts';
import { registersOf, tlsOf } from '../bridges/cpt-to-criu/registers.ts';
import type { CoreFacts } from './processes.ts';

/** `version` is that of the image. */
export function cptCoreFacts(source: ByteSource, version: number): CoreFacts {
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
    auxv: (_task, memory) => storedAuxWords(source, memory),
  };
}
