import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src-renderer/ui/tokens.css', 'utf8');
const [, base = ''] = /:root \{([^}]*)\}/u.exec(css) ?? [];
const [, sepia = ''] = /data-theme='sepia'\] \{([^}]*)\}/u.exec(css) ?? [];

/** The colour of a token in a theme, `#rrggbb`. */
function colour(token: string, theme: 'light' | 'dark' | 'sepia'): string {
  const own = new RegExp(`--${token}: (#[0-9a-f]{6});`, 'u').exec(sepia)?.[1];
  if (theme === 'sepia' && own !== undefined) return own;
  const [, light = '', dark = ''] =
    new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, 'u').exec(base) ?? [];
  const found = theme === 'dark' ? dark : light;
  if (found === '') throw new Error(`tokens.css has no colour --${token}`);
  return found;
}

/** WCAG 2's relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const levels = ['level-1', 'level-2', 'level-3', 'level-4', 'level-5'];

describe.each(['light', 'dark', 'sepia'] as const)('the colours of levels in the %s theme', (theme) => {
  test.each(['level-new', ...levels])('leave text on %s readable', (token) => {
    expect(contrast(colour('ink', theme), colour(token, theme))).toBeGreaterThanOrEqual(
      7 - (theme === 'light' ? 0 : 1),
    );
  });

  test('fade towards the paper with the level', () => {
    const paper = colour('paper', theme);
    const steps = levels.map((token) => contrast(colour(token, theme), paper));
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    expect(new Set(steps).size).toBe(levels.length);
  });

  test.each(['level-new-edge', 'level-edge'])('have an edge %s that is seen on paper', (token) => {
    expect(contrast(colour(token, theme), colour('paper', theme))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour(token, theme), colour('sheet', theme))).toBeGreaterThanOrEqual(3);
  });
});
