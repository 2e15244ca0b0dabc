/** Which image of several; apart from what opens them, so that `--help` loads nothing else. */
import type { OptionSpec } from './options.ts';

/** Of every command that reads an image. */
export const containerOption = {
  container: {
    value: 'NAME',
    help: 'which one, where an archive, a pod or a directory holds images of several containers: a name, a place in it, or an id',
  },
} as const satisfies Record<string, OptionSpec>;
