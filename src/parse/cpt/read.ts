/**
 * Bytes → records. Walks headers with bounded reads, decodes fixed parts, never touches payloads. Never throws
 * for what is inside an image: damage is reported and the bytes concerned are carried as a `raw` record, so
 * that the records together always account for every byte of the file.
 */
import { BoundedReport, ImageError, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { ExactStream } from '../bytes/exact-stream.ts';
import {
  type CptKind,
  cptKinds,
  type LayoutContext,
  objectType,
  readImageHeader,
  sectionType,
} from '../generated/cpt-records.ts';
import { cptDiagnostic } from './codes.ts';
import { recordPath } from './path.ts';
import {
  type AnyObject,
  type AnyRecord,
  cptSignature,
  type ImageRecord,
  imageHeaderBytes,
  imageHeaderPrefixBytes,
  noPayload,
  type ObjectRecord,
  objectHeaderBytes,
  type RawRecord,
  type SectionRecord,
  type UnknownRecord,
} from './record.ts';

const kindOfObject = new Map<number, CptKind>(
  (Object.keys(cptKinds) as CptKind[]).map((kind) => [cptKinds[kind].object, kind]),
);
const knownSections = new Set<number>(Object.values(sectionType));

const noExtra = new Uint8Array(0);
const noFields = {};

/** A section or object whose content is being walked. */
interface Open {
  readonly record: SectionRecord | AnyObject;
  readonly end: number;
}

/** Of each code the first diagnostics are reported, and then how many there are. */
export function* readCptRecords(source: ByteSource, report: Report): Generator<AnyRecord, void> {
  const bounded = new BoundedReport(report);
  yield* readRecords(source, bounded);
  bounded.end();
}

function* readRecords(source: ByteSource, { report, skips }: BoundedReport): Generator<AnyRecord, void> {
  const image = readImage(source);
  yield image;
  const context = { source, report, skips, osArch: image.fields.osArch, stream: new ExactStream() };
  let offset = image.hdrlen;
  let trailer = false;
  while (offset < source.size && !trailer) {
    const section = readSection(context, offset, image);
    yield section;
    if (section.kind === 'raw') return;
    const end = offset + section.next;
    yield* readContent(context, { record: section, end });
    trailer = section.fields.section === sectionType.trailer;
    offset = end;
  }
  if (!trailer) {
    report(
      cptDiagnostic('missing-trailer', `the file ends after ${offset} bytes without a trailer section`, {
        offset: Math.min(offset, source.size),
        path: 'TRAILER',
      }),
    );
  } else if (offset < source.size) {
    const length = source.size - offset;
    report(cptDiagnostic('trailing-bytes', `${length} bytes after the trailer`, { offset, path: 'TRAILER' }));
    yield raw(offset, length, image, 0);
  }
  if (source.size % 8 !== 0) {
    report(
      cptDiagnostic('file-size', `the file has ${source.size} bytes, not a multiple of 8`, {
        offset: source.size,
      }),
    );
  }
}

export interface ReadContext {
  readonly source: ByteSource;
  readonly report: Report;
  /** Whether a diagnostic of this code would only be counted, so that it need not be made. */
  readonly skips?: (code: string) => boolean;
  readonly osArch: number;
  readonly stream: ExactStream;
}

/** The header, or an ImageError: without one there is nothing to go on with. */
function readImage(source: ByteSource): ImageRecord {
  if (source.size === 0)
    throw new ImageError(cptDiagnostic('empty-file', 'the file is empty', { offset: 0 }));
  const start = source.view(0, Math.min(source.size, imageHeaderBytes)).slice();
  if (!cptSignature.every((byte, at) => start[at] === byte)) {
    throw new ImageError(
      cptDiagnostic('not-an-image', 'the file does not start with the CPT signature 79 1c 01 63', {
        offset: 0,
      }),
    );
  }
  if (source.size < imageHeaderBytes) {
    throw new ImageError(
      cptDiagnostic('truncated-header', `the header has ${imageHeaderBytes} bytes, the file ${source.size}`, {
        offset: source.size,
      }),
    );
  }
  const hdrlen = new DataView(start.buffer).getUint16(4, true);
  if (hdrlen < imageHeaderBytes || hdrlen > source.size) {
    throw new ImageError(
      cptDiagnostic('header-length', `the header says it has ${hdrlen} bytes; expected ${imageHeaderBytes}`, {
        offset: 4,
      }),
    );
  }
  const fixed = start.subarray(imageHeaderPrefixBytes);
  return {
    kind: 'image',
    offset: 0,
    depth: 0,
    hdrlen,
    extra: source.view(imageHeaderBytes, hdrlen - imageHeaderBytes).slice(),
    payload: noPayload,
    fields: readImageHeader(new ExactStream().load(fixed)),
  };
}

function readSection(
  { source, report }: ReadContext,
  offset: number,
  parent: ImageRecord,
): (SectionRecord & { readonly next: number }) | RawRecord {
  const header = readHeader(source, offset, source.size);
  if (!header) {
    report(
      cptDiagnostic(
        'section-length',
        `${describeHeader(source, offset)}; the file has ${source.size} bytes`,
        {
          offset,
          path: 'section',
        },
      ),
    );
    return raw(offset, source.size - offset, parent, 0);
  }
  const { next, type: section, hdrlen, last: align } = header;
  if (!knownSections.has(section)) {
    report(cptDiagnostic('unknown-section', `section type ${section} is not known`, { offset: offset + 8 }));
  }
  const extra = source.view(offset + objectHeaderBytes, hdrlen - objectHeaderBytes).slice();
  return {
    kind: 'section',
    offset,
    depth: 0,
    hdrlen,
    extra,
    payload: noPayload,
    parent,
    fields: { section, align },
    next,
  };
}

/** Everything inside a section, in file order. A stack instead of recursion: depth comes from the image. */
function* readContent(context: ReadContext, section: Open): Generator<AnyRecord, void> {
  const { source, report } = context;
  const open: Open[] = [section];
  let offset = section.record.offset + section.record.hdrlen;
  for (let top = open.at(-1); top; top = open.at(-1)) {
    if (offset >= top.end) {
      open.pop();
      continue;
    }
    const depth = open.length;
    const header = endsObjects(context, top, offset) ? undefined : readHeader(source, offset, top.end);
    if (!header) {
      if (!endsObjects(context, top, offset)) reportLength(context, top, offset, report);
      yield raw(offset, top.end - offset, top.record, depth);
      offset = top.end;
      continue;
    }
    const record = readObject(context, offset, header, top.record, depth);
    if (record.kind === 'trailer') checkTrailer(context, record);
    yield record;
    const end = offset + header.next;
    if (record.kind !== 'unknown' && cptKinds[record.kind].content !== 'bytes' && depth < limits.cptDepth) {
      open.push({ record, end });
      offset += header.hdrlen;
    } else {
      if (depth >= limits.cptDepth)
        report(cptDiagnostic('nesting-depth', `more than ${limits.cptDepth} levels`, { offset }));
      offset = end;
    }
  }
}

/** A control group holds at most a NAME, then a plain list of pids. */
function endsObjects({ source }: ReadContext, { record, end }: Open, offset: number): boolean {
  if (record.kind !== 'cgroup') return false;
  const isFirst = offset === record.offset + record.hdrlen;
  const header = isFirst ? readHeader(source, offset, end) : undefined;
  return header?.type !== objectType.name;
}

function reportLength({ source }: ReadContext, top: Open, offset: number, report: Report): void {
  const left = top.end - offset;
  const path = recordPath(top.record);
  if (left < objectHeaderBytes) {
    report(
      cptDiagnostic('stray-bytes', `${left} bytes at the end are too few for an object`, { offset, path }),
    );
  } else {
    const message = `${describeHeader(source, offset)}; ${left} bytes are left in ${path}`;
    report(cptDiagnostic('object-length', message, { offset, path }));
  }
}

/** The object with that header. */
export function readObject(
  { source, report, skips, osArch, stream }: ReadContext,
  offset: number,
  { next, type, hdrlen, last: content }: Header,
  parent: SectionRecord | AnyObject,
  depth: number,
): AnyObject | UnknownRecord {
  const kind = kindOf(type, parent);
  const length = next - hdrlen;
  const fixed = source.view(offset + objectHeaderBytes, hdrlen - objectHeaderBytes);
  if (kind === undefined) {
    if (skips?.('unknown-object') !== true)
      report(cptDiagnostic('unknown-object', `object type ${type} is not known`, { offset: offset + 8 }));
    return {
      kind: 'unknown',
      offset,
      depth,
      hdrlen,
      parent,
      object: type,
      content,
      extra: fixed,
      payload: { offset: offset + hdrlen, length },
      fields: noFields,
    };
  }
  const info = cptKinds[kind];
  const context: LayoutContext = {
    osArch,
    conntrackHdrlen: parent.kind === 'net_conntrack' ? parent.hdrlen : 0,
  };
  const fields = info.read(stream.load(fixed), context);
  const described = info.layout === undefined ? 0 : stream.position;
  if (described > fixed.length) {
    const message = `${kind} has a header of ${hdrlen} bytes, at least ${described + objectHeaderBytes} are known`;
    report(cptDiagnostic('short-header', message, { offset: offset + 12 }));
  }
  return {
    kind,
    offset,
    depth,
    hdrlen,
    parent,
    object: type,
    content,
    fields,
    extra: described < fixed.length ? fixed.slice(described) : noExtra,
    payload: info.content === 'bytes' ? { offset: offset + hdrlen, length } : noPayload,
  } as AnyObject;
}

function checkTrailer({ report }: ReadContext, { offset, fields }: ObjectRecord<'trailer'>): void {
  if (!cptSignature.every((byte, at) => fields.signature[at] === byte)) {
    const message = 'the tail ends without the signature 79 1c 01 63';
    report(cptDiagnostic('trailer-signature', message, { offset: offset + 244, path: 'TRAILER.signature' }));
  }
  if (fields.nsect !== fields.sections.length) {
    const message = `the tail counts ${fields.nsect} sections, expected ${fields.sections.length}`;
    report(cptDiagnostic('trailer-count', message, { offset: offset + 240, path: 'TRAILER.nsect' }));
  }
}

/** 042stab076.8 wrote POSIX timers under the number that became MOUNT_DATA later. */
function kindOf(type: number, parent: AnyRecord): CptKind | undefined {
  if (type === objectType.mount_data && parent.kind === 'posix_timer_list') return 'posix_timer';
  return kindOfObject.get(type);
}

export interface Header {
  readonly next: number;
  readonly type: number;
  readonly hdrlen: number;
  /** `cpt_content` of an object, `cpt_align` of a section. */
  readonly last: number;
}

/** The 16 bytes that start a section or an object, or undefined when they cannot be one ending before `end`. */
export function readHeader(source: ByteSource, offset: number, end: number): Header | undefined {
  if (end - offset < objectHeaderBytes) return undefined;
  const bytes = source.view(offset, objectHeaderBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, objectHeaderBytes);
  // Lengths above 2^53 are beyond any file; as a float they stay large enough to fail the test below.
  const next = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
  const hdrlen = view.getUint16(12, true);
  if (hdrlen < objectHeaderBytes || next < hdrlen || next > end - offset) return undefined;
  return { next, type: view.getUint32(8, true), hdrlen, last: view.getUint16(14, true) };
}

function describeHeader(source: ByteSource, offset: number): string {
  if (source.size - offset < objectHeaderBytes)
    return `${source.size - offset} bytes are too few for a header`;
  const bytes = source.view(offset, objectHeaderBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, objectHeaderBytes);
  const next = view.getBigUint64(0, true);
  return `type ${view.getUint32(8, true)} names a length of ${next} with a header of ${view.getUint16(12, true)}`;
}

function raw(offset: number, length: number, parent: AnyRecord, depth: number): RawRecord {
  return {
    kind: 'raw',
    offset,
    depth,
    hdrlen: 0,
    extra: noExtra,
    payload: { offset, length },
    parent,
    fields: {},
  };
}
