/**
 * What each kind of user wants, in our steps and in those of the best peer. `npm run test:package` takes the steps with
 * the packed file; `docs/goals.md` is made from the same table.
 */
import { join } from 'node:path';

export interface Step {
  readonly words: readonly string[];
  /** Exit code; 0 if it is not named. */
  readonly status?: number;
  /** In what is printed. */
  readonly says: RegExp;
  /** Pressed one after the other, on a terminal: the command is the interactive one. */
  readonly keys?: readonly string[];
}

export interface Goal {
  readonly persona: string;
  readonly goal: string;
  readonly steps: readonly Step[];
  /** Steps of the best peer, as commands or in words; empty where no peer can do it. */
  readonly peer: readonly string[];
  readonly peerName: string;
}

interface Places {
  readonly cpt: string;
  /** An archive that an engine exported. */
  readonly podman: string;
  readonly samples: string;
  readonly work: string;
}

export function goals({ cpt, podman, samples, work }: Places): readonly Goal[] {
  const at = (name: string) => join(work, name);
  const bad = join(samples, 'broken', 'own-parent.cpt');
  const other = join(samples, 'criu', 'podman-counter.tar.gz');
  return [
    {
      persona: 'OpenVZ operator',
      goal: 'restore a container of a 2.6.18 kernel on 2.6.32',
      steps: [{ words: ['cr-convert', cpt, at('converted.img')], says: /Verified and written/ }],
      peerName: 'none',
      peer: [],
    },
    {
      persona: 'OpenVZ operator',
      goal: 'restore it with CRIU on a current kernel',
      steps: [{ words: ['cr-convert', '--to', 'criu', cpt, at('criu-dir')], says: /restore\.sh/ }],
      peerName: 'cpt2',
      peer: ['build it with the CRIU tree of 2013', 'convert', 'mend what current CRIU refuses'],
    },
    {
      persona: 'OpenVZ operator',
      goal: 'know what is lost before converting',
      steps: [{ words: ['cr-convert', '--to', 'criu', '--plan', cpt], says: /lost/ }],
      peerName: 'none',
      peer: [],
    },
    {
      persona: 'CRIU developer',
      goal: 'change one field of an image',
      steps: [
        {
          words: ['cr-crit', 'set', podman, 'core-2.img', 'tc.comm=other', '-o', at('core-2.img')],
          says: /^/,
        },
      ],
      peerName: 'crit',
      peer: [
        'crit decode -i core-2.img -o core.json',
        'edit core.json',
        'crit encode -i core.json -o core-2.img',
      ],
    },
    {
      persona: 'CRIU developer',
      goal: 'see what differs between two dumps, by meaning',
      steps: [{ words: ['cr-inspect', podman, other], status: 1, says: /./ }],
      peerName: 'checkpointctl',
      peer: ['checkpointctl diff A.tar B.tar'],
    },
    {
      persona: 'CRIU developer',
      goal: 'know why a restore would fail, without trying it',
      steps: [{ words: ['cr-restore-sim', podman], says: /restore/ }],
      peerName: 'criu',
      peer: ['criu restore, as root, on the right host', 'read its log'],
    },
    {
      persona: 'Kubernetes operator',
      goal: 'see which container an archive holds, and its processes',
      steps: [
        { words: ['cr-inspect', podman, 'summary'], says: /criu/i },
        { words: ['cr-inspect', podman, 'ps'], says: /tree-root/ },
      ],
      peerName: 'checkpointctl',
      peer: ['checkpointctl show ARCHIVE', 'checkpointctl inspect --ps-tree ARCHIVE'],
    },
    {
      persona: 'Kubernetes operator',
      goal: 'refuse an archive that asks for more than it should',
      steps: [
        { words: ['cr-validate', '--layer', 'trust', '--fail-on', 'warning', podman], says: /images?:/ },
      ],
      peerName: 'none',
      peer: [],
    },
    {
      persona: 'forensic analyst',
      goal: 'find a text in memory, with process, area and address',
      steps: [{ words: ['cr-inspect', podman, 'search', '/ready'], says: /\[stack\] +0x[0-9a-f]+/ }],
      peerName: 'checkpointctl',
      peer: ['checkpointctl memparse --search /ready --pid PID ARCHIVE, for each process'],
    },
    {
      persona: 'forensic analyst',
      goal: 'hand over a report that opens anywhere',
      steps: [{ words: ['cr-inspect', podman, 'report', '-o', at('report.html')], says: /^/ }],
      peerName: 'none',
      peer: [],
    },
    {
      persona: 'forensic analyst',
      goal: 'list what was open and connected, as JSON',
      steps: [
        { words: ['cr-inspect', podman, 'fds', '--json'], says: /"schemaVersion"/ },
        { words: ['cr-inspect', podman, 'sockets', '--json'], says: /"schemaVersion"/ },
      ],
      peerName: 'checkpointctl',
      peer: [
        'checkpointctl inspect --files --format json ARCHIVE',
        'checkpointctl inspect --sockets --format json ARCHIVE',
      ],
    },
    {
      persona: 'CI engineer',
      goal: 'fail a build on bad images, with a report for code scanning',
      steps: [
        { words: ['cr-validate', '--format', 'sarif', bad, cpt], status: 1, says: /"ruleId": "own-parent"/ },
      ],
      peerName: 'none',
      peer: [],
    },
    {
      persona: 'CI engineer',
      goal: 'know what a finding means and how to mend it',
      steps: [{ words: ['cr-validate', '--explain', 'own-parent'], says: /How to mend it/ }],
      peerName: 'none',
      peer: [],
    },
    {
      persona: 'TypeScript developer',
      goal: 'read the processes of a checkpoint in a program, and whether it restores',
      steps: [{ words: ['node', 'processes.mjs', podman], says: /1 tree-root[\s\S]*restores/ }],
      peerName: 'go-criu',
      peer: ['unpack the archive', 'a program in Go with ExplorePs'],
    },
    {
      persona: 'TypeScript developer',
      goal: 'convert an image in a program',
      steps: [{ words: ['node', 'convert.mjs', cpt, at('by-program.img')], says: /cpt-2\.6\.32/ }],
      peerName: 'none',
      peer: [],
    },
    {
      persona: 'terminal user',
      goal: 'look around in it: processes, files of one, memory of one',
      steps: [{ words: ['cr-inspect', podman], keys: ['2', 'q'], says: /sess-leader/ }],
      peerName: 'crit',
      peer: ['unpack the archive', 'crit x DIR ps', 'crit x DIR fds', 'crit x DIR mems'],
    },
    {
      persona: 'terminal user',
      goal: 'the processes of a checkpoint, whatever wrote it',
      steps: [{ words: ['cr-inspect', cpt, 'ps'], says: /semblock/ }],
      peerName: 'crit',
      peer: ['unpack the archive', 'crit x DIR ps'],
    },
  ];
}

