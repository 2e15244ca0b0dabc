/**
 * Puts the layers together: which kernel an image is rehearsed on, one checkpoint for all stages that want
 * one, and the policies. The door of this folder for commands and for the library.
 */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { checkpointFromCpt } from '../../model/from-cpt/checkpoint-from-cpt.ts';
import { cptModel } from '../../model/from-cpt/family.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import { findKernelProfile, type KernelProfile } from '../../restore-sim/kernel/index.ts';
import { rehearseAlone } from '../../restore-sim/plan/index.ts';
import { openvzRestore } from '../../restore-sim/restorers/openvz/family.ts';
import { brokenRules } from '../../restore-sim/rules/index.ts';
import type { Layer } from '../finding.ts';
import type { Policy } from '../policy/policy.ts';
import { checkpointStage, findingOf, modelCodes } from '../stages/checkpoint.ts';
import { policyStage } from '../stages/policies.ts';
import { rehearsalStage, type Simulate } from '../stages/rehearsal.ts';
import type { ImageReport, Stage } from '../validate.ts';
import { restorerOf } from './records.ts';
import { validateImage } from './validate-image.ts';

export interface EngineOptions {
  readonly layers?: readonly Layer[] | undefined;
  /**
   * The kernel to rehearse the restore on; by default the line that wrote the image, at the image's own HZ.
   */
  readonly simulate?: Simulate | undefined;
  readonly policies?: readonly Policy[] | undefined;
  readonly progress?: ((phase: string, done: number, total: number) => void) | undefined;
}

/** Judges images one after the other. */
export function makeEngine(options: EngineOptions = {}): (source: ByteSource) => ImageReport {
  const { layers, progress, policies = [] } = options;
  return (source) =>
    validateImage(source, {
      stages: stagesFor(source, options, policies),
      ...(layers && { layers }),
      ...(progress && { progress }),
    });
}

/** On the line that wrote the image, with nothing else on the host. */
const defaultRehearsal: Simulate = (source) =>
  rehearseAlone(
    { content: { form: 'file', source }, model: cptModel, restore: openvzRestore },
    { operations: false },
  );

function stagesFor(
  source: ByteSource,
  options: EngineOptions,
  policies: readonly Policy[],
): readonly Stage[] {
  const said: Diagnostic[] = [];
  let checkpoint: Checkpoint | undefined;
  /** Read once, and not at all when no wanted layer asks for it. */
  const read = () => {
    const hears = (diagnostic: Diagnostic) => {
      if (modelCodes.has(diagnostic.code)) said.push(diagnostic);
    };
    checkpoint ??= checkpointFromCpt(source, hears, { isCompact: true });
    return checkpoint;
  };
  const rules = checkpointStage(read, (model) => brokenRules(model, profileOf(model)));
  const semantics: Stage = {
    ...rules,
    run: (stageSource, add, known) => {
      rules.run(stageSource, add, known);
      for (const diagnostic of said) add(findingOf(diagnostic, diagnostic.code, 'semantics'));
    },
  };
  const simulate = options.simulate ?? defaultRehearsal;
  const rehearsal: Stage = {
    ...rehearsalStage(simulate),
    run: (stageSource, add, known) => {
      // The simulated kernel holds a whole container of its own.
      checkpoint = undefined;
      rehearsalStage(simulate).run(stageSource, add, known);
    },
  };
  return [
    semantics,
    policyStage({ checkpoint: read, records: placedRecords, policies, progress: options.progress }),
    rehearsal,
  ];
}

function* placedRecords(source: ByteSource) {
  for (const record of readCptRecords(source, () => {})) {
    yield { offset: record.offset, path: recordPath(record) };
  }
}

/** The kernel line that restores images of this version. */
function profileOf({ image }: Checkpoint): KernelProfile | undefined {
  const line = image.version === undefined ? undefined : restorerOf(image.version);
  return line === undefined ? undefined : findKernelProfile(`openvz-${line}`);
}
