/** Entries of the creation plan that linux-cr's user-space restart makes of the table of tasks. */

/** What the table says about a task. Numbers are those of the outermost known pid namespace; 0 is outside. */
export interface PlanTask {
  readonly pid: number;
  readonly ppid: number;
  readonly tgid: number;
  readonly pgid: number;
  readonly sid: number;
}

export interface PlanInput {
  /** In image order; the first is the root of the tree. */
  readonly tasks: readonly PlanTask[];
  /** Numbers of the pid objects in their order; one number may come up again only in a damaged image. */
  readonly pids: readonly number[];
  readonly pidMax: number;
  /** Whose children may be orphans: by default the first pid object. */
  readonly orphanParent?: number;
}

/** CKPT_PID_ROOT: the session or group that the root task inherited from outside. */
export const inherited = -4097;

export interface PlanEntry {
  /** Image tasks first, then ghosts, then placeholders. */
  readonly n: number;
  readonly pid: number;
  readonly ppid: number;
  readonly tgid: number;
  sid: number;
  readonly isRoot: boolean;
  /** Stands for a session or group whose leader is gone; dies when all tasks are restored. */
  readonly isGhost: boolean;
  /** A placeholder: dies at once so that its children become orphans. */
  readonly isDead: boolean;
  isThread: boolean;
  isSibling: boolean;
  /** Must be forked before the creator makes its own session. */
  isSession: boolean;
  creator: PlanEntry | undefined;
  /** Forked in this order; the list is linked as the tool links it. */
  firstChild: PlanEntry | undefined;
  next: PlanEntry | undefined;
  previous: PlanEntry | undefined;
  /** Of a session leader: the placeholder that its orphans descend from. */
  placeholder: PlanEntry | undefined;
}

export type PlanError = 'EINVAL' | 'EOVERFLOW' | 'crash';

/** The tool gives up. */
export class PlanStop extends Error {
  readonly error: PlanError;
  constructor(error: PlanError, message: string) {
    super(message);
    this.error = error;
  }
}

export const planFlags = (entry: PlanEntry): readonly string[] => [
  ...(entry.isRoot ? ['root'] : []),
  ...(entry.isGhost ? ['ghost'] : []),
  ...(entry.isThread ? ['thread'] : []),
  ...(entry.isSibling ? ['sibling'] : []),
  ...(entry.isSession ? ['session'] : []),
  ...(entry.isDead ? ['dead'] : []),
];

export function childrenOf(entry: PlanEntry): readonly PlanEntry[] {
  const children: PlanEntry[] = [];
  for (let child = entry.firstChild; child !== undefined; child = child.next) children.push(child);
  return children;
}
