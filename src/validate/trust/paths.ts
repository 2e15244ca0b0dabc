/** Paths as text: whether they leave where they belong. Nothing here looks at a file system. */

/** Whether a part of it is `..`. */
export const hasDotDot = (path: string): boolean => path.split('/').includes('..');

/** Without empty parts and `.`, with `..` taken back as far as there is something; starts with a slash. */
export function cleaned(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether `..` leads above the start of a relative path. */
export function climbsOut(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

export const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Host paths that no container needs to write to or to see whole. */
const sensitive = [
  ...[
    '/',
    '/bin',
    '/boot',
    '/dev',
    '/etc',
    '/home',
    '/lib',
    '/lib64',
    '/proc',
    '/root',
    '/sbin',
    '/sys',
    '/usr',
  ],
  ...[
    '/run',
    '/var',
    '/var/run',
    '/var/lib',
    '/var/log',
    '/var/lib/kubelet',
    '/etc/kubernetes',
    '/run/secrets',
  ],
  ...['/var/lib/docker', '/var/lib/containers', '/var/lib/containerd', '/var/lib/etcd', '/opt', '/srv'],
];
const sensitiveBelow = [
  '/etc/cron',
  '/etc/kubernetes',
  '/root',
  '/boot',
  '/var/spool/cron',
  '/etc/systemd',
  '/etc/ssh',
];

/** Whoever sees these whole, sees the sockets in them. */
const engineSocketFolders = ['/run/crio', '/run/containerd', '/run/podman', '/run/docker', '/run/libpod'];

/** An engine's socket: who writes to it is root on the host. */
export const isEngineSocket = (path: string): boolean =>
  /\/(docker|containerd|crio|podman|buildkitd|dockershim|cri-dockerd)\.sock$/.test(path) ||
  /\/io\.podman$/.test(path);

export function isSensitiveHostPath(path: string): boolean {
  const clean = cleaned(path);
  return (
    sensitive.includes(clean) ||
    // The host itself, by way of one of its processes.
    /^\/proc\/(self|thread-self|\d+)(\/|$)/.test(clean) ||
    engineSocketFolders.includes(clean) ||
    isEngineSocket(clean) ||
    sensitiveBelow.some((start) => clean.startsWith(start))
  );
}

/** Where kubelets and engines keep what they mount into every container. */
const engineFolders = [
  ...['/var/lib/kubelet/', '/var/lib/containers/', '/run/containers/', '/var/run/containers/', '/run/crio/'],
  ...[
    '/var/run/crio/',
    '/run/containerd/',
    '/var/lib/containerd/',
    '/var/lib/docker/',
    '/run/user/',
    '/tmp/',
  ],
  ...['/run/libpod/', '/run/netns/', '/var/run/netns/', '/var/lib/cni/', '/run/podman/', '/var/run/podman/'],
];
const homes = /^(\/home\/[^/]+|\/root|\/var\/home\/[^/]+)\/\.local\/share\/containers\//;

export function isEngineFolder(path: string): boolean {
  const clean = cleaned(path);
  return !hasDotDot(path) && (engineFolders.some((folder) => clean.startsWith(folder)) || homes.test(clean));
}
