/** An image as a document in the record form, which every family has. */
import { basename } from 'node:path';
import { BoundedReport, type Diagnostic } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import type { FoundImage } from '../open/open.ts';
import { liesBeside, outputFor } from '../open/output.ts';
import { UsageError } from '../usage-error.ts';
import { refuseOthers } from './check-options.ts';
import type { Conversion, ConversionReport } from './options.ts';
import { idOf } from './target.ts';

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
  if (options.from !== undefined && named === undefined)
    throw new UsageError(`unknown variant "${options.from}"; --list shows them`);
  const variant = named ?? image.documentVariant ?? detected?.id ?? `${family.id}-unknown`;
  const base = {
    ...{ input, output: path, from: variant, evidence: detected?.evidence ?? 'nothing tells', to: 'json' },
    ...{
      facts: [],
      hops: [],
      lines: [],
      json: {},
      verified: false,
      isPlan: options.plan === true || path === undefined,
    },
  };
  if (base.isPlan || path === undefined) return { ...base, diagnostics, refused: false, written: false };
  const isInline =
    options.inlinePayload === true ||
    image.document !== undefined ||
    !isWholeInput(image, input) ||
    !liesBeside(path, input);
  const output = outputFor(path, 'file', { force: options.force === true, inputs: [input] });
  try {
    if (output.to.form !== 'file') throw new Error('a document is a file');
    const encoder = new TextEncoder();
    const imageName = isInline ? undefined : basename(input);
    for (const text of form.write(content, { variant, imageName, report }))
      output.to.sink.write(encoder.encode(text));
    const refused = diagnostics.some(({ severity }) => severity === 'error');
    if (!refused) output.commit();
    return { ...base, diagnostics, refused, written: !refused };
  } finally {
    output.discard();
  }
}

/** What the user named is the image itself, and not something that it is in. */
const isWholeInput = ({ content, name, startAt }: FoundImage, input: string): boolean =>
  name === input && startAt === undefined && (content.form === 'directory' || content.source.name === input);
