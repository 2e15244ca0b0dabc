/** F3, F15: open files of kinds that only newer kernels know. */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { type CptVariantId, cptVariantIds } from '../../../parse/cpt/variants.ts';
import { dentryFlag } from '../../../parse/generated/cpt-records.ts';
import type { HopContext, ObjectHandler } from '../step.ts';

type Kind = 'signalfd' | 'timerfd' | 'eventfd' | 'fakefile';

/** The first variant of its own line whose kernels know the kind. */
const knownFrom: Readonly<Record<Kind, CptVariantId>> = {
  signalfd: 'cpt-2.6.32.0',
  timerfd: 'cpt-2.6.32.1/042stab061.9',
  eventfd: 'cpt-2.6.32.1/042stab061.9',
  fakefile: 'cpt-2.6.32.3/042stab088.4',
};

/** Old labels that only 2.6.32 kernels restore, which look at the file and not at the label (seen for these). */
const restoredBy32: readonly CptVariantId[] = ['cpt-2.6.18.3', 'cpt-2.6.18.4'];

const isKnown = (kind: Kind, target: CptVariantId): boolean =>
  cptVariantIds.indexOf(target) >= cptVariantIds.indexOf(knownFrom[kind]) ||
  (kind !== 'fakefile' && restoredBy32.includes(target));

const kindOf = (lflags: number, kinds: readonly Kind[]) =>
  kinds.find((kind) => (lflags & dentryFlag[kind]) !== 0);

/** Drops such files, if the user allows it and the target does not know them, and what refers to them. */
export function withoutFileKinds(...kinds: readonly Kind[]) {
  const goneKind = (lflags: number, { facts }: HopContext) => {
    const kind = kindOf(lflags, kinds);
    return kind === undefined || isKnown(kind, facts.target) ? undefined : kind;
  };
  const kindAt = (position: bigint, context: HopContext) => {
    const lflags = context.facts.newFiles.get(Number(position));
    return lflags === undefined ? undefined : goneKind(lflags, context);
  };
  const file: ObjectHandler<'file'> = (record, context) => {
    const kind = goneKind(record.fields.lflags, context);
    if (kind === undefined) return record;
    if (
      !context.refused('F15', record, `the image holds an open ${kind}, unknown to the target`, 'drop-files')
    ) {
      return record;
    }
    context.lost('F15', record, `an open ${kind} is closed`);
    return undefined;
  };
  const filedesc = (record: ObjectRecord<'filedesc'>, context: HopContext) => {
    if (kindAt(record.fields.file, context) === undefined) return record;
    context.changed('F15', 'descriptors closed with their files');
    return undefined;
  };
  const epollFile = (record: ObjectRecord<'epoll_file'>, context: HopContext) => {
    if (kindAt(record.fields.file, context) === undefined) return record;
    context.changed('F15', 'watched files taken out of epoll sets');
    return undefined;
  };
  return { file, filedesc, epoll_file: epollFile };
}
