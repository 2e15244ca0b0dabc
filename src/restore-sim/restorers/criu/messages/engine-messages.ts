/** What engines say around CRIU, and the places where they keep its log. */
import type { Explanation } from './explanations/index.ts';

const log = 'the log of CRIU says why; explain it';

export const engineMessages: readonly Omit<Explanation, 'role'>[] = [
  {
    says: /criu failed: type \w+ errno (?<errno>\d+)|CRIU restoring failed (?<code>-?\d+)|criu restore failed|failed to restore container|restore(d)? failed/i,
    code: 'engine-message',
    cause: 'An engine says that CRIU gave up.',
    remedy: log,
  },
  {
    says: /Please check CRIU logfile (?<log>\S+)|log file: (?<path>\S+)/i,
    code: 'engine-message',
    cause: 'The engine names the log of CRIU.',
    remedy: log,
  },
  {
    says: /configured runtime does not support checkpoint|checkpoint\/restore support not available|does not support checkpoint\/restore/i,
    code: 'engine-message',
    cause: 'The runtime of the engine was built without CRIU.',
    remedy: 'use runc, or crun that was built with CRIU',
  },
  {
    says: /CRIU (version )?.*(too old|must be|required|at least)|need at least CRIU|requires at least CRIU/i,
    code: 'criu-release',
    cause: 'The CRIU that is installed is older than the engine needs.',
    remedy: 'install a newer CRIU',
  },
  {
    says: /could not load `?libcriu|libcriu\.so/i,
    code: 'program-needed',
    cause: 'crun loads libcriu, which is not there.',
    remedy: 'install libcriu2',
  },
  {
    says: /exec: "criu": executable file not found|criu: (command )?not found/i,
    code: 'program-needed',
    cause: 'criu is not installed.',
    remedy: 'install criu where the engine finds it (PATH)',
  },
  {
    says: /container with .*(name|id).* already exists|name .* is in use/i,
    code: 'engine-message',
    cause: 'There is a container of that name already.',
    remedy: 'give another one with --name, or remove the old one',
  },
  {
    says: /failed to (pull|find|resolve) image|no such image|image not known/i,
    code: 'engine-message',
    cause: 'The base image of the container is not there.',
    remedy: 'pull it: a checkpoint holds only what differs from it',
  },
];
