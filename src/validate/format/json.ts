/**
 * The report as JSON, in the shape that other programs rely on; see `formats/validate-report.schema.json`.
 */
import type { RunReport } from './report.ts';

export function reportJson({ images }: RunReport): string {
  const json = {
    schemaVersion: 1,
    images: images.map(({ path, family, variant, kind, findings }) => ({
      path,
      family,
      variant,
      ...(kind && { kind: kind.name }),
      diagnostics: findings.map(({ code, severity, layer, at, message, where }) => ({
        code,
        severity,
        layer,
        offset: at.offset ?? 0,
        path: at.path ?? '',
        ...where,
        message,
      })),
    })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
