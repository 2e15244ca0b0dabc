/** CPT images, judged. */
import { cptModel, cptSource } from '../../model/from-cpt/family.ts';
import { rehearseAlone } from '../../restore-sim/plan/index.ts';
import { openvzRestore } from '../../restore-sim/restorers/openvz/family.ts';
import type { ValidateFamily } from '../family.ts';
import { makeEngine } from './engine.ts';

export const cptValidate: ValidateFamily = {
  judge(content, { rehearse: options, ...others }) {
    const judge = makeEngine({
      ...others,
      ...(options && {
        simulate: (source) =>
          rehearseAlone(
            { content: { form: 'file', source }, model: cptModel, restore: openvzRestore },
            options,
          ),
      }),
    });
    return judge(cptSource(content));
  },
};
