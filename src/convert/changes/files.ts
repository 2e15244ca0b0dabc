/** F3, F15: open files of kinds that only newer kernels know. */

import type { ObjectRecord } from '../../parse/cpt/record.ts';
import { dentryFlag } from '../../parse/generated/cpt-records.ts';
import type { HopContext, ObjectHandler } from '../step.ts';

type Kind = 'signalfd' | 'timerfd' | 'eventfd' | 'fakefile';

const kindOf = (lflags: number, kinds: readonly Kind[]) =>
  kinds.find((kind) => (lflags & dentryFlag[kind]) !== 0);

/** Drops such files, if the user allows it, and what refers to them. */
export function withoutFileKinds(...kinds: readonly Kind[]) {
  const isGone = (position: bigint, context: HopContext) => {
    const lflags = context.facts.newFiles.get(Number(position));
    return lflags !== undefined && kindOf(lflags, kinds) !== undefined;
  };
  const file: ObjectHandler<'file'> = (record, context) => {
    const kind = kindOf(record.fields.lflags, kinds);
    if (kind === undefined) return record;
    if (
      !context.refused('F15', record, `the image holds an open ${kind}, unknown to the target`, 'drop-files')
    ) {
      return record;
    }
    context.lost('F15', record, `an open ${kind} is closed`);
    return undefined;
  };
  const filedesc = (record: ObjectRecord<'filedesc'>, context: HopContext) =>
    isGone(record.fields.file, context) ? undefined : record;
  const epollFile = (record: ObjectRecord<'epoll_file'>, context: HopContext) =>
    isGone(record.fields.file, context) ? undefined : record;
  return { file, filedesc, epoll_file: epollFile };
}
