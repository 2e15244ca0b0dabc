/** The JSON beside the images: bounded, and with what would let two readers see two documents. */
import { utf8Text } from '../../../byte-text.ts';
import { limits } from '../../../limits.ts';
import type { ImageDirectory } from '../../../parse/archive/image-directory.ts';
import { JsonTooLarge, parseBoundedJson } from '../../../parse/json/bounded-json.ts';
import { parseStrictJson } from '../../../parse/json/strict-json.ts';
import type { Documents, Json, JsonDocument } from '../subject.ts';

export function readDocuments(root: ImageDirectory, prefix: string): Documents {
  const read = (name: string) => readDocument(root, name, prefix);
  return {
    config: read('config.dump'),
    spec: read('spec.dump'),
    status: read('status.dump'),
    network: read('network.status'),
    bindMounts: read('bind.mounts'),
    deletedFiles: read('deleted.files'),
  };
}

/** Undefined for a file that is not there, is too large, or is no JSON; the first two are said elsewhere. */
export function readDocument(root: ImageDirectory, name: string, prefix: string): JsonDocument | undefined {
  const source = root.open(name);
  if (source === undefined) return undefined;
  try {
    if (source.size > limits.engineDocumentBytes) return undefined;
    const text = utf8Text(source.view(0, source.size));
    return documentOf(text, `${prefix}${name}`);
  } finally {
    source.close();
  }
}

export function documentOf(text: string, member: string): JsonDocument | undefined {
  try {
    const value = parseBoundedJson(text) as Json;
    const ambiguity = ambiguityOf(text, value);
    return { member, value, ...(ambiguity !== undefined && { ambiguity }) };
  } catch (error) {
    // An engine may take it; what it says is not looked at.
    return error instanceof JsonTooLarge ? { member, value: null, ambiguity: error.message } : undefined;
  }
}

/**
 * Go's encoding/json, which the engines read with, takes the last of two members and does not look at capitals:
 * `Mounts` is `mounts` to it, and nothing to a reader that does.
 */
function ambiguityOf(text: string, value: Json): string | undefined {
  try {
    parseStrictJson(text);
  } catch (error) {
    return (error as Error).message;
  }
  const open: (readonly [name: string, value: Json])[] = [['', value]];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [around, inside] = at;
    if (typeof inside !== 'object' || inside === null || maps.has(around)) continue;
    const seen = new Map<string, string>();
    for (const [name, item] of Object.entries(inside)) {
      if (!Array.isArray(inside)) {
        const usual = around === secrets ? undefined : spellings.get(name.toLowerCase());
        const other = seen.get(name.toLowerCase()) ?? usual ?? name;
        if (other !== name)
          return `the members "${other}" and "${name}" are one to a reader that ignores case`;
        seen.set(name.toLowerCase(), name);
      }
      if (typeof item === 'object' && item !== null)
        open.push([Array.isArray(inside) ? (around === secrets ? around : '') : name, item]);
    }
  }
  return undefined;
}

/** Podman's own, which have `UID` and `GID` where the spec has `uid` and `gid`. */
const secrets = 'secrets';

/** Their members are names of others, which are told apart by capitals. */
const maps: ReadonlySet<string> = new Set(
  ['labels', 'Labels', 'annotations', 'sysctl', 'unified', 'networks', 'secret_env', 'runtimeSpec'].concat([
    'interfaces',
    'hostsAdd',
    'options',
    'networkOptions',
    'envSecrets',
  ]),
);

/** Members that decide what a restore does, as engines spell them. */
const spellings: ReadonlyMap<string, string> = new Map(
  [
    ...['process', 'root', 'hooks', 'mounts', 'linux', 'annotations', 'user', 'uid', 'gid', 'capabilities'],
    ...['bounding', 'effective', 'permitted', 'inheritable', 'ambient', 'noNewPrivileges', 'seccomp'],
    ...[
      'apparmorProfile',
      'selinuxLabel',
      'namespaces',
      'uidMappings',
      'gidMappings',
      'devices',
      'resources',
    ],
    ...['maskedPaths', 'readonlyPaths', 'rootfsPropagation', 'cgroupsPath', 'destination', 'source', 'type'],
    ...[
      'rootfsImageRef',
      'rootfsImageName',
      'staticDir',
      'logPath',
      'conmonPidFile',
      'runtime',
      'privileged',
    ],
  ].map((name) => [name.toLowerCase(), name]),
);
