/** An image as a document in the record form, which every family has. */
import { BoundedReport, type Diagnostic, ImageError } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import type { FoundImage } from '../open/open.ts';
import { type ConversionOutput, nameBeside, outputFor } from '../open/output.ts';
import { lent } from '../parse/bytes/byte-source.ts';
import { contentDifference } from '../parse/content-difference.ts';
import type { Content, RecordForm } from '../parse/format.ts';
import { refuseOthers } from './check-options.ts';
import { conversionDiagnostic } from './codes.ts';
import type { Conversion, ConversionReport } from './options.ts';
import { idOf, unknownVariant } from './target.ts';

/** Payloads are references where the image lies beside the document, and inside of it elsewhere. */
export async function writeDocument(image: FoundImage, conversion: Conversion): Promise<ConversionReport> {
  const { input, output: path, options, found } = conversion;
  refuseOthers(options, []);
  const { family, content } = image;
  const [form, model] = [await family.records(), await family.model()];
  const diagnostics: Diagnostic[] = [...found];
  const { report } = new BoundedReport(
    (diagnostic) => void diagnostics.push(diagnostic),
    limits.diagnosticsKept,
  );
  const detected = model.variant(content);
  const named = options.from === undefined ? undefined : idOf(options.from)?.id;
  if (options.from !== undefined && named === undefined) throw await unknownVariant(options.from);
  const variant = named ?? image.documentVariant ?? detected?.id ?? `${family.id}-unknown`;
  const base = {
    input,
    output: path,
    from: variant,
    evidence: detected?.evidence ?? 'nothing tells',
    to: 'json',
    facts: [],
    hops: [],
    lines: [],
    json: {},
    isPlan: options.plan === true || path === undefined,
  };
  if (base.isPlan || path === undefined)
    return { ...base, diagnostics, refused: false, written: false, verified: false };
  const canRefer = options.inlinePayload !== true && image.isAsNamed;
  const imageName = canRefer ? nameBeside(path, input) : undefined;
  const output = await outputFor(path, 'file', { force: options.force === true });
  try {
    if (output.to.form !== 'file') throw new Error('a document is a file');
    const encoder = new TextEncoder();
    for (const text of form.write(content, { variant, imageName, report }))
      output.to.sink.write(encoder.encode(text));
    const isChecked = options.verify !== false;
    const difference = isChecked ? differenceOf(form, { content, output, imageName }) : undefined;
    if (difference !== undefined) report(difference);
    // What is wrong with the image is said, and is in the document as it is.
    const refused = difference !== undefined;
    if (!refused) output.commit();
    const verified = isChecked && !refused;
    const rehearsal = verified ? 'Read back: the same bytes.' : undefined;
    return { ...base, diagnostics, refused, written: !refused, verified, rehearsal };
  } finally {
    output.discard();
  }
}

interface Written {
  readonly content: Content;
  readonly output: ConversionOutput;
  readonly imageName: string | undefined;
}

/** Reads the document back: it has to become the image again, byte for byte. */
function differenceOf(form: RecordForm, { content, output, imageName }: Written): Diagnostic | undefined {
  const document = output.content();
  if (document.form !== 'file') throw new Error('a document is a file');
  const beside = imageName === undefined ? undefined : () => stayingOpen(content);
  let again: Content | undefined;
  try {
    again = form.imageOf(document.source, beside, () => {});
    const found = contentDifference(content, again);
    if (found === undefined) return undefined;
    const { what, ...at } = found;
    return conversionDiagnostic('document-differs', `it does not become the image again: ${what}`, at);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    return conversionDiagnostic('document-differs', `it cannot be read back: ${error.message}`);
  } finally {
    if (again !== undefined) (again.form === 'file' ? again.source : again.directory).close();
  }
}

/** The same for somebody who closes it. */
function stayingOpen(content: Content): Content {
  if (content.form === 'directory') {
    const { directory } = content;
    return { form: 'directory', directory: { ...directory, close() {} } };
  }
  return { form: 'file', source: lent(content.source) };
}
