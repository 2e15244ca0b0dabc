/** System V IPC. */
import { type Explanation, row } from './explanation.ts';

export const ipcMessages: readonly Explanation[] = [
  row(
    'ipc-free',
    /Failed to (create|set|restore) .*(shm|sem|msg).*|(shm|sem|msg) (set|queue|id).*(File exists|instead of)/i,
    'A System V object cannot get its key or id: another has it.',
    'restore with an IPC namespace of its own',
    { file: /ipc_ns\.c$/ },
  ),
];
