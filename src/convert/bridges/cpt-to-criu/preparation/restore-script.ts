/** restore.sh: checks the root as far as a shell can, then starts CRIU with what this image needs. */

import type { HostDevice } from './host-devices.ts';
import { scriptArguments, scriptEnd, scriptLookups, scriptNetwork } from './restore-script-functions.ts';
import { shellWord } from './shell.ts';
import { shown, usesText } from './shown.ts';
import type { AbsentPath, HelperProgram, NeededPath, PathType, Preparation } from './types.ts';

export interface RestoreScriptOptions {
  /** Where the images are; a relative name counts from the script. Without it: beside the script. */
  readonly imagesDir?: string | undefined;
  /** Options that the rehearsal of the written images asked for; default: those that the preparation knows of. */
  readonly options?: readonly string[];
  /** Devices that --network makes. */
  readonly devices?: readonly HostDevice[];
}

/** Only for CRIU: an OpenVZ kernel restores an image through its own tools. */
export function restoreScript(
  prepared: Preparation,
  { imagesDir = '.', options: asked, devices = [] }: RestoreScriptOptions = {},
): string {
  if (prepared.target !== 'criu') throw new Error(`no script restores for ${prepared.target}`);
  const { paths, absent, helpers } = prepared;
  const options = asked ?? prepared.options.map(({ option }) => option);
  const needed = paths.map(needLine);
  const mounts = absent.filter(({ kind, isExact }) => kind === 'mount' && isExact);
  return [
    header(imagesDir),
    scriptArguments,
    scriptLookups,
    scriptNetwork,
    '\n# What this image needs. Names are exact, and once more in a form that is safe to show.\n',
    ...needed.map((line) => `${line}\n`),
    ...helpers.map((helper) => `${programLine(helper)}\n`),
    ...mounts.map(({ path }) => `unmounted ${shellWord(path)} ${shellWord(shown(path))}\n`),
    socketFunction(absent),
    // In front of the options of the user, who has the last word.
    deviceFunction(devices),
    options.length > 0 ? `set -- ${options.map(shellWord).join(' ')} "$@"\n` : '',
    scriptEnd,
  ].join('');
}

const usage = `Usage: restore.sh [OPTIONS] ROOT [CRIU OPTIONS]

Restores the checkpoint with CRIU. ROOT is a directory with the tree of the container as it was at the
dump; it has to be a mount point. CRIU options are added to those that the image needs.

  --check           check ROOT only, restore nothing
  --remove-sockets  remove socket files that are left in ROOT where sockets are bound again
  --bind-root       mount ROOT on itself if it is no mount point
  --detach          end as soon as the container runs; say the number of its first process
  --log FILE        have CRIU write a log, as detailed as it can
  --network BRIDGE  with --detach: connect the container to a bridge, with its addresses
  -h, --help        show this help

The program in the environment variable CRIU is started instead of "criu".
Exit codes: 1 something is missing, 2 wrong usage, else that of CRIU.`;

const header = (imagesDir: string): string => `#!/bin/sh
# Restores a checkpoint with CRIU. Made by cr-convert for the image beside it.

usage() {
  cat <<'END_OF_USAGE'
${usage}
END_OF_USAGE
}

newline='
'
${imagesLines(imagesDir)}`;

const imagesLines = (imagesDir: string): string =>
  imagesDir.startsWith('/')
    ? `images=${shellWord(imagesDir)}\n`
    : `images=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P && echo .) || exit 1
images=\${images%.}
images=\${images%"$newline"}
${imagesDir === '.' ? '' : `images=$images/${shellWord(imagesDir)}\n`}`;

const kinds: Readonly<Record<PathType, string>> = {
  file: 'file',
  directory: 'directory',
  fifo: 'FIFO',
  'character-device': 'character device',
  'block-device': 'block device',
  any: 'any',
};

function needLine({ path, type, isExact, device, uses }: NeededPath): string {
  const why = shellWord(usesText(uses));
  const name = shellWord(shown(path));
  if (!isExact) return `unsure ${name} ${why}`;
  const number = device ? `${device.major.toString(16)}:${device.minor.toString(16)}` : '';
  return ['need', shellWord(path), shellWord(kinds[type]), shellWord(number), name, why].join(' ');
}

const programLine = ({ name, why }: HelperProgram): string => `program ${shellWord(name)} ${shellWord(why)}`;

/** Twice through the same list: first everything is checked, then something is removed. */
function socketFunction(absent: readonly AbsentPath[]): string {
  const sockets = absent.filter(({ kind, isExact }) => kind === 'socket' && isExact);
  const lines = sockets.map(({ path }) => `  "$1" ${shellWord(path)} ${shellWord(shown(path))}\n`);
  return `\neach_socket() {\n${lines.length > 0 ? lines.join('') : '  :\n'}}\n`;
}

/** Names and addresses are checked: the first are of the kernel, the second of its own form. */
function deviceFunction(devices: readonly HostDevice[]): string {
  const lines = devices.map(
    ({ name, addresses }) => `  connect "$1" "$2" ${shellWord(name)} ${addresses.map(shellWord).join(' ')}\n`,
  );
  return `\neach_device() {\n${lines.length > 0 ? lines.join('') : "  say 'note: the image makes its devices itself; none is connected'\n"}}\n`;
}
