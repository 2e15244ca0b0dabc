/** Where a conversion writes: a file or a stream, a directory, or an archive of one. */
import { realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { LegOutput } from '../convert/leg.ts';
import { limits } from '../limits.ts';
import { hostDirectory } from '../parse/archive/host-directory.ts';
import { isArchiveName, isOtherArchiveName, type Pack, packFor } from '../parse/archive/pack.ts';
import { SpoolDirectory } from '../parse/archive/spool-directory.ts';
import { SpoolSink } from '../parse/archive/spool-sink.ts';
import { type ArchivedMember, writeTar } from '../parse/archive/write-tar.ts';
import { type ByteSource, lent } from '../parse/bytes/byte-source.ts';
import { DirectoryOutput } from '../parse/bytes/output/directory-output.ts';
import { openOutput } from '../parse/bytes/output/file-output.ts';
import { isRemote } from '../parse/bytes/remote/word.ts';
import type { Content } from '../parse/format.ts';
import { UsageError } from '../usage-error.ts';

export interface ConversionOutput {
  readonly to: LegOutput;
  /** What was written so far, to be read back. */
  content(): Content;
  /** Puts a program beside images of a directory. */
  program(name: string, text: string): void;
  commit(): void;
  discard(): void;
}

interface OutputOptions {
  readonly force: boolean;
  /** Where files lie in an archive. Default: where engines have their images. */
  readonly folder?: string | undefined;
  /** What an archive holds besides. */
  readonly beside?: readonly ArchivedMember[] | undefined;
}

/** Whether the files of a result become members of an archive. */
export const isArchived = (path: string): boolean => path === '-' || isArchiveName(path);

/** Images of a directory form go into an archive where the name says so, and where they are streamed. */
export async function outputFor(
  path: string,
  form: LegOutput['form'],
  options: OutputOptions,
): Promise<ConversionOutput> {
  if (isOtherArchiveName(path))
    throw new UsageError(`${path}: archives are written as .tar, .tar.gz or .tar.zst`);
  const isArchive = isArchiveName(path);
  if (form === 'file')
    return isArchive ? packedFile(path, options, await packFor(path)) : fileOutput(path, options);
  if (!isArchived(path)) return directoryOutput(path, options);
  return archiveOutput(path, options, await packFor(path));
}

function fileOutput(path: string, options: OutputOptions): ConversionOutput {
  const output = openOutput(path, options);
  const opened: { close(): void }[] = [];
  const closeAll = () => {
    for (const each of opened.splice(0)) each.close();
  };
  return {
    to: { form: 'file', sink: output.sink },
    content() {
      const source = output.readBack();
      opened.push(source);
      return { form: 'file', source };
    },
    program() {},
    commit() {
      closeAll();
      output.commit();
    },
    discard() {
      closeAll();
      output.discard();
    },
  };
}

function directoryOutput(path: string, options: OutputOptions): ConversionOutput {
  const output = new DirectoryOutput(path, options);
  return {
    to: {
      form: 'directory',
      create: (name) => output.create(name),
      link: (name, target) => output.link(name, target),
    },
    content: () => ({ form: 'directory', directory: hostDirectory(output.temporaryPath) }),
    program: (name, text) => output.createProgram(name, text),
    commit: () => output.commit(),
    discard: () => output.discard(),
  };
}

/** Images lie in `checkpoint/`, as in the archives of engines. */
function archiveOutput(path: string, options: OutputOptions, pack: Pack | undefined): ConversionOutput {
  const output = openOutput(path, options);
  const directory = new SpoolDirectory(path === '-' ? 'standard output' : path);
  return {
    to: directory,
    content: () => ({ form: 'directory', directory: { ...directory.directory(), close() {} } }),
    program: (name, text) => directory.createProgram(name, text),
    commit() {
      const { folder = 'checkpoint', beside = [] } = options;
      const prefix = folder === '' ? '' : `${folder}/`;
      // Whoever asks an archive for its documents finds them in front.
      const images = directory.members().map((member) => ({ ...member, path: `${prefix}${member.path}` }));
      writeTar([...beside, ...images], output.sink, pack);
      output.commit();
    },
    discard() {
      directory.discard();
      output.discard();
    },
  };
}

/** An image that is one file, in an archive of its name. */
function packedFile(path: string, options: OutputOptions, pack: Pack | undefined): ConversionOutput {
  const output = openOutput(path, options);
  const sink = new SpoolSink(path, limits.unpackedBytes);
  let source: ByteSource | undefined;
  const finished = (): ByteSource => {
    source ??= sink.finish();
    return lent(source);
  };
  return {
    to: { form: 'file', sink },
    content: () => ({ form: 'file', source: finished() }),
    program() {},
    commit() {
      const name = basename(path).replace(/\.(tar(\.\w+)?|t\w+)$/, '') || 'image';
      const member = {
        path: name,
        kind: 'file',
        size: finished().size,
        mode: 0o600,
        open: finished,
      } as const;
      writeTar([member], output.sink, pack);
      output.commit();
    },
    discard() {
      if (source === undefined) sink.discard();
      else source.close();
      output.discard();
    },
  };
}

/**
 * What a document calls the image that lies beside it, which it may refer to; undefined for one elsewhere. A link is what
 * it leads to: readers of documents follow none.
 */
export function nameBeside(document: string, image: string): string | undefined {
  if (document === '-' || image === '-' || isRemote(image)) return undefined;
  const real = realpathSync(image);
  return realpathSync(dirname(document)) === dirname(real) ? basename(real) : undefined;
}
