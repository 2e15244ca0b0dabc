/** Opening images for the inspector, in both of its threads. */
import type { ConversionReport } from '../conversion/options.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Opened } from '../inspect/family.ts';
import type { Table } from '../inspect/table.ts';
import { chosenImage, openInput } from '../open/open.ts';
import type { Spools } from '../parse/archive/unpack.ts';

/** What was named; another thread opens the same by it, without unpacking it again. */
export interface Named {
  readonly path: string;
  /** The container that is meant, where there are several. */
  readonly container: string | undefined;
  readonly spools: Spools;
}

export interface LoadedImage extends Opened {
  /** Whether it restores, and what the rules find. */
  readonly verdict?: () => Promise<readonly Table[]>;
  /** What a conversion into that variant would do. */
  readonly planTo?: (variant: string) => Promise<ConversionReport>;
}

/** Throws an ImageError for what is no image. */
export async function loadImage({ path, container, spools }: Named): Promise<LoadedImage> {
  const problems: Diagnostic[] = [];
  const input = await openInput(path, { spools, report: (problem) => problems.push(problem) });
  try {
    const image = chosenImage(input, container);
    const inspect = await image.family.inspect();
    const opened = await inspect.opened(image, problems);
    const close = () => {
      opened.close();
      input.close();
    };
    const withEngine = () => ({ ...opened.inspect(), engine: () => image.containerInfo(() => {}) });
    const verdict = async () => (image.isAlone ? [] : (await import('./verdict.ts')).verdictTables(image));
    const planTo = async (to: string) => {
      const { convertFound } = await import('../convert-image.ts');
      const options = { to, plan: true };
      return convertFound(image, { input: path, output: undefined, options, found: [] });
    };
    return { ...opened, inspect: withEngine, verdict, planTo, close };
  } catch (error) {
    input.close();
    throw error;
  }
}
