/** Links among the members of a tar: a name below one is unpacked where the link leads. */
import type { TarHeaderFacts } from '../../../parse/archive/tar-headers.ts';

export const partsOf = (name: string): readonly string[] =>
  name.split('/').filter((part) => part !== '' && part !== '.');

export interface LinkFinder {
  /** The link that a name lies below, wherever in the tar it stands. */
  above(name: string): TarHeaderFacts | undefined;
  isLink(name: string): boolean;
}

export function linkFinder(members: readonly TarHeaderFacts[]): LinkFinder {
  const links = new Map<string, TarHeaderFacts>();
  for (const member of members) if (member.type === '2') links.set(partsOf(member.name).join('/'), member);
  return {
    above(name) {
      if (links.size === 0) return undefined;
      const parts = partsOf(name);
      let path = '';
      for (const part of parts.slice(0, -1)) {
        path = path === '' ? part : `${path}/${part}`;
        const link = links.get(path);
        if (link !== undefined) return link;
      }
      return undefined;
    },
    isLink: (name) => links.has(partsOf(name).join('/')),
  };
}
