/** A lexical form that a transducer gives: `үкімет<n><px3sp><gen>`. */
export interface Analysis {
  readonly lemma: string;
  /** Without their brackets, in order: those of the lemma, then of what is joined to it (`+е<cop><p3>`). */
  readonly tags: readonly string[];
}

/** Reads a lexical form as Apertium writes it; `null` for one without a lemma. */
export function readAnalysis(text: string): Analysis | null {
  const [, lemma = ''] = /^((?:[^<\\]|\\.)*)/su.exec(text) ?? [];
  if (lemma === '') return null;
  return {
    lemma: lemma.replace(/\\(.)/gsu, '$1'),
    tags: Array.from(text.slice(lemma.length).matchAll(/<([^<>]+)>/gu), ([, tag = '']) => tag),
  };
}

/** An analysis in one line: `үкімет<n><px3sp><gen>`. */
export function spellAnalysis({ lemma, tags }: Analysis): string {
  return lemma + tags.map((tag) => `<${tag}>`).join('');
}
