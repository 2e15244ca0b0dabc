/** Options of a restorer, as its user types them or an engine passes them, and the command line that they make. */
import type { ConditionCode } from './conditions.ts';
import type { GivenOptions } from './host/needs/index.ts';

export interface GivenOption {
  /** With its dashes: `--root`. */
  readonly option: string;
  readonly value: string | undefined;
  /** `--no-file-locks`: it takes the option back. */
  readonly isNegated?: true;
}

/** What the restorer says before it looks at anything. */
export interface RefusedOption {
  readonly word: string;
  readonly says: string;
}

export interface RestorerOptions extends GivenOptions {
  readonly list: readonly GivenOption[];
  readonly refused: readonly RefusedOption[];
}

/** A file that an engine reads itself, and does not restore without. */
export interface EngineFile {
  readonly name: string;
  /** Beside the folder of the images in an archive, among them, or an annotation of a container image. */
  readonly place: 'beside' | 'among' | 'index';
  readonly remedy: string;
}

/** Something that runs the restorer. */
export interface Engine {
  /** Options that it always passes. */
  readonly passes: readonly string[];
  /** Words of its own, by option; options that are missing here go into a configuration file of the restorer. */
  readonly words: Readonly<Record<string, string>>;
  /** Options of the engine itself, which the restorer does not get, and whether each takes a value. */
  readonly own?: Readonly<Record<string, 'none' | 'needed'>>;
  /** Of an archive: what it unpacks into the container before the restorer runs. */
  readonly brings?: {
    /** Content of volumes and of /dev/shm, which lie outside of the root. */
    readonly mounts?: true;
    /** Of a deleted symbolic link it removes what the link leads to. */
    readonly removesTargets?: true;
    /** Mounts of the specification, each by its source on the host: of any archive, or of container images only. */
    readonly binds?: 'always' | 'image';
    /** Changes of the root are a layer, in which some names stand for what was removed. */
    readonly whiteouts?: true;
  };
  /** The file that the restorer reads then; undefined where none is read. */
  readonly configuration: string | undefined;
  /** What it does by itself for any container. */
  readonly cares: readonly ConditionCode[];
  /** It makes what mounts of the container's specification are mounted on, where that is not there. */
  readonly makesMountPoints?: true;
  readonly reads: readonly EngineFile[];
  /** It makes the container by its own configuration in the archive, `config.dump` as Podman writes it. */
  readonly asksOfConfiguration?: true;
  /** What is known of releases that restore nothing in a network of its own. */
  readonly networkNeeds?: { readonly wanted: string; readonly remedy: string };
  /** It makes the control group of the container, and gives it processors and memory nodes of the one above. */
  readonly fillsCpusets?: true;
  /** It refuses to restore into a control group of the specification in which somebody runs. */
  readonly wantsFreeGroup?: true;
  /** It takes the image as it is: an archive, or the name of one that it has. */
  readonly readsArchive?: true;
  /** What has to be done before its command can name `image`. */
  readonly before?: (image: string) => string;
  /** The command, with `options` at their place and `image` as its argument. */
  readonly command: (image: string, options: readonly string[]) => readonly string[];
  /** The same of a container image, after the command that loads it. */
  readonly ofImage?: {
    readonly load: (file: string) => string;
    readonly command: (options: readonly string[]) => readonly string[];
  };
}

/** What is asked of the options of one restore. */
export interface AskedOptions {
  readonly words: readonly string[];
  readonly engine: Engine | undefined;
  /** The root of the restore, unless an option says it. */
  readonly root: string | undefined;
  /** Where the image lies, unless an option says it. */
  readonly images: string | undefined;
  /** The files of the host of the restore, where that is known: configurations are read. */
  readonly host: { readonly home: string | undefined; readonly read: ReadText } | undefined;
}

/** Throws the errors of the system. */
export type ReadText = (file: string) => string;

/** How the restorer of a family takes options. */
export interface OptionReader {
  /** By name. */
  readonly engines: Readonly<Record<string, Engine>>;
  /** All that the restorer gets: typed, passed by the engine, and of configurations. */
  read(asked: AskedOptions): RestorerOptions;
}

export interface RestoreCommand {
  /** What has to be done first: one sentence. */
  readonly before?: string;
  readonly words: readonly string[];
  readonly costs: readonly { readonly option: string; readonly cost: string }[];
  /** Lines for a configuration file of the restorer, where the engine has no word for them. */
  readonly configuration?: { readonly file: string; readonly lines: readonly string[] };
}

export interface CommandFacts {
  /** The name of the image, as the user gave it. */
  readonly image: string;
  /** Where its files lie on disk; undefined for an archive, an address, a pipe. */
  readonly directory?: string | undefined;
  /** Where its files lie in the archive, if not at its top. */
  readonly inside?: string | undefined;
  /** It is the content of a container image, which an engine loads; or of a tar that has to be taken out first. */
  readonly isImage?: boolean | undefined;
  readonly layer?: string | undefined;
  /** Where the files of the container lie. */
  readonly root?: string | undefined;
  readonly given?: RestorerOptions | undefined;
  readonly engine?: Engine | undefined;
}
