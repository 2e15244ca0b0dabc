/** What a family says of converting its images: its part of the graph, and who goes along it. */
import type { Edge, Runner } from './leg.ts';

export interface ConvertFamily {
  /** Every variant, in the order of the chain. */
  readonly variants: readonly ListedVariant[];
  /** Steps between neighbours; each goes both ways. */
  readonly steps: readonly Edge[];
  /** What a conversion aims at when nothing else is said. */
  readonly newest: string;
  /** The node that an id of the family is at: releases between two steps have the form of the older one. */
  nodeOf(id: string): string;
  /** Which variant an image is; undefined where nothing tells. */
  detect(input: Parameters<Runner['prepare']>[0]): string | undefined;
  readonly runner: Runner;
  /** Lines of `--list` below the variants. */
  readonly remarks: readonly string[];
}

/** A row of `cr-convert --list`. */
export interface ListedVariant {
  readonly id: string;
  readonly title: string;
  /** The version word of the header, where there is one. */
  readonly version?: number;
  readonly line?: string;
  /** How well it is known. */
  readonly evidence: string;
  readonly restoredBy: string;
}
