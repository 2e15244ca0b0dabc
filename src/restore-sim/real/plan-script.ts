/** A plan as a script: the steps, and the program that carries them out in throw-away namespaces. */
import { type Plan, stepText } from '../plan/index.ts';
import { agentLines } from './agent-lines.ts';

/** `agent` is the text of restore-agent.pl. Names of the image stand in comments and steps: both are one line each. */
export function* planScript(plan: Plan, agent: string): Generator<string> {
  yield `#!/bin/sh
# Makes processes, sessions, System V objects and terminals as a checkpoint has them, in namespaces that end with this
# script: a rehearsal, for ${plan.kernel}. Made by cr-restore-sim --plan --format sh. Needs root and perl, and Linux 5.5.
command -v perl >/dev/null 2>&1 || { echo 'perl is not there' >&2; exit 3; }
agent=$(cat <<'END_OF_AGENT'
${agent.trimEnd()}
END_OF_AGENT
)
exec perl -e "$agent" <<'END_OF_STEPS'
`;
  let index = 0;
  for (const line of agentLines(plan)) {
    const step = index === 0 ? undefined : plan.steps[index - 1];
    if (step !== undefined) yield `# ${index}  ${oneLine(stepText(step))}\n`;
    yield line;
    index++;
  }
  yield 'END_OF_STEPS\n';
}

const oneLine = (text: string): string => text.replace(/[\n\r\0]/g, '?');
