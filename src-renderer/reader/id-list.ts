/**
 * Ids of records in an attribute of the page, with spaces between them, so that style sheets and clicks can tell what an element
 * shows. Ids come from files and may hold anything: what would end one, or would not come back from the page as it is, is encoded.
 */
export function idList(ids: Iterable<string>): string {
  return [...ids].map(encoded).join(' ');
}

/** The ids that `idList` put into an attribute; none for `null`. */
export function idsOf(attribute: string | null): string[] {
  return (attribute ?? '')
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => part.replace(/%([0-9a-f]+);/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
}

/** The CSS selector of elements that have an id in the list of an attribute. */
export function withId(attribute: `data-${string}`, id: string): string {
  return `[${attribute}~="${CSS.escape(encoded(id))}"]`;
}

function encoded(id: string): string {
  return id.replace(/[%\s\p{Cc}\p{Cs}]/gu, (unit) => `%${unit.charCodeAt(0).toString(16)};`);
}
