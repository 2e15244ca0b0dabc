/** From 0x300 on the whole feature mask counts, and the beancounter limits are applied. */
import { limitsUntrusted } from '../changes/beancounters.ts';
import type { Step } from '../step.ts';

/** CPT features SYSFS, the only one that older images can ask for, and DEF_PERMS, on by default. */
const sysfs = 1;
const defPerms = 4;

export const cpt2616To2618: Step = {
  from: 'cpt-2.6.16',
  to: 'cpt-2.6.18.0',
  summary: 'all feature bits and beancounter limits become valid',
  rows: ['H1', 'U1'],
  forward: {
    image: (image, context) => {
      const veFeatures = (image.fields.veFeatures & sysfs) | defPerms;
      if (veFeatures === image.fields.veFeatures && image.fields.veFeatures2 === 0) return image;
      context.changed('H1', 'feature bits that were not read before set to their defaults');
      return { ...image, fields: { ...image.fields, veFeatures, veFeatures2: 0 } };
    },
    objects: { ubc: limitsUntrusted },
  },
  backward: {},
};
