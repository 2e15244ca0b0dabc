/** Settings, baselines and policies: what is reported, and as what. */
import { describe, expect, test } from 'vitest';
import { memorySource } from '../parse/bytes/byte-source.ts';
import { baselineComparer, makeBaseline } from './baseline.ts';
import { catalogue } from './catalogue.ts';
import { applySettings, type ConfigFile, policyFrom, settingsFrom } from './config.ts';
import { setPayload } from './cpt/broken/edit.ts';
import { makeBroken } from './cpt/broken/index.ts';
import { makeEngine } from './cpt/engine.ts';
import { globPattern } from './policy/glob.ts';
import { codesOf, judge, readSample } from './testing/engine.ts';

const image = judge(makeBroken('page-size', readSample), './old/page-size.cpt');

/** Code → severity after settings. */
function severities(file: Partial<ConfigFile>, ignore: readonly string[] = [], strict = false) {
  const settings = settingsFrom({
    file: { schemaVersion: 1, ...file },
    ignore,
    strict,
    isCode: (code) => catalogue.has(code),
  });
  return Object.fromEntries(
    applySettings(image, settings).findings.map(({ code, severity }) => [code, severity]),
  );
}

const note = { 'restore-limits-stale': 'note' };

test.each<[string, Partial<ConfigFile>, readonly string[], boolean, object]>([
  ['nothing set', {}, [], false, { 'page-size': 'warning', ...note }],
  ['strict', {}, [], true, { 'page-size': 'error', ...note }],
  ['ignored', {}, ['page-size'], false, note],
  ['level', { rules: { 'page-size': 'note' } }, [], false, { 'page-size': 'note', ...note }],
  ['level, strict', { rules: { 'page-size': 'note' } }, [], true, { 'page-size': 'note', ...note }],
  ['off', { rules: { 'restore-limits-stale': 'off' } }, [], false, { 'page-size': 'warning' }],
  [
    'by path',
    { overrides: [{ paths: ['old/**'], rules: { 'page-size': 'error' } }] },
    [],
    false,
    { 'page-size': 'error', ...note },
  ],
  [
    'by another path',
    { overrides: [{ paths: ['new/**'], rules: { 'page-size': 'off' } }] },
    [],
    false,
    { 'page-size': 'warning', ...note },
  ],
])('%s', (_name, file, ignore, strict, expected) => {
  expect(severities(file, ignore, strict)).toEqual(expected);
});

test('a code that does not exist is refused', () => {
  expect(() => severities({}, ['page-siez'])).toThrow('there is no code "page-siez"');
});

test.each([
  ['**/*.cpt', 'a/b/c.cpt', true],
  ['**/*.cpt', 'c.cpt', true],
  ['a/*.cpt', 'a/b/c.cpt', false],
  ['a.cpt', 'aXcpt', false],
  ['vault?', 'vault1', true],
  ['?', '/', false],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a/**/b', 'a/xb', false],
  ['**b', 'x/y/b', true],
  ['a[b]', 'a[b]', true],
])('glob %s and %s: %s', (glob, text, expected) => {
  expect(globPattern(glob).test(text)).toBe(expected);
});

// An expression that tries all ways takes minutes for either.
test.each([
  ['*a*a*a*b', 'a'.repeat(4000)],
  [`${'*'.repeat(2000)}z`, 'a'.repeat(4000)],
])('a glob of many stars on a long path: %.20s', (glob, text) =>
  expect(globPattern(glob).test(text)).toBe(false),
);

