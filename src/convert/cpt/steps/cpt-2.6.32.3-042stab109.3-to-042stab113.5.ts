/** 042stab113: unix sockets keep the alias of a deleted name. */
import { cut, grown, type Step, withFields } from '../step.ts';

export const cpt109To113: Step = {
  from: 'cpt-2.6.32.3/042stab109.3',
  to: 'cpt-2.6.32.3/042stab113.5',
  summary: 'aliases of deleted unix sockets',
  rows: ['S1'],
  forward: {
    objects: {
      socket: (socket, context) => grown(socket, 1048, context),
    },
  },
  backward: {
    objects: {
      socket: (socket, context) => {
        if (socket.fields.dAliaslen)
          context.lost('S1', socket, 'the alias of a deleted unix socket has no place');
        // Bytes of a name that is not in use are stale.
        return cut(withFields(socket, { dAlias: undefined, dAliaslen: undefined }), 928, context, 'S1');
      },
    },
  },
};
