/**
 * Conditions of real dumps, against what real restores of them needed: each dump with its verdict and the conditions
 * that are special of it, and each restore that went wrong because of its host or its options.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openCriuArchive } from '../../../model/from-criu/testing/criu-images.ts';
import { change, editImage, first } from '../../../model/from-criu/testing/edit-image.ts';
import { judgeCriuImage } from '../../../validate/criu/judge.ts';
import { type ConditionCode, conditionCodes } from '../../conditions.ts';
import { type CriuSimulationReport, simulateCriuRestore } from './simulate.ts';

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const samples = fileURLToPath(new URL('../../../../samples/criu/', import.meta.url));

/** What nearly every image asks for: names below the root, rights, programs, the processor. */
const usual: ReadonlySet<string> = new Set<ConditionCode>([
  ...(['file-needed', 'directory-needed', 'device-needed', 'mount-point-needed', 'program-needed'] as const),
  ...(['capabilities', 'cpu-features', 'kernel-feature', 'network-sysctls', 'root-directory'] as const),
  ...(['pids-free', 'space-needed', 'external-pipe', 'loopback-up'] as const),
]);

const specialOf = ({ conditions }: CriuSimulationReport): readonly string[] =>
  [...new Set(conditions.filter(({ isUsual }) => isUsual !== true).map(({ code }) => code))]
    .filter((code) => !usual.has(code))
    .sort();

type Row = readonly [archive: string, special: readonly ConditionCode[]];

const dumps: readonly Row[] = [
  ...(['counter', 'mem', 'pipes', 'sysvipc', 'threads', 'timens', 'tree', 'pty', 'i386-tree'] as const).map(
    (name): Row => [`images/criu/${name}.tar.gz`, []],
  ),
  ['images/criu/events.tar.gz', ['file-locks']],
  ['images/criu/tcpest.tar.gz', ['tcp-established']],
  ['images/criu/programs/ctr/dump.tar.zst', ['tcp-established']],
  [
    'images/criu/programs/kitchen/dump.tar.zst',
    ['file-locks', 'interface-there', 'port-free', 'tcp-established', 'terminal-number', 'unix-name-free'],
  ],
  ['images/criu/programs/nginx/dump.tar.zst', ['port-free', 'unix-name-free']],
  ['images/criu/programs/pysql/dump.tar.zst', ['file-locks']],
  ['images/criu/programs/redis/dump.tar.zst', ['port-free', 'unix-name-free']],
  ['images/criu/programs/scriptpty/dump.tar.zst', ['terminal-number']],
  ['images/criu/programs/shelljob/dump.tar.zst', ['terminal-master']],
  ['images/criu/programs/sshd/dump.tar.zst', ['port-free']],
  ['images/criu/programs/tmux/dump.tar.zst', ['terminal-number', 'unix-name-free']],
  ['images/criu/programs/lazy/dump.tar.zst', ['lazy-pages-needed']],
  ['images/criu/zdtm/console.tar.zst', []],
  ['images/criu/zdtm/fifo-ghost.tar.zst', []],
  ['images/criu/zdtm/maps12.tar.zst', []],
  ['images/criu/zdtm/mnt_ext_manual.tar.zst', ['external-mount']],
  ['images/criu/zdtm/netns-nft.tar.zst', ['external-mount']],
  ['images/criu/zdtm/socket-tcp-close2.tar.zst', ['external-mount', 'tcp-close']],
  ['images/criu/zdtm/socket_icmp.tar.zst', []],
  ['images/criu/zdtm/unlink_fstat01plus.tar.zst', ['external-mount']],
  ['cases/world/plain-host-namespaces/image.tar.gz', []],
  ['cases/world/thread-ids-above-pid-max/image.tar.gz', ['pid-max']],
  ['cases/world/console-tty-without-master/image.tar.gz', ['terminal-master']],
  ['cases/world/external-mount/image.tar.gz', ['external-mount']],
  ['cases/world/plugin-needed/image.tar.gz', ['plugin-needed']],
  ['cases/world/tcp-established-option/image.tar.gz', ['tcp-established']],
  ['cases/world/apparmor-profile/image.tar.gz', ['lsm-profile', 'lsm-type']],
  ['cases/world/cgroup-v1-and-v2/image.tar.gz', ['cgroup-hierarchy']],
  ['cases/world/file-locks-option/image.tar.gz', ['file-locks']],
  ['cases/world/serial-tty/image.tar.gz', []],
  ['cases/world/lazy-dump/image.tar.gz', ['lazy-pages-needed']],
  ['cases/world/container-views/image.tar.gz', []],
];

