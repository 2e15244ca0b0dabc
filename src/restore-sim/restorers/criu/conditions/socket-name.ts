/** The name of a unix socket as ss(8) shows it. */
import { textOf } from '../../../../model/from-criu/image.ts';
import type { UnixSkEntry } from '../../../../parse/generated/criu-descriptors.ts';

/** An abstract name begins with NUL and is shown with `@`; a path that was bound relatively has its directory. */
export function socketName({ name, name_dir: directory }: UnixSkEntry): string {
  if (name === undefined || name.length === 0) return '';
  if (name[0] === 0) return `@${textOf(name.subarray(1)) ?? ''}`;
  const path = (textOf(name) ?? '').replace(/\0+$/, '');
  const base = textOf(directory);
  return path.startsWith('/') || base === undefined ? path : `${base.replace(/\/$/, '')}/${path}`;
}
