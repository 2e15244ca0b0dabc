/** How the kernel reads a number that is written to a file under /proc/sys (decimal only). */

/** The number, or undefined for anything else. White space around it is skipped; more numbers may follow. */
export function parseSysctlNumber(text: string): number | undefined {
  return parseSysctlNumbers(text)?.[0];
}

/** All numbers of a vector such as `sem`. */
export function parseSysctlNumbers(text: string): readonly number[] | undefined {
  const words = text.trim().split(/[ \t\n]+/);
  if (!words.every((word) => /^-?\d{1,19}$/.test(word))) return undefined;
  return words.map(Number);
}
