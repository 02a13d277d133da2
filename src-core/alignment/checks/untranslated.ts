import type { SideName } from '#core/alignment/edits/state.ts';
import { unsureBelow } from '#core/alignment/unsure.ts';
import { language } from '#core/language/language.ts';
import { foldText } from '#core/text/fold.ts';
import type { CheckedBead, CheckedText, Finding, FindingRange, FindingText } from './finding.ts';

/** A sentence of fewer words may be a cry, a name or a number that stands in the sentence beside it. */
const leastWords = 3;

/**
 * Sentences that are linked with nothing of the other side, or beside which there is no text, and sentences of the target that are the source's. A link that is
 * unsure says nothing, and neither do links made for other sentences than are there now.
 */
export function checkUntranslated(checked: CheckedBead, languages: readonly [string, string]): Finding[] {
  const source = sentencesOf(checked.source, 'source', languages[0]);
  const target = sentencesOf(checked.target, 'target', languages[1]);
  if (target.length === 0) return source.map((sentence) => finding(checked, sentence, missing, 'warning'));
  if (source.length === 0) return [];
  const same = languages[0] === languages[1] ? [] : alike(source, target);
  return [
    ...same.map((sentence) => finding(checked, sentence, 'untranslated.same', 'warning')),
    ...alone(checked, source, target).map(([sentence, text]) => finding(checked, sentence, text, 'hint')),
  ];
}

interface Sentence {
  readonly place: FindingRange;
  readonly text: string;
  readonly words: number;
}

function sentencesOf(texts: readonly CheckedText[], side: SideName, tag: string): Sentence[] {
  const spoken = language(tag);
  return texts.flatMap(({ id, text }) =>
    spoken.sentences(text).map(([start, end]): Sentence => {
      const own = text.slice(start, end);
      const words = spoken.words(own).filter((range) => /\p{L}/u.test(own.slice(...range))).length;
      return { place: { side, paragraph: id, start, end }, text: own, words };
    }),
  );
}

/** Sentences of the target with the very words of one of the source's. */
function alike(source: readonly Sentence[], target: readonly Sentence[]): Sentence[] {
  const known = new Set(source.map(({ text }) => foldText(text).text));
  return target.filter(({ text, words }) => words >= leastWords && known.has(foldText(text).text));
}

function alone(
  { bead }: CheckedBead,
  source: readonly Sentence[],
  target: readonly Sentence[],
): [Sentence, FindingText][] {
  const { sentences } = bead;
  const [from, to] = sentences?.counts ?? [];
  if (sentences === undefined || from !== source.length || to !== target.length) return [];
  return sentences.links.flatMap(([left, right, confidence]): [Sentence, FindingText][] => {
    if (confidence < unsureBelow || (left.length > 0 && right.length > 0)) return [];
    const [side, numbers, text] = left.length > 0 ? [source, left, missing] : [target, right, added];
    return numbers.flatMap((at): [Sentence, FindingText][] => {
      const sentence = side[at];
      return sentence === undefined || sentence.words < leastWords ? [] : [[sentence, text]];
    });
  });
}

const missing: FindingText = 'untranslated.missing';
const added: FindingText = 'untranslated.added';

function finding(
  { bead }: CheckedBead,
  { place, text: sentence }: Sentence,
  text: FindingText,
  severity: Finding['severity'],
): Finding {
  return {
    check: 'untranslated',
    bead: bead.id,
    source: place.side === 'source' ? [place.paragraph] : [],
    target: place.side === 'target' ? [place.paragraph] : [],
    ranges: [place],
    text,
    values: { value: sentence },
    severity,
    finding: `${text.slice('untranslated.'.length)}: ${sentence}`,
  };
}
