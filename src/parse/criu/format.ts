/** How CRIU images are told: a directory of files whose names and magic numbers are known. */
import type { Format } from '../format.ts';
import { criuDiagnostic } from './codes.ts';
import { findImageDirectories, parentName } from './find-images.ts';
import { headMagics, type ImageType, identifyFile, imageTypes } from './image-types.ts';
import { oneFileAlone, whatInstead } from './no-image.ts';

export const criuFormat: Format = {
  called: 'a CRIU image directory',
  memberLikeness(name, start) {
    if (identifyFile(name) !== undefined) return 'by name';
    return hasMagic(start) ? 'by start' : undefined;
  },
  holdsMembers: (names) =>
    names.some((name) => {
      const type = identifyFile(name)?.type;
      return type === 'INVENTORY' || type === 'PSTREE' || type === 'CORE' || type === 'PAGEMAP';
    }),
  findDirectories(root) {
    const directories = findImageDirectories(root, () => {});
    const parents = new Set(directories.map(parentName));
    return directories.map((directory) => {
      const holds = (wanted: string) => directory.list().some(({ name }) => name === wanted);
      const isWhole = holds('pstree.img');
      return {
        directory,
        isWhole,
        standsForFiles: isWhole || holds('inventory.img'),
        isOlder: parents.has(directory.name),
      };
    });
  },
  nothingIn: (root) =>
    criuDiagnostic('criu-no-inventory', `${root.name} holds no CRIU images: ${whatInstead(root)}`, {
      file: root.name,
    }),
  aloneAs: oneFileAlone,
};

/** CRIU 1.5 and older begin a file with the magic number of its type; inventory.img still does. */
const magics: ReadonlySet<number> = new Set([
  headMagics.common,
  headMagics.service,
  ...(Object.values(imageTypes) as readonly ImageType[]).flatMap(({ magic }) => magic ?? []),
]);

const hasMagic = (start: Uint8Array): boolean =>
  start.length >= 4 &&
  magics.has(new DataView(start.buffer, start.byteOffset, start.length).getUint32(0, true));
