import type { XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import { markupOf } from '../units/codes.ts';
import { type SegmentPiece, SegmentText } from '../units/segment-text.ts';

/**
 * The paragraphs of a `<seg>`: one, or several that Egiz put into it. Codes of formatting become marks where Egiz has such marks;
 * text of a sub-flow (`<sub>`: a footnote, what a picture shows) follows as a paragraph of its own.
 */
export function readSegment(seg: XmlElement, findings: Findings): SegmentPiece[] {
  const text = new SegmentText();
  const flows: XmlElement[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') text.add(cleanText(child, findings, { line: element.line }));
      else if (child.name === 'hi') hi(child);
      else code(child);
    }
  };
  const hi = (element: XmlElement): void => {
    const start = text.length;
    walk(element);
    const markup = markupOf(element.attributes.get('type'), '');
    if (markup !== null) text.mark(markup, start);
  };
  const code = (element: XmlElement): void => {
    const native = codeOf(element, flows);
    const type = element.attributes.get('type');
    const name = element.attributes.get('i') ?? '';
    if (element.name === 'bpt') {
      const markup = markupOf(type, native);
      if (markup === null) findings.add('dropped', 'styles-dropped', { place: { line: element.line } });
      text.open(name, markup);
    } else if (element.name === 'ept') text.close(name);
    else if (type === 'x-egiz-paragraph') text.endPiece();
    else if (type === 'lb' || /^<br\s*\/?>$/iu.test(native)) text.add('\n');
    else if (type === 'image') {
      findings.add('dropped', 'images-dropped', { place: { line: element.line } });
      text.add('[▫]');
    } else {
      findings.add('dropped', 'element-unknown', { place: { line: element.line }, values: { element: element.name } });
      if (!isCode(element.name)) walk(element);
    }
  };
  walk(seg);
  const pieces = text.take();
  return [...pieces, ...flows.flatMap((flow) => readSegment(flow, findings))];
}

function isCode(name: string): boolean {
  return name === 'ph' || name === 'it' || name === 'ut' || name === 'sub';
}

/** The code that an element stands for; sub-flows in it are put aside. */
function codeOf(element: XmlElement, flows: XmlElement[]): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'sub') flows.push(child);
      return '';
    })
    .join('')
    .trim();
}
