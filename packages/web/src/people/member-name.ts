import { type Family, fullName } from '@tirek/domain/people';

/** What a member of a family is called; null for whoever is not of it, or whose name was destroyed. */
export function memberName({ members }: Pick<Family, 'members'>, personId: string): string | null {
  const name = members.find((member) => member.personId === personId)?.name;
  return (name && fullName(name)) || null;
}
