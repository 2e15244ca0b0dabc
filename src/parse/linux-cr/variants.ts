/**
 * The variants of the linux-cr family: one for each layout, named by the day of the headers that have it; so is its number
 * in the specs. Light: every command asks whether a word is one of these.
 */

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
  'linux-cr-2008-11-13': variant(20081113, undefined, [2, 6, 28], 'v9'),
  'linux-cr-2009-10-03': variant(20091003, 3, [2, 6, 31], 'v18'),
  'linux-cr-2009-11-04': variant(20091104, 3, [2, 6, 32]),
  'linux-cr-2009-11-11': variant(20091111, 4, [2, 6, 32]),
  'linux-cr-2009-12-01': variant(20091201, 4, [2, 6, 32]),
  'linux-cr-2009-12-06': variant(20091206, 4, [2, 6, 32]),
  'linux-cr-2010-02-05': variant(20100205, 5, [2, 6, 33]),
  'linux-cr-2010-02-22': variant(20100222, 5, [2, 6, 33], 'v19'),
  'linux-cr-2010-03-23': variant(20100323, 6, [2, 6, 33]),
  'linux-cr-2010-03-30': variant(20100330, 6, [2, 6, 33], 'v20'),
  'linux-cr-2010-04-25': variant(20100425, 6, [2, 6, 34], 'v21'),
  'linux-cr-2011-01-05': variant(20110105, 6, [2, 6, 37]),
  'linux-cr-2011-01-10': variant(20110110, 6, [2, 6, 37]),
  'linux-cr-2011-01-25': variant(20110125, 6, [2, 6, 37]),
  'linux-cr-2011-04-16': variant(20110416, 6, [2, 6, 37], 'v23'),
  'linux-cr-2012-03-17': variant(20120317, 6, [3, 0, 0]),
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
