/**
 * System call filters of every thread against the profile that was granted (criu/seccomp.c). A thread names the oldest
 * of its filters, which leads to the newer ones; of equal threads only the leader has a mode, and the flag TSYNC gives
 * its filters to the others.
 */
import { latin1Text } from '../../../byte-text.ts';
import type { Grants, SeccompProfile } from '../grants/grants.ts';
import type { ImageFacts, ProcessRights, ThreadRights } from '../image-facts.ts';
import { inImage, type TrustReport, threadText, trustRule } from '../rule.ts';
import { actions, lets, runFilter, type SystemCall } from './bpf.ts';
import { type NumberedCall, systemCalls } from './syscalls.ts';

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
              inImage(images, thread, images.fields.seccompMode),
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
      inImage(images, leader, images.fields.seccompMode),
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
        inFilter(images, filter, images.fields.filterFlags),
        `seccomp lost in threads: ${threadText(process, thread.tid)} (${thread.file}) has no mode of its own, and the filter of the first thread is not shared by TSYNC`,
      );
      continue;
    }
    if (isOwn && !chains.beginsAsFirst(filter)) {
      report(
        'trust-seccomp-weaker',
        inImage(images, thread, images.fields.seccompFilter),
        `seccomp profile missing in chain: the filters of ${threadText(process, thread.tid)} begin with ${filter ?? 'none'}, which is not the one that the first process begins with`,
      );
      break;
    }
    const weak = chains.weakness(filter, onlyShared, process.machine, profile);
    if (weak === undefined) continue;
    report(
      'trust-seccomp-weaker',
      inFilter(images, filter, images.fields.filterProgram),
      `seccomp filter weaker than spec: the filters of ${threadText(process, thread.tid)} (${thread.file}) let ${weak} pass, ${source} forbids it`,
    );
    // Threads with the same chain would say the same.
    break;
  }
}

const inFilter = (images: ImageFacts, filter: number | undefined, field: string) =>
  inImage(images, images.filterTable, `${images.fields.filters}[${filter ?? 0}].${field}`);

/** A profile that forbids nothing asks for nothing. */
const allowsAll = ({ defaultAction, rules }: SeccompProfile): boolean =>
  defaultAction === 'SCMP_ACT_ALLOW' && rules.every(({ action }) => isAllowed(action));

const isAllowed = (action: string): boolean => action === 'SCMP_ACT_ALLOW' || action === 'SCMP_ACT_LOG';

/** BPF_MAXINSNS, in bytes: no kernel takes more. */
const filterBytesMax = 4096 * 8;

/** Filters put together; each chain is asked once, however many processes have it. */
class Chains {
  readonly #filters: ImageFacts['filters'];
  /** Index → index of the first filter with the same program: each process has its own copy of the profile. */
  readonly #same: readonly number[];
  readonly #first: number | undefined;
  readonly #weak = new Map<string, string | undefined>();

