/**
 * What an engine wrote beside the images of a container, which it needs for a restore: kept where the result has the
 * form of the engine's archive (images in `checkpoint/`, all else beside them), and said to be lost elsewhere.
 */
import type { Diagnostic } from '../diagnostic.ts';
import type { FoundImage } from '../open/open.ts';
import { imageFolder } from '../parse/archive/engine-folder.ts';
import type { ImageDirectory } from '../parse/archive/image-directory.ts';
import type { ArchivedMember } from '../parse/archive/write-tar.ts';
import { conversionDiagnostic } from './codes.ts';

export interface EngineFiles {
  readonly names: readonly string[];
  /** In the order of the tree; undefined where the result cannot be what the engine wrote. */
  readonly members: readonly ArchivedMember[] | undefined;
  /** An OCI layout or a pod is around them, whose own documents no archive of one container has. */
  readonly isInLayout: boolean;
}

/** Undefined where no engine wrote the archive or directory that the images lie in. */
export function engineFilesOf({ around, content, containerInfo }: FoundImage): EngineFiles | undefined {
  if (around === undefined || containerInfo(() => {}) === undefined) return undefined;
  const { tree, isLayout = false } = around;
  const names = tree.list().flatMap(({ name, kind }) => (kind === 'file' ? [name] : []));
  if (names.length === 0) return undefined;
  const isOwnPlace = content.form === 'directory' && content.directory.name === `${tree.name}/${imageFolder}`;
  // An older image beside it would have to be converted, too.
  const isAlone = !tree.list().some(({ name }) => name === 'pre-checkpoint');
  return { names, members: isOwnPlace && isAlone ? membersOf(tree) : undefined, isInLayout: isLayout };
}

const directoryMode = 0o700;
const fileMode = 0o600;

/** All but the images; undefined with something among them that is neither a file, a folder nor a link. */
function membersOf(tree: ImageDirectory): readonly ArchivedMember[] | undefined {
  const members: ArchivedMember[] = [];
  const walk = (folder: ImageDirectory, prefix: string): boolean =>
    folder.list().every(({ name, kind, size, target }) => {
      const path = `${prefix}${name}`;
      if (path === imageFolder) return true;
      if (kind === 'directory') {
        members.push({ path, kind, size: 0, mode: directoryMode });
        const inside = folder.directory(name);
        return inside !== undefined && walk(inside, `${path}/`);
      }
      if (kind === 'link')
        members.push({ path, kind, size: 0, mode: fileMode, ...(target !== undefined && { target }) });
      else if (kind === 'file')
        members.push({ path, kind, size, mode: fileMode, open: () => opened(folder, name) });
      return kind !== 'other';
    });
  return walk(tree, '') ? members : undefined;
}

function opened(folder: ImageDirectory, name: string) {
  const source = folder.open(name);
  if (source === undefined) throw Object.assign(new Error(`${name} is gone`), { code: 'ENOENT', path: name });
  return source;
}

const shownMax = 8;

export const namesText = (names: readonly string[]): string =>
  names.slice(0, shownMax).join(', ') +
  (names.length > shownMax ? ` and ${names.length - shownMax} more` : '');

/** `isCarried`: an archive would keep them. */
export function engineLoss({ names }: EngineFiles, image: FoundImage, isCarried: boolean): Diagnostic {
  const help = isCarried
    ? '; an OUTPUT named .tar, .tar.gz or .tar.zst keeps them'
    : '; keep the input, which has them';
  const message = `the images of the container are converted, and not what its engine keeps beside them: ${namesText(names)}${help}`;
  return conversionDiagnostic('container-lost', message, { file: image.name });
}

/** Of an archive of one container that was part of more. */
export const layoutLoss = (image: FoundImage): Diagnostic =>
  conversionDiagnostic(
    'container-lost',
    'the archive is that of the one container, as its engine writes it: what the OCI layout or the pod around it says (manifests, annotations) is not in it; keep the input, which has it',
    { file: image.name },
  );
