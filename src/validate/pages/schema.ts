/** Pages of the schema layer: limits and enumerations of single fields. */
import type { PageTable } from '../page.ts';

export const schemaPages = {
  'field-limit': {
    severity: 'error',
    meaning: 'A field is outside the limits that the format gives it.',
    why: 'Kernels use most of these as lengths and array indexes, not all of them after a check.',
    errno: 'EINVAL, or none',
    bad: 'a SOCKET with an address of 4096 bytes in a field of 128',
    good: 'laddrlen 16 for an IPv4 address',
    mend: 'The limit is in `formats/cpt/`; set the field to what the rest of the record says.',
  },
  'field-value': {
    severity: 'warning',
    meaning: 'A field has a value that is not in its enumeration.',
    why: 'The kernel passes it on to a system call that refuses it, or treats it as something else.',
    bad: 'a VMA of type 9',
    good: 'a VMA of type 0 (ordinary), 1 (SysV shm), 2 or 3 (vdso)',
    mend: 'Set it to one of the values that `cr-inspect IMAGE record` lists for the field.',
  },
  'signal-number': {
    severity: 'error',
    meaning: 'A signal handler or queued signal has a number that no signal has.',
    why: 'rst_signal_complete and rst_sighand use cpt_signo as an array index without a bound check.',
    errno: 'crash',
    bad: 'a SIGHANDLER with signo 200',
    good: 'signo 0 to 63 in a SIGHANDLER (signal number minus 1), 1 to 64 in a SIGINFO',
    mend: 'Remove the object, or set the number to that of the signal.',
  },
  'ipc-id': {
    severity: 'error',
    meaning: 'The id of a System V object is negative.',
    why: 'ipc_lock looks the slot of the id up without a check and follows a null pointer for -1.',
    errno: 'crash',
    bad: 'a SYSV_SEM with id 0xffffffff',
    good: 'id = 32768 × sequence + slot, below 2^31',
    mend: 'Compute the id from seq and the slot; equal ids of one kind are not allowed.',
  },
  'time-fraction': {
    severity: 'warning',
    meaning: 'A time has a second or more of nanoseconds.',
    why: 'The upper half is seconds, the lower half nanoseconds; timer functions refuse or misread the rest.',
    errno: 'EINVAL from the timer calls',
    bad: '0x00000001_ffffffff',
    good: '0x00000001_3b9ac9ff',
    mend: 'Carry whole seconds into the upper half.',
  },
  'process-attribute': {
    severity: 'warning',
    meaning: 'A field of a task is outside the range that a system call would let a process reach.',
    why: 'The kernel takes it unchecked; what it does with it later is not defined.',
    bad: 'static_prio 7',
    good: 'static_prio 100 to 139',
    mend: 'Set it to the default: static_prio 120, pdeath_signal 0.',
  },
} as const satisfies PageTable;
