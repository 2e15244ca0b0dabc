/**
 * Images of other machines, made from a dump of x86-64: cores with the registers of the machine, addresses and pages
 * as it has them. No release of CRIU was run there; what differs is read in its sources (machine.ts).
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { machines } from '../../../abi/machines.ts';
import { checkpointFromCriu } from '../../../model/from-criu/checkpoint-from-criu.ts';
import { pageBytesOf } from '../../../model/from-criu/page-size.ts';
import {
  criuArchives,
  type OpenedArchive,
  openCriuArchive,
} from '../../../model/from-criu/testing/criu-images.ts';
import {
  change,
  editImage,
  type FileEdit,
  first,
  type LooseFields,
} from '../../../model/from-criu/testing/edit-image.ts';
import { type ImageDirectory, type MessageLayout, messageLayout } from '../../../parse/criu/index.ts';
import { judgeCriuImage } from '../../../validate/criu/judge.ts';
import { planImage, rehearse } from '../../plan/index.ts';
import { criuRestoreImage } from '../../testing/restore-images.ts';
import { type RestoringMachineName, restoringMachine, restoringMachineNames } from './machine.ts';
import { simulateCriuRestore } from './simulate.ts';

let counter: OpenedArchive;
beforeAll(async () => {
  counter = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
});
afterAll(() => counter.root.close());

/** What every message of the kind has to hold. */
function required(layout: MessageLayout): LooseFields {
  const zero = (kind: string) => (kind.endsWith('64') ? 0n : kind === 'bool' ? false : 0);
  return Object.fromEntries(
    layout.fields
      .filter((field) => field.required && !field.repeated)
      .map(({ name, message, kind }) => [name, message === undefined ? zero(kind) : required(message)]),
  );
}

const x86Page = 4096;
/** Bits that are kept of an address before it is made larger by the page size: all areas of the sample stay apart. */
const kept = 0xf_ffff_ffffn;
const vsyscall = 0xffff_ffff_ff60_0000n;

interface Form {
  readonly machine: RestoringMachineName;
  readonly page: number;
}

const addressIn =
  ({ machine, page }: Form) =>
  (address: bigint): bigint => {
    // Three gigabytes: the upper areas come to lie below them.
    if (machine === 'arm') return address < 0x4000_0000n ? address : (address & 0x3fff_ffffn) + 0x7000_0000n;
    return (address & kept) * BigInt(page / x86Page);
  };

function mmOf(form: Form, old: LooseFields): LooseFields {
  const address = addressIn(form);
  const scale = BigInt(form.page / x86Page);
  const moved = Object.fromEntries(
    Object.entries(old).map(([name, value]) => [
      name,
      /^mm_(?!saved)/.test(name) ? address(value as bigint) : value,
    ]),
  );
  const vmas = old.vmas
    .filter(({ start }: LooseFields) => start !== vsyscall)
    .map((vma: LooseFields) => ({
      ...vma,
      start: address(vma.start),
      end: address(vma.end),
      pgoff: vma.pgoff * scale,
    }));
  // AT_PAGESZ, AT_NULL.
  return { ...moved, vmas, mm_saved_auxv: [6n, BigInt(form.page), 0n, 0n] };
}

function widened(name: string, page: number): Uint8Array {
  const source = counter.directory.open(name)!;
  const wide = new Uint8Array((source.size / x86Page) * page);
  for (let at = 0; at < source.size; at += x86Page) {
    wide.set(source.view(at, x86Page), (at / x86Page) * page);
  }
  source.close();
  return wide;
}

/** The sample as that machine would have dumped it. */
function imageOf(form: Form, edits: Readonly<Record<string, FileEdit>> = {}): ImageDirectory {
  const { registers, criuNumber } = restoringMachine(form.machine)!;
  const scale = form.page / x86Page;
  const layout = messageLayout('core_entry').byName.get(registers)!.message!;
  const moved = change(
    ({ vaddr }) => vaddr !== undefined,
    ({ vaddr }) => ({ vaddr: addressIn(form)(vaddr) }),
  );
  return editImage(counter.directory, {
    'core-1.img': change(first, () => ({
      mtype: criuNumber,
      thread_info: undefined,
      [registers]: required(layout),
    })),
    'mm-1.img': change(first, (old) => mmOf(form, old)),
    'pagemap-1.img': moved,
    'pages-2.img': widened('pages-2.img', form.page),
    'pages-1.img': widened('pages-1.img', form.page),
    'memfd.img': change(
      () => true,
      ({ size }) => ({ size: size * BigInt(scale) }),
    ),
    'files.img': change(
      ({ reg }) => reg?.size !== undefined,
      ({ reg }) => ({ reg: { ...reg, size: reg.size * BigInt(scale) } }),
    ),
    ...edits,
  });
}

