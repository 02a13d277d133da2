/** A way to show Kazakh, which is kept in Cyrillic, in another script. */
export interface Scheme {
  /** As `egiz script --to` and the reader's settings name it. */
  readonly id: SchemeId;
  readonly direction: 'ltr' | 'rtl';
  /** What the scheme is, in each language of the interface. */
  readonly name: { readonly kk: string; readonly en: string; readonly ru: string };
  /** What stands for a small letter at an offset of the text, which is in small letters; `null` for what stays as it is. */
  readonly letter: (text: string, at: number) => string | null;
  /** Capitals, where the script has them; what is not listed has the usual one. */
  readonly capitals: ReadonlyMap<string, string> | null;
}

export type SchemeId = 'latn' | 'latn-bgn' | 'arab';

/** A table as `аa әä жzh`: the first letter of an entry is shown as the rest. */
export function letterTable(entries: string): ReadonlyMap<string, string> {
  return new Map(entries.split(' ').map((entry) => [entry.charAt(0), entry.slice(1)]));
}
