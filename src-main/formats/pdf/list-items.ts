import type { Line } from './page-text.ts';

/** Signs before the items of a list, with those of Word's own fonts, which have no code but a private one. */
const bullets = /^[•◦▪▫‣●○■□·∙⁃➢\uF0B7\uF0A7\uF0D8\uF076\uF0FC]\s*(?=\S)/u;
const numbers = /^\(?(?:\d{1,3}|\p{L})[.)]\s+(?=\S)/u;

/** Whether a line begins with the sign or the number of an item of a list. */
export function beginsItem({ text, isPicture }: Line): boolean {
  return isPicture !== true && (bullets.test(text) || numbers.test(text));
}

/** Whether a line begins with a sign that stands nowhere else. */
export function hasBullet({ text, isPicture }: Line): boolean {
  return isPicture !== true && bullets.test(text);
}

/** The text of an item with the sign that lists have here. */
export function withBullet(text: string): string {
  return text.replace(bullets, '• ');
}
