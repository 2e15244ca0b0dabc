/**
 * Findings in the files of an image directory: the path of each begins with the file, the offset counts from
 * its start. Bounded for each code as those of one file are.
 */
import type { Diagnostic } from '../../diagnostic.ts';
import { causeOf, type DirectoryKind } from '../../model/from-criu/directory-kind.ts';
import { fileSizes } from '../../model/from-criu/files-by-type.ts';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import { catalogue } from '../catalogue.ts';
import { defaultLength, type Finding, FindingList, type Layer } from '../finding.ts';
import type { ShownFinding } from '../validate.ts';
import { withExcerpt } from '../validate.ts';

export class CriuFindings {
  readonly #list = new FindingList();
  readonly #directory: ImageDirectory;
  readonly #wanted: ReadonlySet<Layer>;
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #kind: DirectoryKind;
  /** How many findings were left out for each cause that they follow from. */
  readonly #followers = new Map<string, number>();

  constructor(directory: ImageDirectory, wanted: ReadonlySet<Layer>, kind: DirectoryKind) {
    this.#kind = kind;
    this.#directory = directory;
    this.#wanted = wanted;
    this.#sizes = fileSizes(directory);
  }

  readonly add = (finding: Finding): void => {
    if (!this.#wanted.has(finding.layer)) return;
    const { offset = 0, path = 'image' } = finding.at;
    const cause = causeOf(this.#kind, finding.code, fileOf(path));
    if (cause !== undefined && this.#wanted.has('references')) {
      this.#followers.set(cause, (this.#followers.get(cause) ?? 0) + 1);
      return;
    }
    const size = this.#sizes.get(fileOf(path)) ?? 0;
    const start = Math.max(0, Math.min(offset, size));
    const length = Math.max(0, Math.min(finding.length, size - start));
    this.#list.add({ ...finding, length, at: { ...finding.at, offset: start, path } });
  };

  addAll(diagnostics: Iterable<Diagnostic>, layer: Layer): void {
    for (const { code, message, severity, at } of diagnostics) {
      const parts = [at?.file, at?.path].filter((part) => part !== undefined);
      this.add({
        code,
        message,
        layer,
        length: defaultLength,
        severity: catalogue.get(code)?.page.severity ?? severity,
        at: {
          offset: at?.offset ?? 0,
          path: parts.length === 0 ? 'image' : parts.join('/'),
          ...(at?.lacks !== undefined && { lacks: at.lacks }),
        },
      });
    }
  }

  /** By file, then by offset, with the bytes that they are about. */
  shown(): readonly ShownFinding[] {
    const sorted = [...this.#list.sorted()].sort((left, right) => {
      const [a, b] = [fileOf(left.at.path ?? ''), fileOf(right.at.path ?? '')];
      return a === b ? 0 : a < b ? -1 : 1;
    });
    return sorted.map((finding) => this.#withExcerpt(this.#withFollowers(finding)));
  }

  #withFollowers(finding: Finding): Finding {
    const count = this.#followers.get(finding.code);
    if (count === undefined) return finding;
    const follow = count === 1 ? '1 finding follows' : `${count} findings follow`;
    return { ...finding, message: `${finding.message} (${follow} from it)` };
  }

  #withExcerpt(finding: Finding): ShownFinding {
    const source = finding.length > 0 ? this.#directory.open(fileOf(finding.at.path ?? '')) : undefined;
    if (source === undefined) return finding;
    try {
      return withExcerpt(source, finding);
    } finally {
      source.close();
    }
  }
}

/** Names of files have no slash; what follows one is inside the file. */
const fileOf = (path: string): string => path.split('/', 1)[0] ?? '';
