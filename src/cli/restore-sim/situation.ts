/** What the command line says of options, host and files. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { didYouMean } from '../../did-you-mean.ts';
import { allFamilies } from '../../families/index.ts';
import type { FoundImage } from '../../open/open.ts';
import { readDocument } from '../../parse/bytes/document.ts';
import { broughtFiles } from '../../restore-sim/engine/brought-files.ts';
import { askedBy, careOf } from '../../restore-sim/engine/container.ts';
import { withBinds } from '../../restore-sim/engine/spec-binds.ts';
import type { RehearseOptions, RestoreImage } from '../../restore-sim/plan/index.ts';
import type { Engine, OptionReader } from '../../restore-sim/restorer-options.ts';
import { shellWords } from '../../restore-sim/shell-words.ts';
import { hostFrom } from '../host.ts';
import { type Arguments, UsageError } from '../options.ts';
import { directoryRoot, placeOfRoot } from '../root-view.ts';

export interface Situation
  extends Pick<RehearseOptions, 'host' | 'given' | 'root' | 'rootPath' | 'hostRoot' | 'isRootOfOptions'> {
  readonly engine?: Engine;
  /** Where files were looked for, as it was named; and where they lie when the restore runs, where that is known. */
  readonly lookedIn?: string;
  readonly rootName?: string;
  /** Whether anything was said: then only a plain yes is a success. */
  readonly isAsked: boolean;
}

export async function situationOf(args: Arguments): Promise<Situation> {
  const isOfOptions = args.value('with') !== undefined || args.value('engine') !== undefined;
  const reader = isOfOptions ? await optionReader() : undefined;
  const engine = reader && engineOf(reader, args.value('engine'));
  const directory = args.value('root');
  const on = args.value('on');
  // Of another host the directory is a copy: where its files lie there, only options can tell.
  const isCopy = on !== undefined && on !== 'this-host';
  const given = reader?.read({
    words: wordsOf(args.value('with') ?? ''),
    engine,
    root: isCopy && directory !== undefined ? unknownPlace : directory,
    images: on === 'this-host' ? imagesIn(args.positionals[0]) : undefined,
    host: on === 'this-host' ? { home: process.env['HOME'], read: (file) => readDocument(file) } : undefined,
  });
  const host = hostFrom(on);
  const hostRoot = on === 'this-host' ? directoryRoot('/') : undefined;
  // Options name the root of the restore as well: below it are the files, where this is the host.
  const ofOptions = placeFromTop(given?.values('--root').at(-1));
  const named = directory ?? (hostRoot === undefined ? undefined : ofOptions);
  const root = named === undefined ? undefined : rootOf(named, directory !== undefined);
  const rootPath = isCopy ? pathOf(ofOptions) : root?.path;
  return {
    ...(host !== undefined && { host }),
    ...(given !== undefined && { given }),
    ...(engine !== undefined && { engine }),
    ...(hostRoot !== undefined && { hostRoot }),
    ...(root !== undefined && { root: root.view }),
    ...(rootPath !== undefined && { rootPath }),
    ...(root !== undefined && directory === undefined && { isRootOfOptions: true }),
    ...(named !== undefined && root !== undefined && { lookedIn: named }),
    ...(directory !== undefined && !isCopy && { rootName: directory }),
    isAsked: on !== undefined || given !== undefined || directory !== undefined,
  };
}

/** What is packed lies nowhere yet. */
function imagesIn(path: string | undefined): string | undefined {
  return path !== undefined && existsSync(join(path, 'inventory.img')) ? resolve(path) : undefined;
}

/** In command lines, where somebody has to fill it in. */
const unknownPlace = 'DIR';

const pathOf = (path: string | undefined) =>
  path?.startsWith('/') === true ? path.replace(/\/+$/, '') : undefined;

/** CRIU mounts it when it has gone to /: also a relative one is found from there. */
const placeFromTop = (path: string | undefined) =>
  path === undefined || path === unknownPlace || path.startsWith('/') ? path : `/${path}`;

/** A directory that is named among options and is not there is a finding; as --root it is an error of reading. */
function rootOf(directory: string, mustExist: boolean) {
  try {
    const path = placeOfRoot(directory);
    return { view: directoryRoot(directory), path: path === '/' ? '' : path };
  } catch (error) {
    if (mustExist) throw error;
    return undefined;
  }
}

/** They are read before the image is: at the one family whose restorer takes any. */
async function optionReader(): Promise<OptionReader> {
  for (const { restorerOptions } of allFamilies) if (restorerOptions !== undefined) return restorerOptions();
  throw new Error('no family has a restorer with options');
}

function engineOf({ engines }: OptionReader, name: string | undefined): Engine | undefined {
  if (name === undefined) return undefined;
  const found = Object.hasOwn(engines, name.toLowerCase()) ? engines[name.toLowerCase()] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(engines);
  throw new UsageError(
    `there is no engine "${name}"; there are ${names.join(', ')}${didYouMean(name, names)}`,
  );
}

function wordsOf(text: string): readonly string[] {
  const words = shellWords(text);
  if ('problem' in words) throw new UsageError(`--with: ${words.problem}`);
  return words;
}

/** What an engine does for this image, what it brings, and what it asks before it runs the restorer. */
export async function throughEngine(
  { engine, given, root }: Situation,
  { content, around, containerInfo }: FoundImage,
  image: RestoreImage,
): Promise<Pick<RehearseOptions, 'given' | 'askedByEngine' | 'root' | 'brought'>> {
  if (engine === undefined || given === undefined) return {};
  // Of a directory an engine may keep the rest elsewhere, and a layout has documents of its own.
  const archived = around?.archive === undefined || around.isLayout === true ? undefined : around.tree;
  const among = content.form === 'directory' ? content.directory : undefined;
  const documents = { beside: around?.tree, among };
  const base = around?.isImage === true ? { image: containerInfo(() => {})?.image } : undefined;
  const hasOwnNetwork = () => {
    const { processes, container } = image.model.checkpoint(image.content, () => {});
    const own = processes[0]?.leader?.namespaces?.net;
    return own !== undefined && own !== container.hostNamespaces?.net;
  };
  const files =
    around === undefined
      ? undefined
      : await broughtFiles({ engine, archive: around.tree, root, options: given });
  const options =
    around === undefined
      ? given
      : withBinds(given, {
          engine,
          archive: around.tree,
          isImage: around.isImage === true,
          root: files?.root,
        });
  const askedByEngine = askedBy(engine, {
    ...{ ...documents, archived, base, hasOwnNetwork, options },
    removedTargets: files?.removedTargets,
    unread: files?.unread ?? [],
  });
  return {
    given: { ...options, cares: careOf(engine, documents, files?.root) },
    askedByEngine,
    ...(files?.root !== undefined && { root: files.root }),
    ...(files?.brought !== undefined && { brought: files.brought }),
  };
}
