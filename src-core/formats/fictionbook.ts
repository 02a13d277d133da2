import { BrokenXml, childrenOf, descendantsOf, readXml, textOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from './clean-text.ts';
import { FormatError } from './format-error.ts';
import { Findings } from './findings.ts';
import type { Imported, ImportedBlock } from './imported.ts';
import { withGuessedHeadings } from './headings.ts';
import { languageTagOf } from './language-tag.ts';
import { type Markup, RunningText } from './running-text.ts';
import { webAddress } from './web-address.ts';

/**
 * Reads FictionBook 2 (`.fb2`): titles and subtitles, paragraphs, poems, epigraphs and citations, notes of the body `notes` tied
 * to their references. Pictures are left out.
 *
 * @throws FormatError
 */
export function readFictionBook(text: string): Imported {
  const findings = new Findings();
  const root = parsed(text);
  if (root.name !== 'FictionBook') throw new FormatError('not-this', `its root is <${root.name}>, not <FictionBook>`);
  const bodies = childrenOf(root, 'body');
  const called = new Set(bodies.flatMap((body) => descendantsOf(body, 'a').flatMap((link) => noteCalled(link) ?? [])));
  const isNotes = (body: XmlElement, at: number): boolean =>
    /^(?:notes|comments|footnotes)$/iu.test(body.attributes.get('name') ?? '') ||
    (at > 0 && sectionIds(body).some((id) => called.has(id)));
  const notes = bodies.filter(isNotes);
  const walk = new Walk(findings, new Set(notes.flatMap(sectionIds)));
  for (const body of bodies) if (!notes.includes(body)) walk.sections(body, 1);
  for (const body of notes) walk.notes(body);
  const blocks = withGuessedHeadings(walk.blocks, new Set(), findings);
  if (blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  const [info] = descendantsOf(root, 'title-info');
  const said = (name: string): string | null => {
    const element = info === undefined ? undefined : childrenOf(info, name)[0];
    const found = element === undefined ? '' : cleanText(textOf(element), findings).replace(/\s+/gu, ' ');
    return found === '' ? null : found;
  };
  const people = (name: string): string | null => {
    const names = (info === undefined ? [] : childrenOf(info, name)).map((one) =>
      ['first-name', 'middle-name', 'last-name', 'nickname']
        .flatMap((part) => childrenOf(one, part).map(textOf))
        .filter((part) => part !== '')
        .join(' '),
    );
    const joined = cleanText(names.filter((one) => one !== '').join(', '), findings);
    return joined === '' ? null : joined;
  };
  return {
    texts: [
      {
        title: said('book-title'),
        author: people('author'),
        translator: people('translator'),
        date: said('date'),
        language: languageTagOf(said('lang')),
        blocks,
      },
    ],
    links: [],
    findings: findings.list(),
  };
}

/** The ids of the sections of a body, however deep. */
function sectionIds(element: XmlElement): string[] {
  return childrenOf(element, 'section').flatMap((section) => [
    ...[section.attributes.get('id') ?? []].flat(),
    ...sectionIds(section),
  ]);
}

/** The id of the note that a link says it leads to; `null` for other links. */
function noteCalled({ attributes }: XmlElement): string | null {
  const href = attributes.get('href') ?? '';
  return attributes.get('type') === 'note' && href.startsWith('#') ? href.slice(1) : null;
}

function parsed(text: string): XmlElement {
  try {
    return readXml(text);
  } catch (error) {
    if (error instanceof BrokenXml) throw new FormatError('damaged', error.message, { line: error.line });
    throw error;
  }
}

const inline: ReadonlyMap<string, Markup['type']> = new Map([
  ['emphasis', 'emphasis'],
  ['strong', 'strong'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
]);

class Walk {
  readonly blocks: ImportedBlock[] = [];
  readonly #findings: Findings;
  readonly #text = new RunningText();

  /** Ids of the sections that are notes. */
  readonly #notes: ReadonlySet<string>;

  constructor(findings: Findings, notes: ReadonlySet<string>) {
    this.#findings = findings;
    this.#notes = notes;
  }

  /** A body or a section with what is inside; `level` is that of its title. */
  sections(element: XmlElement, level: number): void {
    this.#inside(element, 'text', Math.min(level, 6));
  }

  /** A body of notes: each section is a note, whose number its title repeats, or holds the notes of a chapter. */
  notes(body: XmlElement): void {
    for (const section of childrenOf(body, 'section')) {
      if (childrenOf(section, 'section').length > 0) {
        for (const child of section.children) {
          if (typeof child !== 'string' && child.name !== 'section') this.#block(child, 'note', 2);
        }
        this.notes(section);
        continue;
      }
      const key = section.attributes.get('id');
      const before = this.blocks.length;
      for (const child of section.children) {
        if (typeof child !== 'string' && child.name !== 'title') this.#block(child, 'note', 6);
      }
      const first = this.blocks[before];
      if (first !== undefined && key !== undefined) this.blocks[before] = { ...first, key };
    }
  }

  #inside(element: XmlElement, type: ImportedBlock['type'], level: number): void {
    for (const child of element.children) if (typeof child !== 'string') this.#block(child, type, level);
  }

  #block(element: XmlElement, type: ImportedBlock['type'], level: number): void {
    switch (element.name) {
      case 'section':
        this.sections(element, level + 1);
        break;
      case 'title':
        this.#lines(element, 'p', { type: 'heading', level });
        break;
      case 'subtitle':
        this.#run(element, []);
        this.#end({
          type: type === 'note' ? 'note' : 'heading',
          ...(type === 'note' ? {} : { level: Math.min(level + 1, 6) }),
        });
        break;
      case 'epigraph':
      case 'cite':
        this.#inside(element, type === 'note' ? 'note' : 'quote', level);
        break;
      case 'poem':
        this.#inside(element, type, Math.min(level + 1, 6));
        break;
      case 'stanza':
        for (const child of childrenOf(element, 'title', 'subtitle')) this.#block(child, type, level);
        this.#lines(element, 'v', { type: type === 'note' ? 'note' : 'verse' });
        break;
      case 'p':
      case 'text-author':
      case 'date':
        this.#run(element, []);
        this.#end({ type });
        break;
      case 'table':
        this.#findings.add('guessed', 'table-as-rows', { place: { line: element.line } });
        for (const row of childrenOf(element, 'tr')) {
          childrenOf(row, 'td', 'th').forEach((cell, at) => {
            if (at > 0) this.#text.add(' | ', []);
            this.#run(cell, []);
          });
          this.#end({ type });
        }
        break;
      case 'image':
        this.#picture(element);
        this.#end({ type });
        break;
      case 'annotation':
        this.#inside(element, 'quote', level);
        break;
      case 'empty-line':
        break;
      default:
        this.#findings.add('dropped', 'element-unknown', {
          place: { line: element.line },
          values: { element: element.name },
        });
    }
  }

  /** Lines of a title or a stanza. */
  #lines(element: XmlElement, name: string, block: Pick<ImportedBlock, 'type' | 'level'>): void {
    childrenOf(element, name).forEach((line, at) => {
      if (at > 0) this.#text.breakLine();
      this.#run(line, []);
    });
    this.#end(block);
  }

  #run(element: XmlElement, markup: readonly Markup[]): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#text.add(cleanText(child, this.#findings, { line: element.line }), markup);
      else if (child.name === 'image') this.#picture(child, markup);
      else this.#run(child, this.#marked(child, markup));
    }
  }

  #marked(element: XmlElement, markup: readonly Markup[]): readonly Markup[] {
    const type = inline.get(element.name);
    if (type !== undefined) return [...markup, { type }];
    if (element.name !== 'a') return markup;
    const href = element.attributes.get('href') ?? '';
    const called = noteCalled(element) ?? (href.startsWith('#') ? href.slice(1) : null);
    if (called !== null && (noteCalled(element) !== null || this.#notes.has(called))) {
      return [...markup, { type: 'note', note: called }];
    }
    const address = webAddress(href);
    if (address !== null) return [...markup, { type: 'link', href: address }];
    if (!href.startsWith('#')) {
      const shown = cleanText(href.slice(0, 80), this.#findings);
      this.#findings.add('dropped', 'link-dropped', { place: { line: element.line }, values: { address: shown } });
    }
    return markup;
  }

  #picture(element: XmlElement, markup: readonly Markup[] = []): void {
    this.#findings.add('dropped', 'images-dropped', { place: { line: element.line } });
    const alt = cleanText(element.attributes.get('alt') ?? '', this.#findings).trim();
    this.#text.add(alt === '' ? '[▫]' : `[▫ ${alt}]`, markup);
  }

  #end(block: Pick<ImportedBlock, 'type' | 'level'>): void {
    const found = this.#text.take();
    if (found === null) return;
    this.blocks.push({ ...block, ...(block.type === 'verse' ? found : withoutIndent(found)) });
  }
}

/** A paragraph without the spaces by which it is indented, and with one mark of a list where Pandoc has one for each level. */
function withoutIndent<Words extends Pick<ImportedBlock, 'text' | 'marks'>>(words: Words): Words {
  const gone = /^(?:\s+|(?:•\s)+(?=•\s))/u.exec(words.text)?.[0].length ?? 0;
  if (gone === 0) return words;
  const marks = words.marks.map((mark) => ({
    ...mark,
    start: Math.max(0, mark.start - gone),
    end: Math.max(0, mark.end - gone),
  }));
  return { ...words, text: words.text.slice(gone), marks: marks.filter(({ start, end }) => end > start) };
}
