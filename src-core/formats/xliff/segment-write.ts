import type { Mark } from '#core/records/paragraph.ts';
import { xmlAttributes, xmlText } from '#core/xml/escape.ts';
import type { PlacedAnnotation } from '../bitext.ts';
import { type Nested, nest } from '../nest.ts';
import { writtenCode } from './code-write.ts';
import { CodedText, codesIn, type InlineCode, pairsOf } from '../units/inline-codes.ts';
import type { Piece } from '../units/units.ts';

/** What stands in a piece: a mark, or the place of an annotation. */
type Inline = { start: number; end: number } & ({ mark: Mark } | { placed: PlacedAnnotation });

/** A paragraph with its codes. */
interface Coded {
  readonly of: Piece['paragraph'];
  readonly codes: readonly InlineCode[];
  readonly pairs: ReadonlyMap<InlineCode, InlineCode>;
}

/** Gives the notes of a unit their ids, and the data that its codes refer to. */
export class UnitParts {
  readonly #notes = new Map<string, { id: string; placed: PlacedAnnotation; side: 'source' | 'target' }>();
  readonly #data = new Map<string, string>();
  readonly #taken: Set<string>;
  /** Codes and markers of the source's part of the segment that none of the target's stands for yet: what they are, and their id. */
  #unmatched: { what: string; id: string }[] = [];

  /** @param taken ids of segments, which no code may have */
  constructor(taken: readonly string[] = []) {
    this.#taken = new Set(taken);
  }

  /** Begins a segment, or what stands between two: only there do codes of both sides belong together. */
  begin(): void {
    this.#unmatched = [];
  }

  /**
   * The id of a code or marker. One of the target has the id of the first in the same segment of the source that is the same;
   * all others have an id that nothing else in the unit has, as the format demands.
   */
  inlineId(side: 'source' | 'target', wanted: string, what: string): string {
    const same = side === 'target' ? this.#unmatched.findIndex((one) => one.what === what) : -1;
    const [found] = same === -1 ? [] : this.#unmatched.splice(same, 1);
    if (found !== undefined) return found.id;
    let id = wanted;
    while (this.#taken.has(id)) id = `${id}-`;
    this.#taken.add(id);
    if (side === 'source') this.#unmatched.push({ what, id });
    return id;
  }

  note(placed: PlacedAnnotation, side: 'source' | 'target'): string {
    const known = this.#notes.get(placed.annotation.id);
    if (known !== undefined) return known.id;
    const id = `n${String(this.#notes.size + 1)}`;
    this.#notes.set(placed.annotation.id, { id, placed, side });
    return id;
  }

  data(text: string): string {
    const known = this.#data.get(text);
    if (known !== undefined) return known;
    const id = `d${String(this.#data.size + 1)}`;
    this.#data.set(text, id);
    return id;
  }

  /** `<notes>` and `<originalData>`, where there is something in them. */
  lines(): string[] {
    const notes = [...this.#notes.values()].map(({ id, side, placed: { annotation } }) => {
      const attributes = xmlAttributes({ id, appliesTo: side, category: 'egiz' });
      return `  <note${attributes}>${xmlText(annotation.body)}</note>`;
    });
    const data = [...this.#data].map(([text, id]) => `  <data${xmlAttributes({ id })}>${xmlText(text)}</data>`);
    return [
      ...(notes.length === 0 ? [] : ['<notes>', ...notes, '</notes>']),
      ...(data.length === 0 ? [] : ['<originalData>', ...data, '</originalData>']),
    ];
  }
}

/** Writes the text of one side of a unit, segment by segment; ids of its codes are counted through. */
export class SideText {
  #count = 0;
  readonly #side: 'source' | 'target';
  readonly #parts: UnitParts;
  readonly #annotations: ReadonlyMap<string, readonly PlacedAnnotation[]>;
  #last: Piece | null = null;
  /** The ids of codes that begin a pair. */
  readonly #opened = new Map<InlineCode, string>();
  /** Codes of the paragraph that is being written. */
  #coded: Coded | null = null;

  constructor(
    side: 'source' | 'target',
    parts: UnitParts,
    annotations: ReadonlyMap<string, readonly PlacedAnnotation[]>,
  ) {
    this.#side = side;
    this.#parts = parts;
    this.#annotations = annotations;
  }

  /** What stands between what was written and the first of these pieces. */
  before([next]: readonly Piece[]): string {
    const last = this.#last;
    if (last === null || next === undefined) return '';
    if (last.paragraph !== next.paragraph) return this.#break();
    return xmlText(next.paragraph.text.slice(last.end, next.start));
  }

