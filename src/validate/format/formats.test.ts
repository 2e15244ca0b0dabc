/** Output formats against what their consumers expect: the official SARIF schema, XML, workflow commands. */
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { makeBroken } from '../cpt/broken/index.ts';
import { causesOf } from '../root-cause.ts';
import { formatJson, judge, readSample } from '../testing/engine.ts';
import { reportGithub } from './github.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { type RunReport, summaryLine } from './report.ts';
import { reportSarif } from './sarif.ts';
import { imageText } from './text.ts';

const nasty = 'dumps/ä & <b> "x"%,:\n::error::1.img';
const report: RunReport = {
  version: '0.1.0',
  silenced: 2,
  images: [
    judge(readSample('2.6.32-counter'), 'good.cpt'),
    ...['own-parent', 'zero-next', 'empty-file', 'page-size', 'missing-parent'].map((code) =>
      judge(makeBroken(code, readSample), `${code}.cpt`),
    ),
    judge(makeBroken('unopened-file', readSample), nasty),
  ],
};

/**
 * The official file is of draft 4, which ajv no longer knows; it differs from draft 7 in the name of `id`
 * only.
 */
const sarifSchema = () => {
  const { id, $schema: _draft, ...schema } = formatJson('validate-sarif-2.1.0.schema.json');
  return { $id: id, ...schema };
};

const schemaErrors = (schema: object, json: unknown) => {
  const check = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  return check(json) ? [] : check.errors;
};

describe('json', () => {
  test('fits its published schema', () => {
    expect(schemaErrors(formatJson('validate-report.schema.json'), JSON.parse(reportJson(report)))).toEqual(
      [],
    );
  });
});

describe('sarif', () => {
  const sarif = JSON.parse(reportSarif(report));

  test('fits the official schema of 2.1.0', () => {
    expect(schemaErrors(sarifSchema(), sarif)).toEqual([]);
  });

  test('every result has a rule with help, and a byte region', () => {
    const [run] = sarif.runs;
    expect(run.results.length).toBeGreaterThan(8);
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex]).toMatchObject({
        id: ruleId,
        help: { text: expect.stringContaining('How to mend it') },
      });
      expect(locations[0].physicalLocation.region).toMatchObject({
        startLine: 1,
        byteOffset: expect.any(Number),
        byteLength: expect.any(Number),
      });
    }
  });

  // https://docs.github.com/en/code-security/code-scanning: what is refused, or not shown.
  test('keeps the rules of code scanning', () => {
    const [run] = sarif.runs;
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, name, shortDescription, fullDescription, help, helpUri, properties } of run.tool.driver
      .rules) {
      expect([id.length, name.length].every((length) => length > 0 && length <= 255)).toBe(true);
      expect(shortDescription.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(help.text).not.toBe('');
      expect(URL.canParse(helpUri)).toBe(true);
      expect(properties.tags.length).toBeLessThanOrEqual(20);
      expect(['error', 'warning', 'recommendation']).toContain(properties['problem.severity']);
    }
    for (const { message, locations, partialFingerprints } of run.results) {
      expect(message.text).not.toBe('');
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(partialFingerprints.primaryLocationLineHash).not.toBe('');
    }
  });

  test('helpUri leads to the page of the rule where the documents are known', () => {
    const { runs } = JSON.parse(reportSarif({ ...report, docsUrl: 'https://example.org/docs' }));
    const uris = runs[0].tool.driver.rules.map(({ helpUri }: { helpUri: string }) => helpUri);
    expect(uris).toContain('https://example.org/docs/rules/references.md#own-parent');
  });

  test('paths are URIs', () => {
    const uris = sarif.runs[0].artifacts.map(({ location }: { location: { uri: string } }) => location.uri);
    expect(uris).toContain('dumps/%C3%A4%20%26%20%3Cb%3E%20%22x%22%25%2C%3A%0A%3A%3Aerror%3A%3A1.img');
  });
});

