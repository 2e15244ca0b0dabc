/** The row of the CRIU family. */
import { criuFormat } from '../parse/criu/format.ts';
import { criuVariantNamed } from '../parse/criu/releases.ts';
import type { Family } from './family.ts';

export const criuFamily: Family = {
  id: 'criu',
  title: 'CRIU image directories and archives',
  format: criuFormat,
  variantNamed: criuVariantNamed,
  records: async () => (await import('../parse/criu/record-form.ts')).criuRecordForm,
  model: async () => (await import('../model/from-criu/family.ts')).criuModel,
  restore: async () => (await import('../restore-sim/restorers/criu/family.ts')).criuRestore,
  restorerOptions: async () =>
    (await import('../restore-sim/restorers/criu/options/reader.ts')).criuOptionReader,
  restorerLogs: async () => (await import('../restore-sim/restorers/criu/messages/reader.ts')).criuLogReader,
  validate: async () => (await import('../validate/criu/family.ts')).criuValidate,
  trust: async () => (await import('../validate/criu/trust/family.ts')).criuTrust,
  convert: async () => (await import('../convert/criu/family.ts')).criuConvert,
  inspect: async () => (await import('../inspect/criu/family.ts')).criuInspect,
};
