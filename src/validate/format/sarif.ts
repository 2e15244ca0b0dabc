/**
 * SARIF 2.1.0 (OASIS): one run, the rules with their help, and results with byte regions. Images are binary,
 * so that regions count bytes; logical locations carry the record path.
 */
import { base64Text, hexBytes } from '../../byte-text.ts';
import type { Severity } from '../../diagnostic.ts';
import { catalogue } from '../catalogue.ts';
import { bySeverity } from '../finding.ts';
import { explain } from '../rule-text.ts';
import type { ShownFinding } from '../validate.ts';
import type { RunReport } from './report.ts';

const schemaUri =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const problemSeverities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  note: 'note',
};

/** What code scanning takes of one run (GitHub's limit); the most severe come first. */
export const resultsMax = 25_000;

export function reportSarif({ images, version, docsUrl }: RunReport): string {
  const used = [...new Set(images.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
  const ruleIndex = new Map(used.map((code, index) => [code, index]));
  const sarif = {
    $schema: schemaUri,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cr-validate',
            version,
            semanticVersion: version,
            rules: used.map((code) => ruleOf(code, docsUrl)),
          },
        },
        artifacts: images.map(({ path, sizeBytes }) => ({
          location: { uri: uriOf(path) },
          length: sizeBytes,
          mimeType: 'application/octet-stream',
        })),
        columnKind: 'utf16CodeUnits',
        results: images
          .flatMap(({ path, findings }, artifact) => findings.map((finding) => ({ finding, path, artifact })))
          .sort((left, right) => bySeverity(left.finding, right.finding))
          .slice(0, resultsMax)
          .map(({ finding, path, artifact }) => resultOf(finding, path, artifact, ruleIndex)),
      },
    ],
  };
  return `${JSON.stringify(sarif, undefined, 2)}\n`;
}

function ruleOf(code: string, docsUrl: string | undefined) {
  const found = catalogue.get(code);
  if (!found) return { id: code };
  const { page, layer } = found;
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: page.meaning },
    fullDescription: { text: `${page.meaning} ${page.why}` },
    help: { text: explain(code) ?? page.meaning },
    helpUri: docsUrl === undefined ? `urn:cr-tools:rule:${code}` : `${docsUrl}/rules/${layer}.md#${code}`,
    defaultConfiguration: { level: levels[page.severity] },
    properties: {
      tags: [layer, ...(layer === 'trust' ? ['security'] : [])],
      'problem.severity': problemSeverities[page.severity],
      // Of what a stranger's archive would do: the middle of "high" and of "medium".
      ...(layer === 'trust' && { 'security-severity': page.severity === 'error' ? '8.0' : '5.0' }),
    },
  };
}

const pascalCase = (code: string) =>
  code.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());

function resultOf(
  { code, severity, message, at, length, excerpt }: ShownFinding,
  path: string,
  artifact: number,
  ruleIndex: ReadonlyMap<string, number>,
) {
  const offset = at.offset ?? 0;
  return {
    ruleId: code,
    ruleIndex: ruleIndex.get(code) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path), index: artifact },
          region: {
            // Images have no lines; code scanning shows nothing without one.
            startLine: 1,
            byteOffset: offset,
            byteLength: length,
            ...(excerpt && { snippet: { binary: base64Text(hexBytes(excerpt.hex)) } }),
          },
        },
        logicalLocations: [{ fullyQualifiedName: at.path ?? '', kind: 'object' }],
      },
    ],
    partialFingerprints: { primaryLocationLineHash: `${code}:${at.path ?? ''}` },
  };
}

/** A relative path, or a file URI; both with what a URI does not allow escaped. */
function uriOf(path: string): string {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${escaped}` : escaped;
}
