/**
 * Engines that run `criu restore`: what each passes by itself, what it does by itself, and how an option is given
 * through it. Read in runc 76d9cf5, crun ba38286, Podman c6580b4, CRI-O f954a17, containerd 301026e, LXC 00ed6a7.
 */
import type { ConditionCode } from '../../../conditions.ts';
import type { Engine, EngineFile } from '../../../restorer-options.ts';

/** Mounts, devices and namespaces come from the specification of the container. */
const fromSpec: readonly ConditionCode[] = [
  ...(['root-directory', 'external-mount', 'external-mount-auto', 'external-network'] as const),
  ...(['external-pid-namespace', 'terminal-master', 'shared-root'] as const),
];

/** What descriptors 0 to 2 were; only pipes among them matter (runc libcontainer/criu_linux.go, crun src/libcrun/criu.c). */
const ofImages: readonly EngineFile[] = [
  {
    name: 'descriptors.json',
    place: 'among',
    remedy: 'put it among the images, as runc writes it: ["/dev/null","/dev/null","/dev/null"]',
  },
];

/** From these the container is made (podman pkg/checkpoint, CRI-O internal/lib/restore.go), and the runtime reads its own. */
const ofArchive: readonly EngineFile[] = [
  ...['config.dump', 'spec.dump'].map(
    (name): EngineFile => ({
      ...{ name, place: 'beside' },
      remedy: 'take the archive as the engine wrote it, or restore the images with runc, crun or criu',
    }),
  ),
  ...ofImages,
];

const runcWords = {
  '--tcp-established': '--tcp-established',
  '--file-locks': '--file-locks',
  '--ext-unix-sk': '--ext-unix-sk',
  '--shell-job': '--shell-job',
  '--manage-cgroups': '--manage-cgroups-mode',
  '--empty-ns': '--empty-ns',
  '--lsm-profile': '--lsm-profile',
  '--lsm-mount-context': '--lsm-mount-context',
};

const always = ['--orphan-pts-master', '--restore-sibling', '--restore-detached'];

/**
 * What runc 1.3.6 was seen to ask of CRIU 4.2.1, besides the roots of control groups that it has made: networks of the
 * image are not filled, at the dump either.
 */
const ofRunc = [...always, '--evasive-devices', '--manage-cgroups', '--empty-ns=net'];

const nameIn = (directory: string): string =>
  directory.split('/').findLast((part) => part !== '') ?? directory;

/** podman-container-restore(1). */
const ofPodman = {
  '--ignore-rootfs': 'none',
  '--ignore-volumes': 'none',
  '--ignore-static-ip': 'none',
  '--ignore-static-mac': 'none',
  '--keep': 'none',
  '--print-stats': 'none',
  '--import-previous': 'needed',
  '--name': 'needed',
  '--pod': 'needed',
  '--publish': 'needed',
} as const;

/** With `config.json` and the root of the container; without the word both read those where they are started. */
const bundle = ['--bundle', 'BUNDLE'];

export const engines: Readonly<Record<string, Engine>> = {
  runc: {
    passes: ofRunc,
    words: { ...runcWords, '--lazy-pages': '--lazy-pages', '--auto-dedup': '--auto-dedup' },
    configuration: '/etc/criu/runc.conf',
    cares: fromSpec,
    reads: ofImages,
    makesMountPoints: true,
    fillsCpusets: true,
    wantsFreeGroup: true,
    command: (image, options) => ['runc', 'restore', ...bundle, '--image-path', image, ...options, 'NAME'],
  },
  crun: {
    passes: always,
    words: { ...runcWords, '--tcp-close': '--tcp-close' },
    configuration: '/etc/criu/crun.conf',
    cares: fromSpec,
    reads: ofImages,
    makesMountPoints: true,
    fillsCpusets: true,
    command: (image, options) => ['crun', 'restore', ...bundle, '--image-path', image, ...options, 'NAME'],
  },
  podman: {
    passes: always,
    words: {
      '--tcp-established': '--tcp-established',
      '--tcp-close': '--tcp-close',
      '--file-locks': '--file-locks',
    },
    own: ofPodman,
    brings: { mounts: true, removesTargets: true, binds: 'always' },
    asksOfConfiguration: true,
    configuration: '/etc/criu/runc.conf',
    cares: fromSpec,
    reads: ofArchive,
    makesMountPoints: true,
    fillsCpusets: true,
    readsArchive: true,
    command: (image, options) => ['podman', 'container', 'restore', '--import', image, ...options],
    ofImage: {
      load: (file) => `podman load --input ${file}; NAME is the image that it says`,
      command: (options) => ['podman', 'container', 'restore', ...options, 'NAME'],
    },
  },
  'cri-o': {
    passes: always,
    words: {},
    brings: {},
    configuration: '/etc/criu/runc.conf',
    cares: fromSpec,
    reads: ofArchive,
    makesMountPoints: true,
    fillsCpusets: true,
    readsArchive: true,
    command: (image) => ['crictl', 'create', 'POD', `CONTAINER.json (image: ${image})`, 'POD.json'],
  },
  containerd: {
    passes: ofRunc,
    words: {},
    // Through CRI the mounts of the request take their places.
    brings: { whiteouts: true, binds: 'image' },
    configuration: '/etc/criu/runc.conf',
    cares: fromSpec,
    reads: [
      {
        name: 'org.opencontainers.image.ref.name',
        place: 'index',
        remedy:
          'ctr tasks checkpoint does not write it: make the checkpoint with ctr containers checkpoint --task --rw',
      },
    ],
    makesMountPoints: true,
    fillsCpusets: true,
    wantsFreeGroup: true,
    readsArchive: true,
    before: (file) => `checkpointctl build ${file} IMAGE, and let containerd have that image`,
    command: () => ['crictl', 'create', 'POD', 'CONTAINER.json (image: IMAGE)', 'POD.json'],
    // The client keeps of a file what is of its own platform unless --local is given, and unpacks what is no layer.
    ofImage: {
      load: (file) =>
        `ctr images import --local --no-unpack ${file}; REF is the name that ctr images list has; the image of the container has to be there, unpacked for the same snapshotter`,
      command: () => ['ctr', 'containers', 'restore', '--rw', '--live', 'NAME', 'REF'],
    },
  },
  // Seen with Docker 28.5.2: it takes no directory of others (--checkpoint-dir is refused), only what lies in its own.
  docker: {
    passes: ofRunc,
    // Reported of 28.3 as well (containerd issue 12141), not of older ones.
    networkNeeds: {
      wanted: 'a Docker that makes one: 28.5.2 looks for it in /proc/0 and gives up',
      remedy: 'docker run --network host before the checkpoint, an older Docker, or runc restore',
    },
    words: {},
    configuration: '/etc/criu/runc.conf',
    cares: fromSpec,
    reads: ofImages,
    makesMountPoints: true,
    fillsCpusets: true,
    before: (directory) =>
      `with experimental features on, docker create a container like that one; copy ${directory} to containers/ID/checkpoints/${nameIn(directory)} of its data, unless it is there`,
    command: (directory) => ['docker', 'start', '--checkpoint', nameIn(directory), 'NAME'],
  },
  lxc: {
    passes: [
      ...['--tcp-established', '--file-locks', '--link-remap', '--manage-cgroups=full', '--restore-sibling'],
      '--restore-detached',
    ],
    words: {},
    configuration: undefined,
    cares: fromSpec,
    reads: [],
    command: (image, options) => ['lxc-checkpoint', '-r', '-D', image, '-n', 'NAME', ...options],
  },
};
