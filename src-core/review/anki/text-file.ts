import { writeTable } from '#core/glossary/table.ts';
import type { AnkiNote } from './note.ts';

/**
 * Notes in Anki's text format: lines with `#` say what the columns are, then a note a line. The first column is the GUID, by
 * which Anki updates a note that it has; then note type, deck and tags; then the fields, in the order of the note's type.
 */
export function writeNotes(notes: readonly AnkiNote[]): string {
  const head = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:4',
  ];
  const rows = notes.map(({ guid, type, deck, tags, fields }) => [guid, type.name, deck, tags.join(' '), ...fields]);
  return `${head.join('\n')}\n${writeTable(rows)}`;
}
