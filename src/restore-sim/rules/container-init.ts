/** The first process of a container. Trees that were dumped out of the middle of a system have none. */
import { traitsOf } from '../../families/traits.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, taskPlace } from './rule.ts';

/**
 * OpenVZ's restore builds the first task of the image on the host and lets it make the container; what is
 * not pid 1 there never becomes one.
 */
// Holds for OpenVZ only: a plain process on a host, a shell job or a part of a tree has no init.
export const containerInit: CheckpointRule = function* ({ checkpoint }) {
  const [first] = checkpoint.tasks;
  if (!traitsOf(checkpoint.image.family).isContainer) return;
  if (first === undefined) yield checkpointDiagnostic('container-init', 'the container has no tasks at all');
  else if (first.pid !== 1) {
    const message = `the first task is ${first.comm} with pid ${first.pid}, not the init of the container`;
    yield checkpointDiagnostic('container-init', message, taskPlace(first));
  }
};
