/** Memory, the processor, and what the kernel knows. */
import { compareVersions } from '../../../compare-versions.ts';
import { leftOf } from './groups.ts';
import { type Judge, type Judgement, judged, numberFact, textFact } from './judge.ts';

/** A setting that must be at least `value`. */
export const sysctlJudge: Judge = (condition, { host }): Judgement => {
  const name = textFact(condition, 'sysctl');
  const known = { ...host?.sysctls, ...pidMaxOf(host?.limits?.pid_max) };
  if (!Object.hasOwn(known, name)) return 'open';
  const found = known[name as keyof typeof known] ?? '';
  return judged(Number(found) >= numberFact(condition, 'value'), `${name} ${found}`);
};

const pidMaxOf = (max: number | undefined): Readonly<Record<string, string>> =>
  max === undefined ? {} : { 'kernel.pid_max': String(max) };

/** mm/util.c, __vm_enough_memory: 0 refuses what is more than all memory, 2 what is beyond the limit. */
export const commitmentJudge: Judge = (condition, { host }): Judgement => {
  const mode = host?.sysctls?.['vm.overcommit_memory'];
  if (mode === undefined) return 'open';
  if (mode === '1') return 'met';
  const { totalBytes, swapBytes } = host?.memory ?? {};
  if (totalBytes === undefined || swapBytes === undefined) return 'open';
  const percent = BigInt(mode === '2' ? (host?.sysctls?.['vm.overcommit_ratio'] ?? '50') : '100');
  const most = (BigInt(totalBytes) * percent) / 100n + BigInt(swapBytes);
  return judged(
    BigInt(textFact(condition, 'bytes')) <= most,
    `vm.overcommit_memory ${mode}, ${most >> 20n} MiB`,
  );
};

/**
 * Of the control group, and of the host. Facts: `bytes` where nothing is shared, `least` where all is that may be:
 * between them it depends on what the pages hold.
 */
export const memoryJudge: Judge = (condition, { host }): Judgement => {
  const [least, most] = [BigInt(textFact(condition, 'least')), BigInt(textFact(condition, 'bytes'))];
  const { lefts, isSure } = leftOf(condition, host);
  const { availableBytes, swapBytes = '0' } = host?.memory ?? {};
  const limits = [
    ...lefts.flatMap(({ memoryBytesLeft: left }) =>
      left === undefined
        ? []
        : [[BigInt(left), `${left} bytes left of the limit of the control group`] as const],
    ),
    ...(availableBytes === undefined ? [] : [availableOf(BigInt(availableBytes) + BigInt(swapBytes))]),
  ];
  const own = host?.cgroups?.memoryBytesLeft;
  if (own !== undefined && BigInt(own) <= BigInt(textFact(condition, 'own')))
    return { found: `${own} bytes left of the limit of the control group of the restorer` };
  const short = isSure ? limits.find(([bytes]) => bytes < least) : undefined;
  if (short !== undefined) return { found: short[1] };
  const doubtful = limits.find(([bytes]) => bytes < most);
  if (doubtful !== undefined) return { maybe: doubtful[1] };
  return limits.length === 0 ? 'open' : 'met';
};

const availableOf = (bytes: bigint) => [bytes, `${bytes} bytes available`] as const;

export const hugePagesJudge: Judge = (condition, { host }): Judgement => {
  const pages = host?.memory?.hugePages;
  if (pages === undefined) return 'open';
  const bytes = textFact(condition, 'pageBytes');
  const { free = 0, spare = 0 } = pages.find(({ pageBytes }) => pageBytes === bytes) ?? {};
  const missing = numberFact(condition, 'value') - free;
  if (missing <= 0) return 'met';
  if (missing > spare)
    return { found: spare === 0 ? `${free} free` : `${free} free, and ${spare} may be made` };
  // They are made of memory that lies together, which there may be too little of.
  const isPlenty = BigInt(host?.memory?.availableBytes ?? 0) >= 4n * BigInt(missing) * BigInt(bytes);
  return isPlenty ? 'met' : { maybe: `${free} free, and ${spare} may be made` };
};

/** What no configuration of a 64-bit kernel leaves out (mm.h, VM_DROPPABLE): the release tells all. */
const ofRelease: ReadonlySet<string> = new Set(['droppable']);

/** Fact `feature`; the first release that has it is `since`, as major times 1000 plus minor. */
export const featureJudge: Judge = (condition, { host }): Judgement => {
  const { features = {}, kernel } = host ?? {};
  const feature = textFact(condition, 'feature');
  if (Object.hasOwn(features, feature)) return judged(features[feature], 'the kernel has it not');
  const since = numberFact(condition, 'since');
  const release = releaseNumber(kernel?.release);
  if (release === undefined || since === 0) return 'open';
  if (release < since) return { found: `Linux ${kernel?.release}` };
  return ofRelease.has(feature) ? 'met' : 'open';
};

/** Bits of the xsave area (arch/x86/include/asm/fpu/types.h) by words of /proc/cpuinfo. */
const stateFlags: readonly (readonly [bit: bigint, flag: string])[] = [
  [2n, 'avx'],
  [5n, 'avx512f'],
  [6n, 'avx512f'],
  [7n, 'avx512f'],
  [9n, 'ospke'],
  [11n, 'user_shstk'],
  [17n, 'amx_tile'],
  [18n, 'amx_tile'],
  [19n, 'apx'],
];

export const cpuJudge: Judge = (condition, { host }): Judgement => {
  const flags = host?.cpu?.features;
  const states = textFact(condition, 'states');
  if (flags === undefined || states === '') return 'open';
  const set = BigInt(states);
  const wanted = [
    ...stateFlags.filter(([bit]) => ((set >> bit) & 1n) === 1n).map(([, flag]) => flag),
    ...textFact(condition, 'features').split(' ').filter(Boolean),
  ];
  const missing = [...new Set(wanted)].filter((flag) => !flags.includes(flag));
  return judged(missing.length === 0, `no ${missing.join(', ')}`);
};

/** `4.2.1` and the like; a release that is older than what the image asks for does not read it. */
export const releaseJudge: Judge = (condition, { host }): Judgement => {
  const version = host?.criu?.version;
  if (version === undefined || version === '') return 'open';
  return judged(compareVersions(version, textFact(condition, 'release')) >= 0, `CRIU ${version}`);
};

/** Fact `release`: the only one that will not do. */
export const faultJudge: Judge = (condition, { host }): Judgement => {
  const version = host?.criu?.version;
  return judged(
    version === undefined ? undefined : version !== textFact(condition, 'release'),
    `CRIU ${version}`,
  );
};

/** The last of the settings that CRIU writes came with Linux 5.10; IPv6 may be missing altogether. */
export const networkSettingsJudge: Judge = (condition, { host, options }): Judgement => {
  if (options?.has(textFact(condition, 'option')) === true) return 'met';
  const ipv6 = host?.features?.['ipv6'];
  const isOfIpv6 = numberFact(condition, 'isOfIpv6') === 1;
  if (isOfIpv6 && ipv6 === false) return { found: 'a kernel without IPv6' };
  const release = releaseNumber(host?.kernel?.release);
  const isNew = release !== undefined && release >= numberFact(condition, 'since');
  return isNew && (!isOfIpv6 || ipv6 === true) ? 'met' : 'open';
};

/** Major times 1000 plus minor. */
function releaseNumber(text: string | undefined): number | undefined {
  const match = /^(\d+)\.(\d+)/.exec(text ?? '');
  return match === null ? undefined : Number(match[1]) * 1000 + Number(match[2]);
}
