/** A rule page as text for `--explain` and as Markdown for `docs/rules/`; both from the same data. */
import { conditionCodes, isConditionCode } from '../restore-sim/conditions.ts';
import { catalogue } from './catalogue.ts';
import type { Rulebook } from './codes.ts';
import { type Layer, layers } from './finding.ts';

/** By the name that the rehearsal itself has for what it finds, too. */
function pageOf(name: string) {
  const code = catalogue.has(name) ? name : `restore-${name}`;
  const found = catalogue.get(code);
  return found && { code, ...found };
}

/** What `--explain CODE` prints; undefined for a code that does not exist. */
export function explain(name: string): string | undefined {
  const found = pageOf(name);
  if (!found) return explainCondition(name);
  const { code, page, layer } = found;
  return [
    `${code} (${page.severity}, layer ${layer})`,
    '',
    page.meaning,
    '',
    `${whyTitle(layer).padEnd(21)} ${page.why}`,
    ...(page.errno === undefined ? [] : [`The kernel answers:   ${page.errno}`]),
    ...(page.bad === undefined ? [] : [`Bad:                  ${page.bad}`]),
    ...(page.good === undefined ? [] : [`Good:                 ${page.good}`]),
    `How to mend it:       ${page.mend}`,
    ...(page.reference === undefined ? [] : [`Reference:            ${page.reference}`]),
    '',
  ].join('\n');
}

/** What a restore asks of its options and of the host is no finding: it is met or not, by image and host. */
function conditionPage(code: string) {
  if (!isConditionCode(code)) return undefined;
  const { kind, otherwise, meaning } = conditionCodes[code];
  const severity = otherwise === 'loses' ? 'warning' : 'error';
  const why = `Where it is not met, the restore ${otherwise === 'loses' ? 'goes on without it' : otherwise}.`;
  const mend = 'cr-restore-sim IMAGE says what is wanted, by which record, and what helps.';
  return { code, kind, layer: 'restore' as const, page: { severity, meaning, why, mend } };
}

function explainCondition(name: string): string | undefined {
  const found = conditionPage(name);
  if (!found) return undefined;
  const { code, kind, page } = found;
  return `${code} (a condition of a restore: ${kind})\n\n${page.meaning}\n\n${page.why} ${page.mend}\n`;
}

/** The same for programs; schema in formats/validate-rules.schema.json, of which it is one rule. */
export function explainJson(name: string): string | undefined {
  const found = pageOf(name) ?? conditionPage(name);
  if (!found) return undefined;
  const { code, layer, page } = found;
  return `${JSON.stringify({ schemaVersion: 1, rules: [{ code, layer, ...page }] }, undefined, 2)}\n`;
}

/** Trust is not about failing: it says what a restore that succeeds would do. */
const whyTitles: Partial<Record<Layer, string>> = { trust: 'What it does:', restore: 'What leads to it:' };
const whyTitle = (layer: Layer): string => whyTitles[layer] ?? 'Why a restore fails:';

/** One line for each code: code, severity, layer, meaning. */
export function listRules(): string {
  const width = Math.max(...[...catalogue.keys()].map((code) => code.length));
  return layers
    .map((layer) => {
      const lines = codesOf(layer).map(
        ([code, { page }]) => `  ${code.padEnd(width)}  ${page.severity.padEnd(7)}  ${page.meaning}`,
      );
      return `${layer}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** Every code with its page; schema in formats/validate-rules.schema.json. */
export function rulesJson(): string {
  const rules = [...catalogue].map(([code, { layer, page }]) => ({ code, layer, ...page }));
  return `${JSON.stringify({ schemaVersion: 1, rules }, undefined, 2)}\n`;
}

const codesOf = (layer: Layer): readonly (readonly [string, Rulebook])[] =>
  [...catalogue].filter(([, entry]) => entry.layer === layer);

const titles: Readonly<Record<Layer, string>> = {
  framing: 'lengths, signatures, sections: every byte accounted for',
  schema: 'limits and enumerations of single fields',
  references: 'positions and indexes that name other objects',
  semantics: 'what the objects mean, alone and together',
  restore: 'what the simulated restore says',
  trust: 'what an archive would do to the host, and with which rights',
  policy: 'what may be persisted at all',
};

const madeBy = '<!-- Made from src/validate/pages/ by the test of docs/rules. Do not edit. -->';

/** `docs/rules/<layer>.md`: a page for each code of the layer. */
export function layerMarkdown(layer: Layer): string {
  const pages = codesOf(layer).map(([code, { page }]) =>
    [
      `## ${code}`,
      '',
      `**${page.severity}.** ${page.meaning}`,
      '',
      `- ${whyTitle(layer)} ${page.why}`,
      ...(page.errno === undefined ? [] : [`- The kernel answers: ${page.errno}`]),
      ...(page.bad === undefined ? [] : [`- Bad: ${page.bad}`]),
      ...(page.good === undefined ? [] : [`- Good: ${page.good}`]),
      `- How to mend it: ${page.mend}`,
      ...(page.reference === undefined ? [] : [`- Reference: ${page.reference}`]),
      '',
    ].join('\n'),
  );
  return `${madeBy}\n\n# Layer ${layer}: ${titles[layer]}\n\n${pages.join('\n')}`;
}

/** `docs/rules/README.md`: every code with its page. */
export function indexMarkdown(): string {
  const parts = layers.map((layer) => {
    const rows = codesOf(layer).map(
      ([code, { page }]) => `| [${code}](${layer}.md#${code}) | ${page.severity} | ${page.meaning} |`,
    );
    return [
      `## [${layer}](${layer}.md): ${titles[layer]}`,
      '',
      '| code | severity | meaning |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  });
  const text = 'What `cr-validate` can say. `cr-validate --explain CODE` prints the page of a code.';
  return `${madeBy}\n\n# Rules\n\n${text} What each check of a restoring kernel became: [kernel-checks.md](kernel-checks.md).\n\n${parts.join('\n')}`;
}
