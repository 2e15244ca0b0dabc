/** The process tree as a picture: a line for each process, and how much of memory each holds. */
import { textWidth } from '../text-width.ts';
import type { ProcessRow } from '../views/ps.ts';
import { bytesText, plural } from '../words.ts';
import { type Html, html } from './html.ts';

/** Taller pictures are tables. */
const drawnMax = 300;
const rowHeight = 24;
const indent = 22;
const depthMax = 20;
const width = 1000;
const barLeft = 760;
const barWidth = 150;

export function processTreeSvg(processes: readonly ProcessRow[]): Html {
  const drawn = processes.slice(0, drawnMax);
  const most = drawn.reduce((max, { residentBytes = 0n }) => (residentBytes > max ? residentBytes : max), 1n);
  const height = drawn.length * rowHeight + 8;
  const lastAt: number[] = [];
  const lines: Html[] = [];
  const rows = drawn.map((process, row) => {
    const depth = Math.min(process.depth, depthMax);
    const y = row * rowHeight + rowHeight / 2 + 4;
    const x = 12 + depth * indent;
    lastAt[depth] = y;
    lastAt.length = depth + 1;
    const parentY = depth > 0 ? (lastAt[depth - 1] ?? y) : y;
    if (depth > 0)
      lines.push(html`<path class="branch" d="M${x - indent + 4} ${parentY + 8}V${y}H${x - 4}"/>`);
    const { pid, comm, state, commandLine, residentBytes, threads } = process;
    const command = commandLine?.length ? commandLine.join(' ') : '';
    const size = residentBytes === undefined ? 0 : Number((residentBytes * BigInt(barWidth)) / most);
    const name = `${pid} ${comm}`;
    const textX = x + 8;
    const commandX = textX + (textWidth(name) + 2) * 7.4;
    const room = Math.max(0, Math.floor((barLeft - 20 - commandX) / 7));
    const isCut = command.length > room;
    const shown = isCut ? `${command.slice(0, Math.max(0, room - 1))}…` : command;
    return html`<g><title>${name}, state ${state}, ${plural(threads.length, 'thread')}
${command}${process.exe === undefined ? '' : `\n${process.exe}`}</title>
<circle class="process state-${/[A-Za-z]/.test(state) ? state : 'other'}" cx="${x}" cy="${y}" r="5"/><text class="pid" x="${textX}" y="${y + 4}">${name}</text>${room > 3 && html`<text class="command" x="${commandX}" y="${y + 4}">${shown}</text>`}${
      residentBytes !== undefined &&
      html`<rect class="resident" x="${barLeft}" y="${y - 6}" width="${Math.max(1, size)}" height="12" rx="2"/><text class="size" x="${barLeft + Math.max(1, size) + 6}" y="${y + 4}">${bytesText(residentBytes)}</text>`
    }</g>
`;
  });
  return html`<svg class="tree" viewBox="0 0 ${width} ${height}" role="img" aria-label="process tree">${lines}
${rows}</svg>${
    processes.length > drawnMax &&
    html`<p class="note">The first ${drawnMax} of ${processes.length} processes are drawn; the table has more.</p>`
  }`;
}
