/** What the user says a container was to have: an OCI runtime spec, a pod, or the container of a pod. */
import { list, member, text } from '../json.ts';
import type { Engine, Json } from '../subject.ts';
import type { Grants } from './grants.ts';
import { grantsOfOciSpec, isOciSpec } from './oci-spec.ts';
import { grantsOfCriConfig, grantsOfPod, isPod, podContainers } from './pod.ts';

/** Grants for a container of that name; one with another name is of no concern to it. */
export type GivenGrants = (engine: Engine | undefined, container: string | undefined) => readonly Grants[];

/** Undefined for a document that is none of these. `source` is how it is named in messages. */
export function readGrants(document: Json, source: string): GivenGrants | undefined {
  if (isOciSpec(document)) {
    const grants = grantsOfOciSpec(document, source, 'user');
    const annotations = member(document, 'annotations');
    const own =
      text(member(annotations, 'io.kubernetes.container.name')) ??
      text(member(annotations, 'io.kubernetes.cri.container-name'));
    // That of one container of a pod says nothing of the others.
    return (_engine, name) => (own === undefined || name === undefined || own === name ? [grants] : []);
  }
  if (isPod(document)) {
    const containers = podContainers(document);
    return (engine, name) => {
      const found =
        containers.find((item) => text(member(item, 'name')) === name) ??
        (containers.length === 1 ? containers[0] : undefined);
      return found === undefined ? [] : [grantsOfPod(document, found, source, engine ?? 'unknown')];
    };
  }
  if (
    member(document, 'linux', 'security_context') !== undefined ||
    member(document, 'linux', 'securityContext') !== undefined
  )
    return (engine) => {
      const grants = grantsOfCriConfig(document, source, engine ?? 'unknown');
      return grants === undefined ? [] : [{ ...grants, origin: 'user' }];
    };
  // A container as a pod has it, by itself.
  if (
    text(member(document, 'image')) !== undefined &&
    (member(document, 'securityContext') !== undefined || list(member(document, 'volumeMounts')).length > 0)
  )
    return (engine) => [
      grantsOfPod({ spec: { containers: [document] } }, document, source, engine ?? 'unknown'),
    ];
  return undefined;
}
