/** The row of the OpenVZ family. */
import { cptFormat } from '../parse/cpt/format.ts';
import { parseCptVariant } from '../parse/cpt/variants.ts';
import type { Family } from './family.ts';

export const cptFamily: Family = {
  id: 'cpt',
  title: 'OpenVZ',
  format: cptFormat,
  variantNamed: parseCptVariant,
  records: async () => (await import('../parse/cpt/record-form.ts')).cptRecordForm,
  model: async () => (await import('../model/from-cpt/family.ts')).cptModel,
  restore: async () => (await import('../restore-sim/restorers/openvz/family.ts')).openvzRestore,
  validate: async () => (await import('../validate/cpt/family.ts')).cptValidate,
  convert: async () => (await import('../convert/cpt/family.ts')).cptConvert,
  inspect: async () => (await import('../inspect/cpt/family.ts')).cptInspect,
};