const present = dumps.filter(([archive]) => existsSync(shared + archive));

async function withDirectory(
  path: string,
  use: (image: Awaited<ReturnType<typeof openCriuArchive>>) => void,
) {
  const opened = await openCriuArchive(path);
  try {
    use(opened);
  } finally {
    opened.root.close();
  }
}

describe.skipIf(present.length === 0)('dumps that a real CRIU restored', () => {
  test.each(present)('%s: %s', async (archive, special) => {
    await withDirectory(shared + archive, ({ directory }) => {
      const report = simulateCriuRestore(directory, { operations: false });
      expect([report.verdict, report.failures]).toEqual(['restores', []]);
      expect(specialOf(report)).toEqual(special);
      for (const { at } of report.conditions) expect(at.file).toBeDefined();
      const { findings } = judgeCriuImage(directory);
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    });
  });
});

describe('the words of a condition', () => {
  test('a file with what its record says', async () => {
    await withDirectory(`${samples}counter.tar.gz`, ({ directory }) => {
      const { conditions } = simulateCriuRestore(directory, { operations: false });
      const program = conditions.find(({ facts }) => facts?.['path'] === '/bin/wl');
      // ls -l and readelf -n of the program that ran.
      expect(program).toMatchObject({
        kind: 'file',
        code: 'file-needed',
        wanted: '/bin/wl: 937608 bytes, mode 0755, build-id 3703c8e5a1c2fb0e732550892d1e29d111440176',
        found: null,
        otherwise: 'fails',
        at: { file: 'files.img' },
      });
      // Opened O_WRONLY and O_APPEND: its length does not count.
      expect(conditions.find(({ facts }) => facts?.['path'] === '/tmp/err')?.facts).not.toHaveProperty(
        'size',
      );
      expect(conditions.find(({ code }) => code === 'root-directory')?.facts).toEqual({ option: '--root' });
    });
  });
});

const linked = join(shared, 'hosts', 'images', 'linkremap.tar.zst');

test.skipIf(!existsSync(linked))('a file without its name is held to what its old name says', async () => {
  await withDirectory(linked, ({ directory }) => {
    const { conditions } = simulateCriuRestore(directory, { operations: false });
    const one = conditions.find(({ facts }) => /link_remap/.test(String(facts?.['path'])));
    // The program says "file linked!! size 800"; CRIU 4.2.1 says "has bad size 802 (expect 800)" of two bytes more.
    expect(one).toMatchObject({ code: 'file-needed', facts: { size: '800', mode: '0100644' } });
  });
});

const locked = join(shared, 'hosts', 'images', 'locks.tar.zst');

// criu/include/file-lock.h: FL_OFD 4, FL_LEASE 8. F_OFD_SETLK and F_SETLEASE do not wait: "Can't set lease".
test.skipIf(!existsSync(locked)).each([
  [1, /^POSIX lock /, 'hangs'],
  [4, /^OFDLCK lock /, 'fails'],
  [8, /: for its lease$/, 'fails'],
])('locks of the kind %i', async (flag, wanted, otherwise) => {
  await withDirectory(locked, ({ directory }) => {
    const edits = { 'filelocks.img': change(first, () => ({ flag })) };
    const { conditions } = simulateCriuRestore(editImage(directory, edits), { operations: false });
    const one = conditions.find(({ code }) => code === 'lock-free');
    expect(one).toMatchObject({ wanted: expect.stringMatching(wanted), otherwise });
  });
});

const threaded = `${shared}cases/world/thread-ids-above-pid-max/image.tar.gz`;

// Seen with CRIU 4.2.1 that lacked CAP_KILL, CAP_SETPCAP or CAP_MKNOD: "BUG at criu/pie/restorer.c:820" of a thread.
test.skipIf(!existsSync(threaded)).each([
  [threaded, 'hangs'],
  [fileURLToPath(new URL('../../../../samples/hosts/plain-server/image.tar.gz', import.meta.url)), 'fails'],
  // One task, and a tree, each in a pid namespace of its own.
  [`${shared}images/criu/counter.tar.gz`, 'fails'],
  [`${shared}images/criu/tree.tar.gz`, 'hangs'],
])('a task that cannot have its capabilities: %s %s', async (path, otherwise) => {
  await withDirectory(path, ({ directory }) => {
    const { conditions } = simulateCriuRestore(directory, { operations: false });
    expect(conditions.find(({ code }) => code === 'capabilities')?.otherwise).toBe(otherwise);
  });
});

