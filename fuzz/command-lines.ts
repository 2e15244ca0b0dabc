/**
 * Command lines that an input is given to, by what it is. `IN` is the input, `OUT` a free name, `SMALL` and `TREE` are
 * sound images of OpenVZ and of CRIU beside it, `HOST` is a sound host, and below `ROOT` a program is the input, too.
 */
import { cptVariantIds } from '../src/parse/cpt/variants.ts';
import { linuxCrVariantIds } from '../src/parse/linux-cr/variants.ts';

export type CommandName = 'convert' | 'crit' | 'inspect' | 'restore-sim' | 'validate';
/** The command and its words, as one would type them; `--grep=a b` is not needed by any. */
export type Line = `${CommandName} ${string}`;

const lines = (text: string): readonly Line[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '') as Line[];

const looks = lines(`
  inspect IN summary
  inspect IN ps --env --json
  inspect IN ps --pid 1
  inspect IN fds
  inspect IN fds --json
  inspect IN maps
  inspect IN maps --json
  inspect IN ipc --json
  inspect IN ids
  inspect IN ids --on HOST --json
  inspect IN sockets
  inspect IN signals
  inspect IN times
  inspect IN namespaces --json
  inspect IN mounts
  inspect IN cgroups
  inspect IN stats
  inspect IN rights
  inspect IN rights --json
  inspect IN records
  inspect IN records --json
  inspect IN record task:1
  inspect IN record 0x80 --json
  inspect IN bytes 0 256
  inspect IN memory --pid 1 [heap] 64
  inspect IN memory --pid 1 [stack] 0x100 --json
  inspect IN memory --pid 1 [heap] -o OUT
  inspect IN search root
  inspect IN search --regex [a-z]{3}=[^=]* -i --json
  inspect IN search --hex 7f454c46
  inspect IN strings --min 8
  inspect IN strings --utf16 --json
  inspect IN extract --list
  inspect IN extract --list --json
  inspect IN extract ANY -o OUT
  inspect IN report -o OUT
  inspect list IN --check -o OUT.ndjson
  inspect list IN --format csv --table files -o OUT.csv
  inspect list IN --table processes
  inspect list IN --check -o OUT/
  validate IN --strict
  validate IN --json
  validate IN --format sarif --trust strict
  validate IN --format junit
  validate IN --format github --fail-on warning
  validate IN --layer trust
  validate IN --write-manifest OUT
  validate IN --write-baseline OUT
  restore-sim IN
  restore-sim IN --json --trace
  restore-sim IN --plan
  restore-sim IN --plan --json
  restore-sim IN --plan --format sh
  restore-sim IN --on HOST --json
  restore-sim IN --on HOST --into host
  convert IN OUT
  convert IN OUT --to json
  convert IN OUT --to json --inline-payload
  convert IN OUT/ --to core
  convert IN OUT --to criu
  convert IN OUT --plan --json
`);

const ofSmall = lines(`
  inspect SMALL IN
  inspect IN SMALL --json
  inspect IN SMALL --bytes
  inspect IN SMALL --stat
`);

const ofTree = lines(`
  inspect TREE IN
  inspect IN TREE --json
  inspect IN TREE --bytes
  inspect TREE IN TREE --stat --json
  restore-sim IN --with --tcp-established --engine podman --json
  restore-sim IN --engine runc
  restore-sim IN --kernel linux-6.18/aarch64
  convert IN OUT --to criu-1.5
  convert IN OUT --to criu-2.12 --flatten
  convert IN OUT --to criu-3.19 --allow drop-newer --allow missing-pages --allow drop-files
  convert IN OUT --to criu-4.2 --decompress
  convert IN OUT --compress
  convert IN OUT --compress=page
  convert IN OUT --delta TREE
  crit x IN ps
  crit x IN fds
  crit x IN mems
  crit x IN rss
  crit x IN sk --json
  crit decode IN -o OUT
  crit decode IN -o OUT --lossless
  crit info IN inventory.img
  crit show IN pstree.img -o OUT
  crit decode IN core-1.img --pretty -o OUT
  crit set IN core-1.img tc.comm=sh -o OUT
`);

const openvzKernels = ['openvz-2.6.18', 'openvz-2.6.18/hz250', 'openvz-2.6.32', 'linux-6.18'];

/** By the family of the input. */
export const linesOf = {
  cpt: [
    ...looks,
    ...ofSmall,
    ...openvzKernels.map((kernel): Line => `restore-sim IN --kernel ${kernel}`),
    ...cptVariantIds.map((id): Line => `convert IN OUT --to ${id} --allow detach-traced --allow drop-files`),
    ...linuxCrVariantIds.map((id): Line => `convert IN OUT --to ${id}`),
    ...lines(`
      convert IN OUT --hz 250
      convert IN OUT --start-time jiffies
      convert IN OUT --hz 100 --start-time jiffies
      convert IN OUT/ --to core --root ROOT
      convert IN OUT --to criu-3.12 --no-injected-code
      convert IN OUT --to 2.6.32 --start-time timespec --end-futex-waits
    `),
  ],
  criu: [...looks, ...ofTree, 'restore-sim explain LOG IN', 'crit compress IN'] as readonly Line[],
  container: [...looks, ...ofTree],
  archive: [...looks, ...ofTree],
  'linux-cr': [
    ...looks,
    ...ofSmall,
    ...linuxCrVariantIds.map((id): Line => `convert IN OUT --to ${id}`),
  ] as readonly Line[],
  json: [...looks, ...ofSmall],
  crit: lines(`
    crit encode -i IN -o OUT
    crit encode -i IN -o OUT --name core-1.img
    crit encode -i IN -o OUT --image SMALL
    inspect IN records
  `),
  host: lines(`
    restore-sim TREE --on IN
    restore-sim TREE --on IN --json --into host
    restore-sim SMALL --on IN --json
    inspect TREE ids --on IN
    validate SMALL --on IN
  `),
  trace: lines('restore-sim replay IN\nrestore-sim replay IN --json'),
  log: lines(`
    restore-sim explain IN
    restore-sim explain IN --json
    restore-sim explain IN TREE
    restore-sim explain IN TREE --json
  `),
  settings: lines(`
    validate SMALL --config IN
    validate SMALL --config IN --json --layer policy
    validate TREE --config IN --format sarif
  `),
  baseline: lines('validate SMALL --baseline IN'),
  manifest: lines('validate SMALL --manifest IN\nvalidate TREE --manifest IN --json'),
  spec: lines('validate ARCHIVE --spec IN --layer trust\ninspect ARCHIVE rights --spec IN'),
  program: lines(`
    convert TREE OUT/ --to core --root ROOT
    convert SMALL OUT/ --to core --root ROOT
    restore-sim TREE --root ROOT --json
    restore-sim SMALL --root ROOT
  `),
  since: lines('inspect list SMALL --since IN -o OUT.ndjson'),
} as const satisfies Readonly<Record<string, readonly Line[]>>;

export type LineSet = keyof typeof linesOf;
