/** One container of an archive, or a plain directory of images, as the rules see it. */

import type { ImageDirectory } from '../../../parse/archive/image-directory.ts';
import { containerNames } from '../../../parse/archive/oci-layout.ts';
import { listTar } from '../../../parse/archive/tar-headers.ts';
import type { UnpackBudget } from '../../../parse/archive/unpack.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { Grants } from '../grants/grants.ts';
import { grantsOfOciSpec } from '../grants/oci-spec.ts';
import type { ImageFacts } from '../image-facts.ts';
import { entries, member, text } from '../json.ts';
import type { ContainerSubject, Documents, Engine } from '../subject.ts';
import { readDocuments } from './documents.ts';
import { imageDirectories, type TrustedDirectory } from './image-directories.ts';
import { readEngineTars, readTmpfsTars } from './tars.ts';

export interface ContainerInput {
  /** What the archive holds, or the image directory itself. */
  readonly root: ImageDirectory;
  /** The unpacked archive, where it is one. */
  readonly archive?: ByteSource | undefined;
  /** For all archives that are looked into together. */
  readonly budget: UnpackBudget;
  /** Put before the names of members. */
  readonly prefix: string;
  /** The image directory, where it is known and not below `root`. */
  readonly images?: TrustedDirectory | undefined;
  readonly documents?: Documents | undefined;
  /** What is granted beside the spec of the archive, for its engine. */
  readonly grants: (
    engine: Engine | undefined,
    documents: Documents,
    /** As a pod calls it, where its manifest says so. */
    name?: string,
  ) => readonly Grants[];
  readonly problem: (member: string, text: string) => void;
  /** Containers are inside of it: only what stands around them is looked at. */
  readonly isOuter?: boolean;
}

export async function readContainer(input: ContainerInput): Promise<ContainerSubject> {
  const { root, archive, prefix, problem, budget } = input;
  const documents = input.documents ?? readDocuments(root, prefix);
  const engine = engineOf(root, documents);
  const outer = archive && (await listTar(archive, { budget: budget.lists }));
  if (outer?.problem !== undefined) problem(prefix === '' ? 'archive' : prefix, outer.problem);
  const found =
    input.isOuter === true ? [] : ((input.images && [input.images]) ?? (await imageDirectories(root)));
  const images = found.find(({ directory }) => directory.name.endsWith('/checkpoint')) ?? found[0];
  const imagePrefix = images === undefined ? '' : prefixOf(images.directory, root, prefix);
  const tmpfsTars =
    images === undefined
      ? []
      : await readTmpfsTars(
          images.directory,
          images.trust.isTmpfsArchive,
          imagePrefix,
          problem,
          budget.lists,
        );
  const engineTars = engine === undefined ? [] : await readEngineTars(root, prefix, problem, budget.lists);
  const tars = [...engineTars, ...tmpfsTars];
  const facts = images?.trust.facts(images.directory, imagePrefix);
  const { spec } = documents;
  return {
    engine,
    prefix,
    members: outer?.members ?? [],
    documents,
    tars,
    images: facts,
    otherImages: found
      .filter((other) => other !== images)
      .map(({ directory }) => prefixOf(directory, root, prefix))
      .map((name) => ({ member: name, isLinked: isParent(name, facts) })),
    grants: [
      ...(spec === undefined ? [] : [grantsOfOciSpec(spec.value, spec.member, 'archive')]),
      ...input.grants(engine, documents),
    ],
  };
}

function prefixOf(directory: ImageDirectory, root: ImageDirectory, prefix: string): string {
  const inside = directory.name.startsWith(root.name) ? directory.name.slice(root.name.length + 1) : '';
  return `${prefix}${inside === '' ? '' : `${inside}/`}`;
}

/** Whether the chain of pre-dumps leads there. */
const isParent = (name: string, facts: ImageFacts | undefined): boolean =>
  facts?.links.some(
    (link) => link.name === 'parent' && name.endsWith(`${link.target.split('/').at(-1)}/`),
  ) === true;

/** Undefined where nothing that an engine writes is there. */
function engineOf(root: ImageDirectory, { config, spec, status }: Documents): Engine | undefined {
  if (config === undefined && spec === undefined) return undefined;
  const annotations = member(spec?.value, 'annotations');
  const manager = text(member(annotations, 'io.container.manager'));
  if (manager === 'libpod') return 'podman';
  const keys = entries(annotations).map(([name]) => name);
  if (manager === 'cri-o' || keys.some((key) => key.startsWith('io.kubernetes.cri-o.'))) return 'cri-o';
  if (status !== undefined || root.list().some(({ name }) => name === 'status')) return 'containerd';
  return keys.some((key) => key.startsWith('io.kubernetes.cri.')) ? 'containerd' : 'unknown';
}

/** As the manifest of its pod, its own documents, or the image that it lies in call it. */
export const subjectName = ({ podEntry, documents, image }: ContainerSubject): string | undefined =>
  text(member(podEntry?.value, 'name')) ??
  containerName(documents) ??
  containerNames.map((key) => image?.annotations.get(key)).find((name) => name !== undefined);

/** As a pod calls it; the engines write that in different places. */
export function containerName({ spec, status, config }: Documents): string | undefined {
  const annotations = member(spec?.value, 'annotations');
  const metadata = text(member(annotations, 'io.kubernetes.cri-o.Metadata'));
  return (
    text(member(annotations, 'io.kubernetes.container.name')) ??
    text(member(annotations, 'io.kubernetes.cri.container-name')) ??
    (metadata === undefined ? undefined : /"name":"([^"\\]+)"/.exec(metadata)?.[1]) ??
    text(member(status?.value, 'metadata', 'name')) ??
    text(member(config?.value, 'name'))
  );
}
