/** Capability sets of every thread against those that were granted (restore_creds sets the five of the image). */
import { allCapabilities, capabilityText } from '../capability.ts';
import type { Grants } from '../grants/grants.ts';
import { countBits } from '../grants/oci-spec.ts';
import type { CapabilitySets, Credentials, ImageFacts, ProcessRights, ThreadRights } from '../image-facts.ts';
import { inImage, type TrustReport, threadText, trustRule } from '../rule.ts';

const reference = 'CVE-2026-92574, CVE-2026-95837: capability sets of the images win over the spec';
const why = 'A restore gives every thread the sets of the image; only what criu itself lacks is left out.';
const mend = 'Do not restore it; start the container anew, with what it may have.';

export const capabilitiesRule = trustRule(
  {
    'trust-capability': {
      severity: 'error',
      meaning: 'A thread is restored with a capability that was not granted to the container.',
      why,
      bad: 'SYS_ADMIN in the permitted set of one thread, under a spec that grants 14 others',
      good: 'sets within the bounding set of the spec; fewer after a process gave up root',
      mend,
      reference,
    },
    'trust-bounding-set': {
      severity: 'error',
      meaning:
        'The bounding set of a thread holds more than was granted: programs with capabilities may use it.',
      why,
      bad: 'all 41 capabilities in cap_bnd under a spec that grants 11',
      good: 'the bounding set of the spec, or a part of it',
      mend,
      reference,
    },
    'trust-ambient-capability': {
      severity: 'error',
      meaning: 'A thread has ambient capabilities that were not granted; they outlive the start of programs.',
      why,
      bad: 'ambient NET_RAW for uid 1000, under a spec without ambient capabilities',
      good: 'the ambient set of the spec',
      mend,
      reference,
    },
  },
  ({ images, grants }, report) => {
    if (images === undefined) return;
    const home = images.processes[0]?.namespaces?.ids.user;
    for (const process of images.processes) {
      // In a user namespace of their own processes have all capabilities, over that namespace only.
      if (process.namespaces !== undefined && process.namespaces.ids.user !== home) continue;
      for (const thread of process.threads) {
        if (thread.credentials === undefined) continue;
        for (const granted of grants)
          if (granted.capabilities !== undefined)
            judge(images, process, thread, thread.credentials, granted, granted.capabilities, report);
      }
    }
  },
);

type Code = 'trust-capability' | 'trust-bounding-set' | 'trust-ambient-capability';

function judge(
  images: ImageFacts,
  process: ProcessRights,
  thread: ThreadRights,
  own: Credentials,
  granted: Grants,
  sets: CapabilitySets,
  report: TrustReport<Code>,
): void {
  const who = threadText(process, thread.tid);
  const at = (set: keyof CapabilitySets) => inImage(images, thread, images.fields.capabilities[set]);
  const most = sets.bounding | sets.permitted;
  const over = (set: bigint, limit: bigint) => set & ~limit & allCapabilities;
  const said = (set: bigint) => `${capabilityText(set)}, not granted by ${granted.source}`;
  const bounding = over(own.bounding, most);
  if (bounding !== 0n)
    report('trust-bounding-set', at('bounding'), `bounding set above spec: ${who} holds ${said(bounding)}`);
  for (const name of ['effective', 'permitted'] as const) {
    const extra = over(own[name], most);
    if (extra === 0n) continue;
    report('trust-capability', at(name), `${name} capability above spec: ${who} holds ${said(extra)}`);
    // What is effective is permitted, too; once is enough.
    break;
  }
  const inherited = over(own.inheritable, most | sets.inheritable);
  if (inherited !== 0n)
    report(
      'trust-capability',
      at('inheritable'),
      `inheritable capability above spec: ${who} holds ${said(inherited)}`,
    );
  judgeAmbient(own, sets, granted, (set) =>
    report(
      'trust-ambient-capability',
      at('ambient'),
      `ambient capability above spec: ${who} holds ${said(set)}`,
    ),
  );
  judgeHeld(own, sets, granted, (set, severity) =>
    report(
      'trust-capability',
      at('effective'),
      `permitted and effective capabilities above spec: ${who} runs as uid ${own.uids[0]} and holds ${said(set)} to that user`,
      severity,
    ),
  );
}

/** What a process never had it cannot make ambient (capabilities(7)). */
function judgeAmbient(
  own: Credentials,
  sets: CapabilitySets,
  { uid }: Grants,
  found: (set: bigint) => void,
): void {
  const limit = uid === 0 || uid === undefined ? sets.ambient | sets.permitted : sets.ambient;
  const extra = own.ambient & ~limit & allCapabilities;
  if (extra !== 0n) found(extra);
}

/** A file gives its capabilities to who starts it: a few of them; only root has the whole set. */
const fileCapabilitiesMax = 3;

function judgeHeld(
  own: Credentials,
  sets: CapabilitySets,
  { uid, noNewPrivileges }: Grants,
  found: (set: bigint, severity: 'error' | 'warning') => void,
): void {
  if (uid === undefined || uid === 0 || own.uids.includes(0)) return;
  const extra = (own.permitted | own.effective) & ~(sets.permitted | sets.ambient) & sets.bounding;
  if (extra === 0n) return;
  const byFile = noNewPrivileges !== true && countBits(extra) <= fileCapabilitiesMax;
  found(extra, byFile ? 'warning' : 'error');
}
