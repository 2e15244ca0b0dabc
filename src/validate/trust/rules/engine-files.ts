/** deleted.files, bind.mounts and network.status: lists of an engine that its restore follows, as root. */
import type { Grants } from '../grants/grants.ts';
import { entries, list, member, number, text } from '../json.ts';
import { cleaned, hasDotDot, isBelow, isEngineFolder, isSensitiveHostPath } from '../paths.ts';
import { type TrustReport, trustRule } from '../rule.ts';
import type { ContainerSubject, Json } from '../subject.ts';
import { samePath } from './mount-facts.ts';
import { linkFinder } from './tar-links.ts';

const changed = 'Do not restore it: no engine writes such a list.';

export const engineFilesRule = trustRule(
  {
    'trust-deleted-path': {
      severity: 'error',
      meaning: 'The list of deleted files names something outside of the container, or all of it.',
      why: 'Each entry is joined with the root of the container and removed with all below it, as root; CRI-O follows ".." and links.',
      bad: '["/../../etc/passwd"], [""], a path below a link of the difference of the root',
      good: 'clean absolute paths of single files and directories',
      mend: changed,
      reference: 'podman#27977; go.podman.io/common pkg/crutils, CRRemoveDeletedFiles',
    },
    'trust-bind-source': {
      severity: 'error',
      meaning: 'The list of bind mounts names a path of the host that the container was not granted.',
      why: 'CRI-O makes every source that is not there, with the mode of the list, anywhere on the host.',
      bad: '{"source":"/etc/cron.d/x","destination":"/x","file_type":"file","permissions":493}',
      good: 'sources and destinations of the mounts of the spec',
      mend: changed,
      reference: 'cri-o#10106',
    },
    'trust-network-status': {
      severity: 'warning',
      meaning: 'The network status is not what a network of the engine gives.',
      why: 'Podman asks for its addresses and names again: those of another container or of the gateway.',
      bad: 'an interface called ../x, with the address of its own gateway',
      good: 'eth0 with an address of the network',
      mend: 'Restore it with --ignore-static-ip and --ignore-static-mac.',
      reference: 'podman container restore, network.status',
    },
    'trust-ambiguous-json': {
      severity: 'error',
      meaning: 'A document of the archive says something else to another reader of JSON.',
      why: 'Engines take the last of two members and ignore capitals; who judges the archive may not.',
      bad: '"mounts" beside "Mounts"',
      good: 'each member once, spelled as engines spell it',
      mend: changed,
      reference: 'Go, package encoding/json, Unmarshal',
    },
  },
  (subject, report) => {
    for (const document of Object.values(subject.documents))
      if (document?.ambiguity !== undefined)
        report(
          'trust-ambiguous-json',
          { member: document.member, field: 'members' },
          `two readers see two documents: ${document.ambiguity}`,
        );
    judgeDeleted(subject, report);
    judgeBinds(subject, report);
    judgeNetwork(subject, report);
  },
);

type Report = TrustReport<keyof typeof engineFilesRule.pages & string>;

function judgeDeleted({ documents, tars, grants }: ContainerSubject, report: Report): void {
  const { deletedFiles } = documents;
  if (deletedFiles === undefined) return;
  if (!Array.isArray(deletedFiles.value) && deletedFiles.value !== null)
    report(
      'trust-deleted-path',
      { member: deletedFiles.member, field: 'list' },
      'deleted.files is no list',
      'warning',
    );
  const links = linkFinder(tars.filter(({ kind }) => kind === 'rootfs').flatMap(({ members }) => members));
  const mounts = grants
    .filter(({ origin }) => origin === 'archive')
    .flatMap((granted) => granted.mounts ?? []);
  for (const [index, item] of list(deletedFiles.value).entries()) {
    const where = { member: deletedFiles.member, field: `[${index}]` };
    const path = text(item);
    if (path === undefined) {
      report('trust-deleted-path', where, `deleted entry is no text`, 'warning');
      continue;
    }
    const link = links.above(path);
    if (hasDotDot(path)) report('trust-deleted-path', where, `path with ..: ${path} would be removed`);
    else if (cleaned(path) === '/')
      report(
        'trust-deleted-path',
        where,
        `deletes the root: ${JSON.stringify(path)} is all of the container`,
      );
    else if (link !== undefined)
      report(
        'trust-deleted-path',
        where,
        `deletes through a link: ${path} lies below ${link.name}, a link to ${link.target}`,
      );
    else if (systemFolder.test(cleaned(path)))
      report('trust-deleted-path', where, `deletes a system directory: ${path}`, 'warning');
    else {
      const mount = mounts.find(
        ({ destination, type }) =>
          destination !== '/' && (type === 'bind' || type === 'none') && isBelow(cleaned(path), destination),
      );
      if (mount !== undefined)
        report(
          'trust-deleted-path',
          where,
          `deletes in a mount: ${path} lies in ${mount.destination}, a mount of the host`,
          samePath(cleaned(path), mount.destination) ? 'warning' : 'error',
        );
    }
  }
}

