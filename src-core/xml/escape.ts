/** What XML 1.0 cannot hold. */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text between tags. Characters that XML cannot hold are left out. */
export function xmlText(value: string): string {
  return value.replace(impossible, '').replace(/[&<>\r]/gu, (sign) => escapes[sign] ?? sign);
}

/** The value of an attribute, to stand between double quotation marks. Characters that XML cannot hold are left out. */
export function xmlAttribute(value: string): string {
  return value.replace(impossible, '').replace(/[&<>"\r\n\t]/gu, (sign) => escapes[sign] ?? sign);
}

/**
 * A start tag's attributes, each with a space before it; those that are `null` or `undefined` are left out. The names are the
 * program's own and not escaped.
 */
export function xmlAttributes(values: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [` ${name}="${xmlAttribute(String(value))}"`],
    )
    .join('');
}
