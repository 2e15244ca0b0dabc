/**
 * JUnit XML as CI servers read it: a suite for each image, a case for each layer, a failure where the layer
 * found an error. Warnings and notes go to the output of the case, since most consumers know nothing between
 * pass and fail.
 */
import { plural } from '../../plural.ts';
import { visible } from '../../visible.ts';
import { countSeverities, type Layer, layers } from '../finding.ts';
import type { ImageReport, ShownFinding } from '../validate.ts';
import { type RunReport, totals } from './report.ts';

export function reportJunit(report: RunReport): string {
  const { images } = report;
  const cases = images.length * layers.length;
  const failures = images.reduce((sum, image) => sum + failedLayers(image).length, 0);
  const { error } = totals(report);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cr-validate" tests="${cases}" failures="${failures}" errors="0">`,
    ...images.map(suite),
    `</testsuites><!-- ${plural(error, 'error')} -->`,
    '',
  ].join('\n');
}

const failedLayers = ({ findings }: ImageReport): readonly Layer[] =>
  layers.filter((layer) =>
    findings.some((finding) => finding.layer === layer && finding.severity === 'error'),
  );

function suite(image: ImageReport): string {
  // A line end would let a name begin a line of its own, which CI servers may obey.
  const name = escapeXml(visible(image.path));
  const failures = failedLayers(image).length;
  return [
    `  <testsuite name="${name}" tests="${layers.length}" failures="${failures}" errors="0" skipped="0">`,
    ...layers.map((layer) =>
      testCase(
        name,
        layer,
        image.findings.filter((finding) => finding.layer === layer),
      ),
    ),
    '  </testsuite>',
  ].join('\n');
}

function testCase(suiteName: string, layer: Layer, findings: readonly ShownFinding[]): string {
  const head = `    <testcase classname="${suiteName}" name="${layer}"`;
  if (findings.length === 0) return `${head}/>`;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  const { error } = countSeverities(findings);
  const first = errors[0];
  return [
    `${head}>`,
    ...(first
      ? [
          `      <failure message="${escapeXml(`${plural(error, 'error')}, first ${first.code}`)}" type="${escapeXml(first.code)}">${escapeXml(errors.map(line).join('\n'))}</failure>`,
        ]
      : []),
    ...(others.length > 0
      ? [`      <system-out>${escapeXml(others.map(line).join('\n'))}</system-out>`]
      : []),
    '    </testcase>',
  ].join('\n');
}

const line = ({ severity, code, message, at }: ShownFinding) =>
  visible(`${severity} ${code} at 0x${(at.offset ?? 0).toString(16)} (${at.path ?? ''}): ${message}`);

/** XML 1.0 has no way to write most control characters, so that they become what a reader can see. */
function escapeXml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu,
      (character) => `\\x${character.charCodeAt(0).toString(16)}`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
