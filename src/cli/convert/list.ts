/** `cr-convert --list`: every variant of every family, how well it is known, who restores it, and the ways between. */
import { bridges } from '../../convert/bridges/index.ts';
import type { ConvertFamily, ListedVariant } from '../../convert/family.ts';
import { allFamilies } from '../../families/index.ts';

const evidenceMeaning = {
  'real images': 'real images at hand; conversions by these rules were restored by a real kernel',
  restored: 'no real image known; images converted by these rules were restored by a real kernel',
  'kernel source': 'layouts from a kernel source of this version; no real image known',
  inferred: 'only from what later kernels do with such images',
} as const;

const loaded = () =>
  Promise.all(allFamilies.map(async (family) => ({ family, convert: await family.convert() })));

export async function listText(): Promise<string> {
  const parts = (await loaded()).flatMap(({ family, convert }) => [
    `Family ${family.id} (${family.title}). ${chainText(convert)}`,
    '',
    ...tableOf(convert.variants),
    '',
    ...convert.steps.map(({ from, to, summary }) => `  ${from} ⇄ ${to}: ${summary}`),
    '',
    ...convert.remarks,
    '',
  ]);
  return [
    ...parts,
    'Bridges between families:',
    ...bridges.map(({ from, to, summary }) => `  every ${from} → ${to}: ${summary}`),
    '',
    'Evidence:',
    ...Object.entries(evidenceMeaning).map(([name, meaning]) => `  ${name.padEnd(14)} ${meaning}`),
    '',
    'json is the lossless, editable record form of every family.',
    '',
  ].join('\n');
}

/** What no step leads to is only read, and written as it is. */
function chainText({ variants, steps, nodeOf }: ConvertFamily): string {
  const joined = new Set(steps.flatMap(({ from, to }) => [from, to]));
  const apart = variants.flatMap(({ id }) => (joined.has(nodeOf(id)) ? [] : [id]));
  const but = apart.length === 0 ? '' : `; no step leads to ${apart.join(', ')}`;
  return `Every variant converts to every other, along the chain${but}:`;
}

function tableOf(variants: readonly ListedVariant[]): string[] {
  const rows = variants.map(({ id, version, evidence, restoredBy }) => [
    ...[id, version === undefined ? '' : `0x${version.toString(16).padStart(3, '0')}`, evidence, restoredBy],
  ]);
  const table = [['variant', 'version', 'evidence', 'restored by'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export async function listJson(): Promise<string> {
  const all = await loaded();
  const variants = all.flatMap(({ family, convert }) =>
    convert.variants.map((variant) => ({ ...variant, family: family.id })),
  );
  const steps = all.flatMap(({ convert }) =>
    convert.steps.map(({ from, to, summary, rows = [] }) => ({ from, to, summary, rows })),
  );
  const ways = bridges.map(({ from, to, summary }) => ({ from, to, summary }));
  return `${JSON.stringify({ schemaVersion: 1, variants, steps, bridges: ways }, undefined, 2)}\n`;
}
