/** What a trust rule is: pages of its codes, and a function that compares one container with what it was granted. */
import type { Severity } from '../../diagnostic.ts';
import type { RulePage } from '../page.ts';
import type { ImageFacts, Place } from './image-facts.ts';
import type { ContainerSubject } from './subject.ts';

export interface Where {
  /** Path inside of the archive: `checkpoint/core-1.img`, `spec.dump`, `rootfs-diff.tar`. */
  readonly member: string;
  /** Message and field of an image, path of a JSON value, name inside of a tar. */
  readonly field?: string;
  /** Of the record, in bytes. */
  readonly offset?: number;
}

export type TrustPages = Readonly<Record<string, RulePage>>;

/** The severity is that of the page where none is given. */
export type TrustReport<Code extends string = string> = (
  code: Code,
  where: Where,
  message: string,
  severity?: Severity,
) => void;

export interface TrustRule<Pages extends TrustPages = TrustPages> {
  readonly pages: Pages;
  readonly check: (subject: ContainerSubject, report: TrustReport) => void;
}

/** So that codes are those of the pages, for the compiler. */
export const trustRule = <const Pages extends TrustPages>(
  pages: Pages,
  check: (subject: ContainerSubject, report: TrustReport<keyof Pages & string>) => void,
): TrustRule<Pages> => ({ pages, check });

/** A field of a record of an image file. */
export const inImage = (
  { prefix }: Pick<ImageFacts, 'prefix'>,
  { file, offset }: Place,
  field: string,
): Where => ({
  member: `${prefix}${file}`,
  field,
  offset,
});

export const hex = (value: bigint | number): string => `0x${value.toString(16)}`;

/** `process 7 (nginx)`, and the thread where it is another. */
export const threadText = (process: { pid: number; comm: string }, tid: number): string =>
  tid === process.pid
    ? `process ${process.pid} (${process.comm})`
    : `thread ${tid} of process ${process.pid} (${process.comm})`;
