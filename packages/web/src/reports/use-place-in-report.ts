import type { Report } from '@tirek/domain/reports';
import { type RefObject, useEffect, useState } from 'react';

/** Where a reader is: the section and, once she has come to one, the table or figure. Ids as in the report. */
export interface PlaceInReport {
  readonly section: string | null;
  readonly block: string | null;
}

const NOWHERE: PlaceInReport = { section: null, block: null };
/** Pixels below the upper edge within which a heading counts as come to. */
const READING_LINE = 140;

/** Follows the scrolling of the page. */
export function usePlaceInReport(
  report: Report,
  paper: RefObject<HTMLElement | null>,
): PlaceInReport {
  const [place, setPlace] = useState(NOWHERE);
  useEffect(() => {
    const marks = paper.current ? marksOf(report, paper.current) : [];
    let asked = 0;
    const look = () => {
      asked = 0;
      const now = lastAbove(marks);
      setPlace((was) => (was.section === now.section && was.block === now.block ? was : now));
    };
    const onScroll = () => {
      asked ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', onScroll, { passive: true });
    addEventListener('resize', onScroll);
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener('scroll', onScroll);
      removeEventListener('resize', onScroll);
    };
  }, [report, paper]);
  return place;
}

interface Mark {
  readonly element: Element;
  readonly place: PlaceInReport;
}

/** In the order of the page. */
function marksOf(report: Report, paper: HTMLElement): Mark[] {
  return report.sections.flatMap(({ id: section, blocks }) =>
    [
      { id: section, place: { section, block: null } },
      ...blocks
        .filter(({ kind }) => kind !== 'paragraph')
        .map(({ id: block }) => ({ id: block, place: { section, block } })),
    ].flatMap(({ id, place }) => {
      const element = paper.querySelector(`#${CSS.escape(`report-${id}`)}`);
      return element ? [{ element, place }] : [];
    }),
  );
}

/** The page may hold a hundred places; asking each by halves costs seven measurements instead. */
function lastAbove(marks: readonly Mark[]): PlaceInReport {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = marks[middle]?.element.getBoundingClientRect().top ?? 0;
    if (top <= READING_LINE) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1]?.place ?? NOWHERE;
}