// Each has something in images that asks for it; the places are their \`condition('code'\`.
test('nothing is in the table of conditions that nobody asks for', () => {
  const folder = fileURLToPath(new URL('../../', import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.ts$/.test(name) && !/(\.test\.ts|^conditions\.ts|^host\/needs\/index\.ts)$/.test(name),
    )
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  // Those of paths are made of their kind: pathCondition('program', …).
  const isAsked = (code: string) =>
    sources.includes(`'${code}'`) || sources.includes(`pathCondition('${code.replace(/-needed$/, '')}'`);
  expect(Object.keys(conditionCodes).filter((code) => !isAsked(code))).toEqual([]);
});

interface RealRestore {
  readonly image: string;
  readonly verdict: string;
  readonly deviation: { readonly class: string; readonly what: string };
  readonly host: { readonly files?: Readonly<Record<string, unknown>> };
}

/** What was other than at the dump → the conditions that say so, one of them at least. */
const asked: Readonly<Record<string, readonly ConditionCode[]>> = {
  'opt-root': ['root-directory'],
  'opt-lazy-pages': ['lazy-pages-needed'],
  'opt-shell-job': ['shell-job'],
  'opt-shell-job-notty': ['terminal-inherited'],
  'opt-tcp-established': ['tcp-established'],
  'opt-tcp-close': ['tcp-established'],
  'opt-file-locks': ['file-locks'],
  'opt-external': ['external-mount', 'file-needed'],
  'opt-external-net': ['external-network'],
  'opt-inherit-fd': ['external-pipe'],
  'port-in-use': ['port-free'],
  'address-missing': ['address-there'],
  'interface-missing': ['interface-there'],
  'mountpoint-missing': ['mount-point-needed'],
  'disk-full': ['space-needed'],
  'ghost-noexec': ['directory-needed'],
  'ext-unix-peer': ['unix-peer'],
  'link-remap-missing': ['file-needed'],
  'cap-missing': ['capabilities'],
  'in-userns': ['capabilities'],
  unprivileged: ['capabilities'],
  'userns-disabled': ['user-namespace'],
  'timens-unsupported': ['kernel-feature'],
  'helper-missing': ['program-needed'],
  'pid-taken': ['pids-free'],
  'session-taken': ['pids-free'],
  'pty-index-taken': ['terminal-number'],
  'pty-limit': ['terminal-number'],
  'max-map-count': ['map-count'],
  overcommit: ['memory-commitment'],
  netns: ['veth-peer', 'veth-peer-name'],
  'interface-down': ['loopback-up'],
};

const results = join(shared, 'hosts', 'results.jsonl');
const restores: readonly RealRestore[] = existsSync(results)
  ? readFileSync(results, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
const hostImages = existsSync(results)
  ? readdirSync(join(shared, 'hosts', 'images'))
      .filter((name) => name.endsWith('.tar.zst'))
      .map((name) => name.replace('.tar.zst', ''))
  : [];

/** Paths that were other than at the dump, of restores that failed of them. */
const wrongPaths = ({ host, verdict }: RealRestore): readonly string[] =>
  verdict === 'fails' ? Object.keys(host.files ?? {}) : [];

describe.skipIf(hostImages.length === 0)('restores that went wrong by host or options', () => {
  test.each(hostImages)('%s', async (image) => {
    const wrong = restores.filter((one) => one.image === image && one.verdict !== 'restores');
    await withDirectory(join(shared, 'hosts', 'images', `${image}.tar.zst`), ({ directory }) => {
      const { conditions } = simulateCriuRestore(directory, { operations: false });
      const codes = new Set(conditions.map(({ code }) => code));
      const paths = new Set(conditions.map(({ facts }) => facts?.['path']));
      const unsaid = wrong.filter((one) => {
        const wanted = asked[one.deviation.class];
        if (wanted !== undefined) return !wanted.some((code) => codes.has(code));
        const differing = wrongPaths(one).filter((path) => path.startsWith('/'));
        return /^(file|dir|device|program|library|tmpfs)-/.test(one.deviation.class) && differing.length > 0
          ? !differing.some((path) => paths.has(path))
          : false;
      });
      expect(unsaid.map(({ deviation }) => `${deviation.class}: ${deviation.what}`)).toEqual([]);
    });
  });
});
