/**
 * Tasks one by one: what rst_restore_process wants of each. How tasks belong together (parents, groups,
 * sessions) is for the rules over the whole checkpoint.
 */
import { recordPath } from '../../../parse/cpt/path.ts';
import { type AnyRecord, noPosition, type ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType, osArch, sectionType, taskState } from '../../../parse/generated/cpt-records.ts';
import {
  fieldPlace,
  headerPlace,
  headPlace,
  type RecordRule,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';

const isDead = (state: bigint | number) => (Number(state) & (taskState.zombie | taskState.dead)) !== 0;

/** From 2.6.25 on, stopped and traced tasks have a bit for being killable. */
const firstVersionWithKillable = 0x600;

function wakeable(version: number): ReadonlySet<number> {
  const { frozen, zombie, dead } = taskState;
  const stopped =
    version < firstVersionWithKillable
      ? [taskState.stopped_old, taskState.traced_old]
      : [taskState.stopped, taskState.traced];
  return new Set([frozen, zombie, dead, ...stopped]);
}

/** PIDs of a container on 2.6.18, kernel/ve/vecalls.c: is_virtual_pid. */
const virtualPidBit = 1024;

export const taskRule: RecordRuleMaker = (context): RecordRule => {
  let count = 0;
  let last: AnyRecord | undefined;
  return {
    on: {
      section: (section) => {
        if (section.fields.section === sectionType.tasks || !last) last = section;
      },
      task: (task) => {
        if (count === 0 && task.fields.pid !== 1) {
          const message = `the first task has pid ${task.fields.pid}: only pid 1 makes a container`;
          context.report('first-task', message, fieldPlace(task, 'pid'));
        }
        count += 1;
        checkTask(context, task);
      },
    },
    finish: () => {
      if (count > 0 || !last) return;
      context.report('no-tasks', 'the image holds no task: a restore makes no container', headerPlace(last));
    },
  };
};

function checkTask({ report, header, restorer }: RecordRuleContext, task: ObjectRecord<'task'>): void {
  const { state, pid } = task.fields;
  const number = Number(state);
  if (!wakeable(header.imageVersion).has(number)) {
    const message = `task ${pid} is in state ${state}, which resume does not wake in version 0x${header.imageVersion.toString(16)}`;
    report('task-state', message, fieldPlace(task, 'state'));
  }
  const isTraced = (number & taskState.traced_old) !== 0;
  if (isTraced && restorer === '2.6.32' && header.imageVersion < 0x800) {
    report(
      'traced-task',
      `task ${pid} is traced: 2.6.32 refuses that in older images (EFAULT)`,
      fieldPlace(task, 'state'),
    );
  }
  if (restorer === '2.6.18' && pid !== 1 && (pid & virtualPidBit) === 0) {
    report('virtual-pid', `pid ${pid} has no bit 10: 2.6.18 refuses it (EINVAL)`, fieldPlace(task, 'pid'));
  }
  for (const field of ['mm', 'files', 'fs'] as const) {
    if (task.fields[field] !== noPosition || isDead(state)) continue;
    report('incomplete-task', `task ${pid} is alive and has no ${field}`, fieldPlace(task, field));
  }
}

const infinity64 = 0xffffffffffffffffn;
/** RLIM_INFINITY of 64-bit kernels before and after 2.6.9, and of 32-bit ones. */
const infinities: ReadonlySet<bigint> = new Set([infinity64, 0x7fffffffffffffffn, 0xffffffffn, 0x7fffffffn]);

/** rst_restore_rlimits: limits are kept in 32 bits by an i386 kernel. */
export const limitRule: RecordRuleMaker = ({ report, header }) => ({
  on: {
    signal_struct: (signal) => {
      if (header.osArch !== osArch.i386) return;
      for (const field of ['rlimCur', 'rlimMax'] as const) {
        for (const [index, value] of signal.fields[field].entries()) {
          if (value <= 0xffffffffn || infinities.has(value)) continue;
          const message = `${recordPath(signal)}.${field}[${index}] is ${value}, too large for i386: EINVAL`;
          report('rlimit-range', message, fieldPlace(signal, `${field}[${index}]`));
        }
      }
    },
  },
});

const fpuBytes: Readonly<Record<number, { readonly least: number; readonly most: number }>> = {
  [contentType.x86_fpustate_old]: { least: 108, most: 112 },
  [contentType.x86_fpustate]: { least: 512, most: 512 },
  [contentType.x86_xsave]: { least: 576, most: 4096 },
};

interface OpenTask {
  readonly record: ObjectRecord<'task'>;
  registers: number;
  hasQueue: boolean;
}

/** The parts of a task, in the order they are read: registers somewhere, the signal queue last. */
export const taskPartsRule: RecordRuleMaker = (context): RecordRule => {
  const { report } = context;
  let open: OpenTask | undefined;
  const close = () => {
    if (open && open.registers === 0 && !isDead(open.record.fields.state)) {
      const message = `task ${open.record.fields.pid} is alive and has no registers: EINVAL`;
      report('missing-registers', message, headerPlace(open.record));
    }
    open = undefined;
  };
  const part = (record: AnyRecord) => {
    if (!open || record.parent !== open.record || !open.hasQueue) return;
    const message = `${recordPath(record)} lies behind queued signals, where it is not read`;
    report('after-signal-queue', message, headerPlace(record));
  };
  const registers = (
    record: ObjectRecord<'x86_regs'> | ObjectRecord<'x86_64_regs'> | ObjectRecord<'ia64_regs'>,
  ) => {
    if (!open || record.parent !== open.record) return;
    open.registers += 1;
    checkRegisters(context, open.record, record);
  };
  return {
    on: {
      section: close,
      task: (record) => {
        close();
        open = { record, registers: 0, hasQueue: false };
      },
      siginfo: (record) => {
        if (open && record.parent === open.record) open.hasQueue = true;
      },
      x86_regs: registers,
      x86_64_regs: registers,
      ia64_regs: registers,
      bits: (record) => {
        if (record.parent?.kind === 'task') checkFpu(context, record);
      },
    },
    each: (record) => {
      if (partKinds.has(record.kind)) part(record);
    },
    finish: close,
  };
};

const partKinds: ReadonlySet<AnyRecord['kind']> = new Set<AnyRecord['kind']>([
  'x86_regs',
  'x86_64_regs',
  'ia64_regs',
  'bits',
  'lastsiginfo',
  'sigaltstack',
  'task_aux',
]);

function checkRegisters(
  { report, header }: RecordRuleContext,
  task: ObjectRecord<'task'>,
  record: ObjectRecord<'x86_regs'> | ObjectRecord<'x86_64_regs'> | ObjectRecord<'ia64_regs'>,
): void {
  const { is64bit, pid } = task.fields;
  const isRight =
    record.kind === 'ia64_regs'
      ? header.osArch === osArch.ia64
      : header.osArch !== osArch.ia64 && (record.kind === 'x86_64_regs') === (is64bit === 1);
  if (isRight) return;
  const message = `task ${pid} is a ${is64bit === 1 ? 64 : 32}-bit task with ${record.kind}: EINVAL`;
  report('wrong-registers', message, headPlace(record, 'type'));
}

function checkFpu({ report }: RecordRuleContext, record: ObjectRecord<'bits'>): void {
  const limits = fpuBytes[record.content];
  const size = record.fields.size ?? 0;
  if (!limits || (size >= limits.least && size <= limits.most)) return;
  const message = `FPU state of ${size} bytes, content code ${record.content} has ${limits.least} to ${limits.most}: EFAULT`;
  report('fpu-state', message, fieldPlace(record, 'size'));
}
