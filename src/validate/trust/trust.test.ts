/** The trust layer on archives of which it is known what they do, by real restores where that was tried. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTree } from '../../parse/criu/index.ts';
import { projectRoot } from '../../test-support/images.ts';
import { some } from '../../test-support/thorough.ts';
import type { Finding } from '../finding.ts';
import { readGrants } from './grants/read.ts';
import { judgeTrust } from './judge.ts';
import { containerName, readContainer } from './read/container.ts';
import { trustPages } from './rules/index.ts';
import type { Json } from './subject.ts';

const samples = join(projectRoot, 'samples', 'trust');
const collection = join(projectRoot, '..', 'shared', 'cases', 'trust');
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

async function judge(path: string, given?: { readonly name: string; readonly document: Json }) {
  const root = await openTree(path, () => {});
  const grants = given && readGrants(given.document, given.name);
  try {
    const subject = await readContainer({
      ...{ root, archive: root.archive, prefix: '' },
      grants: (engine, documents) => grants?.(engine, containerName(documents)) ?? [],
      problem: (member, text) => expect.fail(`${member}: ${text}`),
    });
    const findings = judgeTrust(subject);
    for (const { code, layer } of findings) {
      expect(trustPages[code], code).toBeDefined();
      expect(layer).toBe('trust');
    }
    return findings;
  } finally {
    root.close();
  }
}

const levels = ['note', 'warning', 'error'];
const isAtLeast = (finding: Finding, severity: string) =>
  levels.indexOf(finding.severity) >= levels.indexOf(severity);

interface Expected {
  readonly file: string;
  readonly code?: string;
  readonly severity?: string;
  readonly member?: string;
}

test.each(json(join(samples, 'findings.json')) as Expected[])(
  '$file',
  async ({ file, code, severity, member }) => {
    const findings = await judge(join(samples, `${file}.tar.gz`));
    if (code === undefined) expect(findings.filter((finding) => isAtLeast(finding, 'warning'))).toEqual([]);
    else
      expect(
        findings.map((finding) => [finding.code, finding.severity, finding.where?.member]),
      ).toContainEqual([code, severity, member]);
  },
);

interface Case {
  readonly file: string;
  readonly label: 'honest' | 'hostile';
  readonly what: string;
  readonly severity: string;
  readonly needs: string;
  readonly where: readonly { readonly member: string; readonly image: string | null }[];
  readonly ref: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = existsSync(collection)
  ? readFileSync(join(collection, 'index.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
const single = cases.filter(({ file }) => !/\.(oci\.tar|pod)$/.test(file));

describe.skipIf(cases.length === 0)('the collection', () => {
  test.each(some(single, 8))('$file: $what', async ({ file, label, severity, needs, where, ref }) => {
    const given = [
      ...(needs === 'user-spec' && label === 'hostile' ? [] : [undefined]),
      ...Object.values(ref).map((name) => ({ name, document: json(join(collection, name)) })),
    ];
    for (const one of given) {
      const findings = await judge(join(collection, file), one);
      if (label === 'honest') expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
      else
        expect(
          findings.filter((finding) => isAtLeast(finding, severity) && isThere(finding, where)),
        ).not.toEqual([]);
    }
  });
});

const isThere = ({ where }: Finding, places: Case['where']) =>
  places.some(
    ({ member, image }) =>
      where?.member === member || (image !== null && where?.member.endsWith(image) === true),
  );
