import type { NoteTemplate, NoteType } from '#core/review/anki/note-types.ts';
import { message } from './protobuf.ts';

/*
 * The messages that stand in the tables of schema 18, with the numbers of Anki's `proto/anki/*.proto`. What is left out has
 * its default there.
 */

/** `PackageMetadata`: version 3 is the newest package. */
export const packageMeta = message([[1, 3]]);

/** `Notetype.Config`. */
export function notetypeConfig({ cloze, css }: NoteType): Uint8Array {
  return message([
    [1, cloze ? 1 : 0],
    [3, css],
  ]);
}

/** `Notetype.Field.Config`. The id lets Anki follow a field whose place or name changes. */
export function fieldConfig(at: number): Uint8Array {
  return message([
    [3, 'Arial'],
    [4, 20],
    [9, at + 1],
  ]);
}

/** `Notetype.Template.Config`. */
export function templateConfig({ front, back }: NoteTemplate, at: number): Uint8Array {
  return message([
    [1, front],
    [2, back],
    [8, at + 1],
  ]);
}

/** `Deck.Common`: shown closed in lists. */
export const deckCommon = message([
  [1, true],
  [2, true],
]);

/** `Deck.KindContainer` with a `Normal` deck of the configuration 1. */
export const deckKind = message([[1, message([[1, 1]])]]);

/** `DeckConfig.Config` with the values that Anki gives to a new collection. */
export const deckConfig = message([
  [1, Buffer.from(new Float32Array([1, 10]).buffer)],
  [2, Buffer.from(new Float32Array([10]).buffer)],
  [9, 20],
  [10, 200],
  [11, { float: 2.5 }],
  [12, { float: 1.3 }],
  [13, { float: 1.2 }],
  [15, { float: 1 }],
  [16, 36_500],
  [17, 1],
  [18, 1],
  [19, 4],
  [22, 8],
  [24, 60],
  [37, { float: 0.9 }],
  [40, { float: 0.9 }],
]);
