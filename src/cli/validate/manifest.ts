/** Manifests for a command line: digests of what lies at a path, the document, and what differs from it. */
import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { limits } from '../../limits.ts';
import { openPlace } from '../../parse/archive/open-place.ts';
import { listTar, type TarHeaderFacts } from '../../parse/archive/tar-headers.ts';
import { rangeSource } from '../../parse/archive/windowed-source.ts';
import { type ByteSource, memorySource } from '../../parse/bytes/byte-source.ts';
import { fileSource, partSource } from '../../parse/bytes/file-source.ts';
import { noteDirectory } from '../../parse/bytes/inputs.ts';
import { isRemote, shownWord } from '../../parse/bytes/remote/word.ts';
import { sha256Of } from '../../parse/bytes/sha256.ts';
import type { Finding } from '../../validate/finding.ts';
import {
  compareWithManifest,
  entryFor,
  type Manifest,
  type ManifestImage,
  type ManifestMember,
  manifestPages,
} from '../../validate/manifest/manifest.ts';
import { UsageError } from '../options.ts';
import { withTrustInput } from './trust-input.ts';

/** Reads every byte of it. Throws the errors of the system. */
export async function digestImage(path: string): Promise<ManifestImage> {
  const name = basename(shownWord(path));
  if (!isRemote(path) && statSync(path).isDirectory()) {
    noteDirectory(path);
    return { name, form: 'directory', members: membersOnDisk(path) };
  }
  const source = isRemote(path) ? await remoteFile(path) : fileSource(path);
  try {
    const whole = { name, sha256: sha256Of(source), size: source.size };
    const members = await membersOfArchive(path);
    if (members === undefined) return { ...whole, form: 'file', members: [] };
    return { ...whole, form: 'archive', members };
  } finally {
    source.close();
  }
}

async function remoteFile(path: string): Promise<ByteSource> {
  const place = await openPlace(path);
  if (place.form === 'file') return place.source;
  place.tree.close();
  throw new UsageError(`${path}: an image in a registry has digests of its own; a manifest is for files`);
}

/** Undefined for a file that is no archive. */
const membersOfArchive = (path: string): Promise<readonly ManifestMember[] | undefined> =>
  withTrustInput(path, new Map(), async ({ archive }) => {
    if (archive === undefined) return [];
    const { members } = await listTar(archive);
    return members.map((member) => memberOf(member, archive));
  });

function memberOf(member: TarHeaderFacts, archive: ByteSource): ManifestMember {
  const { name, type, mode, uid, gid, size, target, major, minor, dataOffset } = member;
  const facts = {
    path: name,
    type,
    mode: `0${mode.toString(8)}`,
    owner: `${uid}:${gid}`,
    ...(member.plainName !== undefined && { plainPath: member.plainName }),
    ...(member.attributes.size > 0 && { attributes: attributesDigest(member.attributes) }),
  };
  if (type === '1' || type === '2') return { ...facts, target };
  if (type === '3' || type === '4') return { ...facts, device: `${major}:${minor}` };
  if (type !== '0') return facts;
  const length = Math.max(0, Math.min(size, archive.size - dataOffset));
  return { ...facts, size, sha256: sha256Of(rangeSource(archive, dataOffset, length, name)) };
}

function attributesDigest(attributes: TarHeaderFacts['attributes']): string {
  const sorted = [...attributes].sort(([left], [right]) => (left < right ? -1 : 1));
  const pieces = sorted.flatMap(([name, value]) => [Buffer.from(`${name}\0${value.length}\0`), value]);
  return sha256Of(memorySource(Buffer.concat(pieces), 'attributes'));
}

/** Links are not followed. Sorted by path. */
function membersOnDisk(root: string): readonly ManifestMember[] {
  const found: ManifestMember[] = [];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (found.length + open.length > limits.archiveNodes) throw tooMany(root);
      if (entry.isDirectory()) open.push(path);
      else if (entry.isSymbolicLink())
        found.push({ path, type: '2', target: readlinkSync(join(root, path)) });
      else if (entry.isFile()) {
        const source = partSource(join(root, path));
        try {
          found.push({ path, type: '0', size: source.size, sha256: sha256Of(source) });
        } finally {
          source.close();
        }
      } else found.push({ path, type: entry.isFIFO() ? '6' : entry.isBlockDevice() ? '4' : '3' });
    }
  }
  return found.sort((left, right) => (left.path < right.path ? -1 : 1));
}

const tooMany = (path: string) =>
  Object.assign(new Error(`more than ${limits.archiveNodes} files`), { code: 'EFBIG', path });

/** What of it is not as the manifest says. */
export async function manifestFindings(path: string, manifest: Manifest): Promise<readonly Finding[]> {
  const image = await digestImage(path);
  const wanted = entryFor(manifest, image);
  const differences =
    wanted === undefined
      ? [
          {
            code: 'trust-added' as const,
            member: image.name,
            message: `${image.name} is not in the manifest`,
          },
        ]
      : compareWithManifest(image, wanted);
  return differences.map(({ code, member, message }) => ({
    code,
    severity: manifestPages[code].severity,
    message,
    layer: 'trust',
    length: 0,
    at: { offset: 0, path: member },
    where: { member },
  }));
}
