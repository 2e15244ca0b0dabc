/** What is known to be lost between the forms of two images that are compared: one may have been made of the other. */
import type { ConversionReport } from './conversion/options.ts';
import { ImageError } from './diagnostic.ts';
import { lossTable } from './inspect/compare/comparison-tables.ts';
import type { Image } from './inspect/image.ts';
import type { Table } from './inspect/table.ts';
import { UsageError } from './usage-error.ts';

/**
 * Where both have the same processes in two forms. `planTo` says what a conversion of the first into a variant would
 * do; no table where there is no way, or nothing is lost on it.
 */
export async function knownLosses(
  a: Image,
  b: Image,
  planTo: (variant: string) => Promise<ConversionReport>,
): Promise<readonly Table[]> {
  const [from, to] = [a.variant?.name, b.variant?.name];
  const pids = ({ checkpoint }: Image) => checkpoint.processes.map(({ pid }) => pid).join(' ');
  if (from === undefined || to === undefined || from === to || pids(a) !== pids(b)) return [];
  try {
    const { hops } = await planTo(to);
    const losses = hops.flatMap((hop) => hop.losses);
    return losses.length === 0 ? [] : [lossTable(losses, from, to)];
  } catch (error) {
    // There is no way from one to the other.
    if (error instanceof ImageError || error instanceof UsageError) return [];
    throw error;
  }
}
