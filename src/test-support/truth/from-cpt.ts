/** The truths of OpenVZ images, which two collectors wrote inside of containers. */
import type { Truth as CptTruth, TruthProcess } from '../../model/testing/truth.ts';
import type { Truth, TruthMap, TruthTask } from './truth.ts';

export function truthOfCpt({ processes, raw }: CptTruth, line: string): Truth {
  return {
    family: 'cpt',
    line,
    tasks: processes.map((process) => taskOf(process, line)),
    raw,
    startedLater: new Set(),
    beside: () => undefined,
  };
}

function taskOf(process: TruthProcess, line: string): TruthTask {
  const { pid, ppid, pgid, sid, comm, state, cmdline, uid, gid, groups, masks, threads } = process;
  const { sigPnd, shdPnd, sigBlk, sigIgn, sigCgt, capPrm, capEff } = masks;
  return {
    ...{ pid, ppid, pgid, sid, comm, state, cmdline },
    status: {
      ...{ Uid: uid.join('\t'), Gid: gid.join('\t'), Groups: groups.join(' ') },
      ...{ SigPnd: sigPnd, ShdPnd: shdPnd, SigBlk: sigBlk, SigIgn: sigIgn, SigCgt: sigCgt },
      ...{ CapPrm: capPrm, CapEff: capEff },
    },
    stat: { nice: process.nice },
    threads: threads
      .map(({ tid, comm: name, state: letter, startTicks }) => ({
        tid,
        comm: name,
        state: letter,
        startTicks,
      }))
      .sort((a, b) => a.tid - b.tid),
    fds: process.fds,
    maps: process.maps.filter(isDumped).map((map) => withGuard(map, line)),
    files: {},
  };
}

/** Pages at fixed addresses belong to the kernel. */
const isDumped = ({ start }: TruthMap): boolean => start !== 0xffffe000n && start < 1n << 63n;

/** fs/proc/task_mmu.c of 2.6.32 hides the guard page below a stack. */
function withGuard(map: TruthMap, line: string): TruthMap {
  if (map.path !== '[stack]' || line.startsWith('2.6.18')) return map;
  return { ...map, start: map.start - 4096n };
}
