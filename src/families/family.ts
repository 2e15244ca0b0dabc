/**
 * A family of images: what each layer of the project asks of it. In each layer a family has a folder of its own; the
 * row here joins them. Layers are loaded when they are asked for: most commands need one or two.
 */
import type { ConvertFamily } from '../convert/family.ts';
import type { FamilyId } from '../family-id.ts';
import type { InspectFamily } from '../inspect/family.ts';
import type { ModelFamily } from '../model/family.ts';
import type { Format, RecordForm } from '../parse/format.ts';
import type { RestoreFamily } from '../restore-sim/family.ts';
import type { LogReader } from '../restore-sim/restorer-log.ts';
import type { OptionReader } from '../restore-sim/restorer-options.ts';
import type { ValidateFamily } from '../validate/family.ts';
import type { TrustFamily } from '../validate/trust/family.ts';

export interface Family {
  readonly id: FamilyId;
  /** Whose images they are. */
  readonly title: string;
  /** How its bytes are told from all others. */
  readonly format: Format;
  /** The id of the variant that a user's word stands for; undefined for a word of others. Throws a UsageError. */
  variantNamed(word: string): string | undefined;
  /** The lossless record form (`json`). */
  records(): Promise<RecordForm>;
  /** Records as a checkpoint. */
  model(): Promise<ModelFamily>;
  /** Restorers. */
  restore(): Promise<RestoreFamily>;
  /** Options of a restorer that is a program; absent where a kernel restores. */
  restorerOptions?(): Promise<OptionReader>;
  /** The logs that such a program leaves. */
  restorerLogs?(): Promise<LogReader>;
  /** Judgement. */
  validate(): Promise<ValidateFamily>;
  /** What its images do to a host; absent where nobody puts them into archives. */
  trust?(): Promise<TrustFamily>;
  /** Variants, and the ways between them. */
  convert(): Promise<ConvertFamily>;
  /** Views, and the inspector. */
  inspect(): Promise<InspectFamily>;
}
