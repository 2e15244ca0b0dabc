/** One page about one image, complete in itself: verdict, conditions, findings, pictures, and all views as tables. */
import { base64Text, utf8Bytes } from '../../byte-text.ts';
import type { Severity } from '../../diagnostic.ts';
import { addTo } from '../../lists.ts';
import { Sha256 } from '../../parse/bytes/hash.ts';
import { noFilter } from '../filter.ts';
import type { Image } from '../image.ts';
import type { LongTable, Table } from '../table.ts';
import type { View } from '../view.ts';
import { fdsView } from '../views/fds.ts';
import { type ViewName, viewNames, viewRow } from '../views/index.ts';
import { mapsView } from '../views/maps.ts';
import { commsOf } from '../views/process-names.ts';
import { psView } from '../views/ps.ts';
import { socketsView } from '../views/sockets.ts';
import { dateText, plural } from '../words.ts';
import { connectionsOf } from './connections.ts';
import { connectionsSvg } from './connections-svg.ts';
import { type Html, html, linesOf, type Part, Html as RawHtml } from './html.ts';
import { memoryMapSvgs } from './memory-map-svg.ts';
import { processTreeSvg } from './process-tree-svg.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { type HtmlTable, tableHtml } from './table-html.ts';

export interface ReportFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** `schema`, `trust`. */
  readonly layer: string;
  /** File, record, offset. */
  readonly place: string;
}

export interface ReportCondition {
  readonly code: string;
  readonly kind: string;
  readonly state: string;
  readonly wanted: string;
  readonly found: string | null;
  readonly remedy: string;
  readonly otherwise: string;
  readonly place: string;
}

/** What a rehearsal says; undefined where none could be made. */
export interface ReportRestore {
  readonly verdict: string;
  readonly answer: 'yes' | 'no' | 'if';
  readonly kernel: string;
  readonly conditions: readonly ReportCondition[];
  readonly failures: readonly { readonly code: string; readonly message: string; readonly place: string }[];
  readonly losses: readonly { readonly code: string; readonly message: string; readonly place: string }[];
}

export interface ReportSubject {
  readonly image: Image;
  readonly restore: ReportRestore | undefined;
  readonly findings: readonly ReportFinding[];
  /** Who runs as what, what is mounted and written, as text; absent where nothing is known of it. */
  readonly rights?: string | undefined;
}

export interface ReportOptions {
  /** Of this tool, and when the page was made. */
  readonly madeBy: string;
  readonly madeNs: bigint;
  readonly views: ReadonlyMap<ViewName, View>;
}

/** The page in pieces: each is made when it is written. */
export function* reportPage(subjects: readonly ReportSubject[], options: ReportOptions): Generator<string> {
  const [first] = subjects;
  const title = first === undefined ? 'no image' : first.image.name;
  yield headOf(title).text;
  yield html`<header><button id="theme" type="button">light / dark</button><h1>${title}</h1>${
    subjects.length > 1 &&
    html`<p class="sub">${plural(subjects.length, 'checkpoint')}</p>
<nav>${subjects.map(({ image }, index) => html`<a href="#image-${index}">${image.name}</a>`)}</nav>`
  }</header><main>
`.text;
  for (const [index, subject] of subjects.entries())
    yield* subjectSections(subject, options.views, index, subjects.length > 1);
  const made = dateText(options.madeNs);
  yield html`</main><footer>Made by ${options.madeBy}${made !== undefined && `, ${made}`}. The page asks nobody for anything.</footer>
`.text;
  yield `<script>${script}</script>\n</body></html>\n`;
}

function headOf(title: string): Html {
  const hash = base64Text(new Sha256().update(utf8Bytes(script)).digest());
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new RawHtml(style)}</style></head><body>
`;
}

/** A section in pieces; `index` tells it from others on the page. */
export function* subjectSections(
  subject: ReportSubject,
  views: ReportOptions['views'],
  index: number,
  isOneOfSeveral: boolean,
): Generator<string> {
  const { image, restore, findings, rights } = subject;
  const id = (name: string) => `image-${index}-${name}`;
  const links = [
    ...['verdict', 'findings', ...(rights === undefined ? [] : ['rights']), 'summary', 'processes'],
    ...['memory', 'connections'],
    ...viewNames.filter((name) => !drawn.has(name)),
  ];
  yield html`<section id="image-${index}">${isOneOfSeveral && html`<h1>${image.name}</h1>`}
<p class="sub">${[image.dump?.title, image.variant?.name].filter(Boolean).join(', ')}</p>
${verdictHtml(restore)}
<nav>${links.map((name) => html`<a href="#${id(name)}">${name}</a>`)}</nav>
`.text;
  yield html`<h2 id="${id('verdict')}">Restoring it</h2>${restoreHtml(restore)}
<h2 id="${id('findings')}">Findings</h2>${tableHtml(findingTable(findings), 'cr-validate lists all')}
`.text;
  if (rights !== undefined)
    yield html`<h2 id="${id('rights')}">Rights</h2><details><summary>who runs as what, what is mounted and written</summary><pre>${linesOf(rights)}</pre></details>
`.text;
  yield html`<h2 id="${id('summary')}">Summary</h2>
`.text;
  yield* viewTables(image, views, 'summary');
  yield html`<h2 id="${id('processes')}">Processes</h2>`.text;
  yield* processSection(image);
  yield html`<h2 id="${id('memory')}">Memory</h2>${memoryMapSvgs(mapsView.rows(image, noFilter).memories)}
