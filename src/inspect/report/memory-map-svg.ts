/** Address spaces as pictures: areas side by side by address, gaps left out, and how much of each is stored. */
import type { AreaRow, MapsRows, MemoryRow } from '../views/maps.ts';
import { bytesText, plural } from '../words.ts';
import { type Html, html } from './html.ts';
import { firstOf } from './table-html.ts';

const drawnMax = 40;
const areasMax = 400;
const width = 1000;
const barHeight = 34;
const pageBytes = 4096;

/** Sizes differ by a factor of a million: an area of twice the size is a step wider. */
const weightOf = ({ start, end }: AreaRow): number =>
  end > start ? 1 + Math.log2(1 + Number(end - start) / pageBytes) : 1;

export function memoryMapSvgs(memories: MapsRows['memories']): Html {
  const drawn = firstOf(memories, drawnMax);
  return html`${legend}${drawn.map(memorySvg)}${
    memories.length > drawnMax &&
    html`<p class="note">The first ${drawnMax} of ${memories.length} address spaces are drawn; the tables have more.</p>`
  }`;
}

const kinds = ['anon', 'heap', 'stack', 'file', 'shm', 'vdso', 'vvar', 'vsyscall', 'aio', 'pages'] as const;
const legend = html`<p class="legend">${kinds.map((kind) => html`<span class="kind-${kind}">${kind}</span> `)} Full colour: stored in the image. Pale: not stored, as it is in a file or was never touched. Wider is larger, by powers of two.</p>`;

function memorySvg({ names, areas, sizeBytes, total }: MemoryRow): Html {
  const shown = firstOf(areas, areasMax);
  const sum = shown.reduce((all, area) => all + weightOf(area), 0) || 1;
  let x = 0;
  const rects = shown.map((area) => {
    const wide = (weightOf(area) * (width - shown.length)) / sum;
    const size = area.end > area.start ? area.end - area.start : 1n;
    const kept = area.coverage.storedBytes + area.coverage.copyBytes + area.coverage.sharedBytes;
    const share = Math.min(1, Number((kept * 1000n) / size) / 1000);
    // What is there at all must be seen.
    const filled = kept > 0n ? Math.max(2, share * barHeight) : 0;
    const at = x;
    x += wide + 1;
    return html`<g class="kind-${area.kind}"><title>${area.start.toString(16)}-${area.end.toString(16)} ${area.perms} ${bytesText(size)} ${area.name}
stored ${bytesText(area.coverage.storedBytes)}</title><rect class="whole" x="${at.toFixed(1)}" y="0" width="${wide.toFixed(1)}" height="${barHeight}"/><rect class="stored" x="${at.toFixed(1)}" y="${(barHeight - filled).toFixed(1)}" width="${wide.toFixed(1)}" height="${filled.toFixed(1)}"/></g>`;
  });
  const more = areas.length - shown.length;
  return html`<figure><figcaption>${names || 'memory of no process'}: ${plural(areas.length, 'area')}, ${bytesText(sizeBytes)}, ${bytesText(total.storedBytes)} stored${more > 0 && `, the first ${areasMax} are drawn`}</figcaption>
<svg class="memory" viewBox="0 0 ${width} ${barHeight}" preserveAspectRatio="none" role="img" aria-label="memory map">${rects}</svg></figure>
`;
}
