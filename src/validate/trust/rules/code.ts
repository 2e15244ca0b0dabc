/** Where threads go on, and what the kernel calls in them: code that no file backs is code of the image. */

import {
  type Area,
  executable,
  type ImageFacts,
  type ProcessRights,
  type ThreadRights,
  writable,
} from '../image-facts.ts';
import type { TrustReport } from '../rule.ts';
import { hex, inImage, threadText, trustRule } from '../rule.ts';

const honest = 'Programs that compile while they run (Java, Node.js, .NET, LuaJIT) have such code honestly.';
const mend = 'Ask whether the program makes code; together with raised rights, do not restore it.';

export const codeRule = trustRule(
  {
    'trust-instruction-pointer': {
      severity: 'warning',
      meaning: 'A thread goes on in memory that no file backs, and that is writable, or that is not there.',
      why: `Whoever changed the image decides what runs. ${honest}`,
      bad: 'ip in an anonymous area with rwx',
      good: 'ip in a mapped file or in the vdso',
      mend,
      reference: 'seen with CRIU 4.2: code of an added page ran',
    },
    'trust-personality': {
      severity: 'warning',
      meaning:
        'A process is restored without the random layout of its memory, or with all memory that it reads executable.',
      why: 'Both make a flaw of the program easier to use; debuggers and very old programs have them honestly.',
      bad: 'READ_IMPLIES_EXEC in tc.personality',
      good: '0',
      mend: 'Ask whether the program was started with setarch or under a debugger.',
      reference: 'personality(2); criu/pie/restorer.c: the number of the image is handed over as it stands',
    },
    'trust-made-code': {
      severity: 'note',
      meaning: 'A thread goes on in executable memory that no file backs.',
      why: `Whoever changed the image decides what runs. ${honest}`,
      bad: 'ip in an anonymous r-x area of a program written in C',
      good: 'ip in a mapped file or in the vdso',
      mend,
      reference: 'criu/pie/restorer.c: memory is what the image says',
    },
    'trust-writable-code': {
      severity: 'note',
      meaning: 'A process has memory that is writable and executable.',
      why: `What is written there runs. ${honest}`,
      bad: 'rwx areas of a program written in C',
      good: 'areas that are one or the other',
      mend,
      reference: 'mprotect(2)',
    },
    'trust-changed-text': {
      severity: 'note',
      meaning: 'The page of program text where a thread goes on comes from the image, not from its file.',
      why: 'Private pages of the image hide those of the file: the program is not the one that its file holds.',
      bad: 'a page of the image in an r-x file mapping at the instruction pointer',
      good: 'text pages from the file; CRIU itself leaves one changed page where the text begins',
      mend: 'Compare the page with the file.',
      reference: 'criu/mem.c, prepare_vma_ios',
    },
    'trust-signal-handler': {
      severity: 'warning',
      meaning: 'A signal handler lies in executable memory that no file backs.',
      why: `The next signal starts code of the image. ${honest}`,
      bad: 'a SIGCHLD handler in an anonymous r-x page',
      good: 'handlers in mapped files',
      mend,
      reference: 'criu/pie/restorer.c, restore_sigactions',
    },
    'trust-rseq': {
      severity: 'warning',
      meaning: 'A restartable sequence is one that no C library registers.',
      why: 'The kernel jumps to the abort address of the critical section: code of the image runs, also while CRIU dumps again.',
      bad: 'rseq_cs_pointer into an anonymous executable area',
      good: 'signature 0x53053053, and a pointer of 0 or into a table of a mapped file',
      mend,
      reference: 'CVE-2026-18107',
    },
    'trust-memfd-program': {
      severity: 'warning',
      meaning: 'A process runs a program that is in no file: its content comes with the image.',
      why: 'Whoever changed the image decides what runs, and no package has it.',
      bad: 'an exe file that is a memfd',
      good: 'programs of the container; runtimes and sandboxes that copy themselves run a memfd honestly',
      mend,
      reference: 'memfd_create(2), fexecve(3)',
    },
    'trust-setuid-program': {
      severity: 'note',
      meaning: 'A process runs a program with set-user-ID or set-group-ID bits.',
      why: 'Its rights come from the image in any case; the bits say that they may differ from those of the container.',
      bad: 'an exe file with mode 04755 where the container may not raise its rights',
      good: 'programs without these bits',
      mend: 'Look at its user and capabilities.',
      reference: 'execve(2)',
    },
  },
  ({ images }, report) => {
    if (images === undefined) return;
    for (const process of images.processes) {
      for (const thread of process.threads) {
        judgePointer(images, process, thread, report);
        judgeRseq(images, process, thread, report);
      }
      for (const { signal, index, address, area } of process.oddHandlers)
        report(
          'trust-signal-handler',
          inImage(
            images,
            process.threads[0] ?? { file: 'core', offset: 0 },
            `${images.fields.signalHandlers}[${index}]`,
          ),
          `signal handler in anonymous executable area: process ${process.pid} (${process.comm}) handles signal ${signal} at ${hex(address)}, ${areaText(area)}`,
        );
      const odd = personalities.filter(([, bit]) => (process.personality & bit) !== 0).map(([word]) => word);
      if (odd.length > 0)
        report(
          'trust-personality',
          inImage(images, process.threads[0] ?? { file: 'core', offset: 0 }, images.fields.personality),
          `personality: process ${process.pid} (${process.comm}) is restored with ${odd.join(' and ')}`,
        );
      if (process.writableCode > 0)
        report(
          'trust-writable-code',
          inImage(images, process.areasAt, images.fields.areas),
          `writable and executable areas: process ${process.pid} (${process.comm}) has ${process.writableCode}`,
        );
      if (process.exeFileId !== undefined && images.memfds.has(process.exeFileId))
        report(
          'trust-memfd-program',
          inImage(images, process.areasAt, images.fields.exe),
          `program without a file: process ${process.pid} (${process.comm}) runs a memfd`,
        );
      const exe = process.exeFileId === undefined ? undefined : images.regular.get(process.exeFileId);
      if (exe?.mode !== undefined && (exe.mode & 0o6000) !== 0 && (exe.mode & 0o170000) === 0o100000)
        report(
          'trust-setuid-program',
          inImage(images, exe, images.fields.file.mode),
          `setuid exe: process ${process.pid} (${process.comm}) runs ${exe.name}, mode 0${(exe.mode & 0o7777).toString(8)}`,
        );
    }
  },
);

