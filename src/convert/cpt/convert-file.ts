/** Converting one image file into another: for programs that use the library; the command adds its own reports. */

import type { Diagnostic } from '../../diagnostic.ts';
import { pushAll } from '../../lists.ts';
import { fileSource } from '../../parse/bytes/byte-source.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import type { Applied } from './apply.ts';
import { type ConvertOptions, imageInput, type Plan, planConversion, runConversion } from './convert.ts';
import { verifyConversion } from './verify-conversion.ts';

export interface ConvertResult {
  readonly plan: Plan;
  readonly applied: Applied;
  readonly diagnostics: readonly Diagnostic[];
  /** The output was written; false when the image is damaged, cannot be expressed, or did not verify. */
  readonly written: boolean;
}

/**
 * Converts `inputPath` to `outputPath`, which must not exist unless `force` is set. The output appears whole,
 * verified, or not at all. Throws ImageError for a file that is no image, and the errors of the file system.
 */
export function convertImage(
  inputPath: string,
  outputPath: string,
  options: ConvertOptions & { readonly force?: boolean } = {},
): ConvertResult {
  const source = fileSource(inputPath);
  const output = openOutput(outputPath, { force: options.force ?? false, inputs: [inputPath] });
  try {
    const diagnostics: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
    const hasErrors = () => diagnostics.some(({ severity }) => severity === 'error');
    const input = imageInput(source);
    const plan = planConversion(input, options, report);
    if (hasErrors())
      return { plan, applied: { changes: [], losses: [], records: 0 }, diagnostics, written: false };
    const applied = runConversion(input, plan, output.sink, report);
    if (!hasErrors()) {
      const result = output.readBack();
      const { problems } = verifyConversion({ original: source, result, plan, applied, diagnostics });
      pushAll(diagnostics, problems);
      result.close();
    }
    if (!hasErrors()) output.commit();
    return { plan, applied, diagnostics, written: !hasErrors() };
  } finally {
    output.discard();
    source.close();
  }
}
