import type { Change } from '#core/records/change.ts';
import { noChange } from '#core/records/change.ts';
import type { Waiver } from '#core/records/waiver.ts';
import type { Finding } from './finding.ts';

/**
 * Tells whether a person waved a finding through: by a waiver of the same check that says the same of paragraphs among which are all of
 * the finding's. So it holds when beads change; a length, which is about the whole bead, must be about the same paragraphs.
 */
export function waivedBy(waivers: Iterable<Waiver>, alignment: string): (finding: Finding) => boolean {
  const bySaying = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    if (waiver.alignment !== alignment) continue;
    const key = sayingOf(waiver);
    bySaying.set(key, [...(bySaying.get(key) ?? []), waiver]);
  }
  return (finding) => (bySaying.get(sayingOf(finding)) ?? []).some((waiver) => covers(waiver, finding));
}

function sayingOf({ check, finding }: Pick<Finding, 'finding'> & { readonly check: string }): string {
  return `${check}\n${finding}`;
}

function covers(waiver: Waiver, { check, source, target }: Finding): boolean {
  const isInside = source.every((id) => waiver.source.includes(id)) && target.every((id) => waiver.target.includes(id));
  const isSame = source.length === waiver.source.length && target.length === waiver.target.length;
  return isInside && (isSame || check !== 'lengths');
}

/** Waves a finding through. */
export function waive(finding: Finding, alignment: string, id: string): Change {
  const waiver: Waiver = {
    id,
    kind: 'waiver',
    modified: '',
    alignment,
    check: finding.check,
    source: [...finding.source],
    target: [...finding.target],
    finding: finding.finding,
  };
  return { ...noChange, added: [waiver] };
}