const forms: readonly Form[] = restoringMachineNames
  .filter((machine) => machine !== 'x86_64')
  .flatMap((machine) =>
    machines[machine].pageSizes.filter((page) => page >= x86Page).map((page) => ({ machine, page })),
  );

describe.each(forms)('$machine with pages of $page bytes', (form) => {
  let directory: ImageDirectory;
  beforeAll(() => {
    directory = imageOf(form);
  });

  test('is read as such', () => {
    expect(pageBytesOf(directory)).toBe(form.page);
    const { image, memories } = checkpointFromCriu(directory, () => {});
    expect([image.architecture, image.pageSizeBytes]).toEqual([form.machine, form.page]);
    let stored = 0n;
    for (const { areas } of memories.values()) {
      for (const { blocks } of areas) {
        for (const { kind, start, end } of blocks) if (kind === 'stored') stored += end - start;
      }
    }
    // Of the task, by its pagemap: 16 pages, whatever their size.
    expect(stored).toBe(BigInt(16 * form.page));
  });

  test('restores on its own machine, and on no other', () => {
    const own = simulateCriuRestore(directory, {});
    expect([own.failures, own.verdict, own.kernel]).toEqual([[], 'restores', `linux-6.18/${form.machine}`]);
    const other = rehearse(criuRestoreImage(directory), { kernel: 'linux-6.18/x86_64' });
    expect([other.verdict, other.failures.map(({ code }) => code)]).toEqual(['fails', ['criu-architecture']]);
  });

  test('has no false errors', () => {
    const { findings } = judgeCriuImage(directory);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  test('is planned for its machine', () => {
    const image = criuRestoreImage(directory);
    const plan = planImage(image);
    expect([plan.kernel, plan.problems]).toEqual([`linux-6.18/${form.machine}`, []]);
    // criu/kerndat.c: the clone3 of its restorer is not written for MIPS.
    expect(plan.mechanisms.pid).toBe(form.machine === 'mips' ? 'ns-last-pid' : 'set-tid');
    const { problems } = planImage(image, { kernel: 'linux-6.18/x86_64' });
    expect(problems.map(({ code }) => code)).toEqual(['machine-mismatch']);
  });
});

/** _NSIG of MIPS is 128, that of the others 64. */
test('a timer that sends signal 100', () => {
  const timer = { it_id: 0, clock_id: 1, si_signo: 100, it_sigev_notify: 0, sival_ptr: 0n, overrun: 0 };
  const times = { isec: 0n, insec: 0n, vsec: 1n, vnsec: 0n };
  const withTimer = (form: Form) => {
    const directory = imageOf(form);
    return editImage(directory, {
      'core-1.img': change(first, ({ tc }) => ({
        tc: { ...tc, timers: { ...tc.timers, posix: [{ ...timer, ...times }] } },
      })),
    });
  };
  expect(simulateCriuRestore(withTimer({ machine: 'mips', page: 16384 }), {}).verdict).toBe('restores');
  const other = simulateCriuRestore(withTimer({ machine: 'riscv64', page: 4096 }), {});
  expect(other.failures.map(({ code }) => code)).toEqual(['criu-timer']);
});

/** Where an area may lie ends elsewhere: what fits a 47-bit space is too far up for MIPS. */
test('an area beyond the addresses of the machine', () => {
  const at = 1n << 41n;
  const edit = (form: Form) =>
    editImage(imageOf(form), {
      'mm-1.img': change(first, ({ vmas }) => ({
        vmas: [...vmas, { ...vmas.at(-1), start: at, end: at + BigInt(form.page) }],
      })),
    });
  expect(simulateCriuRestore(edit({ machine: 'aarch64', page: 4096 }), {}).verdict).toBe('restores');
  const far = simulateCriuRestore(edit({ machine: 'mips', page: 4096 }), {});
  expect([far.verdict, far.failures.map(({ code }) => code)]).toEqual(['fails', ['criu-area']]);
});
