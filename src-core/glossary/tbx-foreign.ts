import { z } from 'zod';
import { isElement, serialise } from '#core/xml/serialise.ts';
import type { XmlElement } from '#core/xml/tree.ts';

const elements = z.array(z.string());
const kept = z.object({
  tbx: z.object({
    /** Of the entry. */
    id: z.string().optional(),
    /** What is said of the concept, of a language of it, of a term: elements as XML. */
    concept: elements.optional(),
    sections: z.record(z.string(), elements).optional(),
    terms: z.array(z.object({ language: z.string(), term: z.string(), elements })).optional(),
  }),
});

/** What an entry of a termbase says beyond what Egiz knows: it is written back as it was. */
export type TbxForeign = z.infer<typeof kept>['tbx'];

/** What is kept of the entry that a term came from; nothing for one of another origin. */
export function foreignOfTerm(value: unknown): TbxForeign {
  const read = kept.safeParse(value);
  return read.success ? read.data.tbx : {};
}

/** Those of the texts that still are XML, and so can be put into a file. */
export function wholeElements(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).filter(isElement);
}

/** Elements that the core of TBX has, by the same names in its versions 2 and 3. */
const core = new Set(['descrip', 'admin', 'transacGrp', 'note', 'ref', 'xref', 'termNote']);

/** Collects what an entry says beyond what is read. */
export class KeptOfEntry {
  readonly #concept: string[] = [];
  readonly #sections: Record<string, string[]> = {};
  readonly #terms: { language: string; term: string; elements: string[] }[] = [];

  /**
   * Keeps an element about the concept, about it in a language, or about a term.
   *
   * @returns whether it can be kept; elements of modules (the style DCT) cannot, since another style is written
   */
  keep(element: XmlElement, about: { language?: string; term?: string }): boolean {
    if (!core.has(element.name) || hasPrefixes(element)) return false;
    const xml = serialise(element, {});
    const { language, term } = about;
    if (language === undefined) this.#concept.push(xml);
    else if (term === undefined) (this.#sections[language] ??= []).push(xml);
    else {
      const known = this.#terms.find((one) => one.language === language && one.term === term);
      if (known === undefined) this.#terms.push({ language, term, elements: [xml] });
      else known.elements.push(xml);
    }
    return true;
  }

  /** What is kept, with the entry's id where it says more than a number; `null` for nothing. */
  result(id: string | undefined): { tbx: TbxForeign } | null {
    const foreign: TbxForeign = {
      ...(id === undefined || /^c\d+$/u.test(id) ? {} : { id }),
      ...(this.#concept.length === 0 ? {} : { concept: this.#concept }),
      ...(Object.keys(this.#sections).length === 0 ? {} : { sections: this.#sections }),
      ...(this.#terms.length === 0 ? {} : { terms: this.#terms }),
    };
    return Object.keys(foreign).length === 0 ? null : { tbx: foreign };
  }
}

function hasPrefixes({ written, children }: XmlElement): boolean {
  const names = [written?.name ?? ':', ...Object.keys(written?.attributes ?? {})];
  const isPrefixed = names.some((name) => name.includes(':') && !name.startsWith('xml:'));
  return isPrefixed || children.some((child) => typeof child !== 'string' && hasPrefixes(child));
}
