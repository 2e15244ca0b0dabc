/** A plan as JSON; schema in formats/restore-plan.schema.json. */
import type { Plan } from './plan.ts';
import type { Step } from './step.ts';
import { actorText, stepText } from './step-text.ts';

/** In pieces, one line for each step: a plan may have hundreds of thousands. */
export function* planJson(plan: Plan): Generator<string> {
  const { kernel, target, mechanisms, steps, problems, warnings } = plan;
  const head = JSON.stringify({ schemaVersion: 1, kernel, target, mechanisms });
  yield `${head.slice(0, -1)},\n"steps":[`;
  for (const [index, step] of steps.entries())
    yield `${index === 0 ? '\n' : ',\n'}${stepJson(step, index + 1)}`;
  const problemList = problems.map(({ code, errno, message, culprit, at }) => ({
    code,
    message,
    at,
    ...(errno !== undefined && { errno }),
    ...(culprit !== undefined && { culprit }),
  }));
  yield `\n],\n"problems":${JSON.stringify(problemList)},\n"warnings":${JSON.stringify(warnings)}}\n`;
}

/** 64-bit numbers as decimal strings, like all sizes and message types. */
function stepJson({ by, at, ...step }: Step, number: number): string {
  const text = stepText({ by, at, ...step } as Step);
  const actor = { by: actorText(by), ...('child' in step && { child: actorText(step.child) }) };
  return JSON.stringify({ step: number, ...step, ...actor, at, text }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
