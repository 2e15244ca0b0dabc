/**
 * One image, one kernel, one host: chooses who would restore it there, and rehearses that. OpenVZ kernels
 * restore CPT images themselves and CRIU its own; everything else is a plan that some restorer would follow.
 */
import { type Diagnostic, formatDiagnostic, type Report } from '../../diagnostic.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { checkpointFromCpt } from '../../model/from-cpt/checkpoint-from-cpt.ts';
import { checkpointFromCriu, criuByteSource } from '../../model/from-criu/checkpoint-from-criu.ts';
import { ipcJson } from '../../model/ipc.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import type { Condition } from '../conditions.ts';
import {
  decisive,
  type Host,
  judgeAll,
  lossOf,
  profileOfRelease,
  type RootView,
  unmetText,
  worldOf,
} from '../host/index.ts';
import {
  findKernelProfile,
  type KernelProfile,
  type KernelProfileName,
  kernelProfile,
  type World,
} from '../kernel/index.ts';
import type { SimulationReport } from '../report.ts';
import {
  type CriuOptions,
  profileOn,
  restoringMachine,
  simulateCriuRestore,
} from '../restorers/criu/index.ts';
import { findOpenvzKernel, type OpenvzKernel, simulateOpenvzRestore } from '../restorers/openvz/index.ts';
import { checkRules } from '../rules/index.ts';
import { findLinuxKernel, type LinuxKernel, machineOfUname, runsOn } from './kernel-name.ts';
import { defaultTarget, type Plan, planRestore, type Target } from './plan.ts';
import type { PlanFailure } from './report.ts';
import { takenPids } from './run.ts';
import { simulatePlannedRestore } from './simulate.ts';

/** An opened image; whoever opened it closes it. */
export type RestoreImage =
  | { readonly family: 'cpt'; readonly source: ByteSource }
  | { readonly family: 'criu'; readonly directory: ImageDirectory };

export interface RehearseOptions {
  /** `openvz-2.6.32`, `openvz-2.6.18/hz250`, `linux-6.18`; see `isKernelName`. */
  readonly kernel?: string;
  /** What is there already. */
  readonly host?: Host;
  /** Options of the restorer; without them nothing is taken for given. */
  readonly given?: CriuOptions;
  /** The files that the tree will see, and where they lie on the host. */
  readonly root?: RootView;
  readonly rootPath?: string;
  /** The files of the host itself. */
  readonly hostRoot?: RootView;
  /** Overrides where the tree is put. */
  readonly into?: 'new' | 'host';
  readonly operations?: boolean;
  readonly typedNextId?: boolean;
}

/** A failure of any restorer. */
export interface RehearsalFailure extends Omit<PlanFailure, 'code'> {
  readonly code: string;
}

export interface Rehearsal extends Omit<SimulationReport, 'failures'> {
  readonly failures: readonly RehearsalFailure[];
}

export { isKernelName } from './kernel-name.ts';

/** What a restore of that image would come to. Never throws for what is in the image. */
export const rehearse = (image: RestoreImage, options: RehearseOptions = {}): Rehearsal =>
  held(rehearseAlone(image, options), options, image.family === 'criu');

/** The rehearsal, held against what is known of options and host. */
function held(report: Rehearsal, options: RehearseOptions, canBeOfHost: boolean): Rehearsal {
  const { host, given, hostRoot } = options;
  const isDescribed = host !== undefined;
  // A tree without mounts of its own sees the files of the host.
  const isOfHost =
    canBeOfHost &&
    options.root === undefined &&
    !report.conditions.some(({ code }) => code === 'root-directory');
  const root = isOfHost ? hostRoot : options.root;
  const rootPath = isOfHost && hostRoot !== undefined ? '' : options.rootPath;
  const situation = { host, options: given, root, rootPath, hostRoot };
  const judged = judgeAll(report.conditions, situation);
  const conditions = judged.filter(
    ({ isUsual, state }) => isDescribed || isUsual !== true || state !== 'open',
  );
  const unmet = conditions.filter(({ state, otherwise }) => state === 'unmet' && otherwise !== 'loses');
  const lost = conditions.filter(({ state, otherwise }) => state === 'unmet' && otherwise === 'loses');
  const first = decisive(conditions);
  const fails =
    first === undefined ? report.verdict : report.verdict === 'restores' ? first.otherwise : report.verdict;
  const verdict = fails === 'loses' ? 'fails' : fails;
  return {
    ...report,
    conditions,
    verdict,
    failures: [...report.failures, ...unmet.map(failureOf)],
    losses: [...report.losses, ...lost.map(lossOf)],
    ...(verdict !== 'restores' && { processes: [], ipc: { sem: [], msg: [], shm: [] } }),
  };
}

