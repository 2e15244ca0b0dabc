/** What memory asks of the kernel, its settings and the processor. */
import { type Condition, condition } from '../../../conditions.ts';
import type { AreaFeature } from '../asked.ts';
import type { Scene } from './scene.ts';
import { usual } from './start.ts';

export function* areaConditions({ restore: { asked, image, machine } }: Scene): Generator<Condition> {
  for (const [feature, at] of asked.features) {
    const row = features[feature];
    if (row === undefined) continue;
    yield condition('kernel-feature', row.wanted, row.remedy, at, { feature, since: row.since });
  }
  for (const [type, at] of asked.unknownTypes) {
    const remedy = 'restore on a kernel at least as new as the one that was dumped';
    yield condition(
      'unknown-mapping',
      `a kernel that knows the type of mapping 0x${type.toString(16)}`,
      remedy,
      at,
      { type },
    );
  }
  for (const [bits, at] of asked.unknownStatus) {
    const remedy = 'restore with a CRIU at least as new as the one that dumped';
    yield condition(
      'unknown-area-status',
      `a CRIU that knows the status 0x${bits.toString(16)} of areas`,
      remedy,
      at,
      { status: bits },
    );
  }
  const { mostAreas, largestArea } = asked;
  if (mostAreas !== undefined) {
    const value = mostAreas.count + spareAreas;
    const wanted = `vm.max_map_count ≥ ${value}`;
    const remedy = `sysctl vm.max_map_count=${value}`;
    const facts = { sysctl: 'vm.max_map_count', value };
    const one = condition('map-count', wanted, remedy, mostAreas.at, facts);
    yield value > usualAreasMax ? one : usual(one);
  }
  for (const [page, { bytes, at }] of asked.hugeBytes) {
    const value = Number((bytes + page - 1n) / page);
    const wanted = `${value} free huge pages of ${page >> 10n} KiB (vm.nr_hugepages)`;
    const remedy = `echo N > /sys/kernel/mm/hugepages/hugepages-${page >> 10n}kB/nr_hugepages`;
    yield condition('huge-pages', wanted, remedy, at, {
      sysctl: 'vm.nr_hugepages',
      value,
      pageBytes: page.toString(),
    });
  }
  if (largestArea !== undefined && largestArea.bytes >= largeArea) {
    const bytes = largestArea.bytes.toString();
    const wanted = `memory and swap of ${largestArea.bytes >> 20n} MiB, or vm.overcommit_memory 1`;
    yield condition('memory-commitment', wanted, 'sysctl vm.overcommit_memory=1', largestArea.at, {
      sysctl: 'vm.overcommit_memory',
      value: 1,
      bytes,
    });
  }
  yield* processorConditions(asked);
  if (asked.noVdsoAt !== undefined && machine.name === 'x86_64') {
    const remedy = 'boot with vsyscall=xonly or vsyscall=emulate (CONFIG_X86_VSYSCALL_EMULATION)';
    const wanted = 'the vsyscall page at 0xffffffffff600000, if its programs call it';
    yield condition('vsyscall-page', wanted, remedy, asked.noVdsoAt, { feature: 'vsyscall' });
  }
  if (asked.filterAt !== undefined) {
    const remedy = 'restore on a kernel with CONFIG_SECCOMP_FILTER';
    yield condition('kernel-feature', 'filters of seccomp', remedy, asked.filterAt, {
      feature: 'seccomp-filter',
    });
  }
  for (const file of image.sizes.keys()) {
    if (!/^timens-\d+\.img$/.test(file)) continue;
    const remedy = 'restore on Linux 5.6 or newer with CONFIG_TIME_NS';
    yield condition(
      'kernel-feature',
      'time namespaces',
      remedy,
      { file },
      { feature: 'time-namespaces', since: 5006 },
    );
    break;
  }
}

interface FeatureRow {
  readonly wanted: string;
  readonly remedy: string;
  /** Major times 1000 plus minor. */
  readonly since: number;
}

/** What a kernel needs for areas of that kind; plugins are elsewhere. */
const features: { readonly [Feature in AreaFeature]?: FeatureRow } = {
  droppable: {
    wanted: 'droppable mappings (MAP_DROPPABLE)',
    remedy: 'restore on Linux 6.11 or newer: getrandom of current C libraries uses them',
    since: 6011,
  },
  'shadow-stack': {
    wanted: 'user shadow stacks',
    remedy: 'restore on Linux 6.6 or newer with CONFIG_X86_USER_SHADOW_STACK and a processor that has them',
    since: 6006,
  },
};

/** vm.max_map_count of ordinary kernels, and what CRIU maps besides. */
const usualAreasMax = 65_530;
const spareAreas = 16;
/** Smaller ones fit everywhere. */
const largeArea = 1n << 30n;

/** arch/x86/include/asm/fpu/types.h, by bit. */
const stateNames: readonly string[] = [
  ...['x87', 'SSE', 'AVX', 'MPX bounds', 'MPX', 'AVX-512 opmask', 'AVX-512 ZMM', 'AVX-512 high ZMM'],
  ...['PT', 'PKRU', 'PASID', 'CET', 'CET supervisor', 'HDC', 'UINTR', 'LBR', 'HWP', 'AMX tile configuration'],
  ...['AMX tiles', 'APX'],
];
/** Every processor of that machine has x87 and SSE. */
const always = 3n;

function* processorConditions(asked: Scene['restore']['asked']): Generator<Condition> {
  const { states, statesAt } = asked;
  const names = stateNames.filter((_, bit) => ((states & ~always) >> BigInt(bit)) & 1n);
  if (statesAt === undefined || names.length === 0) return;
  const remedy =
    'restore on a processor that has them; criu cpuinfo check compares, where cpuinfo.img is there';
  yield condition('cpu-features', names.join(', '), remedy, statesAt, { states: `0x${states.toString(16)}` });
}
