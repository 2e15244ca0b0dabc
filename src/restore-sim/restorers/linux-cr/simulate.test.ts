/** Rehearsed restarts: of streams made from real images, of tables alone, of damaged streams, and of random histories. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../parse/bytes/byte-source.ts';
import { makeRecord } from '../../../parse/linux-cr/conform.ts';
import type { ImageContext } from '../../../parse/linux-cr/context.ts';
import { projectRoot } from '../../../test-support/images.ts';
import { isRefusal, Kernel, kernelProfile, numberIn, type Process, type Task } from '../../kernel/index.ts';
import { executePlan } from './execute.ts';
import { planInputOf } from './plan-json.ts';
import { planTree } from './plan-tree.ts';
import { simulateLinuxCrRestart } from './simulate.ts';
import { headed, streamOf } from './testing/stream.ts';

const context: ImageContext = { layout: 20110416, arch: 'x86_64', word: 8 };
const samples = join(projectRoot, 'samples', 'linux-cr');

test('tables alone are planned and run, and then there is no state', () => {
  const bytes = Uint8Array.from(readFileSync(join(samples, 'tree-004.ckpt')));
  const { verdict, failures, operations } = simulateLinuxCrRestart(memorySource(bytes));
  expect(verdict).toBe('fails');
  expect(failures.map(({ code, errno }) => [code, errno])).toEqual([['restart-stream', 'EINVAL']]);
  expect(operations.map(({ op }) => op)).toEqual(['eclone', 'setsid', 'eclone', 'eclone', 'eclone']);
});

describe('what the kernel refuses', () => {
  const record = (...args: Parameters<typeof makeRecord> extends [unknown, ...infer Rest] ? Rest : never) =>
    (makeRecord as (...all: unknown[]) => ReturnType<typeof makeRecord>)(context, ...args);
  const zombie = record('task', { state: 64, exitState: 16, exitCode: 0x100, exitSignal: 17 });
  const first = (...records: ReturnType<typeof makeRecord>[]) => {
    const source = memorySource(streamOf(context, [...headed(context, [[1, 0, 1, 1, 1]]), ...records]));
    const [failure] = simulateLinuxCrRestart(source).failures;
    return failure && `${failure.code} ${failure.errno}`;
  };

  test('an object twice', () => {
    const announced = record('objref', { objtype: 5, objref: 9 });
    expect(first(announced, announced, zombie)).toBe('stream-object-number EINVAL');
  });
  test('an object of number 0', () => {
    expect(first(record('objref', { objtype: 5, objref: 0 }), zombie)).toBe('stream-object-number EINVAL');
  });
  test('an object that is not announced', () => {
    expect(first(zombie, record('task_objs', { mmObjref: 44 }))).toBe('stream-reference EINVAL');
  });
  test('an object of another kind', () => {
    const file = record('objref', { objtype: 4, objref: 9 });
    expect(first(zombie, file, record('task_objs', { mmObjref: 9 }))).toBe('stream-reference-kind ENOMSG');
  });
  test('a dead task that is no zombie', () => {
    expect(first(record('task', { exitState: 32 }))).toBe('stream-zombie EINVAL');
  });
  test('a living task with an exit status', () => {
    expect(first(record('task', { exitCode: 1 }))).toBe('stream-exit-fields EINVAL');
  });
  test('a System V object with an id below 0', () => {
    const set = record('ipc_sem', { perms: { id: -1 } });
    expect(first(zombie, set)).toBe('stream-ipc-object EINVAL');
  });
  test('a zombie alone restores', () => {
    expect(first(zombie, record('string'))).toBe(undefined);
  });
});

/** A history of a container: what a process does next, and which one. */
const steps = fc.array(fc.tuple(fc.constantFrom('fork', 'thread', 'setsid', 'exit'), fc.nat(30)), {
  minLength: 1,
  maxLength: 30,
});

test('what processes really did is planned so that all get their parents and sessions', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const kernel = new Kernel(kernelProfile('linux-cr'));
      const root = kernel.clone(kernel.init, { flags: ['newpid'] }) as Task;
      const namespace = root.pidNamespaceForChildren;
      kernel.setsid(root);
      const living: Process[] = [root.process];
      for (const [what, which] of history) {
        const process = living[which % living.length] as Process;
        if (what === 'fork' || what === 'thread') {
          const made = kernel.clone(process.leader, what === 'thread' ? { flags: ['thread'] } : {});
          if (!isRefusal(made) && what === 'fork') living.push(made.process);
        } else if (what === 'setsid') kernel.setsid(process.leader);
        else if (process !== root.process) {
          kernel.exit(process);
          living.splice(living.indexOf(process), 1);
          if (process.parent !== undefined)
            kernel.wait(process.parent, numberIn(process.leader.pid, namespace));
        }
      }
      const rows = living.map((process) => ({
        pid: numberIn(process.leader.pid, namespace),
        ppid: process === root.process ? 0 : numberIn((process.parent as Task).process.leader.pid, namespace),
        tgid: numberIn(process.leader.pid, namespace),
        pgid: numberIn(process.group, namespace),
        sid: numberIn(process.session, namespace),
      }));
      const again = new Kernel(kernelProfile('linux-cr'));
      const entries = planTree(planInputOf(rows, 32768));
      const execution = executePlan(
        again,
        entries,
        'root-is-init',
        ({ pid }) => String(pid),
        () => {},
      );
      for (const [entry, task] of execution.tasks) {
        if (!entry.isGhost && !entry.isDead) continue;
        again.exit(task.process);
        again.reap(task.process);
      }
      const made = new Map([...execution.tasks].map(([entry, task]) => [entry.pid, task.process]));
      for (const { pid, ppid, sid } of rows.slice(1)) {
        const process = made.get(pid) as Process;
        const viewer = execution.namespace;
        expect(numberIn(process.session, viewer)).toBe(sid);
        expect(numberIn((process.parent as Task).process.leader.pid, viewer)).toBe(ppid);
      }
    }),
    { numRuns: 150 },
  );
});
