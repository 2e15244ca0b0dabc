/**
 * The creation plan of linux-cr's user-space restart (user-cr restart.c: ckpt_init_tree, ckpt_set_creator,
 * ckpt_placeholder_task, ckpt_propagate_session): who forks whom, in which order, and which helpers are needed so that
 * every task gets its parent and its session. Verified against the tool's own code, its defects included.
 */
import { inherited, type PlanEntry, type PlanInput, PlanStop, type PlanTask } from './plan-entry.ts';

/** Numbers below are only used while a pid namespace is young (RESERVED_PIDS). */
const reservedPids = 300;
/** The tool allocates so many entries, and so many pid objects, for each pid object of the image. */
const entriesPerPid = 4;
const pidsPerPid = 2;
/** Sessions that have to be made before each other; a circle of them exhausts the stack of the tool. */
const depthMax = 1000;

/** Throws a PlanStop where the tool gives up. Entries in table order. */
export function planTree(input: PlanInput): readonly PlanEntry[] {
  const planner = new Planner(input);
  planner.addTasks();
  planner.addGhosts();
  // Placeholders are added behind and have their creators already.
  const { entries } = planner;
  for (let n = 1, count = entries.length; n < count; n++) {
    const entry = entries[n] as PlanEntry;
    if (entry.creator === undefined) planner.setCreator(entry, 0);
  }
  return entries;
}

class Planner {
  readonly entries: PlanEntry[] = [];
  readonly #input: PlanInput;
  readonly #byNumber = new Map<number, PlanEntry>();
  #highest = reservedPids;
  #pids: number;

  constructor(input: PlanInput) {
    this.#input = input;
    this.#pids = input.pids.length;
  }

