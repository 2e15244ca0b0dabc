/** Settings of the kernel that the image brings: sysctls of its namespaces, programs of binfmt_misc, plugins. */

import { entriesOf, firstOf, textOf } from '../../../../model/from-criu/image.ts';
import { plural } from '../../../../plural.ts';
import { inImage, type TrustReport } from '../../../trust/rule.ts';
import type { ContainerSubject } from '../../../trust/subject.ts';
import type { CriuFacts } from '../facts.ts';
import { idsOfType } from '../files.ts';
import { criuTrustRule } from '../rule.ts';

export const kernelSettingsRule = criuTrustRule(
  {
    'trust-sysctl': {
      severity: 'note',
      meaning:
        'A setting of the kernel is restored in a namespace of the container that the spec does not set.',
      why: 'It holds for the namespace only; with a namespace that others share it holds for them.',
      bad: 'ping_group_range for all groups, with no sysctl in the spec',
      good: 'the settings of the spec',
      mend: 'Compare them with linux.sysctl or the securityContext of the pod.',
      reference: 'criu/net.c, ipv4_sysctls_op; criu/ipc_ns.c',
    },
    'trust-binfmt': {
      severity: 'warning',
      meaning: 'The image registers a program that the kernel starts for files of some format (binfmt_misc).',
      why: 'Before Linux 6.7 entries hold for the whole host: programs of the host start the interpreter, with flag C with the rights of the file.',
      bad: 'an entry for ELF files with the flags C and F in the archive of a container',
      good: 'no binfmt-misc.img, unless the container has a user namespace and a binfmt_misc of its own',
      mend: 'Do not restore it, or remove binfmt-misc.img.',
      reference: 'criu/filesystems.c, write_binfmt_misc_entry',
    },
    'trust-plugin': {
      severity: 'note',
      meaning: 'The image asks for plugins of CRIU: code that is installed beside it runs with its files.',
      why: 'Bounds of their images are checked by the plugin and the driver, not by CRIU.',
      bad: 'amdgpu images in a container without a GPU',
      good: 'plugins for the devices that the spec lists',
      mend: 'Restore it only where the container may use the device.',
      reference: 'CVE-2026-68258; criu/plugin.c',
    },
  },
  (images, subject, report) => {
    judgeSysctls(subject, images, report);
    judgeBinfmt(images, report);
    judgePlugins(subject, images, report);
  },
);

type Report = TrustReport<keyof typeof kernelSettingsRule.pages & string>;

/** criu/net.c, ipv4_sysctls_op: the order of the entries is that of their names. */
const ipv4Names = ['ping_group_range', 'ip_unprivileged_port_start'];

function judgeSysctls({ grants }: ContainerSubject, images: CriuFacts, report: Report): void {
  const spec = grants.find(({ sysctls }) => sysctls !== undefined);
  if (spec?.sysctls === undefined) return;
  const names = [...spec.sysctls.keys()];
  for (const id of idsOfType(images.image, 'NETNS')) {
    const entry = firstOf(images.image, 'NETNS', 'netns_entry', id);
    if (entry === undefined) continue;
    const own = [
      ['ipv4_sysctl', entry.fields.ipv4_sysctl],
      ['unix_conf', entry.fields.unix_conf],
    ] as const;
    for (const [field, settings] of own) {
      const found = (settings ?? [])
        .map(({ sarg, iarg }, index) => ({ index, value: textOf(sarg) ?? iarg }))
        .filter(({ value }) => value !== undefined);
      const asked = names.some((name) =>
        field === 'unix_conf' ? name.startsWith('net.unix.') : name.startsWith('net.ipv4.'),
      );
      const odd = found.filter(({ index, value }) => field !== 'ipv4_sysctl' || !isDefault(index, value));
      if (asked || odd.length === 0 || field === 'unix_conf') continue;
      const text = odd
        .map(({ index, value }) => `${ipv4Names[index] ?? `setting ${index}`} = ${String(value).trim()}`)
        .join(', ');
      report(
        'trust-sysctl',
        inImage(images, { file: entry.file, offset: entry.at }, field),
        `sysctl differs from spec: ${text}, ${spec.source} sets none of net.ipv4`,
      );
    }
  }
}

/** As a new network namespace has them (net/ipv4/af_inet.c, sysctl_net_ipv4.c). */
function isDefault(index: number, value: unknown): boolean {
  const text = String(value).trim().split(/\s+/).join(' ');
  return index === 0 ? text === '1 0' || text === '' : text === '1024' || text === '';
}

function judgeBinfmt(images: CriuFacts, report: Report): void {
  const files = [
    ...idsOfType(images.image, 'BINFMT_MISC').map(() => ['BINFMT_MISC', undefined] as const),
    ...idsOfType(images.image, 'BINFMT_MISC_OLD').map((id) => ['BINFMT_MISC_OLD', id] as const),
  ];
  for (const [type, id] of files)
    for (const { fields, file, at } of entriesOf(images.image, type, 'binfmt_misc_entry', id))
      report(
        'trust-binfmt',
        inImage(images, { file, offset: at }, 'interpreter'),
        `binfmt_misc entry: ${textOf(fields.name) ?? ''} would be started by ${textOf(fields.interpreter) ?? ''}, flags ${textOf(fields.flags) || 'none'}`,
      );
}

function judgePlugins({ grants, engine }: ContainerSubject, images: CriuFacts, report: Report): void {
  const names = (images.inventory?.plugins_entry?.plugins ?? []).map((name) => textOf(name) ?? '');
  const gpuFiles = [...images.image.sizes.keys()].filter((name) => /^amdgpu-.*\.img$/.test(name));
  const hasGpu = grants.some(
    ({ devices, hasAllDevices }) =>
      hasAllDevices === true || devices?.some(({ path }) => /^\/dev\/(kfd|dri)/.test(path)) === true,
  );
  const severity = engine !== undefined && !hasGpu ? 'warning' : 'note';
  if (names.length > 0)
    report(
      'trust-plugin',
      { member: `${images.prefix}inventory.img`, field: 'plugins_entry' },
      `plugins required by the image: ${names.slice(0, 8).join(', ')}`,
      names.some((name) => name.includes('/')) ? 'warning' : severity,
    );
  const [first] = gpuFiles;
  if (first !== undefined)
    report(
      'trust-plugin',
      { member: `${images.prefix}${first}`, field: 'name' },
      `GPU images for a plugin: ${plural(gpuFiles.length, 'file')}${hasGpu || grants.length === 0 ? '' : ', and no GPU is granted'}`,
      severity,
    );
}
