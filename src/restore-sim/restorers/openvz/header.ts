/**
 * Opening the image: size, header, tail and the walk over the sections, in the order of
 * kernel/cpt/rst_context.c rst_open_dumpfile. What that function does not look at (page size, times,
 * capabilities, the table in the tail) is not looked at here.
 */

import { ExactStream } from '../../../parse/bytes/exact-stream.ts';
import { cptSignature, imageHeaderBytes, imageHeaderPrefixBytes } from '../../../parse/cpt/record.ts';
import {
  type ImageHeaderFields,
  osArch,
  readImageHeader,
  sectionType,
  veFeature,
} from '../../../parse/generated/cpt-records.ts';
import type { Restore } from './restore.ts';
import { refuse } from './stop.ts';

const tailBytes = 248;
const sectionHeaderBytes = 16;
/** CPT_SECT_MAX_INDEX: entries of the table in the tail. */
const indexedSections = 27;
/** cpt_nsect and the signature close the tail. */
const countOffset = tailBytes - 8;
const signatureOffset = tailBytes - 4;
/** cpt_64bit of the tail. */
const num64bitOffset = 20;

export function openImage(restore: Restore): void {
  const { reader } = restore;
  const { size } = reader.source;
  if (size % 8 !== 0) {
    refuse('image-size', 'EINVAL', restore.at(size), `the image has ${size} bytes, not a multiple of 8`);
  }
  if (size < imageHeaderBytes + tailBytes) {
    refuse('image-size', 'EINVAL', restore.at(size), `an image of ${size} bytes has no room for its ends`);
  }
  const hdrlen = readHeader(restore);
  const num64bit = readTail(restore, size - tailBytes);
  walkSections(restore, hdrlen, size - tailBytes - sectionHeaderBytes);
  // vps_rst_undump: a 32-bit container has no 64-bit task, whatever its header says.
  if (num64bit !== 0 && restore.header!.osArch !== osArch.emt64) {
    const message = `${num64bit} tasks are 64-bit, the header names architecture ${restore.header!.osArch}`;
    refuse('wrong-architecture', 'EINVAL', restore.at(8), message);
  }
}

function readHeader(restore: Restore): number {
  const { reader, line, hz } = restore;
  const bytes = reader.bytes(0, imageHeaderBytes, 'the header').slice();
  if (!cptSignature.every((byte, at) => bytes[at] === byte)) {
    refuse('image-signature', 'EINVAL', restore.at(0), 'the image does not start with 79 1c 01 63');
  }
  const header = readImageHeader(new ExactStream().load(bytes.subarray(imageHeaderPrefixBytes)));
  if (header.hz !== hz) {
    const help = 'Convert the image to the HZ of the kernel that is to restore it.';
    const message = `the image counts ${header.hz} jiffies a second, the kernel ${hz}`;
    refuse('hz-mismatch', 'EINVAL', restore.at(22), message, help);
  }
  if (!line.acceptsVersion(header.imageVersion)) {
    const version = `0x${header.imageVersion.toString(16).padStart(3, '0')}`;
    const help = 'Convert the image to a version that this kernel restores.';
    refuse('version-not-accepted', 'EINVAL', restore.at(6), `${line.title} refuses version ${version}`, help);
  }
  restore.header = header;
  wantFeatures(restore, header);
  reader.osArch = header.osArch;
  return bytes[4]! + bytes[5]! * 256;
}

/** CPT features that every kernel gives: sysfs, and the default permissions. */
const everywhere: number = veFeature.sysfs | veFeature.def_perms;
const featuresOffset = 12;

/** Seen: bits that the kernel does not know are accepted, and the container goes without the feature. */
function wantFeatures(restore: Restore, { veFeatures }: ImageHeaderFields): void {
  for (let bit = 0; bit < 32; bit++) {
    const flag = 2 ** bit;
    if (((veFeatures & ~everywhere) >>> bit) % 2 === 0) continue;
    const name = Object.entries(veFeature).find(([, value]) => value === flag)?.[0] ?? `bit ${bit}`;
    restore.wants('feature-needed', name, 'load the module that gives it', featuresOffset);
  }
}

/** The number of 64-bit tasks. */
function readTail(restore: Restore, start: number): number {
  const tail = restore.reader.bytes(start, tailBytes, 'the tail');
  const view = new DataView(tail.buffer, tail.byteOffset, tailBytes);
  if (!cptSignature.every((byte, at) => tail[signatureOffset + at] === byte)) {
    const at = restore.at(start + signatureOffset);
    refuse('image-signature', 'EINVAL', at, 'the image does not end with 79 1c 01 63');
  }
  const count = view.getUint32(countOffset, true);
  if (count !== indexedSections) {
    const message = `the tail counts ${count} sections, expected ${indexedSections}`;
    refuse('image-signature', 'EINVAL', restore.at(start + countOffset), message);
  }
  return view.getUint32(num64bitOffset, true);
}

/** Stops in front of the trailer, so that its type and lengths do not matter. */
function walkSections(restore: Restore, from: number, end: number): void {
  const { reader, line, sections } = restore;
  for (let start = from; start < end; ) {
    const header = reader.rawHeader(start, 'a section');
    const { object: type, next, hdrlen } = header;
    reader.place = sectionName(type);
    if (hdrlen < sectionHeaderBytes || next < hdrlen || header.end > end) {
      const message = `a section of ${next} bytes with a header of ${hdrlen}; ${end - start} bytes are left`;
      refuse('section-walk', 'EINVAL', restore.at(start), message);
    }
    if (type >= line.sectionTypes) {
      const message = `section type ${type}; ${line.title} knows those below ${line.sectionTypes}`;
      refuse('section-walk', 'EINVAL', restore.at(start), message);
    }
    if (sections.has(type) && line.repeatedSection === 'refused') {
      refuse('section-twice', 'EINVAL', restore.at(start), `section ${sectionName(type)} occurs twice`);
    }
    if (type === sectionType.error) {
      restore.say('section-ignored', start, 'a section of type 0 is not looked at');
    }
    sections.set(type, { start: header.body, end: header.end });
    start = header.end;
  }
  reader.place = 'image';
}

const sectionNames = new Map<number, string>(
  Object.entries(sectionType).map(([name, type]) => [type, name.toUpperCase()]),
);

export function sectionName(type: number): string {
  return sectionNames.get(type) ?? `section ${type}`;
}
