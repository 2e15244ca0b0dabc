/** What is said of a file that is no image: what it is, and what helps. */
import { hexText } from '../byte-text.ts';
import { type Diagnostic, ImageError } from '../diagnostic.ts';
import type { Family } from '../families/family.ts';
import { allFamilies } from '../families/index.ts';
import { archiveDiagnostic } from '../parse/archive/codes.ts';
import type { ImageDirectory } from '../parse/archive/image-directory.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { inputDiagnostic } from '../parse/input-codes.ts';
import { baseName } from '../path-name.ts';
import { isJsonLines, jsonLinesHelp } from './json-lines.ts';
import { otherThing, otherThingBytes } from './other-things.ts';

/** A file that is not packed. */
export function notAnImage(file: ByteSource): ImageError {
  const at = { file: file.name, offset: 0 };
  if (file.size === 0) return new ImageError(inputDiagnostic('empty-file', 'the file is empty', at));
  const said = isJsonLines(file)
    ? `it is a JSON document a line: ${jsonLinesHelp}`
    : whatItIs(file.view(0, Math.min(otherThingBytes, file.size)));
  return new ImageError(inputDiagnostic('not-an-image', `no image: ${said}`, at));
}

/** `start` are the first bytes of what is packed in a file. */
export function notAnImageInside(file: string, start: Uint8Array): ImageError {
  if (start.length === 0)
    return new ImageError(
      inputDiagnostic('empty-file', 'it is empty when it is unpacked', { file, offset: 0 }),
    );
  const message = `${file} holds no tar archive and no image: ${whatItIs(start)}`;
  return new ImageError(archiveDiagnostic('archive-bad-header', message, { file, offset: 0 }));
}

function whatItIs(start: Uint8Array): string {
  const other = otherThing(start);
  if (other !== undefined) return `it is ${other.what}${other.help === undefined ? '' : `: ${other.help}`}`;
  const first = hexText(start.subarray(0, 4)).replace(/..(?=.)/g, '$& ');
  const called = allFamilies.map(({ format }) => format.called).join(', ');
  return `nothing known starts with ${first}; an image is ${called}, or one of these in an archive`;
}

/** A document whose family is not in the table. */
export const ofNoFamily = ({ name }: ByteSource, id: string): ImageError =>
  new ImageError(
    inputDiagnostic(
      'not-an-image',
      `a document of family ${JSON.stringify(id.slice(0, 40))}, which is none`,
      {
        file: name,
        path: 'family',
      },
    ),
  );

/** Names that are told of what is there. */
const shownMax = 4;

/** An image that is a file beside others. */
interface ImageFile {
  readonly name: string;
  readonly family: Family;
}

/** A tree without images, perhaps because its archive ends too early; or a directory that has some which are files. */
export function nothingInside(
  tree: ImageDirectory,
  cut?: Diagnostic | undefined,
  files: readonly ImageFile[] = [],
): ImageError {
  if (cut !== undefined) {
    const has = tree
      .list()
      .slice(0, shownMax)
      .map(({ name }) => name);
    const message = `${tree.name} ends early, before any image: ${cut.message}; it has ${has.join(', ') || 'nothing'}`;
    return new ImageError(archiveDiagnostic('archive-truncated', message, { ...cut.at, file: tree.name }));
  }
  const [said = inputDiagnostic('not-an-image', `${tree.name} holds no image`, { file: tree.name })] =
    allFamilies.flatMap(({ format }) => format.nothingIn?.(tree) ?? []);
  if (files.length === 0) return new ImageError(said);
  const which = files
    .slice(0, shownMax)
    .map(({ name, family }) => `${baseName(name)} is ${family.format.called}`);
  const more = files.length > shownMax ? ' and so on' : '';
  return new ImageError({
    ...said,
    message: `${said.message}; ${which.join(', ')}${more}: name one of them`,
  });
}
