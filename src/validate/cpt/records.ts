/**
 * One pass over the records of a CPT image with all rules of the wanted layers. What the reader itself
 * reports is the framing layer.
 */
import { type Diagnostic, ImageError } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { CptDetector } from '../../parse/cpt/detect.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import type { AnyRecord, ImageRecord } from '../../parse/cpt/record.ts';
import { ruleBook, rulebookOf, type ValidatorCode } from '../codes.ts';
import { defaultLength, type Finding, type Layer } from '../finding.ts';
import type { Handlers, Place, RecordRule, RecordRuleContext } from './rule.ts';
import { recordRules } from './rules/index.ts';
import { schemaRule } from './rules/schema.ts';

export interface RecordPass {
  readonly source: ByteSource;
  readonly layers: ReadonlySet<Layer>;
  readonly add: (finding: Finding) => void;
  readonly progress?: ((phase: string, done: number, total: number) => void) | undefined;
}

export interface PassResult {
  /** Undefined when no known kernel writes the version, or there is no header. */
  readonly variant: string | undefined;
  /** Undefined when the file has no header that can be read. */
  readonly image: ImageRecord | undefined;
}

/** Reads the whole image once. Never throws for what is inside it. */
export function checkRecords(pass: RecordPass): PassResult {
  const { source, progress } = pass;
  let image: ImageRecord | undefined;
  const detector = new CptDetector();
  const reader = frameReporter(pass, () => lastRecord);
  let lastRecord: AnyRecord | undefined;
  let running: Running | undefined;
  try {
    for (const record of readCptRecords(source, reader)) {
      lastRecord = record;
      if (record.kind === 'image') {
        image = record;
        running = start(pass, record);
      }
      detector.see(record);
      if (running) see(running, record);
      progress?.('checking', record.offset, source.size);
    }
    for (const rule of running?.rules ?? []) rule.finish?.();
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    reader(error.diagnostic);
  }
  return { variant: detector.decide()?.variant, image };
}

interface Running {
  readonly rules: readonly RecordRule[];
  readonly byKind: Map<AnyRecord['kind'], readonly ((record: AnyRecord) => void)[]>;
}

function start({ source, layers, add }: RecordPass, image: ImageRecord): Running {
  const { fields: header } = image;
  const report = (code: ValidatorCode, message: string, place: Place) => {
    const { layer, page } = rulebookOf(code);
    if (!layers.has(layer)) return;
    add(makeFinding({ code, severity: page.severity, message, layer, place }));
  };
  const context: RecordRuleContext = { source, header, restorer: restorerOf(header.imageVersion), report };
  const makers = (Object.keys(recordRules) as Layer[])
    .filter((layer) => layers.has(layer))
    .flatMap((layer) => recordRules[layer]);
  const made = makers.map((make) => make(context));
  if (layers.has('schema')) made.push(schemaRule(context));
  return { rules: made, byKind: new Map() };
}

/** The handlers of a kind are put together when the first record of it comes. */
function see(running: Running, record: AnyRecord): void {
  let handlers = running.byKind.get(record.kind);
  if (!handlers) {
    handlers = running.rules.flatMap((rule) => {
      const own = (rule.on as Handlers)[record.kind] as ((record: AnyRecord) => void) | undefined;
      return [...(own ? [own] : []), ...(rule.each ? [rule.each] : [])];
    });
    running.byKind.set(record.kind, handlers);
  }
  for (const handle of handlers) handle(record);
}

/** Kernel lines that restore a version; see rst_image_acceptable of each. */
export function restorerOf(version: number): RecordRuleContext['restorer'] {
  if (version === 0x303 || version === 0x304 || (version >= 0x800 && version <= 0x803)) return '2.6.32';
  const isOld = version <= 0x302 && (version >= 0x300 || (version & 0xf) <= 2);
  return isOld ? '2.6.18' : undefined;
}

interface FindingParts {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly layer: Layer;
  readonly place: Place;
}

function makeFinding({ code, severity, message, layer, place }: FindingParts): Finding {
  return {
    code,
    severity,
    message,
    layer,
    length: place.length,
    at: { offset: place.offset, path: place.path },
  };
}

/** The reader's diagnostics as findings, with what a zero or an open length means beside it. */
function frameReporter({ source, layers, add }: RecordPass, last: () => AnyRecord | undefined) {
  return (diagnostic: Diagnostic): void => {
    if (!layers.has('framing')) return;
    const { code, message, at } = diagnostic;
    const place: Place = {
      offset: at?.offset ?? 0,
      length: defaultLength,
      path: at?.path ?? pathAround(last()),
    };
    const severity = ruleBook.get(code)?.page.severity ?? diagnostic.severity;
    add(makeFinding({ code, severity, message, layer: 'framing', place }));
    if (code !== 'object-length' && code !== 'section-length') return;
    const meaning = meaningOfLength(source, place);
    if (meaning) {
      const page = rulebookOf(meaning.code).page;
      add(makeFinding({ ...meaning, severity: page.severity, layer: 'framing', place }));
    }
  };
}

const pathAround = (record: AnyRecord | undefined) => (record ? recordPath(record) : 'image');

const openLength = 0xffffffffffffffffn;

function meaningOfLength(source: ByteSource, { offset, path }: Place) {
  if (offset + 8 > source.size) return undefined;
  const bytes = source.view(offset, 8);
  const next = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
  if (next === openLength) {
    const message = 'the object was still open: the dump was cut here';
    return { code: 'dump-cut' as const, message };
  }
  if (next === 0n && path.startsWith('TASKS/task')) {
    const message = 'a length of 0 inside a task: the kernel never gets past it';
    return { code: 'zero-next' as const, message };
  }
  if (next === 0n && path === 'section') {
    return { code: 'dump-cut' as const, message: 'the section was still open: the dump was cut here' };
  }
  return undefined;
}
