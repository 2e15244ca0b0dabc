/** Start times against the age of the container. Images without either are not judged. */
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, taskPlace } from './rule.ts';

const secondNs = 1_000_000_000n;

/** Seconds with two decimals, for people. */
const seconds = (ns: bigint) => (Number(ns / (secondNs / 100n)) / 100).toFixed(2);

/** One finding for all tasks: a wrong unit or clock makes every time wrong at once. */
// Holds for CRIU, which has no start times: nothing is judged.
export const startTime: CheckpointRule = function* ({ checkpoint }) {
  const { ageNs } = checkpoint.container;
  const wrong = checkpoint.tasks.filter(
    ({ startTimeNs: time }) => time !== undefined && (time < 0n || (ageNs !== undefined && time > ageNs)),
  );
  const [first] = wrong;
  if (first?.startTimeNs === undefined) return;
  const others = wrong.length === 1 ? '' : `, and ${wrong.length - 1} other tasks`;
  const when =
    first.startTimeNs < 0n
      ? 'before the container'
      : `at ${seconds(first.startTimeNs)} s, in a container that is ${seconds(ageNs ?? 0n)} s old`;
  const message = `${first.comm} (${first.pid}) started ${when}${others}`;
  yield checkpointDiagnostic('start-time', message, taskPlace(first));
};
