/**
 * What a restarting kernel of the series checks of shared objects and values, record by record (checkpoint/objhash.c,
 * checkpoint/restart.c, checkpoint/process.c, ipc/checkpoint*.c). One finding for each thing that it would refuse.
 */
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import { linuxCrLayouts } from '../../../parse/generated/linux-cr-layouts.ts';
import { formOf, type ImageContext, isOldFraming, objectOfNumber } from '../../../parse/linux-cr/context.ts';
import { readLinuxCrRecords } from '../../../parse/linux-cr/read.ts';
import type { AnyKnown, AnyRecord, KnownRecord } from '../../../parse/linux-cr/record.ts';
import type { linuxCrStreamCodes } from './codes.ts';

export interface StreamProblem {
  readonly code: keyof typeof linuxCrStreamCodes;
  readonly errno: string;
  readonly message: string;
  readonly offset: number;
  /** `file_desc.fdObjref`. */
  readonly path: string;
}

type Say = (problem: StreamProblem) => void;

/** In stream order. The reader's own problems are not among them. */
export function checkStream(source: ByteSource, context: ImageContext, say: Say): void {
  const check = new StreamCheck(context, say);
  for (const record of readLinuxCrRecords(source, context, () => {})) check.see(record);
}

/** Objects whose numbers are given out without an announcement, or before it. */
const silentKinds: ReadonlySet<string> = new Set([
  'inode',
  'signal',
  'pid',
  'security_ptr',
  'netdev',
  'security',
]);
/** Fields that may name what comes behind them. */
const forwardFields: ReadonlySet<string> = new Set(['linkObjref', 'thisRef', 'creatorRef', 'fileObjref']);

const exitZombie = 16;
const idMax = 0x7fff_ffff;
const sequenceMax = 65535n;

class StreamCheck {
  readonly #context: ImageContext;
  readonly #say: Say;
  readonly #kinds = new Map<number, string>();

  constructor(context: ImageContext, say: Say) {
    this.#context = context;
    this.#say = say;
  }

  see(record: AnyRecord): void {
    if (record.kind === 'unknown' || record.kind === 'raw') return;
    if (record.kind === 'objref') this.#announce(record);
    else if (!isOldFraming(this.#context)) this.#follow(record);
    this.#checkValues(record);
  }

  #refuse(
    record: AnyKnown,
    field: string,
    code: StreamProblem['code'],
    message: string,
    errno = 'EINVAL',
  ): void {
    this.#say({ code, errno, message, offset: record.offset, path: `${record.kind}.${field}` });
  }

  #announce(record: KnownRecord<'objref'>): void {
    const { objtype, objref } = record.fields;
    const kind = objectOfNumber(this.#context.layout, objtype);
    if (kind === undefined || kind === 'ignore') {
      this.#refuse(record, 'objtype', 'stream-object-kind', `objects of type ${objtype} are not known`);
    } else if (objref <= 0) {
      this.#refuse(record, 'objref', 'stream-object-number', `an object has the number ${objref}`);
    } else if (this.#kinds.has(objref)) {
      const message = `object ${objref} was announced before, as ${this.#kinds.get(objref)}`;
      this.#refuse(record, 'objref', 'stream-object-number', message);
    } else this.#kinds.set(objref, kind);
  }

  /** Every field that the layout table says to hold the number of an object. */
  #follow(record: AnyKnown): void {
    const layout = formOf(record.kind, this.#context.layout)?.layout;
    if (layout === undefined) return;
    for (const { name, objref: kind } of linuxCrLayouts[layout]?.fields ?? []) {
      if (kind === undefined || silentKinds.has(kind) || forwardFields.has(name)) continue;
      const number = (record.fields as Readonly<Record<string, unknown>>)[name];
      if (typeof number !== 'number' || number === 0) continue;
      const found = this.#kinds.get(number);
      if (found === kind) continue;
      if (found === undefined) {
        const message = `${record.kind} refers to object ${number}, which is not announced before`;
        this.#refuse(record, name, 'stream-reference', message);
      } else {
        const message = `${record.kind} refers to object ${number} as ${kind}, which is of kind ${found}`;
        this.#refuse(record, name, 'stream-reference-kind', message, 'ENOMSG');
      }
    }
  }

  #checkValues(record: AnyKnown): void {
    switch (record.kind) {
      case 'task':
        this.#checkTask(record);
        return;
      case 'ipc_shm':
      case 'ipc_msg':
      case 'ipc_sem':
        this.#checkIpc(record);
        return;
      case 'ipc_msg_msg':
        if (record.fields.mType < 1) {
          this.#refuse(record, 'mType', 'stream-ipc-object', `a message has the type ${record.fields.mType}`);
        }
        return;
      case 'file_desc':
        if (record.fields.fdObjref <= 0 || record.fields.fdDescriptor < 0) {
          const { fdDescriptor, fdObjref } = record.fields;
          const message = `descriptor ${fdDescriptor} refers to object ${fdObjref}`;
          this.#refuse(record, 'fdObjref', 'stream-reference', message);
        }
        return;
      default:
    }
  }

  #checkTask(record: KnownRecord<'task'>): void {
    const { exitState, exitCode, exitSignal } = record.fields;
    if (exitState === 0) {
      if (exitCode !== 0) {
        this.#refuse(
          record,
          'exitCode',
          'stream-exit-fields',
          `a living task has the exit status ${exitCode}`,
        );
      }
      return;
    }
    if (exitState !== exitZombie) {
      this.#refuse(
        record,
        'exitState',
        'stream-zombie',
        `a dead task has the state ${exitState}, expected ${exitZombie}`,
      );
    } else if (!isExitStatus(exitCode)) {
      this.#refuse(record, 'exitCode', 'stream-zombie', `${exitCode} is no exit status`);
    } else if ((exitSignal | 0) < -1 || (exitSignal | 0) > signalMax) {
      this.#refuse(record, 'exitSignal', 'stream-exit-fields', `${exitSignal} is no signal`);
    }
  }

  #checkIpc(record: KnownRecord<'ipc_shm'> | KnownRecord<'ipc_msg'> | KnownRecord<'ipc_sem'>): void {
    const { id, mode, seq } = record.fields.perms;
    const say = (field: string, message: string) => this.#refuse(record, field, 'stream-ipc-object', message);
    if (id < 0 || id > idMax) say('perms.id', `a System V object has the id ${id}`);
    if (seq >= sequenceMax) say('perms.seq', `a System V object has the sequence number ${seq}`);
    const removed = record.kind === 'ipc_shm' ? shmDestroy : 0;
    if ((mode & ~(0o777 | removed)) !== 0)
      say('perms.mode', `a System V object has the mode 0${mode.toString(8)}`);
    if (record.kind === 'ipc_shm' && (record.fields.shmCprid < 0 || record.fields.shmLprid < 0)) {
      say('shmCprid', 'a segment has a pid below 0');
    }
    if (record.kind === 'ipc_msg' && (record.fields.qLspid < 0 || record.fields.qLrpid < 0)) {
      say('qLspid', 'a message queue has a pid below 0');
    }
  }
}

const signalMax = 64;
const shmDestroy = 0o1000;

/** checkpoint/process.c, valid_exit_code: a status, or a signal with nothing else. */
function isExitStatus(code: number): boolean {
  if (code >= 0x10000) return false;
  if ((code & 0xff) === 0) return true;
  const isSignal = (code & 0x7f) > 0 && (code & 0x7f) <= signalMax;
  return (code & 0xff00) === 0 && isSignal;
}
