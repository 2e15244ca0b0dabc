/** The variants of the linux-cr family: one for each layout, named by the day of the headers that have it. */
import { layout as layouts } from '../generated/linux-cr-records.ts';

export type LinuxCrVariantId =
  | 'linux-cr-2008-11-13'
  | 'linux-cr-2009-10-03'
  | 'linux-cr-2009-11-04'
  | 'linux-cr-2009-11-11'
  | 'linux-cr-2009-12-01'
  | 'linux-cr-2009-12-06'
  | 'linux-cr-2010-02-05'
  | 'linux-cr-2010-02-22'
  | 'linux-cr-2010-03-23'
  | 'linux-cr-2010-03-30'
  | 'linux-cr-2010-04-25'
  | 'linux-cr-2011-01-05'
  | 'linux-cr-2011-01-10'
  | 'linux-cr-2011-01-25'
  | 'linux-cr-2011-04-16'
  | 'linux-cr-2012-03-17';

export interface LinuxCrVariant {
  readonly title: string;
  readonly layout: number;
  /** Header field `rev`; undefined where it is not known. */
  readonly rev: number | undefined;
  /** Name of the series that `--to` may use. */
  readonly series?: string;
  /** Kernel that the series was made for, as far as mails and tool dates say. */
  readonly kernel: readonly [major: number, minor: number, patch: number];
  /** Layouts come from the headers of the user tools; no image of real processes is known to exist. */
  readonly evidence: 'tool headers' | 'patch mails';
}

/** In the order of the conversion chain. */
export const linuxCrVariants = {
  'linux-cr-2008-11-13': variant(layouts.v9, undefined, [2, 6, 28], 'v9'),
  'linux-cr-2009-10-03': variant(layouts.r3_2009_10, 3, [2, 6, 31], 'v18'),
  'linux-cr-2009-11-04': variant(layouts.r3_2009_11, 3, [2, 6, 32]),
  'linux-cr-2009-11-11': variant(layouts.r4_2009_11, 4, [2, 6, 32]),
  'linux-cr-2009-12-01': variant(layouts.r4_2009_12, 4, [2, 6, 32]),
  'linux-cr-2009-12-06': variant(layouts.r4_x86_64, 4, [2, 6, 32]),
  'linux-cr-2010-02-05': variant(layouts.r5_rc3, 5, [2, 6, 33]),
  'linux-cr-2010-02-22': variant(layouts.r5_v19, 5, [2, 6, 33], 'v19'),
  'linux-cr-2010-03-23': variant(layouts.r6_nested, 6, [2, 6, 33]),
  'linux-cr-2010-03-30': variant(layouts.r6_netns, 6, [2, 6, 33], 'v20'),
  'linux-cr-2010-04-25': variant(layouts.r6_v21, 6, [2, 6, 34], 'v21'),
  'linux-cr-2011-01-05': variant(layouts.r6_v23_rc1, 6, [2, 6, 37]),
  'linux-cr-2011-01-10': variant(layouts.r6_tty, 6, [2, 6, 37]),
  'linux-cr-2011-01-25': variant(layouts.r6_pids, 6, [2, 6, 37]),
  'linux-cr-2011-04-16': variant(layouts.r6_v23_rc2, 6, [2, 6, 37], 'v23'),
  'linux-cr-2012-03-17': variant(layouts.r6_linux_3_0, 6, [3, 0, 0]),
} as const satisfies Record<LinuxCrVariantId, LinuxCrVariant>;

function variant(
  layout: number,
  rev: number | undefined,
  kernel: LinuxCrVariant['kernel'],
  series?: string,
): LinuxCrVariant {
  const title = `linux-cr ${series ?? 'headers'} of ${dayOf(layout)}${rev === undefined ? '' : `, revision ${rev}`}`;
  const evidence = rev === undefined ? 'patch mails' : 'tool headers';
  return { title, layout, rev, kernel, evidence, ...(series !== undefined && { series }) };
}

function dayOf(layout: number): string {
  const digits = String(layout);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

export const linuxCrVariantIds = Object.keys(linuxCrVariants) as LinuxCrVariantId[];
export const linuxCrVariant = (id: LinuxCrVariantId): LinuxCrVariant => linuxCrVariants[id];
export const newestLinuxCrVariant: LinuxCrVariantId = 'linux-cr-2012-03-17';

export function variantOfLayout(layout: number): LinuxCrVariantId {
  const found = linuxCrVariantIds.find((id) => linuxCrVariants[id].layout === layout);
  if (found === undefined) throw new Error(`no variant of layout ${layout}`);
  return found;
}

/**
 * `linux-cr`, `linux-cr-2010-02-22`, `linux-cr-v19`, `linux-cr-rev5`; undefined for anything else. Of a revision
 * with several layouts the newest is meant.
 */
export function parseLinuxCrVariant(name: string): LinuxCrVariantId | undefined {
  const text = name.toLowerCase();
  if (text === 'linux-cr') return newestLinuxCrVariant;
  if (Object.hasOwn(linuxCrVariants, text)) return text as LinuxCrVariantId;
  const short = /^linux-cr-(?:(v\d+)|rev(\d))$/.exec(text);
  if (short === null) return undefined;
  return linuxCrVariantIds.findLast((id) => {
    const { series, rev } = linuxCrVariant(id);
    return short[1] === undefined ? rev === Number(short[2]) : series === short[1];
  });
}
