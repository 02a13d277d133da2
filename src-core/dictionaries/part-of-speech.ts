import type { WordKind } from '#core/language/inflection.ts';

/** Parts of speech that have a name in the interface. */
export const partsOfSpeech = [
  'noun',
  'name',
  'verb',
  'adjective',
  'adverb',
  'numeral',
  'pronoun',
  'postposition',
  'preposition',
  'conjunction',
  'particle',
  'interjection',
  'determiner',
  'affix',
  'phrase',
] as const;

export type PartOfSpeech = (typeof partsOfSpeech)[number];

/** What dictionaries call them: names and abbreviations in English, Russian and Kazakh, tags of Apertium and Wiktionary. */
const names: Readonly<Record<PartOfSpeech, string>> = {
  noun: 'noun|n|substantive|сущ|существительное|зат есім|зт|зат',
  name: 'name|np|proper noun|propn|имя собственное|жалқы есім',
  verb: 'verb|v|vt|vi|vblex|vaux|vbser|vbmod|гл|глагол|етістік|ет',
  adjective: 'adj|adjective|a|прил|прилагательное|сын есім|сын|сн',
  adverb: 'adv|adverb|нареч|нар|наречие|үстеу|үст',
  numeral: 'num|numeral|number|числ|числительное|сан есім|сан',
  pronoun: 'pron|pronoun|prn|мест|местоимение|есімдік',
  postposition: 'post|postp|postposition|послелог|септеулік шылау|септеулік',
  preposition: 'prep|pr|preposition|предлог|предл',
  conjunction: 'conj|conjunction|cnjcoo|cnjsub|cnjadv|союз|жалғаулық шылау|жалғаулық|шылау',
  particle: 'particle|part|частица|част|демеулік шылау|демеулік',
  interjection: 'intj|interj|interjection|ij|межд|междометие|одағай',
  determiner: 'det|determiner|article',
  affix: 'affix|suffix|prefix|аффикс|суффикс|жұрнақ|жалғау|қосымша',
  phrase: 'phrase|prep_phrase|proverb|idiom|фраза|выражение|тіркес|мақал',
};

const byName = new Map(partsOfSpeech.flatMap((part) => names[part].split('|').map((name) => [name, part] as const)));

/** The part of speech that a dictionary names; `null` for a name that is not known. */
export function partOfSpeech(name: string): PartOfSpeech | null {
  const bare = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[()[\].]/gu, '')
    .trim();
  return byName.get(bare) ?? null;
}

/** Which forms a word of this kind has; `null` where nothing tells. */
export function kindOfPart(part: PartOfSpeech | null): WordKind | null {
  if (part === null || part === 'phrase') return null;
  return part === 'verb' ? 'verb' : 'noun';
}
