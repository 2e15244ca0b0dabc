/** Records of a CRIU image in a few words: what tells an entry from others of its kind. */
import { utf8Text } from '../../byte-text.ts';
import { fileKindOf } from '../../model/from-criu/open-files.ts';
import { fieldRangesOf, type MessageLayout, scalarAt } from '../../parse/criu/index.ts';
import { hex, modeText, plural } from '../words.ts';
import { type Scalar, scalarText } from './value-text.ts';

/** Values by path; names that CRIU wrote as bytes are text here. */
type Values = (path: string) => string | undefined;

type Label = (values: Values, texts: ReadonlyMap<string, string>) => string;

/** Enough for every field that a label shows; entries of thousands of values are not read to their end. */
const valuesMax = 96;

/** The label of a message. */
export function messageLabel(layout: MessageLayout, bytes: Uint8Array): string {
  const values = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const range of fieldRangesOf(layout, bytes)) {
    if (texts.size >= valuesMax) break;
    // Of lists, such as registers, the first element is enough.
    if (range.isNested || (range.field?.repeated === true && !range.path.endsWith('[0]'))) continue;
    const value = scalarAt(bytes, range);
    values.set(range.path, plain(value));
    texts.set(range.path, scalarText(range.message, range.field, value));
  }
  const label = labels[layout.name];
  return label === undefined ? firstFields(texts) : label((path) => values.get(path), texts);
}

const plain = (value: Scalar): string => (value instanceof Uint8Array ? utf8Text(value) : String(value));

const address = (text: string | undefined): string => BigInt(text ?? 0).toString(16);

const protections = (prot: number, isShared: boolean): string =>
  ['r', 'w', 'x'].map((letter, bit) => ((prot & (1 << bit)) === 0 ? '-' : letter)).join('') +
  (isShared ? 's' : 'p');

const named = (...names: readonly (string | undefined)[]): string =>
  names.filter((name) => name !== undefined && name !== '').join(' ');

const labels: Readonly<Record<string, Label>> = {
  pstree_entry: (of) => `pid ${of('pid')}, ppid ${of('ppid')}`,
  core_entry: (of, texts) =>
    named(of('tc.comm') ?? of('thread_core.comm'), texts.get('tc.task_state')?.replace(/^\d+ /, '')),
  vma_entry: (of, texts) => {
    const isShared = (Number(of('flags') ?? 0) & 1) !== 0;
    const perms = protections(Number(of('prot') ?? 0), isShared);
    return `${address(of('start'))}-${address(of('end'))} ${perms} ${areaText(texts.get('status'))}`.trimEnd();
  },
  fdinfo_entry: (of) =>
    `fd ${of('fd')}, ${fileKindOf(Number(of('type') ?? 0)) ?? `type ${of('type')}`} ${of('id')}`,
  file_entry: (of, texts) => {
    const name = [...texts].find(([path]) => /\.name$/.test(path))?.[1];
    return named(fileKindOf(Number(of('type') ?? 0)) ?? `type ${of('type')}`, of('id'), name);
  },
  pagemap_entry: (of, texts) =>
    named(
      address(of('vaddr')),
      plural(Number(of('nr_pages') ?? of('compat_nr_pages') ?? 0), 'page'),
      texts.get('flags'),
    ),
  mnt_entry: (of, texts) => named(of('mnt_id'), texts.get('mountpoint')),
  sa_entry: (of) => {
    const handler = BigInt(of('sigaction') ?? 0);
    return handler === 0n ? 'default' : handler === 1n ? 'ignore' : hex(handler);
  },
  reg_file_entry: (of, texts) => named(of('id'), texts.get('name')),
  utsns_entry: (_of, texts) => texts.get('nodename') ?? '',
  rlimit_entry: (of) => `${limit(of('cur'))} of ${limit(of('max'))}`,
  ipc_sem_entry: ipcLabel,
  ipc_msg_entry: ipcLabel,
  ipc_shm_entry: ipcLabel,
  ipc_msg: (of) => `type ${of('mtype')}, ${of('msize')} bytes`,
  inventory_entry: (of) => `image version ${of('img_version')}`,
};

function ipcLabel(of: Values): string {
  const key = hex(BigInt.asUintN(32, BigInt(of('desc.key') ?? 0)));
  return `id ${of('desc.id')}, key ${key}, mode ${modeText(Number(of('desc.mode') ?? 0))}`;
}

const limit = (text: string | undefined): string =>
  text === String((1n << 64n) - 1n) ? 'unlimited' : (text ?? '?');

const areaText = (status = ''): string =>
  status
    .split(' ')
    .filter((name) => name !== 'VMA_AREA_REGULAR')
    .map((name) => name.replace(/^VMA_(?:AREA_)?/, '').toLowerCase())
    .join(' ');

const telling = [
  'fd',
  'pid',
  'id',
  'name',
  'path',
  'ino',
  'key',
  'mnt_id',
  'signo',
  'uid',
  'index',
  'start',
  'cgset',
];
const shownMax = 2;

function firstFields(texts: ReadonlyMap<string, string>): string {
  const found = [...texts].filter(([path]) => telling.includes(path.slice(path.lastIndexOf('.') + 1)));
  const shown = found.length > 0 ? found : [...texts];
  return shown
    .slice(0, shownMax)
    .map(([path, text]) => `${path.slice(path.lastIndexOf('.') + 1)} ${text}`)
    .join(', ');
}
