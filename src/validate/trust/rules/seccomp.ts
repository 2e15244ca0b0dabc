/**
 * System call filters of every thread against the profile that was granted (criu/seccomp.c). `seccomp_filter` is the
 * oldest filter of a thread and `prev` leads to the newer ones; of equal threads only the leader has a mode, and the
 * flag TSYNC gives its filters to the others.
 */
import type { Grants, SeccompProfile } from '../grants/grants.ts';
import { machineI386 } from '../read/processes.ts';
import { inImage, type TrustReport, threadText, trustRule } from '../rule.ts';
import type { ImageFacts, ProcessRights, ThreadRights } from '../subject.ts';
import { actions, lets, runFilter } from './bpf.ts';
import { probedCalls } from './syscalls.ts';

const reference = 'CVE-2026-92574, CVE-2026-95837: filters come from the image, the runtime installs none';
const why = 'The runtime installs no profile at a restore: what the image has not, nobody adds.';
const mend = 'Do not restore it; start the container anew.';

export const seccompRule = trustRule(
  {
    'trust-seccomp-missing': {
      severity: 'error',
      meaning: 'A thread is restored without the system call filter that the container was to have.',
      why,
      bad: 'a profile in the spec, and a leader without seccomp_mode; or a first filter without TSYNC beside threads without a mode',
      good: 'mode 2 in each leader; threads without a mode only where the filter has TSYNC (flags 1)',
      mend,
      reference,
    },
    'trust-seccomp-weaker': {
      severity: 'error',
      meaning: 'The filters of a thread allow system calls that the profile of the container forbids.',
      why,
      bad: 'a filter that allows everything, or logs what the profile refuses',
      good: 'the filter that the runtime made of the profile, and further ones that a program put on top',
      mend,
      reference,
    },
    'trust-seccomp-thread': {
      severity: 'note',
      meaning: 'One thread has no system call filter while others of its process have one.',
      why: 'All threads share one memory: the one without a filter can do for the others what they may not.',
      bad: 'seven threads of a server with a filter, one without',
      good: 'equal filters, which CRIU gives to all threads by TSYNC',
      mend: 'Ask which program filters single threads.',
      reference: 'criu/seccomp.c, try_use_tsync',
    },
  },
  ({ images, grants }, report) => {
    if (images === undefined) return;
    const chains = new Chains(images);
    for (const process of images.processes) {
      const [leader] = process.threads;
      if (leader === undefined) continue;
      for (const granted of grants) judgeProcess(images, process, leader, granted, chains, report);
      if (grants.every(({ seccomp }) => seccomp === undefined || seccomp === 'none') && isFiltered(leader))
        for (const thread of process.threads)
          if (!isFiltered(thread) && !chains.hasTsync(leader.seccompFilter))
            report(
              'trust-seccomp-thread',
              inImage(images, thread, 'thread_core.seccomp_mode'),
              `${threadText(process, thread.tid)} has no filter, the first thread has`,
            );
    }
  },
);

const filterMode = 2;
const strictMode = 1;
const isFiltered = ({ seccompMode }: ThreadRights): boolean =>
  seccompMode === filterMode || seccompMode === strictMode;

type Code = 'trust-seccomp-missing' | 'trust-seccomp-weaker' | 'trust-seccomp-thread';

function judgeProcess(
  images: ImageFacts,
  process: ProcessRights,
  leader: ThreadRights,
  granted: Grants,
  chains: Chains,
  report: TrustReport<Code>,
): void {
  const { seccomp: profile, source } = granted;
  if (profile === undefined || profile === 'none' || allowsAll(profile)) return;
  if (!isFiltered(leader)) {
    report(
      'trust-seccomp-missing',
      inImage(images, leader, 'thread_core.seccomp_mode'),
      `seccomp lost in one process: ${threadText(process, process.pid)} has no filter, ${source} has a profile`,
    );
    return;
  }
  for (const thread of process.threads) {
    const isOwn = isFiltered(thread);
    const filter = isOwn ? thread.seccompFilter : leader.seccompFilter;
    const onlyShared = !isOwn;
    if (thread.seccompMode === strictMode) continue;
    if (onlyShared && !chains.hasTsync(filter)) {
      report(
        'trust-seccomp-missing',
        { member: `${images.prefix}seccomp.img`, field: `seccomp_filters[${filter ?? 0}].flags` },
        `seccomp lost in threads: ${threadText(process, thread.tid)} (${thread.file}) has no mode of its own, and the filter of the first thread is not shared by TSYNC`,
      );
      continue;
    }
    if (isOwn && !chains.beginsAsFirst(filter)) {
      report(
        'trust-seccomp-weaker',
        inImage(images, thread, 'thread_core.seccomp_filter'),
        `seccomp profile missing in chain: the filters of ${threadText(process, thread.tid)} begin with ${filter ?? 'none'}, which is not the one that the first process begins with`,
      );
      break;
    }
    const weak = chains.weakness(filter, onlyShared, process.machine, profile);
    if (weak === undefined) continue;
    report(
      'trust-seccomp-weaker',
      { member: `${images.prefix}seccomp.img`, field: `seccomp_filters[${filter ?? 0}].filter` },
      `seccomp filter weaker than spec: the filters of ${threadText(process, thread.tid)} (${thread.file}) let ${weak} pass, ${source} forbids it`,
    );
    // Threads with the same chain would say the same.
    break;
  }
}

