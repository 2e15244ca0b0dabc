/** The licences of the packages that went into the bundles: their authors ask for nothing but this. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `used`: paths of files relative to `root`; those below `node_modules` are of others. */
export function noticesOf(root: string, used: readonly string[]): string {
  const folders = new Set(used.map(packageFolder).filter((folder) => folder !== undefined));
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(root, folder, file), 'utf8');
    return `${name} ${version}\n\n${text.trim()}\n`;
  });
  return `Parts of these packages are inside of the commands and of the library.\n\n${notices.join(`\n${'-'.repeat(72)}\n\n`)}`;

  function packageFolder(path: string): string | undefined {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    return folder !== undefined && existsSync(join(root, folder, 'package.json')) ? folder : undefined;
  }
}
