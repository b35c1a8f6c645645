import { type Family, nameKey } from '@tirek/domain/people';

/** The family names that its members bear, each once however it is spelt, the first member's first. */
export function familyName({ members }: Pick<Family, 'members'>): string {
  const names = members.flatMap(({ name }) => (name?.family ? [name.family] : []));
  const seen = new Map(names.toReversed().map((name) => [nameKey(name), name]));
  return [...new Set(names.map((name) => seen.get(nameKey(name)) ?? name))].join(', ');
}