  get #root(): PlanEntry {
    return this.entries[0] as PlanEntry;
  }

  addTasks(): void {
    this.#input.tasks.forEach(refuseBadNumbers);
    for (const task of withInherited(this.#input.tasks)) {
      this.#add({ ...task, isGhost: false, isDead: false });
    }
    if (this.entries.length === 0) throw new PlanStop('EINVAL', 'no tasks');
  }

  /** Leaders of sessions that are gone first, all of them; then those of thread groups and process groups. */
  addGhosts(): void {
    const root = this.#root.pid;
    const tasks = withInherited(this.#input.tasks);
    for (const { sid } of tasks) {
      if (isOwn(sid) && !this.#byNumber.has(sid)) this.#addGhost(sid, root, sid);
    }
    for (const { tgid, pgid, sid } of tasks) {
      for (const number of [tgid, pgid]) {
        if (!isOwn(number) || this.#byNumber.has(number)) continue;
        const parent = this.#leaderOf(sid);
        this.#addGhost(number, parent?.pid ?? root, parent?.sid ?? sid);
      }
    }
  }

  setCreator(entry: PlanEntry, depth: number): void {
    if (depth > depthMax) throw new PlanStop('crash', `pid ${entry.pid}: sessions depend on each other`);
    if (!isOwn(entry.sid)) entry.isSession = true;
    const creator = this.#creatorOf(entry, depth);
    if (creator.firstChild !== undefined) {
      entry.next = creator.firstChild;
      creator.firstChild.previous = entry;
    }
    creator.firstChild = entry;
    entry.creator = creator;
    if (entry.isSession) this.#propagateSession(entry, depth);
  }

  #creatorOf(entry: PlanEntry, depth: number): PlanEntry {
    const parent = this.#byNumber.get(entry.ppid);
    if (entry.tgid !== entry.pid) {
      entry.isThread = true;
      return this.#byNumber.get(entry.tgid) ?? stop(`pid ${entry.pid}: no leader ${entry.tgid}`);
    }
    if (entry.ppid === 0 || parent === undefined) return stop(`pid ${entry.pid}: invalid ppid ${entry.ppid}`);
    if (entry.pid === entry.sid) return parent;
    const session = this.#leaderOf(entry.sid) ?? stop(`pid ${entry.pid}: no session ${entry.sid}`);
    if (entry.isDead) return session;
    if (entry.sid === parent.sid) return parent;
    // Compared by pid object: the first one is the root's.
    if (entry.ppid === (this.#input.orphanParent ?? this.#input.pids[0])) {
      session.placeholder ??= this.#addPlaceholder(entry, session);
      return session.placeholder;
    }
    if (session.creator === undefined && !session.isRoot) this.setCreator(session, depth + 1);
    if (session.creator?.pid !== entry.ppid) {
      entry.isSession = true;
      return parent;
    }
    if (session.isRoot) return stop(`pid ${entry.pid}: sibling session prohibited`);
    entry.isSibling = true;
    return session;
  }

  /** What is to be in a session that its creator leaves must be forked before that, and so must its creators. */
  #propagateSession(from: PlanEntry, depth: number): void {
    const session = this.#leaderOf(from.sid);
    let entry = from;
    do {
      entry.isSession = true;
      const creator = entry.creator as PlanEntry;
      // Of the session of the one that is passed, which on the way up may be another.
      const own = this.#leaderOf(entry.sid);
      if (creator.isRoot && this.#leaderOf(entry.ppid) !== creator && own !== undefined) {
        this.#addPlaceholder(entry, own);
      }
      entry = creator;
      if (entry.isRoot) return;
      if (entry.creator === undefined) this.setCreator(entry, depth + 1);
    } while (this.#leaderOf(entry.sid) !== session && !entry.isSession && entry.creator !== session);
  }

  /** A task that dies at once, below the session leader; `entry` becomes its child. */
  #addPlaceholder(entry: PlanEntry, session: PlanEntry): PlanEntry {
    const holder = this.#add({
      pid: this.#freeNumber(),
      ppid: this.#root.pid,
      tgid: 0,
      pgid: 0,
      sid: entry.sid,
      isGhost: false,
      isDead: true,
    });
    holder.creator = session;
    if (session.firstChild !== undefined) {
      holder.next = session.firstChild;
      session.firstChild.previous = holder;
    }
    session.firstChild = holder;
    session.placeholder = holder;
    // As the tool unlinks it: the earlier siblings are lost with it.
    if (entry.next !== undefined) entry.next.previous = entry.previous;
    if (entry.previous !== undefined) entry.previous.next = entry.next;
    if (entry.creator !== undefined) entry.creator.firstChild = entry.next;
    entry.next = undefined;
    entry.previous = undefined;
    entry.creator = holder;
    return holder;
  }

  /** What is no number of the image's own stands for the first pid object, normally the root. */
  #leaderOf(number: number): PlanEntry | undefined {
    return this.#byNumber.get(isOwn(number) ? number : (this.#input.pids[0] ?? 0));
  }

  #addGhost(pid: number, ppid: number, sid: number): void {
    this.#add({ pid, ppid, tgid: pid, pgid: 0, sid, isGhost: true, isDead: false });
  }

  #freeNumber(): number {
    if (this.#pids >= pidsPerPid * this.#input.pids.length) throw new PlanStop('EOVERFLOW', 'out of space');
    const { pidMax } = this.#input;
    let number = this.#highest;
    for (let tried = 0; tried <= pidMax; tried++) {
      // Up to pid_max itself, which no kernel gives: so does the tool (ckpt_alloc_pid).
      number = number >= pidMax ? reservedPids : number + 1;
      if (this.#byNumber.has(number)) continue;
      this.#highest = number;
      this.#pids += 1;
      return number;
    }
    throw new PlanStop('EOVERFLOW', 'no pid is free');
  }

  #add(given: PlanTask & { readonly isGhost: boolean; readonly isDead: boolean }): PlanEntry {
    if (this.entries.length >= entriesPerPid * this.#input.pids.length) {
      throw new PlanStop('EOVERFLOW', 'out of space');
    }
    const entry: PlanEntry = {
      n: this.entries.length,
      pid: given.pid,
      ppid: given.ppid,
      tgid: given.isDead ? given.pid : given.tgid,
      sid: given.sid,
      isRoot: this.entries.length === 0,
      isGhost: given.isGhost,
      isDead: given.isDead,
      isThread: false,
      isSibling: false,
      isSession: false,
      creator: undefined,
      firstChild: undefined,
      next: undefined,
      previous: undefined,
      placeholder: undefined,
    };
    this.entries.push(entry);
    // Placeholders are not looked up, and the number of a session outside is of no task (ckpt_init_tree, ckpt_ghost_task).
    if (!given.isDead) {
      this.#highest = Math.max(this.#highest, entry.pid);
      this.#byNumber.set(entry.pid, entry);
    }
    return entry;
  }
}

const isOwn = (number: number): boolean => number > 0;

const stop = (message: string): never => {
  throw new PlanStop('EINVAL', message);
};

/** Where the root leads no session of its own, it inherited one: so did all tasks in it. */
function withInherited(tasks: readonly PlanTask[]): readonly PlanTask[] {
  const [root] = tasks;
  if (root === undefined || root.sid === root.pid) return tasks;
  const own = (number: number) => (number === root.sid ? inherited : number);
  return tasks.map((task) => ({ ...task, sid: own(task.sid), pgid: own(task.pgid) }));
}

function refuseBadNumbers({ pid, tgid, ppid, pgid, sid }: PlanTask): void {
  if (pid === 0 || tgid === 0) stop(`pid ${pid}, tgid ${tgid}: a task without a number`);
  for (const number of [pid, tgid, ppid, pgid, sid]) {
    if (number < 0) stop(`pid ${pid}: negative number ${number}`);
  }
}
