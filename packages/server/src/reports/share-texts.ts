/** Longer ones are words that one person wrote. */
const LONGEST = 64;
/** Of answers that were made to be different. */
const MOST = 10_000;

/**
 * Makes equal texts in answers one text: each mention of an option comes from the database or from another process as a text of
 * its own, and ten thousand people choose among a few hundred options. Changes what it is given, in place.
 */
export function textSharer(): (value: object) => void {
  const known = new Map<string, string>();

  function shared(text: string): string {
    if (text.length > LONGEST) return text;
    const one = known.get(text);
    if (one !== undefined) return one;
    if (known.size < MOST) known.set(text, text);
    return text;
  }

  return function share(value) {
    if (Array.isArray(value)) {
      for (let place = 0; place < value.length; place += 1) {
        const inner: unknown = value[place];
        if (typeof inner === 'string') value[place] = shared(inner);
        else if (typeof inner === 'object' && inner !== null) share(inner);
      }
      return;
    }
    const record = value as Record<string, unknown>;
    for (const key in record) {
      const inner = record[key];
      if (typeof inner === 'string') record[key] = shared(inner);
      else if (typeof inner === 'object' && inner !== null) share(inner);
    }
  };
}