describe('baseline', () => {
  const bad = judge(makeBroken('unopened-file', readSample), 'bad.cpt');

  test('known findings are silenced, another offset makes no difference', () => {
    const known = makeBaseline([bad]);
    const moved = {
      ...bad,
      path: './bad.cpt',
      findings: bad.findings.map((finding) => ({ ...finding, at: { ...finding.at, offset: 1 } })),
    };
    const { image: rest, silenced } = baselineComparer(known)(moved);
    expect([rest.findings, silenced]).toEqual([[], bad.findings.length]);
  });

  test('more of a kind than before is new', () => {
    const twice = { ...bad, findings: [...bad.findings, ...bad.findings] };
    const { image: rest } = baselineComparer(makeBaseline([bad]))(twice);
    expect(rest.findings).toHaveLength(bad.findings.length);
  });
});

describe('policies', () => {
  const judgeWith = (deny: Parameters<typeof policyFrom>[0]['deny'], bytes: Uint8Array) => {
    const policies = [policyFrom({ name: 'p', message: 'ask security', deny })];
    return makeEngine({ policies, layers: ['policy'] })(memorySource(bytes));
  };
  const counter = readSample('2.6.18-counter');
  const key = Buffer.from('-----BEGIN RSA PRIVATE KEY-----');

  test.each<[string, Parameters<typeof judgeWith>[0], string, Record<string, number>]>([
    ['a process by name', { processes: ['count*'] }, '2.6.18-counter', { 'policy-process': 1 }],
    ['no such process', { processes: ['vault'] }, '2.6.18-counter', {}],
    ['a user', { uids: [0] }, '2.6.18-counter', { 'policy-user': 2 }],
    ['a capability', { capabilities: ['CAP_CHOWN'] }, '2.6.18-counter', { 'policy-capability': 2 }],
    ['any port', { listening: true }, '2.6.18-tcp-udp', { 'policy-listening': 1 }],
    ['other ports', { listening: [22, '1-9'] }, '2.6.18-tcp-udp', {}],
    ['bytes in memory', { memory: [{ name: 'ELF', hex: '7f454c46' }] }, '2.6.18-counter', {}],
  ])('%s', (_name, deny, name, expected) => {
    const found = codesOf(judgeWith(deny, readSample(name)));
    expect(Object.keys(found)).toEqual(Object.keys(expected));
  });

  test.each([
    ['inside a block', 100, '0x415064'],
    ['at its end', 4096 - key.length, '0x415fe1'],
  ])('a key %s', (_name, at, address) => {
    const report = judgeWith(
      { memory: ['pem-private-key'] },
      setPayload({ kind: 'pages' }, at, key)(counter),
    );
    expect(report.findings).toHaveLength(1);
    const [finding] = report.findings;
    expect(finding).toMatchObject({
      code: 'policy-memory',
      length: key.length,
      message: `policy "p": process 1 (init) holds a PEM private key at ${address}; ask security`,
    });
    expect(finding?.excerpt).toBeUndefined();
  });

  test.each([
    [{ memory: ['pem'] }, 'there is no pattern "pem"'],
    [{ memory: [{ name: 'x', text: 'ab' }] }, 'needs at least 4 bytes'],
    [{ capabilities: ['CAP_FLY'] }, 'there is no capability "CAP_FLY"'],
    [{ listening: ['9-1'] }, '"9-1" is no range of ports'],
  ])('%j is refused', (deny, message) => {
    expect(() => policyFrom({ name: 'p', deny })).toThrow(message);
  });
});

test('patterns of memory have a bound over all policies, which says where it is passed', () => {
  const policy = (name: string, count: number) => ({
    name,
    deny: {
      memory: Array.from({ length: count }, (_, index) => ({
        name: `${name}-${index}`,
        hex: index.toString(16).padStart(2048, '0'),
      })),
    },
  });
  const settings = (...policies: readonly ReturnType<typeof policy>[]) =>
    settingsFrom({ file: { schemaVersion: 1, policies }, ignore: [], strict: false, isCode: () => true });
  expect(settings(policy('a', 200), policy('b', 56)).policies.length).toBe(2);
  expect(() => settings(policy('a', 200), policy('b', 57))).toThrow(
    'policy "b": the patterns of memory of all policies have more than 262144 bytes with "b-56"',
  );
});
