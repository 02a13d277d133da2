import { z } from 'zod';
import { describe } from '#core/annotation/describe.ts';
import { resolve } from '#core/annotation/resolve.ts';
import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { FormatError } from '../format-error.ts';
import { dateTime } from '../units/date-time.ts';
import { foreignOfItem } from './foreign.ts';
import { parseJson } from './json.ts';
import { colourOfClass } from './web-annotation.ts';

/** Annotations that were found again in a text, and those that were not. */
export interface WebAnnotations {
  readonly found: readonly FoundAnnotation[];
  /** Quotes of which nothing, or too little, stands in the text. */
  readonly lost: readonly { readonly quote: string; readonly body: string }[];
}

/** What becomes an annotation once it has an id of its own; `id` is that in Egiz's own files. */
export type FoundAnnotation = Pick<Annotation, 'created' | 'colour' | 'body' | 'tags' | 'targets' | 'motivation'> & {
  readonly id: string | null;
  /** What the file says of it beyond that, to be written back. */
  readonly foreign?: Readonly<Record<string, unknown>>;
};

const selector = z.object({
  type: z.string().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  start: z.number().optional(),
  end: z.number().optional(),
});
const oneOrMore = <T extends z.ZodType>(of: T) => z.union([z.array(of), of.transform((one) => [one])]);
const specific = z.object({
  source: z.union([z.string(), z.object({ id: z.string() })]).optional(),
  styleClass: z.union([z.string(), z.array(z.string())]).optional(),
  selector: oneOrMore(selector).optional(),
});
const textualBody = z.union([
  z.string(),
  z.object({ value: z.string().optional(), purpose: z.union([z.string(), z.array(z.string())]).optional() }),
]);
const annotation = z.looseObject({
  id: z.string().optional(),
  created: z.string().optional(),
  body: oneOrMore(textualBody).optional(),
  target: oneOrMore(z.union([z.string(), specific])).optional(),
  /** Hypothesis has body and tags in fields of their own. */
  text: z.string().optional(),
  tags: z.array(z.string()).optional(),
});
type Item = z.infer<typeof annotation>;
type Specific = z.infer<typeof specific>;

/**
 * Reads annotations in JSON-LD: a collection, a page, a list or one; also what Hypothesis answers. Each is found in the texts by
 * its place where that is Egiz's own, else by its quote (rules T of `docs/spec/anchoring.md`); what is not found is said.
 *
 * @param paragraphs of all editions that an annotation may be on
 * @throws FormatError damaged for what is no JSON; not-this without annotations; too-large when it is nested too deep
 */
export function readWebAnnotations(text: string, paragraphs: readonly Paragraph[]): WebAnnotations {
  const items = itemsOf(parseJson(text));
  if (items === null) throw new FormatError('not-this', 'there is no annotation in it');
  const byId = new Map(paragraphs.map((paragraph) => [`${paragraph.edition}\n${paragraph.id}`, paragraph]));
  const found: FoundAnnotation[] = [];
  const lost: { quote: string; body: string }[] = [];
  for (const value of items) {
    const read = annotation.safeParse(value);
    if (!read.success) {
      lost.push({ quote: '', body: read.error.issues[0]?.message ?? '' });
      continue;
    }
    const { targets, missing } = targetsOf(read.data, byId, paragraphs);
    const { body, tags } = bodiesOf(read.data);
    for (const quote of missing) lost.push({ quote, body });
    if (targets.length > 0) found.push(foundOf(read.data, targets, body, tags));
  }
  return { found, lost };
}

/** The annotations of whatever holds them; `null` for what can hold none. */
function itemsOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return [...(value as unknown[])];
  if (typeof value !== 'object' || value === null) return null;
  const holder: Record<string, unknown> = { ...value };
  for (const name of ['items', 'rows']) {
    const list = holder[name];
    if (Array.isArray(list)) return [...(list as unknown[])];
  }
  if (holder['first'] !== undefined) return itemsOf(holder['first']);
  return holder['target'] === undefined ? null : [value];
}

