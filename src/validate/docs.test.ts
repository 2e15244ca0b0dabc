/** One source: `docs/rules/` is what the rule pages give, and every check of a kernel has a rule. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkpointRuleCodes } from '../restore-sim/rules/index.ts';
import { projectRoot } from '../test-support/images.ts';
import { catalogue } from './catalogue.ts';
import { validatorCodes } from './codes.ts';
import { layers } from './finding.ts';
import { kernelChecks, kernelChecksMarkdown } from './kernel-checks.ts';
import { notInFamily, pagedCheckpointCodes, saidByRecords } from './pages/checkpoint.ts';
import { remedies } from './pages/remedies/index.ts';
import { explain, indexMarkdown, layerMarkdown, listRules } from './rule-text.ts';

const rules = join(projectRoot, 'docs', 'rules');
const layerOf = (code: string) => catalogue.get(code)?.layer ?? 'unknown';

test.each(layers)(
  'docs/rules/%s.md is made from the pages (vitest run src/validate/docs.test.ts -u)',
  async (layer) => {
    await expect(layerMarkdown(layer)).toMatchFileSnapshot(join(rules, `${layer}.md`));
  },
);

test('docs/rules/README.md and kernel-checks.md are made from their tables', async () => {
  await expect(indexMarkdown()).toMatchFileSnapshot(join(rules, 'README.md'));
  await expect(kernelChecksMarkdown(layerOf)).toMatchFileSnapshot(join(rules, 'kernel-checks.md'));
});

test('every kernel check has a rule, or a reason why no image can show it', () => {
  const unknown = kernelChecks.flatMap(({ codes }) => codes).filter((code) => !catalogue.has(code));
  expect(unknown).toEqual([]);
  const uncovered = kernelChecks.filter(({ codes, outside }) => codes.length === 0 && outside === undefined);
  expect(uncovered).toEqual([]);
});

test('an errno of the table is named on the page of a rule', () => {
  const missing = kernelChecks
    .filter(({ errno, codes }) => /^E[A-Z0-9]+$|^crash$|^hang$/.test(errno) && codes.length > 0)
    .filter(({ errno, codes }) => {
      const pages = codes.map((code) => catalogue.get(code)?.page);
      return !pages.some(
        (page) => `${page?.errno} ${page?.why}`.includes(errno) || page?.errno === 'in the message',
      );
    })
    .map(({ check, errno }) => `${check}: ${errno}`);
  expect(missing).toEqual([]);
});

test('every rule over the checkpoint has a page, or the record rules that say the same', () => {
  const codes = Object.keys(checkpointRuleCodes).sort();
  const known = [...pagedCheckpointCodes, ...Object.keys(saidByRecords), ...notInFamily].sort();
  expect(known).toEqual(codes);
  for (const twins of Object.values(saidByRecords))
    for (const twin of twins) expect(catalogue.has(twin)).toBe(true);
});

test('codes are kebab-case, and none stands for two things', () => {
  expect([...catalogue.keys()].filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  expect(validatorCodes.filter((code) => pagedCheckpointCodes.includes(code))).toEqual([]);
});

test('--explain and --rules print every page', () => {
  const list = listRules();
  for (const [code, { page }] of catalogue) {
    expect(explain(code)).toContain(page.mend);
    expect(list).toContain(code);
  }
  expect(explain('no-such-code')).toBeUndefined();
});

test('every code of the rehearsal has its own cause and remedy, and each remedy a code that exists', () => {
  const named = Object.keys(remedies);
  const causes = Object.values(remedies).map(([cause]) => cause);
  expect(causes.filter((cause, at) => causes.indexOf(cause) !== at)).toEqual([]);
  const known = [...catalogue.keys()].filter((code) => code.startsWith('restore-'));
  expect(known.filter((code) => !named.includes(code.slice('restore-'.length)))).toEqual([]);
  expect(named.filter((code) => !catalogue.has(`restore-${code}`))).toEqual([]);
});

test('no two codes are told in the same words', () => {
  const first = new Map<string, string>();
  const alike: string[] = [];
  for (const [code, { page }] of catalogue) {
    const words = [page.why, page.bad, page.mend].join('\n');
    const other = first.get(words);
    if (other === undefined) first.set(words, code);
    else alike.push(`${code} as ${other}`);
  }
  expect(alike).toEqual([]);
});
