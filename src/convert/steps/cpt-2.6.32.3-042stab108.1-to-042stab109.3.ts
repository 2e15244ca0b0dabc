/** 042stab109: file locks carry an NFS lock owner. */
import { osArch } from '../../parse/generated/cpt-records.ts';
import type { Step } from '../step.ts';

export const cpt108To109: Step = {
  from: 'cpt-2.6.32.3/042stab108.1',
  to: 'cpt-2.6.32.3/042stab109.3',
  summary: 'NFS owners of file locks',
  rows: ['F7'],
  forward: {
    objects: {
      flock: (flock, context) => {
        if (flock.hdrlen >= 64) return flock;
        // The 64-bit field is aligned to 8 bytes on x86-64 only.
        const isI386 = context.facts.osArch === osArch.i386;
        const { pad1: _pad1, ...fields } = flock.fields;
        const tail = isI386 ? { lsid: 0n, pad2: 0 } : { pad1: 0, lsid: 0n };
        return { ...flock, hdrlen: 64, fields: { ...fields, ...tail } };
      },
    },
  },
  backward: {
    objects: {
      flock: (flock) => {
        if (flock.hdrlen < 64) return flock;
        const { lsid: _lsid, pad2: _pad2, ...fields } = flock.fields;
        return {
          ...flock,
          hdrlen: 56,
          extra: new Uint8Array(0),
          fields: { ...fields, pad1: fields.pad1 ?? 0 },
        };
      },
    },
  },
};
