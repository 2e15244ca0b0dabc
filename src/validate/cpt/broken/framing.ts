/** Broken samples of the framing and schema layers. */
import type { AnyRecord, SectionRecord } from '../../../parse/cpt/record.ts';
import { noPayload } from '../../../parse/cpt/record.ts';
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import {
  append,
  cut,
  drop,
  type Edit,
  insert,
  makeObject,
  overwrite,
  rewrite,
  setField,
  setHead,
} from './edit.ts';
import { type RecipeTable, recipe } from './recipe.ts';

export const isSection = (name: keyof typeof sectionType) => (record: AnyRecord) =>
  record.kind === 'section' && record.fields.section === sectionType[name];

export const section = (type: number): SectionRecord => ({
  kind: 'section',
  offset: -1_000_000 - type,
  depth: 0,
  hdrlen: 16,
  extra: new Uint8Array(0),
  payload: noPayload,
  fields: { section: type, align: 0 },
});

/** A section with its objects, in front of the trailer. */
export const addSection = (type: number, ...objects: readonly AnyRecord[]): Edit =>
  rewrite((record) => (isSection('trailer')(record) ? [section(type), ...objects, record] : [record]));

/** Changes the first record of a kind while the image is written anew. */
export const change = (kind: AnyRecord['kind'], make: (record: AnyRecord) => AnyRecord): Edit => {
  return (image) => {
    let done = false;
    return rewrite((record) => {
      if (done || record.kind !== kind) return [record];
      done = true;
      return [make(record)];
    })(image);
  };
};

const none = 0xffffffffffffffffn;
const bytes = (count: number) => ({ bytes: new Uint8Array(count), length: count });
const inode = (record: SectionRecord) => record.fields.section === sectionType.inode;

