/** What a container engine wrote beside an image, as a part of the summary. */
import type { ContainerInfo, NetworkInterface } from '../../parse/archive/container-info.ts';
import { properties, type Table } from '../table.ts';
import { bytesText, plural } from '../words.ts';

export interface EngineFacts extends Omit<ContainerInfo, 'members' | 'deletedFiles' | 'rootfsDiff'> {
  readonly deletedFiles: number;
  readonly rootfsDiffBytes: bigint | null;
}

export function engineFacts(info: ContainerInfo | undefined): EngineFacts | null {
  if (info === undefined) return null;
  const { members: _, deletedFiles, rootfsDiff, ...facts } = info;
  const rootfsDiffBytes = rootfsDiff === undefined ? null : BigInt(rootfsDiff.sizeBytes);
  return { ...facts, deletedFiles: deletedFiles.length, rootfsDiffBytes };
}

const bindsShown = 6;

export function engineTable(facts: EngineFacts): Table {
  const { engine, engineVersion, name, id, pod, namespace, image, imageId, runtime, criuVersion } = facts;
  const line = (title: string, value: string | undefined) =>
    value === undefined || value === '' ? undefined : ([title, value] as const);
  const binds = facts.bindMounts.map(({ source, destination }) => `${source} at ${destination}`);
  const more = binds.length > bindsShown ? ` and ${binds.length - bindsShown} more` : '';
  const by = engine === 'unknown' ? 'an engine that does not say its name' : engine;
  return properties('Container', [
    line('name', name),
    line('id', id),
    line('pod', [namespace, pod].filter(Boolean).join('/')),
    line('image', [image, imageId].filter(Boolean).join(', ')),
    line('engine', [by, engineVersion, runtime && `with ${runtime}`].filter(Boolean).join(' ')),
    line('CRIU', criuVersion),
    line('created', facts.createdTime),
    line('started', facts.startedTime),
    line('checkpointed', facts.checkpointedTime),
    line('command', facts.args?.join(' ')),
    line('directory', facts.cwd),
    line('host name', facts.hostname),
    ...facts.interfaces.map((device, index) => line(index === 0 ? 'interfaces' : ' ', interfaceText(device))),
    line('addresses', otherAddresses(facts).join(' ')),
    facts.isPrivileged === true ? ['privileged', 'yes'] : undefined,
    line('bind mounts', binds.slice(0, bindsShown).join(', ') + more),
    facts.rootfsDiffBytes === null
      ? undefined
      : [
          'changed files',
          `a tar of ${bytesText(facts.rootfsDiffBytes)}${facts.deletedFiles > 0 ? `, ${plural(facts.deletedFiles, 'file')} deleted` : ''}`,
        ],
  ]);
}

const interfaceText = ({ network, name, addresses, macAddress }: NetworkInterface): string => {
  const routes = addresses.map(
    ({ address, gateway }) => `${address}${gateway === undefined ? '' : `, gateway ${gateway}`}`,
  );
  return [`${name} on ${network}`, ...routes, macAddress].filter(Boolean).join(', ');
};

/** What annotations say and no interface has. */
const otherAddresses = ({ addresses, interfaces }: EngineFacts): readonly string[] => {
  const told = interfaces.flatMap((device) =>
    device.addresses.map(({ address }) => `${address} (${device.network})`),
  );
  return addresses.filter((address) => !told.includes(address));
};
