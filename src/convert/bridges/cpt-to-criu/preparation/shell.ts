/** Quoting for a POSIX shell. */

/**
 * One word, whatever it holds: within single quotes a shell looks at nothing but the closing quote. NUL
 * cannot be in a word.
 */
export const shellWord = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;
