/** Host names, beancounters and the archives of tmpfs mounts. */
import { latin1Text } from '../../../byte-text.ts';
import { recordPath } from '../../../parse/cpt/path.ts';
import { type ObjectRecord, sectionOf } from '../../../parse/cpt/record.ts';
import { contentType, sectionType } from '../../../parse/generated/cpt-records.ts';
import {
  fieldPlace,
  headerPlace,
  payloadBytes,
  payloadPlace,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';

/** Names of __NEW_UTS_LEN characters; rst_utsname copies at most 65 bytes. */
const hostNameBytesMax = 65;
const firstVersionWithRelease = 0x800;

export const hostNameRule: RecordRuleMaker = ({ report, header }) => {
  let count = 0;
  return {
    on: {
      name: (record) => {
        if (record.parent?.kind !== 'section' || sectionOf(record) !== sectionType.utsname) return;
        count += 1;
        const { length } = record.payload;
        const most = header.imageVersion >= firstVersionWithRelease ? 3 : 2;
        if (length > hostNameBytesMax) {
          report(
            'host-names',
            `a host name of ${length} bytes with its padding: ENAMETOOLONG`,
            payloadPlace(record),
          );
        }
        if (count > most) {
          report(
            'host-names',
            `name ${count} of ${most} that this version knows: EINVAL`,
            headerPlace(record),
          );
        }
      },
    },
  };
};

/** UB_RESOURCES of 042stab kernels; two values are kept for each, in 64 places. */
const resourcesMax = 25;

export const beancounterRule: RecordRuleMaker = ({ report }) => ({
  on: {
    ubc: (record) => {
      // Without content code ARRAY the number is what was in memory before.
      if (record.content !== contentType.array || record.fields.ubResources <= resourcesMax) return;
      const message = `${record.fields.ubResources} resources; kernels know ${resourcesMax} (EINVAL)`;
      report('beancounter-resources', message, fieldPlace(record, 'ubResources'));
    },
  },
});

const memberBytes = 512;
const checksumAt = 148;
const checksumBytes = 8;

/** A fourth or fifth NAME of a tmpfs mount is the archive; only its first header is looked at. */
export const archiveRule: RecordRuleMaker = (context) => ({
  on: {
    name: (record) => {
      if (record.parent?.kind !== 'vfsmount' || record.content !== contentType.data) return;
      checkArchive(context, record);
    },
  },
});

function checkArchive(context: RecordRuleContext, record: ObjectRecord<'name'>): void {
  const { len } = record.fields;
  if (len !== undefined && len > record.payload.length) {
    const message = `an archive of ${len} bytes in an object that holds ${record.payload.length}`;
    context.report('payload-length', message, fieldPlace(record, 'len'));
  }
  const head = payloadBytes(context, record, memberBytes);
  if (head.length < memberBytes || head.every((byte) => byte === 0)) return;
  const text = latin1Text(head.subarray(257, 262));
  const stored = Number.parseInt(latin1Text(head.subarray(checksumAt, checksumAt + checksumBytes)), 8);
  if (text === 'ustar' && stored === checksumOf(head)) return;
  const message = `${recordPath(record)} does not start with a member of a tar archive: tar fails (EINVAL)`;
  context.report('archive-content', message, { ...payloadPlace(record), length: memberBytes });
}

/** Sum of all bytes, the checksum itself counted as blanks. */
const checksumOf = (head: Uint8Array) =>
  head.reduce(
    (sum, byte, at) => sum + (at >= checksumAt && at < checksumAt + checksumBytes ? 0x20 : byte),
    0,
  );
