/** Between CRIU releases: every step looks for what is in the other form, since the release that wrote it may be unknown. */

import { criuDirectory } from '../../model/from-criu/family.ts';
import { compareReleases, detectRelease, formText } from '../../parse/criu/index.ts';
import { plural } from '../../plural.ts';
import type { Allowance } from '../allowances.ts';
import { convertDiagnostic } from '../codes.ts';
import type { ConvertFamily } from '../family.ts';
import { hopReports, type LegResult, type Runner } from '../leg.ts';
import { convertCriu, criuStepList, newestCriuRelease, oldestCriuRelease } from './convert.ts';
import { verifyCriu } from './verify.ts';

const allowances: readonly Allowance[] = ['drop-files', 'drop-newer', 'missing-pages'];

const runner: Runner = {
  form: 'directory',
  ofEngines: 'fit',
  takes: ['allow', 'flatten', 'compress', 'decompress', 'delta'],
  allowances,
  prepare({ content }, to, { allow, flatten, compress, delta }, { report }) {
    const directory = criuDirectory(content);
    const evidence = formText(detectRelease(directory));
    const converted = convertCriu(directory, {
      to: releaseOf(to),
      report,
      ...(flatten !== undefined && { flatten }),
      ...(compress !== undefined && { compress }),
      ...(delta !== undefined && { delta: { base: criuDirectory(delta.base), link: delta.link } }),
      allow: (allow ?? []) as readonly Allowance[],
    });
    return {
      from: 'criu',
      evidence,
      to: `criu-${converted.release}`,
      facts: [plural(converted.fileCount, 'file')],
      json: { files: converted.files.length },
      run(output): LegResult {
        if (output?.form === 'file') throw new Error('a CRIU image is a directory');
        for (const file of output === undefined ? [] : converted.files) {
          const sink = output?.create(file.name);
          if (sink !== undefined) file.write(sink);
          sink?.close();
        }
        const { parent } = converted;
        if (parent !== undefined && output?.link('parent', parent) === false) report(parentNotThere(parent));
        return { isUsable: true, hops: hopReports(converted.hops, converted.changes, converted.losses) };
      },
      verify: (result) => verifyCriu(directory, criuDirectory(result), converted),
      close: () => converted.close(),
    };
  },
};

const parentNotThere = (target: string) =>
  convertDiagnostic(
    'not-self-contained',
    `pages are in an older image, and its link (parent → ${target}) leads to nothing from where the result would lie: write it beside the input, or make one image of all with --flatten`,
    { file: 'parent' },
  );

const releaseOf = (id: string) => id.replace(/^criu-/, '');

/** The oldest release, then each that brought another form. */
const nodes = [oldestCriuRelease, ...criuStepList.map(({ release }) => release)].filter(
  (release, index, all) => all.indexOf(release) === index,
);

export const criuConvert: ConvertFamily = {
  variants: nodes.map((release) => ({
    id: `criu-${release}`,
    title: `CRIU ${release}`,
    evidence: 'real images',
    restoredBy: `CRIU ${release} and later`,
  })),
  steps: criuStepList
    .filter(({ release }) => release !== oldestCriuRelease)
    .map(({ release, summary }) => ({
      from: `criu-${nodes[nodes.indexOf(release) - 1]}`,
      to: `criu-${release}`,
      summary,
    })),
  newest: `criu-${newestCriuRelease}`,
  nodeOf(id) {
    const release = releaseOf(id);
    return `criu-${nodes.findLast((node) => compareReleases(node, release) <= 0) ?? oldestCriuRelease}`;
  },
  detect({ content }) {
    const { from } = detectRelease(criuDirectory(content));
    return `criu-${from ?? oldestCriuRelease}`;
  },
  runner,
  remarks: [
    `Releases from criu-${oldestCriuRelease} to criu-${newestCriuRelease}; between two of the list the form is that of the older one.`,
  ],
};
