import * as z from 'zod/mini';
import { DateOnly, Id } from '../../contract.ts';
import { DueRescreen, RESCREEN_WHYS } from './due-rescreen.ts';
import { rescreenStanding } from './rescreens-of.ts';

/** Somebody within reach whom a sitting waits for within a year, as lists show her. */
export const ListedRescreen = z.object({
  /** As she is called; null where nobody wrote a name. */
  name: z.nullable(z.string()),
  familyId: Id,
  /** The account that holds her family, and by what name. */
  holderId: Id,
  holder: z.string(),
  isOwn: z.boolean(),
  /** Her family's case was closed: it goes on because she agreed. */
  isClosed: z.boolean(),
  due: DueRescreen,
});
export type ListedRescreen = z.infer<typeof ListedRescreen>;

export const RESCREEN_LISTS = ['overdue', 'due', 'soon', 'all'] as const;

/** What of the list is looked at; it stands in the address, and so it holds ids and words of closed lists only. */
export const RescreenFilter = z.object({
  list: z.enum(RESCREEN_LISTS),
  why: z.nullable(z.enum(RESCREEN_WHYS)),
  holder: z.nullable(Id),
  /** The day until which at the latest; null: no matter. */
  until: z.nullable(DateOnly),
});
export type RescreenFilter = z.infer<typeof RescreenFilter>;

const WHOLE: RescreenFilter = { list: 'due', why: null, holder: null, until: null };

/** What an address says of the list; whatever it does not understand it leaves out. */
export function readRescreenFilter(said: Readonly<Record<string, unknown>>): RescreenFilter {
  const { shape } = RescreenFilter;
  const known = <Value>(schema: z.ZodMiniType<Value>, value: unknown, otherwise: Value): Value => {
    const read = z.safeParse(schema, value);
    return read.success ? read.data : otherwise;
  };
  return {
    list: known(shape.list, said.list, WHOLE.list),
    why: known(shape.why, said.why, null),
    holder: known(shape.holder, said.holder, null),
    until: known(shape.until, said.until, null),
  };
}

/** The list as an address has it: nothing stands there that holds anyhow. */
export const writeRescreenFilter = (filter: RescreenFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      value === null || (name === 'list' && value === WHOLE.list) ? [] : [[name, value]],
    ),
  );

/** Those of a list, whoever is overdue longest at the top. `due` holds what is overdue as well: it is due all the same. */
export function rescreensIn<Listed extends Pick<ListedRescreen, 'due' | 'holderId' | 'name'>>(
  listed: readonly Listed[],
  filter: RescreenFilter,
  today: string,
): Listed[] {
  return listed
    .filter(({ due, holderId }) => {
      const standing = rescreenStanding(due, today);
      const isListed =
        filter.list === 'all' ||
        standing === filter.list ||
        (filter.list === 'due' && standing === 'overdue');
      return (
        isListed &&
        (filter.why === null || due.why.includes(filter.why)) &&
        (filter.holder === null || holderId === filter.holder) &&
        (filter.until === null || due.dueBy <= filter.until)
      );
    })
    .toSorted((a, b) => (order(a.due) < order(b.due) ? -1 : 1));
}

const order = ({ dueBy, dueFrom, personId }: DueRescreen) => `${dueBy} ${dueFrom} ${personId}`;
