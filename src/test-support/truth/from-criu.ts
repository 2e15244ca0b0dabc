/** `truth.json` as the collector of the CRIU dumps writes it. */
import { deadPids, type Truth, type TruthTask, type TruthThread, withGuardPage } from './truth.ts';

// biome-ignore lint/suspicious/noExplicitAny: the collector's own JSON.
type Json = any;

/**
 * `names` are the files of the image: a task ended or started after the look by its core alone. Releases before 3.4
 * add the guard page of a stack, whatever the kernel (criu/proc_parse.c).
 */
export function truthOfCriu(
  raw: Json,
  names: readonly string[],
  hasGuardPages: boolean,
  beside: Truth['beside'],
): Truth {
  const dumped = new Set(
    names.flatMap((name) => /^core-(\d+)\.img$/.exec(name)?.[1] ?? []).map((pid) => Number(pid)),
  );
  const all: TruthTask[] | undefined = raw?.tasks && tasksInside(Object.values(raw.tasks)).map(taskOf);
  const tasks = all
    ?.filter(({ pid }) => dumped.has(pid))
    .map((task) => ({
      ...task,
      threads: task.threads.filter(({ tid }) => dumped.has(tid)),
      maps: hasGuardPages ? task.maps?.map(withGuardPage) : task.maps,
    }));
  const seen = new Set((all ?? []).flatMap(({ threads }) => threads.map(({ tid }) => tid)));
  const startedLater = [...dumped].filter((pid) => all !== undefined && !seen.has(pid));
  const unseen = new Set([...startedLater, ...deadPids(all ?? [])]);
  return {
    family: 'criu',
    line: hasGuardPages ? 'criu before 3.4' : 'criu',
    tasks,
    unseen,
    files: new Set(names),
    raw: raw ?? {},
    beside,
  };
}

/** Pids as the dumped pid namespace has them, for a look from outside of it. */
function tasksInside(tasks: readonly Json[]): readonly Json[] {
  const inner = (task: Json, line: string, outer: number) =>
    Number(task.status[line]?.split(/\s+/).at(-1) ?? outer);
  const pids = new Map(tasks.map((task) => [task.pid, inner(task, 'NSpid', task.pid)]));
  return tasks.map((task) => ({
    ...task,
    pid: inner(task, 'NSpid', task.pid),
    ppid: pids.get(task.ppid) ?? task.ppid,
    pgid: inner(task, 'NSpgid', task.pgid),
    sid: inner(task, 'NSsid', task.sid),
    status: {
      ...task.status,
      Uid: idsInside(task, 'Uid', 'uid_map'),
      Gid: idsInside(task, 'Gid', 'gid_map'),
      Groups: idsInside(task, 'Groups', 'gid_map'),
    },
    threads: Object.fromEntries(
      Object.entries(task.threads as Record<string, Json>).map(([tid, thread]) => [
        Number(tid) === task.pid
          ? inner(task, 'NSpid', task.pid)
          : (thread.NSpid?.split(/\s+/).at(-1) ?? tid),
        thread,
      ]),
    ),
  }));
}

/** Ids as the user namespace of the task has them: the image says them so. */
function idsInside(task: Json, line: string, file: string): string | undefined {
  const maps = (task[file] ?? '')
    .trim()
    .split('\n')
    .map((row: string) => row.trim().split(/\s+/).map(Number))
    .filter((row: readonly number[]) => row.length === 3);
  const inside = (id: number) => {
    for (const [first, lower, count] of maps)
      if (id >= lower && id < lower + count) return first + id - lower;
    return id;
  };
  return task.status[line]?.split(/\s+/).filter(Boolean).map(Number).map(inside).join('\t');
}

function taskOf(task: Json): TruthTask {
  const { pid, ppid, pgid, sid, comm, state, stat, status } = task;
  const { limits, timers, personality, oom_score_adj, loginuid, cgroup, syscall } = task;
  return {
    pid,
    ppid,
    pgid,
    sid,
    comm,
    state,
    stat,
    status,
    cmdline: task.cmdline ?? [],
    exe: task.exe ?? undefined,
    cwd: task.cwd ?? undefined,
    root: task.root ?? undefined,
    threads: Object.entries(task.threads as Record<string, Json>)
      .map(([tid, thread]): TruthThread => ({ ...thread, tid: Number(tid), startTicks: thread.starttime }))
      .sort((a, b) => a.tid - b.tid),
    fds: Object.entries((task.fds ?? {}) as Record<string, Json>).map(([fd, { link, info }]) => ({
      fd: Number(fd),
      link,
      info,
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
