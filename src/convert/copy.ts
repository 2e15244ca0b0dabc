/** An image that is only brought to another place: a document in the record form becomes what it was made from. */

import { type CodeTable, diagnosticMaker } from '../diagnostic.ts';
import { contentDifference } from '../parse/content-difference.ts';
import type { Content } from '../parse/format.ts';
import { plural } from '../plural.ts';
import type { LegOutput, LegResult, Runner, Tools } from './leg.ts';

export const copyCodes = {
  'link-leads-nowhere': {
    severity: 'warning',
    meaning: 'A link of the image leads to nothing from where the result lies.',
  },
  'copy-differs': { severity: 'error', meaning: 'The result, read back, is not what was to be copied.' },
} as const satisfies CodeTable;

const copyDiagnostic = diagnosticMaker(copyCodes);

export const copyRunner = (form: Content['form']): Runner => ({
  form,
  takes: [],
  allowances: [],
  prepare({ content }, to, _options, { report }) {
    const files = filesOf(content);
    return {
      from: to,
      evidence: 'named by the document',
      to,
      facts: content.form === 'file' ? [] : [plural(files, 'file')],
      json: { files },
      run(output): LegResult {
        if (output !== undefined) copy(content, output, report);
        return { isUsable: true, hops: [] };
      },
      verify(result) {
        const found = contentDifference(content, result);
        if (found === undefined) return { problems: [] };
        const { what, ...at } = found;
        return { problems: [copyDiagnostic('copy-differs', `not as the document says: ${what}`, at)] };
      },
      close() {},
    };
  },
});

const filesOf = (content: Content): number =>
  content.form === 'file' ? 1 : content.directory.list().filter(({ kind }) => kind === 'file').length;

function copy(content: Content, output: LegOutput, report: Tools['report']): void {
  if (content.form === 'file' && output.form === 'file') {
    output.sink.copy(content.source, 0, content.source.size);
    return;
  }
  if (content.form === 'file' || output.form === 'file') throw new Error('a directory is no file');
  const { directory } = content;
  for (const { name, kind, target } of directory.list()) {
    if (kind === 'link' && target !== undefined && !output.link(name, target)) {
      const message = `${name} leads to ${target}, and nothing is there from where the result lies`;
      report(copyDiagnostic('link-leads-nowhere', message, { file: name }));
    }
    const source = kind === 'file' ? directory.open(name) : undefined;
    if (source === undefined) continue;
    try {
      const sink = output.create(name);
      sink.copy(source, 0, source.size);
      sink.close();
    } finally {
      source.close();
    }
  }
}
