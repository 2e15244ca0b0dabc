/** `cr-convert --list`: every variant, how well it is known, who restores it, and the steps between them. */

import { steps } from '../../convert/cpt/steps/index.ts';
import { criuStepList, newestCriuRelease, oldestCriuRelease } from '../../convert/criu/convert.ts';
import { type CptVariant, cptVariantIds, cptVariants } from '../../parse/cpt/variants.ts';

const evidenceMeaning = {
  'real images': 'real images at hand; conversions by these rules were restored by a real kernel',
  restored: 'no real image known; images converted by these rules were restored by a real kernel',
  'kernel source': 'layouts from a kernel source of this version; no real image known',
  inferred: 'only from what later kernels do with such images',
} as const;

export function listText(): string {
  const rows = cptVariantIds.map((id) => {
    const { version, evidence, restoredBy } = cptVariants[id] as CptVariant;
    return [id, `0x${version.toString(16).padStart(3, '0')}`, evidence, restoredBy];
  });
  const table = [['variant', 'version', 'evidence', 'restored by'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    'Family cpt (OpenVZ). Every variant converts to every other, along the chain:',
    '',
    ...table.map(line),
    '',
    'Evidence:',
    ...Object.entries(evidenceMeaning).map(([name, meaning]) => `  ${name.padEnd(14)} ${meaning}`),
    '',
    'Steps:',
    ...steps.map(({ from, to, summary }) => `  ${from} ⇄ ${to}: ${summary}`),
    '',
    'Family criu (CRIU image directories and archives): criu-1.5 to criu-4.2, criu for the newest. Every cpt',
    'variant converts to criu, in one step; there is no way back. Forms changed with these releases:',
    '',
    ...criuStepList.map(({ release, summary }) => `  ${release}: ${summary}`),
    '',
    'A kernel line alone (2.6.18) means the form that most kernels of the line restore.',
    'json is the lossless, editable record form.',
    '',
  ].join('\n');
}

export function listJson(): string {
  const variants = cptVariantIds.map((id) => {
    const { title, version, line, evidence, restoredBy } = cptVariants[id] as CptVariant;
    return { id, family: 'cpt', title, version, line, evidence, restoredBy };
  });
  const list = steps.map(({ from, to, summary, rows }) => ({ from, to, summary, rows }));
  const criu = { oldest: oldestCriuRelease, newest: newestCriuRelease, steps: criuStepList };
  return `${JSON.stringify({ schemaVersion: 1, variants, steps: list, criu }, undefined, 2)}\n`;
}
