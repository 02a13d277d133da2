import { Hono } from 'hono';
import { z } from 'zod';
import { checkBead, type CheckSettings } from '#core/alignment/checks/check-bead.ts';
import type { CheckedText, Finding } from '#core/alignment/checks/finding.ts';
import { lengthModel, lengthOf, type LengthModel } from '#core/alignment/checks/lengths.ts';
import { termCheck, type TermCheck } from '#core/alignment/checks/terms.ts';
import { waivedBy } from '#core/alignment/checks/waive.ts';
import type { Bead } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { LibraryRecords } from '#core/records/state.ts';
import type { Library } from '#main/library/library.ts';
import { messageOf } from '#main/message-of.ts';
import type { CheckedAlignment, CheckLine } from './check-shapes.ts';
import { ApiError } from './failure.ts';
import { callLimit, checked, limited, workParam } from './input.ts';
import { lines } from './lines.ts';
import { presentWork, type PresentWork } from './opened.ts';
import { inSlices } from './slices.ts';

const asked = z.object({ alignment: z.string().min(3).max(401) });

/** `POST /api/works/:work/checks {alignment}`: lines of progress, then the findings. Asked again, only what changed is looked at. */
export function checkRoutes(library: Library) {
  const settingsOf = keptSettings();
  return new Hono().post(
    '/works/:work/checks',
    limited(callLimit),
    checked('param', workParam),
    checked('json', asked),
    async (c) => {
      const { alignment } = c.req.valid('json');
      const state = await presentWork(library, c.req.valid('param').work);
      const beads = linkedBeads(state, alignment);
      return lines<CheckLine>(async (tell, left) => {
        const settings = settingsOf(state, alignment, beads, library.top.state());
        tell({ type: 'checked', checked: await findingsOf(state, alignment, beads, settings, tell, left) });
      }, failed);
    },
  );
}

/** A bead with both sides, and its texts. */
interface LinkedBead {
  readonly bead: Bead;
  readonly source: readonly Paragraph[];
  readonly target: readonly Paragraph[];
}

/** @throws ApiError for an alignment that the work does not have */
function linkedBeads({ alignments, paragraphs }: PresentWork, alignment: string): LinkedBead[] {
  const beads = alignments.get(alignment);
  if (beads === undefined) throw new ApiError('bad-request', `the work has no alignment ${alignment}`, 'alignment');
  const [source = '', target = ''] = alignment.split('~');
  const byId = (edition: string): Map<string, Paragraph> =>
    new Map((paragraphs.get(edition) ?? []).map((paragraph) => [paragraph.id, paragraph]));
  const from = byId(source);
  const to = byId(target);
  return beads
    .filter((bead) => bead.source.length > 0 && bead.target.length > 0)
    .map((bead) => ({
      bead,
      source: bead.source.flatMap((id) => from.get(id) ?? []),
      target: bead.target.flatMap((id) => to.get(id) ?? []),
    }));
}

/** Beads are values, and so are paragraphs: as long as they and the settings are the same, so are the findings. */
const known = new WeakMap<Bead, { texts: readonly Paragraph[]; settings: CheckSettings; findings: Finding[] }>();

/** Beads between two lines of progress. */
const step = 200;

async function findingsOf(
  { waivers }: PresentWork,
  alignment: string,
  beads: readonly LinkedBead[],
  settings: CheckSettings,
  tell: (line: CheckLine) => void,
  left: AbortSignal,
): Promise<CheckedAlignment> {
  const findings: Finding[] = [];
  let done = 0;
  await inSlices(beads, left, ({ bead, source, target }) => {
    const texts = [...source, ...target];
    let found = known.get(bead);
    if (found?.settings !== settings || !isSame(found.texts, texts)) {
      const checkedBead = { bead, source: source.map(checkedText), target: target.map(checkedText) };
      found = { texts, settings, findings: checkBead(checkedBead, settings) };
      known.set(bead, found);
    }
    findings.push(...found.findings);
    done += 1;
    if (done % step === 0) tell({ type: 'progress', share: done / beads.length });
  });
  const isWaived = waivedBy(waivers, alignment);
  const open = findings.filter((finding) => !isWaived(finding));
  return {
    findings: open,
    waived: findings.length - open.length,
    beads: beads.length,
    lengths: settings.lengths,
  };
}

function isSame(before: readonly Paragraph[], now: readonly Paragraph[]): boolean {
  return before.length === now.length && before.every((paragraph, at) => paragraph === now[at]);
}

function checkedText({ id, text, type }: Paragraph): CheckedText {
  return { id, text, type };
}

const lengths = new WeakMap<Paragraph, number>();

function lengthOfText(paragraph: Paragraph): number {
  const length = lengths.get(paragraph) ?? lengthOf([paragraph]);
  lengths.set(paragraph, length);
  return length;
}

/** To two places: the work's other beads must not all be looked at again after each edit. */
function modelOf(beads: readonly LinkedBead[]): LengthModel {
  const sum = (texts: readonly Paragraph[]): number => texts.reduce((all, text) => all + lengthOfText(text), 0);
  const { centre, spread } = lengthModel(beads.map(({ source, target }) => [sum(source), sum(target)]));
  return { centre: Number(centre.toFixed(2)), spread: Number(spread.toFixed(2)) };
}

type Glossary = Pick<LibraryRecords, 'terms' | 'rejections'>;

/** Settings that are the same object as long as everything in them is. */
function keptSettings(): (
  state: PresentWork,
  alignment: string,
  beads: readonly LinkedBead[],
  glossary: Glossary,
) => CheckSettings {
  const kept = new Map<
    string,
    { glossary: Glossary; mismatches: PresentWork['mismatches']; settings: CheckSettings }
  >();
  return ({ work, editions, mismatches }, alignment, beads, glossary) => {
    const tag = (at: number): string => editions.find(({ id }) => id === alignment.split('~')[at])?.language ?? 'und';
    const languages: [string, string] = [tag(0), tag(1)];
    const model = modelOf(beads);
    const key = `${work.id}\n${alignment}`;
    const before = kept.get(key);
    const isSameGlossary =
      before?.glossary.terms === glossary.terms &&
      before.glossary.rejections === glossary.rejections &&
      before.mismatches === mismatches &&
      before.settings.languages.join() === languages.join();
    const isSameModel =
      before?.settings.lengths.centre === model.centre && before.settings.lengths.spread === model.spread;
    if (before !== undefined && isSameGlossary && isSameModel) return before.settings;
    const terms: TermCheck =
      before !== undefined && isSameGlossary
        ? before.settings.terms
        : termCheck(glossary.terms, languages, glossary.rejections, mismatches);
    const settings = { languages, lengths: model, terms };
    kept.set(key, { glossary: { terms: glossary.terms, rejections: glossary.rejections }, mismatches, settings });
    return settings;
  };
}

function failed(error: unknown): CheckLine {
  return { type: 'failed', message: messageOf(error) };
}
