/** Files, inodes and terminals: what rst_file and its helpers want before they open anything. */
import { recordPath } from '../../../parse/cpt/path.ts';
import { noPosition, type ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType, dentryFlag } from '../../../parse/generated/cpt-records.ts';
import {
  fieldPlace,
  headerPlace,
  type Place,
  payloadPlace,
  type RecordRule,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';
import { isCharacterDevice, isFifo, isSocket } from './file-mode.ts';

const nameBytesMax = 4096;

interface OpenFile {
  readonly record: ObjectRecord<'file'>;
  hasName: boolean;
}

export const fileRule: RecordRuleMaker = (context): RecordRule => {
  const { report } = context;
  let open: OpenFile | undefined;
  const close = () => {
    if (open && !open.hasName && !isSocket(open.record.fields.iMode)) {
      const message = `${recordPath(open.record)} has no name and is no socket: EINVAL`;
      report('file-without-name', message, headerPlace(open.record));
    }
    open = undefined;
  };
  return {
    on: {
      section: close,
      file: (record) => {
        close();
        open = { record, hasName: false };
        checkFlags(context, record);
      },
      name: (record) => {
        if (open && record.parent === open.record) open.hasName = true;
        if (record.content === contentType.name) checkName(context, record);
      },
    },
    finish: close,
  };
};

function checkFlags({ report }: RecordRuleContext, file: ObjectRecord<'file'>): void {
  const { lflags, inode } = file.fields;
  if ((lflags & dentryFlag.deleted) !== 0 && inode === noPosition) {
    const message = `${recordPath(file)} was deleted and has no inode with its content: EINVAL`;
    report('deleted-without-inode', message, fieldPlace(file, 'inode'));
  }
  if ((lflags & dentryFlag.hardlinked) !== 0) {
    const message = `${recordPath(file)} lives on under another name: EPERM unless hard links are allowed`;
    report('hardlinked-file', message, fieldPlace(file, 'lflags'));
  }
}

/** Only the last bytes are needed to see that a name ends; an empty one starts with its end. */
function checkName({ report, source }: RecordRuleContext, name: ObjectRecord<'name'>): void {
  const { payload, parent } = name;
  if (!('offset' in payload) || !parent) return;
  // Firewall rules and archives of older kernels are texts of any length.
  if (parent.kind === 'section' || parent.kind === 'vfsmount') return;
  const { length, offset } = payload;
  const isEnded = length > 0 && source.view(offset + length - 1, 1)[0] === 0;
  const isEmpty = length === 0 || source.view(offset, 1)[0] === 0;
  const place: Place = payloadPlace(name);
  if (length > nameBytesMax || !isEnded) {
    const what = length > nameBytesMax ? `has ${length} bytes` : 'does not end with a zero byte';
    report('empty-name', `a name ${what}; kernels treat it as none (EINVAL)`, place);
  } else if (isEmpty && parent.kind === 'file' && parent.fields.inode === noPosition) {
    // The path of a shared memory segment may be unreachable, and is empty then.
    report('empty-name', `${recordPath(parent)} has an empty name: EINVAL`, place);
  }
}

export const inodeRule: RecordRuleMaker = ({ report }): RecordRule => {
  let buffers = 0;
  const terminals = new Set<number>();
  const suspects: { readonly inode: number; readonly place: Place; readonly message: string }[] = [];
  return {
    on: {
      inode: () => {
        buffers = 0;
      },
      bits: (record) => {
        if (record.parent?.kind !== 'inode' || !isFifo(record.parent.fields.mode)) return;
        buffers += 1;
        if (buffers < 2) return;
        const message = `${recordPath(record.parent)} has a second buffer of unread bytes: EINVAL`;
        report('pipe-content-twice', message, headerPlace(record));
      },
      ref: (record) => {
        if (record.parent?.kind === 'inode') terminals.add(record.parent.offset);
      },
      file: (file) => {
        const { iMode, priv, inode } = file.fields;
        if (!isCharacterDevice(iMode) || priv !== noPosition || inode === noPosition) return;
        const message = `${recordPath(file)} is a terminal and names no TTY object: EINVAL`;
        suspects.push({ inode: Number(inode), place: fieldPlace(file, 'priv'), message });
      },
    },
    finish: () => {
      for (const { inode, place, message } of suspects) {
        if (terminals.has(inode)) report('terminal-without-object', message, place);
      }
    },
  };
};
