/** Documents that commands read, made by them where that can be: record forms, crit's JSON, settings, hosts, logs, specs. */
import { parse as parseYaml } from 'yaml';
import { memorySource } from '../src/parse/bytes/byte-source.ts';
import { cptToJson } from '../src/parse/cpt/json-write.ts';
import { readCptRecords } from '../src/parse/cpt/read.ts';
import { listedMessages } from '../src/restore-sim/restorers/criu/messages/message-list.ts';
import type { LineSet } from './command-lines.ts';
import { writtenBy } from './commands.ts';
import { directoryFiles, readSample, samplesNamed, seedsOf } from './sample-files.ts';
import type { Seed } from './seed.ts';

export function jsonSeeds(): Seed[] {
  return ['cpt/2.6.18-counter.cpt', 'cpt/2.6.18-sysv-ipc.cpt'].map((name) => {
    const source = memorySource(readSample(name));
    const records = readCptRecords(source, () => {});
    const text = [...cptToJson(records, source, { variant: 'cpt-2.6.18.2' })].join('');
    return { name: `${name}.json`, lines: 'json', bytes: new TextEncoder().encode(text) };
  });
}

/** JSON of single images, crit's and our own. */
export async function critSeeds(): Promise<Seed[]> {
  const names = ['criu/counter.tar.gz', 'criu/sysvipc.tar.gz', 'criu/podman-counter.tar.gz'];
  const seeds: Seed[] = [];
  for (const { name, files } of (await Promise.all(names.map(directoryFiles))).flat())
    for (const [file, bytes] of files)
      for (const more of [[], ['--pretty'], ['--lossless']]) {
        // Files without messages have no JSON.
        const isEncodable =
          /\.img$/.test(file) && !/^(pages|ifaddr|route|rule|ip6?tables|tmpfs|nftables)/.test(file);
        if (!isEncodable || bytes.length > 20_000) continue;
        const text = await writtenBy('crit', ['decode', 'IN', '-o', 'OUT', ...more], file, bytes);
        if (text.length > 60_000) continue;
        seeds.push({ name: `${name}/${file}.json`, lines: 'crit', bytes: new TextEncoder().encode(text) });
      }
  return seeds;
}

export async function documentSeeds(): Promise<Seed[]> {
  const text = (lines: LineSet, name: string, content: string): Seed => ({
    name,
    lines,
    bytes: new TextEncoder().encode(content),
  });
  const log = listedMessages
    .filter((_, index) => index % 40 === 0)
    .map(
      ({ file, format }, index) =>
        `(00.0${index}) ${index % 3 === 0 ? ' 41: ' : ''}Error (${file}:${index}): ${format.replace(/%\S*?[a-z]/g, '7')}`,
    );
  return [
    ...seedsOf('host', samplesNamed('hosts', /\.json$/)),
    ...seedsOf('trace', [...samplesNamed('traces', /^0.*\.jsonl$/), 'linux-cr/plans.jsonl']),
    { name: 'program', lines: 'program', bytes: elfProgram() },
    text('log', 'restore.log', log.join('\n')),
    text('settings', 'settings.json', JSON.stringify(settings)),
    text('spec', 'pod.yaml', pod),
    text('spec', 'pod.json', JSON.stringify(parseYaml(pod))),
    text('spec', 'config.json', JSON.stringify(runtimeSpec)),
    text(
      'since',
      'checkpoints.ndjson',
      '{"path":"small.cpt","fileBytes":39680,"fileTime":"2026-01-01T00:00:00.000Z"}\n'.repeat(3),
    ),
    text('baseline', 'baseline.json', await writtenBy('validate', ['SMALL', '--write-baseline', 'OUT'])),
    text('manifest', 'manifest.json', await writtenBy('validate', ['TREE', '--write-manifest', 'OUT'])),
  ];
}

