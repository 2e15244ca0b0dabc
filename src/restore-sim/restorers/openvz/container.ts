/**
 * The container before anything lives in it: its limits (kernel/cpt/rst_undump.c vps_rst_veinfo) and
 * names. Clocks are taken as they come: no value of theirs is refused.
 */

import { sectionType } from '../../../parse/generated/cpt-records.ts';
import { plural } from '../../../plural.ts';
import { setIpcLimits } from '../../kernel/index.ts';
import { sayLowPids, sayTimers } from './hindsight.ts';
import { textOf } from './image-reader.ts';
import type { Restore } from './restore.ts';
import { refuse } from './stop.ts';

/** A size of 0 stands for "not limited", which is as much as 32 bits hold. */
const sizeLimit = (stored: number): bigint => (stored === 0 ? 0xffffffffn : BigInt(stored));

/** shmmax below a page means that no segment fits. */
const smallestUsefulSize = 4096;

export function restoreVeinfo(restore: Restore): void {
  const { reader } = restore;
  reader.place = 'VEINFO';
  const { offset, fields } = reader.object('veinfo', restore.section(sectionType.veinfo).start);
  const [semmsl = 0, semmns = 0, semopm = 0, semmni = 0] = fields.semCtlArr;
  setIpcLimits(restore.first!.task!.ipcNamespace, {
    shmmax: sizeLimit(fields.shmCtlMax),
    shmall: sizeLimit(fields.shmCtlAll),
    shmmni: fields.shmCtlMni | 0,
    msgmax: fields.msgCtlMax | 0,
    msgmni: fields.msgCtlMni | 0,
    msgmnb: fields.msgCtlMnb | 0,
    semmsl: semmsl | 0,
    semmns: semmns | 0,
    semopm: semopm | 0,
    semmni: semmni | 0,
  });
  if (fields.shmCtlMax !== 0 && fields.shmCtlMax < smallestUsefulSize) {
    const message = `shared memory is limited to ${plural(fields.shmCtlMax, 'byte')}: 2.6.18 leaves the field unset`;
    restore.say('limits-stale', offset, message);
  }
  if (fields.lastPid !== undefined && fields.lastPid > 0) restore.pidNamespace.lastPid = fields.lastPid;
  sayLowPids(restore, offset, fields.lastPid);
  sayTimers(restore);
  restore.did('set-limits', restore.first, offset, {
    shmmax: sizeLimit(fields.shmCtlMax),
    shmall: sizeLimit(fields.shmCtlAll),
  });
}

/** __NEW_UTS_LEN and the NUL behind it. */
const utsNameBytes = 65;
const utsNames = ['host name', 'domain name', 'release'];

export function restoreUtsname(restore: Restore): void {
  const { reader, line } = restore;
  const { start, end } = restore.section(sectionType.utsname);
  reader.place = 'UTSNAME';
  if (start > reader.source.size) restore.say('section-ignored', reader.source.size, 'the host name is lost');
  let index = 0;
  for (const { offset, body, next, hdrlen } of reader.objects('name', start, end)) {
    const length = next - hdrlen;
    if (length > utsNameBytes) {
      const message = `the ${utsNames[index] ?? 'name'} takes ${length} bytes, at most ${utsNameBytes} fit`;
      refuse('uts-name', 'ENAMETOOLONG', restore.at(offset), message);
    }
    if (index >= line.utsNames) {
      const message = `there are more than the ${line.utsNames} names that ${line.title} knows`;
      refuse('uts-name', 'EINVAL', restore.at(offset), message);
    }
    const text = textOf(reader.bytes(body, length, 'the name'));
    restore.did('set-name', restore.first, offset, { [utsNames[index] ?? 'name']: text });
    index += 1;
  }
}
