/** An image that is only brought to another place: a document in the record form becomes what it was made from. */
import type { ImageDirectory } from '../parse/archive/image-directory.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { LegResult, Runner } from './leg.ts';

/** Of images that are directories. */
export const copyRunner: Runner = {
  form: 'directory',
  takes: [],
  allowances: [],
  prepare({ content }, to) {
    if (content.form !== 'directory') throw new Error('only directories are copied');
    const { directory } = content;
    const files = directory.list().filter(({ kind }) => kind === 'file');
    return {
      ...{ from: to, evidence: 'named by the document', to },
      facts: [`${files.length} files`],
      json: { files: files.length },
      run(output): LegResult {
        if (output?.form === 'file') throw new Error('a directory is no file');
        for (const { name, kind, target } of output === undefined ? [] : directory.list()) {
          if (kind === 'link' && target !== undefined) output?.link(name, target);
          if (kind === 'file')
            withFile(directory, name, (source) => {
              const sink = output?.create(name);
              sink?.copy(source, 0, source.size);
              sink?.close();
            });
        }
        return { isUsable: true, hops: [] };
      },
      verify(result) {
        const other = result.form === 'directory' ? result.directory : undefined;
        const wrong = files.find(
          ({ name, size }) => other?.list().find((each) => each.name === name)?.size !== size,
        );
        if (wrong === undefined) return { problems: [] };
        const message = `${wrong.name} was not written to its end`;
        return { problems: [{ code: 'verification-failed', severity: 'error', message }] };
      },
      close() {},
    };
  },
};

function withFile(directory: ImageDirectory, name: string, use: (source: ByteSource) => void): void {
  const source = directory.open(name);
  if (source === undefined) return;
  try {
    use(source);
  } finally {
    source.close();
  }
}
