/** For tests only: an image directory in which every field of every message is set, and what it says. */
import { fileKindNames, fileKinds } from '../../model/from-criu/open-files.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import {
  type CriuRecord,
  decodeFile,
  encodeFile,
  type FieldLayout,
  type Fields,
  type FieldValue,
  fileName,
  headMagics,
  type ImageDirectory,
  type ImageTypeName,
  identifyFile,
  imageType,
  imageTypes,
  type MessageLayout,
  type MessageName,
  type MessageRecord,
  memoryDirectory,
  messageLayout,
  type PayloadPart,
} from '../../parse/criu/index.ts';

/** Types whose content stands elsewhere in newest images, or that are the business of steps alone. */
const leftOutTypes: ReadonlySet<string> = new Set<string>([
  ...['CREDS', 'SIGACT', 'VMAS', 'ITIMERS', 'POSIX_TIMERS', 'RLIMIT', 'SIGNAL', 'PSIGNAL', 'EVENTPOLL_TFD'],
  ...['FANOTIFY_MARK', 'INOTIFY_WD', 'PAGEMAP', 'SHMEM_PAGEMAP', 'BINFMT_MISC_OLD', 'FILES', 'STATS_RESTORE'],
  ...fileKindNames.flatMap((kind): string[] => {
    const row = fileKinds[kind];
    return 'image' in row ? [row.image] : [];
  }),
]);

/** Values without which the image would be no image, or that every release knows. */
const fixed: Readonly<Record<string, FieldValue>> = {
  'inventory_entry.img_version': 2,
  'pstree_entry.pid': 1,
  'pstree_entry.threads': [1, 2],
  'core_entry.mtype': 1,
  'vma_entry.status': 0x201,
  'mnt_entry.fstype': 1,
  'mnt_entry.ext_mount': false,
  'user_x86_regs_entry.mode': 1,
  'tty_info_entry.type': 1,
  'net_device_entry.type': 1,
  'pagemap_entry.in_parent': false,
  'sk_packet_entry.length': 4,
  'pipe_data_entry.bytes': 4,
  'tcp_stream_entry.inq_len': 4,
  'tcp_stream_entry.outq_len': 4,
  'ipc_sem_entry.nsems': 4,
  'ipc_msg_entry.qnum': 1,
  'ipc_msg.msize': 8,
  'ipc_shm_entry.in_pagemaps': true,
  'ipc_shm_entry.size': 4096n,
  'ghost_file_entry.chunks': true,
  'ghost_file_entry.size': 16n,
  'ghost_chunk_entry.off': 8n,
  'ghost_chunk_entry.len': 4n,
  'bpfmap_data_entry.keys_bytes': 4,
  'bpfmap_data_entry.values_bytes': 4,
  'remap_file_path_entry.remap_type': 1,
};

/** Makes values that differ from each other and from zero. */
class Values {
  #next = 1000;

  message(layout: MessageLayout, depth = 0): Fields {
    const fields: Record<string, FieldValue> = {};
    for (const field of layout.fields) {
      // Messages that hold themselves end somewhere.
      if (depth > 6 && field.message !== undefined && !field.required) continue;
      const value = fixed[`${layout.name}.${field.name}`] ?? this.#value(field, depth);
      fields[field.name] = field.repeated && !Array.isArray(value) ? [value] : value;
    }
    return fields;
  }

  #value(field: FieldLayout, depth: number): FieldValue {
    this.#next += 1;
    switch (field.kind) {
      case 'message':
        return this.message(field.message as MessageLayout, depth + 1);
      case 'bool':
        return true;
      case 'string':
        return `text-${this.#next}`;
      case 'bytes':
        return new TextEncoder().encode(`bytes-${this.#next}`);
      case 'enum': {
        const old = [...(field.names?.keys() ?? [])].filter(
          (number) => field.valuesSince?.[number] === undefined,
        );
        return old.find((number) => number !== 0) ?? [...(field.names?.keys() ?? [1])].at(-1) ?? 1;
      }
      case 'fixed64':
      case 'int64':
      case 'sint64':
      case 'uint64':
        return BigInt(this.#next);
      default:
        return this.#next;
    }
  }
}

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);
const part = (name: string, length: number, padding = 0): PayloadPart => ({
  name,
  data: bytes(length),
  padding,
});

