/** A record in a few words: the pid of a task, a path, the addresses of an area, the object that is announced. */

import { utf8Text } from '../../byte-text.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { objectOfNumber } from '../../parse/linux-cr/context.ts';
import type { AnyRecord } from '../../parse/linux-cr/record.ts';
import { plural } from '../../plural.ts';

const textBytesMax = 200;

export function recordLabel(
  source: ByteSource,
  record: AnyRecord,
  layout: number,
  pid: number | undefined,
): string {
  switch (record.kind) {
    case 'header':
      return `revision ${record.fields.rev}`;
    case 'task':
      return pid === undefined ? '' : String(pid);
    case 'objref': {
      const { objtype, objref } = record.fields;
      return `${objref} ${objectOfNumber(layout, objtype) ?? `type ${objtype}`}`;
    }
    case 'string':
    case 'file_name':
      return textOf(source, record);
    case 'vma':
      return `${record.fields.vmStart.toString(16)}-${record.fields.vmEnd.toString(16)}`;
    case 'file_desc':
      return `fd ${record.fields.fdDescriptor}, object ${record.fields.fdObjref}`;
    case 'pgarr':
      return plural(record.fields.nrPages, 'page');
    case 'tree':
      return plural(record.fields.nrTasks, 'task');
    case 'ipc_shm':
    case 'ipc_msg':
    case 'ipc_sem':
      return `id ${record.fields.perms.id}`;
    case 'unknown':
      return `type ${record.number}, ${record.payload.length} bytes`;
    case 'raw':
    case 'buffer':
      return `${record.payload.length} bytes`;
    default:
      return '';
  }
}

function textOf(source: ByteSource, { payload }: AnyRecord): string {
  if (!('offset' in payload)) return '';
  const bytes = source.view(payload.offset, Math.min(payload.length, textBytesMax));
  return utf8Text(bytes).replace(/\0.*$/s, '');
}
