/** What the inspector says first: whether an image restores, under which conditions, and what the rules found. */
import { groupAlike } from '../alike.ts';
import type { Table } from '../inspect/table.ts';
import { properties } from '../inspect/table.ts';
import { plural } from '../inspect/words.ts';
import { addTo } from '../lists.ts';
import type { FoundImage } from '../open/open.ts';
import { answerOf } from '../restore-sim/host/index.ts';
import { type Rehearsal, rehearse } from '../restore-sim/plan/index.ts';
import type { Finding } from '../validate/finding.ts';

/** So many of one kind are listed here; the screens of their own have all. */
const shownMax = 10;

export async function verdictTables({ family, content }: FoundImage): Promise<readonly Table[]> {
  const restore = { content, model: await family.model(), restore: await family.restore() };
  const rehearsal = rehearse(restore, { operations: false });
  const { findings } = (await family.validate()).judge(content, { rehearse: { operations: false } });
  const others = findings.filter(({ layer }) => layer !== 'restore');
  return [verdictTable(rehearsal, others), ...findingTables(others), ...conditionTables(rehearsal)];
}

function verdictTable(rehearsal: Rehearsal, findings: readonly Finding[]): Table {
  const { verdict, kernel, conditions, failures, losses } = rehearsal;
  const answer = answerOf(verdict, conditions);
  const open = conditions.filter(({ state, otherwise }) => state === 'open' && otherwise !== 'loses').length;
  const if_ = answer === 'if' ? `, if ${plural(open, 'condition is', 'conditions are')} met` : '';
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const counts = [
    ...[plural(count('error'), 'error'), plural(count('warning'), 'warning'), plural(count('note'), 'note')],
  ].join(', ');
  const table = properties('Restoring it', [
    ['verdict', `${verdict} under ${kernel}${if_}`],
    ...failures.slice(0, shownMax).map(({ code, message }) => ['because', `${code}: ${message}`] as const),
    ...losses.slice(0, shownMax).map(({ code, message }) => ['loses', `${code}: ${message}`] as const),
    ['findings', findings.length === 0 ? 'none' : counts],
  ]);
  const tone = verdict !== 'restores' ? ('bad' as const) : answer === 'yes' ? ('good' as const) : undefined;
  const [first, ...rows] = table.rows;
  return { ...table, rows: [{ ...first, cells: first?.cells ?? [], ...(tone && { tone }) }, ...rows] };
}

/** One line for each thing to do. */
function conditionTables({ conditions }: Rehearsal): readonly Table[] {
  const groups = new Map<string, { readonly kind: string; readonly remedy: string; wanted: string[] }>();
  for (const { kind, remedy, wanted, state } of conditions) {
    if (state === 'met') continue;
    const known = groups.get(`${kind} ${remedy}`);
    if (known) known.wanted.push(wanted);
    else groups.set(`${kind} ${remedy}`, { kind, remedy, wanted: [wanted] });
  }
  if (groups.size === 0) return [];
  return [
    {
      title: 'Conditions',
      columns: [
        { title: 'KIND' },
        { title: 'WANTED', grows: true },
        { title: 'WHAT TO DO', grows: true, drop: 1 },
      ],
      rows: [...groups.values()].map(({ kind, remedy, wanted: [first = '', ...more] }) => ({
        cells: [kind, more.length === 0 ? first : `${first} and ${more.length} more`, remedy],
      })),
    },
  ];
}

const severities = ['error', 'warning', 'note'] as const;

function codesOf(findings: readonly Finding[], severity: string): ReadonlyMap<string, readonly Finding[]> {
  const codes = new Map<string, Finding[]>();
  for (const finding of findings) if (finding.severity === severity) addTo(codes, finding.code, finding);
  return codes;
}

function findingTables(findings: readonly Finding[]): readonly Table[] {
  if (findings.length === 0) return [];
  const groups = severities.flatMap((severity) =>
    [...codesOf(findings, severity).values()].flatMap((own) => groupAlike(own, ({ message }) => message)),
  );
  return [
    {
      title: 'Findings',
      columns: [{ title: 'SEVERITY' }, { title: 'CODE' }, { title: 'MESSAGE', grows: true }],
      rows: groups.slice(0, shownMax).map(({ items: [first, ...more], text }) => ({
        at: first?.at.offset,
        tone: first?.severity === 'error' ? ('bad' as const) : ('plain' as const),
        cells: [
          first?.severity ?? '',
          first?.code ?? '',
          more.length === 0 ? text : `${text} (${more.length + 1} times)`,
        ],
      })),
      ...(groups.length > shownMax && {
        notes: [`and ${groups.length - shownMax} more; cr-validate lists all`],
      }),
    },
  ];
}
