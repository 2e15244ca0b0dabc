/** Digests that name blobs: of both algorithms that OCI's image-spec registers (descriptor.md, "Digests"). */
import type { Hash } from 'node:crypto';
import { nodeModule } from '../../../node-module.ts';

export const algorithms = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof algorithms)[number];

export const digestPattern = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** Of a digest, and the usual one of a tag. */
export const algorithmOf = (reference: string | undefined): Algorithm =>
  reference?.startsWith('sha512:') ? 'sha512' : 'sha256';

export const hashFor = (digest: string | undefined): Hash =>
  nodeModule('node:crypto').createHash(algorithmOf(digest));

export const digestOf = (bytes: Uint8Array, algorithm: Algorithm): string =>
  `${algorithm}:${nodeModule('node:crypto').createHash(algorithm).update(bytes).digest('hex')}`;
