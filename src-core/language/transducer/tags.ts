import type { WordKind } from '../inflection.ts';

/** What the tags of an analysis say in our terms: each wanted suffix by the ids that it may have. */
export interface TagSuffixes {
  /** `null` where the tags do not tell. */
  readonly kind: WordKind | null;
  readonly suffixes: readonly (readonly string[])[];
}

/**
 * Tags of the Turkic analysers of Apertium by the ids of our suffixes. Tenses have several: the analysers part a participle by
 * what it does in the sentence (`gpr_past` before a noun, `ger_past` as a noun), we do not.
 */
const suffixes: Readonly<Record<string, readonly string[]>> = {
  gen: ['genitive'],
  dat: ['dative'],
  acc: ['accusative'],
  loc: ['locative'],
  abl: ['ablative'],
  ins: ['instrumental'],
  sim: ['similative'],
  equ: ['equative'],
  comp: ['comparative'],
  ord: ['ordinal'],
  coll: ['collective'],
  px1sg: ['possessive-1'],
  px2sg: ['possessive-2', 'possessive-2-polite'],
  px3sp: ['possessive-3'],
  px3sg: ['possessive-3'],
  px1pl: ['possessive-1-plural'],
  px2pl: ['possessive-2', 'possessive-2-polite'],
  px: ['ownership'],
  pass: ['passive'],
  coop: ['reciprocal'],
  neg: ['negation', 'aorist-negative'],
  aor: ['present'],
  pres: ['present', 'converb'],
  fut: ['aorist', 'aorist-negative'],
  fut_plan: ['intention'],
  ifi: ['past'],
  past: ['participle-past', 'evidential', 'converb'],
  evid: ['evidential'],
  prc_perf: ['converb'],
  gna_perf: ['converb'],
  prc_impf: ['present'],
  gna_impf: ['present'],
  prc_fplan: ['converb-purpose'],
  gna_purp: ['converb-purpose'],
  prc_vol: ['desire'],
  prc_cond: ['conditional'],
  gna_cond: ['conditional'],
  gna_until: ['limitative', 'converb-limit'],
  gpr_past: ['participle-past'],
  ger_past: ['participle-past'],
  gpr_impf: ['participle-habitual'],
  ger_impf: ['participle-habitual'],
  gpr_aor: ['participle-habitual'],
  gpr_fut: ['aorist'],
  ger_fut: ['aorist'],
  gpr_ppot: ['participle-agent'],
  ger_ppot: ['participle-agent'],
  ger: ['verbal-noun'],
  opt: ['optative', 'imperative-3', 'imperative-1'],
};

const persons: Readonly<Record<string, readonly string[]>> = {
  p1sg: ['person-1', 'imperative-1'],
  p2sg: ['person-2', 'person-2-polite', 'imperative-2', 'imperative-2-polite'],
  p3sg: ['person-3', 'imperative-3'],
  p1pl: ['person-1-plural', 'imperative-1-plural'],
  p2pl: ['person-2-plural', 'person-2-plural-polite', 'imperative-2-plural', 'imperative-2-plural-polite'],
  p3pl: ['person-3', 'imperative-3'],
};

/** Reads tags as the Turkic analysers of Apertium write them; tags without a suffix of ours (`attr`, `nom`) say nothing. */
export function suffixesOfTags(tags: readonly string[]): TagSuffixes {
  const polite = tags.includes('frm');
  const found: (readonly string[])[] = [];
  for (const [at, tag] of tags.entries()) {
    const person = /^p[123]$/u.test(tag) ? (persons[`${tag}${numberAfter(tags, at)}`] ?? null) : null;
    const own =
      person ?? plural(tags, at) ?? attributive(tags, at) ?? (Object.hasOwn(suffixes, tag) ? suffixes[tag] : undefined);
    if (own === undefined || own === null) continue;
    const fitting = own.filter((id) => !/^(?:person|imperative)-2/u.test(id) || id.endsWith('-polite') === polite);
    found.push(fitting.length === 0 ? own : fitting);
  }
  // The third person is written in the present only; elsewhere it is nothing.
  return { kind: kindOf(tags), suffixes: found.filter((ids) => !ids.includes('person-3') || tags.includes('aor')) };
}

function numberAfter(tags: readonly string[], at: number): 'sg' | 'pl' {
  return tags.slice(at + 1, at + 3).includes('pl') ? 'pl' : 'sg';
}

/** `pl` behind a person is that person's number; elsewhere the plural. */
function plural(tags: readonly string[], at: number): readonly string[] | null {
  if (tags[at] !== 'pl') return null;
  const before = tags.slice(Math.max(0, at - 2), at);
  return before.some((tag) => /^p[123]$/u.test(tag)) ? null : ['plural'];
}

/** A noun that stands before another has `attr` without a suffix; behind the locative it is -ғы. */
function attributive(tags: readonly string[], at: number): readonly string[] | null {
  return tags[at] === 'attr' && tags[at - 1] === 'loc' ? ['attributive'] : null;
}

function kindOf([first]: readonly string[]): WordKind | null {
  if (first === 'v' || first === 'vaux' || first === 'vblex') return 'verb';
  return first === undefined ? null : 'noun';
}
