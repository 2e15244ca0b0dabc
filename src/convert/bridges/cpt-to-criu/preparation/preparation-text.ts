/** A preparation as text for people. */
import { kindText, listText, shown, usesText } from './shown.ts';
import type { Brought, Difference, NeededLimit, NeededPath, Preparation } from './types.ts';

export function preparationText(prepared: Preparation): string {
  const { target, hostname, paths, absent, mounts, helpers, kernel, options } = prepared;
  const sockets = absent.filter(({ kind }) => kind === 'socket');
  const byRestore = mounts.filter(({ madeBy }) => madeBy === 'restore');
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [
      'Must exist under the root',
      paths.flatMap((needed) => [nameText(needed), `    ${kindText(needed)} — ${usesText(needed.uses)}`]),
    ],
    ['Must not be there', sockets.map(({ path, why }) => `${shown(path)} — ${why}`)],
    [
      'The restore mounts itself, so that it must not be mounted before',
      byRestore.map(({ mountpoint, fstype }) => `${shown(fstype)} on ${shown(mountpoint)}`),
    ],
    ['The image brings itself', prepared.brought.map(broughtText)],
    [
      'Options of criu restore',
      target === 'criu'
        ? [
            '--root DIR — a mount point with the tree of the container',
            ...options.map(({ option, why }) => `${option} — ${why}`),
          ]
        : [],
    ],
    ['Capabilities that tasks hold', wrapped(prepared.capabilities.join(' '))],
    ['Hard limits above the usual ones', prepared.limits.map(limitText)],
    [
      'The kernel needs',
      kernel.map(({ name, config, why }) => `${name}${config ? ` (${config})` : ''} — ${why}`),
    ],
    [
      'Helper programs',
      helpers.map(
        ({ name, where, why }) => `${name} ${where === 'host' ? 'on the host' : 'in the root'} — ${why}`,
      ),
    ],
    ['Besides', prepared.remarks.map(shown)],
    ['Different after the restore', prepared.differences.map(differenceText)],
  ];
  const named = hostname === '' ? 'the image' : shown(hostname);
  const title = `What ${targetName[target]} needs to restore ${named}`;
  const blocks = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `${name}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
  return `${[title, ...blocks].join('\n\n')}\n`;
}

const targetName = {
  criu: 'CRIU',
  'openvz-2.6.32': 'an OpenVZ kernel 2.6.32',
  'openvz-2.6.18': 'an OpenVZ kernel 2.6.18',
} as const satisfies Record<Preparation['target'], string>;

const nameText = ({ path, isExact }: NeededPath): string =>
  `${shown(path)}${isExact ? '' : '  (not the exact name: it holds bytes that are no UTF-8)'}`;

function broughtText({ what, count, bytes, names }: Brought): string {
  const list = names.length > 0 ? ` (${listText(names)})` : '';
  return `${what}: ${count}${bytes > 0n ? `, ${bytes} bytes` : ''}${list}`;
}

const limitText = ({ resource, hard, usual, pids }: NeededLimit): string =>
  `${resource} ${hard} — usual is ${usual === 'of the machine' ? 'what the machine allows' : usual}; ` +
  `pid ${listText(pids.map(String))}`;

const differenceText = ({ code, count, text }: Difference): string =>
  `${text}${count === undefined ? '' : ` (${count})`} [${code}]`;

const columns = 100;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length + 1 > columns) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.filter((line) => line !== '');
}
