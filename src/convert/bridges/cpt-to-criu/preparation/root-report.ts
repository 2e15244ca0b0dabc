/** The findings of a root check as text and as JSON; schema in formats/root-check.schema.json. */
import { plural } from '../../../../plural.ts';
import type { RootFinding } from './finding.ts';
import { shown } from './shown.ts';
import type { Preparation } from './types.ts';

export interface RootReport {
  /** The directory as the user named it. */
  readonly root: string;
  readonly prepared: Preparation;
  readonly findings: readonly RootFinding[];
}

export function rootReportText({ root, prepared, findings }: RootReport): string {
  const lines = findings.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const found =
    findings.length === 0
      ? 'nothing is wrong'
      : `${plural(errors, 'error')}, ${plural(findings.length - errors, 'other')}`;
  return `${[...lines, `${shown(root)}: ${plural(prepared.paths.length, 'path')} needed, ${found}.`].join('\n')}\n`;
}

export function rootReportJson({ root, prepared, findings }: RootReport): string {
  const list = findings.map(({ code, severity, path, message }) => ({ code, severity, path, message }));
  const checked = prepared.paths.length + prepared.absent.filter(({ kind }) => kind === 'socket').length;
  const report = { schemaVersion: 1, target: prepared.target, root, checked, findings: list };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
