/** Messages of image files in which two readers see two things: fields that stand twice, and further entries. */

import { limits } from '../../../../limits.ts';
import {
  decodeFile,
  type FieldLayout,
  identifyFile,
  imageType,
  type MessageLayout,
  messageLayout,
} from '../../../../parse/criu/index.ts';
import { WireReader, WireType } from '../../../../parse/criu/wire.ts';
import { inImage } from '../../../trust/rule.ts';
import { criuTrustRule } from '../rule.ts';

export const encodingRule = criuTrustRule(
  {
    'trust-repeated-field': {
      severity: 'error',
      meaning: 'A field that a message has once stands in it twice.',
      why: 'CRIU takes the last, and merges messages; a reader that takes the first sees other rights.',
      bad: 'creds with uid 1000 and, after it, uid 0',
      good: 'each field once, as CRIU writes them',
      mend: 'Do not restore it: CRIU writes no such file.',
      reference: 'protobuf encoding, Last One Wins; seen with CRIU 4.2',
    },
    'trust-second-entry': {
      severity: 'note',
      meaning: 'A file of one entry has more: CRIU reads the first.',
      why: 'A reader that takes the last sees other rights.',
      bad: 'two entries in core-1.img',
      good: 'one entry',
      mend: 'Do not restore it: CRIU writes no such file.',
      reference: 'criu/image.c; seen with CRIU 4.2: the first is used',
    },
  },
  (images, _, report) => {
    const { image } = images;
    for (const name of image.sizes.keys()) {
      const identity = identifyFile(name);
      // Memory is not a matter of rights, and most of an image.
      if (
        identity === undefined ||
        skipped.has(identity.type) ||
        imageType(identity.type).message === undefined
      )
        continue;
      const source = image.directory.open(name);
      if (source === undefined) continue;
      try {
        let count = 0;
        for (const record of decodeFile(source, name, () => {}).records()) {
          // Of a file of one entry the decoder reads one; what is behind it is carried as it is.
          if (record.kind === 'opaque' && record.reason === 'trailing') count += 1;
          if (record.kind !== 'message') continue;
          count += 1;
          const twice =
            record.raw === undefined ? undefined : repeatedField(record.raw, messageLayout(record.message));
          if (twice !== undefined)
            report(
              'trust-repeated-field',
              inImage(images, { file: name, offset: record.offset }, `${twice.path} twice`),
              `repeated ${twice.isMessage ? 'message field' : 'scalar field'}: ${twice.path} stands twice in an entry of ${name}`,
            );
        }
        if (count > 1 && imageType(identity.type).single === true)
          report(
            'trust-second-entry',
            { member: `${images.prefix}${name}`, field: '2nd entry' },
            `more than one entry: bytes follow the entry of ${name}, CRIU reads the first`,
          );
      } finally {
        source.close();
      }
    }
  },
);

const skipped: ReadonlySet<string> = new Set([
  'PAGEMAP',
  'SHMEM_PAGEMAP',
  'STATS_DUMP',
  'STATS_RESTORE',
  'IRMAP_CACHE',
]);

interface Repeated {
  readonly path: string;
  readonly isMessage: boolean;
}

/** The path of the first field that stands twice; undefined where none does. */
function repeatedField(bytes: Uint8Array, layout: MessageLayout): Repeated | undefined {
  try {
    return find(new WireReader(bytes), layout, bytes.length, 0);
  } catch {
    // Damage, which the decoder has said.
    return undefined;
  }
}

function find(reader: WireReader, layout: MessageLayout, end: number, depth: number): Repeated | undefined {
  const seen = new Set<number>();
  while (reader.position < end) {
    const tag = reader.tag();
    const number = tag >>> 3;
    const wireType = (tag & 7) as WireType;
    const field: FieldLayout | undefined = layout.byNumber[number];
    if (field !== undefined && !field.repeated && seen.has(number))
      return { path: field.name, isMessage: field.kind === 'message' };
    seen.add(number);
    if (
      field?.kind === 'message' &&
      field.message !== undefined &&
      wireType === WireType.LengthDelimited &&
      depth < limits.messageDepth
    ) {
      const length = reader.uint32();
      const inner = find(reader, field.message, reader.position + length, depth + 1);
      if (inner !== undefined) return { ...inner, path: `${field.name}.${inner.path}` };
    } else reader.skip(wireType);
  }
  return undefined;
}
