/**
 * What lies in a file or a tree, wherever these are: an image, a directory, one file of a directory, an archive, an OCI
 * layout, a pod's checkpoint, a document in the record form, packed or not, all come out as a list of images. No other
 * file looks at signatures, endings or names of members. Knows no host: `open.ts` opens paths, a page opens files.
 */
import type { Diagnostic, Report } from '../diagnostic.ts';
import type { Family } from '../families/family.ts';
import { allFamilies, familyNamed } from '../families/index.ts';
import { type ContainerInfo, readContainerInfo } from '../parse/archive/container-info.ts';
import { dockerBundles, isDockerArchive } from '../parse/archive/docker-archive.ts';
import { engineFolderAround } from '../parse/archive/engine-folder.ts';
import type { ImageDirectory } from '../parse/archive/image-directory.ts';
import { type Bundle, isOciLayout, ociBundles } from '../parse/archive/oci-layout.ts';
import { isPod, podBundles } from '../parse/archive/pod.ts';
import { type OpenedTree, singleFile, treeOf } from '../parse/archive/tree.ts';
import { budgetFor, type Spools, type Unpacking, unpack } from '../parse/archive/unpack.ts';
import { type ByteSource, lent } from '../parse/bytes/byte-source.ts';
import type { Content, OpenBeside } from '../parse/format.ts';
import { baseName } from '../path-name.ts';
import { documentHead } from './document-head.ts';
import { byStart, likenessOf, startOf, type WholeLikeness } from './likeness.ts';
import { notAnImage, notAnImageInside, nothingInside, ofNoFamily } from './not-an-image.ts';

export interface FoundImage {
  readonly family: Family;
  readonly content: Content;
  /** Shown to people: the path, with the place inside an archive. */
  readonly name: string;
  /** The container that it is of, where something says so; what `--container` takes. */
  readonly container?: string | undefined;
  /** It can be restored by itself: a pre-dump cannot. */
  readonly isWhole: boolean;
  /** Another image here builds on it: a round of a series. */
  readonly isOlder?: boolean | undefined;
  /** The file that was named, of this directory, as it is: not one that was packed. */
  readonly startAt?: string | undefined;
  /** Nothing stands around the one file that was named. */
  readonly isAlone: boolean;
  /** It is what lies on the host under the name, byte for byte: not packed, nor in an archive, nor out of a pipe. */
  readonly isAsNamed: boolean;
  /** It was made from a document in the record form, which is this. */
  readonly document?: ByteSource | undefined;
  /** What that document says the image is. */
  readonly documentVariant?: string | undefined;
  /** The files that it lies among: those of an engine, of an archive; absent for a single file. */
  readonly around?: Around | undefined;
  /** What a container engine says; undefined where none does. */
  containerInfo(report: Report): ContainerInfo | undefined;
}

export interface Around {
  readonly tree: ImageDirectory;
  /** The unpacked archive that the tree is of; absent for a directory of the host. */
  readonly archive?: ByteSource | undefined;
  /** It was unpacked from an OCI layout or a pod, whose own documents say more. */
  readonly isLayout?: boolean;
  /** It is the content of a container image. */
  readonly isImage?: boolean;
  /** The tar in the archive that the tree is of, where it has to be taken out before it is restored. */
  readonly layer?: string;
}

/** What lies at a path. */
export interface OpenedInput {
  /** As people know it. */
  readonly name: string;
  /** Never empty; best first. */
  readonly images: readonly [FoundImage, ...FoundImage[]];
  /** Bytes of the file that was named, packed as it is; 0 of a directory. */
  readonly sizeBytes: number;
  close(): void;
}

export interface OpenOptions {
  /** Hears what is wrong on the way to the images; with the images it goes on. */
  readonly report?: Report;
  /** What was unpacked and read from pipes before; what is now is added. Lets another thread open the same. */
  readonly spools?: Spools;
  /** What the file is called, where its path does not say: names tell what files of a directory are. */
  readonly fileName?: string | undefined;
}

/** What lies around a file of the host that was named. */
export interface Neighbours {
  /** Of the file. */
  readonly path: string;
  directory(): ImageDirectory;
  readonly beside: OpenBeside;
}

export interface OpeningPlace {
  /** As people know it. */
  readonly name: string;
  readonly place:
    | { readonly form: 'directory'; readonly tree: ImageDirectory }
    | { readonly form: 'file'; readonly source: ByteSource };
  readonly neighbours?: Neighbours | undefined;
}

/** Finds the images in a place, which is closed with them, or if there are none. Throws ImageError for what is no image. */
export async function openIn(
  { name, place, neighbours }: OpeningPlace,
  options: OpenOptions = {},
): Promise<OpenedInput> {
  const opening = new Opening(options);
  try {
    const found = await opening.place(place, neighbours);
    const [first, ...more] = found.map((image) => ({
      ...image,
      isAsNamed: isPlace(image.content, place, neighbours),
    }));
    if (first === undefined) throw new Error('an input without images was not refused');
    return { name, images: [first, ...more], sizeBytes: opening.sizeBytes, close: () => opening.close() };
  } catch (error) {
    opening.close();
    throw error;
  }
}

