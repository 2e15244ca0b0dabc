/** The bridge from OpenVZ images to core files: registers and auxiliary vectors as the dump has them; nothing is repaired. */
import { storedAuxWords } from '../../../model/aux-vector.ts';
import { cptModel } from '../../../model/from-cpt/family.ts';
import { registerValue } from '../../../model/registers.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { CoreFacts } from '../../core/processes.ts';
import { coreRunner, type WayToCores } from '../../core/runner.ts';
import { fpuOf } from '../cpt-to-criu/fpu.ts';
import { Losses } from '../cpt-to-criu/losses.ts';
import { registersOf, tlsOf } from '../cpt-to-criu/registers.ts';

/** `version` is that of the image. */
export function kernelCoreFacts(source: ByteSource, version: number): CoreFacts {
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

export const cptToCore: WayToCores = {
  model: cptModel,
  facts: ({ source, checkpoint }) => kernelCoreFacts(source, checkpoint.image.version ?? 0),
};

export const cptToCoreRunner = coreRunner(cptToCore);
