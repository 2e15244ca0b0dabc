/** `cr-restore-sim --list`: every kernel, how well it is known, and how ids are asked for under it. */
import { type KernelProfileName, kernelProfile, kernelProfileNames } from '../../restore-sim/kernel/index.ts';
import { restoringMachineNames } from '../../restore-sim/machines.ts';
import { ipcMechanismText, mechanismsOf, pidMechanismText } from '../../restore-sim/plan/index.ts';

const evidenceMeaning = {
  observed: 'compared with what such a kernel did',
  read: 'from the sources or patch mails of the kernel',
  inferred: 'from its neighbours',
} as const;

function rows() {
  return kernelProfileNames.map((name) => {
    const profile = kernelProfile(name as KernelProfileName);
    return { profile, mechanisms: mechanismsOf(profile) };
  });
}

export function listText(): string {
  const lines = rows().flatMap(({ profile, mechanisms }) => [
    `${profile.name.padEnd(22)} ${profile.title} (${profile.evidence})`,
    `${' '.repeat(24)} pids: ${pidMechanismText[mechanisms.pid]}`,
    `${' '.repeat(24)} IPC ids: ${ipcMechanismText[mechanisms.ipc]}`,
  ]);
  return [
    'Kernels that restores are rehearsed under:',
    '',
    ...lines,
    '',
    'Evidence:',
    ...Object.entries(evidenceMeaning).map(([name, meaning]) => `  ${name.padEnd(10)} ${meaning}`),
    '',
    'openvz-… also with /hz100 or /hz250 for kernels that were built so; these are x86.',
    `linux-… on a machine like that of the image, or on the one that follows: ${restoringMachineNames.map((name) => `/${name}`).join(' ')}`,
    '',
  ].join('\n');
}

/** Schema in formats/restore-list.schema.json. */
export function listJson(): string {
  const kernels = rows().map(({ profile, mechanisms }) => {
    const { name, title, evidence, pid, ipc } = profile;
    const { limits, slotChoice, slots } = ipc;
    return {
      name,
      title,
      evidence,
      mechanisms,
      pids: { max: pid.maxDefault, limit: pid.maxLimit, perNamespace: pid.maxScope === 'namespace' },
      ipc: { slots, slotChoice, limits },
    };
  });
  const text = JSON.stringify(
    { schemaVersion: 1, kernels },
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    2,
  );
  return `${text}\n`;
}