const failureOf = (condition: Condition): RehearsalFailure => ({
  code: condition.code,
  at: condition.at,
  message: unmetText(condition),
  help: condition.remedy,
});

/** Without looking at options, files and the host, but for what is in the way of numbers. */
export function rehearseAlone(image: RestoreImage, options: RehearseOptions = {}): Rehearsal {
  const name = kernelOf(image, options);
  const openvz = name?.startsWith('openvz-') === true ? findOpenvzKernel(name) : undefined;
  if (image.family === 'cpt' && (name === undefined || openvz !== undefined)) {
    return rehearseOpenvz(image.source, openvz, options);
  }
  const { profile, machine } = linuxNamed(name, options.host);
  if (image.family === 'criu' && runsCriu(profile)) {
    const world = options.host === undefined ? undefined : worldOf(options.host);
    return simulateCriuRestore(image.directory, {
      profile: profile.name as KernelProfileName,
      machine,
      ...{ operations: options.operations === true, given: options.given },
      ...(world && { world }),
    });
  }
  return rehearsePlan(image, { profile, machine }, options);
}

/** The ordered steps of a restore from user space, or of an OpenVZ kernel in outline. */
export function planImage(image: RestoreImage, options: RehearseOptions = {}): Plan {
  const { checkpoint } = openCheckpoint(image, () => {});
  const name = kernelOf(image, options);
  const named =
    name === undefined
      ? { profile: kernelProfile(openvzLine(checkpoint)), machine: undefined }
      : linuxNamed(name, options.host);
  const { profile, mismatch } = onMachine(checkpoint, named);
  const { target, world } = placeOf(checkpoint, options);
  const isPidTaken = target === 'new' ? undefined : takenPids(world);
  const plan = planRestore(checkpoint, {
    ...{ profile, target },
    ...(isPidTaken && { isPidTaken }),
    ...(options.typedNextId !== undefined && { typedNextId: options.typedNextId }),
  });
  return mismatch === undefined ? plan : { ...plan, problems: [mismatch, ...plan.problems] };
}

/** The kernel that was named, else that of the host; undefined for the line that wrote a CPT image. */
function kernelOf({ family }: RestoreImage, { kernel, host }: RehearseOptions): string | undefined {
  const release = host?.kernel?.release;
  const ofHost = release === undefined ? undefined : profileOfRelease(release);
  return kernel ?? ofHost ?? (family === 'cpt' ? undefined : 'linux-6.18');
}

/** The machine is the one that was named, else that of the host. */
function linuxNamed(name: string | undefined, host: Host | undefined): LinuxKernel {
  const machine = host?.kernel?.machine === undefined ? undefined : machineOfUname(host.kernel.machine);
  const found = findLinuxKernel(name ?? 'linux-6.18');
  if (found !== undefined) return { ...found, machine: found.machine ?? machine };
  return { profile: profileNamed(name), machine };
}

/** Of OpenVZ kernels without what stands behind the name. */
function profileNamed(name: string | undefined): KernelProfile {
  return findKernelProfile((name ?? 'linux-6.18').replace(/\/.*/, '')) ?? kernelProfile('linux-6.18');
}

/** The kernel on the machine that was named, else on one like that of the image; whether its programs run there. */
function onMachine(
  { image }: Checkpoint,
  { profile, machine }: LinuxKernel,
): { readonly profile: KernelProfile; readonly mismatch: PlanFailure | undefined } {
  const own = restoringMachine(machine ?? image.architecture);
  if (own === undefined || !profile.name.startsWith('linux-')) return { profile, mismatch: undefined };
  const isSame = runsOn(image.architecture, own.name);
  const message = `the image is of ${image.architecture}, the kernel of ${own.name}: no restore brings its registers and programs to another machine`;
  return {
    profile: profileOn(profile, own),
    mismatch: isSame ? undefined : { code: 'machine-mismatch', at: {}, message },
  };
}

/** 2.6.18 kernels know versions below 0x303; those from there on were written for 2.6.32. */
const openvzLine = ({ image }: Checkpoint) =>
  (image.version ?? 0) < 0x303 ? 'openvz-2.6.18' : 'openvz-2.6.32';

