/**
 * The configuration: severities of codes, everywhere and by path, what to ignore, and policies. Read from
 * `cr-validate.config.json`, whose form is checked against its published schema before it gets here.
 */
import { hexBytes, utf8Bytes } from '../byte-text.ts';
import type { Severity } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import { capabilityNumber } from '../model/capabilities.ts';
import type { Finding, Layer } from './finding.ts';
import { globPattern } from './policy/glob.ts';
import type { AreaMark, MemoryPattern, Policy, PolicyDemands, PortRange } from './policy/policy.ts';
import { namedPatterns } from './policy/search-memory.ts';
import type { ImageReport } from './validate.ts';

export type Level = Severity | 'off';
export type Levels = Readonly<Record<string, Level>>;

/** As in the file. */
export interface ConfigFile {
  readonly schemaVersion?: 1;
  readonly strict?: boolean;
  readonly kernel?: string;
  readonly layers?: readonly Layer[];
  /** As `--trust`. */
  readonly trust?: 'strict' | 'warn' | 'off';
  readonly ignore?: readonly string[];
  readonly rules?: Levels;
  readonly overrides?: readonly { readonly paths: readonly string[]; readonly rules: Levels }[];
  readonly baseline?: string;
  readonly policies?: readonly PolicyFile[];
}

interface PolicyFile {
  readonly name: string;
  readonly severity?: Severity;
  readonly message?: string;
  readonly deny?:
    | {
        readonly files?: readonly string[];
        readonly environment?: readonly string[];
        readonly areas?: readonly AreaMark[];
        readonly images?: readonly string[];
        readonly labels?: readonly string[];
        readonly processes?: readonly string[];
        readonly uids?: readonly number[];
        readonly capabilities?: readonly string[];
        readonly listening?: boolean | readonly (number | string)[];
        readonly memory?: readonly (
          | string
          | { readonly name: string; readonly text?: string; readonly hex?: string }
        )[];
      }
    | undefined;
  readonly require?: Partial<PolicyDemands> | undefined;
}

/** What a configuration asks for that does not exist: one sentence each. */
export class ConfigError extends Error {}

/** Severities after all settings; a function because paths decide, too. */
export interface Settings {
  readonly isStrict: boolean;
  readonly policies: readonly Policy[];
  /** Undefined: not to be shown. */
  severityOf(path: string, finding: Finding): Severity | undefined;
}

export interface Choices {
  readonly file?: ConfigFile | undefined;
  /** Codes from the command line. */
  readonly ignore: readonly string[];
  readonly strict: boolean;
  readonly isCode: (code: string) => boolean;
}

export function settingsFrom({ file, ignore, strict, isCode }: Choices): Settings {
  const ignored = new Set([...(file?.ignore ?? []), ...ignore]);
  const overrides = (file?.overrides ?? []).map(({ paths, rules }) => ({
    patterns: paths.map(globPattern),
    rules,
  }));
  const named = [
    ...ignored,
    ...Object.keys(file?.rules ?? {}),
    ...overrides.flatMap(({ rules }) => Object.keys(rules)),
  ];
  const unknown = named.find((code) => !isCode(code));
  if (unknown !== undefined) throw new ConfigError(`there is no code "${unknown}"; --rules lists them`);
  const isStrict = strict || file?.strict === true;
  const policies = (file?.policies ?? []).map(policyFrom);
  checkPatterns(policies);
  const demanded = policies.flatMap(({ require }) => require.rules.map(globPattern));
  return {
    isStrict,
    policies,
    severityOf: (path, { code, severity }) => {
      // What a policy demands nobody ignores.
      if (severity !== 'note' && demanded.some((pattern) => pattern.test(code))) return 'error';
      if (ignored.has(code)) return undefined;
      const level = overrides.reduce<Level>(
        (current, { patterns, rules }) =>
          rules[code] !== undefined && patterns.some((pattern) => pattern.test(path)) ? rules[code] : current,
        file?.rules?.[code] ?? severity,
      );
      if (level === 'off') return undefined;
      return isStrict && level === 'warning' ? 'error' : level;
    },
  };
}

/** The report as the settings want it. */
export function applySettings(image: ImageReport, settings: Settings): ImageReport {
  const path = image.path.replace(/^\.\//, '');
  const findings = image.findings.flatMap((finding) => {
    const severity = settings.severityOf(path, finding);
    return severity === undefined ? [] : [{ ...finding, severity }];
  });
  return { ...image, findings };
}

export function policyFrom({
  name,
  severity = 'error',
  message,
  deny = {},
  require = {},
}: PolicyFile): Policy {
  const capabilities = deny.capabilities ?? [];
  const unknown = capabilities.find((capability) => capabilityNumber(capability) === undefined);
  if (unknown !== undefined) throw new ConfigError(`policy "${name}": there is no capability "${unknown}"`);
  return {
    name,
    severity,
    ...(message !== undefined && { message }),
    processes: deny.processes ?? [],
    uids: deny.uids ?? [],
    capabilities,
    ...(deny.listening !== undefined &&
      deny.listening !== false && { listening: portsFrom(name, deny.listening) }),
    memory: (deny.memory ?? []).flatMap((pattern) => patternsFrom(name, pattern)),
    files: deny.files ?? [],
    environment: deny.environment ?? [],
    areas: deny.areas ?? [],
    images: deny.images ?? [],
    labels: deny.labels ?? [],
    require: {
      noNewPrivileges: false,
      seccomp: false,
      nonRoot: false,
      images: [],
      labels: [],
      rules: [],
      ...require,
    },
  };
}

const allPorts: PortRange = { from: 0, to: 65535 };

function portsFrom(name: string, ports: true | readonly (number | string)[]): readonly PortRange[] {
  if (ports === true) return [allPorts];
  return ports.map((port) => {
    if (typeof port === 'number') return { from: port, to: port };
    const [from, to] = port.split('-').map(Number);
    if (from === undefined || to === undefined || from > to || to > allPorts.to)
      throw new ConfigError(`policy "${name}": "${port}" is no range of ports`);
    return { from, to };
  });
}

/** They are searched together, in one table. */
function checkPatterns(policies: readonly Policy[]): void {
  let left: number = limits.policyPatternBytes;
  for (const { name, memory } of policies) {
    for (const pattern of memory) {
      left -= pattern.bytes.length;
      if (left >= 0) continue;
      const most = `the patterns of memory of all policies have more than ${limits.policyPatternBytes} bytes`;
      throw new ConfigError(`policy "${name}": ${most} with "${pattern.name}"`);
    }
  }
}

/** Shorter patterns would be found everywhere. */
const patternBytesMin = 4;

type PatternFile = NonNullable<NonNullable<PolicyFile['deny']>['memory']>[number];

function patternsFrom(policy: string, pattern: PatternFile): readonly MemoryPattern[] {
  if (typeof pattern === 'string') {
    const known = Object.hasOwn(namedPatterns, pattern) ? namedPatterns[pattern] : undefined;
    if (known) return known;
    const names = Object.keys(namedPatterns).join(', ');
    throw new ConfigError(`policy "${policy}": there is no pattern "${pattern}"; there are ${names}`);
  }
  const bytes = pattern.hex === undefined ? utf8Bytes(pattern.text ?? '') : hexBytes(pattern.hex);
  if (bytes.length < patternBytesMin)
    throw new ConfigError(
      `policy "${policy}": pattern "${pattern.name}" needs at least ${patternBytesMin} bytes`,
    );
  return [{ name: pattern.name, bytes }];
}
