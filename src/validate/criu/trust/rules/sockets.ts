/** Sockets that need rights, and UNIX sockets whose names are those of the host. */

import { textOf } from '../../../../model/from-criu/image.ts';
import type { UnixSkEntry } from '../../../../parse/generated/criu-descriptors.ts';
import { cap } from '../../../trust/capability.ts';
import { grantsCapability } from '../../../trust/grants/grants.ts';
import type { Place } from '../../../trust/image-facts.ts';
import { hasDotDot, isBelow, isEngineSocket } from '../../../trust/paths.ts';
import { inImage, type TrustReport } from '../../../trust/rule.ts';
import { externalMounts } from '../../../trust/rules/mount-facts.ts';
import type { ContainerSubject } from '../../../trust/subject.ts';
import type { CriuFacts } from '../facts.ts';
import { eachFile } from '../files.ts';
import { criuTrustRule } from '../rule.ts';

export const socketsRule = criuTrustRule(
  {
    'trust-raw-socket': {
      severity: 'error',
      meaning: 'A raw or packet socket is restored in a container without CAP_NET_RAW.',
      why: 'It is made as root: the process reads and forges packets of the network of the pod.',
      bad: 'a packet socket of all protocols in a container of uid 1000',
      good: 'stream, datagram and ping sockets',
      mend: 'Do not restore it, or grant CAP_NET_RAW.',
      reference: 'criu/sk-packet.c and sk-inet.c; seen with CRIU 4.2',
    },
    'trust-unix-path': {
      severity: 'warning',
      meaning: 'The name of a UNIX socket has a part "..", or it is that of an engine.',
      why: 'The kernel keeps names as they were given; a restore joins this one to the root of the mount.',
      bad: 'the name /../../run/crio/crio.sock',
      good: 'names below a directory of the container',
      mend: 'Ask which program made it.',
      reference: 'criu/sk-unix.c, prep_unix_sk_cwd',
    },
    'trust-unix-host-path': {
      severity: 'warning',
      meaning: 'A UNIX socket is made again at a name on a mount of the host.',
      why: 'A restore removes a socket of that name that is there, binds its own, and sets owner and mode.',
      bad: 'a listener at /var/lib/kubelet/device-plugins/x.sock, on a mount of the host',
      good: 'names on file systems of the container; volumes that containers of a pod share have such sockets, too',
      mend: 'Look whether the mount is one that the container may write to.',
      reference: 'criu/sk-unix.c, unlink_sk and post_prepare_unix_sk; seen with CRIU 4.2',
    },
    'trust-unix-external': {
      severity: 'warning',
      meaning: 'A UNIX socket is to be connected to one of the host.',
      why: 'With --ext-unix-sk a restore connects it, as root, to the socket of that name.',
      bad: 'an external connection to /run/containerd/containerd.sock',
      good: 'a connection to a socket on a mount of the spec, as /dev/log',
      mend: 'Restore it without --ext-unix-sk.',
      reference: 'criu/sk-unix.c, USK_EXTERN',
    },
  },
  (images, subject, report) => {
    const { grants } = subject;
    const externals = externalMounts(images);
    for (const { isk, psk, usk, place } of eachFile(images.image)) {
      for (const granted of isk?.type === rawSocket || psk !== undefined ? grants : []) {
        if (grantsCapability(granted, cap.netRaw)) continue;
        const isRaw = psk === undefined;
        report(
          'trust-raw-socket',
          inImage(images, place, isRaw ? 'isk.type RAW' : 'psk'),
          isRaw
            ? `raw socket above spec: protocol ${isk?.proto ?? 0}, ${granted.source} does not grant CAP_NET_RAW`
            : `packet socket above spec: protocol 0x${(psk.protocol ?? 0).toString(16)}, ${granted.source} does not grant CAP_NET_RAW`,
        );
      }
      if (usk !== undefined) judgeUnix(subject, images, usk, place, externals, report);
    }
  },
);

const rawSocket = 3;
const externalFlag = 1 << 6;
const listening = 10;

type Report = TrustReport<'trust-unix-path' | 'trust-unix-host-path' | 'trust-unix-external'>;

function judgeUnix(
  { grants }: ContainerSubject,
  images: CriuFacts,
  socket: UnixSkEntry,
  place: Place,
  externals: ReadonlyMap<number, string>,
  report: Report,
): void {
  const name = nameText(socket.name);
  const folder = nameText(socket.name_dir);
  if (hasDotDot(name))
    report('trust-unix-path', inImage(images, place, 'usk.name'), `path with ..: the UNIX socket ${name}`);
  if (hasDotDot(folder))
    report(
      'trust-unix-path',
      inImage(images, place, 'usk.name_dir'),
      `path with ..: the UNIX socket ${name} in ${folder}`,
    );
  // Abstract names and none at all are no paths.
  if (name === '' || name.startsWith('@')) return;
  const path = name.startsWith('/') ? name : `${folder}/${name}`;
  const isExternal = ((socket.uflags ?? 0) & externalFlag) !== 0;
  if (isEngineSocket(path) && !isExternal)
    report('trust-unix-path', inImage(images, place, 'usk.name'), `UNIX socket of an engine: ${path}`);
  const mountpoint =
    externals.get(socket.mnt_id ?? -1) ??
    [...externals.values()].find((at) => socket.mnt_id === undefined && isBelow(path, at));
  if (isExternal) {
    const isGranted = grants.some(
      ({ mounts }) =>
        mounts?.some(({ destination }) => destination !== '/' && isBelow(path, destination)) === true,
    );
    if (!isGranted && (grants.length > 0 || isEngineSocket(path)))
      report(
        'trust-unix-external',
        inImage(images, place, 'usk.uflags'),
        `external UNIX socket: ${path} of the host, on no mount of the spec`,
      );
  } else if (mountpoint !== undefined && (socket.state === listening || socket.file_perms !== undefined)) {
    report(
      'trust-unix-host-path',
      inImage(images, place, 'usk.name'),
      `unix socket on external mount ${mountpoint}: ${path} is removed there and made again`,
      isShared(images, mountpoint) ? 'note' : 'warning',
    );
  }
}

/** An emptyDir of the pod: its containers share it, nobody else. */
const isShared = (images: CriuFacts, mountpoint: string): boolean =>
  images.mounts.some(
    (mount) => mount.mountpoint === mountpoint && /\/kubernetes\.io~empty-dir\//.test(mount.root),
  );

const nameText = (name: string | Uint8Array | undefined): string =>
  (textOf(name) ?? '').replace(/^\0/, '@').replace(/\0+$/, '');
