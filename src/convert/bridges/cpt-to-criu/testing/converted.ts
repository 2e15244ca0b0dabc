/** For tests only: an image converted in memory, and its files decoded again. */
import type { Diagnostic } from '../../../../diagnostic.ts';
import { type ByteSource, memorySource } from '../../../../parse/bytes/byte-source.ts';
import { fileSource } from '../../../../parse/bytes/file-source.ts';
import {
  type CriuRecord,
  decodeFile,
  fieldsOf,
  fileName,
  type ImageDirectory,
  type ImageTypeName,
  type MessageName,
  memoryDirectory,
} from '../../../../parse/criu/index.ts';
import type { CriuMessages } from '../../../../parse/generated/criu-descriptors.ts';
import { type CptToCriuOptions, type CptToCriuResult, convertCptToCriu, memoryOutput } from '../index.ts';

export interface Converted {
  readonly result: CptToCriuResult;
  readonly source: ByteSource;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly directory: ImageDirectory;
  /** The messages of a file; empty when there is none. */
  readonly messages: <Name extends MessageName>(
    name: Name,
    type: ImageTypeName,
    id?: number,
  ) => readonly CriuMessages[Name][];
  readonly records: (type: ImageTypeName, id?: number) => readonly CriuRecord[];
  readonly bytes: (type: ImageTypeName, id?: number) => Uint8Array;
}

export const convertFile = (path: string, options: CptToCriuOptions = {}): Converted =>
  convertSource(fileSource(path), options);

export function convertSource(source: ByteSource, options: CptToCriuOptions = {}): Converted {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const output = memoryOutput();
  const result = convertCptToCriu(source, output, options, report);
  const { files } = output;
  const bytes = (type: ImageTypeName, id?: number) => files.get(fileName(type, id)) ?? new Uint8Array();
  const records = (type: ImageTypeName, id?: number) => {
    const name = fileName(type, id);
    const content = files.get(name);
    return content ? [...decodeFile(memorySource(content, name), name, report).records()] : [];
  };
  return {
    result,
    source,
    diagnostics,
    files,
    bytes,
    records,
    directory: memoryDirectory(Object.fromEntries(files)),
    messages: (name, type, id) =>
      records(type, id).flatMap((record) => {
        const fields = fieldsOf(record, name);
        return fields ? [fields] : [];
      }),
  };
}

export const errorsOf = ({ diagnostics }: Converted): readonly string[] =>
  diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
