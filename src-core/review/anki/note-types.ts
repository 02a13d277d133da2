/** A card of a note type: the order in which it is made, and its two sides in Anki's template language. */
export interface NoteTemplate {
  readonly name: string;
  readonly front: string;
  readonly back: string;
}

/** A note type of Anki. Names are in one language for all: Anki tells note types apart by the names of fields and templates. */
export interface NoteType {
  /** The id in the package; Anki keeps it, so that the type is known again at the next import. */
  readonly id: number;
  readonly name: string;
  readonly cloze: boolean;
  readonly fields: readonly string[];
  readonly templates: readonly NoteTemplate[];
  readonly css: string;
}

const css = `.card {
  max-width: 34em;
  margin: 0 auto;
  padding: 1.2em;
  font: 20px/1.55 "Noto Serif", Georgia, serif;
  text-align: left;
  color: #23201b;
  background: #faf7f1;
}
.word { font-size: 1.5em; font-weight: 600; }
.translation { margin: 0.3em 0; }
.sentence, .aligned { margin: 0.7em 0; }
.aligned { color: #5f584d; }
.note { margin: 0.7em 0; padding-left: 0.8em; border-left: 2px solid #b9ae9b; font-size: 0.9em; }
.source { margin-top: 1.2em; font: 13px/1.4 Inter, system-ui, sans-serif; color: #857b6c; }
.sentence b, .cloze { font-weight: 600; color: #9a4a1f; }
hr#answer { margin: 1em 0; border: 0; border-top: 1px solid #ddd4c5; }
.nightMode.card, .nightMode .card { color: #e5dfd3; background: #1d1b18; }
.nightMode .aligned { color: #a89f90; }
.nightMode .source { color: #8f8677; }
.nightMode .sentence b, .nightMode .cloze { color: #e2a274; }
.nightMode .note { border-color: #5d5548; }
.nightMode hr#answer { border-color: #3a352e; }
`;

const example =
  '{{#Sentence}}<div class="sentence">{{Sentence}}</div>{{/Sentence}}' +
  '{{#Aligned sentence}}<div class="aligned">{{Aligned sentence}}</div>{{/Aligned sentence}}';
const rest =
  '{{#Note}}<div class="note">{{Note}}</div>{{/Note}}{{#Source}}<div class="source">{{Source}}</div>{{/Source}}';
const word = '<div class="word">{{Word}}</div>';
const translation = '<div class="translation">{{Translation}}</div>';
const turn = '{{FrontSide}}<hr id="answer">';

/** A word and its translation, asked in both directions. */
export const wordType: NoteType = {
  id: 1_763_856_000_001,
  name: 'Egiz Word',
  cloze: false,
  fields: ['Word', 'Translation', 'Sentence', 'Aligned sentence', 'Source', 'Note'],
  templates: [
    { name: 'Word to translation', front: word, back: `${turn}${translation}${example}${rest}` },
    { name: 'Translation to word', front: translation, back: `${turn}${word}${example}${rest}` },
  ],
  css,
};

/** A gap in a sentence; the aligned sentence is the back. */
export const clozeType: NoteType = {
  id: 1_763_856_000_002,
  name: 'Egiz Cloze',
  cloze: true,
  fields: ['Text', 'Word', 'Translation', 'Aligned sentence', 'Source', 'Note'],
  templates: [
    {
      name: 'Cloze',
      front: '<div class="sentence">{{cloze:Text}}</div>',
      back:
        '<div class="sentence">{{cloze:Text}}</div><hr id="answer">' +
        '{{#Aligned sentence}}<div class="aligned">{{Aligned sentence}}</div>{{/Aligned sentence}}' +
        '{{#Translation}}<div class="translation"><b>{{Word}}</b> {{Translation}}</div>{{/Translation}}' +
        rest,
    },
  ],
  css,
};

export const noteTypes: readonly NoteType[] = [wordType, clozeType];
