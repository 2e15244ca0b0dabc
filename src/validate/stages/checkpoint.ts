/**
 * The semantics layer's second half: the rules over the whole checkpoint. A thin adapter; it has no rules
 * itself.
 */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { catalogue } from '../catalogue.ts';
import { defaultLength, type Finding, type Layer } from '../finding.ts';
import { notInFamily, saidByRecords } from '../pages/checkpoint.ts';
import type { Stage } from '../validate.ts';

/** `check` is the simulator's `brokenRules`, bound to a kernel profile. */
export function checkpointStage(
  read: () => Checkpoint | undefined,
  check: (checkpoint: Checkpoint) => Iterable<Diagnostic>,
): Stage {
  return {
    layer: 'semantics',
    needs: [],
    run: (_source, add) => {
      const checkpoint = read();
      for (const diagnostic of checkpoint ? check(checkpoint) : []) {
        const { code } = diagnostic;
        if (saidByRecords[code] === undefined && !notInFamily.has(code))
          add(findingOf(diagnostic, code, 'semantics'));
      }
    },
  };
}

/** What the model says of an image while it is read, where record rules do not say it. */
export const modelCodes: ReadonlySet<string> = new Set(['duplicate-record']);

export function findingOf(diagnostic: Diagnostic, code: string, layer: Layer): Finding {
  const { message, at } = diagnostic;
  const severity = catalogue.get(code)?.page.severity ?? diagnostic.severity;
  return {
    code,
    severity,
    message,
    layer,
    length: defaultLength,
    at: { offset: at?.offset ?? 0, path: at?.path ?? 'image' },
  };
}