<details><summary>areas</summary>
`.text;
  yield* viewTables(image, views, 'maps');
  yield '</details>\n';
  const comms = commsOf(image.checkpoint);
  const connections = connectionsOf(fdsView.rows(image, noFilter), socketsView.rows(image, noFilter).sockets);
  yield html`<h2 id="${id('connections')}">Connections</h2>${connectionsSvg(connections, (pid) => `${pid} ${comms.get(pid) ?? ''}`)}
`.text;
  for (const name of viewNames) {
    if (drawn.has(name)) continue;
    const { title, help } = viewRow(name);
    yield html`<h2 id="${id(name)}">${title}</h2><details><summary>${help}</summary>
`.text;
    yield* viewTables(image, views, name);
    yield '</details>\n';
  }
  yield '</section>\n';
}

/** Picture and table are of the same rows, which are gone behind them. */
function* processSection(image: Image): Generator<string> {
  const rows = psView.rows(image, noFilter);
  yield html`${processTreeSvg(rows.processes)}
`.text;
  yield* tablesHtml(psView.tables(rows), 'ps');
}

/** Views that have a section with a picture. */
const drawn: ReadonlySet<ViewName> = new Set(['summary', 'ps', 'maps']);

function* viewTables(image: Image, views: ReportOptions['views'], name: ViewName): Generator<string> {
  const view = views.get(name);
  if (view !== undefined) yield* tablesHtml(view.tables(view.rows(image, noFilter)), name);
}

function* tablesHtml(tables: Iterable<LongTable>, name: ViewName): Generator<string> {
  for (const table of tables) yield tableHtml(table, `cr-inspect IMAGE ${name} shows all`).text;
}

const answers = { yes: 'restores', no: 'does not restore', if: 'restores, if' } as const;

/** In one line: `restores, if 3 conditions are met`. */
export function verdictText(restore: ReportRestore | undefined): string {
  if (restore === undefined) return 'no rehearsal of a restore could be made';
  const { answer, verdict, conditions } = restore;
  const open = conditions.filter(({ state, otherwise }) => state === 'open' && otherwise !== 'loses').length;
  if (answer === 'if') return `${answers.if} ${plural(open, 'condition is', 'conditions are')} met`;
  return answer === 'no' && verdict !== 'restores' ? verdict : answers[answer];
}

const verdictHtml = (restore: ReportRestore | undefined): Html =>
  html`<p class="verdict ${restore?.answer ?? 'no'}">${verdictText(restore)}${restore && html` <small>(${restore.kernel})</small>`}</p>`;

function restoreHtml(restore: ReportRestore | undefined): Html {
  if (restore === undefined)
    return html`<p class="empty">The image cannot be rehearsed: see the findings.</p>`;
  const { failures, conditions, losses } = restore;
  const open = conditions.filter(({ state }) => state !== 'met');
  return html`${failures.length > 0 && tableHtml(listTable('Why it stops', failures), 'cr-restore-sim lists all')}
${tableHtml(conditionTable(open), 'cr-restore-sim lists all')}
${losses.length > 0 && tableHtml(listTable('What is lost or changed', losses), 'cr-restore-sim lists all')}`;
}

const wantedMax = 12;

/** What one action answers stands together: a hundred files that have to be there are one thing to do. */
function conditionTable(conditions: readonly ReportCondition[]): HtmlTable {
  const groups = new Map<string, ReportCondition[]>();
  for (const condition of conditions) {
    const { kind, state, remedy, otherwise } = condition;
    addTo(groups, [kind, state, remedy, otherwise].join('\0'), condition);
  }
  const shown = (group: readonly ReportCondition[], text: (condition: ReportCondition) => string): Part => {
    const [first, ...others] = group.slice(0, wantedMax).map(text);
    const more = group.length - wantedMax;
    return [first, others.map((line) => html`<br>${line}`), more > 0 && html`<br>and ${more} more`];
  };
  return {
    title: 'Conditions',
    columns: ['KIND', 'WHAT TO DO', 'WANTED', 'FOUND', 'OTHERWISE', 'BECAUSE OF'].map((title) => ({ title })),
    rows: [...groups.values()].map((group) => {
      const [{ kind, state, remedy, otherwise }] = group as [ReportCondition];
      const tone = state === 'unmet' ? ('bad' as const) : ('plain' as const);
      const found = group.every((one) => one.found === null) ? '—' : shown(group, (one) => one.found ?? '—');
      return {
        tone,
        cells: [
          group.length > 1 ? `${kind} (${group.length})` : kind,
          remedy,
          shown(group, (one) => one.wanted),
          found,
          otherwise,
          shown(group, (one) => one.place),
        ],
      };
    }),
    empty: 'none: nothing of it depends on options or the host',
  };
}

const listTable = (
  title: string,
  rows: readonly { readonly code: string; readonly message: string; readonly place: string }[],
): Table => ({
  title,
  columns: ['CODE', 'MESSAGE', 'RECORD'].map((head) => ({ title: head })),
  rows: rows.map(({ code, message, place }) => ({ cells: [code, message, place] })),
});

const findingTable = (findings: readonly ReportFinding[]): Table => ({
  columns: ['SEVERITY', 'LAYER', 'CODE', 'MESSAGE', 'WHERE'].map((title) => ({ title })),
  rows: findings.map(({ severity, layer, code, message, place }) => ({
    tone: severity === 'error' ? ('bad' as const) : ('plain' as const),
    cells: [severity, layer, code, message, place],
  })),
  empty: 'none',
});
