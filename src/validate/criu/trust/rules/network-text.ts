/** Rules of packet filters, which a restore hands to helper programs as text, as root. */
import { latin1Text } from '../../../../byte-text.ts';
import type { ByteSource } from '../../../../parse/bytes/byte-source.ts';
import { fileName } from '../../../../parse/criu/index.ts';
import type { TrustReport } from '../../../trust/rule.ts';
import type { CriuFacts } from '../facts.ts';
import { idsOfType } from '../files.ts';
import { criuTrustRule } from '../rule.ts';

export const networkTextRule = criuTrustRule(
  {
    'trust-nftables': {
      severity: 'error',
      meaning: 'The text of the nftables rules holds something else than tables.',
      why: 'It is run as commands: include reads files of the host and the log quotes them, others change what is there.',
      bad: 'include "/etc/shadow"; flush ruleset',
      good: 'the output of nft list ruleset: blocks of tables',
      mend: 'Do not restore it: the image was changed.',
      reference: 'criu/net.c, nftables_restore; seen with CRIU 4.2: the log quoted a file of root',
    },
    'trust-iptables': {
      severity: 'warning',
      meaning: 'The text of the iptables rules is not of the form that iptables-save writes.',
      why: 'It goes to the standard input of iptables-restore, which refuses it.',
      bad: 'shell commands in iptables-10.img',
      good: '*filter, :INPUT ACCEPT, -A …, COMMIT and comments',
      mend: 'Do not restore it: the image was changed.',
      reference: 'criu/net.c, run_iptables_tool; refused by iptables-restore',
    },
  },
  (images, _, report) => {
    judge(images, 'NFTABLES', judgeNft, report);
    judge(images, 'IPTABLES', judgeIptables, report);
    judge(images, 'IP6TABLES', judgeIptables, report);
  },
);

type Report = TrustReport<keyof typeof networkTextRule.pages & string>;
type JudgeLines = (lines: Iterable<string>, say: Say) => void;
type Say = (code: Parameters<Report>[0], line: number, message: string) => void;

function judge(
  images: CriuFacts,
  type: 'NFTABLES' | 'IPTABLES' | 'IP6TABLES',
  run: JudgeLines,
  report: Report,
): void {
  for (const id of idsOfType(images.image, type)) {
    const name = fileName(type, id);
    const source = images.image.directory.open(name);
    if (source === undefined) continue;
    try {
      // One sentence a file: what is wrong first.
      let isSaid = false;
      run(linesOf(source), (code, line, message) => {
        if (!isSaid)
          report(code, { member: `${images.prefix}${name}`, field: `text, line ${line}` }, message);
        isSaid = true;
      });
    } finally {
      source.close();
    }
  }
}

const pieceBytes = 64 * 1024;
/** A longer line is cut: what it begins with decides. */
const lineMax = 4096;

function* linesOf(source: ByteSource): Generator<string> {
  let held = '';
  for (let at = 0; at < source.size; at += pieceBytes) {
    held += latin1Text(source.view(at, Math.min(pieceBytes, source.size - at)));
    const lines = held.split('\n');
    held = (lines.pop() ?? '').slice(0, lineMax);
    yield* lines;
  }
  if (held !== '') yield held;
}

const word = (line: string): string => /^[A-Za-z-]+/.exec(line)?.[0] ?? '';

/** What `nft list ruleset` never writes, wherever it stands. */
const commands =
  /^(include|define|undefine|redefine|flush|delete|destroy|add|insert|replace|create|reset|import|export|monitor|describe|rename|list)$/;

const judgeNft: JudgeLines = (lines, say) => {
  let depth = 0;
  let number = 0;
  for (const raw of lines) {
    number += 1;
    for (const part of statementsOf(raw)) {
      const line = part.trim();
      if (line === '' || line.startsWith('#')) continue;
      const first = word(line);
      const isCommand = first === 'include' || (depth === 0 && commands.test(first));
      if (isCommand) say('trust-nftables', number, `nft command outside list ruleset: ${line.slice(0, 80)}`);
      else if (depth === 0 && first !== 'table' && !line.startsWith('}'))
        say('trust-nftables', number, `nft text is not of the form of list ruleset: ${line.slice(0, 80)}`);
      depth = Math.max(0, depth + count(line, '{') - count(line, '}'));
    }
  }
};

/** `;` ends a statement as a line does; what stands in quotes is a name or a comment. */
const statementsOf = (line: string): readonly string[] =>
  line.replace(/"[^"]*"/g, (text) => text.replaceAll(/[;{}]/g, ' ')).split(/;|(?<=[{}])/);

const count = (text: string, character: string): number => text.split(character).length - 1;

const judgeIptables: JudgeLines = (lines, say) => {
  let number = 0;
  for (const raw of lines) {
    number += 1;
    const line = raw.replace(/\0+$/, '').trim();
    // The program of this option is started to load modules.
    if (/\s(--modprobe|-M)[= ]/.test(line))
      say('trust-iptables', number, `iptables text names a program: ${line.slice(0, 80)}`);
    if (line === '' || /^(#|\*[a-z]+$|:\S+ \S+( \[\d+:\d+\])?$|(\[\d+:\d+\] )?-[AIPN] |COMMIT$)/.test(line))
      continue;
    say('trust-iptables', number, `iptables text grammar: ${line.slice(0, 80)}`);
  }
};
