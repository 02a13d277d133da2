import type { CheckedBead, CheckedText, Finding, FindingText } from './finding.ts';

/** What ends a text: with quotes, brackets and note numbers that close behind it. */
const ended = /[.!?…:;؟۔。！？][\s\])}"'»“”’›¹²³⁰⁴-⁹]*(?:\[\d{1,3}\]\s*)*$/u;
/** Marks that stand twice: not an ellipsis, and not a row of cries. */
const doubled = /(?<![.])\.\.(?![.])|,\s?,|;\s?;|:\s?:|\?\s?\.(?![.])|!\s?\.(?![.])|,\s?\.(?![.\d])|\.\s?,,/gu;
/** An abbreviation's period before a comma or the like is none of these. */
const pairs: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['«', '»'],
];

/**
 * Punctuation of the target: its end beside the source's, marks that stand twice, brackets and quotation marks without a partner
 * where the source's all have one.
 */
export function checkPunctuation({ bead, source, target }: CheckedBead): Finding[] {
  const last = target.at(-1);
  const sourceText = joinedText(source);
  if (last === undefined || sourceText.trim() === '' || joinedText(target).trim() === '') return [];
  const found = (
    text: CheckedText,
    [start, end]: readonly [number, number],
    key: FindingText,
    value: string,
    severity: Finding['severity'],
  ): Finding => ({
    check: 'punctuation',
    bead: bead.id,
    source: [],
    target: [text.id],
    ranges: [{ side: 'target', paragraph: text.id, start, end }],
    text: key,
    values: { value },
    severity,
    finding: `${key.slice('punctuation.'.length)}: ${value}`,
  });
  const findings: Finding[] = [];
  for (const text of target) {
    for (const { index, 0: marks } of text.text.matchAll(doubled)) {
      if (sourceText.includes(marks)) continue;
      findings.push(found(text, [index, index + marks.length], 'punctuation.doubled', marks, 'warning'));
    }
  }
  const excused = new Set(unpaired(source).map(({ mark }) => kindOf(mark)));
  for (const { text, at, mark } of unpaired(target)) {
    // A quotation that runs on into the next bead does so on both sides, whatever its marks.
    if (excused.has(kindOf(mark))) continue;
    const severity = kindOf(mark) === '"' ? 'hint' : 'warning';
    findings.push(found(text, [at, at + 1], 'punctuation.unpaired', mark, severity));
  }
  const end = last.text.trimEnd().length;
  const tail = [end - (/[\u{10000}-\u{10FFFF}]$/u.test(last.text.slice(0, end)) ? 2 : 1), end] as const;
  const isEnded = ended.test(last.text);
  // A heading ends as its language likes.
  const isHeading = [...source, ...target].some(({ type }) => type === 'heading');
  if (!isHeading && end > 0 && isEnded !== ended.test(source.at(-1)?.text ?? '')) {
    const key = isEnded ? 'punctuation.added' : 'punctuation.missing';
    findings.push(found(last, tail, key, last.text.slice(...tail), isEnded ? 'hint' : 'warning'));
  }
  return findings;
}

function joinedText(texts: readonly CheckedText[]): string {
  return texts.map(({ text }) => text).join('\n');
}

interface Lone {
  readonly text: CheckedText;
  readonly at: number;
  readonly mark: string;
}

/** Brackets and quotation marks without a partner, through all paragraphs of a side: a quotation may run over several. */
function unpaired(texts: readonly CheckedText[]): Lone[] {
  const found: Lone[] = [];
  for (const [open, close] of pairs) {
    const waiting: Lone[] = [];
    for (const text of texts) {
      for (let at = 0; at < text.text.length; at += 1) {
        const mark = text.text.charAt(at);
        if (mark === open) waiting.push({ text, at, mark });
        else if (mark === close && waiting.pop() === undefined && !isNumbering(text.text, at)) {
          found.push({ text, at, mark });
        }
      }
    }
    found.push(...waiting);
  }
  const straight = texts.flatMap((text) =>
    [...text.text.matchAll(/["„“”‟]/gu)].map(({ index, 0: mark }): Lone => ({ text, at: index, mark })),
  );
  // Which of „ “ ” opens and which closes differs by language: only their number tells.
  const last = straight.at(-1);
  if (last !== undefined && straight.length % 2 === 1) found.push(last);
  return found;
}

/** Marks of quotation are of one kind: «…» is rendered by “…”. */
function kindOf(mark: string): string {
  return pairs.find(([open, close]) => open !== '«' && (mark === open || mark === close))?.[0] ?? '"';
}

/** 1) and a) number a list; smileys are no brackets. */
function isNumbering(text: string, at: number): boolean {
  return /(?:^|[\s;,(])(?:[\p{L}]|\p{Nd}{1,3})$|[:;]-?$/u.test(text.slice(Math.max(0, at - 5), at));
}
