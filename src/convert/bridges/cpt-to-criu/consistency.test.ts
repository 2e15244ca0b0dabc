/**
 * What CRIU does not say but dies or hangs of: numbers that are there twice, pages outside of areas, lost
 * files.
 */
import { describe, expect, test } from 'vitest';
import { allImages } from '../../../test-support/images.ts';
import { type Converted, convertFile } from './testing/converted.ts';

const pageBytes = 4096n;

describe.each(allImages)('$name', ({ path }) => {
  const converted = convertFile(path);
  const tree = converted.messages('pstree_entry', 'PSTREE');
  const alive = tree.filter(({ pid }) => converted.messages('mm_entry', 'MM', pid).length > 0);
  const files = converted.messages('file_entry', 'FILES');
  const regular = new Set(files.flatMap(({ id, reg }) => (reg && id !== undefined ? [id] : [])));

  test('the tree: init first, parents before children, threads led by their leader', () => {
    const seen = new Set<number>([0]);
    expect(tree[0]?.pid).toBe(1);
    for (const { pid = 0, ppid = -1, threads } of tree) {
      expect(seen.has(ppid)).toBe(true);
      expect(threads?.[0]).toBe(pid);
      seen.add(pid);
    }
    const tids = tree.flatMap(({ threads }) => threads ?? []);
    expect(new Set(tids).size).toBe(tids.length);
  });

  test('namespaces differ from those of CRIU, and files too', () => {
    const [inventory] = converted.messages('inventory_entry', 'INVENTORY');
    const own = inventory?.root_ids;
    for (const { pid } of alive) {
      const [ids] = converted.messages('task_kobj_ids_entry', 'IDS', pid);
      for (const name of [
        'pid_ns_id',
        'net_ns_id',
        'ipc_ns_id',
        'uts_ns_id',
        'mnt_ns_id',
        'files_id',
      ] as const) {
        expect(ids?.[name], name).not.toBe(own?.[name]);
      }
      expect(ids?.user_ns_id).toBe(own?.user_ns_id);
    }
  });

  test('every file has one number, and descriptors lead to files', () => {
    const ids = files.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(files.map(({ type, id }) => `${type} ${id}`));
    for (const { pid } of alive) {
      const [kernel] = converted.messages('task_kobj_ids_entry', 'IDS', pid);
      const table = converted.messages('fdinfo_entry', 'FDINFO', kernel?.files_id);
      const fds = table.map(({ fd }) => fd);
      expect(new Set(fds).size).toBe(fds.length);
      for (const { type, id } of table) expect(known.has(`${type} ${id}`)).toBe(true);
      const [fs] = converted.messages('fs_entry', 'FS', pid);
      for (const id of [fs?.cwd_id, fs?.root_id]) expect(regular.has(id ?? 0)).toBe(true);
    }
  });

  test('areas follow each other, and pages lie in them and in their file', () => {
    for (const { pid } of alive) {
      const [mm] = converted.messages('mm_entry', 'MM', pid);
      expect(regular.has(mm?.exe_file_id ?? 0)).toBe(true);
      let end = 0n;
      for (const vma of mm?.vmas ?? []) {
        expect((vma.start ?? 0n) >= end && (vma.end ?? 0n) > (vma.start ?? 0n)).toBe(true);
        end = vma.end ?? 0n;
        if (((vma.status ?? 0) & 0xc0) !== 0) expect(regular.has(Number(vma.shmid))).toBe(true);
      }
      const inArea = (start: bigint, stop: bigint) =>
        mm?.vmas?.some((vma) => start >= (vma.start ?? 0n) && stop <= (vma.end ?? 0n)) ?? false;
      checkPagemap(converted, 'PAGEMAP', pid ?? 0, (start, stop) => {
        for (let at = start; at < stop; at += pageBytes) expect(inArea(at, at + pageBytes)).toBe(true);
      });
    }
  });

  test('shared memory has its pages', () => {
    const wanted = new Set<number>();
    for (const { pid } of alive) {
      for (const vma of converted.messages('mm_entry', 'MM', pid)[0]?.vmas ?? []) {
        if (((vma.status ?? 0) & 0x100) !== 0) wanted.add(Number(vma.shmid));
      }
    }
    const segments = converted.messages('ipc_shm_entry', 'IPCNS_SHM', 11);
    for (const { desc } of segments) wanted.add(desc?.id ?? -1);
    for (const id of wanted) checkPagemap(converted, 'SHMEM_PAGEMAP', id, () => {});
  });

  test('what refers to something finds it', () => {
    const mounts = converted.messages('mnt_entry', 'MNTS', 13);
    const numbers = new Set(mounts.map(({ mnt_id }) => mnt_id));
    for (const { reg } of files) if (reg) expect(numbers.has(reg.mnt_id)).toBe(true);
    for (const remap of converted.messages('remap_file_path_entry', 'REMAP_FPATH')) {
      expect(regular.has(remap.orig_id ?? 0)).toBe(true);
      expect(converted.bytes('GHOST_FILE', remap.remap_id).length).toBeGreaterThan(0);
    }
    for (const { fifo, tty } of files) {
      if (fifo) expect(regular.has(fifo.regf_id ?? 0)).toBe(true);
      if (tty) expect(regular.has(tty.regf_id ?? 0)).toBe(true);
    }
    const sockets = new Map(files.flatMap(({ usk }) => (usk ? [[usk.ino ?? 0, usk] as const] : [])));
    for (const { peer = 0 } of sockets.values()) expect(peer === 0 || sockets.has(peer)).toBe(true);
    for (const { isk } of files) {
      const isConnection = isk?.proto === 6 && isk.dst_port !== 0;
      if (isConnection) expect(converted.bytes('TCP_STREAM', isk.ino).length).toBeGreaterThan(0);
    }
  });
});

function checkPagemap(
  converted: Converted,
  type: 'PAGEMAP' | 'SHMEM_PAGEMAP',
  id: number,
  check: (start: bigint, end: bigint) => void,
): void {
  const [head] = converted.messages('pagemap_head', type, id);
  expect(head, `${type} ${id}`).toBeDefined();
  let [end, pages] = [0n, 0n];
  for (const { vaddr = 0n, compat_nr_pages, nr_pages = 0n, flags } of converted.messages(
    'pagemap_entry',
    type,
    id,
  )) {
    expect(vaddr >= end).toBe(true);
    expect([flags, compat_nr_pages]).toEqual([4, 0]);
    end = vaddr + nr_pages * pageBytes;
    pages += nr_pages;
    check(vaddr, end);
  }
  expect(BigInt(converted.bytes('PAGES', head?.pages_id).length)).toBe(pages * pageBytes);
}
