/** The trust layer on archives of which it is known what they do, by real restores where that was tried. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostDirectory } from '../../parse/archive/host-directory.ts';
import { treeDirectory } from '../../parse/archive/image-directory.ts';
import { isTarHeader, tarMembers } from '../../parse/archive/tar.ts';
import { unpack } from '../../parse/archive/unpack.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { projectRoot } from '../../test-support/images.ts';
import { some } from '../../test-support/thorough.ts';
import type { Finding } from '../finding.ts';
import { readGrants } from './grants/read.ts';
import { judgeTrust } from './judge.ts';
import { withSubjects } from './read/archive.ts';
import { containerName } from './read/container.ts';
import { trustPages } from './rules/index.ts';
import type { Json } from './subject.ts';

const samples = join(projectRoot, 'samples', 'trust');
const collection = join(projectRoot, '..', 'shared', 'cases', 'trust');
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

async function inputAt(path: string) {
  if (statSync(path).isDirectory()) return { root: hostDirectory(path), close: () => {} };
  const file = fileSource(path);
  const archive = await unpack(file, { report: ({ message }) => expect.fail(message) });
  expect(isTarHeader(archive.view(0, 512))).toBe(true);
  return {
    root: treeDirectory(
      path,
      tarMembers(archive, () => {}),
    ),
    archive,
    close: () => file.close(),
  };
}

async function judge(path: string, given?: { readonly name: string; readonly document: Json }) {
  const { close, ...input } = await inputAt(path);
  const grants = given && readGrants(given.document, given.name);
  try {
    const found = await withSubjects(
      {
        ...input,
        grants: (engine, documents, name) => grants?.(engine, name ?? containerName(documents)) ?? [],
        problem: (member, text) => expect.fail(`${member}: ${text}`),
      },
      (subjects) => subjects.flatMap(judgeTrust),
    );
    for (const { code, layer } of found) {
      expect(trustPages[code], code).toBeDefined();
      expect(layer).toBe('trust');
    }
    return found;
  } finally {
    close();
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
        findings.map(({ code: found, severity: as, where }) => [found, as, member && where?.member]),
      ).toContainEqual([code, severity, member]);
  },
);

/** A new rule brings an archive that it speaks of; those without one are older, and were held against archives elsewhere. */
test('codes without an archive here are listed, and no new one is', async () => {
  const shown = (json(join(samples, 'findings.json')) as Expected[]).map(({ code }) => code);
  const without = Object.keys(trustPages).filter((code) => !shown.includes(code));
  expect(without.sort()).toEqual(json(join(samples, 'without-archive.json')));
});

// Podman writes UID and GID there (libpod ContainerSecret), beside the uid and gid of the spec.
test('secrets of Podman are not ambiguous', async () => {
  const findings = await judge(join(samples, 'secret-of-host.tar.gz'));
  expect(findings.map(({ code }) => code)).toEqual(['trust-config-host']);
});

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

describe.skipIf(cases.length === 0)('the collection', () => {
  test.each(some(cases, 8))('$file: $what', async ({ file, label, severity, needs, where, ref }) => {
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
      where?.member === member ||
      // Blobs are named by their digest.
      (member.startsWith('blobs/') && where?.member.startsWith('blobs/') === true) ||
      (image !== null && where?.member.endsWith(image) === true),
  );
