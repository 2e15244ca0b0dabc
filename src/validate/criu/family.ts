/** Directories of CRIU images, judged. */
import { criuDirectory, criuModel } from '../../model/from-criu/family.ts';
import { rehearseAlone } from '../../restore-sim/plan/index.ts';
import { criuRestore } from '../../restore-sim/restorers/criu/family.ts';
import type { ValidateFamily } from '../family.ts';
import { judgeCriuImage } from './judge.ts';

export const criuValidate: ValidateFamily = {
  judge: (content, { rehearse: options, ...others }) =>
    judgeCriuImage(criuDirectory(content), {
      ...others,
      ...(options && {
        simulate: (directory) =>
          rehearseAlone(
            { content: { form: 'directory', directory }, model: criuModel, restore: criuRestore },
            options,
          ),
      }),
    }),
};
