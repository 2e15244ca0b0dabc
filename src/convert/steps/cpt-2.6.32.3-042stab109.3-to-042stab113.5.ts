/** 042stab113: unix sockets keep the alias of a deleted name. */
import { cut, grown, type Step } from '../step.ts';

const aliasWords = 27;

export const cpt109To113: Step = {
  from: 'cpt-2.6.32.3/042stab109.3',
  to: 'cpt-2.6.32.3/042stab113.5',
  summary: 'aliases of deleted unix sockets',
  rows: ['S1'],
  forward: {
    objects: {
      socket: (socket) =>
        grown(socket, 1048, {
          dAlias: new Array<number>(aliasWords).fill(0),
          dAliaslen: 0,
          pad15: 0,
          padAt1044: zero4,
        }),
    },
  },
  backward: {
    objects: {
      socket: (socket, context) => {
        if (socket.fields.dAliaslen)
          context.lost('S1', socket, 'the alias of a deleted unix socket has no place');
        return cut(socket, 928, ['dAlias', 'dAliaslen', 'pad15', 'padAt1044']);
      },
    },
  },
};

const zero4 = new Uint8Array(4);
