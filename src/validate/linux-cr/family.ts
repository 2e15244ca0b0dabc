/** linux-cr streams, judged. */
import { linuxCrModel } from '../../model/from-linux-cr/family.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { linuxCrSource } from '../../parse/linux-cr/record-form.ts';
import { rehearseAlone } from '../../restore-sim/plan/index.ts';
import { linuxCrRestore } from '../../restore-sim/restorers/linux-cr/family.ts';
import type { ValidateFamily } from '../family.ts';
import { judgeLinuxCr } from './judge.ts';

export const linuxCrValidate: ValidateFamily = {
  judge(content, { rehearse: options = {}, ...others }) {
    const simulate = (source: ByteSource) =>
      rehearseAlone(
        { content: { form: 'file', source }, model: linuxCrModel, restore: linuxCrRestore },
        { operations: false, ...options },
      );
    return judgeLinuxCr(linuxCrSource(content), { ...others, simulate });
  },
};
