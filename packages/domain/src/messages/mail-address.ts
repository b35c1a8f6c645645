/** One address of a mailbox, without a name beside it and without what would make two of it in the head of a letter. */
export const isMailAddress = (text: string): boolean =>
  /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text);
