import Markdown, { type Components } from 'react-markdown';
import styles from './NoteText.module.css';

const components: Components = {
  // Only http(s) is left by `webAddress`; the host asks before it opens what leads out of Egiz.
  a: ({ href, children }) =>
    href === undefined || href === '' ? (
      <span>{children}</span>
    ) : (
      <a href={href} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    ),
  // A picture would be fetched from the network.
  img: ({ alt }) => <span>{alt}</span>,
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
  h4: 'h5',
  h5: 'h6',
};

/** A note as it is read: Markdown, where HTML counts as text, nothing is fetched and links lead to the web only. */
export function NoteText({ text }: { text: string }) {
  return (
    <div className={styles.note}>
      <Markdown components={components} urlTransform={webAddress}>
        {text}
      </Markdown>
    </div>
  );
}

/** The address when it is http(s), else `''`. */
export function webAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : '';
}
