/** Text from an image in a form that is safe to show, and numbers as users write them. */
import type { DeviceNumber, NeededPath, PathType, PathUse } from './types.ts';

/** Control characters, and those that hide or reorder text, as visible escapes; a backslash is doubled. */
export const shown = (text: string): string =>
  text.replace(/[\\\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) =>
    character === '\\' ? '\\\\' : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );

export const typeName: Readonly<Record<PathType, string>> = {
  file: 'file',
  directory: 'directory',
  fifo: 'FIFO',
  'character-device': 'character device',
  'block-device': 'block device',
  any: 'file or directory',
};

export const deviceText = ({ major, minor }: DeviceNumber): string => `${major}:${minor}`;
export const modeText = (mode: number): string => `0${mode.toString(8).padStart(3, '0')}`;

/** `character device 1:3, mode 0666` */
export const kindText = ({ type, device, mode, sizeBytes }: NeededPath): string =>
  [
    `${typeName[type]}${device ? ` ${deviceText(device)}` : ''}`,
    ...(mode === undefined ? [] : [`mode ${modeText(mode)}`]),
    ...(sizeBytes === undefined ? [] : [`${sizeBytes} bytes`]),
  ].join(', ');

const useText: Readonly<Record<PathUse['kind'], string>> = {
  program: 'program text of',
  mapped: 'mapped by',
  open: 'open:',
  'in-flight': 'open, on its way through a socket',
  cwd: 'working directory of',
  root: 'root directory of',
  watch: 'watched by inotify',
  'mount-point': 'mount point of',
  'bind-source': 'what is bound to',
  'other-name': 'other name of the deleted file',
  'socket-directory': 'directory of the socket',
  terminal: 'opened for',
  helper: 'started by the restore:',
};

/** Of hundreds of holders, a few tell enough. */
const namedMax = 4;

/** `open: fd 0, 1, 2 of pid 5 (init)` */
export function usesText(uses: readonly PathUse[]): string {
  return uses
    .map(({ kind, holders, details }) => {
      const names = [
        ...holders.slice(0, namedMax).map(holderText),
        ...details.slice(0, namedMax).map((detail) => shown(detail)),
      ];
      const more = holders.length + details.length - names.length;
      return `${useText[kind]} ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`.trim();
    })
    .join('; ');
}

const holderText = ({ pid, comm, fds }: PathUse['holders'][number]): string => {
  const numbers = fds.length > namedMax ? [...fds.slice(0, namedMax), '…'] : fds;
  return `${fds.length > 0 ? `fd ${numbers.join(', ')} of ` : ''}pid ${pid} (${shown(comm)})`;
};

/** The first names, and how many there are besides. */
export const listText = (names: readonly string[], max = namedMax): string => {
  const more = names.length - max;
  return `${names.slice(0, max).map(shown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
