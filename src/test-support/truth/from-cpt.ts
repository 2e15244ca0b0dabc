/** The truths of OpenVZ images, which two collectors wrote inside of containers. */
import type { Truth as CptTruth, TruthProcess } from '../../model/testing/truth.ts';
import { deadPids, type Truth, type TruthMap, type TruthTask, withGuardPage } from './truth.ts';

export function truthOfCpt({ processes, raw }: CptTruth, line: string): Truth {
  const tasks = processes.map((process) => taskOf(process, line));
  return {
    family: 'cpt',
    line,
    tasks,
    files: new Set(),
    raw,
    unseen: new Set(deadPids(tasks)),
    beside: () => undefined,
  };
}

function taskOf(process: TruthProcess, line: string): TruthTask {
  const { pid, ppid, pgid, sid, comm, state, cmdline, uid, gid, groups, masks, threads } = process;
  const { sigPnd, shdPnd, sigBlk, sigIgn, sigCgt, capPrm, capEff } = masks;
  return {
    pid,
    ppid,
    pgid,
    sid,
    comm,
    state,
    cmdline,
    status: {
      Uid: uid.join('\t'),
      Gid: gid.join('\t'),
      Groups: groups.join(' '),
      SigPnd: sigPnd,
      ShdPnd: shdPnd,
      SigBlk: sigBlk,
      SigIgn: sigIgn,
      SigCgt: sigCgt,
      CapPrm: capPrm,
      CapEff: capEff,
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
    maps: process.maps.filter(isDumped).map((map) => asMapped(map, line)),
    files: {},
  };
}

/** Pages at fixed addresses belong to the kernel. */
const isDumped = ({ start }: TruthMap): boolean => start !== 0xffffe000n && start < 1n << 63n;

/** d_path of 2.6.32 puts the marker of deleted files before the name; fs/proc/task_mmu.c hides a guard page. */
function asMapped(map: TruthMap, line: string): TruthMap {
  const path = map.path.replace(/^\(deleted\)(.*)$/, '$1 (deleted)');
  return line.startsWith('2.6.18') ? { ...map, path } : withGuardPage({ ...map, path });
}
