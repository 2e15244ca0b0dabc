/** A plan as a recipe: numbered steps under headings, one line each. */

import { groupAlike } from '../../alike.ts';
import { plural } from '../../plural.ts';
import { ipcMechanismText, type Mechanisms, pidMechanismText } from './mechanism.ts';
import type { Plan, Target } from './plan.ts';
import type { Phase, Step } from './step.ts';
import { stepText } from './step-text.ts';

const targetText: Readonly<Record<Target, string>> = {
  new: 'into pid and IPC namespaces of its own',
  host: 'into the pid and IPC namespaces of the host',
  prepared: 'into a pid and an IPC namespace in which the host file says what is there',
};

const headings: Readonly<Record<Phase, string>> = {
  container: 'Make the namespaces',
  terminals: 'Pseudo terminals, by their numbers',
  ipc: 'System V IPC: objects under their ids, before anything can use them',
  tree: 'The tree: parents before children, setsid when the right children are born',
  groups: 'Process groups: leaders and stand-ins first, then members',
  memory: 'Attachments, and undo values by the processes that hold them',
  finish: 'Credentials, stops and deaths, then the pid counter',
};

/** The whole recipe in pieces, because the plan of a large container has a line for each of its tasks. */
export function* planText(plan: Plan): Generator<string> {
  yield `Restore under ${plan.kernel}, ${targetText[plan.target]}.\n`;
  yield `${mechanismLines(plan.mechanisms)}\n`;
  const width = String(plan.steps.length).length;
  let phase: Phase | undefined;
  for (const { first, steps } of runsOf(plan.steps)) {
    const [{ phase: own }] = steps;
    if (own !== phase) yield `\n${headings[own]}\n`;
    phase = own;
    if (steps.length < runMin) {
      for (const [index, step] of steps.entries())
        yield `  ${String(first + index + 1).padStart(width)}  ${stepText(step)}\n`;
      continue;
    }
    for (const { items, text } of groupAlike(steps, stepText))
      yield `  ${first + 1} … ${first + items.length}  ${plural(items.length, 'step')}: ${text}\n`;
  }
  if (plan.problems.length > 0) yield '\nNo step can bring about:\n';
  yield* messageLines(plan.problems);
  if (plan.warnings.length > 0) yield '\nLost even so:\n';
  yield* messageLines(plan.warnings);
}

/** Fewer steps than these are listed one by one; JSON and scripts always have each. */
const runMin = 5;

interface Run {
  readonly first: number;
  readonly steps: readonly [Step, ...Step[]];
}

/** Steps that follow each other and differ in numbers only: the children of a server. */
function* runsOf(steps: readonly Step[]): Generator<Run> {
  const formOf = (step: Step) => `${step.phase} ${stepText(step).replace(/\d+/g, '#')}`;
  for (let first = 0; first < steps.length; ) {
    const start = steps[first] as Step;
    const form = formOf(start);
    const run: [Step, ...Step[]] = [start];
    for (
      let next = steps[first + run.length];
      next && formOf(next) === form;
      next = steps[first + run.length]
    )
      run.push(next);
    yield { first, steps: run };
    first += run.length;
  }
}

function* messageLines(list: readonly { readonly message: string }[]): Generator<string> {
  for (const { items, text } of groupAlike(list, ({ message }) => message))
    yield `  ${text}${items.length > 1 ? ` (${items.length} times)` : ''}\n`;
}

const mechanismLines = ({ pid, ipc }: Mechanisms): string =>
  `Pids: ${pidMechanismText[pid]}.\nIPC ids: ${ipcMechanismText[ipc]}.`;
