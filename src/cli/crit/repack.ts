/** `cr-crit compress DIR`, `cr-crit decompress DIR`: in the directory itself, as crit does it. */

import { statSync } from 'node:fs';
import { repackPages } from '../../convert/criu/repack.ts';
import { type Diagnostic, formatDiagnostic } from '../../diagnostic.ts';
import { kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import { hostDirectory } from '../../parse/archive/host-directory.ts';
import { ReplacedFiles } from '../../parse/bytes/output/replaced-files.ts';
import { plural } from '../../plural.ts';
import { exitCode } from '../exit-codes.ts';
import { type Arguments, UsageError } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';

export function critRepack(
  args: Arguments,
  terminal: Terminal,
  verb: 'compress' | 'decompress',
  rest: readonly string[],
): number {
  const [path, ...more] = rest;
  if (path === undefined) throw new UsageError(`${verb} needs a directory of images`);
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  if (!statSync(path).isDirectory()) throw new UsageError(`${verb} works in a directory: ${path} is none`);
  const directory = hostDirectory(path);
  if (!directory.list().some(({ name }) => name === 'inventory.img'))
    throw new UsageError(`${path} has no inventory.img`);
  const { unknownPages, pagemaps } = kindOfDirectory(directory);
  const say = (text: string) => {
    if (!args.flag('quiet')) terminal.out(`${text}\n`);
    return exitCode.ok;
  };
  if (pagemaps.length === 0) return say('No pagemap files found');
  const problems: Diagnostic[] = [];
  if (unknownPages !== undefined) {
    terminal.err(
      `${visible(path)}: pages were written by ${unknownPages.writer} (${visible(unknownPages.what)})\n`,
    );
    return exitCode.findings;
  }
  const { files, close } = repackPages(directory, verb === 'compress' ? 'compressed' : 'plain', (found) =>
    problems.push(found),
  );
  const output = new ReplacedFiles(path);
  try {
    if (files.length === 0) return say(`${visible(path)} is already ${verb}ed`);
    for (const { name, write } of files) {
      const sink = output.create(name);
      write(sink);
      sink.flush();
    }
    for (const problem of problems.filter(({ severity }) => severity !== 'note'))
      terminal.err(`${visible(formatDiagnostic(problem))}\n`);
    if (problems.some(({ severity }) => severity === 'error')) return exitCode.findings;
    output.commit(!args.flag('in-place'));
    const kept = args.flag('in-place') ? '' : '; the old ones are beside them as NAME.bak';
    return say(`${verb}ed ${plural(files.length, 'file')} of ${visible(path)}${kept}`);
  } finally {
    output.discard();
    close();
  }
}