export const framingRecipes: RecipeTable = {
  'empty-file': recipe('counter', 'cut to nothing', cut(0)),
  'not-an-image': recipe('counter', 'first byte changed', overwrite(0, 1, 0x7f)),
  'truncated-header': recipe('counter', 'cut to 60 bytes', cut(60)),
  'header-length': recipe('counter', 'hdrlen of the header set to 0', overwrite(4, 2, 0)),
  'file-size': recipe('counter', 'three bytes added', append(3)),
  'section-length': recipe(
    'counter',
    'next of INODE set to 8',
    setHead({ kind: 'section', where: inode }, 'next', 8),
  ),
  'object-length': recipe('counter', 'hdrlen of a VMA set to 8', setHead({ kind: 'vma' }, 'hdrlen', 8)),
  'zero-next': recipe(
    'counter',
    'next of the registers set to 0',
    setHead({ kind: 'x86_64_regs' }, 'next', 0),
  ),
  'nesting-depth': recipe(
    'counter',
    'thirteen FILE objects inside each other',
    insert(
      (record) => record.kind === 'file' && record.depth === 1,
      () =>
        Array.from({ length: 13 }, (_, at) =>
          makeObject({ kind: 'file', depth: at + 2, hdrlen: 88, content: 1 }),
        ),
    ),
  ),
  'stray-bytes': recipe(
    'counter',
    'eight bytes at the end of FS',
    rewrite((record, all) => {
      const stray: AnyRecord = {
        kind: 'raw',
        offset: -1,
        depth: 1,
        hdrlen: 0,
        extra: new Uint8Array(0),
        payload: bytes(8),
        fields: {},
      };
      const next = all.find((other) => other.offset > record.offset && other.kind === 'section');
      const isLast = record === all.findLast((other) => next !== undefined && other.offset < next.offset);
      return isLast && isInSection(record, 'fs') ? [record, stray] : [record];
    }),
  ),
  'missing-trailer': recipe('counter', 'trailer section and tail cut off', cut(-264)),
  'trailer-signature': recipe('counter', 'last four bytes zeroed', overwrite(-4, 4, 0)),
  'trailer-count': recipe('counter', 'nsect set to 26', overwrite(-8, 4, 26)),
  'trailing-bytes': recipe('counter', 'eight bytes added', append(8)),
  'unknown-section': recipe('counter', 'a section of type 99 added', addSection(99)),
  'unsupported-section': recipe('counter', 'an SNMP_STATS section added', addSection(sectionType.snmp_stats)),
  'duplicate-section': recipe('counter', 'a second ORPHANS section', addSection(sectionType.orphans)),
  'missing-section': recipe('counter', 'VEINFO left out', drop(isSection('veinfo'))),
  'absent-section': recipe('counter', 'UTSNAME left out', drop(isSection('utsname'))),
  'ignored-section': recipe('counter', 'a section of type 0 added', addSection(sectionType.error)),
  'unknown-object': recipe(
    'counter',
    'type of a NET_HWADDR set to 999',
    setHead({ kind: 'net_hwaddr' }, 'type', 999),
  ),
  'unexpected-object': recipe(
    'counter',
    'a SIGALTSTACK in a NET_DEVICE',
    insert(
      (record) => record.kind === 'net_device',
      () => [makeObject({ kind: 'sigaltstack', depth: 2, hdrlen: 32 })],
    ),
  ),
  'short-header': recipe('counter', 'hdrlen of VEINFO set to 40', setHead({ kind: 'veinfo' }, 'hdrlen', 40)),
  'surplus-header': recipe(
    'counter',
    'sixteen bytes added to the fixed part of a NET_HWADDR',
    change('net_hwaddr', (record) => ({ ...record, hdrlen: 64, extra: new Uint8Array(16) }) as AnyRecord),
  ),
  'content-code': recipe(
    'counter',
    'content of a FILEDESC set to 7',
    setHead({ kind: 'filedesc' }, 'content', 7),
  ),
  'payload-length': recipe(
    'counter',
    'size of a kernel stack set to 4096',
    setField({ kind: 'bits' }, 'size', 4096),
  ),
  'surplus-bytes': recipe(
    'counter',
    '32 bytes behind a FILEDESC',
    change('filedesc', (record) => ({ ...record, payload: bytes(32) }) as AnyRecord),
  ),
  'dump-cut': recipe('counter', 'next of the task set to -1', setHead({ kind: 'task' }, 'next', none)),
  'unknown-version': recipe(
    'counter',
    'version set to 0x999',
    setField({ kind: 'image' }, 'imageVersion', 0x999),
  ),
  'architecture-number': recipe('counter', 'architecture set to 7', setField({ kind: 'image' }, 'osArch', 7)),
  'architecture-bits': recipe(
    'counter',
    'architecture set to i386',
    setField({ kind: 'image' }, 'osArch', 0),
  ),
  'tick-rate': recipe('counter', 'HZ set to 1001', setField({ kind: 'image' }, 'hz', 1001)),
  'page-size': recipe('counter', 'page size set to 0', setField({ kind: 'image' }, 'pagesize', 0)),
  'tail-index': recipe(
    'counter',
    'position of FILES set to that of VEINFO',
    setField({ kind: 'trailer' }, 'sections[2]', 0x50),
  ),
  'tail-count': recipe('counter', '64-bit tasks counted as 0', setField({ kind: 'trailer' }, 'num64bit', 0)),
};

function isInSection(record: AnyRecord, name: keyof typeof sectionType): boolean {
  for (let current: AnyRecord | undefined = record; current; current = current.parent) {
    if (isSection(name)(current)) return true;
  }
  return false;
}

export const schemaRecipes: RecipeTable = {
  'field-limit': recipe(
    'counter',
    'nanoseconds of the dump set to 10^9',
    setField({ kind: 'image' }, 'startNsec', 1_000_000_000),
  ),
  'field-value': recipe('counter', 'type of a VMA set to 9', setField({ kind: 'vma' }, 'type', 9)),
  'signal-number': recipe(
    'counter',
    'a SIGHANDLER for signal 200',
    insert(
      (record) => record.kind === 'sighand_struct',
      () => [makeObject({ kind: 'sighandler', depth: 2, hdrlen: 56, fields: { signo: 200 } })],
    ),
  ),
  'ipc-id': recipe('ipc', 'id of a semaphore set to -1', setField({ kind: 'sysv_sem' }, 'id', 0xffffffff)),
  'time-fraction': recipe(
    'counter',
    'start time with 2^32-1 ns',
    setField({ kind: 'task' }, 'starttime', 0xffffffffn),
  ),
  'process-attribute': recipe('counter', 'static_prio set to 7', setField({ kind: 'task' }, 'staticPrio', 7)),
};
