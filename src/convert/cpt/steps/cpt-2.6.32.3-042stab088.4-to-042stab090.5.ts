/** 042stab090: rules of ip6tables as a second text. */
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import type { Step } from '../step.ts';

export const cpt088To090: Step = {
  from: 'cpt-2.6.32.3/042stab088.4',
  to: 'cpt-2.6.32.3/042stab090.5',
  summary: 'ip6tables rules',
  rows: ['D7'],
  forward: {},
  backward: {
    objects: {
      name: (name, context) => {
        const isRules =
          name.parent?.kind === 'section' && name.parent.fields.section === sectionType.net_iptables;
        if (!isRules || context.siblingIndex() === 0) return name;
        context.lost('D7', name, 'the rules of ip6tables have no place');
        return undefined;
      },
    },
  },
};