function foundOf(item: Item, targets: Target[], body: string, tags: string[]): FoundAnnotation {
  const classes = (item.target ?? []).flatMap((one) => (typeof one === 'string' ? [] : (one.styleClass ?? [])));
  const colour = classes.flat().flatMap((name) => colourOfClass(name) ?? [])[0];
  const own = /^urn:egiz:[^:]+:annotation:([^:]+)$/u.exec(item.id ?? '')?.[1];
  const foreign = foreignOfItem(item);
  return {
    id: own === undefined ? null : decoded(own),
    created: dateTime(item.created) ?? new Date(0).toISOString(),
    colour: colour ?? 'fact',
    motivation: body.trim() === '' ? 'highlighting' : 'commenting',
    body,
    tags,
    targets,
    ...(foreign === null ? {} : { foreign }),
  };
}

function bodiesOf({ body = [], text, tags = [] }: Item): { body: string; tags: string[] } {
  const values: string[] = text === undefined ? [] : [text];
  const found = [...tags];
  for (const one of body) {
    const value = typeof one === 'string' ? one : (one.value ?? '');
    const purposes = typeof one === 'string' ? [] : [one.purpose ?? []].flat();
    if (purposes.includes('tagging')) found.push(value);
    else values.push(value);
  }
  return { body: values.filter((value) => value !== '').join('\n\n'), tags: found };
}

type Selector = Pick<Target, 'start' | 'end' | 'quote'>;

function targetsOf(
  { target = [] }: Item,
  byId: ReadonlyMap<string, Paragraph>,
  paragraphs: readonly Paragraph[],
): { targets: Target[]; missing: string[] } {
  const targets: Target[] = [];
  const missing: string[] = [];
  for (const one of target) {
    const wanted = typeof one === 'string' ? null : selectorOf(one);
    const paragraph = typeof one === 'string' ? undefined : ownParagraph(one, byId);
    const made = wanted === null ? null : place(wanted, paragraph, paragraphs);
    if (made === null) missing.push(wanted?.quote.exact ?? '');
    else targets.push(made);
  }
  return { targets, missing };
}

function selectorOf({ selector: selectors = [] }: Specific): Selector | null {
  const quote = selectors.find(({ exact }) => exact !== undefined && exact !== '');
  if (quote?.exact === undefined) return null;
  const position = selectors.find(({ start, end }) => Number.isSafeInteger(start) && Number.isSafeInteger(end));
  return {
    start: Math.max(position?.start ?? 0, 0),
    end: Math.max(position?.end ?? 0, 0),
    quote: { exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' },
  };
}

function ownParagraph({ source }: Specific, byId: ReadonlyMap<string, Paragraph>): Paragraph | undefined {
  const name = typeof source === 'string' ? source : source?.id;
  const [, edition = '', paragraph = ''] = /^urn:egiz:[^:]+:text:([^:]+):([^:]+)$/u.exec(name ?? '') ?? [];
  return byId.get(`${decoded(edition)}\n${decoded(paragraph)}`);
}

/** Where the words stand: in their own paragraph, else where they stand with what was around them, else where they stand. */
function place(wanted: Selector, own: Paragraph | undefined, paragraphs: readonly Paragraph[]): Target | null {
  const inOwn = own === undefined ? null : resolve(wanted, own.text);
  if (own !== undefined && inOwn !== null) return describe(own, inOwn.start, inOwn.end);
  const { exact, prefix, suffix } = wanted.quote;
  const elsewhere = { ...wanted, start: 0, end: 0 };
  const holders = paragraphs.filter(({ text }) => text.includes(exact));
  const whole = holders.filter(({ text }) => text.includes(`${prefix}${exact}${suffix}`));
  for (const paragraph of [...whole, ...holders]) {
    const at = resolve(elsewhere, paragraph.text);
    if (at !== null) return describe(paragraph, at.start, at.end);
  }
  // Words that only are much like the quote: looked for where the quote is long enough to tell.
  if (holders.length > 0 || exact.length < 32 || exact.length > 1000) return null;
  for (const paragraph of paragraphs) {
    const at = resolve(elsewhere, paragraph.text);
    if (at !== null) return describe(paragraph, at.start, at.end);
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
