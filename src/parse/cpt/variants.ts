/** The variants of the CPT family: one for each image version, and for each layout inside version 0x803. */
import type { CptKind } from '../generated/cpt-records.ts';

export type CptVariantId =
  | 'cpt-2.6.8'
  | 'cpt-2.6.9.0'
  | 'cpt-2.6.9.1'
  | 'cpt-2.6.9.2'
  | 'cpt-2.6.16'
  | 'cpt-2.6.18.0'
  | 'cpt-2.6.18.1'
  | 'cpt-2.6.18.2'
  | 'cpt-2.6.18.3'
  | 'cpt-2.6.18.4'
  | 'cpt-2.6.20'
  | 'cpt-2.6.24'
  | 'cpt-2.6.26'
  | 'cpt-2.6.27.0'
  | 'cpt-2.6.27.3'
  | 'cpt-2.6.32.0'
  | 'cpt-2.6.32.1/042stab061.9'
  | 'cpt-2.6.32.2'
  | 'cpt-2.6.32.3/042stab076.8'
  | 'cpt-2.6.32.3/042stab088.4'
  | 'cpt-2.6.32.3/042stab090.5'
  | 'cpt-2.6.32.3/042stab092.1'
  | 'cpt-2.6.32.3/042stab108.1'
  | 'cpt-2.6.32.3/042stab109.3'
  | 'cpt-2.6.32.3/042stab113.5';

/**
 * How well a variant is known. `real images`: written by a real kernel, and conversions restored by one.
 * `restored`: no real image, but conversions to it were restored by a real kernel. `kernel source`: layouts
 * from a kernel's own source. `inferred`: only from compatibility code of later kernels.
 */
export const evidences = ['real images', 'restored', 'kernel source', 'inferred'] as const;
export type Evidence = (typeof evidences)[number];

export interface CptVariant {
  readonly title: string;
  /** `cpt_image_version` of the header. */
  readonly version: number;
  /** The kernel line that `--to` may name alone. */
  readonly line: string;
  readonly evidence: Evidence;
  /** Which kernels restore an image of this variant. */
  readonly restoredBy: string;
  readonly sign: Sign;
}

/** Records that only this layout or a later one of the same version has, as kind → least hdrlen. */
export type HeaderSign = { readonly [K in CptKind]?: number };

/**
 * What an image of the variant is told by: its version word alone, header lengths beside it, or nothing, since
 * its records are as long as those of the variant before it.
 */
export type Sign = 'version word' | 'as the variant before' | HeaderSign;

const openvz18 = '2.6.18 (028stab056)';
const openvz32 = '2.6.32 (042stab)';
const from76 = '2.6.32 (042stab076 and later)';

