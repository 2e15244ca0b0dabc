/**
 * Running numbers that name other objects: sockets, descriptor tables, network devices, connections,
 * semaphore sets. What names an index may come before its object, so that most is judged at the end.
 */
import { type AnyRecord, noIndex, type ObjectRecord, sectionOf } from '../../../parse/cpt/record.ts';
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import type { ValidatorCode } from '../../codes.ts';
import {
  fieldPlace,
  type Place,
  type RecordRule,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';
import { isSocket } from './file-mode.ts';

interface Reference {
  readonly index: number;
  readonly place: Place;
  readonly message: string;
}

/** Numbers of one kind of object, and what refers to them. */
interface Numbers {
  readonly code: ValidatorCode;
  readonly known: Set<number>;
  readonly references: Reference[];
}

/** In a damaged image more than this would all say the same. */
const referencesMax = 200_000;

export const indexRule: RecordRuleMaker = (context): RecordRule => {
  const sockets = numbers('unknown-socket');
  const tables = numbers('unknown-lock-owner');
  const devices = numbers('unknown-device');
  const connections = numbers('unknown-connection');
  return {
    on: {
      socket: (socket) => socketIndexes(context, socket, sockets, devices),
      skb: (skb) => refer(sockets, skb, 'owner', skb.fields.owner, 'sent by socket'),
      file: (file) => {
        if (!isSocket(file.fields.iMode) || file.parent?.kind !== 'section') return;
        refer(sockets, file, 'priv', Number(file.fields.priv & 0xffffffffn), 'file of socket');
      },
      files: (files) => declare(context, tables, files, 'index', files.fields.index),
      flock: (flock) => refer(tables, flock, 'owner', flock.fields.owner, 'lock of descriptor table'),
      net_device: (device) => declare(context, devices, device, 'index', device.fields.index),
      net_ifaddr: (address) => refer(devices, address, 'index', address.fields.index, 'address of device'),
      net_conntrack: (connection) => {
        if (connection.fields.index !== 0)
          declare(context, connections, connection, 'index', connection.fields.index);
      },
      net_conntrack_expect: (expectation) => {
        const { siblingConntrack: sibling } = expectation.fields;
        if (sibling !== 0)
          refer(connections, expectation, 'siblingConntrack', sibling, 'expected by connection');
      },
    },
    finish: () => {
      for (const list of [sockets, tables, devices, connections]) conclude(context, list);
    },
  };
};

const numbers = (code: ValidatorCode): Numbers => ({ code, known: new Set(), references: [] });

function socketIndexes(
  context: RecordRuleContext,
  socket: ObjectRecord<'socket'>,
  sockets: Numbers,
  devices: Numbers,
): void {
  const { index, peer, parent, boundDevIf } = socket.fields;
  if (sectionOf(socket) !== sectionType.orphans) declare(context, sockets, socket, 'index', index);
  refer(sockets, socket, 'peer', peer, 'peer of socket');
  refer(sockets, socket, 'parent', parent, 'accepted from socket');
  if (boundDevIf !== 0) refer(devices, socket, 'boundDevIf', boundDevIf, 'bound to device');
}

function declare(
  { report }: RecordRuleContext,
  list: Numbers,
  record: AnyRecord,
  field: string,
  index: number,
): void {
  if (index === noIndex) return;
  if (list.known.has(index)) {
    report('duplicate-index', `a second ${record.kind} with index ${index}`, fieldPlace(record, field));
  }
  list.known.add(index);
}

function refer(list: Numbers, record: AnyRecord, field: string, index: number, what: string): void {
  if (index === noIndex || list.known.has(index) || list.references.length >= referencesMax) return;
  const message = `${record.kind} is ${what} ${index}, which the image does not hold`;
  list.references.push({ index, place: fieldPlace(record, field), message });
}

function conclude({ report }: RecordRuleContext, { code, known, references }: Numbers): void {
  for (const { index, place, message } of references) if (!known.has(index)) report(code, message, place);
}

interface UndoReference extends Reference {
  readonly count: number;
  readonly countPlace: Place;
}

/** rst_semundo looks up the set, and trusts the number of adjustments. */
export const undoRule: RecordRuleMaker = ({ report }) => {
  const sizes = new Map<number, number>();
  const references: UndoReference[] = [];
  return {
    on: {
      sysv_sem: (set) => {
        sizes.set(set.fields.id, Math.floor(set.payload.length / 8));
      },
      sysvsem_undo_rec: (record) => {
        if (references.length >= referencesMax) return;
        references.push({
          index: record.fields.id,
          count: record.fields.nsem,
          place: fieldPlace(record, 'id'),
          countPlace: fieldPlace(record, 'nsem'),
          message: `undo record of semaphore set ${record.fields.id}, which the image does not hold: ENOENT`,
        });
      },
    },
    finish: () => {
      for (const { index, count, place, countPlace, message } of references) {
        const size = sizes.get(index);
        if (size === undefined) report('unknown-semaphore', message, place);
        else if (size !== count) {
          const text = `${count} adjustments for semaphore set ${index} of ${size} semaphores`;
          report('undo-length', text, countPlace);
        }
      }
    },
  };
};
