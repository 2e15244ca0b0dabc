/**
 * The report as JSON, in the shape that other programs rely on; see `formats/validate-report.schema.json`.
 */
import type { Finding } from '../finding.ts';
import { causesOf } from '../root-cause.ts';
import type { RunReport } from './report.ts';

export function reportJson({ images }: RunReport): string {
  const json = {
    schemaVersion: 1,
    images: images.map(({ path, family, variant, kind, findings }) => ({
      path,
      family,
      variant,
      ...(kind && { kind: kind.name }),
      diagnostics: causesOf(findings).flatMap(({ root, followers }) => [
        diagnosticJson(root),
        ...followers.map((follower) => diagnosticJson(follower, root.code)),
      ]),
    })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** `sameAs`: the code of the cause, of which this is said again. */
const diagnosticJson = ({ code, severity, layer, at, message, where }: Finding, sameAs?: string) => ({
  code,
  severity,
  layer,
  offset: at.offset ?? 0,
  path: at.path ?? '',
  ...where,
  message,
  ...(sameAs !== undefined && { sameAs }),
});
