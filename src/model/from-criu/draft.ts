/**
 * The checkpoint while it is being filled from a CRIU image, and the numbering of what several others
 * refer to. Knows no message.
 */
import type { Diagnostic, Report } from '../../diagnostic.ts';
import type { PayloadPart } from '../../parse/criu/index.ts';
import type { ByteRange, Id } from '../checkpoint.ts';
import type { CheckpointDraft } from '../checkpoint-draft.ts';
import { modelDiagnostic } from '../codes.ts';
import type { Interning } from '../intern.ts';
import type { CriuImage } from './image.ts';
import type { ImageLayout } from './image-source.ts';
import type { CriuTables } from './rows.ts';

export interface Context extends Interning {
  readonly image: CriuImage;
  readonly layout: ImageLayout;
  readonly report: Report;
  readonly model: CheckpointDraft;
  readonly tables: CriuTables;
  /** Numbers of objects that CRIU names by a kind and a number of its own. */
  readonly ids: ObjectIds;
  /** Says of a file that has to be there when it is not: once, however many want it. */
  readonly needs: (file: string) => void;
}

/** For `needs`. What is wrong with a file that is there is said by whoever decodes it. */
export function saysOnce({ sizes }: CriuImage, report: Report): Context['needs'] {
  const lacked = new Set<string>();
  return (file) => {
    if (sizes.has(file) || lacked.has(file)) return;
    lacked.add(file);
    report(missingFile(file));
  };
}

export const missingFile = (file: string): Diagnostic =>
  modelDiagnostic('missing-file', `${file} is missing: what it says of the dump is left out`, { file });

/** Ids of objects by kind and name, counted over all kinds. */
export class ObjectIds {
  readonly #byKind = new Map<string, Map<string | number, number>>();
  #count = 0;

  of(kind: string, name: string | number): number {
    const ofKind = this.#byKind.get(kind) ?? new Map<string | number, number>();
    const known = ofKind.get(name);
    if (known !== undefined) return known;
    this.#byKind.set(kind, ofKind);
    ofKind.set(name, this.#count);
    this.#count += 1;
    return this.#count - 1;
  }
}

/** The id of the object with that name; equal names have equal ids. */
export const idOf = <Kind extends string>({ ids }: Context, kind: Kind, name: string | number): Id<Kind> =>
  ids.of(kind, name) as Id<Kind>;

/** Where the bytes of a payload lie in the stretch that the image makes. */
export function rangeOf(
  { layout }: Context,
  file: string,
  part: PayloadPart | undefined,
): ByteRange | undefined {
  const laid = layout.byPath.get(file);
  if (part === undefined || laid === undefined || part.data instanceof Uint8Array) return undefined;
  return { offset: laid.base + part.data.offset, length: part.data.length };
}

/** A whole file. */
export function fileRange({ layout }: Context, file: string): ByteRange | undefined {
  const laid = layout.byPath.get(file);
  return laid && { offset: laid.base, length: laid.size };
}
