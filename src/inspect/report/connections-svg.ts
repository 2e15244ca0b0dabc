/** Connections as a picture: processes in a column, what is between them on its left, what leads out on its right. */
import type { Connections } from './connections.ts';
import { type Html, html } from './html.ts';

const processesMax = 120;
const linksMax = 300;
const outwardMax = 200;
const rowHeight = 30;
const width = 1000;
const columnLeft = 380;
const columnWidth = 190;
const outsideLeft = 700;

export function connectionsSvg({ pids, links, outward }: Connections, nameOf: (pid: number) => string): Html {
  if (pids.length === 0) return html`<p class="empty">no process talks with another or with the outside</p>`;
  const shown = pids.slice(0, processesMax);
  const endpoints = [...new Set(outward.map(({ kind, what }) => `${kind} ${what}`))].slice(0, outwardMax);
  const rows = Math.max(shown.length, endpoints.length);
  const height = rows * rowHeight + 24;
  const yOf = (index: number, count: number) =>
    24 + ((index + 0.5) * rows * rowHeight) / count - rowHeight / 2 + 8;
  const processY = new Map(shown.map((pid, index) => [pid, yOf(index, shown.length)]));
  const endpointY = new Map(endpoints.map((name, index) => [name, yOf(index, endpoints.length)]));
  const drawn = links.filter(({ from, to }) => processY.has(from) && processY.has(to)).slice(0, linksMax);
  const between = new Map<string, number>();
  const inner = drawn.map(({ from, to, kind, count }) => {
    const pair = [from, to].sort((a, b) => a - b).join(' ');
    const nth = between.get(pair) ?? 0;
    between.set(pair, nth + 1);
    const [y1, y2] = [processY.get(from) ?? 0, processY.get(to) ?? 0];
    const reach = Math.min(columnLeft - 30, 50 + Math.abs(y2 - y1) * 0.4 + nth * 70);
    const label = count > 1 ? `${count} × ${kind}` : kind;
    const isPipe = kind === 'pipe' || kind === 'fifo';
    return html`<g class="link ${isPipe ? 'pipe' : 'socket'}"><title>${nameOf(from)} ${isPipe ? '→' : '↔'} ${nameOf(to)}: ${label}</title><path d="M${columnLeft} ${y1}C${columnLeft - reach} ${y1} ${columnLeft - reach} ${y2} ${columnLeft} ${y2}"${isPipe && html` marker-end="url(#arrow)"`}/><text x="${(columnLeft - reach * 0.75 - 6).toFixed(0)}" y="${((y1 + y2) / 2 + 4).toFixed(0)}" text-anchor="end">${label}</text></g>
`;
  });
  const outer = outward
    .filter(({ pid, kind, what }) => processY.has(pid) && endpointY.has(`${kind} ${what}`))
    .map(({ pid, kind, what }) => {
      const [y1, y2] = [processY.get(pid) ?? 0, endpointY.get(`${kind} ${what}`) ?? 0];
      return html`<path class="out ${kind}" d="M${columnLeft + columnWidth} ${y1}C${outsideLeft - 60} ${y1} ${outsideLeft - 70} ${y2} ${outsideLeft - 6} ${y2}"/>`;
    });
  const missing = pids.length > shown.length || links.length > drawn.length;
  return html`<svg class="graph" viewBox="0 0 ${width} ${height}" role="img" aria-label="connections">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="arrow" d="M0 0L8 4L0 8z"/></marker></defs>
<text class="head" x="${columnLeft + columnWidth / 2}" y="12" text-anchor="middle">processes</text><text class="head" x="${outsideLeft}" y="12">outside</text>
${inner}${outer}
${shown.map((pid) => html`<g><rect class="node" x="${columnLeft}" y="${(processY.get(pid) ?? 0) - 11}" width="${columnWidth}" height="22" rx="4"/><text x="${columnLeft + 8}" y="${(processY.get(pid) ?? 0) + 4}">${nameOf(pid)}</text></g>`)}
${endpoints.map(
  (name) =>
    html`<text class="endpoint" x="${outsideLeft}" y="${(endpointY.get(name) ?? 0) + 4}">${name
      .replace(/^listens /, 'listens on ')
      .replace(/^connected /, 'connected to ')
      .replace(/^outside /, 'outside: ')}</text>`,
)}
</svg>${missing && html`<p class="note">Not all of ${pids.length} processes and ${links.length} connections are drawn.</p>`}`;
}
