/**
 * Pages of what is said of CRIU images only: their files, the references between them, and rules over the
 * checkpoint that record rules say of CPT images. Severity and meaning come from the tables of the codes.
 */
import type { CodeTable } from '../../diagnostic.ts';
import { blockCodes } from '../../memory/decoded-space.ts';
import { modelCodes } from '../../model/codes.ts';
import { kindCodes } from '../../model/from-criu/directory-kind.ts';
import { archiveCodes } from '../../parse/archive/codes.ts';
import { remoteCodes } from '../../parse/bytes/remote/codes.ts';
import { criuCodes } from '../../parse/criu/index.ts';
import { criuReferenceCodes } from '../../restore-sim/restorers/criu/reference-codes.ts';
import { checkpointRuleCodes } from '../../restore-sim/rules/index.ts';
import { ruleBook } from '../codes.ts';
import type { PageTable, RulePage } from '../page.ts';
import { notInFamily, saidByRecords } from './checkpoint.ts';

type Part = Omit<RulePage, 'severity' | 'meaning'>;

const pages = (table: CodeTable, part: (code: string) => Part): PageTable =>
  Object.fromEntries(
    Object.entries(table).map(([code, { severity, meaning }]) => [
      code,
      { severity, meaning, ...part(code) },
    ]),
  );

const only = (table: CodeTable, wanted: (code: string) => boolean): CodeTable =>
  Object.fromEntries(Object.entries(table).filter(([code]) => wanted(code)));

/** About fields of messages that could be read; all other codes of files are about framing. */
const schemaCodes: ReadonlySet<string> = new Set([
  'criu-wire-type',
  'criu-unknown-field',
  'criu-unknown-enum-value',
  'criu-missing-field',
  'criu-missing-newer-field',
]);

/** Other commands say these of what they are given or asked for. */
const ofJson: ReadonlySet<string> = new Set(['criu-bad-json', 'criu-not-crit', 'criu-crit-loss']);

const archivePart: Part = {
  why: 'What the archive does not yield, no restore gets: the engine that unpacks it stops or leaves it out.',
  bad: 'an archive that was cut while it was copied',
  good: 'an archive as Podman, CRI-O or containerd export it',
  mend: 'Export or copy the archive again.',
};

const jsonPart: Part = {
  why: 'None does: `cr-crit` says it of JSON, and `cr-validate` reads images only.',
  bad: 'JSON that was edited into something else than an image',
  good: 'JSON that `cr-crit decode` wrote',
  mend: 'Correct what the message names, or decode the file again.',
};

const filePart: Part = {
  why: 'CRIU reads a file when it needs it: an error stops the restore there, if it reads that file at all.',
  good: 'a file as CRIU wrote it',
  mend: '`cr-crit decode FILE` shows what can be read of it. Damaged files have to come from another copy.',
};

const fieldPart: Part = {
  why: 'CRIU refuses a message without a required field, and ignores fields and numbers that it does not know.',
  good: 'the fields that the release that wrote the image writes',
  mend: 'Restore with the release that wrote it, or a newer one.',
};

const remotePart: Part = {
  why: 'What is judged came over the network, in parts; a verdict holds for what was read.',
  good: 'a file or an image in a registry that nobody changes, read whole or in parts',
  mend: 'Read it again, or fetch a copy and judge that; docs/remote.md says what is checked.',
};

function partOfFile(code: string): Part {
  if (code.startsWith('archive-')) return archivePart;
  if (code.startsWith('remote-')) return remotePart;
  return ofJson.has(code) ? jsonPart : filePart;
}

const referencePart: Part = {
  why: 'CRIU looks the record up when it needs it, and gives up or crashes when it is not there.',
  good: 'an image directory as CRIU wrote it, with all of its files',
  mend: 'Put the missing file back, or correct the number with `cr-crit decode` and `cr-crit encode`.',
};

const rulePart: Part = {
  why: 'No kernel can be in such a state, so that no dump has written it. Of CPT images, record rules say it.',
  good: 'an image as CRIU wrote it',
  mend: 'Correct what the message names with `cr-crit decode` and `cr-crit encode`.',
};

export const criuFramingPages = pages(
  {
    ...only({ ...criuCodes, ...blockCodes }, (code) => !schemaCodes.has(code)),
    ...archiveCodes,
    ...remoteCodes,
  },
  partOfFile,
);
export const criuSchemaPages = pages(
  only(criuCodes, (code) => schemaCodes.has(code)),
  () => fieldPart,
);
const kindPart: Part = {
  why: 'It is what the directory is: other findings follow from it, and what helps depends on it. `cr-restore-sim` says what a restore needs.',
  good: 'a whole dump of one release in a directory of its own',
  mend: 'Do what the message says helps there.',
};

export const criuReferencePages = {
  ...pages(kindCodes, () => kindPart),
  ...pages(criuReferenceCodes, () => referencePart),
};

/** Where a record rule of CPT images has the same name, its page serves both. */
export const criuSemanticsPages = pages(
  {
    ...only(
      checkpointRuleCodes,
      (code) => (saidByRecords[code] !== undefined || notInFamily.has(code)) && !ruleBook.has(code),
    ),
    'missing-tree': modelCodes['missing-tree'],
    'short-payload': modelCodes['short-payload'],
  },
  () => rulePart,
);

/** Codes that no CPT image can raise. */
export const criuOnlyCodes: ReadonlySet<string> = new Set(
  [criuFramingPages, criuSchemaPages, criuReferencePages, criuSemanticsPages].flatMap((table) =>
    Object.keys(table),
  ),
);
