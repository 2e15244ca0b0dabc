/** Which variant an image is: by its version word, and by header lengths where the word is not enough. */
import type { CptKind } from '../generated/cpt-records.ts';
import type { AnyRecord } from './record.ts';
import { type CptVariant, type CptVariantId, cptVariantIds, cptVariants } from './variants.ts';

export interface Detected {
  readonly variant: CptVariantId;
  /** Why, in words. */
  readonly evidence: string;
  /** Later ones of the same version that lay out all that is in the image alike. */
  readonly fits: readonly CptVariantId[];
}

/** A conversion to 0x801 or 0x802 keeps POSIX timers in their later form, and the tasks that refer to them. */
const keepsTimers: ReadonlySet<number | undefined> = new Set([0x801, 0x802]);
const timerKinds: ReadonlySet<CptKind> = new Set(['task', 'posix_timer']);

/** Collects header lengths record by record, then decides. */
export class CptDetector {
  #version: number | undefined;
  readonly #hdrlens = new Map<CptKind, number>();

  see(record: AnyRecord): void {
    if (record.kind === 'image') this.#version = record.fields.imageVersion;
    else if (record.kind !== 'section' && record.kind !== 'unknown' && record.kind !== 'raw') {
      const known = this.#hdrlens.get(record.kind) ?? 0;
      if (record.hdrlen > known) this.#hdrlens.set(record.kind, record.hdrlen);
    }
  }

  /** Undefined when no known kernel writes the version. */
  decide(): Detected | undefined {
    const version = this.#version;
    const candidates = cptVariantIds.filter((id) => cptVariants[id].version === version);
    const oldest = candidates[0];
    if (version === undefined || oldest === undefined) return undefined;
    const word = `version word 0x${version.toString(16).padStart(3, '0')}`;
    // Vanilla 2.6.32 kernels and the first 042 kernels both use 0x800; only the latter have longer headers.
    const considered = version >= 0x800 ? cptVariantIds.slice(cptVariantIds.indexOf(oldest)) : candidates;
    const signed = considered.findLast((id) => this.#sign(id) !== undefined);
    if (signed === undefined || considered.indexOf(signed) === 0)
      return { variant: oldest, evidence: word, fits: [] };
    const fits = this.#alike(candidates.slice(candidates.indexOf(signed) + 1));
    const others = fits.length === 0 ? '' : `; it fits ${fits.join(', ')} as well`;
    return { variant: signed, evidence: `${word}, ${this.#sign(signed)}${others}`, fits };
  }

  /** Of these nothing is there by which they could be told: an image without sockets may be of a kernel that changed only those. */
  #alike(later: readonly CptVariantId[]): readonly CptVariantId[] {
    return later.filter((id) => {
      const { sign } = cptVariants[id] as CptVariant;
      return (
        typeof sign !== 'string' && Object.keys(sign).every((kind) => !this.#hdrlens.has(kind as CptKind))
      );
    });
  }

  #sign(id: CptVariantId): string | undefined {
    const { sign } = cptVariants[id] as CptVariant;
    if (typeof sign === 'string') return undefined;
    for (const [kind, hdrlen] of Object.entries(sign) as [CptKind, number][]) {
      if (timerKinds.has(kind) && keepsTimers.has(this.#version)) continue;
      const seen = this.#hdrlens.get(kind) ?? 0;
      if (seen >= hdrlen) return `${kind} header of ${seen} bytes`;
    }
    return undefined;
  }
}