/** A pipe has no neighbours. */
const isPlace = (
  content: Content,
  place: OpeningPlace['place'],
  neighbours: Neighbours | undefined,
): boolean =>
  content.form === 'file'
    ? neighbours !== undefined && place.form === 'file' && content.source === place.source
    : place.form === 'directory' && content.directory === place.tree;

/** Files that are looked into for images, of a tree that holds no image directory. */
interface Look {
  readonly files: number;
  readonly depth: number;
}

const inArchives: Look = { files: 5000, depth: 4 };
/** A directory of the host may be full of images: which one is meant has to be said. */
const inDirectories: Look = { files: 200, depth: 0 };

class Opening {
  readonly #report: Report;
  readonly #spools: Spools;
  readonly #fileName: string | undefined;
  readonly #closers: (() => void)[] = [];
  /** What is unpacked on the way to the images, all of it. */
  #budget = budgetFor(Number.POSITIVE_INFINITY);
  sizeBytes = 0;

  /** Where an archive ends before its end. */
  #cut: Diagnostic | undefined;

  constructor({ report = () => {}, spools = new Map(), fileName }: OpenOptions) {
    this.#report = (diagnostic) => {
      if (endsEarly.has(diagnostic.code)) this.#cut ??= diagnostic;
      report(diagnostic);
    };
    this.#spools = spools;
    this.#fileName = fileName;
  }

  close(): void {
    for (const close of this.#closers.splice(0).reverse()) close();
  }

  #kept<Closable extends { close(): void }>(closable: Closable): Closable {
    this.#closers.push(() => closable.close());
    return closable;
  }

  async place(
    place: OpeningPlace['place'],
    neighbours: Neighbours | undefined,
  ): Promise<readonly FoundImage[]> {
    if (place.form === 'directory') return this.#tree(this.#kept(place.tree), false);
    return this.#file(this.#kept(place.source), neighbours);
  }

  async #file(file: ByteSource, neighbours: Neighbours | undefined): Promise<readonly FoundImage[]> {
    this.sizeBytes = file.size;
    this.#budget = budgetFor(file.size);
    // Of a file on a server, too, beside which nothing can be listed.
    const name = this.#fileName ?? baseName(neighbours?.path ?? file.name);
    const like = likenessOf(name, startOf(file));
    if (like?.form === 'packed') return this.#packed(file);
    if (like?.form === 'member') return [this.#member(like.family, file, neighbours)];
    if (like === undefined) throw notAnImage(file);
    return this.#whole(like, file, neighbours?.beside);
  }

  #unpacking(): Unpacking {
    return { report: this.#report, spools: this.#spools, budget: this.#budget };
  }

  #archive(file: ByteSource): OpenedTree {
    const tree = treeOf(file, this.#report, this.#budget.lists);
    if (tree === undefined) throw notAnImage(file);
    return tree;
  }

  /** An archive, or one file. */
  async #packed(file: ByteSource): Promise<readonly FoundImage[]> {
    const name = this.#fileName ?? baseName(file.name).replace(packedEnding, '');
    const inside = (start: Uint8Array) => {
      const like = likenessOf(name, start);
      if (like === undefined || like.form === 'packed') throw notAnImageInside(file.name, start);
      return like;
    };
    const unpacked = this.#kept(await unpack(file, this.#unpacking(), inside));
    const like = inside(startOf(unpacked));
    if (like.form === 'member') return [oneFile(like.family, unpacked, name)];
    return this.#whole(like, unpacked, undefined);
  }

  async #whole(
    like: WholeLikeness,
    file: ByteSource,
    beside: OpenBeside | undefined,
  ): Promise<readonly FoundImage[]> {
    if (like.form === 'archive') return this.#tree(this.#archive(file), true);
    if (like.form === 'document') return [await this.#document(file, beside)];
    return [imageFile(like.family, file)];
  }

  /** One file of a directory: the image around it, or that file alone. */
  #member(family: Family, file: ByteSource, neighbours: Neighbours | undefined): FoundImage {
    const startAt = baseName(file.name);
    const base = { family, startAt, name: file.name };
    const around = neighbours?.directory();
    const whole =
      around && family.format.findDirectories?.(around).find(({ directory }) => directory === around);
    if (around !== undefined && whole?.standsForFiles === true) {
      const content: Content = { form: 'directory', directory: around };
      return {
        ...base,
        name: around.name,
        content,
        isWhole: true,
        isAlone: false,
        isAsNamed: false,
        around: { tree: around },
        containerInfo: infoOf({ tree: around }),
      };
    }
    return { ...oneFile(family, file, startAt), startAt };
  }

  async #document(document: ByteSource, beside: OpenBeside | undefined): Promise<FoundImage> {
    const head = documentHead(document);
    if (head === undefined) throw notAnImage(document);
    const family = familyNamed(head.family);
    if (family === undefined) throw ofNoFamily(document, head.family);
    const form = await family.records();
    const content = form.imageOf(document, beside, this.#report);
    this.#closers.push(() => (content.form === 'file' ? content.source : content.directory).close());
    return { ...alone(family, content, document.name), document, documentVariant: head.variant };
  }

  async #tree(tree: OpenedTree, isArchive: boolean): Promise<readonly FoundImage[]> {
    const unpacking = this.#unpacking();
    const found = imagesIn({ tree, archive: tree.archive });
    // A directory below one that has images of its own is one of several.
    if (found.length > 0)
      return found.some((image) => isAt(image, tree))
        ? found
        : [...found, ...this.#filesIn(tree, inDirectories)];
    const bundles = isPod(tree)
      ? await podBundles(tree, unpacking)
      : isOciLayout(tree)
        ? await ociBundles(tree, unpacking)
        : isDockerArchive(tree)
          ? await dockerBundles(tree, unpacking)
          : [];
    for (const bundle of bundles) this.#kept(bundle.tree);
    const images = bundles.flatMap((bundle) => imagesIn(bundle));
    if (images.length > 0) return images;
    const inFiles =
      bundles.length > 0 && !isArchive ? [] : this.#filesIn(tree, isArchive ? inArchives : inDirectories);
    if (inFiles.length > 0 && isArchive) return inFiles;
    throw nothingInside(bundles[0]?.tree ?? tree, this.#cut, inFiles);
  }

  /** Images that are files, in a tree that holds no image directory. */
  #filesIn(tree: ImageDirectory, most: Look): readonly FoundImage[] {
    const images: FoundImage[] = [];
    let left = most.files;
    const visit = (directory: ImageDirectory, depth: number): void => {
      for (const { name, kind } of directory.list()) {
        if (kind === 'directory' && depth < most.depth) {
          const child = directory.directory(name);
          if (child !== undefined) visit(child, depth + 1);
        }
        const file = kind === 'file' && left-- > 0 ? openQuietly(directory, name) : undefined;
        if (file === undefined) continue;
        const family = byStart(startOf(file), 'image');
        if (family === undefined) file.close();
        else
          images.push(
            imageFile(
              family,
              this.#kept({ ...lent(file, `${directory.name}/${name}`), close: () => file.close() }),
              name,
            ),
          );
      }
    };
    visit(tree, 0);
    return images;
  }
}

