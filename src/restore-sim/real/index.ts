/** The door to rehearsals on the running kernel. */
export { agentLines } from './agent-lines.ts';
export { differences, type RealOutcome, readOutcome } from './outcome.ts';
export { planScript } from './plan-script.ts';
