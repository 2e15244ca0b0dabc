/**
 * What messages of CRIU mean, the special before the general. The codes are those of conditions where a condition would
 * have said it before. Words of messages are those of CRIU 4.2; what they come from was seen in recorded restores or
 * read where the message is printed.
 */

import { commandLineMessages } from './command-line.ts';
import { controlGroupsMessages } from './control-groups.ts';
import { credentialsMessages } from './credentials.ts';
import { dyingTasksMessages } from './dying-tasks.ts';
import type { Explanation } from './explanation.ts';
import { filesMessages } from './files.ts';
import { followsMessages } from './follows.ts';
import { harmlessMessages } from './harmless.ts';
import { imageMessages } from './image.ts';
import { ipcMessages } from './ipc.ts';
import { memoryMessages } from './memory.ts';
import { mountsMessages } from './mounts.ts';
import { networksMessages } from './networks.ts';
import { sessionsMessages } from './sessions.ts';
import { startMessages } from './start.ts';

export type { ExplainCode, Explanation, Role, TopicCode } from './explanation.ts';

export const explanations: readonly Explanation[] = [
  ...harmlessMessages,
  ...followsMessages,
  ...commandLineMessages,
  ...startMessages,
  ...imageMessages,
  ...sessionsMessages,
  ...mountsMessages,
  ...networksMessages,
  ...controlGroupsMessages,
  ...filesMessages,
  ...memoryMessages,
  ...credentialsMessages,
  ...ipcMessages,
  ...dyingTasksMessages,
];
