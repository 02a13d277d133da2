import type { WordKind } from '../inflection.ts';

/** What the tags of an analysis say in our terms: each wanted suffix by the ids that it may have. */
export interface TagSuffixes {
  /** `null` where the tags do not tell. */
  readonly kind: WordKind | null;
  readonly suffixes: readonly (readonly string[])[];
}

/**
 * Tags of the Turkic analysers of Apertium (as the lexicon of apertium-kaz explains them) by the ids of our suffixes: one behind the
 * other where we part what a tag says at once (-ғанша), alternatives with `|`. The analysers part a participle by what it does in the
 * sentence (`gpr_past` before a noun, `ger_past` as a noun), we do not.
 */
const suffixes: Readonly<Record<string, string>> = {
  gen: 'genitive',
  dat: 'dative',
  acc: 'accusative',
  loc: 'locative',
  abl: 'ablative',
  ins: 'instrumental',
  sim: 'similative',
  equ: 'equative',
  comp: 'comparative',
  ord: 'ordinal',
  coll: 'collective',
  dist: 'distributive',
  px1sg: 'possessive-1',
  px2sg: 'possessive-2|possessive-2-polite',
  px3sp: 'possessive-3',
  px3sg: 'possessive-3',
  px1pl: 'possessive-1-plural',
  px2pl: 'possessive-2|possessive-2-polite',
  px: 'ownership',
  pass: 'passive',
  coop: 'reciprocal',
  neg: 'negation',
  pres: 'present',
  aor: 'present',
  past: 'participle-past',
  ifi: 'past',
  ifi_evid: 'converb evidential',
  fut: 'aorist|aorist-negative',
  fut_plan: 'intention',
  prc_perf: 'converb',
  prc_impf: 'present',
  prc_vol: 'desire',
  prc_cond: 'conditional',
  prc_fplan: 'intention',
  prc_plan: 'converb-purpose',
  gna_perf: 'converb',
  gna_impf: 'present',
  gna_cond: 'conditional',
  gna_until: 'participle-past limitative',
  gna_after: 'converb-purpose',
  gpr_past: 'participle-past',
  gpr_impf: 'participle-habitual',
  gpr_pot: 'participle-agent',
  gpr_ppot: 'participle-sufficient',
  gpr_fut: 'aorist',
  ger: 'verbal-noun',
  ger_past: 'participle-past',
  ger_perf: 'participle-past abstract',
  ger_ppot: 'participle-sufficient',
  ger_abs: 'participle-agent abstract',
  ger_fut: 'aorist',
  ger_impf: 'participle-habitual',
  opt: 'optative|imperative-3|imperative-1|imperative-1-plural',
  emph: 'imperative-request',
};

const persons: Readonly<Record<string, readonly string[]>> = {
  p1sg: ['person-1', 'imperative-1'],
  p2sg: ['person-2', 'person-2-polite', 'imperative-2', 'imperative-2-polite'],
  p3sg: ['person-3', 'imperative-3'],
  p1pl: ['person-1-plural', 'imperative-1-plural'],
  p2pl: ['person-2-plural', 'person-2-plural-polite', 'imperative-2-plural', 'imperative-2-plural-polite'],
  p3pl: ['person-3', 'imperative-3'],
};

/** Reads tags as the Turkic analysers of Apertium write them; tags without a suffix of ours (`nom`, `tv`) say nothing. */
export function suffixesOfTags(tags: readonly string[]): TagSuffixes {
  const polite = tags.includes('frm');
  const found = tags.flatMap((_, at) => wantedAt(tags, at));
  const fitting = found.map((ids) => {
    const own = ids.filter((id) => !/^(?:person|imperative)-2/u.test(id) || id.endsWith('-polite') === polite);
    return own.length === 0 ? ids : own;
  });
  return { kind: kindOf(tags), suffixes: fitting };
}

/** The suffixes that one tag stands for, each by the ids that it may have. */
function wantedAt(tags: readonly string[], at: number): readonly (readonly string[])[] {
  const tag = tags[at] ?? '';
  const before = tags[at - 1];
  if (/^p[123]$/u.test(tag)) {
    // The optative has its person in itself; the third person is written in the present only.
    if (before === 'opt' || (tag === 'p3' && !isPresent(tags, at - 1))) return [];
    return [persons[`${tag}${numberAfter(tags, at)}`] ?? []];
  }
  if (tag === 'pl') return tags.slice(Math.max(0, at - 2), at).some((one) => /^p[123]$/u.test(one)) ? [] : [['plural']];
  // A noun that stands before another has `attr` without a suffix; behind the locative it is -ғы.
  if (tag === 'attr') return before === 'loc' ? [['attributive']] : [];
  if (tag === 'aor' && !isPresent(tags, at)) return [];
  const known = Object.hasOwn(suffixes, tag) ? suffixes[tag] : undefined;
  return known === undefined ? [] : known.split(' ').map((ids) => ids.split('|'));
}

/** The copula has the tag of the present, but no suffix for it. */
function isPresent(tags: readonly string[], at: number): boolean {
  return tags[at] === 'aor' && tags[at - 1] !== 'cop';
}

function numberAfter(tags: readonly string[], at: number): 'sg' | 'pl' {
  return tags.slice(at + 1, at + 3).includes('pl') ? 'pl' : 'sg';
}

function kindOf([first]: readonly string[]): WordKind | null {
  if (first === 'v' || first === 'vaux' || first === 'vblex') return 'verb';
  return first === undefined ? null : 'noun';
}
