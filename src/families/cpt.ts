/** The row of the OpenVZ family. */
import { cptFormat } from '../parse/cpt/format.ts';
import type { Family } from './family.ts';

export const cptFamily: Family = {
  id: 'cpt',
  format: cptFormat,
  records: async () => (await import('../parse/cpt/record-form.ts')).cptRecordForm,
  model: async () => (await import('../model/from-cpt/family.ts')).cptModel,
  restore: async () => (await import('../restore-sim/restorers/openvz/family.ts')).openvzRestore,
  validate: async () => (await import('../validate/cpt/family.ts')).cptValidate,
  inspect: async () => (await import('../inspect/cpt/family.ts')).cptInspect,
};
