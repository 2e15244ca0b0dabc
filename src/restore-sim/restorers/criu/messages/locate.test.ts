/** Lines about one file of a dump that has many: the condition of that one, or none. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openCriuImage, placeOf } from '../../../../model/from-criu/image.ts';
import { fieldsAs, openFilesOf } from '../../../../model/from-criu/open-files.ts';
import { criuArchives, openCriuArchive } from '../../../../model/from-criu/testing/criu-images.ts';
import { rehearse } from '../../../plan/index.ts';
import { criuRestoreImage } from '../../../testing/restore-images.ts';
import { socketName } from '../conditions/socket-name.ts';
import { explainLog } from './explain-log.ts';
import { locator } from './locate.ts';

const programs = fileURLToPath(new URL('../../../../../../shared/images/criu/programs/', import.meta.url));
const kitchen = `${programs}kitchen/dump.tar.zst`;

const at = (pid: number, words: string): string => `(00.01) ${String(pid).padStart(6)}: ${words}`;

describe.skipIf(!existsSync(kitchen))('a dump with many sockets', () => {
  test('what the line names is located, what it does not name is not', async () => {
    const opened = await openCriuArchive(kitchen);
    try {
      const { directory } = opened;
      const locate = locator(directory, rehearse(criuRestoreImage(directory), { withUsual: true }));
      const first = (...log: readonly string[]) => locate(explainLog(log.join('\n')).lines[0]!);
      const files = [...openFilesOf(openCriuImage(directory, () => {}))];
      let ports = 0;
      let names = 0;
      for (const file of files) {
        const port = fieldsAs(file, 'INETSK');
        const words = `Error (criu/sk-inet.c:1059): inet: Can't bind inet socket (id ${file.id}): Address already in use`;
        if (port?.src_port && port.dst_port === 0 && (port.proto === 6 || port.proto === 17)) {
          const { code, at: place, condition } = first(at(7, words));
          expect([code, place, condition?.facts?.['port']]).toEqual([
            'port-free',
            placeOf(file),
            port.src_port,
          ]);
          ports++;
        }
        const unix = fieldsAs(file, 'UNIXSK');
        const name = (unix && socketName(unix)) ?? '';
        if (unix === undefined || name === '') continue;
        const start = `Error (criu/sk-unix.c:1651): unix: Can't bind id 0x${file.id.toString(16)} ino ${unix.ino}`;
        const shown = name.startsWith('@') ? '' : name;
        const { code, condition } = first(at(7, `${start} addr ${shown}: Address already in use`));
        expect([code, condition?.facts?.['path']]).toEqual(['unix-name-free', name]);
        names++;
      }
      expect([ports > 1, names > 0]).toEqual([true, true]);
      const vague = first(at(7, "Error (criu/files-reg.c:467): Can't create ghost regfile: File exists"));
      expect([vague.code, vague.condition]).toEqual(['ghost-name-free', undefined]);
    } finally {
      opened.root.close();
    }
  });
});

test('a descriptor leads to the file of its id, of any kind', async () => {
  const opened = await openCriuArchive(criuArchives.get('counter.tar.gz') ?? '');
  try {
    const locate = locator(opened.directory, { conditions: [], failures: [] });
    // crit decode of files.img: 1 is /bin/wl, a regular file, 2 a memfd.
    for (const [id, path] of [
      [1, '/bin/wl'],
      [2, 'MEMFD'],
    ]) {
      const { lines } = explainLog(at(7, `Error (criu/files.c:1210): Unable to open fd=9 id=0x${id}`));
      const [file] = [...openFilesOf(openCriuImage(opened.directory, () => {}))].filter(
        (one) => one.id === id,
      );
      expect(locate(lines[0]!).at).toEqual(file && { ...placeOf(file), path });
    }
  } finally {
    opened.root.close();
  }
});

test('neighbours of the same task name what a line does not', () => {
  const ghost = "Error (criu/files-reg.c:467): Can't create ghost regfile: Read-only file system";
  const pipe = "Error (criu/pipes.c:165): Can't restore pipe size: Bad file descriptor";
  const opening = "Error (criu/files-reg.c:2267): Can't open file data/ff: Bad file descriptor";
  const parts = (...log: readonly string[]) => explainLog(log.join('\n')).lines[0]?.parts;
  expect(parts(at(7, 'Configuring remap 0xb -> 0x1'), at(7, ghost))).toEqual({ file: '0xb' });
  expect(parts(at(8, 'Configuring remap 0xb -> 0x1'), at(7, ghost))).toEqual({});
  expect(parts(at(7, pipe), at(7, opening))).toEqual({ path: 'data/ff' });
  expect(parts(at(7, pipe), at(8, opening))).toEqual({});
});
