import type { Mark } from '#core/records/paragraph.ts';
import type { FindingCode } from '../imported.ts';

/** Elements whose content is not part of a text, and what is said of them. `null`: nothing is. */
export const dropped: ReadonlyMap<string, FindingCode | null> = new Map([
  ['script', 'scripts-dropped'],
  ['noscript', null],
  ['template', null],
  ['head', null],
  ['style', null],
  ['link', null],
  ['meta', null],
  ['base', null],
  ['title', null],
  ['form', 'forms-dropped'],
  ['input', 'forms-dropped'],
  ['button', 'forms-dropped'],
  ['select', 'forms-dropped'],
  ['textarea', 'forms-dropped'],
  ['iframe', 'remote-dropped'],
  ['frame', 'remote-dropped'],
  ['object', 'media-dropped'],
  ['embed', 'media-dropped'],
  ['applet', 'media-dropped'],
  ['audio', 'media-dropped'],
  ['video', 'media-dropped'],
  ['canvas', 'media-dropped'],
  ['map', null],
  // The readings above the words of a line.
  ['rt', null],
  ['rp', null],
]);

/** Elements that show a picture: a mark is left in their place. */
export const pictures: ReadonlySet<string> = new Set(['img', 'svg', 'image', 'picture', 'math']);

/** Elements that begin and end a paragraph. */
export const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot ' +
    'th thead tr ul'
  ).split(' '),
);

/** Elements that are only about a site, not its article. */
export const furniture: ReadonlySet<string> = new Set(['nav', 'footer', 'header', 'aside', 'menu', 'search', 'dialog']);

/** What an element means for the text inside it. */
export const inline: ReadonlyMap<string, Mark['type']> = new Map([
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['var', 'emphasis'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
]);