type Code = 'trust-instruction-pointer' | 'trust-made-code' | 'trust-changed-text' | 'trust-rseq';
type Report = TrustReport<Code>;

/** include/uapi/linux/personality.h. */
const personalities: readonly (readonly [word: string, bit: number])[] = [
  ['READ_IMPLIES_EXEC', 0x0400000],
  ['ADDR_NO_RANDOMIZE', 0x0040000],
];

const areaText = ({ start, end, kind, protection }: Area): string =>
  kind === 'none'
    ? 'in no area'
    : `in ${kind === 'anonymous' ? 'an anonymous' : 'a'} ${protectionText(protection)} area ${hex(start)}-${hex(end)}`;

const protectionText = (bits: number): string =>
  `${(bits & 1) !== 0 ? 'r' : '-'}${(bits & 2) !== 0 ? 'w' : '-'}${(bits & 4) !== 0 ? 'x' : '-'}`;

function judgePointer(
  images: ImageFacts,
  process: ProcessRights,
  thread: ThreadRights,
  report: Report,
): void {
  // A thread that never ran, or of an image that was made by hand: it ends at once.
  if (thread.ip === undefined || thread.ip.value === 0n) return;
  const { field, value, area } = thread.ip;
  const where = inImage(images, thread, field);
  const what = `${threadText(process, thread.tid)} goes on at ${hex(value)}`;
  if (area.kind === 'none' && !isVsyscall(value))
    report('trust-instruction-pointer', where, `ip outside of every area: ${what}`);
  else if (area.kind === 'anonymous' && (area.protection & writable) !== 0)
    report('trust-instruction-pointer', where, `ip in anonymous W+X area: ${what}, ${areaText(area)}`);
  else if (area.kind === 'anonymous')
    report('trust-made-code', where, `ip in anonymous executable area: ${what}, ${areaText(area)}`);
  else if (area.kind !== 'none' && area.kind !== 'kernel' && (area.protection & executable) === 0)
    report(
      'trust-instruction-pointer',
      where,
      `ip in an area that is not executable: ${what}, ${areaText(area)}`,
    );
  else if (area.isDirty)
    report(
      'trust-changed-text',
      inImage(images, process.pagesAt, `${images.fields.page} of ${hex(value)}`),
      `dirty text at ip: ${what}, and that page of the mapped file is in the image`,
    );
}

/** x86 has it in no area of newer images. */
const isVsyscall = (address: bigint): boolean =>
  address >= 0xffffffffff600000n && address < 0xffffffffff601000n;

/** RSEQ_SIG of the C libraries, by machine; code in front of an abort handler carries it. */
const signatures: ReadonlySet<number> = new Set([
  ...[0, 0x53053053, 0xd428bc00, 0xe7f5def3, 0x0fe5000b, 0xb2ff0fff, 0x0350000d, 0xf1401073, 0x002a0400],
]);

function judgeRseq(images: ImageFacts, process: ProcessRights, thread: ThreadRights, report: Report): void {
  if (thread.rseq === undefined) return;
  const { signature, pointer, area } = thread.rseq;
  const who = threadText(process, thread.tid);
  if (signature !== undefined && !signatures.has(signature >>> 0))
    report(
      'trust-rseq',
      inImage(images, thread, images.fields.rseqSignature),
      `rseq signature unusual: ${who} has ${hex(signature >>> 0)}`,
    );
  if (pointer === 0n || area === undefined || area.kind === 'file' || area.kind === 'kernel') return;
  const isCode = (area.protection & executable) !== 0;
  report(
    'trust-rseq',
    inImage(images, thread, images.fields.rseqPointer),
    `rseq critical section in anonymous memory: ${who} has it at ${hex(pointer)}, ${areaText(area)}${isCode ? '' : '; it may name an abort address anywhere'}`,
  );
}
