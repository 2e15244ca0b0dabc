/** A plan as a recipe: numbered steps under headings, one line each. */
import { ipcMechanismText, type Mechanisms, pidMechanismText } from './mechanism.ts';
import type { Plan, Target } from './plan.ts';
import type { Phase } from './step.ts';
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
  for (const [index, step] of plan.steps.entries()) {
    if (step.phase !== phase) yield `\n${headings[step.phase]}\n`;
    phase = step.phase;
    yield `  ${String(index + 1).padStart(width)}  ${stepText(step)}\n`;
  }
  if (plan.problems.length > 0) yield '\nNo step can bring about:\n';
  for (const { message } of plan.problems) yield `  ${message}\n`;
  if (plan.warnings.length > 0) yield '\nLost even so:\n';
  for (const { message } of plan.warnings) yield `  ${message}\n`;
}

const mechanismLines = ({ pid, ipc }: Mechanisms): string =>
  `Pids: ${pidMechanismText[pid]}.\nIPC ids: ${ipcMechanismText[ipc]}.`;
