/** Steps of a plan as restore-agent.pl reads them: number, who acts, what, arguments, separated by tabs. */
import type { CloneFlag } from '../kernel/index.ts';
import type { Plan, Step } from '../plan/index.ts';

/** clone(2); memory is never shared with an interpreter. */
const cloneBits: Readonly<Record<CloneFlag, number>> = {
  thread: 0,
  vm: 0,
  parent: 0x8000,
  sysvsem: 0x4_0000,
  newipc: 0x800_0000,
  newuser: 0x1000_0000,
  newpid: 0x2000_0000,
};

export function* agentLines({ steps }: Plan): Generator<string> {
  const ipc = steps.find(({ phase }) => phase === 'ipc' || phase === 'container');
  const by = ipc?.phase === 'ipc' ? ipc.by : ipc?.op === 'fork' ? ipc.child : 0;
  yield `0\t${by}\tipc-of\n`;
  for (const [index, step] of steps.entries())
    yield `${[index + 1, step.by, ...wordsOf(step)].map(plain).join('\t')}\n`;
}

/** Names come from the image. */
const plain = (word: string | number | bigint): string => String(word).replace(/[\t\n\r\0]/g, '?');

function wordsOf(step: Step): readonly (string | number | bigint)[] {
  switch (step.op) {
    case 'fork': {
      const flags = step.flags.reduce((bits, flag) => bits | cloneBits[flag], 0);
      return ['fork', step.child, step.name, flags, (step.setTid ?? []).join(',')];
    }
    case 'write':
      return ['write', step.file, step.value];
    case 'get':
      return ['get', step.kind, step.key >>> 0, step.mode & 0o777, step.nsems ?? step.sizeBytes ?? 0];
    case 'set':
      return ['set', step.kind, step.id, step.uid, step.gid, step.mode, step.limitBytes ?? ''];
    case 'setall':
      return ['setall', step.id, step.values.join(',')];
    case 'send':
      return ['send', step.id, step.type, step.sizeBytes];
    case 'semop':
      return ['semop', step.id, step.operations.map(operationText).join(',')];
    case 'attach':
      return ['attach', step.id, step.times];
    case 'remove':
      return ['remove', step.id];
    case 'terminal':
      return ['terminal', step.index];
    case 'setpgid':
      return ['setpgid', step.group];
    case 'credentials':
      return ['credentials', step.uid, step.gid];
    case 'exit':
      return ['exit', step.status];
    case 'wait':
      return ['wait', step.child];
    default:
      return [step.op];
  }
}

/** semop(2): SEM_UNDO. */
const undoFlag = 0x1000;

const operationText = ({
  number,
  change,
  undo,
}: {
  number: number;
  change: number;
  undo?: boolean;
}): string => `${number}:${change}:${undo === true ? undoFlag : 0}`;