/** Whole ones, and what the kernel shows. */
const systemFolder = /^\/(bin|boot|dev|etc|lib|lib64|sbin|usr|var)$|^\/(proc|sys)(\/|$)/;

function judgeBinds({ documents, grants }: ContainerSubject, report: Report): void {
  const { bindMounts } = documents;
  if (bindMounts === undefined) return;
  const spec: Grants | undefined = grants.find(({ origin }) => origin === 'archive');
  for (const [index, item] of list(bindMounts.value).entries()) {
    const source = text(member(item, 'source')) ?? '';
    const destination = text(member(item, 'destination')) ?? '';
    const permissions = number(member(item, 'permissions')) ?? 0;
    const at = (field: string) => ({ member: bindMounts.member, field: `[${index}].${field}` });
    if (hasDotDot(source) || hasDotDot(destination)) {
      report(
        'trust-bind-source',
        at(hasDotDot(source) ? 'source' : 'destination'),
        `path with ..: ${source} at ${destination}`,
      );
      continue;
    }
    if (destination.includes(']:') || source.includes(']:'))
      report(
        'trust-bind-source',
        at('destination'),
        `path with ]: ${destination} would be cut by the option --external`,
      );
    if ((permissions & 0o6000) !== 0)
      report(
        'trust-bind-source',
        at('permissions'),
        `host path created with mode 0${permissions.toString(8)}: ${source}`,
      );
    if (spec?.mounts === undefined) {
      if (!isEngineFolder(source) && isSensitiveHostPath(source))
        report(
          'trust-bind-source',
          at('source'),
          `host path created: ${source} would be made on the host if it is not there`,
          'warning',
        );
      continue;
    }
    const declared = spec.mounts.filter((mount) => samePath(mount.destination, destination));
    if (declared.some((mount) => cleaned(mount.source) === cleaned(source))) continue;
    report(
      'trust-bind-source',
      at('source'),
      declared[0] === undefined
        ? `host path created: ${source} at ${destination}, which is no mount of ${spec.source}`
        : `source differs from spec: ${source} at ${destination}, ${spec.source} has ${declared[0].source}`,
    );
  }
}

const interfaceName = /^[^/\s:]{1,15}$/;
const hardwareAddress = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i;

function judgeNetwork({ documents }: ContainerSubject, report: Report): void {
  const { network } = documents;
  if (network === undefined) return;
  for (const [name, status] of entries(network.value)) {
    if (name.includes('/')) sayNetwork(network.member, name, `a network called ${name}`, report);
    for (const [device, settings] of entries(member(status, 'interfaces'))) {
      const field = `${name}.interfaces.${device}`;
      if (!interfaceName.test(device) || device === '.' || device === '..')
        sayNetwork(network.member, field, `an interface called ${device}`, report);
      const mac = text(member(settings, 'mac_address'));
      if (mac !== undefined && mac !== '' && !hardwareAddress.test(mac))
        sayNetwork(network.member, field, `the hardware address ${mac}`, report);
      for (const subnet of list(member(settings, 'subnets')))
        judgeSubnet(network.member, field, subnet, report);
    }
  }
}

function judgeSubnet(where: string, field: string, subnet: Json, report: Report): void {
  const own = text(member(subnet, 'ipnet')) ?? '';
  const gateway = text(member(subnet, 'gateway')) ?? '';
  const address = own.split('/')[0] ?? '';
  if (address !== '' && address === gateway)
    sayNetwork(where, field, `the address of its gateway, ${gateway}`, report);
  else if (own !== '' && !/^[0-9a-f.:]+\/\d{1,3}$/i.test(own))
    sayNetwork(where, field, `the address ${own}`, report);
}

const sayNetwork = (where: string, field: string, what: string, report: Report): void =>
  report(
    'trust-network-status',
    { member: where, field: `interfaces ${field}` },
    `network status malformed: ${what}`,
  );
