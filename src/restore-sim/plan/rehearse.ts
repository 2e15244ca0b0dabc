/**
 * One image, one kernel, one host: chooses who would restore it there, and rehearses that. What the family's own
 * restorer does not take is a plan that some restorer would follow.
 */
import { type Diagnostic, formatDiagnostic } from '../../diagnostic.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { ipcJson } from '../../model/ipc.ts';
import { type Condition, decidesBeforeImage } from '../conditions.ts';
import type { Rehearsal, RehearsalFailure, RehearseOptions, RestoreImage } from '../family.ts';
import {
  decisive,
  type Host,
  judgeAll,
  lossOf,
  noteOf,
  profileOfRelease,
  type Situation,
  unmetText,
} from '../host/index.ts';
import type { KernelProfile } from '../kernel/index.ts';
import { profileOn, rehearsedMachine } from '../machines.ts';
import { checkRules } from '../rules/index.ts';
import { findLinuxKernel, type LinuxKernel, machineOfUname, runsOn } from './kernel-name.ts';
import { placeOf, profileNamed } from './place.ts';
import { type Plan, planRestore } from './plan.ts';
import type { PlanFailure } from './report.ts';
import { takenPids } from './run.ts';
import { simulatePlannedRestore } from './simulate.ts';

export type { Rehearsal, RehearsalFailure, RehearseOptions, RestoreImage } from '../family.ts';
export { isKernelName } from './kernel-name.ts';

/** What a restore of that image would come to. Never throws for what is in the image. */
export const rehearse = (image: RestoreImage, options: RehearseOptions = {}): Rehearsal =>
  held(rehearseAlone(image, options), options, image.restore.canBeOfHost);

/** The rehearsal, held against what is known of options and host. */
function held(report: Rehearsal, options: RehearseOptions, canBeOfHost: boolean): Rehearsal {
  const { host, given } = options;
  const isDescribed = host !== undefined || options.withUsual === true;
  const { brought } = options;
  const situation = { host, options: given, brought, ...filesOf(report, options, canBeOfHost) };
  const judged = judgeAll([...(options.askedByEngine ?? []), ...report.conditions], situation);
  const conditions = judged.filter(
    ({ isUsual, state }) => isDescribed || isUsual !== true || state !== 'open',
  );
  const unmet = conditions.filter(({ state, otherwise }) => state === 'unmet' && otherwise !== 'loses');
  const lost = conditions.filter(({ state, otherwise }) => state === 'unmet' && otherwise === 'loses');
  const noted = conditions.filter(({ state, found }) => state === 'met' && found !== null);
  // What is wrong in the image comes before what options and host lack, but for what decides before it is read.
  const isFirst = ({ code }: Condition) => report.failures.length === 0 || decidesBeforeImage(code);
  const first = decisive(conditions.filter(isFirst));
  const fails = first?.otherwise ?? report.verdict;
  const verdict = fails === 'loses' ? 'fails' : fails;
  return {
    ...report,
    conditions,
    verdict,
    failures: [
      ...unmet.filter(isFirst).map(failureOf),
      ...report.failures,
      ...unmet.filter((condition) => !isFirst(condition)).map(failureOf),
    ],
    losses: [...report.losses, ...lost.map(lossOf)],
    notes: [...report.notes, ...noted.map(noteOf)],
    ...(verdict !== 'restores' && { processes: [], ipc: { sem: [], msg: [], shm: [] } }),
  };
}

/** A tree without mounts of its own sees the files of the host, which a copy of them can stand for. */
function filesOf(
  { conditions }: Rehearsal,
  { root, rootPath, hostRoot, isRootOfOptions }: RehearseOptions,
  canBeOfHost: boolean,
): Pick<Situation, 'root' | 'rootPath' | 'hostRoot'> {
  if (!canBeOfHost || conditions.some(({ code }) => code === 'root-directory'))
    return { root, rootPath, hostRoot };
  if (root === undefined || isRootOfOptions === true)
    return { root: hostRoot, rootPath: hostRoot === undefined ? rootPath : '', hostRoot };
  return hostRoot === undefined && rootPath === undefined
    ? { root, rootPath: '', hostRoot: root }
    : { root, rootPath, hostRoot };
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
  const linux = linuxNamed(name, options.host);
  return image.restore.rehearse(image, { name, linux }, options) ?? rehearsePlan(image, linux, options);
}

