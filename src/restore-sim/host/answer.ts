/** All conditions of a restore, judged: what decides comes first. */
import type { Diagnostic } from '../../diagnostic.ts';
import { type Condition, conditionCodes } from '../conditions.ts';
import type { Answer, Verdict } from '../report.ts';
import { judge, type Situation } from './needs/index.ts';

/** Files of all kinds are opened in the order of the image. */
const asFiles: ReadonlySet<string> = new Set(['directory-needed', 'device-needed']);
const codes = Object.keys(conditionCodes);
const order = new Map(
  codes.map((code, index) => [code, asFiles.has(code) ? codes.indexOf('file-needed') : index]),
);
const states = { unmet: 0, open: 1, met: 2 } as const;

/** Those that are not met, in the order in which the restorer meets them; then the open ones; then the rest. */
export function judgeAll(conditions: readonly Condition[], situation: Situation): readonly Condition[] {
  return conditions
    .map((condition) => judge(condition, situation))
    .sort((a, b) => rank(a) - rank(b) || (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
}

const rank = ({ state, otherwise }: Condition): number =>
  state === 'unmet' && otherwise === 'loses' ? states.unmet + 0.5 : states[state];

/** The first that is not met and without which there is no restore. */
export const decisive = (conditions: readonly Condition[]): Condition | undefined =>
  conditions.find(({ state, otherwise }) => state === 'unmet' && otherwise !== 'loses');

/** `if` where conditions are open; what is lost, or may be, does not keep a tree from being restored. */
export const answerOf = (verdict: Verdict, conditions: readonly Condition[]): Answer => {
  if (verdict !== 'restores') return 'no';
  return conditions.some(({ state, otherwise }) => state === 'open' && otherwise !== 'loses') ? 'if' : 'yes';
};

/** One sentence: what was wanted, and what was found. */
export const unmetText = ({ wanted, found }: Condition): string => `wanted ${wanted}; found: ${found}`;

/** Of conditions that are met: what the restore does to the host. */
export const noteOf = ({ code, wanted, found, at }: Condition): Diagnostic => ({
  code,
  severity: 'note',
  message: `${wanted}; ${found}`,
  at,
});

export function lossOf(condition: Condition): Diagnostic {
  return { code: condition.code, severity: 'warning', message: unmetText(condition), at: condition.at };
}