/** A profile that forbids nothing asks for nothing. */
const allowsAll = ({ defaultAction, rules }: SeccompProfile): boolean =>
  defaultAction === 'SCMP_ACT_ALLOW' && rules.every(({ action }) => isAllowed(action));

const isAllowed = (action: string): boolean => action === 'SCMP_ACT_ALLOW' || action === 'SCMP_ACT_LOG';

/** BPF_MAXINSNS, in bytes: no kernel takes more. */
const filterBytesMax = 4096 * 8;
const tsync = 1;
const unknownFilter = -1;

/** Filters put together; each is run once for each question. */
class Chains {
  readonly #filters: ImageFacts['filters'];
  readonly #first: number | undefined;
  readonly #known = new Map<string, number>();

  constructor({ filters, processes }: ImageFacts) {
    this.#filters = filters;
    this.#first = processes[0]?.threads[0]?.seccompFilter;
  }

  hasTsync(filter: number | undefined): boolean {
    return (this.#filters[filter ?? -1]?.flags ?? 0) % 2 === tsync;
  }

  /**
   * Every process of a container has the profile at the start of its chain, since it has it from the first process;
   * equal programs, though each process has its own copy. A chain that begins elsewhere was cut.
   */
  beginsAsFirst(filter: number | undefined): boolean {
    const own = this.#filters[filter ?? -1]?.filter;
    const first = this.#filters[this.#first ?? -1]?.filter;
    return own === undefined || first === undefined || Buffer.compare(own, first) === 0;
  }

  /** A call that passes although the profile forbids it. */
  weakness(
    start: number | undefined,
    onlyShared: boolean,
    machine: number,
    profile: SeccompProfile,
  ): string | undefined {
    const passes = ({ number }: { readonly number: number }) =>
      lets(this.#answer(start, onlyShared, number, machine));
    if (profile.defaultAction === undefined) {
      const calls = probedCalls(machine).filter(({ name }) => alwaysForbidden.has(name));
      return calls.length > 0 && calls.every(passes) ? calls[0]?.name : undefined;
    }
    const own = probedCalls(machine).find((call) => forbids(profile, call.name) && passes(call));
    if (own !== undefined) return own.name;
    // A profile for 64-bit programs stops all calls of others.
    const isForeign = machine !== machineI386 && machine === 0xc000003e && isOnly64(profile);
    const other = isForeign
      ? probedCalls(machineI386).find(
          ({ name, number }) =>
            forbids(profile, name) && lets(this.#answer(start, onlyShared, number, machineI386)),
        )
      : undefined;
    return other && `${other.name} of 32-bit programs`;
  }

  /** The strongest answer of the chain, as the kernel takes it (seccomp_run_filters). */
  #answer(start: number | undefined, onlyShared: boolean, number: number, machine: number): number {
    const key = `${start} ${onlyShared} ${number} ${machine}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    let strongest: number = actions.allow;
    const seen = new Set<number>();
    for (let at = start; at !== undefined && !seen.has(at); at = this.#filters[at]?.prev) {
      seen.add(at);
      const entry = this.#filters[at];
      if (entry === undefined || (onlyShared && (entry.flags ?? 0) % 2 !== tsync)) continue;
      const { filter = new Uint8Array(0) } = entry;
      const action =
        filter.length > filterBytesMax
          ? unknownFilter
          : (runFilter(filter, { number, machine }) ?? unknownFilter);
      // What is not understood is not said to be weak.
      if (action === unknownFilter) return this.#keep(key, actions.killProcess);
      if (action === actions.killProcess || rank(action) < rank(strongest)) strongest = action;
      if (seen.size > chainMax) break;
    }
    return this.#keep(key, strongest);
  }

  #keep(key: string, action: number): number {
    this.#known.set(key, action);
    return action;
  }
}

/** The kernel takes about 4096 instructions a filter and 32768 in all. */
const chainMax = 4096;

/** Signed, as the kernel compares: SECCOMP_RET_KILL_PROCESS is the smallest. */
const rank = (action: number): number => action | 0;

const isOnly64 = ({ architectures }: SeccompProfile): boolean =>
  architectures.length === 1 && architectures[0] === 'SCMP_ARCH_X86_64';

/** Where only the presence of a profile is known: no default profile lets all of these pass. */
const alwaysForbidden: ReadonlySet<string> = new Set([
  'kexec_load',
  'init_module',
  'finit_module',
  'delete_module',
]);

/** By the number alone; rules that look at arguments or that allow are for the calls that they name. */
function forbids({ defaultAction, rules }: SeccompProfile, name: string): boolean {
  const named = rules.filter(({ names }) => names.includes(name));
  if (named.length === 0) return isRefusal(defaultAction ?? '');
  return named.every(({ action, isConditional }) => !isConditional && isRefusal(action));
}

/** Others ask somebody else (SCMP_ACT_NOTIFY, SCMP_ACT_TRACE). */
const isRefusal = (action: string): boolean => /^SCMP_ACT_(ERRNO|KILL|TRAP)/.test(action);
