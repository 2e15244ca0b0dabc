/**
 * Converting an image of any family into any variant that a route leads to: one plan, one report and one verification
 * for all. The result appears whole, verified, or not at all.
 */
import { refuseOthers, wishes } from './conversion/check-options.ts';
import { writeDocument } from './conversion/document.ts';
import { engineFilesOf, engineLoss, layoutLoss } from './conversion/engine-files.ts';
import type { Conversion, ConversionReport, ConvertOptions } from './conversion/options.ts';
import { Run } from './conversion/run.ts';
import { type Leg, legsTo, variantInName } from './conversion/target.ts';
import { copyRunner } from './convert/copy.ts';
import type { Diagnostic } from './diagnostic.ts';
import { chosenImage, type FoundImage, openInput } from './open/open.ts';
import { isArchived } from './open/output.ts';
import { withInputs } from './parse/bytes/inputs.ts';
import { UsageError } from './usage-error.ts';

export type { ConversionReport, ConvertOptions } from './conversion/options.ts';

/**
 * Converts what lies at `input` to `output` (`-` for either is a stream). Throws ImageError for what is no image or has
 * no route, UsageError for options that do not fit together, and the errors of the file system.
 */
export const convertImage = (
  input: string,
  output: string | undefined,
  options: ConvertOptions = {},
): Promise<ConversionReport> => withInputs(() => openAndConvert(input, output, options));

async function openAndConvert(
  input: string,
  output: string | undefined,
  options: ConvertOptions,
): Promise<ConversionReport> {
  const found: Diagnostic[] = [];
  const opened = await openInput(input, { report: (diagnostic) => found.push(diagnostic) });
  try {
    const image = chosenImage(opened, options.container);
    return await convertFound(image, { input, output, options, found });
  } finally {
    opened.close();
  }
}

/** The same for an image that is open. */
export async function convertFound(image: FoundImage, asked: Conversion): Promise<ConversionReport> {
  const { options, output } = asked;
  if (output !== undefined && !isArchived(output)) refusePackedName(output);
  const from = options.from ?? image.documentVariant;
  const word = options.to ?? variantInName(output) ?? image.documentVariant;
  if (word === 'json') return writeDocument(image, withEngineFiles(image, asked, []));
  // Unless something else is asked for, a document becomes the image again that it was made from, sound or not.
  const isCopy =
    word !== undefined &&
    word === image.documentVariant &&
    isWordOf(image, word) &&
    wishes(options).length === 0;
  const legs = isCopy
    ? [{ runner: copyRunner(image.content.form), to: word }]
    : await legsTo(image, word, from);
  refuseOthers(options, legs);
  if (output !== undefined && !isArchived(output)) refuseFileName(output, legs);
  return await new Run(image, withEngineFiles(image, asked, legs), from).go(legs);
}

/** Nothing but archives is written compressed: the name would say what the content is not. */
function refusePackedName(output: string): void {
  const [, plain] = /^(.+)\.(?:gz|zst|xz|bz2|lz4|zip)$/i.exec(output) ?? [];
  if (plain === undefined) return;
  throw new UsageError(
    `${output}: only archives of images (.tar.gz, .tar.zst) are written compressed; write ${plain}, and pack it afterwards`,
  );
}

/** `.cpt` names a file of the CPT kernels: a directory or another family's file of that name would mislead. */
function refuseFileName(output: string, legs: readonly Leg[]): void {
  const end = legs.at(-1) as Leg;
  if (!/\.cpt$/i.test(output) || end.to.startsWith('cpt-')) return;
  const what = end.runner.form === 'directory' ? 'which is a directory of images' : 'which is no CPT image';
  const plain = output.slice(0, -'.cpt'.length);
  throw new UsageError(
    `${output}: what is written is ${end.to}, ${what}: write ${plain}, or with --to one of the CPT kernels (--list)`,
  );
}

/** What an engine keeps beside the images goes along, or is said to be lost. */
function withEngineFiles(image: FoundImage, asked: Conversion, legs: readonly Leg[]): Conversion {
  const uses = legs.map(({ runner }) => runner.ofEngines);
  const files = uses.at(-1) === 'no matter' ? undefined : engineFilesOf(image);
  if (files === undefined) return asked;
  const isCarried = files.members !== undefined && uses.length > 0 && uses.every((use) => use === 'fit');
  if (isCarried && asked.output !== undefined && isArchived(asked.output)) {
    const lost = files.isInLayout ? [layoutLoss(image)] : [];
    return { ...asked, beside: files.members, found: [...asked.found, ...lost] };
  }
  return { ...asked, found: [...asked.found, engineLoss(files, image, isCarried)] };
}

/** What documents say of variants of the family, also of those that are none of ours: `cpt-unknown`, `criu-1.4`. */
const isWordOf = ({ family }: FoundImage, word: string): boolean =>
  word.startsWith(`${family.id}-`) && /^[\w./-]+$/.test(word);
