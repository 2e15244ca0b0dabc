/** What a rehearsed plan says: the report of every restorer, with failures that name who is in the way. */
import type { Failure, SimulationReport } from '../report.ts';
import type { PlanCode } from './codes.ts';

export interface PlanFailure extends Omit<Failure, 'code'> {
  readonly code: PlanCode;
  /** Who or what is in the way: `sshd`, `sem id 65537 of postgres`. */
  readonly culprit?: string;
  /** Number of the step in the plan, from 1; absent when no plan could be made for it. */
  readonly step?: number;
}

export interface PlanReport extends Omit<SimulationReport, 'failures'> {
  readonly failures: readonly PlanFailure[];
}
