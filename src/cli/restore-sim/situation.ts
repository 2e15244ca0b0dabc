/** What the command line says of options, host and files. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { didYouMean } from '../../did-you-mean.ts';
import type { FoundImage } from '../../open/open.ts';
import type { LackedFile } from '../../restore-sim/family.ts';
import type { RehearseOptions } from '../../restore-sim/plan/index.ts';
import {
  type CriuOptions,
  criuOptions,
  type Engine,
  type EngineName,
  engineNames,
  engines,
  shellWords,
} from '../../restore-sim/restorers/criu/index.ts';
import { hostFrom } from '../host.ts';
import { type Arguments, UsageError } from '../options.ts';
import { directoryRoot, placeOfRoot } from '../root-view.ts';
import { configuredWords, defaultConfiguration } from './configuration.ts';

export interface Situation
  extends Pick<RehearseOptions, 'host' | 'given' | 'root' | 'rootPath' | 'hostRoot' | 'isRootOfOptions'> {
  readonly engine?: EngineName;
  /** Where files were looked for, as it was named; and where they lie when the restore runs, where that is known. */
  readonly lookedIn?: string;
  readonly rootName?: string;
  /** Whether anything was said: then only a plain yes is a success. */
  readonly isAsked: boolean;
}

export function situationOf(args: Arguments): Situation {
  const engine = engineOf(args.value('engine'));
  const directory = args.value('root');
  const on = args.value('on');
  // Of another host the directory is a copy: where its files lie there, only options can tell.
  const isCopy = on !== undefined && on !== 'this-host';
  const given = givenOf(args.value('with'), engine, {
    directory: isCopy && directory !== undefined ? unknownPlace : directory,
    isHere: on === 'this-host',
    images: on === 'this-host' ? imagesIn(args.positionals[0]) : undefined,
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

function engineOf(name: string | undefined): EngineName | undefined {
  if (name === undefined) return undefined;
  const found = engineNames.find((engine) => engine === name.toLowerCase());
  if (found === undefined)
    throw new UsageError(
      `there is no engine "${name}"; there are ${engineNames.join(', ')}${didYouMean(name, engineNames)}`,
    );
  return found;
}

/** What an engine reads of an archive, or among the images, and would not find. */
export function lackedBy(
  name: EngineName | undefined,
  { content, around }: FoundImage,
): readonly LackedFile[] {
  const engine: Engine | undefined = name === undefined ? undefined : engines[name];
  // Of a directory an engine may keep the rest elsewhere, and a layout has documents of its own.
  const archived = around?.archive === undefined || around.isLayout === true ? undefined : around.tree;
  const images = content.form === 'directory' ? content.directory : undefined;
  return (engine?.reads ?? []).filter(({ name: file, place }) => {
    const folder = place === 'beside' ? archived : images;
    return folder !== undefined && !folder.list().some((entry) => entry.name === file);
  });
}

interface Surroundings {
  readonly directory: string | undefined;
  /** Where CRIU finds the image on this host, unless an option says it. */
  readonly images: string | undefined;
  readonly isHere: boolean;
}

function givenOf(
  text: string | undefined,
  engine: EngineName | undefined,
  { directory, isHere, images }: Surroundings,
): CriuOptions | undefined {
  if (text === undefined && engine === undefined) return undefined;
  const words = shellWords(text ?? '');
  if ('problem' in words) throw new UsageError(`--with: ${words.problem}`);
  const { passes = [], cares = [], configuration } = engine === undefined ? {} : (engines[engine] as Engine);
  const typed = criuOptions(words);
  const configured = isHere ? configuredHere(typed, configuration) : [];
  const placed = images === undefined || engine !== undefined || typed.has('--images-dir');
  const own = [...(placed ? [] : ['--images-dir', images]), ...configured, ...passes, ...words];
  const isRootGiven = directory === undefined || criuOptions(own).has('--root');
  return criuOptions(isRootGiven ? own : ['--root', directory, ...own], cares);
}

function configuredHere(typed: CriuOptions, ofEngine: string | undefined): readonly string[] {
  // criu/config.c, pre_parse: --config stands in their place.
  const isDefault = !typed.has('--no-default-config') && !typed.has('--config');
  return configuredWords([
    ...(isDefault ? defaultConfiguration(process.env['HOME']) : []),
    ...(ofEngine === undefined ? [] : [ofEngine]),
    ...typed.values('--config'),
  ]);
}
