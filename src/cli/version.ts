/** Which version this is, and from which commit it was built. */
import { readFileSync } from 'node:fs';

// What is installed has both inside; see scripts/build/bundle.ts.
declare const CR_TOOLS_VERSION: string;
declare const CR_TOOLS_COMMIT: string;

const isBuilt = typeof CR_TOOLS_VERSION === 'string';

export const packageVersion = (): string => (isBuilt ? CR_TOOLS_VERSION : sourceVersion());

/** `0.2.0 (d8f98543fc4e)`; without the commit where it is not known. */
export function versionText(): string {
  const commit = isBuilt ? CR_TOOLS_COMMIT : 'from source';
  return commit === '' ? packageVersion() : `${packageVersion()} (${commit})`;
}

/** A file at the top of the package: as far up from here as from a file of `dist/bin` or `dist/chunks`. */
export const packageFile = (name: string): URL => new URL(`../../${name}`, import.meta.url);

function sourceVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  return String(version);
}
