import { Type } from 'typebox';
import type { Value } from './schema.ts';

/** Worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export const Severity = Type.Enum(severities);
export type Severity = Value<typeof Severity>;

/** How sure the detector is that a finding is right. Most sure first. */
export const confidences = ['high', 'medium', 'low'] as const;
export const Confidence = Type.Enum(confidences);
export type Confidence = Value<typeof Confidence>;

/** Whether `severity` is `threshold` or worse. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