function payloadOf(type: ImageTypeName, values: Values): readonly PayloadPart[] | undefined {
  switch (imageType(type).payload) {
    case 'pipe':
    case 'packet':
      return [part('data', 4)];
    case 'tcp':
      return [part('inq', 4), part('outq', 4)];
    case 'semaphores':
      return [part('values', 8)];
    case 'messages':
      return [
        {
          ...part('message', 8),
          head: { message: 'ipc_msg', fields: values.message(messageLayout('ipc_msg')) },
        },
      ];
    case 'bpfmap':
      return [part('keys', 4), part('values', 4)];
    default:
      return undefined;
  }
}

function record(message: MessageName, fields: Fields, payload?: readonly PayloadPart[]): MessageRecord {
  return { kind: 'message', offset: 0, length: 0, message, fields, ...(payload && { payload }) };
}

/** Every field of every message that images of the newest release can have, in files of their own. */
export function fullDirectory(): ImageDirectory {
  const values = new Values();
  const files: Record<string, Uint8Array> = {};
  const put = (type: ImageTypeName, id: number | undefined, records: readonly CriuRecord[]): void => {
    const { magic, service } = imageType(type);
    const head = service === true ? headMagics.service : headMagics.common;
    const magics = magic === undefined ? [] : type === 'INVENTORY' ? [magic] : [head, magic];
    const sink = new MemorySink();
    encodeFile({ name: fileName(type, id), type, magics }, records, sink);
    files[fileName(type, id)] = sink.result();
  };
  for (const type of Object.keys(imageTypes) as ImageTypeName[]) {
    const { message } = imageType(type);
    if (message === undefined || leftOutTypes.has(type)) continue;
    const records = [record(message, values.message(messageLayout(message)), payloadOf(type, values))];
    if (type === 'GHOST_FILE') {
      const chunk = values.message(messageLayout('ghost_chunk_entry'));
      records.push(record('ghost_chunk_entry', chunk, [part('content', 4)]));
    }
    const id = imageType(type).file.includes('%') ? 1 : undefined;
    put(type, id, records);
  }
  const { tc, ...thread } = values.message(messageLayout('core_entry'));
  put('CORE', 2, [record('core_entry', thread)]);
  put('FILES', undefined, fileEntries(values));
  return memoryDirectory(files);
}

function fileEntries(values: Values): readonly CriuRecord[] {
  return fileKindNames.map((kind, index) => {
    const { number, field, message } = fileKinds[kind];
    const own = { ...values.message(messageLayout(message)), id: index + 1 };
    return record('file_entry', { type: number, id: index + 1, [field]: own });
  });
}

/** A value of an image, with the fields (`message.field`) on the way to it. */
export interface SaidValue {
  readonly field: string;
  readonly value: string;
  /** Outermost first; the last one is `field`. */
  readonly trail: readonly string[];
  readonly file: string;
}

/** Everything that the messages of a directory say. */
export function saidBy(directory: ImageDirectory): readonly SaidValue[] {
  const said: SaidValue[] = [];
  const walk = (layout: MessageLayout, fields: Fields, trail: readonly string[], file: string): void => {
    for (const field of layout.fields) {
      const value = fields[field.name] as FieldValue | undefined;
      if (value === undefined) continue;
      const name = `${layout.name}.${field.name}`;
      const way = [...trail, layout.name, name];
      for (const item of field.repeated ? (value as readonly FieldValue[]) : [value]) {
        if (field.message !== undefined) walk(field.message, item as Fields, way, file);
        else said.push({ field: name, value: text(item), trail: way, file });
      }
    }
  };
  for (const { name } of directory.list()) {
    const source = identifyFile(name) && directory.open(name);
    if (source === undefined) continue;
    for (const each of decodeFile(source, name, () => {}).records()) {
      if (each.kind !== 'message') continue;
      walk(messageLayout(each.message), each.fields, [], name);
      for (const { head } of each.payload ?? []) {
        if (head !== undefined) walk(messageLayout(head.message), head.fields, [], name);
      }
    }
    source.close();
  }
  return said;
}

const text = (value: FieldValue): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
