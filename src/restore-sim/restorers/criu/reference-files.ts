/** What open files refer to: inodes of memfds, terminals, named files, peers, mounts, deleted files. */

import { remapOf, remapTypes } from '../../../model/from-criu/ghosts.ts';
import { entriesOf, hasFile, placeOf } from '../../../model/from-criu/image.ts';
import { idsOfType } from '../../../model/from-criu/ipc.ts';
import { type CriuOpenFile, fieldsAs, fileKey, homeFileOf } from '../../../model/from-criu/open-files.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type { References } from './references.ts';

export function checkFileParts(references: References): void {
  const { image, files } = references;
  const inodes = new Set<number>();
  for (const { fields } of entriesOf(image, 'MEMFD_INODE', 'memfd_inode_entry'))
    inodes.add(Number(fields.inode_id ?? 0n));
  const terminals = new Set<number>();
  for (const { fields } of entriesOf(image, 'TTY_INFO', 'tty_info_entry')) terminals.add(fields.id ?? 0);
  const sockets = new Set<number>();
  for (const opened of files.values()) {
    const ino = fieldsAs(opened, 'UNIXSK')?.ino;
    if (ino !== undefined) sockets.add(ino);
  }
  const mounts = mountsOf(references);
  for (const opened of files.values()) {
    checkParts(references, opened, { inodes, terminals, sockets });
    const mount = fieldsAs(opened, 'REG')?.mnt_id;
    // -1 stands for the only mount of images without a namespace of their own.
    if (
      mount === undefined ||
      mounts.size === 0 ||
      mount === -1 ||
      mount >>> 0 === 0xffff_ffff ||
      mounts.has(mount)
    )
      continue;
    references.say(
      'criu-ref-mount',
      placeOf(opened),
      `file ${opened.id} lies on mount ${mount}, which is not in the image`,
    );
  }
  checkRemaps(references);
  checkQueues(references);
}

function mountsOf({ image }: References): ReadonlySet<number> {
  const mounts = new Set<number>();
  for (const id of idsOfType(image, 'MNTS')) {
    for (const { fields } of entriesOf(image, 'MNTS', 'mnt_entry', id)) mounts.add(fields.mnt_id ?? 0);
  }
  return mounts;
}

interface Known {
  readonly inodes: ReadonlySet<number>;
  readonly terminals: ReadonlySet<number>;
  readonly sockets: ReadonlySet<number>;
}

// Holds for terminals and fifos of before 3.6, which have no number of a path, and for peers outside: they are records.
function checkParts(references: References, opened: CriuOpenFile, known: Known): void {
  const { files, say } = references;
  const at = placeOf(opened);
  const memfd = fieldsAs(opened, 'MEMFD');
  if (memfd && !known.inodes.has(memfd.inode_id ?? 0)) {
    say(
      'criu-ref-file-part',
      at,
      `memfd ${opened.id} has inode ${memfd.inode_id}, which ${fileName('MEMFD_INODE')} lacks`,
      fileName('MEMFD_INODE'),
    );
  }
  const tty = fieldsAs(opened, 'TTY');
  if (tty && !known.terminals.has(tty.tty_info_id ?? 0)) {
    say(
      'criu-ref-file-part',
      at,
      `terminal ${opened.id} has info ${tty.tty_info_id}, which ${fileName('TTY_INFO')} lacks`,
      fileName('TTY_INFO'),
    );
  }
  for (const regular of [fieldsAs(opened, 'FIFO')?.regf_id, tty?.regf_id]) {
    if (regular === undefined || files.has(fileKey('REG', regular))) continue;
    say(
      'criu-ref-file-part',
      at,
      `${opened.kind} ${opened.id} is named by file ${regular}, which is not in the image`,
      homeFileOf(references.image, 'REG'),
    );
  }
  const peer = fieldsAs(opened, 'UNIXSK')?.peer ?? 0;
  if (peer !== 0 && !known.sockets.has(peer)) {
    say('criu-ref-peer', at, `the peer ${peer} of unix socket ${opened.id} is not in the image`);
  }
}

// Holds for files under other names (link-remap) and without: both name records of the image.
function checkRemaps(references: References): void {
  const { image, files, say } = references;
  for (const entry of entriesOf(image, 'REMAP_FPATH', 'remap_file_path_entry')) {
    const { original, type, target } = remapOf(entry.fields);
    if (!files.has(fileKey('REG', original))) {
      say(
        'criu-ref-file',
        placeOf(entry),
        `the deleted file ${original} is not in the image`,
        homeFileOf(references.image, 'REG'),
      );
    }
    if (type === remapTypes.ghost && !hasFile(image, 'GHOST_FILE', target)) {
      say(
        'criu-ref-file-part',
        placeOf(entry),
        `${fileName('GHOST_FILE', target)} is missing, the content of file ${original}`,
        fileName('GHOST_FILE', target),
      );
    }
    if (type === remapTypes.linked && !files.has(fileKey('REG', target))) {
      say(
        'criu-ref-file',
        placeOf(entry),
        `file ${target}, the other name of ${original}, is not in the image`,
        homeFileOf(references.image, 'REG'),
      );
    }
  }
}

// Holds for every kind of dump: packets and what they pass are dumped with their socket.
function checkQueues({ image, files, say }: References): void {
  const numbers = new Set([...files.values()].map(({ id }) => id));
  for (const entry of entriesOf(image, 'SK_QUEUES', 'sk_packet_entry')) {
    const { id_for: socket = 0, scm = [] } = entry.fields;
    if (!numbers.has(socket))
      say('criu-ref-file', placeOf(entry), `a packet is for socket ${socket}, which is not in the image`);
    for (const right of scm.flatMap(({ rights = [] }) => rights)) {
      if (!numbers.has(right))
        say('criu-ref-file', placeOf(entry), `a packet passes file ${right}, which is not in the image`);
    }
  }
}
