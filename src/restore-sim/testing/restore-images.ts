/** Images of each family as a rehearsal takes them, without the door. */
import { cptModel } from '../../model/from-cpt/family.ts';
import { criuModel } from '../../model/from-criu/family.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { RestoreImage } from '../family.ts';
import { criuRestore } from '../restorers/criu/family.ts';
import { openvzRestore } from '../restorers/openvz/family.ts';

export const cptRestoreImage = (source: ByteSource): RestoreImage => ({
  content: { form: 'file', source },
  model: cptModel,
  restore: openvzRestore,
});

export const criuRestoreImage = (directory: ImageDirectory): RestoreImage => ({
  content: { form: 'directory', directory },
  model: criuModel,
  restore: criuRestore,
});
