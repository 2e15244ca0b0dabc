/**
 * For tests only: the verdict of a restore whose options and host are known. The real restores of the changed and
 * damaged images had no option but those of the good image, a private mount below --root, and Linux 6.18.
 */
import type { ConditionCode } from '../../../conditions.ts';
import type { CriuSimulationReport } from '../simulate.ts';

const notMet: ReadonlySet<ConditionCode> = new Set([
  ...(['tcp-close', 'allow-uprobes', 'shell-job', 'deprecated-form'] as const),
  ...(['shared-root', 'unknown-mapping', 'external-mount'] as const),
]);

/** The first condition that those restores did not meet, where the image itself is good. */
export const unmetCondition = ({ verdict, conditions }: CriuSimulationReport) =>
  verdict === 'restores'
    ? conditions.find(({ code, otherwise }) => notMet.has(code) && otherwise !== 'loses')
    : undefined;

export const verdictAsItRan = (report: CriuSimulationReport): string =>
  unmetCondition(report)?.otherwise ?? report.verdict;
