/**
 * Whether an older release can read a directory: everything in it must be known to it, and what it needs must be
 * there. The rehearsal is that of the newest release, which reads all older forms; this is what it cannot see.
 */
import type { Diagnostic, Location } from '../../diagnostic.ts';
import {
  type CriuRecord,
  decodeFile,
  type Fields,
  type FieldValue,
  type FileHeader,
  fileName,
  type ImageDirectory,
  imageType,
  type MessageLayout,
  type MessageRecord,
  messageLayout,
  releaseName,
} from '../../parse/criu/index.ts';
import { convertDiagnostic } from '../codes.ts';
import { magicsOf } from './draft.ts';
import { isNewer, isNewerField, unknownValues } from './known.ts';
import { writtenBefore18 } from './steps/criu-1.8.ts';

/** What of the files `release` would refuse, pass over or take for something else. Empty when it reads all. */
export function unknownTo(
  directory: ImageDirectory,
  release: string,
  isMeant: (name: string) => boolean = () => true,
): readonly Diagnostic[] {
  const check = new ReleaseCheck(release);
  const names = new Set<string>();
  for (const { name, kind } of directory.list()) {
    if (kind !== 'file' || !isMeant(name)) continue;
    names.add(name);
    const source = directory.open(name);
    if (source === undefined) continue;
    try {
      const { header, records } = decodeFile(source, name, () => {});
      check.file(header);
      for (const record of records()) check.record(record, name);
    } finally {
      source.close();
    }
  }
  if (isNewer('1.8', release) && names.has(fileName('PSTREE'))) {
    for (const type of writtenBefore18) {
      if (!names.has(fileName(type))) check.say(`has no ${fileName(type)}`, { file: fileName(type) });
    }
  }
  return check.found;
}

class ReleaseCheck {
  readonly found: Diagnostic[] = [];
  readonly #release: string;
  readonly #told = new Set<string>();

  constructor(release: string) {
    this.#release = release;
  }

  say(what: string, at: Location): void {
    // The first place of each kind is enough.
    if (this.#told.has(what)) return;
    this.#told.add(what);
    this.found.push(
      convertDiagnostic('verification-failed', `CRIU ${this.#release} cannot read it: it ${what}`, at),
    );
  }

  file({ name, type, magics }: FileHeader): void {
    if (type === undefined) return;
    const { since } = imageType(type);
    if (isNewer(since, this.#release)) this.say(`has ${name}, which came with ${since}`, { file: name });
    const wanted = magicsOf({ hasHeadMagic: !isNewer('1.6', this.#release) }, type);
    if (magics.length !== wanted.length) {
      this.say(`has ${magics.length} magic numbers in ${name}, not ${wanted.length}`, { file: name });
    }
  }

  record(record: CriuRecord, file: string): void {
    if (record.kind !== 'message') return;
    const at = { file, offset: record.offset };
    this.#fields(messageLayout(record.message), record.fields, at);
    this.#meaning(record, at);
  }

  #fields(layout: MessageLayout, fields: Fields, at: Location): void {
    for (const field of layout.fields) {
      const value = fields[field.name] as FieldValue | undefined;
      const name = `${layout.name}.${field.name}`;
      const isUnknown = isNewerField(field, this.#release);
      if (value === undefined) {
        // Statistics are for readers of the dump; no restore opens them.
        if (field.required && !isUnknown && layout.name !== 'dump_stats_entry')
          this.say(`lacks ${name}, which it needs`, at);
        continue;
      }
      if (isUnknown)
        this.say(
          `has ${name}, which came with ${releaseName(field.note.since ?? field.message?.since ?? '')}`,
          at,
        );
      for (const unknown of unknownValues(field, value, this.#release))
        this.say(`has ${name} ${unknown}`, at);
      if (field.message === undefined) continue;
      const items = field.repeated ? (value as readonly Fields[]) : [value as Fields];
      for (const item of items) this.#fields(field.message, item, at);
    }
    if (fields.$unknown !== undefined) this.say(`has a field of ${layout.name} that no release knows`, at);
  }

  /** What a release reads in another place or way than later ones. */
  #meaning({ message, fields }: MessageRecord, at: Location): void {
    if (message === 'inventory_entry' && fields['img_version'] !== 0) {
      const wanted = isNewer('1.6', this.#release) ? 1 : 2;
      if (fields['img_version'] !== wanted) this.say(`has image version ${fields['img_version']}`, at);
    }
    if (message === 'file_entry' && !hasBody(fields))
      this.say('has an entry of an open file without its body', at);
    if (message === 'pagemap_entry' && isNewer('4.2', this.#release) && fields['compat_nr_pages'] === 0) {
      this.say('has a page entry without pages', at);
    }
  }
}

const hasBody = (fields: Fields): boolean =>
  Object.keys(fields).some((name) => name !== 'type' && name !== 'id' && name !== '$unknown');