describe('junit', () => {
  const xml = reportJunit(report);

  test('counts agree with the cases', () => {
    const suites = [...xml.matchAll(/<testsuite name="[^"]*" tests="(\d+)" failures="(\d+)"/g)];
    const [, tests, failures] =
      /<testsuites name="cr-validate" tests="(\d+)" failures="(\d+)"/.exec(xml) ?? [];
    expect(suites).toHaveLength(report.images.length);
    const sum = (column: number) => suites.reduce((total, match) => total + Number(match[column]), 0);
    expect([Number(tests), Number(failures)]).toEqual([sum(1), sum(2)]);
    expect(xml.match(/<testcase /g)).toHaveLength(sum(1));
    expect(xml.match(/<failure /g)).toHaveLength(sum(2));
  });

  test('keeps the grammar that Jenkins and GitLab read', () => {
    // Of Jenkins' xunit plugin (junit-10.xsd): the attributes that an element may have, those it must, what lies in it.
    const grammar: Readonly<Record<string, readonly [may: string, must: string, holds: string]>> = {
      testsuites: ['name time tests failures disabled errors', '', 'testsuite'],
      testsuite: [
        'name tests failures errors time disabled skipped timestamp hostname id package',
        'name tests',
        'properties testcase system-out system-err',
      ],
      testcase: [
        'name assertions time classname status',
        'name',
        'skipped error failure system-out system-err',
      ],
      failure: ['type message', '', ''],
      'system-out': ['', '', ''],
    };
    const parts = (words: string) => words.split(' ').filter((word) => word !== '');
    const open: string[] = [];
    for (const [, close, name = '', text = '', self] of xml.matchAll(
      /<(\/?)([a-z-]+)((?:\s[a-z]+="[^"<]*")*)(\/?)>/g,
    )) {
      if (close === '/') {
        open.pop();
        continue;
      }
      const above = open.at(-1);
      expect(above === undefined ? ['testsuites'] : parts(grammar[above]?.[2] ?? '')).toContain(name);
      const given = [...text.matchAll(/\s([a-z]+)=/g)].map(([, attribute = '']) => attribute);
      const [may = '', must = ''] = grammar[name] ?? [];
      expect(given.filter((attribute) => !parts(may).includes(attribute))).toEqual([]);
      expect(parts(must).filter((attribute) => !given.includes(attribute))).toEqual([]);
      for (const [, , number] of text.matchAll(/\s(tests|failures|errors|skipped)="([^"]*)"/g))
        expect(number).toMatch(/^\d+$/);
      if (self !== '/') open.push(name);
    }
  });

  test('is well-formed: every tag closes, nothing is left unescaped', () => {
    const open: string[] = [];
    const body = xml.replace(/^<\?xml[^>]*\?>/, '').replace(/<!--.*?-->/gs, '');
    for (const [, close, name, , self] of body.matchAll(/<(\/?)([a-z-]+)((?:\s[a-z]+="[^"<]*")*)(\/?)>/g)) {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (self !== '/') open.push(name ?? '');
    }
    expect(open).toEqual([]);
    expect(body.replace(/<\/?[a-z-]+(?:\s[a-z]+="[^"<]*")*\/?>/g, '')).not.toMatch(
      /[<>]|&(?!(amp|lt|gt|quot);)/,
    );
  });
});

test('github: one command for each cause, and no path can add another', () => {
  const lines = reportGithub(report).trimEnd().split('\n');
  const count = report.images.reduce((sum, { findings }) => sum + causesOf(findings).length, 0);
  expect(lines).toHaveLength(count + 1);
  for (const line of lines)
    expect(line).toMatch(/^::(error|warning|notice)(?: file=[^:,]*,title=[^:,]*)?::[^\r\n]*$/);
});

test('text: grouped, located, with the bytes', () => {
  const image = judge(makeBroken('own-parent', readSample), 'own-parent.cpt');
  expect(imageText(image, { color: false, visible: (text) => text, quiet: false })).toContain(
    [
      '  error own-parent (references)',
      '    UBC/ubc names itself as its parent (ESRCH)',
      '      at 0xc8, UBC/ubc.parent',
      '      000000c8  b8 00 00 00 00 00 00 00                          |........|',
    ].join('\n'),
  );
  expect(summaryLine(report)).toMatch(/^7 images: 2 good, 5 bad; \d+ errors, .* 2 known from the baseline$/);
});
