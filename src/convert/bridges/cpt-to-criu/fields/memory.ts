/** Address spaces and pages. */
import { carried, defaulted, derived, lost, lostByCode, refused } from './fate.ts';

/** MMF_DUMP_* of linux/sched.h, and what a kernel starts with: private and shared memory without a file, huge pages. */
const dumpFilter = { mask: 0x7fcn, usual: 0x8cn } as const;

export const mmFields = {
  ...carried({
    startCode: 'mm_entry.mm_start_code',
    endCode: 'mm_entry.mm_end_code',
    startData: 'mm_entry.mm_start_data',
    endData: 'mm_entry.mm_end_data',
    startBrk: 'mm_entry.mm_start_brk',
    brk: 'mm_entry.mm_brk',
    startStack: 'mm_entry.mm_start_stack',
    startArg: 'mm_entry.mm_arg_start',
    endArg: 'mm_entry.mm_arg_end',
    startEnv: 'mm_entry.mm_env_start',
    endEnv: 'mm_entry.mm_env_end',
    dumpable:
      'mm_entry.dumpable, where `cpt_mm_flags` is absent; 2 (readable by root only) becomes 0 (core-dump)',
  }),
  ...lostByCode('lock-all-memory', ['defFlags']),
  ...lost('core-dump', ['mmFlags'], { mask: dumpFilter.mask, usual: [dumpFilter.usual, 0] }),
  ...lost('core-dump', ['vpsDumpable'], { usual: [1] }),
  ...lost('huge-pages', ['usedHugetlb']),
  ...defaulted('beancounters are lost as a whole', ['mmub']),
  ...defaulted('an area says itself that it is the vdso', ['vdso']),
};

export const vmaFields = {
  ...carried({
    start: 'vma_entry.start',
    end: 'vma_entry.end',
    flags: 'vma_entry.prot, flags, status',
    pgoff: 'vma_entry.pgoff',
  }),
  ...derived('vma_entry.shmid, status', ['file', 'type']),
  ...defaulted('CRIU shares equal pages of parent and child again', ['anonvma', 'anonvmaid']),
  ...defaulted('follows from the protection', ['pgprot']),
};

export const pagesFields = carried({ start: 'pagemap_entry.vaddr', end: 'pagemap_entry.nr_pages' });

export const copyPagesFields = derived('pages that are written once more', ['start', 'end', 'source']);

export const remapPagesFields = lostByCode('remapped-pages', ['start', 'end', 'pgoff']);

const elsewhere = 'the pages are not in the image';
export const lazyPagesFields = refused(elsewhere, ['start', 'end', 'index']);
export const iterPagesFields = refused(elsewhere, ['start', 'end']);

export const aioContextFields = lostByCode('aio-context', [
  ...(['maxReqs', 'ringPages', 'tail', 'nr', 'mmapBase'] as const),
]);
