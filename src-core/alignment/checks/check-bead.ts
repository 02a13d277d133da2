import type { CheckedBead, Finding } from './finding.ts';
import { checkLengths, type LengthModel } from './lengths.ts';
import { checkNumbers } from './numbers.ts';
import { checkPunctuation } from './punctuation.ts';
import { checkTerms, type TermCheck } from './terms.ts';
import { checkUntranslated } from './untranslated.ts';

/** What the checks of an alignment go by. */
export interface CheckSettings {
  /** BCP 47 tags of source and target. */
  readonly languages: readonly [string, string];
  readonly lengths: LengthModel;
  readonly terms: TermCheck;
}

/**
 * What should be looked at in a bead, in the order of its text; the same each time. A bead with a side empty has none: it is an
 * omission or an addition as a whole. Rules G of `docs/spec/alignment.md`.
 */
export function checkBead(checked: CheckedBead, { languages, lengths, terms }: CheckSettings): Finding[] {
  if (checked.source.length === 0 || checked.target.length === 0) return [];
  return [
    ...checkNumbers(checked, languages),
    ...checkUntranslated(checked, languages),
    ...checkTerms(checked, terms),
    ...checkPunctuation(checked),
    ...checkLengths(checked, lengths),
  ];
}
