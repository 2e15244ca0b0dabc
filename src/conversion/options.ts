/** What a conversion takes and what it comes to, whatever the route. */
import type { HopReport, LegOptions, Preparation, Progress, RestoringMachine } from '../convert/leg.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ArchivedMember } from '../parse/archive/write-tar.ts';

export interface ConvertOptions extends LegOptions {
  /** `2.6.18`, `0x302`, `criu-3.19`, `json`; default: from the name of the output, else the newest of the family. */
  readonly to?: string | undefined;
  /** A loss is an error. */
  readonly strict?: boolean | undefined;
  /** Replace an output that exists. */
  readonly force?: boolean | undefined;
  /** Default: the result is read back and its restore rehearsed. */
  readonly verify?: boolean | undefined;
  /** Say what would be done, write nothing. */
  readonly plan?: boolean | undefined;
  /** To `json`: put payloads into the document instead of referring to the image. */
  readonly inlinePayload?: boolean | undefined;
  /** Which one, where there are images of several containers. */
  readonly container?: string | undefined;
  /** What the machine gives that will restore, when `side` does not say it. Default: everything. */
  readonly defaultSide?: RestoringMachine | undefined;
  readonly progress?: Progress | undefined;
}

/** What a conversion came to. */
export interface ConversionReport {
  readonly input: string;
  readonly output: string | undefined;
  readonly isPlan: boolean;
  /** Variant of the input, and how it was told. */
  readonly from: string;
  readonly evidence: string;
  readonly to: string;
  /** The target in words. */
  readonly title?: string | undefined;
  /** What there is of the input. */
  readonly facts: readonly string[];
  readonly hops: readonly HopReport[];
  /** More to say, a line each. */
  readonly lines: readonly string[];
  /** More members of the report as JSON. */
  readonly json: object;
  readonly diagnostics: readonly Diagnostic[];
  readonly verified: boolean;
  /** What the rehearsed restores of input and output came to. */
  readonly rehearsal?: string | undefined;
  /** For a restore of the result. */
  readonly preparation?: Preparation | undefined;
  /** Nothing was written, or would be. */
  readonly refused: boolean;
  /** The output is there. */
  readonly written: boolean;
}

export interface Conversion {
  /** As the user named it. */
  readonly input: string;
  readonly output: string | undefined;
  readonly options: ConvertOptions;
  /** What was found on the way to the image. */
  readonly found: readonly Diagnostic[];
  /** What an engine keeps beside the images, where the result has it, too. */
  readonly beside?: readonly ArchivedMember[] | undefined;
}
