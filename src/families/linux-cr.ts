/** The row of the linux-cr family. */
import { linuxCrFormat } from '../parse/linux-cr/format.ts';
import { parseLinuxCrVariant } from '../parse/linux-cr/variants.ts';
import type { Family } from './family.ts';

export const linuxCrFamily: Family = {
  id: 'linux-cr',
  title: 'linux-cr',
  format: linuxCrFormat,
  variantNamed: parseLinuxCrVariant,
  records: async () => (await import('../parse/linux-cr/record-form.ts')).linuxCrRecordForm,
  model: async () => (await import('../model/from-linux-cr/family.ts')).linuxCrModel,
  restore: async () => (await import('../restore-sim/restorers/linux-cr/family.ts')).linuxCrRestore,
  validate: async () => (await import('../validate/linux-cr/family.ts')).linuxCrValidate,
  convert: async () => (await import('../convert/linux-cr/family.ts')).linuxCrConvert,
  inspect: async () => (await import('../inspect/linux-cr/family.ts')).linuxCrInspect,
};