  constructor({ filters, processes }: ImageFacts) {
    this.#filters = filters;
    this.#first = processes[0]?.threads[0]?.seccompFilter;
    const seen = new Map<string, number>();
    this.#same = filters.map(({ program }, index) => {
      const key = latin1Text(program);
      if (!seen.has(key)) seen.set(key, index);
      return seen.get(key) ?? index;
    });
  }

  hasTsync(filter: number | undefined): boolean {
    return this.#filters[filter ?? -1]?.isShared === true;
  }

  /**
   * Every process of a container has the profile at the start of its chain, since it has it from the first process;
   * equal programs, though each process has its own copy. A chain that begins elsewhere was cut.
   */
  beginsAsFirst(filter: number | undefined): boolean {
    const [own, first] = [this.#same[filter ?? -1], this.#same[this.#first ?? -1]];
    return own === undefined || first === undefined || own === first;
  }

  /** Calls that pass although the profile forbids them. */
  weakness(
    start: number | undefined,
    onlyShared: boolean,
    machine: number,
    profile: SeccompProfile,
  ): string | undefined {
    const chain = this.#chain(start, onlyShared);
    const key = `${machine} ${profile.defaultAction} ${chain.join(' ')}`;
    if (!this.#weak.has(key)) this.#weak.set(key, this.#weakness(chain, machine, profile));
    return this.#weak.get(key);
  }

  #chain(start: number | undefined, onlyShared: boolean): readonly number[] {
    const chain: number[] = [];
    const seen = new Set<number>();
    for (
      let at = start;
      at !== undefined && !seen.has(at) && seen.size < chainMax;
      at = this.#filters[at]?.next
    ) {
      seen.add(at);
      const same = this.#same[at];
      if (same !== undefined && (!onlyShared || this.hasTsync(at))) chain.push(same);
    }
    return chain;
  }

  #weakness(chain: readonly number[], machine: number, profile: SeccompProfile): string | undefined {
    const passing = (calls: readonly NumberedCall[], of: number) =>
      calls.filter(({ number }) => lets(this.#answer(chain, { number, machine: of })));
    if (profile.defaultAction === undefined) {
      const calls = systemCalls(machine).filter(({ name }) => alwaysForbidden.has(name));
      return calls.length > 0 && passing(calls, machine).length === calls.length ? calls[0]?.name : undefined;
    }
    const own = passing(forbiddenCalls(profile, machine), machine);
    if (own.length > 0) return listText(own);
    // A profile for 64-bit programs stops all calls of others.
    if (machine !== machine64 || !isOnly64(profile)) return undefined;
    const others = passing(forbiddenCalls(profile, machineI386), machineI386);
    return others.length > 0 ? `${listText(others)} of 32-bit programs` : undefined;
  }

  /** The strongest answer of the chain, as the kernel takes it (seccomp_run_filters). */
  #answer(chain: readonly number[], call: SystemCall): number {
    let strongest: number = actions.allow;
    for (const at of chain) {
      const { program = new Uint8Array(0) } = this.#filters[at] ?? {};
      const action = program.length > filterBytesMax ? undefined : runFilter(program, call);
      // What is not understood is not said to be weak.
      if (action === undefined) return actions.killProcess;
      if (rank(action) < rank(strongest)) strongest = action;
    }
    return strongest;
  }
}

/** AUDIT_ARCH_* (include/uapi/linux/audit.h). */
const machine64 = 0xc000003e;
const machineI386 = 0x40000003;

/** The kernel takes about 4096 instructions a filter and 32768 in all. */
const chainMax = 4096;

/** Signed, as the kernel compares: SECCOMP_RET_KILL_PROCESS is the smallest. */
const rank = (action: number): number => action | 0;

/** Those that a reader knows first. */
const wellKnown = ['mount', 'ptrace', 'bpf', 'setns', 'unshare', 'kexec_load', 'init_module', 'keyctl'];

function listText(calls: readonly NumberedCall[]): string {
  const names = calls.map(({ name }) => name);
  const first = [
    ...wellKnown.filter((name) => names.includes(name)),
    ...names.filter((name) => !wellKnown.includes(name)),
  ];
  const more = first.length > 3 ? ` and ${first.length - 3} more` : '';
  return `${first.slice(0, 3).join(', ')}${more}`;
}

const isOnly64 = ({ architectures }: SeccompProfile): boolean =>
  architectures.length === 1 && architectures[0] === 'SCMP_ARCH_X86_64';

/** Where only the presence of a profile is known: no default profile lets all of these pass. */
const alwaysForbidden: ReadonlySet<string> = new Set([
  'kexec_load',
  'init_module',
  'finit_module',
  'delete_module',
]);

/**
 * By the number alone; rules that look at arguments or that allow are for the calls that they name. What newer kernels
 * brought a library may not have known: where all else is allowed, a rule about it may have come to nothing.
 */
function forbiddenCalls(
  { defaultAction = '', rules }: SeccompProfile,
  machine: number,
): readonly NumberedCall[] {
  const allowed = new Set<string>();
  const refused = new Set<string>();
  for (const { names, action, isConditional } of rules) {
    const into = isConditional || !isRefusal(action) ? allowed : refused;
    for (const name of names) into.add(name);
  }
  const isDefault = isRefusal(defaultAction);
  return systemCalls(machine).filter(
    ({ name, number }) => !allowed.has(name) && (isDefault || (refused.has(name) && number < newerCalls)),
  );
}

/** Numbers are the same on all machines from here on (Linux 5.1). */
const newerCalls = 424;

/** Others ask somebody else (SCMP_ACT_NOTIFY, SCMP_ACT_TRACE). */
const isRefusal = (action: string): boolean => /^SCMP_ACT_(ERRNO|KILL|TRAP)/.test(action);
