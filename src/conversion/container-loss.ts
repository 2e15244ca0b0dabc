/** What an engine wrote beside the images of a container: a conversion makes images, and the engine needs its own files, too. */
import type { Diagnostic } from '../diagnostic.ts';
import type { FoundImage } from '../open/open.ts';
import { conversionDiagnostic } from './codes.ts';

const shownMax = 8;

/** Nothing where no engine wrote the archive or directory that the images lie in. */
export function containerLoss({ around, name, containerInfo }: FoundImage): readonly Diagnostic[] {
  if (around === undefined || containerInfo(() => {}) === undefined) return [];
  const files = around.tree.list().flatMap(({ name: file, kind }) => (kind === 'file' ? [file] : []));
  if (files.length === 0) return [];
  const more = files.length > shownMax ? ` and ${files.length - shownMax} more` : '';
  const message = `the images of the container are converted, and not what its engine keeps beside them: ${files.slice(0, shownMax).join(', ')}${more}`;
  return [conversionDiagnostic('container-lost', message, { file: name })];
}
