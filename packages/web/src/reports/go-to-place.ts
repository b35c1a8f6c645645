/**
 * Goes to the element of that id as a link in the document would, with its light and its step in the history, and
 * puts the reader there too, so that a screen reader reads on from it.
 */
export function goToPlace(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  // Only a change of the address lights a place up; the same place asked for again is shown again.
  if (location.hash === `#${id}`) place.scrollIntoView();
  else location.hash = id;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
