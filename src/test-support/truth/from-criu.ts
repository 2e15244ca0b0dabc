/** `truth.json` as the collector of the CRIU dumps writes it. */
import type { Truth, TruthTask, TruthThread } from './truth.ts';

// biome-ignore lint/suspicious/noExplicitAny: the collector's own JSON.
type Json = any;

/** `names` are the files of the image: a task ended or started after the look by its core alone. */
export function truthOfCriu(raw: Json, names: readonly string[], beside: Truth['beside']): Truth {
  const dumped = new Set(
    names.flatMap((name) => /^core-(\d+)\.img$/.exec(name)?.[1] ?? []).map((pid) => Number(pid)),
  );
  const all = raw?.tasks && Object.values(raw.tasks as Record<string, Json>).map(taskOf);
  const tasks = all?.filter(({ pid }: TruthTask) => dumped.has(pid));
  const seen = new Set((all ?? []).flatMap(({ threads }: TruthTask) => threads.map(({ tid }) => tid)));
  const startedLater = new Set([...dumped].filter((pid) => all !== undefined && !seen.has(pid)));
  return { family: 'criu', line: 'criu', tasks, startedLater, raw: raw ?? {}, beside };
}

function taskOf(task: Json): TruthTask {
  const { pid, ppid, pgid, sid, comm, state, stat, status } = task;
  const { limits, timers, personality, oom_score_adj, loginuid, cgroup, syscall } = task;
  return {
    ...{ pid, ppid, pgid, sid, comm, state, stat, status },
    cmdline: task.cmdline ?? [],
    exe: task.exe ?? undefined,
    cwd: task.cwd ?? undefined,
    root: task.root ?? undefined,
    threads: Object.entries(task.threads as Record<string, Json>)
      .map(([tid, thread]): TruthThread => ({ ...thread, tid: Number(tid), startTicks: thread.starttime }))
      .sort((a, b) => a.tid - b.tid),
    fds: Object.entries((task.fds ?? {}) as Record<string, Json>).map(([fd, { link, info }]) => ({
      ...{ fd: Number(fd), link, info },
    })),
    maps: (task.maps ?? []).map((map: Json) => ({
      start: BigInt(map.start),
      end: BigInt(map.end),
      perms: map.prot,
      offset: BigInt(map.off),
      device: map.dev,
      inode: BigInt(map.ino),
      path: map.path,
      vmFlags: map.vmflags?.split(' ').filter(Boolean),
    })),
    files: { limits, timers, personality, oom_score_adj, loginuid, cgroup, syscall },
  };
}