/** A directory full of files of others is looked through as far as it lets itself be. */
function openQuietly(directory: ImageDirectory, name: string): ByteSource | undefined {
  try {
    return directory.open(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

const alone = (family: Family, content: Content, name: string): FoundImage => ({
  family,
  content,
  name,
  isWhole: true,
  isAlone: false,
  isAsNamed: false,
  containerInfo: () => undefined,
});

const isAt = ({ content }: FoundImage, tree: ImageDirectory): boolean =>
  content.form === 'directory' && content.directory === tree;

/** Of a directory of `family`, without the others. */
const oneFile = (family: Family, file: ByteSource, name: string): FoundImage => ({
  ...alone(family, { form: 'directory', directory: singleFile(file, name) }, file.name),
  isWhole: false,
  isAlone: true,
});

const imageFile = (family: Family, source: ByteSource, container?: string): FoundImage => ({
  ...alone(family, { form: 'file', source }, source.name),
  container,
});

/** Those of a container, best first; what an engine says stands beside them. */
function imagesIn(bundle: Bundle): readonly FoundImage[] {
  return allFamilies.flatMap((family) =>
    (family.format.findDirectories?.(bundle.tree) ?? []).map(({ directory, isWhole, isOlder }) => {
      const tree = engineFolderAround(bundle.tree, directory) ?? bundle.tree;
      return {
        ...alone(family, { form: 'directory', directory } as const, directory.name),
        container: bundle.name,
        isWhole,
        isOlder,
        around: {
          tree,
          archive: bundle.archive,
          isLayout: bundle.annotations !== undefined || bundle.podEntry !== undefined,
          ...(bundle.podEntry === undefined && bundle.annotations !== undefined && { isImage: true }),
          ...(bundle.layer !== undefined && { layer: bundle.layer }),
        },
        containerInfo: infoOf({ ...bundle, tree }),
      };
    }),
  );
}

const infoOf =
  ({ tree, archive: _, layer: __, ...around }: Bundle) =>
  (report: Report): ContainerInfo | undefined =>
    readContainerInfo(tree, report, around);

/** What packing adds to the name of a file. */
const packedEnding = /\.(?:gz|zst|zstd)$/i;

/** What is missing may lie behind such an end. */
const endsEarly: ReadonlySet<string> = new Set(['archive-truncated', 'archive-no-end', 'archive-unreadable']);
