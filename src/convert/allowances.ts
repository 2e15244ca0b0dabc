/** Losses that a user must ask for with `--allow`. */
export const allowances = {
  'detach-traced': 'tasks stopped by a tracer lose it and run on after the restore',
  'missing-pages': 'pages that are not in the image become holes: zeros, or what the mapped file holds',
  'drop-files': 'open files of a kind that the target does not know are closed',
  'drop-newer':
    'what a CRIU release does not know is left out, though another process or container comes back',
} as const;
export type Allowance = keyof typeof allowances;
