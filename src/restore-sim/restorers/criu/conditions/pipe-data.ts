/** What was in pipes: a dump writes a record for each that somebody may read (criu/pipes.c, dump_one_pipe_data). */
import { entriesOf, placeOf } from '../../../../model/from-criu/image.ts';
import { type CriuOpenFile, fieldsAs, fileKey } from '../../../../model/from-criu/open-files.ts';
import { fileName } from '../../../../parse/criu/index.ts';
import { type Condition, condition } from '../../../conditions.ts';
import type { Scene } from './scene.ts';

// open(2).
const accessMask = 3;
const writeOnly = 1;

export function* pipeDataConditions({ restore: { image }, files }: Scene): Generator<Condition> {
  for (const [kind, type] of [
    ['PIPE', 'PIPES_DATA'],
    ['FIFO', 'FIFO_DATA'],
  ] as const) {
    const recorded = new Set<number>();
    for (const { fields } of entriesOf(image, type, 'pipe_data_entry')) recorded.add(fields.pipe_id ?? 0);
    for (const file of files.values()) {
      const pipe = fieldsAs(file, kind)?.pipe_id;
      if (pipe === undefined || recorded.has(pipe)) continue;
      const flags = flagsOf(file, files);
      if (flags === undefined || (flags & accessMask) === writeOnly) continue;
      const name = fileName(type);
      const found = image.sizes.has(name) ? `no record of it in ${name}` : `no ${name}`;
      const wanted = `what was in the ${kind === 'PIPE' ? 'pipe' : 'FIFO'} ${pipe}`;
      const remedy = `fetch ${name} again: the pipe comes back empty`;
      yield condition('pipe-data', wanted, remedy, placeOf(file), { file: name, pipe, found });
      break;
    }
  }
}

/** Those of a FIFO are with its path. */
function flagsOf(file: CriuOpenFile, files: Scene['files']): number | undefined {
  const pipe = fieldsAs(file, 'PIPE');
  if (pipe !== undefined) return pipe.flags ?? 0;
  const path = files.get(fileKey('REG', fieldsAs(file, 'FIFO')?.regf_id ?? file.id));
  return path === undefined ? undefined : fieldsAs(path, 'REG')?.flags;
}
