/** The bridge from CRIU images to core files: registers and auxiliary vectors are the messages of each task as they are. */
import { criuDirectory, criuModel } from '../../../model/from-criu/family.ts';
import { firstOf, openCriuImage } from '../../../model/from-criu/image.ts';
import type { ImageDirectory } from '../../../parse/criu/index.ts';
import type { CoreFacts } from '../../core/processes.ts';
import { coreRunner, type WayToCores } from '../../core/runner.ts';

/** images/core-x86.proto: a 32-bit task on a 64-bit kernel. */
const compatMode = 2;

function criuCoreFacts(directory: ImageDirectory): CoreFacts {
  const image = openCriuImage(directory, () => {});
  return {
    registers({ pid, is64bit }) {
      const core = firstOf(image, 'CORE', 'core_entry', pid)?.fields;
      if (core?.ti_aarch64 !== undefined) return { machine: 'aarch64', info: core.ti_aarch64 };
      const info = core?.thread_info;
      const general = info?.gpregs;
      if (info === undefined || general === undefined) return undefined;
      const machine = general.mode === compatMode || !is64bit ? 'i386' : 'x86_64';
      return { machine, general, fpregs: info.fpregs, tls: info.tls };
    },
    auxv({ tgid, is64bit }) {
      const words = firstOf(image, 'MM', 'mm_entry', tgid)?.fields.mm_saved_auxv;
      if (words === undefined || words.length === 0) return undefined;
      // Of a 32-bit program on a 64-bit kernel a pair fills one word (fs/compat_binfmt_elf.c).
      const all = is64bit ? words : words.flatMap((word) => [BigInt.asUintN(32, word), word >> 32n]);
      const end = all.findIndex((type, index) => index % 2 === 0 && type === 0n);
      return end < 0 ? all : all.slice(0, end);
    },
  };
}

export const criuToCore: WayToCores = {
  model: criuModel,
  facts: ({ content }) => criuCoreFacts(criuDirectory(content)),
};

export const criuToCoreRunner = coreRunner(criuToCore);