/** elf(5): 64 bits, little-endian, x86-64; two segments, the second with a build-id, and nothing to run. */
function elfProgram(): Uint8Array {
  const [headBytes, segmentBytes, noteAt] = [64, 56, 64 + 3 * 56];
  const note = Buffer.from(`040000001400000003000000474e5500${'ab'.repeat(20)}`, 'hex');
  const file = Buffer.alloc(0x2000);
  file.write('7f454c46020101', 'hex');
  file.writeUInt16LE(2, 16);
  file.writeUInt16LE(62, 18);
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(0x40_1000n, 24);
  file.writeBigUInt64LE(BigInt(headBytes), 32);
  file.writeUInt16LE(headBytes, 52);
  file.writeUInt16LE(segmentBytes, 54);
  file.writeUInt16LE(3, 56);
  const segments = [
    { type: 1, offset: 0, address: 0x40_0000n, bytes: 0x1000 },
    { type: 1, offset: 0x1000, address: 0x40_1000n, bytes: 0x1000 },
    { type: 4, offset: noteAt, address: 0x40_0000n + BigInt(noteAt), bytes: note.length },
  ];
  for (const [index, { type, offset, address, bytes }] of segments.entries()) {
    const at = headBytes + index * segmentBytes;
    file.writeUInt32LE(type, at);
    file.writeUInt32LE(5, at + 4);
    file.writeBigUInt64LE(BigInt(offset), at + 8);
    file.writeBigUInt64LE(address, at + 16);
    file.writeBigUInt64LE(BigInt(bytes), at + 32);
    file.writeBigUInt64LE(BigInt(bytes), at + 40);
  }
  note.copy(file, noteAt);
  return Uint8Array.from(file);
}

const settings = {
  schemaVersion: 1,
  strict: true,
  kernel: 'openvz-2.6.18',
  layers: ['framing', 'schema', 'references', 'semantics', 'restore', 'trust', 'policy'],
  trust: 'strict',
  ignore: ['page-size'],
  rules: { 'null-position': 'warning', 'own-parent': 'off' },
  overrides: [{ paths: ['old/**', '*.cpt'], rules: { 'page-size': 'note' } }],
  policies: [
    {
      name: 'secrets',
      severity: 'error',
      message: 'ask security',
      deny: {
        processes: ['vault*', '[a-z]?'],
        uids: [0, 1000],
        capabilities: ['CAP_SYS_ADMIN'],
        listening: [22, '1-9'],
        files: ['/etc/**', '*.pem'],
        environment: ['*TOKEN*'],
        areas: ['dontdump', 'locked'],
        images: ['*:latest'],
        labels: ['team=*'],
        memory: ['pem-private-key', { name: 'ELF', hex: '7f454c46' }, { name: 'text', text: 'root' }],
      },
      require: { noNewPrivileges: true, seccomp: true, nonRoot: true, images: ['reg/*'], labels: ['a=b'] },
    },
  ],
};

const pod = `apiVersion: v1
kind: Pod
metadata: { name: web, annotations: { a: b } }
spec:
  hostNetwork: false
  securityContext: { runAsUser: 1000, runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
  volumes:
    - name: data
      emptyDir: {}
    - name: host
      hostPath: { path: /srv }
  containers:
    - &first
      name: app
      image: reg/app:1
      command: [/bin/app]
      volumeMounts: [{ name: data, mountPath: /data, readOnly: true }]
      securityContext:
        capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }
        allowPrivilegeEscalation: false
      resources: { limits: { memory: 64Mi, cpu: 500m } }
    - *first
`;

const runtimeSpec = {
  ociVersion: '1.0.2',
  process: {
    args: ['/bin/app'],
    cwd: '/',
    user: { uid: 1000, gid: 1000, additionalGids: [4] },
    capabilities: { bounding: ['CAP_CHOWN'], effective: ['CAP_CHOWN'], permitted: ['CAP_CHOWN'] },
    rlimits: [{ type: 'RLIMIT_NOFILE', hard: 1024, soft: 1024 }],
    noNewPrivileges: true,
  },
  root: { path: 'rootfs', readonly: true },
  hostname: 'app',
  mounts: [{ destination: '/proc', type: 'proc', source: 'proc', options: ['nosuid', 'ro'] }],
  linux: {
    namespaces: [{ type: 'pid' }, { type: 'network', path: '/proc/1/ns/net' }, { type: 'user' }],
    uidMappings: [{ containerID: 0, hostID: 100000, size: 65536 }],
    resources: {
      memory: { limit: 67108864 },
      pids: { limit: 100 },
      devices: [{ allow: false, access: 'rwm' }],
    },
    seccomp: { defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW' }] },
    maskedPaths: ['/proc/kcore'],
    readonlyPaths: ['/proc/sys'],
  },
};
