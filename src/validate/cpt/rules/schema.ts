/**
 * Decoded fields against the limits that the layout specs give, and against their enumerations. Limits are of fields that
 * are the same number in JSON, so that the checks made from JSON Schemas take the fields as they are. Places are looked
 * for where something was found: there are more records than findings.
 */
import type { AnyRecord } from '../../../parse/cpt/record.ts';
import { cptEnums } from '../../../parse/generated/cpt-enums.ts';
import { cptLayouts } from '../../../parse/generated/cpt-layouts.ts';
import { cptRecordChecks } from '../../../parse/generated/cpt-record-checks.ts';
import { type CptKind, cptKinds } from '../../../parse/generated/cpt-records.ts';
import type { CheckError } from '../../../parse/json/check.ts';
import type { FieldRange, LayoutField } from '../../../parse/layout.ts';
import type { ValidatorCode } from '../../codes.ts';
import { fieldPlace, hex, type RecordRuleContext, type RecordRuleMaker, rangesOf } from '../rule.ts';

type Values = { readonly [name: string]: unknown };

/** Field → code, where leaving the limits is worse than a value that no kernel writes. */
const codeOfField: Readonly<Record<string, ValidatorCode>> = {
  'sighandler.signo': 'signal-number',
  'siginfo.signo': 'signal-number',
  'sysv_shm.id': 'ipc-id',
  'sysv_sem.id': 'ipc-id',
  'sysvmsg.id': 'ipc-id',
  'sysvsem_undo_rec.id': 'ipc-id',
  'task.staticPrio': 'process-attribute',
  'task.pdeathSignal': 'process-attribute',
  // Checked by rules of their own, which say more.
  'major_tail.nsect': 'trailer-count',
};

/** Enumerations whose fields are left unset in some records, or that list only the values with a name. */
const openEnumerations: ReadonlySet<string> = new Set([
  // Uninitialised in 2.6.18 and for most structs: only the pid fields they describe say whether they count.
  'pgrp_type',
  // Segment selectors of a program's own LDT are as good as the named ones.
  'segment',
  // Judged by the header rule.
  'image_version',
  'os_arch',
  // Judged by the task rule, which knows what the version makes of a number.
  'task_state',
]);

const enumValues = new Map(
  Object.entries(cptEnums).map(([name, values]) => [name, new Set(values.map(({ value }) => value))]),
);

export const schemaRule: RecordRuleMaker = (context) => ({
  on: { image: (image) => check(context, image, 'image_header') },
  each: (record) => {
    const layout = record.kind in cptKinds ? cptKinds[record.kind as CptKind].layout : undefined;
    if (layout !== undefined) check(context, record, layout);
  },
});

function check(context: RecordRuleContext, record: AnyRecord, layout: string): void {
  const validate = cptRecordChecks[layout];
  if (validate && !validate(record.fields)) {
    for (const error of validate.errors ?? []) reportError(context, record, layout, error);
  }
  if (hasOddField(context, layout, record.fields as Values)) {
    for (const range of rangesOf(record)) checkField(context, record, range);
  }
}

function reportError(
  { report }: RecordRuleContext,
  record: AnyRecord,
  layout: string,
  error: CheckError,
): void {
  const path = error.instancePath
    .slice(1)
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');
  const field = path === '' ? String(error.params['missingProperty'] ?? '') : path;
  const code = codeOfField[`${layout}.${field}`] ?? 'field-limit';
  // The reader has reported the count of the tail already.
  if (code === 'trailer-count') return;
  const value = valueAt(record, field);
  const shown = value === undefined ? '' : ` is ${String(value)},`;
  report(
    code,
    `${record.kind}.${field}${shown} ${error.message ?? 'is not allowed'}`,
    fieldPlace(record, field),
  );
}

function valueAt(record: AnyRecord, path: string): unknown {
  for (const range of rangesOf(record)) if (range.path === path) return range.value;
  return undefined;
}

/** Fields with an enumeration that is held or with a 64-bit time, and structures that have such, by layout. */
const pickyFields = new Map<string, readonly LayoutField[]>();

const structOf = ({ type }: LayoutField): string | undefined =>
  typeof type === 'object' && 'struct' in type ? type.struct : undefined;

function pickyFieldsOf(layout: string): readonly LayoutField[] {
  let fields = pickyFields.get(layout);
  if (fields === undefined) {
    fields = (cptLayouts[layout]?.fields ?? []).filter((field) => {
      const struct = structOf(field);
      return (
        valuesOf(field) !== undefined ||
        field.unit === 'timespec' ||
        (struct && pickyFieldsOf(struct).length > 0)
      );
    });
    pickyFields.set(layout, fields);
  }
  return fields;
}

function hasOddField(context: RecordRuleContext, layout: string, values: Values): boolean {
  const isOdd = (field: LayoutField, value: unknown): boolean => {
    if (value === undefined) return false;
    if (Array.isArray(value)) return value.some((element) => isOdd(field, element));
    const struct = structOf(field);
    if (struct !== undefined) return hasOddField(context, struct, value as Values);
    return isUnknown(field, value as number | bigint) || isOddTime(context, field, value);
  };
  for (const field of pickyFieldsOf(layout)) if (isOdd(field, values[field.name])) return true;
  return false;
}

const valuesOf = ({ enumName }: LayoutField): ReadonlySet<number> | undefined =>
  enumName === undefined || openEnumerations.has(enumName) ? undefined : enumValues.get(enumName);

const isUnknown = (field: LayoutField, value: number | bigint): boolean =>
  valuesOf(field)?.has(Number(value)) === false;

/** 2.6.8 stores start times as a plain number of ticks. */
const firstVersionWithTimespecs = 0x100;

const isOddTime = ({ header }: RecordRuleContext, { unit }: LayoutField, value: unknown): value is bigint =>
  unit === 'timespec' &&
  typeof value === 'bigint' &&
  header.imageVersion >= firstVersionWithTimespecs &&
  (value & 0xffffffffn) >= 1_000_000_000n;

function checkField(context: RecordRuleContext, record: AnyRecord, { field, path, value }: FieldRange): void {
  if (typeof value === 'object') return;
  const { report } = context;
  if (isUnknown(field, value)) {
    const known = [...(valuesOf(field) as ReadonlySet<number>)];
    const names = known.slice(0, 12).join(', ');
    const more = known.length > 12 ? ', …' : '';
    const message = `${record.kind}.${path} is ${value}; known values are ${names}${more}`;
    report('field-value', message, fieldPlace(record, path));
  }
  if (!isOddTime(context, field, value)) return;
  const message = `${record.kind}.${path} is ${hex(value)}: ${value & 0xffffffffn} ns are a second or more`;
  report('time-fraction', message, fieldPlace(record, path));
}