/** CRIU needs ns_last_pid or set_tid, and the files for ids of System V objects. */
const runsCriu = ({ idRequests: { setTid, lastPidFile, ipcNextIdFiles } }: KernelProfile): boolean =>
  (setTid ?? lastPidFile) !== undefined && ipcNextIdFiles !== undefined;

/** Its restore always makes a container; only an explicit host can be in the way of what is in it. */
function rehearseOpenvz(
  source: ByteSource,
  kernel: OpenvzKernel | undefined,
  options: RehearseOptions,
): Rehearsal {
  const operations = options.operations ?? false;
  const report = simulateOpenvzRestore(source, { operations, ...(kernel && { kernel }) });
  if (options.host === undefined || report.verdict !== 'restores') return report;
  const { checkpoint } = openCheckpoint({ family: 'cpt', source }, () => {});
  const { target, world } = placeOf(checkpoint, options);
  const profile = profileNamed(report.kernel);
  const planned = simulatePlannedRestore(checkpoint, { profile, target, ...(world && { world }) }).report;
  // Only what the host is to blame for: the rest was rehearsed more exactly before.
  const failures = planned.failures.filter(
    ({ culprit, code }) => culprit !== undefined && hostCodes.has(code),
  );
  const notes = [...report.notes, ...planned.notes.filter(({ code }) => code === 'host-number-shared')];
  if (failures.length === 0) return { ...report, notes };
  return { ...report, notes, verdict: 'fails', failures, processes: [], ipc: { sem: [], msg: [], shm: [] } };
}

const hostCodes: ReadonlySet<string> = new Set(['pid-taken', 'ipc-key-exists', 'ipc-id-taken', 'ipc-limit']);

function rehearsePlan(image: RestoreImage, kernel: LinuxKernel, options: RehearseOptions): Rehearsal {
  const found: Diagnostic[] = [];
  const { checkpoint, source } = openCheckpoint(image, (diagnostic) => found.push(diagnostic));
  const { profile, mismatch } = onMachine(checkpoint, kernel);
  const { target, world } = placeOf(checkpoint, options);
  const { report } = simulatePlannedRestore(checkpoint, {
    ...{ profile, target, ipc: ipcJson(checkpoint, source) },
    ...(world && { world }),
    ...(options.operations !== undefined && { operations: options.operations }),
    ...(options.typedNextId !== undefined && { typedNextId: options.typedNextId }),
  });
  const damage = [...(mismatch ? [mismatch] : []), ...damageOf(found)];
  const losses = [...report.losses, ...checkRules(checkpoint, profile)];
  const failures = [...damage, ...report.failures];
  if (damage.length === 0) return { ...report, losses };
  return {
    ...report,
    failures,
    losses,
    verdict: 'fails',
    processes: [],
    ipc: { sem: [], msg: [], shm: [] },
  };
}

/** A restorer that cannot read an image to its end goes no further; a few reasons say as much as all. */
const damageMax = 20;

function damageOf(found: readonly Diagnostic[]): readonly PlanFailure[] {
  return found
    .filter(({ severity }) => severity === 'error')
    .slice(0, damageMax)
    .map((diagnostic) => ({
      code: 'image-damaged',
      at: diagnostic.at ?? {},
      message: `the image cannot be read: ${formatDiagnostic({ ...diagnostic, at: {} })}`,
    }));
}

function openCheckpoint(image: RestoreImage, report: Report) {
  if (image.family === 'cpt') {
    return { checkpoint: checkpointFromCpt(image.source, report), source: image.source };
  }
  const { directory } = image;
  return { checkpoint: checkpointFromCriu(directory, report), source: criuByteSource(directory) };
}

/**
 * A tree with an init can live only where number 1 is free: in namespaces of its own, unless the description
 * of the host leaves it free, as that of a namespace does which somebody has prepared.
 */
function placeOf(
  checkpoint: Checkpoint,
  { host, into }: RehearseOptions,
): { readonly target: Target; readonly world: World | undefined } {
  const own = defaultTarget(checkpoint);
  if (host === undefined) return { target: into ?? own, world: undefined };
  const world = worldOf(host);
  const isFree = !(world.pids ?? []).some(({ number }) => number === 1);
  if (into === 'new') return { target: 'new', world };
  if (own === 'new' && isFree) return { target: 'prepared', world };
  return { target: into ?? own, world };
}
