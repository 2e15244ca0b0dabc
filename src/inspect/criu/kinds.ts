/** Kinds of what a CRIU image consists of, by the small number that an index keeps. */
import { type ImageTypeName, imageTypes, messageLayouts } from '../../parse/criu/index.ts';
import { RecordIndex } from '../record-index.ts';

/** Bytes behind a message, by the names of parse/criu/record.ts. */
export const payloadKinds = ['data', 'values', 'content', 'message', 'inq', 'outq', 'keys'] as const;
/** Bytes that are carried and not read. */
export const opaqueKinds = ['raw', 'trailing', 'unreadable'] as const;

let kinds: readonly string[] | undefined;
let numbers: ReadonlyMap<string, number> | undefined;

/** Files have the name of their type, entries and what lies in them that of their message. */
const kindNames = (): readonly string[] => {
  kinds ??= [
    ...['section', 'file', ...payloadKinds, ...opaqueKinds],
    ...(Object.keys(imageTypes) as ImageTypeName[]),
    ...messageLayouts().keys(),
  ];
  return kinds;
};

/** What `--type` takes of records. */
export const criuTypeWords = (): readonly string[] => [
  ...(Object.keys(imageTypes) as ImageTypeName[]),
  ...messageLayouts().keys(),
  ...opaqueKinds,
];

export function numberOfKind(kind: string): number {
  numbers ??= new Map(kindNames().map((name, number) => [name, number]));
  return numbers.get(kind) ?? 1;
}

export const emptyCriuIndex = (): RecordIndex => new RecordIndex(kindNames());