/** `docs/goals.md`. */
export function goalsMarkdown(): string {
  const places = { cpt: 'old.img', podman: 'checkpoint.tar', samples: '.', work: '.' };
  const plain = (word: string) => word.replace(/^broken\/.*$/, 'dumps/').replace(/^criu\/.*$/, 'other.tar');
  const rows = goals(places).map(({ persona, goal, steps, peer, peerName }) => {
    const ours = steps
      .map(({ words, keys = [] }) => [`\`${words.map(plain).join(' ')}\``, ...keys].join(' '))
      .join('<br>');
    const theirs =
      peer.length === 0
        ? 'not possible'
        : peer
            .map((line) =>
              /^(crit|criu|checkpointctl) /.test(line) && !line.includes(',') ? `\`${line}\`` : line,
            )
            .join('<br>');
    return `| ${persona} | ${goal} | ${ours} | ${steps.length} | ${theirs} | ${peer.length === 0 ? '–' : `${peer.length} (${peerName})`} |`;
  });
  return `<!-- Made by "npm run generate" from scripts/package-goals.ts. Do not edit. -->

# What people want, and how many steps it takes

The steps on the left are taken with the packed file by \`npm run test:package\`; the programs are those of
[tutorials/library.md](tutorials/library.md). Peers: crit of CRIU 4, checkpointctl 1.5,
cpt2 of 2013.

| who | wants to | here | steps | elsewhere | steps |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
