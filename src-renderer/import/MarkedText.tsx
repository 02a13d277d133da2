import type { ReactNode } from 'react';
import type { Mark } from '#core/records/paragraph.ts';

/** A text with its marks: emphasis, raised references to notes, links as they look (they lead nowhere here). */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  if (marks.length === 0) return text;
  const edges = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const inside = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return <span key={start}>{inside.reduce<ReactNode>(wrapped, text.slice(start, end))}</span>;
  });
}

function wrapped(inner: ReactNode, { type }: Mark): ReactNode {
  if (type === 'strong') return <strong>{inner}</strong>;
  if (type === 'emphasis') return <em>{inner}</em>;
  if (type === 'subscript') return <sub>{inner}</sub>;
  return type === 'link' ? <u>{inner}</u> : <sup>{inner}</sup>;
}
