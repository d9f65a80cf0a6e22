/**
 * IDs that VICIdial has joined with dashes, which may stand in an ID as well: taken apart where there
 * is one way to do so with known IDs, else the text as it came.
 */
export function splitIds(text: string, known: readonly string[]): string[] {
  const parts = text.split('-').filter((part) => part !== '');
  const joined = parts.join('-');
  if (parts.length < 2) return parts;
  const ids = new Set(known);
  /** For each number of parts: the ways to make IDs of so many, two at the most. */
  const ways: string[][][] = [[[]]];
  for (let end = 1; end <= parts.length; end += 1) {
    ways[end] = parts
      .slice(0, end)
      .flatMap((_, start) => {
        const id = parts.slice(start, end).join('-');
        return ids.has(id) ? (ways[start] ?? []).map((way) => [...way, id]) : [];
      })
      .slice(0, 2);
  }
  const [only, another] = ways[parts.length] ?? [];
  return only === undefined || another !== undefined ? [joined] : only;
}
