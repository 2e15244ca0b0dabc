/** CRIU images for cr-validate: a directory is one image, an archive holds one or more. */
import { statSync } from 'node:fs';
import { type Diagnostic, ImageError } from '../../diagnostic.ts';
import {
  findImageDirectories,
  hostDirectory,
  type ImageDirectory,
  identifyFile,
  openTree,
} from '../../parse/criu/index.ts';
import { catalogue } from '../../validate/catalogue.ts';
import type { Finding } from '../../validate/finding.ts';
import type { ImageReport } from '../../validate/validate.ts';
import type { TrustInput } from './trust.ts';

/** By the names of its files: an inventory or a process tree, or what is left of them. */
export const holdsCriuImage = (names: readonly string[]): boolean =>
  names.some((name) => {
    const type = identifyFile(name)?.type;
    return type === 'INVENTORY' || type === 'PSTREE' || type === 'CORE' || type === 'PAGEMAP';
  });

type Judge = (directory: ImageDirectory) => ImageReport;
type Trust = (input: TrustInput) => Promise<readonly Finding[]>;

/** Directories below a directory are inputs of their own. */
export async function judgeCriuDirectory(path: string, judge: Judge, trust: Trust): Promise<ImageReport> {
  const root = hostDirectory(path);
  const report = judge(root);
  return { ...report, findings: [...report.findings, ...(await trust({ root }))] };
}

/** Every image in it, the one to restore first; what is wrong with the archive is said with that one. */
export async function judgeArchive(
  path: string,
  judge: Judge,
  trust: Trust,
): Promise<readonly ImageReport[]> {
  const said: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => said.push(diagnostic);
  let images: ImageReport[] = [];
  let trusted: readonly Finding[] = [];
  try {
    const root = await openTree(path, report);
    try {
      images = findImageDirectories(root, report).map(judge);
      trusted = await trust({ root, archive: root.archive });
    } finally {
      root.close();
    }
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    said.push(error.diagnostic);
  }
  const [first, ...more] = images;
  const { size } = statSync(path);
  const findings = [...said.map(findingOf), ...trusted];
  if (first === undefined) return [{ path, family: null, variant: null, sizeBytes: size, findings }];
  const named = more.length === 0 ? { ...first, path } : first;
  return [{ ...named, findings: [...findings, ...first.findings] }, ...more];
}

/** Positions are those of the unpacked archive, so that no bytes of the file can be shown. */
const findingOf = ({ code, message, severity, at }: Diagnostic): Finding => ({
  ...{ code, message, layer: 'framing', length: 0 },
  severity: catalogue.get(code)?.page.severity ?? severity,
  at: { offset: at?.offset ?? 0, path: at?.path ?? 'archive' },
});
