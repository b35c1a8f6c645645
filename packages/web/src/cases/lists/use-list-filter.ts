import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ListFilter, readFilter, writeFilter } from '@tirek/domain/cases';

/** The address of a list. */
export const listAddress = (filter: ListFilter) =>
  ({ to: '/lists', search: writeFilter(filter) as never }) as const;

/** The list that the address names; a change of it is a new address, so that it can be sent on and gone back from. */
export function useListFilter(): {
  readonly filter: ListFilter;
  change(part: Partial<ListFilter>): void;
} {
  const filter = readFilter(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    filter,
    change: (part) => void navigate(listAddress({ ...filter, ...part })),
  };
}
