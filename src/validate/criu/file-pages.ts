/** Pages of single files of a CRIU image: magic numbers, lengths, messages and their fields. */
import { blockCodes } from '../../memory/decoded-space.ts';
import { criuCodes } from '../../parse/criu/index.ts';
import { pagesOf } from '../pages/pages-of.ts';

const {
  'criu-wire-type': wireType,
  'criu-unknown-field': unknownField,
  'criu-unknown-enum-value': unknownEnumValue,
  'criu-missing-field': missingField,
  'criu-missing-newer-field': missingNewerField,
  ...framing
} = criuCodes;

export const criuFramingPages = pagesOf(
  { ...framing, ...blockCodes },
  {
    'criu-unknown-file': [
      'CRIU opens files by the names that it knows, and never looks at others.',
      'core-7.img.bak, or a log, beside the images',
      'Nothing has to be done. A name with a slip in it (cores-7.img) has to be put right: CRIU would miss that file.',
    ],
    'criu-truncated-magic': [
      'CRIU reads one or two magic numbers, four bytes each, before anything else, and gives the file up.',
      'a file of three bytes, or one that a full disk left empty',
      'Copy the file again from the place of the dump, and compare the sizes; else dump again.',
    ],
    'criu-wrong-magic': [
      'CRIU compares them with those of the file\'s type: "Magic doesn\'t match for X".',
      'mm-1.img that was copied over core-1.img; a directory of CRIU 1.5 whose inventory says img_version 2',
      'Copy the file of that name from the dump. The inventory says by img_version whether files have one magic number (1) or two (2).',
    ],
    'criu-truncated-record': [
      'CRIU reads the length and then misses the bytes: it gives up at this record, after it has used those before.',
      'files.img that was cut while it was copied',
      'Copy the file again; `cr-inspect DIR/FILE records` shows the last whole record.',
    ],
    'criu-record-too-large': [
      'The four bytes in front of a message are no length: CRIU allocates as much as they say, or gives up.',
      'a record of 0x7fffffff bytes, where other bytes were written over the length',
      'Copy the file again; `cr-inspect DIR/FILE records` shows the place. No edit can find the next record.',
    ],
    'criu-malformed-message': [
      'protobuf-c cannot unpack the message, and CRIU gives up where it reads it.',
      'zeros or other bytes in the middle of core-1.img',
      'Copy the file again: a file that was damaged in one place is likely damaged in others.',
    ],
    'criu-truncated-payload': [
      'Bytes follow some messages (pipe data, packets, messages, ghost files), as many as the message says; CRIU misses the rest.',
      'pipes-data.img that says 4096 bytes and holds 100',
      'Copy the file again. Who can do without the data sets its length to what is there with `cr-crit decode` and `cr-crit encode`.',
    ],
    'criu-trailing-bytes': [
      'CRIU reads one record from such a file and never looks at the rest.',
      'core-1.img with a second record, or three more bytes, behind the first',
      'The restore goes on. Find out who wrote there: two files may have been put together; `cr-crit decode` and `cr-crit encode` drop nothing.',
    ],
    'criu-odd-padding': [
      'CRIU passes over padding without a look.',
      'a byte other than zero behind the text of a message of System V',
      'Nothing has to be done for the restore; the bytes came from somebody, not from CRIU.',
    ],
    'criu-no-inventory': [
      'CRIU reads inventory.img first: version, form of the files, root ids. Without it nothing is restored.',
      'a directory of which only pages and pagemaps were copied',
      'Name the directory that has it, or copy it from the place of the dump; a dump that failed has none: look at the end of dump.log.',
    ],
    'criu-older-image-apart': [
      'An incremental dump has only the pages that changed; CRIU reads the others from the directory that `parent` leads to.',
      'JSON of a dump that was made with --prev-images-dir',
      'Keep the older image where `parent` leads, or make one of both: `cr-convert --flatten DIR NEW`.',
    ],
    'criu-bad-parent': [
      'CRIU follows the link for each page that it says is in an older image, and finds none.',
      'a link ../dump-1 in a directory that was moved by itself',
      'Move the older directory along, or set the link right: `ln -sfn OLDER DIR/parent`.',
    ],
    'criu-bad-block': [
      'The CRIU that restores compressed pages decodes each block to as many bytes as its entry says, or gives up.',
      'one changed byte in a file of compressed pages',
      'Copy the file of pages again: a block cannot be mended.',
    ],
    'criu-bad-json': [
      'Nothing restores JSON: `cr-crit encode` and `cr-convert` say it before they write anything.',
      'a number where an object has to be, or a key that the message does not have',
      'Correct what the message names: its path and line are those of the JSON.',
    ],
    'criu-not-crit': [
      'crit has no JSON for raw files: pages, outputs of ip and iptables, tar archives. `cr-crit` says it, not `cr-validate`.',
      '`cr-crit decode` of pages-1.img',
      'Use `--lossless`, and --refs for pages; `cr-inspect DIR memory` shows what lies at an address.',
    ],
    'criu-crit-loss': [
      "crit's JSON has no place for unknown fields and odd bytes: what `cr-crit encode` makes of it lacks them.",
      '`cr-crit decode` of a file of a newer CRIU, with a field that has no name',
      'Decode with `--lossless`, and encode that.',
    ],
  },
  'a file as CRIU wrote it',
);

export const criuSchemaPages = pagesOf(
  {
    'criu-wire-type': wireType,
    'criu-unknown-field': unknownField,
    'criu-unknown-enum-value': unknownEnumValue,
    'criu-missing-field': missingField,
    'criu-missing-newer-field': missingNewerField,
  },
  {
    'criu-wire-type': [
      'protobuf-c refuses a message with a number where text has to be, or the reverse.',
      'pid written as a string of bytes, by a program with another schema',
      'Write the message with the schema of CRIU: `cr-crit decode`, correct the field, `cr-crit encode`.',
    ],
    'criu-unknown-field': [
      'CRIU ignores fields that it does not know: what they say is not restored.',
      'field 9000 in core-1.img; an image of a CRIU that is newer than this program',
      'Restore with the CRIU that wrote the image. Of a release that you know to be older, ask who added the field.',
    ],
    'criu-unknown-enum-value': [
      'CRIU takes the number as it is, and gives up where it has nothing for it.',
      'type 99 of an entry in files.img',
      'Restore with the CRIU that wrote the image; a number that was edited has to be one of the names in docs/formats.',
    ],
    'criu-missing-field': [
      'The field is required: protobuf-c refuses the whole message.',
      'a pstree entry without pid',
      'Give it the value that it had: `cr-crit set FILE PATH=VALUE`, or take the file from another copy.',
    ],
    'criu-missing-newer-field': [
      'Newer releases refuse the message without it, or take the value for absent; those that wrote it never had it.',
      'an image of CRIU 1.8, read by 4.2',
      'Restore with the release that wrote the image, or bring it up: `cr-convert --to criu DIR NEW`.',
    ],
  },
  'the fields that the release that wrote the image writes',
);