  segment(pieces: readonly Piece[]): string {
    this.#last = pieces.at(-1) ?? this.#last;
    // Each break is a code of its own, with an id of its own.
    return pieces.map((piece, at) => (at === 0 ? '' : this.#break()) + this.#piece(piece)).join('');
  }

  #break(): string {
    return `<ph${xmlAttributes({ id: this.#id('p', 'paragraph'), type: 'other', subType: 'egiz:paragraph', canCopy: 'no', equiv: '\n' })}/>`;
  }

  #id(kind: string, what: string): string {
    this.#count += 1;
    const wanted = `${this.#side === 'source' ? 's' : 't'}${kind}${String(this.#count)}`;
    return this.#parts.inlineId(this.#side, wanted, `${kind} ${what}`);
  }

  #codesOf(paragraph: Piece['paragraph']): Coded {
    if (this.#coded?.of === paragraph) return this.#coded;
    const codes = codesIn(paragraph['foreign'], paragraph.text);
    this.#coded = { of: paragraph, codes, pairs: pairsOf(codes) };
    return this.#coded;
  }

  #kept(code: InlineCode, other: InlineCode | undefined): string {
    const opened = code.kind === 'close' && other !== undefined ? this.#opened.get(other) : undefined;
    const id = opened ?? this.#ownId(code);
    if (code.kind === 'open' && other !== undefined) this.#opened.set(code, id);
    const data = code.content === '' ? null : this.#parts.data(code.content);
    return writtenCode(code, {
      id,
      data,
      isPaired: other !== undefined && (code.kind === 'open' || opened !== undefined),
    });
  }

  #ownId({ kind, attributes, content, shown }: InlineCode): string {
    const said = attributes['id'] ?? '';
    this.#count += 1;
    const wanted = /^[\w.:-]{1,100}$/u.test(said)
      ? said
      : `${this.#side === 'source' ? 's' : 't'}k${String(this.#count)}`;
    return this.#parts.inlineId(this.#side, wanted, JSON.stringify([kind, said, content, shown]));
  }

  #piece({ paragraph, start, end }: Piece): string {
    const { id, text, marks } = paragraph;
    const placed = this.#annotations.get(id) ?? [];
    const inline: Inline[] = [
      ...placed.map((one) => ({ start: one.start, end: one.end, placed: one })),
      ...marks.map((mark) => ({ start: mark.start, end: mark.end, mark })),
    ];
    const { codes, pairs } = this.#codesOf(paragraph);
    const coded = new CodedText({ codes, text, start, end }, xmlText, (code) => this.#kept(code, pairs.get(code)));
    return this.#inner(nest(text, inline, start, end), coded) + coded.rest();
  }

  #inner(parts: readonly Nested<Inline>[], coded: CodedText): string {
    return parts
      .map((part) => {
        if (typeof part === 'string') return coded.part(part);
        const [tag, attributes] = 'mark' in part.span ? this.#code(part.span.mark) : this.#marker(part.span.placed);
        return `<${tag}${attributes}>${this.#inner(part.inner, coded)}</${tag}>`;
      })
      .join('');
  }

  #code({ type, href, note }: Mark): [tag: string, attributes: string] {
    const id = this.#id('c', `${type} ${href ?? note ?? ''}`);
    switch (type) {
      case 'emphasis':
        return ['pc', xmlAttributes({ id, type: 'fmt', subType: 'xlf:i' })];
      case 'strong':
        return ['pc', xmlAttributes({ id, type: 'fmt', subType: 'xlf:b' })];
      case 'superscript':
      case 'subscript':
        return ['pc', xmlAttributes({ id, type: 'fmt', subType: `egiz:${type}` })];
      case 'link':
        return ['pc', xmlAttributes({ id, type: 'link', dataRefStart: this.#parts.data(href ?? '') })];
      case 'note':
        return [
          'pc',
          xmlAttributes({ id, type: 'link', subType: 'egiz:note', dataRefStart: this.#parts.data(`#${note ?? ''}`) }),
        ];
    }
  }

  #marker(placed: PlacedAnnotation): [tag: string, attributes: string] {
    const { id, colour, created, tags, body } = placed.annotation;
    const isNote = body.trim() !== '';
    const attributes = {
      id: this.#id('m', id),
      translate: null,
      type: isNote ? 'comment' : 'egiz:highlight',
      ...(isNote ? { ref: `#n=${this.#parts.note(placed, this.#side)}` } : {}),
      'egiz:annotation': id,
      'egiz:colour': colour,
      'egiz:created': created,
      ...(tags.length === 0 ? {} : { 'egiz:tags': tags.map(encodeTag).join(' ') }),
    };
    return ['mrk', xmlAttributes(attributes)];
  }
}

function encodeTag(tag: string): string {
  return encodeURIComponent(tag.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
