import { describe, expect, it, vi } from 'vitest';
import { toWorkbenchCommands } from '#renderer/alignment/to-workbench.ts';
import { workbenchCommands } from '#renderer/alignment/workbench-commands.ts';
import { aloudCommands } from '#renderer/aloud/commands.ts';
import { annotationCommands, choosingCommands } from '#renderer/annotations/commands.ts';
import { appCommands } from '#renderer/app/app-commands.ts';
import { inOrder } from '#renderer/app/command-order.ts';
import type { Command, Key } from '#renderer/app/commands.ts';
import { workCommands } from '#renderer/app/work-commands.ts';
import { coverageCommands } from '#renderer/coverage/coverage-commands.ts';
import { dictionariesCommands } from '#renderer/dictionaries/commands.ts';
import { exportCommands } from '#renderer/export/export-commands.ts';
import { glossaryCommands } from '#renderer/glossary/glossary-commands.ts';
import { wordCommands } from '#renderer/glossary/level-commands.ts';
import { viewCommands } from '#renderer/glossary/manage/view-commands.ts';
import { importCommands } from '#renderer/import/commands.ts';
import type { Actions } from '#renderer/reader/actions.ts';
import { beadCommands } from '#renderer/reader/bead-commands.ts';
import { readerCommands } from '#renderer/reader/commands.ts';
import { paneCommands } from '#renderer/reader/pane-commands.ts';
import { scriptCommands } from '#renderer/reader/script-commands.ts';
import { sentenceCommands } from '#renderer/reader/sentence-commands.ts';
import type { Session } from '#renderer/reader/session.ts';
import { repairCommands } from '#renderer/repairs/repair-commands.ts';
import { ankiCommands } from '#renderer/review/anki/anki-commands.ts';
import { sessionCommands } from '#renderer/review/session-commands.ts';
import { searchCommands } from '#renderer/search/search-commands.ts';

// The modules of commands ask at once where the page is from.
vi.hoisted(() => vi.stubGlobal('window', { location: { origin: 'http://egiz.test', hash: '' }, innerWidth: 1400 }));

const everywhere = [...appCommands, ...ankiCommands, ...dictionariesCommands, ...importCommands, ...exportCommands];
const views: Readonly<Record<string, readonly Command[]>> = {
  text: [
    ...everywhere,
    ...workCommands,
    ...toWorkbenchCommands,
    // None of them runs here, so that nothing is asked of the text.
    ...readerCommands({} as Session, {} as Actions),
    ...beadCommands({} as Session, {} as Actions),
    ...sentenceCommands,
    ...paneCommands({} as Session),
    ...scriptCommands,
    ...annotationCommands,
    ...choosingCommands,
    ...glossaryCommands,
    ...wordCommands,
    ...searchCommands,
    ...aloudCommands,
    ...coverageCommands,
    ...repairCommands,
  ],
  'session of review': [...everywhere, ...sessionCommands(() => undefined)],
  workbench: [...everywhere, ...workbenchCommands],
  glossary: [
    ...everywhere,
    ...viewCommands(() => {
      throw new Error('nothing is done here');
    }),
  ],
};

/**
 * What one key may do in one view, because only one of these can be done at a time: with the word cursor or without, with a
 * selection, a card or a bar to close, before and after the answer of a card.
 */
const shared: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  text: {
    Enter: ['annotations.open', 'annotations.take', 'glossary.card', 'reader.cursor', 'reader.note'],
    Escape: [
      'aloud.stop',
      'annotations.back',
      'annotations.none',
      'annotations.stop',
      'close-panel',
      'glossary.close',
      'reader.cursor-leave',
      'reader.selection-clear',
    ],
    ArrowDown: ['reader.paragraph-next', 'reader.word-below'],
    ArrowUp: ['reader.paragraph-previous', 'reader.word-above'],
    ArrowLeft: ['glossary.words', 'reader.other-side', 'reader.word-previous'],
    ArrowRight: ['glossary.words', 'reader.other-side', 'reader.word-next'],
    // Without a word the paragraph is meant, of which the translation is shown on demand.
    KeyT: ['glossary.beside', 'reader.translation'],
  },
  'session of review': {
    Space: ['review.good', 'review.show'],
    Enter: ['review.good', 'review.show'],
    NumpadEnter: ['review.good', 'review.show'],
  },
};

function written({ code, mod = false, shift = false, alt = false }: Key): string {
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', code].filter(Boolean).join('+');
}

/** The keys that more than one command has, with the ids of those. */
function sharedKeys(commands: readonly Command[]): Record<string, string[]> {
  const pairs = commands.flatMap(({ id, keys = [] }) => keys.map((key) => [written(key), id] as const));
  const ids = [...Map.groupBy(pairs, ([key]) => key)].map(
    ([key, of]) => [key, [...new Set(of.map(([, id]) => id))].toSorted()] as const,
  );
  return Object.fromEntries(ids.filter(([, of]) => of.length > 1));
}

describe.each(Object.entries(views))('in the view %s', (view, commands) => {
  it('no two commands share a key, but those of which only one can be done at a time', () => {
    expect(sharedKeys(commands)).toEqual(shared[view] ?? {});
  });

  it('every command stands in the palette once, its group in one piece', () => {
    const ordered = inOrder(commands);
    expect(new Set(ordered.map(({ id }) => id))).toEqual(new Set(commands.map(({ id }) => id)));
    const groups = ordered.map(({ group }) => group).filter((group, at, all) => group !== all[at - 1]);
    expect(groups).toEqual([...new Set(groups)]);
  });
});

it('a key that two commands take is seen', () => {
  const run = () => undefined;
  const command = (id: string, keys: readonly Key[]): Command => ({ id, name: id, group: 'group', keys, run });
  const both = [command('a', [{ code: 'KeyH' }]), command('b', [{ code: 'KeyN' }, { code: 'KeyH' }])];
  expect(sharedKeys(both)).toEqual({ KeyH: ['a', 'b'] });
  expect(sharedKeys([command('a', [{ code: 'KeyH' }]), command('b', [{ code: 'KeyH', shift: true }])])).toEqual({});
});

it('what belongs to one view alone comes before what is offered in others', () => {
  const [first] = inOrder([...everywhere, ...sessionCommands(() => undefined)]);
  expect(first?.id).toBe('review.show');
});

it('the ways through the program come first, keys for the text last', () => {
  const groups = [...new Set(inOrder(views['text'] ?? []).map(({ group }) => group))];
  expect(groups.slice(0, 2)).toEqual(['app:group.go', 'glossary:wordGroup']);
  expect(groups.slice(-2)).toEqual(['reader:group.select', 'app:group.program']);
});
