/** 2.6.24: the dumpable code became the low byte of the memory flags. */
import { type Step, withFields } from '../step.ts';

/** MMF_DUMPABLE and MMF_DUMP_SECURELY; the codes 0, 1, 2 are stored as 0, 1, 3. */
const flagsOfCode = [0, 1, 3];
/** Default core dump filter: anonymous private, anonymous shared, private huge pages. */
const defaultFilter = 0x8c;
const dumpableMask = 3;

export const cpt2620To2624: Step = {
  from: 'cpt-2.6.20',
  to: 'cpt-2.6.24',
  summary: 'the dumpable code becomes a flag byte with the core dump filter',
  rows: ['M2'],
  forward: {
    objects: {
      mm: (mm, context) => {
        context.changed('M2', 'dumpable codes turned into memory flags');
        return withFields(mm, { dumpable: (flagsOfCode[mm.fields.dumpable] ?? 0) | defaultFilter });
      },
    },
  },
  backward: {
    objects: {
      mm: (mm, context) => {
        context.changed('M2', 'memory flags turned into dumpable codes');
        const { dumpable } = mm.fields;
        if ((dumpable & ~dumpableMask) !== defaultFilter) {
          context.lost(
            'M2',
            mm,
            `the core dump filter 0x${(dumpable & ~dumpableMask).toString(16)} has no place`,
          );
        }
        return withFields(mm, { dumpable: Math.min(dumpable & dumpableMask, 2) });
      },
    },
  },
};