const compact = { isCompact: true } as const;

/** The ordered steps of a restore from user space, or of an OpenVZ kernel in outline. */
export function planImage(image: RestoreImage, options: RehearseOptions = {}): Plan {
  const checkpoint = image.model.checkpoint(image.content, () => {}, compact);
  const name = kernelOf(image, options);
  const named =
    name === undefined
      ? { profile: image.restore.ownProfile(checkpoint), machine: undefined }
      : linuxNamed(name, options.host);
  const { profile, mismatch } = onMachine(checkpoint, named);
  const { target, world } = placeOf(checkpoint, options);
  const isPidTaken = target === 'new' ? undefined : takenPids(world);
  const plan = planRestore(checkpoint, {
    profile,
    target,
    ...(isPidTaken && { isPidTaken }),
    ...(options.typedNextId !== undefined && { typedNextId: options.typedNextId }),
  });
  return mismatch === undefined ? plan : { ...plan, problems: [mismatch, ...plan.problems] };
}

/** The kernel that was named, else that of the host, else what the family says. */
function kernelOf({ restore }: RestoreImage, { kernel, host }: RehearseOptions): string | undefined {
  const release = host?.kernel?.release;
  const ofHost = release === undefined ? undefined : profileOfRelease(release);
  return kernel ?? ofHost ?? restore.defaultKernel;
}

/** The machine is the one that was named, else that of the host. */
function linuxNamed(name: string | undefined, host: Host | undefined): LinuxKernel {
  const machine = host?.kernel?.machine === undefined ? undefined : machineOfUname(host.kernel.machine);
  const found = findLinuxKernel(name ?? 'linux-6.18');
  if (found !== undefined) return { ...found, machine: found.machine ?? machine };
  return { profile: profileNamed(name), machine };
}

/** The kernel on the machine that was named, else on one like that of the image; whether its programs run there. */
function onMachine(
  { image }: Checkpoint,
  { profile, machine }: LinuxKernel,
): { readonly profile: KernelProfile; readonly mismatch: PlanFailure | undefined } {
  const own = rehearsedMachine(machine ?? image.architecture);
  if (own === undefined || !profile.name.startsWith('linux-')) return { profile, mismatch: undefined };
  const isSame = runsOn(image.architecture, own.name);
  const message = `the image is of ${image.architecture}, the kernel of ${own.name}: no restore brings its registers and programs to another machine`;
  return {
    profile: profileOn(profile, own),
    mismatch: isSame ? undefined : { code: 'machine-mismatch', at: {}, message },
  };
}

function rehearsePlan(image: RestoreImage, kernel: LinuxKernel, options: RehearseOptions): Rehearsal {
  const found: Diagnostic[] = [];
  const { content, model } = image;
  const hears = (diagnostic: Diagnostic) => {
    if (diagnostic.severity === 'error' && found.length < damageMax) found.push(diagnostic);
  };
  const checkpoint = model.checkpoint(content, hears, compact);
  const { profile, mismatch } = onMachine(checkpoint, kernel);
  const { target, world } = placeOf(checkpoint, options);
  // First, since what the rules look things up in is as large as what they find is small.
  const broken = checkRules(checkpoint, profile);
  const report = simulatePlannedRestore(checkpoint, {
    profile,
    target,
    ipc: ipcOf(image, checkpoint),
    ...(world && { world }),
    ...(options.operations !== undefined && { operations: options.operations }),
    ...(options.typedNextId !== undefined && { typedNextId: options.typedNextId }),
  });
  const damage = [...(mismatch ? [mismatch] : []), ...damageOf(found)];
  const losses = [...report.losses, ...broken];
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
  return found.map((diagnostic) => ({
    code: 'image-damaged',
    at: diagnostic.at ?? {},
    message: `the image cannot be read: ${formatDiagnostic({ ...diagnostic, at: {} })}`,
  }));
}

function ipcOf({ content, model }: RestoreImage, checkpoint: Checkpoint): ReturnType<typeof ipcJson> {
  const bytes = model.bytes(content);
  try {
    return ipcJson(checkpoint, bytes);
  } finally {
    // What the image is opened for is closed by whoever opened it.
    if (content.form === 'directory') bytes.close();
  }
}