/** In the order of the conversion chain. */
export const cptVariants = {
  'cpt-2.6.8': variant('2.6.8', 0x000, 'restored', openvz18),
  'cpt-2.6.9.0': variant('2.6.9', 0x100, 'restored', openvz18),
  'cpt-2.6.9.1': variant('2.6.9', 0x101, 'restored', openvz18),
  'cpt-2.6.9.2': variant('2.6.9', 0x102, 'restored', openvz18),
  'cpt-2.6.16': variant('2.6.16', 0x200, 'restored', openvz18),
  'cpt-2.6.18.0': variant('2.6.18', 0x300, 'restored', openvz18),
  'cpt-2.6.18.1': variant('2.6.18', 0x301, 'restored', openvz18),
  'cpt-2.6.18.2': variant('2.6.18', 0x302, 'real images', openvz18),
  'cpt-2.6.18.3': variant('2.6.18', 0x303, 'restored', openvz32),
  'cpt-2.6.18.4': variant('2.6.18', 0x304, 'restored', openvz32),
  'cpt-2.6.20': variant('2.6.20', 0x400, 'inferred', '2.6.26 OpenVZ (unproven)'),
  'cpt-2.6.24': variant('2.6.24', 0x500, 'inferred', '2.6.26 OpenVZ (unproven)'),
  'cpt-2.6.26': variant('2.6.26', 0x600, 'kernel source', '2.6.26 OpenVZ (unproven)'),
  'cpt-2.6.27.0': variant('2.6.27', 0x700, 'inferred', '2.6.32 on vanilla (unproven)'),
  'cpt-2.6.27.3': variant('2.6.27', 0x703, 'inferred', 'none known'),
  'cpt-2.6.32.0': variant('2.6.32', 0x800, 'kernel source', '2.6.32 on vanilla (unproven)'),
  'cpt-2.6.32.1/042stab061.9': variant('2.6.32', 0x801, 'kernel source', openvz32, {
    file: 96,
    inode: 120,
    mm: 136,
    vfsmount: 56,
    flock: 56,
    socket: 920,
  }),
  'cpt-2.6.32.2': variant('2.6.32', 0x802, 'inferred', from76),
  'cpt-2.6.32.3/042stab076.8': variant('2.6.32', 0x803, 'kernel source', from76, {
    task: 984,
    net_device: 48,
  }),
  'cpt-2.6.32.3/042stab088.4': variant('2.6.32', 0x803, 'kernel source', from76, {
    skb: 128,
    posix_timer: 88,
    net_ipip_tunnel: 72,
  }),
  // Its one new thing is a second name in the section of packet filters, which hosts without ip6tables do not write.
  'cpt-2.6.32.3/042stab090.5': variant('2.6.32', 0x803, 'kernel source', from76, 'as the variant before'),
  'cpt-2.6.32.3/042stab092.1': variant('2.6.32', 0x803, 'kernel source', from76, { sock_packet: 16 }),
  'cpt-2.6.32.3/042stab108.1': variant('2.6.32', 0x803, 'kernel source', from76, {
    veinfo: 152,
    task: 992,
    signal_struct: 456,
    siginfo: 184,
    socket: 928,
    net_idev_cnf: 16,
  }),
  'cpt-2.6.32.3/042stab109.3': variant('2.6.32', 0x803, 'kernel source', from76, { flock: 64 }),
  'cpt-2.6.32.3/042stab113.5': variant('2.6.32', 0x803, 'real images', from76, { socket: 1048 }),
} as const satisfies Record<CptVariantId, CptVariant>;

function variant(
  line: string,
  version: number,
  evidence: Evidence,
  restoredBy: string,
  sign: Sign = 'version word',
): CptVariant {
  const title = `OpenVZ ${line}, image version 0x${version.toString(16).padStart(3, '0')}`;
  return { title, version, line, evidence, restoredBy, sign };
}

export const cptVariantIds = Object.keys(cptVariants) as CptVariantId[];

export const cptVariant = (id: CptVariantId): CptVariant => cptVariants[id];

/**
 * The version that a bare kernel line means as a target, where that is not its newest: most 2.6.18 kernels, those since
 * 028stab056, restore 0x302 and none later; of the other two lines only the first form is known to be restored.
 */
const versionOfLine: Readonly<Record<string, number>> = { '2.6.9': 0x100, '2.6.18': 0x302, '2.6.27': 0x700 };

/**
 * `cpt-2.6.18.2`, `2.6.18.2`, `cpt-2.6.18`, `2.6.18`, `0x302`, `cpt-2.6.32/042stab113.5`, `2.6.32.3`; undefined
 * for anything else. Where one version has several layouts, the newest is meant unless a build is named: kernels
 * skip what a longer header holds beyond what they know.
 */
export function parseCptVariant(name: string): CptVariantId | undefined {
  const text = name.toLowerCase().replace(/^cpt-/, '');
  if (/^0x[0-9a-f]{1,4}$/.test(text)) return newestWith((id) => cptVariants[id].version === Number(text));
  const [version, build] = text.split('/', 2);
  if (version === undefined) return undefined;
  if (build !== undefined) {
    return newestWith((id) => {
      const [ownVersion, ownBuild] = id.slice('cpt-'.length).split('/', 2);
      return ownBuild === build && (ownVersion === version || cptVariants[id].line === version);
    });
  }
  const ofLine = Object.hasOwn(versionOfLine, version) ? versionOfLine[version] : undefined;
  if (ofLine !== undefined) return newestWith((id) => cptVariants[id].version === ofLine);
  return newestWith(
    (id) => cptVariants[id].line === version || id.slice('cpt-'.length).split('/', 1)[0] === version,
  );
}

const newestWith = (test: (id: CptVariantId) => boolean) => cptVariantIds.findLast(test);

/** The newest variant that kernels were seen to restore: the target when none is named. */
export const newestCptVariant = newestWith((id) =>
  ['real images', 'restored'].includes(cptVariants[id].evidence),
) as CptVariantId;
