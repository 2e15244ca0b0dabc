/**
 * Every image of a directory or archive as a JSON file of its own, in one go: starting a program takes longer
 * than decoding most images.
 */

import type { Diagnostic } from '../../diagnostic.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import { DirectoryOutput } from '../../parse/bytes/output/directory-output.ts';
import { identifyFile, imageType } from '../../parse/criu/image-types.ts';
import { plural } from '../../plural.ts';
import { exitCode } from '../exit-codes.ts';
import type { Arguments } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { conclude, critRefusal, isLossless, writeDocument } from './decode.ts';

/** Pages, tables of other programs and whatever else has no records stays where it is. */
export function critDecodeAll(
  args: Arguments,
  terminal: Terminal,
  directory: ImageDirectory,
  out: string,
): number {
  const files = directory.list().filter(({ kind }) => kind === 'file');
  const images = files.filter(({ name }) => hasRecords(name));
  const diagnostics: Diagnostic[] = [];
  const output = new DirectoryOutput(out, { force: args.flag('force') });
  try {
    for (const { name } of images) {
      const source = directory.open(name);
      if (source === undefined) continue;
      const file = output.create(`${name}.json`);
      try {
        for (const diagnostic of writeDocument({ source, name }, args, file)) diagnostics.push(diagnostic);
        file.close();
      } finally {
        source.close();
      }
    }
    const code = conclude(diagnostics, args, terminal);
    if (code !== exitCode.ok && !isLossless(args)) {
      terminal.err(critRefusal);
      return code;
    }
    output.commit();
    const left = files.length - images.length;
    if (left > 0 && !args.flag('quiet'))
      terminal.err(`${plural(left, 'file without records is', 'files without records are')} left out\n`);
    return code;
  } finally {
    output.discard();
  }
}

function hasRecords(name: string): boolean {
  const identity = identifyFile(name);
  return identity !== undefined && imageType(identity.type).message !== undefined;
}
