/** Opening what a rehearsal is given: a CPT image, or a directory or archive with CRIU images. */
import { statSync } from 'node:fs';
import { ImageError } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { cptSignature } from '../../parse/cpt/record.ts';
import { criuCodes, findImageDirectories, openTree, whatInstead } from '../../parse/criu/index.ts';
import type { RestoreImage } from '../../restore-sim/plan/index.ts';
import { openInput } from '../input.ts';

export interface OpenedImage {
  readonly image: RestoreImage;
  close(): void;
}

export async function openRestoreImage(path: string): Promise<OpenedImage> {
  if (path !== '-' && !statSync(path).isDirectory()) {
    const source = openInput(path);
    if (looksLikeCpt(source)) return { image: { family: 'cpt', source }, close: () => source.close() };
    source.close();
  } else if (path === '-') {
    const source = openInput(path);
    return { image: { family: 'cpt', source }, close: () => source.close() };
  }
  const root = await openTree(path, () => {});
  const [directory] = findImageDirectories(root, () => {});
  if (directory === undefined) {
    const instead = whatInstead(root);
    root.close();
    throw notAnImage(path, instead);
  }
  return { image: { family: 'criu', directory }, close: () => root.close() };
}

/** A damaged start of a CPT image is for the rehearsal to judge; an archive starts quite differently. */
function looksLikeCpt(source: ByteSource): boolean {
  const start = source.view(0, Math.min(cptSignature.length, source.size));
  const matching = cptSignature.filter((byte, index) => start[index] === byte).length;
  return matching >= cptSignature.length - 1;
}

function notAnImage(path: string, instead: string): ImageError {
  const { severity } = criuCodes['criu-no-inventory'];
  const message = `${path} is no CPT image and holds no CRIU images: ${instead}`;
  return new ImageError({ code: 'criu-no-inventory', severity, message, at: { file: path } });
}
