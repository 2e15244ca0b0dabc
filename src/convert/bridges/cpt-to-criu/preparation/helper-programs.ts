/** Programs that a restorer starts. CRIU takes them from the restoring machine, OpenVZ from the root. */
import type { Checkpoint } from '../../../../model/checkpoint.ts';
import { need, type PathBook } from './path-book.ts';
import type { HelperProgram, PreparationTarget } from './types.ts';

/** What CRIU hands to `ip` to be given back (criu/net.c, restore_ip_dump). */
const isForIp = (name: string): boolean => /^(?:ifaddr|route6?)-\d{1,10}\.img$/.test(name);

export function helperPrograms(
  checkpoint: Checkpoint,
  target: PreparationTarget,
  written: readonly string[] = [],
): readonly HelperProgram[] {
  const { network } = checkpoint;
  const forIp = written.filter(isForIp);
  const archives = [...checkpoint.mounts.values()].filter(({ content }) => content !== undefined).length;
  const isCriu = target === 'criu';
  const where = isCriu ? 'host' : 'root';
  const unpacks = `tmpfs content to be unpacked: ${archives}`;
  const filters = new Set(network.packetFilters.map(({ family }) => family));
  const helper = (name: string, why: string): HelperProgram => ({ name, where, why });
  return [
    ...(archives > 0 ? [helper('tar', unpacks)] : []),
    // CRIU packs tmpfs content itself, and has tar unpack it.
    ...(archives > 0 && isCriu ? [helper('gzip', unpacks)] : []),
    ...(isCriu && forIp.length > 0 ? [helper('ip', `addresses and routes: ${forIp.join(', ')}`)] : []),
    ...(filters.has('inet') ? [helper('iptables-restore', 'IPv4 packet filter tables')] : []),
    ...(filters.has('inet6') ? [helper('ip6tables-restore', 'IPv6 packet filter tables')] : []),
  ];
}

/** The OpenVZ kernels start /bin/tar inside the container; where they look for iptables is not known. */
export function addHelperPaths(book: PathBook, helpers: readonly HelperProgram[]): void {
  for (const { name, where, why } of helpers) {
    if (where === 'root' && name === 'tar')
      need(book, { path: '/bin/tar', type: 'file' }, { kind: 'helper', detail: why });
  }
}
