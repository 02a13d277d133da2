import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NoteText, webAddress } from '#renderer/annotations/note/NoteText.tsx';

function shown(text: string): string {
  return renderToStaticMarkup(<NoteText text={text} />);
}

describe('a note as it is shown', () => {
  it('is Markdown', () => {
    expect(shown('**bold** and\n\n- one\n- two')).toMatch(/<strong>bold<\/strong>.*<ul>.*<li>one<\/li>/s);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    '<b onmouseover=alert(1)>x</b>',
    '<style>*{display:none}</style>',
  ])('takes HTML for text: %s', (hostile) => {
    expect(shown(hostile)).not.toMatch(/<(script|img|iframe|b|style)\b/);
  });

  it('fetches no picture', () => {
    const html = shown('![a map](https://example.org/map.png)');
    expect(html).toContain('a map');
    expect(html).not.toContain('example.org');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'egiz://app/',
    '/api/library',
    'vbscript:x',
  ])('has no link to %s', (address) => {
    expect(shown(`[link](<${address}>)`)).not.toContain('href');
    expect(webAddress(address)).toBe('');
  });

  it('has links to the web, which open outside', () => {
    expect(shown('[link](https://example.org/a)')).toMatch(
      /<a href="https:\/\/example\.org\/a" target="_blank" rel="noreferrer noopener">/,
    );
  });
});
