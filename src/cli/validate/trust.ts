/** The trust layer for a command line: what its options and the configuration ask for. */
import type { Layer } from '../../validate/finding.ts';
import type { TrustMode, TrustSettings } from '../../validate/trust/findings.ts';
import { readGrants } from '../../validate/trust/grants/read.ts';
import { type Arguments, UsageError } from '../options.ts';

/** `--trust`, `--spec` and `--layer trust`, or what the configuration says. */
export async function trustSettings(
  args: Arguments,
  layers: readonly Layer[],
  configured: TrustMode | undefined,
): Promise<TrustSettings> {
  const named = args.value('trust') as TrustMode | undefined;
  const isOnly = args.values('layer').includes('trust');
  const mode = named ?? configured ?? (isOnly ? 'strict' : 'warn');
  if (mode === 'off' && isOnly) throw new UsageError('--layer trust and --trust off exclude each other');
  const paths = args.values('spec');
  if (paths.length > 0 && (mode === 'off' || !layers.includes('trust')))
    throw new UsageError('--spec is for the trust layer, which is left out');
  // Reading YAML is loaded by those who need it.
  const read = paths.length === 0 ? () => [] : (await import('./spec-file.ts')).readSpecDocuments;
  const given = paths.flatMap((path) => read(path));
  for (const { source, document } of given)
    if (readGrants(document, source) === undefined)
      throw new UsageError(
        `--spec ${source}: neither an OCI runtime spec (config.json) nor a Kubernetes pod or container`,
      );
  return {
    mode: layers.includes('trust') ? mode : 'off',
    isAsked: isOnly || named !== undefined || configured !== undefined || paths.length > 0,
    given,
  };
}
