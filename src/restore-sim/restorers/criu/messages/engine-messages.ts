/** What engines say around CRIU, and the places where they keep its log. */
import type { Explanation } from './explanations/index.ts';

const log = 'the log of CRIU says why; explain it';

/** runc, containerd and CRI-O: `log file: PATH`, Docker `path= PATH`; crun and Podman: `CRIU logfile PATH`. */
const namedLog = /(?:CRIU logfile|log file:|path=) +(?<path>[^\s"'\\]+)/i;

/** What engines say of a dump that failed: of runc, crun, Podman, Docker, CRI-O and the kubelet. */
export const engineDump =
  /CRIU checkpointing failed|missing features: \[.*MemTrack|(cannot|failed to) checkpoint container|checkpointing container|(runc|crun)\S* checkpoint\b|method CheckpointContainer not implemented|dump\.log\b/i;

/** What helps, with the log that the message names; engines remove it with the container that was not restored. */
export function remedyFor(remedy: string, words: string): string {
  const path = namedLog.exec(words)?.groups?.['path']?.replace(/[:.,]+$/, '');
  return remedy === log && path !== undefined
    ? `explain ${path}, which says why; where it is gone, a line \`log-file FILE\` in /etc/criu/runc.conf (or crun.conf) keeps it`
    : remedy;
}

/** What Podman refuses before it runs the runtime; 5.8.6 said it. */
const ofPodman: readonly Omit<Explanation, 'role'>[] = [
  {
    says: /creating container storage: .{0,200}already in use/i,
    code: 'container-free',
    cause: 'A container of that id or name is there: often the one that was dumped.',
    remedy: 'podman rm it, or give --name with another',
  },
  {
    says: /volume with name \S{1,300} already exists/i,
    code: 'volume-free',
    cause: 'The archive has the content of a volume that is there already.',
    remedy: 'podman volume rm it, or give --ignore-volumes, which takes what is in it',
  },
  {
    says: /failed to open volume file /i,
    code: 'volume-content',
    cause: 'The archive has no content of a volume: it was made with --ignore-volumes.',
    remedy: 'give --ignore-volumes here, too, after the volume was filled',
  },
  {
    says: /cannot restore pod container without --pod/i,
    code: 'pod-needed',
    cause: 'The container was a member of a pod.',
    remedy: 'podman pod create one that shares the same namespaces, and give --pod NAME',
  },
  {
    says: /no secret with name or id/i,
    code: 'secret-there',
    cause: 'The container was given a secret, which is in no archive.',
    remedy: 'podman secret create it',
  },
  {
    says: /unable to find network with name or ID/i,
    code: 'network-there',
    cause: 'The container was in a network that is not there.',
    remedy: 'podman network create it',
  },
  {
    says: /requested ip address \S{1,60} is already allocated/i,
    code: 'container-address',
    cause: 'Another container has the address that this one had.',
    remedy: 'stop that one, or give --ignore-static-ip',
  },
  {
    says: /cannot listen on the (TCP|UDP) port/i,
    code: 'published-port',
    cause: 'A port of the host that leads to the container is taken.',
    remedy: 'end who has it, or give --publish HOSTPORT:PORT with another',
  },
  {
    says: /unable to copy from source docker:/i,
    code: 'image-there',
    cause: 'The image of the container is not there, and could not be pulled.',
    remedy: 'podman load or podman pull it',
  },
  {
    says: /runc: mount src=\S{1,300}, .{0,300}no such file or directory/i,
    code: 'external-path',
    cause: 'A path of the host that is mounted in the container is not there.',
    remedy: 'make it, a file for a file',
  },
];

export const engineMessages: readonly Omit<Explanation, 'role'>[] = [
  ...ofPodman,
  {
    says: /container's cgroup is not empty/i,
    code: 'cgroup-free',
    cause: 'Somebody runs in the control group of the container: often the one that was dumped.',
    remedy: 'end and remove that container, or give this one another linux.cgroupsPath',
  },
  {
    says: /criu is missing features: \[.*MemTrack/i,
    code: 'memory-tracking',
    cause: 'The kernel tracks no changed memory, and a dump before the dump needs that.',
    remedy: 'a kernel with CONFIG_MEM_SOFT_DIRTY; or a checkpoint without --pre-dump and --parent-path',
  },
  {
    says: /image name not found in index/i,
    code: 'engine-file-needed',
    cause:
      'The checkpoint does not say of which image the container is: ctr tasks checkpoint does not write that.',
    remedy: 'make it with ctr containers checkpoint --task --rw',
  },
  {
    says: /parent snapshot \S+ does not exist/i,
    code: 'engine-message',
    cause: 'The image of the container is not unpacked for the snapshotter that it ran on.',
    remedy: 'ctr images import or pull, with --snapshotter and the name in the checkpoint',
  },
  {
    says: /failed to resolve reference .{0,300}: object required/i,
    code: 'engine-message',
    cause: 'containerd has no checkpoint of that name: ctr images import leaves out what is of no platform.',
    remedy: 'ctr images import --local --no-unpack FILE, and ctr images list for the name',
  },
  {
    says: /bind-mount \/proc\/0\/ns\/net/i,
    code: 'network-of-engine',
    cause: 'Docker 28 takes the network of a restore from a process that is not there yet.',
    remedy: 'docker run --network host before the checkpoint, an older Docker, or runc restore',
  },
  {
    says: /failed to upload checkpoint to containerd: .{0,200}already exists/i,
    code: 'engine-message',
    cause: 'containerd still holds the copy of that checkpoint of a try before.',
    remedy: 'try again: it has just been let go',
  },
  {
    says: /custom checkpointdir is not supported/i,
    code: 'option-understood',
    cause: 'Docker restores only what lies in the directory of the container.',
    remedy: "copy it to containers/ID/checkpoints/NAME of Docker's data, and leave --checkpoint-dir away",
  },
  {
    says: /checkpoint \S+ does not exist for container/i,
    code: 'engine-message',
    cause: 'The container has no checkpoint of that name.',
    remedy: 'docker checkpoint ls CONTAINER lists them',
  },
  {
    says: /JSON specification file \S+ not found/i,
    code: 'engine-file-needed',
    cause: 'The runtime looks for config.json where it was started.',
    remedy: 'name the directory that has it and the root of the container: --bundle DIR',
  },
  {
    says: /criu failed: type \w+ errno (?<errno>\d+)|CRIU (restoring|checkpointing) failed (?<code>-?\d+)|criu restore failed|failed to restore container|restore(d)? failed|CRIU logfile|log file: \S/i,
    code: 'engine-message',
    cause: 'An engine says that CRIU gave up.',
    remedy: log,
  },
  {
    says: /failed to retrieve OCI runtime container pid/i,
    code: 'engine-message',
    cause: 'The engine finds no process of the container: its restore failed before.',
    remedy: log,
  },
  {
    says: /configured runtime does not support checkpoint|checkpoint\/restore support not available|does not support checkpoint\/restore/i,
    code: 'engine-message',
    cause: 'The runtime of the engine was built without CRIU.',
    remedy: 'use runc, or crun that was built with CRIU',
  },
  {
    says: /method CheckpointContainer not implemented/i,
    code: 'engine-message',
    cause: 'The runtime that the kubelet or crictl asks has no checkpoints, or they are switched off.',
    remedy:
      'CRI-O with enable_criu_support = true, or containerd 2.0 or newer, with criu installed on the node',
  },
  {
    says: /(runc|crun)\S* checkpoint\b.* failed: exit status \d+/i,
    code: 'engine-message',
    cause: 'The runtime gave up, and the engine kept its words back.',
    remedy: 'dump.log in the directory that stands behind --work-path (or --image-path) says why; explain it',
  },
  {
    says: /CRIU (version )?.*(too old|must be|required|at least)|need at least CRIU|requires at least CRIU/i,
    code: 'criu-release',
    cause: 'The CRIU that is installed is older than the engine needs.',
    remedy: 'install a newer CRIU',
  },
  {
    says: /could not load `?libcriu|libcriu\.so/i,
    code: 'program-needed',
    cause: 'crun loads libcriu, which is not there.',
    remedy: 'install libcriu2',
  },
  {
    says: /exec: "criu": executable file not found|criu: (command )?not found/i,
    code: 'program-needed',
    cause: 'criu is not installed.',
    remedy: 'install criu where the engine finds it (PATH)',
  },
  {
    says: /\bdescriptors\.json\b.{0,80}: no such file/i,
    code: 'engine-file-needed',
    cause: 'Among the images is no descriptors.json, in which runtimes note what standard streams were.',
    remedy: 'put it among the images, as runc writes it: ["/dev/null","/dev/null","/dev/null"]',
  },
  {
    says: /container with .{0,200}(name|id).{0,300} already exists|(snapshot|container) "[^"]{1,300}"( in namespace "[^"]*")?: already exists|name .{0,300} is in use/i,
    code: 'engine-message',
    cause: 'There is a container of that name already.',
    remedy: 'give another one with --name, or remove the old one',
  },
  {
    says: /failed to (pull|find|resolve) image|no such image|image not known|image "[^"]{1,300}": not found/i,
    code: 'engine-message',
    cause: 'The base image of the container is not there.',
    remedy: 'pull it: a checkpoint holds only what differs from it',
  },
];
