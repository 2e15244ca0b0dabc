/** Makes records of messages. The fields are typed by the generated descriptors. */

import type { Fields, MessageBody, MessageName, MessageRecord, PayloadPart } from '../../parse/criu/index.ts';
import type { CriuMessages } from '../../parse/generated/criu-descriptors.ts';

/** A message without its place in a file. */
export const body = <Name extends MessageName>(message: Name, fields: CriuMessages[Name]): MessageBody => ({
  message,
  fields: fields as Fields,
});

/** A record that is to be written; its offset is that of nothing. */
export const message = <Name extends MessageName>(
  name: Name,
  fields: CriuMessages[Name],
  payload?: readonly PayloadPart[],
): MessageRecord => ({
  kind: 'message',
  offset: 0,
  length: 0,
  ...body(name, fields),
  ...(payload && { payload }),
});
