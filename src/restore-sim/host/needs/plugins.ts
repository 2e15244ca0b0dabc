/** Plugins of CRIU: those that an image needs, and those that are found where it looks. */
import type { RootView } from '../root-view.ts';
import { hasFact, type Judge, type Judgement, judged, textFact } from './judge.ts';

/** Fact `plugin`, its name; or `directory`, from which everything is loaded. */
export const pluginJudge: Judge = (condition, { host, hostRoot }): Judgement => {
  if (hasFact(condition, 'directory')) return directoryJudgement(hostRoot, textFact(condition, 'directory'));
  const plugins = host?.criu?.plugins;
  const plugin = textFact(condition, 'plugin');
  if (plugins === undefined || plugin === '') return 'open';
  return judged(
    plugins.some((name) => name === plugin || name.startsWith(plugin)),
    `plugins: ${plugins.length === 0 ? 'none' : plugins.join(', ')}`,
  );
};

/** CRIU gives up where one cannot be loaded (criu/plugin.c); whether its libraries are there is not looked at. */
function directoryJudgement(root: RootView | undefined, directory: string): Judgement {
  const names = root?.list?.(directory);
  // That it is there is for another condition.
  if (root === undefined || names === undefined) return root?.list === undefined ? 'open' : 'met';
  const broken = names.find((name) => name.endsWith('.so') && !isLibrary(root, `${directory}/${name}`));
  return judged(broken === undefined, `${broken}, which is no library`);
}

// elf(5).
const elfMagic = [0x7f, 0x45, 0x4c, 0x46] as const;
const headerBytes = 64;
const typeAt = 16;
const sharedObject = 3;

function isLibrary(root: RootView, path: string): boolean {
  const head = root.read(path, 0, headerBytes);
  if (head === undefined || head.length < headerBytes) return false;
  const isElf = elfMagic.every((byte, index) => head[index] === byte);
  return (
    isElf && new DataView(head.buffer, head.byteOffset).getUint16(typeAt, head[5] === 1) === sharedObject
  );
}
