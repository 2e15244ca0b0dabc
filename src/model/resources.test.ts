/** Files, memory, sockets and the container of every real image against what was seen inside. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { hasCollection } from '../test-support/images.ts';
import type { Checkpoint, MemoryArea, OpenFile, Task } from './checkpoint.ts';
import { checkpointFromCpt } from './from-cpt/checkpoint-from-cpt.ts';
import { follow } from './look-up.ts';
import { imagesWithTruth, type TruthMap, type TruthProcess } from './testing/truth.ts';

const images = imagesWithTruth;

test.skipIf(hasCollection)('the collection of real images is absent: samples alone are compared', () => {});

describe.each(images)('$name', ({ name, path, truth }) => {
  const is2618 = name.startsWith('2.6.18');
  let source: ByteSource;
  let checkpoint: Checkpoint;

  beforeAll(() => {
    source = fileSource(path);
    checkpoint = checkpointFromCpt(source, () => {});
  });
  afterAll(() => source.close());

  const leaderOf = ({ pid }: TruthProcess): Task => checkpoint.tasks.find((task) => task.pid === pid)!;

  test('descriptors', () => {
    for (const process of truth.processes) {
      const table = checkpoint.fdTables.get(leaderOf(process).fdTable!);
      // A dead leader shows nothing, but lends its threads' table to the image.
      if (process.state === 'Z') continue;
      const said = [...(table?.descriptors ?? [])].map(({ fd, opened }) => {
        const file = checkpoint.files.get(opened!)!;
        return { fd, link: linkOf(file), info: infoOf(file) };
      });
      const seen = process.fds.map(({ fd, link, info }) => ({
        fd,
        link: link.replace(/^socket:.*/, 'socket').replace(/^(eventpoll|\[eventpoll\]).*/, '$1'),
        ...(info !== undefined && { info }),
      }));
      expect(said.map(({ info, ...rest }) => (is2618 ? rest : { ...rest, info }))).toEqual(seen);
    }
  });

  const linkOf = ({ kind, name: stored = '' }: OpenFile): string =>
    kind === 'socket' ? 'socket' : stored.replace(/^(eventpoll|\[eventpoll\]).*/, '$1');

  const infoOf = ({ pos, flags }: OpenFile): string => `pos:\t${pos}\nflags:\t0${flags.toString(8)}\n`;

  test('memory areas', () => {
    for (const process of truth.processes) {
      const memory = checkpoint.memories.get(leaderOf(process).memory!);
      if (process.state === 'Z') continue;
      const said = [...(memory?.areas ?? [])].map(areaLine);
      expect(said).toEqual(process.maps.filter(isDumped).map(mapLine));
    }
  });

  // Pages at fixed addresses belong to the kernel, not to the process.
  const isDumped = ({ start }: TruthMap): boolean => start !== 0xffffe000n && start < 1n << 63n;

  // fs/proc/task_mmu.c of 2.6.32 hides the guard page below a stack.
  const guardBytes = is2618 ? 0n : 4096n;

  const isFileMapping = (mapped: string): boolean =>
    mapped.startsWith('/') || mapped.startsWith('(deleted)/');

  const areaLine = ({ start, end, perms, offsetBytes, mapped, kind }: MemoryArea) => {
    const file = follow(checkpoint.files, mapped)!;
    const isPath = kind === 'file' && isFileMapping(file?.name?.trim() ?? '');
    return { start, end, perms, ...(isPath && { offset: offsetBytes, path: file?.name?.trim() }) };
  };
  const mapLine = ({ start, end, perms, offset, path: mapped }: TruthMap) => {
    const isPath = isFileMapping(mapped) && !/SYSV[0-9a-f]{8}/.test(mapped);
    return {
      start: start - (mapped === '[stack]' ? guardBytes : 0n),
      end,
      perms,
      ...(isPath && { offset, path: mapped }),
    };
  };

  test('stack, heap and vdso', () => {
    for (const process of truth.processes) {
      if (process.state === 'Z') continue;
      const areas = [...checkpoint.memories.get(leaderOf(process).memory!)!.areas];
      for (const kind of ['stack', 'heap'] as const) {
        const seen = process.maps
          .filter(({ path: mapped }) => mapped === `[${kind}]`)
          .map(({ start }) => (kind === 'stack' ? start - guardBytes : start));
        if (kind === 'stack' || is2618)
          expect(areas.filter((area) => area.kind === kind).map((area) => area.start)).toEqual(seen);
      }
    }
  });

  test('sockets', () => {
    const net = is2618
      ? { tcp: truth.raw.net_tcp, udp: truth.raw.net_udp }
      : { tcp: truth.raw.net.tcp.split('\n').slice(1), udp: truth.raw.net.udp.split('\n').slice(1) };
    for (const [protocol, number] of [
      ['tcp', 6],
      ['udp', 17],
    ] as const) {
      const seen = net[protocol]
        .filter(Boolean)
        .map((line: string) => line.trim().split(/\s+/).slice(1, 4).join(' '));
      const said = [...checkpoint.sockets.values()]
        .filter((socket) => socket.family === 2 && socket.protocol === number)
        .map(
          ({ local, remote, state }) => `${procAddress(local)} ${procAddress(remote)} ${stateDigits(state)}`,
        );
      expect(said.sort()).toEqual(seen.sort());
    }
  });

  const stateDigits = (state: number): string => state.toString(16).toUpperCase().padStart(2, '0');

  test('unix sockets', () => {
    const lines: string[] = is2618 ? truth.raw.net_unix : truth.raw.net.unix.split('\n').slice(1);
    const seen = lines.filter(Boolean).map((line) => {
      const [, , , , type = '', , , bound = ''] = line.trim().split(/\s+/);
      return `${Number.parseInt(type, 16)} ${bound}`;
    });
    const said = [...checkpoint.sockets.values()]
      .filter(({ family }) => family === 1)
      .map(({ type, local }) => {
        if (local?.family !== 'unix') return `${type} `;
        return `${type} ${local.isAbstract ? '@' : ''}${local.name ?? ''}`;
      });
    expect(said.sort()).toEqual(seen.sort());
  });

  test('file locks', () => {
    const lines: string[] = is2618 ? truth.raw.locks : truth.raw.locks.split('\n');
    const seen = lines.filter((line) => line.trim() !== '').map((line) => line.trim().split(/\s+/));
    const said = [...checkpoint.files.values()].flatMap(({ locks }) => locks);
    const words = said.map(({ kind, type, pid, start, end }) => [
      kind.toUpperCase(),
      'ADVISORY',
      type === 0 ? 'READ' : 'WRITE',
      String(pid),
      String(start),
      end === 2n ** 63n - 1n ? 'EOF' : String(end),
    ]);
    const sorted = (rows: string[][]) => rows.map((row) => row.join(' ')).sort();
    expect(sorted(words)).toEqual(sorted(seen.map((row) => [...row.slice(1, 5), ...row.slice(6)])));
  });

  test('container: names, limits, mounts, age', () => {
    const { container, mounts } = checkpoint;
    const nodename = is2618 ? truth.raw.kernel_limits.hostname : truth.raw.uname.nodename;
    expect(container.uts.nodename).toBe(nodename);
    if (is2618) {
      const { msgmax, msgmni, msgmnb, shmmni, sem } = truth.raw.kernel_limits;
      const limits = container.ipcLimits!;
      expect([limits.msgMaxBytes, limits.msgMni, limits.msgMnbBytes, limits.shmMni].join()).toBe(
        [msgmax, msgmni, msgmnb, shmmni].join(),
      );
      expect(`${limits.semMsl}\t${limits.semMns}\t${limits.semOpm}\t${limits.semMni}`).toBe(sem);
    }
    const lines: string[] = is2618 ? truth.raw.mounts : truth.raw.mounts.trim().split('\n');
    const seen = lines.map((line) => line.split(' ').slice(1, 3).join(' '));
    // 2.6.18 also dumps the root below the container's own, which is over-mounted.
    const said = [...mounts.values()].map(({ mountpoint, fstype }) => `${mountpoint} ${fstype}`);
    expect(said.filter((line) => line !== '/ rootfs')).toEqual(seen);
    // Seen a moment before the dump.
    const seconds = Number.parseFloat(is2618 ? truth.raw.live_uptime : truth.raw.uptime);
    const age = Number(container.ageNs) / 1e9;
    expect(age - seconds).toBeGreaterThan(-0.02);
    expect(age - seconds).toBeLessThan(1);
  });

  test('beancounters', () => {
    const text: string[] = is2618
      ? truth.raw.user_beancounters
      : truth.raw.user_beancounters.trim().split('\n');
    const rows = text.slice(2).map((line) => line.trim().replace(/^\d+:/, '').trim().split(/\s+/));
    if (rows.length === 0) return;
    const top = [...checkpoint.beancounters.values()][0]!;
    // 2.6.32 has one resource more than the listing shows.
    const names = top.resources.map(({ name: resource }) => resource).slice(0, rows.length);
    expect(names).toEqual(rows.map(([resource]) => resource));
    expect(top.resources.length - rows.length).toBe(is2618 ? 0 : 1);
  });
});

const procAddress = (address: { family: string; address?: string; port?: number } | undefined): string => {
  if (!address || address.address === undefined) return '00000000:0000';
  const bytes = address.address.split('.').map(Number).reverse();
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${digits}:${(address.port ?? 0).toString(16).padStart(4, '0')}`.toUpperCase();
};
