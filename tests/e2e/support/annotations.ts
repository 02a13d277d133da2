import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { describe } from '#core/annotation/describe.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { work } from './reader.ts';

/** An annotation of the 1917 work, told by its words; the rest has defaults. */
export interface Told {
  edition: 'kk' | 'en' | 'ru';
  words: string;
  colour?: 'question' | 'fact' | 'person' | 'term';
  body?: string;
  tags?: string[];
  /** The words linked to it in another edition. */
  linked?: { edition: 'kk' | 'en' | 'ru'; words: string };
}

/** Puts annotations into the library through its API, from a signed-in page that has no work open. */
export async function annotate(page: Page, told: readonly Told[]): Promise<void> {
  const added = await Promise.all(told.map(annotationOf));
  await store(page, `works/${work.id}`, added);
}

/** Adds records to the library (`library`) or to a work (`works/<id>`). @throws Error with what the library answered */
async function store(page: Page, scope: string, added: readonly AnyRecord[]): Promise<void> {
  const failure = await page.evaluate(
    async ([path, body]) => {
      const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      return response.ok ? null : response.text();
    },
    [`/api/${scope}/changes`, JSON.stringify({ added, updated: [], removed: [] })] as const,
  );
  if (failure !== null) throw new Error(failure);
}

async function annotationOf(told: Told, index: number): Promise<Annotation> {
  const { colour = 'question', body = '', tags = [], linked } = told;
  const places = [told, ...(linked === undefined ? [] : [linked])];
  return {
    id: `told-${String(index)}`,
    kind: 'annotation',
    modified: '',
    created: new Date(Date.UTC(2026, 0, 1, 6, index)).toISOString(),
    motivation: body === '' ? 'highlighting' : 'commenting',
    colour,
    body,
    tags,
    targets: await Promise.all(places.map(({ edition, words }) => targetOf(edition, words))),
  };
}

async function targetOf(edition: string, words: string) {
  const paragraphs = await paragraphsOf(edition);
  const found = paragraphs.find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`${edition} has no words ${words}`);
  const start = found.text.indexOf(words);
  return describe(found, start, start + words.length);
}

/** The paragraphs of an edition of the 1917 work, as they come with Egiz. */
export async function paragraphsOf(edition: string): Promise<Paragraph[]> {
  const file = new URL(`../../../corpus/${work.id}/works/${work.id}/editions/${edition}.json`, import.meta.url);
  const { records } = JSON.parse(await readFile(file, 'utf8')) as { records: AnyRecord[] };
  return records.filter((record) => record.kind === 'paragraph');
}
