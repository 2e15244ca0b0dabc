/** Nothing is lost unsaid: every field of every message set, carried to every older release. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { compareReleases, memoryDirectory, messageLayouts } from '../../parse/criu/index.ts';
import { criuValuesSince } from '../../parse/generated/criu-descriptors.ts';
import { unaccounted } from './accounting.ts';
import { convertCriu, newestCriuRelease, oldestCriuRelease } from './convert.ts';
import type { FileDraft } from './draft.ts';
import { messageRecord, withFields } from './draft.ts';
import { absentMeaning, essentialFields, needlessFields } from './newer-fields.ts';
import { criuRows } from './rows.ts';
import { unknownTo } from './target-release.ts';
import { fullDirectory, saidBy } from './testing.ts';

const directory = fullDirectory();
const said = saidBy(directory);

/** Every release that brought a field, a value or a file, and the one before it knew nothing of it. */
const releases = [
  ...new Set(
    [
      ...[...messageLayouts().values()].flatMap(({ fields, since }) => [
        since,
        ...fields.map(({ note }) => note.since),
      ]),
      ...Object.values(criuValuesSince).flatMap((values) => Object.values(values)),
      oldestCriuRelease,
    ]
      .filter((release) => release !== undefined)
      .map((release) => release.split('.').slice(0, 2).join('.')),
  ),
]
  .filter(
    (release) =>
      compareReleases(release, oldestCriuRelease) >= 0 && compareReleases(release, newestCriuRelease) < 0,
  )
  .sort(compareReleases);

function carried(to: string) {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const result = convertCriu(directory, { to, allow: ['drop-files', 'drop-newer'], report });
  const files: Record<string, Uint8Array> = {};
  for (const { name, write } of result.files) {
    const sink = new MemorySink();
    write(sink);
    files[name] = sink.result();
  }
  result.close();
  return { ...result, diagnostics, directory: memoryDirectory(files) };
}

/**
 * Fields that steps write in another way or place, by the row that must then be reported: facts, criu-format.md
 * section 9.
 */
const rewritten: readonly (readonly [RegExp, keyof typeof criuRows])[] = [
  [/^inventory_entry\.compress/, 'R26'],
  [/^inventory_entry\.img_version$/, 'R1'],
  [/^creds_entry(\.|$)/, 'R3'],
  [/^ipc_shm_entry\.in_pagemaps$/, 'R4'],
  [/^ghost_(file_entry\.(chunks|size)|chunk_entry)/, 'R7'],
  [/^file_entry\.(type|id)$/, 'R8'],
  [/^file_entry\.(type|id)$/, 'R13'],
  [/^file_entry\.(type|id)$/, 'R17'],
  [/^(fifo|tty_file)_entry\.regf_id$/, 'R10'],
  [/^(reg_file_entry|remap_file_path_entry)\.(orig_)?id$/, 'R10'],
  [/^(task_core_entry\.old_|thread_core_entry\.)seccomp_/, 'R11'],
  [/^thread_core_entry\.comm$/, 'R12'],
  [/^memfd_/, 'R13'],
  [/^(task|thread)_core_entry\.cg_set$/, 'R14'],
  [/^(file_entry\.(bpf|pidfd)|bpfmap_|pidfd_)/, 'R17'],
  [/^(stats_entry|irmap_cache_entry)/, 'R22'],
  [/^mnt_entry\.(flags|sb_flags)$/, 'R24'],
  [/^mnt_entry\.(ext_key|ext_mount|root)$/, 'R25'],
];

test('the directory has every field of the messages of images', () => {
  const fields = new Set(said.flatMap(({ trail }) => trail));
  const absent = [...messageLayouts().values()]
    .filter(({ name }) => fields.has(name))
    .flatMap(({ name, fields: all }) => all.map((field) => `${name}.${field.name}`))
    .filter((field) => !fields.has(field));
  expect(absent).toEqual([]);
  expect(fields.size).toBeGreaterThan(900);
});

describe.each(releases)('to %s', (release) => {
  const result = carried(release);

  test('nothing is refused or changed without a row', () => {
    const faults = result.diagnostics.filter(
      ({ code, severity }) => severity === 'error' || code === 'unaccounted-change',
    );
    expect(faults.map(({ message }) => message)).toEqual([]);
  });

  test('every value is in the output, or its loss is said', () => {
    const kept = new Set(saidBy(result.directory).map(({ field, value }) => `${field} ${value}`));
    const rows = new Set([...result.changes, ...result.losses].map(({ row }) => row));
    const silent = said.filter(
      ({ field, value, trail }) =>
        !kept.has(`${field} ${value}`) &&
        !trail.some((name) => result.leftOut.has(name)) &&
        !rewritten.some(([pattern, row]) => rows.has(row) && trail.some((name) => pattern.test(name))),
    );
    expect(silent.map(({ file, trail }) => `${file} ${trail.at(-1)}`)).toEqual([]);
  });

  test('the release knows everything that is written', () => {
    expect(unknownTo(result.directory, release).map(({ message }) => message)).toEqual([]);
  });
});

test('the newest form is not that of an older release', () => {
  const found = unknownTo(directory, '3.19').map(({ message }) => message);
  expect(found).toContain('CRIU 3.19 cannot read it: it has file_entry.pidfd, which came with CRIU 4.1');
  expect(found).toContain('CRIU 3.19 cannot read it: it has file_entry.type PIDFD (CRIU 4.1)');
});

describe('the account of a hop', () => {
  const creds = messageRecord('creds_entry', { uid: 7, gid: 8 });
  const file = (record: typeof creds): FileDraft => ({
    header: { name: 'creds-1.img', type: 'CREDS', magics: [] },
    records: () => [record],
  });
  const before = new Map([['creds-1.img', file(creds)]]);
  const nothing = { covers: new Set<string>(), moves: [] };

  test('finds a field that goes, and one that becomes another', () => {
    const after = new Map([['creds-1.img', file(withFields(creds, { uid: 9, gid: undefined }))]]);
    expect(unaccounted(before, after, '2.0', nothing).map(({ message }) => message)).toEqual([
      'creds_entry.uid: 1 went into the hop to 2.0, other values came out, and no row says so',
      'creds_entry.gid: 1 went into the hop to 2.0, 0 came out, and no row says so',
    ]);
    expect(unaccounted(before, after, '2.0', { ...nothing, covers: new Set(['creds_entry']) })).toEqual([]);
  });

  test('finds a value that was to move and did not arrive', () => {
    const { covers, moves } = criuRows.R3;
    const account = { covers: new Set<string>(covers), moves };
    const core = (uid: number): FileDraft => ({
      header: { name: 'core-1.img', type: 'CORE', magics: [] },
      records: () => [messageRecord('core_entry', { thread_core: { creds: { uid, gid: 8 } } })],
    });
    const moved = (uid: number) => {
      const paths = new Set([...covers, 'core_entry.thread_core']);
      return unaccounted(before, new Map([['core-1.img', core(uid)]]), '2.0', { ...account, covers: paths });
    };
    expect(moved(7)).toEqual([]);
    expect(moved(70).map(({ at }) => at?.path)).toEqual(['creds_entry.uid']);
  });
});

test.each([
  ['needless', needlessFields],
  ['essential', essentialFields],
  ['absent', absentMeaning],
])('fields of the list of %s ones exist', (_, list) => {
  for (const name of Object.keys(list)) {
    const [message = '', field = ''] = name.split('.');
    expect(messageLayouts().get(message)?.byName.has(field), name).toBe(true);
  }
});
