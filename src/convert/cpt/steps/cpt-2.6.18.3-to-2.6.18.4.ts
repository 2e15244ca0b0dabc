/** 0x304: unix sockets can be bound through a mount, whose position lies where addresses are otherwise. */
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { type HopContext, type Step, withFields } from '../step.ts';

type Socket = ObjectRecord<'socket'>;

const familyUnix = 1;
/** Half of "no position". */
const noPositionHalf = 0xffffffff;

const isUnix = ({ fields }: Socket) => fields.family === familyUnix;

export const cpt26183To26184: Step = {
  from: 'cpt-2.6.18.3',
  to: 'cpt-2.6.18.4',
  summary: 'unix sockets name the mount they are bound through',
  rows: ['S3'],
  forward: {
    objects: {
      socket: (socket, context) => {
        if (!isUnix(socket)) return socket;
        context.changed('S3', 'unix sockets marked as bound by path');
        return withFields(socket, { saddr: noPositionHalf, rcvSaddr: noPositionHalf });
      },
    },
  },
  backward: { objects: { socket: boundByPath } },
};

function boundByPath(socket: Socket, context: HopContext): Socket {
  if (!isUnix(socket)) return socket;
  const { saddr, rcvSaddr } = socket.fields;
  if (saddr === 0 && rcvSaddr === 0) return socket;
  const isBound = saddr !== noPositionHalf || rcvSaddr !== noPositionHalf;
  context.changed(
    'S3',
    isBound
      ? 'unix sockets bound by path instead of through a mount'
      : 'unix sockets without the mark of no mount',
  );
  return withFields(socket, { saddr: 0, rcvSaddr: 0 });
}
