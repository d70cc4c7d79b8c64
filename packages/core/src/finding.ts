import { Type } from 'typebox';
import { Evidence } from './evidence.ts';
import { Location, Snippet } from './location.ts';
import { closed, type Value } from './schema.ts';
import { Confidence, Severity } from './severity.ts';

/**
 * One way of recognising a finding in another scan. A finding has several, strongest first; none contains the path
 * of its file or a line number.
 *
 * Shape: written `algorithm/version`, as in `match/1`, wherever one string is wanted.
 */
export const Fingerprint = Type.Object(
  { algorithm: Type.String(), version: Type.Integer({ minimum: 1 }), value: Type.String() },
  closed,
);
export type Fingerprint = Value<typeof Fingerprint>;

/** A replacement of a stretch of text. */
export const Edit = Type.Object({ location: Location, text: Type.String() }, closed);
export type Edit = Value<typeof Edit>;

/** A change that ends the finding. Its edits do not overlap. */
export const Fix = Type.Object({ description: Type.String(), edits: Type.Array(Edit) }, closed);
export type Fix = Value<typeof Fix>;

/** Somebody decided in the source text, the configuration or a baseline that a finding is not to be reported. */
export const Suppression = Type.Object(
  {
    by: Type.Enum(['comment', 'config', 'baseline']),
    reason: Type.Optional(Type.String()),
    location: Type.Optional(Location),
  },
  closed,
);
export type Suppression = Value<typeof Suppression>;

/** One factor of a risk, with its value and what it was taken from. */
export const RiskFactor = Type.Object(
  {
    name: Type.Enum(['impact', 'likelihood', 'reach', 'scope', 'exposure']),
    value: Type.Number({ minimum: 0 }),
    from: Type.String({ description: 'Why it has this value, for a person.' }),
  },
  closed,
);
export type RiskFactor = Value<typeof RiskFactor>;

/** How urgent a finding is: the product of its factors times 100, at most 100. */
export const Risk = Type.Object(
  { score: Type.Number({ minimum: 0, maximum: 100 }), factors: Type.Array(RiskFactor) },
  closed,
);
export type Risk = Value<typeof Risk>;

/** The vulnerable library of a finding of kind `library`. */
export const AffectedPackage = Type.Object(
  {
    id: Type.String({ description: 'Id of the package in the same report.' }),
    purl: Type.String(),
    advisory: Type.String(),
    aliases: Type.Array(Type.String()),
    fixedIn: Type.Array(Type.String(), { description: 'Versions without this vulnerability, lowest first.' }),
    upgrade: Type.Optional(
      Type.Object(
        { version: Type.String(), ends: Type.Integer({ minimum: 0 }), leaves: Type.Integer({ minimum: 0 }) },
        {
          ...closed,
          description: 'The nearest version that has the least of the known vulnerabilities: how many it ends and has.',
        },
      ),
    ),
    symbols: Type.Optional(
      Type.Array(Type.String(), { description: 'The vulnerable parts as access paths, where they are known.' }),
    ),
    cvss: Type.Optional(
      Type.Object({ vector: Type.String(), score: Type.Number({ minimum: 0, maximum: 10 }) }, closed),
    ),
    epss: Type.Optional(
      Type.Object(
        {
          probability: Type.Number({ minimum: 0, maximum: 1 }),
          percentile: Type.Number({ minimum: 0, maximum: 1 }),
        },
        { ...closed, description: 'How likely an attack is in the next 30 days (EPSS, FIRST.org).' },
      ),
    ),
    kev: Type.Optional(
      Type.Object(
        { added: Type.String(), ransomware: Type.Boolean() },
        { ...closed, description: "In CISA's catalogue of known exploited vulnerabilities, and since when." },
      ),
    ),
  },
  closed,
);
export type AffectedPackage = Value<typeof AffectedPackage>;

/** Found in source text or a running service, or in a library. */
export const FindingKind = Type.Enum(['code', 'library']);
export type FindingKind = Value<typeof FindingKind>;

/** What a person should look at. */
export const Finding = Type.Object(
  {
    kind: FindingKind,
    rule: Type.String({ description: "The rule's id; for libraries the advisory's id." }),
    title: Type.String(),
    message: Type.String(),
    category: Type.Optional(Type.String({ description: 'What it is about: `security` when it is left out.' })),
    severity: Severity,
    confidence: Confidence,
    cwe: Type.Array(Type.Integer()),
    owasp: Type.Array(Type.String()),
    location: Location,
    snippet: Type.Optional(Snippet),
    symbol: Type.Optional(Type.String({ description: 'The function or class around the location.' })),
    sink: Type.Optional(Type.String({ description: 'Access path of the call at the sink, as in the catalogue.' })),
    package: Type.Optional(AffectedPackage),
    risk: Type.Optional(Risk),
    evidence: Type.Array(Evidence),
    fingerprints: Type.Array(Fingerprint),
    recommendation: Type.Optional(Type.String({ description: 'How to fix it, in Markdown.' })),
    references: Type.Array(Type.String()),
    fixes: Type.Array(Fix),
    suppressions: Type.Array(Suppression),
  },
  closed,
);
export type Finding = Value<typeof Finding>;
