import { FormatError } from './format-error.ts';

/** What a file can be that no text is read from, and what a person can do about it, in one English line. */
const advice = {
  rtf: 'it is an RTF document; save it as DOCX or ODT',
  doc: 'it is a Word document of before 2007 (.doc); save it as DOCX',
  sheet: 'it is a spreadsheet; save it as CSV, with a column for each language',
  slides: 'it is a presentation; save its text as DOCX or plain text',
  pages: 'it is a document of Apple Pages; export it as DOCX or EPUB',
  kindle: 'it is a book for Kindle; convert it to EPUB',
  djvu: 'it is a book of pictures (DjVu); its text must be recognised first',
  picture: 'it is a picture; text in it must be recognised first',
  media: 'it is sound or video; its subtitles (SRT, VTT) can be read',
  archive: 'it is an archive of several files; unpack it',
  po: 'it is a gettext catalogue (PO); convert it to TMX or XLIFF, as po2tmx or po2xliff of the Translate Toolkit does',
  qt: 'it is a catalogue of Qt Linguist (.ts); save it as XLIFF there, or by: lconvert -i FILE.ts -o FILE.xlf',
  txml: 'it is a bilingual file of Wordfast Pro (TXML); export its translation memory from Wordfast as TMX',
  ttx: 'it is a bilingual file of old Trados (TTX); open it in Trados Studio, save it there as SDLXLIFF or TMX',
  xml: 'it is XML of a kind that is not known; save it as XLIFF, TMX, TEI, HTML or plain text in the program that made it',
} as const;

/** A kind of file that is known, and that no text is read from. */
export type FileKind = keyof typeof advice;

/** Thrown for a file that is known to be something else than a text, whatever its name. The view translates by `kind`. */
export class OtherKind extends FormatError {
  override readonly name = 'OtherKind';
  readonly kind: FileKind;

  constructor(kind: FileKind) {
    super('not-this', advice[kind]);
    this.kind = kind;
  }
}
