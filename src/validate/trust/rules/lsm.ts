/** Labels of AppArmor and SELinux of every thread against those that were granted, and policies that the image brings. */
import type { Grants } from '../grants/grants.ts';
import { inImage, threadText, trustRule } from '../rule.ts';

const reference = 'criu/lsm.c: a thread without a label keeps that of criu';

export const lsmRule = trustRule(
  {
    'trust-lsm-label': {
      severity: 'error',
      meaning: 'A thread is restored with another label than the container was to have, or with none.',
      why: 'The label decides what the kernel lets the process reach; without one it runs as criu does, unconfined.',
      bad: 'container_t:s0:c1,c2 in the spec, and spc_t, other categories or no label in one thread',
      good: 'the label of the spec in every thread; none anywhere on hosts without AppArmor and SELinux',
      mend: 'Do not restore it; start the container anew.',
      reference,
    },
    'trust-lsm-policy': {
      severity: 'warning',
      meaning: 'The image holds AppArmor policies, which a restore loads into the kernel.',
      why: 'Binary policies from the image reach the loader of the kernel as root, and names of namespaces its paths.',
      bad: 'apparmor.img in the archive of an ordinary container',
      good: 'no such image, unless the container has AppArmor namespaces of its own (LXC)',
      mend: 'Restore it only where the policies are known.',
      reference: 'criu/apparmor.c, write_aa_policy',
    },
  },
  ({ images, grants }, report) => {
    if (images === undefined) return;
    for (const granted of grants) {
      const wanted = granted.selinux ?? apparmorOf(granted);
      if (wanted === undefined) continue;
      for (const process of images.processes) {
        for (const thread of process.threads) {
          const { credentials } = thread;
          if (credentials === undefined || isSame(credentials.label, wanted, granted)) continue;
          const { label } = credentials;
          const what = thread.tid === process.pid ? '' : ' in one thread';
          const found = label === undefined ? 'no label' : `"${label}"`;
          report(
            'trust-lsm-label',
            inImage(images, thread, images.fields.label),
            `LSM label ${label === undefined || isUnconfined(label) ? `lost${what}` : `differs from spec${what}`}: ${threadText(process, thread.tid)} has ${found}, ${granted.source} grants "${wanted}"`,
          );
        }
      }
    }
    const { policies } = images;
    if (policies === undefined) return;
    report(
      'trust-lsm-policy',
      inImage(images, policies, policies.field),
      `AppArmor policies of ${policies.namespaces} namespaces would be loaded into the kernel`,
    );
  },
);

const isUnconfined = (label: string): boolean => /^unconfined\b/.test(label);

/** `unconfined` grants everything. A path that the pod names is not the name of the profile in the kernel. */
function apparmorOf({ apparmor, origin }: Grants): string | undefined {
  if (apparmor === undefined || apparmor === 'unconfined' || origin === 'user') return undefined;
  return apparmor.replace(/^localhost\//, '');
}

/** AppArmor names profiles in profiles by `//`, and CRIU has cut the mode off. */
function isSame(label: string | undefined, wanted: string, { selinux, origin }: Grants): boolean {
  if (label === undefined) return false;
  // Categories are chosen anew for each container: those of a spec that the user gives are of another one.
  if (selinux !== undefined) return origin === 'user' ? typeOf(label) === typeOf(wanted) : label === wanted;
  const profile = label.replace(/ \((enforce|complain|kill|unconfined)\)$/, '');
  return profile === wanted || profile.startsWith(`${wanted}//`);
}

/** `system_u:system_r:container_t:s0:c1,c2` → its first three parts. */
const typeOf = (label: string): string => label.split(':', 3).join(':');
