/** The list of rule families, each for one layer. A rule that is not here does not run. */
import type { Layer } from '../../finding.ts';
import type { RecordRuleMaker } from '../rule.ts';
import { archiveRule, beancounterRule, hostNameRule } from './container.ts';
import { fileRule, inodeRule } from './files.ts';
import { indexRule, undoRule } from './indexes.ts';
import { ipcRule } from './ipc.ts';
import { areaRule, blockRule, kernelTableRule } from './memory.ts';
import { cgroupRule, mountRule } from './mounts.ts';
import { nestingRule } from './nesting.ts';
import { deviceRule, socketRule } from './network.ts';
import { payloadRule } from './payload-length.ts';
import { positionRule } from './positions.ts';
import { bitnessRule, headerRule, sectionRule } from './sections.ts';
import { limitRule, taskPartsRule, taskRule } from './tasks.ts';
import { descriptorRule, signalSharingRule, useRule } from './uses.ts';

/** The schema layer has one rule, which needs the schemas: see schema.ts. */
export const recordRules = {
  framing: [headerRule, sectionRule, bitnessRule, nestingRule, payloadRule],
  schema: [],
  references: [
    positionRule,
    useRule,
    signalSharingRule,
    descriptorRule,
    indexRule,
    undoRule,
    mountRule,
    cgroupRule,
  ],
  semantics: [
    taskRule,
    limitRule,
    taskPartsRule,
    areaRule,
    blockRule,
    kernelTableRule,
    fileRule,
    inodeRule,
    ipcRule,
    socketRule,
    deviceRule,
    hostNameRule,
    beancounterRule,
    archiveRule,
  ],
  restore: [],
  trust: [],
  policy: [],
} as const satisfies Record<Layer, readonly RecordRuleMaker[]>;
