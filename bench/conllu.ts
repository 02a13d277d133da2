import { readFile } from 'node:fs/promises';

/** A word of a treebank. */
export interface Token {
  form: string;
  lemma: string;
  /** Universal part of speech: `NOUN`, `VERB` … */
  category: string;
}

/** A sentence of a treebank. */
export interface Sentence {
  /** The document that it stands in. */
  document: string;
  text: string;
  tokens: Token[];
}

/** Reads a CoNLL-U file. Words of several tokens are left out, their tokens are not. */
export async function readConllu(file: string): Promise<Sentence[]> {
  const blocks = (await readFile(file, 'utf8')).split(/\r?\n\r?\n/u).filter((block) => /^\d/mu.test(block));
  return blocks.map((block) => {
    const lines = block.split(/\r?\n/u);
    const tokens = lines.flatMap((line): Token[] => {
      const [number = '', form = '', lemma = '', category = ''] = line.split('\t');
      return /^\d+$/u.test(number) ? [{ form, lemma, category }] : [];
    });
    const [document = ''] = comment(lines, 'sent_id').split(':');
    return { document, text: comment(lines, 'text').trim(), tokens };
  });
}

function comment(lines: readonly string[], name: string): string {
  const start = `# ${name} = `;
  return lines.find((line) => line.startsWith(start))?.slice(start.length) ?? '';
}
