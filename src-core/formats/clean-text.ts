import type { Findings } from './findings.ts';
import type { FilePlace } from './format-error.ts';

/** Control characters that no text needs; tab and line ends are white space and stay. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu;
/** Marks that turn the direction of what follows: they can show a text that is not there (CVE-2021-42574). */
const overrides = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Halves of surrogate pairs without the other half. */
const lone = /\p{Surrogate}/gu;

/**
 * A text of a file without what would harm or mislead: control characters and marks of direction are left out, halves of
 * surrogate pairs become U+FFFD. What was done is reported.
 */
export function cleanText(text: string, findings: Findings, place: FilePlace = {}): string {
  const clean = text.replace(lone, '\uFFFD').replace(controls, '');
  if (clean !== text) findings.add('damaged', 'bad-characters', { place });
  const plain = clean.replace(overrides, '');
  if (plain !== clean) findings.add('dropped', 'direction-marks-dropped', { place });
  return plain;
}
