/** Terminals: those of the host are opened by the restore, as root. */
import { entriesOf } from '../../../../model/from-criu/image.ts';
import { cap } from '../../../trust/capability.ts';
import { fromKernel, fromStat, grantsDevice } from '../../../trust/devices.ts';
import { grantsCapability } from '../../../trust/grants/grants.ts';
import { inImage } from '../../../trust/rule.ts';
import { eachFile } from '../files.ts';
import { criuTrustRule } from '../rule.ts';

/** TtyType of images/tty.proto. */
const hostTypes: Readonly<Record<number, string>> = { 2: 'CONSOLE', 3: 'VT', 6: 'SERIAL' };

export const terminalsRule = criuTrustRule(
  {
    'trust-terminal': {
      severity: 'error',
      meaning: 'A terminal of the host is restored, which the container was not granted.',
      why: 'A restore opens the console, a virtual terminal or a serial line as root: what is typed and shown there.',
      bad: 'a terminal of type CONSOLE, 5:1, in a container',
      good: 'pseudo-terminals (type PTY, CTTY)',
      mend: 'Do not restore it, or grant the device.',
      reference: 'criu/tty.c, tty_open',
    },
    'trust-tun': {
      severity: 'warning',
      meaning: 'A TUN device is restored in a container that was granted none.',
      why: 'A restore attaches it to a network interface as root.',
      bad: 'a tunfile in a container without /dev/net/tun',
      good: 'a device /dev/net/tun in the spec, and CAP_NET_ADMIN',
      mend: 'Do not restore it, or grant the device.',
      reference: 'criu/tun.c, tunfile_open',
    },
    'trust-bpf-map': {
      severity: 'warning',
      meaning: 'A BPF map is restored in a container that may not make one.',
      why: 'A restore makes it as root.',
      bad: 'a bpfmap file in a container without CAP_BPF and CAP_SYS_ADMIN',
      good: 'no such files',
      mend: 'Do not restore it, or grant CAP_BPF.',
      reference: 'criu/bpfmap.c, bpfmap_open',
    },
  },
  (images, { grants }, report) => {
    for (const { fields, file, at } of entriesOf(images.image, 'TTY_INFO', 'tty_info_entry')) {
      const type = hostTypes[fields.type ?? 0];
      if (type === undefined) continue;
      const rdev = fields.rdev ?? 0;
      const numbers = [fromKernel('c', rdev), fromStat('c', rdev)];
      for (const granted of grants) {
        if (granted.devices === undefined || numbers.some((number) => grantsDevice(granted, number)))
          continue;
        const { major = 0, minor = 0 } = numbers[1] ?? {};
        report(
          'trust-terminal',
          inImage(images, { file, offset: at }, `type ${type}`),
          `tty type above spec: ${type} ${major}:${minor} of the host, ${granted.source} grants no such device`,
        );
      }
    }
    for (const { tunf, bpf, place } of eachFile(images.image)) {
      for (const granted of grants) {
        if (
          tunf !== undefined &&
          granted.devices !== undefined &&
          !grantsDevice(granted, { type: 'c', major: 10, minor: 200 })
        )
          report(
            'trust-tun',
            inImage(images, place, 'tunf'),
            `tun device above spec: ${granted.source} grants no /dev/net/tun`,
          );
        if (
          bpf !== undefined &&
          !grantsCapability(granted, cap.bpf) &&
          !grantsCapability(granted, cap.sysAdmin)
        )
          report(
            'trust-bpf-map',
            inImage(images, place, 'bpf'),
            `BPF map above spec: ${granted.source} grants neither CAP_BPF nor CAP_SYS_ADMIN`,
          );
      }
    }
  },
);
